"""Which words of a text are countries, which only look like one, and how heavy each is."""

from __future__ import annotations

import html
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.brief import Passage, Span
from store.entities.countries import (
    CountryHit,
    all_codes,
    code_of,
    display_name,
    find_countries,
    lookup,
)


def hits(text: str, title: str = "", people: tuple[Span, ...] = ()) -> tuple[CountryHit, ...]:
    passages = [Passage("title", 0, title), Passage("report", 1, text)]
    return find_countries(passages, people)


def codes(text: str, title: str = "") -> list[str]:
    return [hit.code for hit in hits(text, title)]


def weights(text: str) -> list[tuple[str, float]]:
    return [(hit.code, hit.weight) for hit in hits(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran’s envoy and Iran's army left Tehran’s airport.", "IR IR IR"),
        ("Iranians, Britons, Turks, Spaniards, Poles and Frenchmen met.", "IR GB TR ES PL FR"),
        ("The Kremlin called the White House and Downing Street.", "RU US GB"),
        ("Zhongnanhai and the Blue House differ; the Élysée and the Elysee agree.", "CN KR FR FR"),
        ("The Bank of England, the Knesset, the Majlis and the Bundestag met.", "GB IL IR DE"),
        ("Türkiye and Turkiye, Côte d’Ivoire and Cote d'Ivoire.", "TR TR CI CI"),
        ("The United\nStates left.", "US"),
        ("Saudi Arabia, Saudi Arabian and Saudi-led forces.", "SA SA SA"),
        (
            "Gaza, the West Bank, Crimea, Abkhazia, Somaliland, the Golan Heights.",
            "PS PS UA GE SO SY",
        ),
        ("Taiwan, Kosovo and Palestine.", "TW XK PS"),
        ("The Soviet Union, Yugoslavia, East Germany, Czechoslovakia and Zaire.", "SU YU DD CS CD"),
        ("St. Petersburg hosted him.", "RU"),
    ],
)
def test_names_demonyms_seats_and_bodies(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Iran-Iraq war", "IR IQ"),
        ("US-Iran talks and U.S.-Iranian ties", "US IR US IR"),
        ("Iran-backed and pro-Russian groups", "IR RU"),
        ("the Moscow-Tehran axis", "RU IR"),
        ("Sino-Russian, Russo-Ukrainian and Franco-German ties", "CN RU RU UA FR DE"),
        ("Anglo-American, Indo–Pakistani and Turko-Iranian trade", "GB US IN PK TR IR"),
        ("the Indo-Pacific and the Anglo-Saxon world", ""),
        ("Franco-era laws", ""),
    ],
)
def test_compounds(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DR Congo and the Republic of the Congo", "CD CG"),
        ("the Democratic Republic of the Congo and Congo-Brazzaville", "CD CG"),
        ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", "GN GW GQ PG"),
        ("Niger and Nigeria, Nigeriens and Nigerians", "NE NG NE NG"),
        ("Sudan and South Sudan, Sudanese and South Sudanese", "SD SS SD SS"),
        ("Dominica and the Dominican Republic", "DM DO"),
        ("Islamic Republic of Mauritania, Islamic Republic of Pakistan", "MR PK"),
        ("the Islamic Republic of Afghanistan", "AF"),
        ("Austria and Australia, Slovakia and Slovenia", "AT AU SK SI"),
        ("Northern Ireland and Ireland", "GB IE"),
        ("People's Republic of China and Republic of China", "CN TW"),
    ],
)
def test_the_longest_name_wins(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korean officials came.", "KR"),
        ("North Korea spoke. Korean officials came.", "KP KP"),
        ("North Korea and South Korea spoke to Korean exiles.", "KP KR"),
        ("The two Koreas signed an inter-Korean pact.", "KP KR KP KR"),
        ("Congolese troops entered Brazzaville.", "CG CG"),
        ("Congolese troops moved.", "CD"),
        ("Dominican officials met in Roseau.", "DM DM"),
        ("The Islamic Republic replied.", ""),
        ("The Islamic Republic replied, and Iran smiled.", "IR IR"),
        ("Syrian forces spared Turkmen villages.", "SY"),
    ],
)
def test_an_ambiguous_name_is_read_by_the_rest_of_the_brief(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "They ate turkey from china plates and gave the table a polish.",
        "Let us go; it is for us to say.",
        "The Washington Post and the Washington Examiner reported it.",
        "The Washington Institute for Near East Policy published it.",
        "The Tehran Times, the Moscow Times, China Daily and Russia Today wrote.",
        "The American Enterprise Institute and the Example Lisbon Daily wrote.".replace(
            "Example ", ""
        ),
        "Bank of America and British Airways fell.",
        "The European Union, NATO, the GCC, the E3 and the P5+1 met European powers.",
        "The Islamic State of Iraq and the Levant claimed it.",
        "Latin America, South American and African American leaders.",
        "The Oslo Accords, the Minsk agreements and the Vienna Convention hold.",
        "The Minsk Group met under the Treaty of Paris.",
        "The Persian Gulf, the South China Sea and the Gulf of Oman.",
        "He wrote it in Russian, and she speaks French.",
        "Arabic- and Persian-language media.",
        "An old Russian-language paper.",
        "Victoria, Kingston, Georgetown, Hamilton, Jersey and Brussels.",
        "The USS America sailed.",
    ],
)
def test_what_only_looks_like_a_country(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Michael Jordan met Jordan's king.", "JO"),
        ("Denzel Washington flew to Washington.", "US"),
        ("Chad Smith sang in Chad.", "TD"),
        ("Israel Katz said that Israel would wait.", "IL"),
        ("Kenya Ostrava and India Maldor resigned.", ""),
        ("Jordan President Ravan is a misprint.", "JO"),
        ("Israel Defense Forces and Israel Radio.", "IL IL"),
    ],
)
def test_people_named_after_places(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


def test_a_headline_follows_the_body_on_who_is_a_person() -> None:
    assert codes("Israel Maldor warned of delays.", title="Israel Maldor Warns Iran") == ["IR"]
    assert codes("Nothing more is known.", title="Israel Strikes Syria") == ["IL", "SY"]


def test_a_persons_span_never_yields_a_country() -> None:
    text = "Envoy Paris Jordan spoke in Jordan."
    masked = hits(text, people=(Span(1, 6, 18),))
    assert [(hit.code, hit.span) for hit in masked] == [("JO", Span(1, 28, 34))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He flew to Atlanta, Georgia.", "US"),
        ("Georgia and South Carolina voted; the Georgia Senator won.", "US US US"),
        ("Tbilisi, Georgia, and Armenia.", "GE GE AM"),
        ("In Paris, Texas, it rained.", "US"),
        ("Moscow, Idaho, is small.", "US"),
        ("London, Ontario, is larger.", "CA"),
        ("Athens, Georgia, is a college town.", "US"),
        ("Athens, Georgian officials said, agreed.", "GR GE"),
    ],
)
def test_american_states_and_towns(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PARIS (Reuters) - Talks on Mali went on.", "ML"),
        ("TEHRAN, Iran (AP) — Iraq agreed.", "IQ"),
        ("Berlin (FRG), 6 Nov 88 (ADN) -- [Text] Chile protested.", "CL"),
        ("MOSCOW — Syria agreed.", "SY"),
        ("IRAN — The army moved.", "IR"),
        ("Saudi Arabia (KSA) - a kingdom.", "SA SA"),
        ("In Paris (it was Monday) - or Berlin.", "FR DE"),
    ],
)
def test_datelines_do_not_count(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IRANIAN AND TURKISH TROOPS ENTERED IRAQ.", "IR TR IQ"),
        ("THE MILITARY TOLD US THAT IT LET US PASS.", ""),
        ("THE US AND CHAD AGREED. US TROOPS LEFT.", "US TD US"),
        ("U.S. CITIZENS IN COTE D'IVOIRE.", "US CI"),
        ("THE POLES OF THE TENT FELL.", ""),
        ("HE LIVES IN ATLANTA, GEORGIA.", "US"),
        ("THE VIENNA CONVENTION APPLIES.", ""),
    ],
)
def test_a_text_in_capitals(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


def test_a_headline_in_capitals() -> None:
    assert codes("", title="US, IRAN RESUME TALKS") == ["US", "IR"]
    assert codes("", title="LET US TALK, SAYS IRAN") == ["IR"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia warned.", [("RU", 1.0)]),
        ("Troops in Syria fell.", [("SY", 0.5)]),
        ("In northern Iraq and over the Ukraine.", [("IQ", 0.5), ("UA", 0.5)]),
        ("Inside Iran, across Libya, from Yemen.", [("IR", 0.5), ("LY", 0.5), ("YE", 0.5)]),
        (
            "In Syria, Iraq and Yemen they fought Iran.",
            [("SY", 0.5), ("IQ", 0.5), ("YE", 0.5), ("IR", 1.0)],
        ),
        ("A rise in Iran's power and in U.S. policy.", [("IR", 1.0), ("US", 1.0)]),
        ("In Iranian waters.", [("IR", 1.0)]),
        ("The Tehran summit failed.", [("IR", 0.5)]),
        ("Aleppo burned.", [("SY", 0.5)]),
        ("Anti-American and non-Russian crowds.", [("US", 0.0), ("RU", 0.0)]),
    ],
)
def test_weights(text: str, expected: list[tuple[str, float]]) -> None:
    assert weights(text) == expected


def test_the_title_counts_double() -> None:
    found = hits("Iran.", title="Russia in Syria")
    assert [(hit.code, hit.kind, hit.weight) for hit in found] == [
        ("RU", "title", 2.0),
        ("SY", "title", 1.0),
        ("IR", "report", 1.0),
    ]


TYPED = {
    "IR": ["iran", "IR", " ir ", "persia", "Iranians", "tehran"],
    "RU": ["russia", "Russians", "kremlin", "moscow"],
    "US": ["usa", "u.s.", "US", "United States", "the united states"],
    "GB": ["uk", "UK", "britain", "England"],
    "KR": ["south korea", "south-korea", "korea"],
    "NL": ["the netherlands", "holland"],
    "CI": ["cote divoire", "Côte d’Ivoire", "ivory coast"],
    "TR": ["turkiye", "TÜRKİYE", "turkey"],
    "CD": ["zaire", "drc"],
    "SU": ["soviet union", "ussr"],
    "XK": ["xk", "kosovo"],
    None: ["atlantis", "zz", "", "eu", "rouhani", "gaza"],
}
LOOKUPS = {
    "IR": ["Iranian", "Tehran", "Iran’s", "Iran's", "Majlis"],
    "US": ["U.S.", "US", "Americans", "White House"],
    "KR": ["South Korean"],
    "CD": ["Congolese"],
    "RU": ["Kremlin", "RUSSIAN"],
    None: ["iranian", "Rouhani", "Crimea", "European Union", "Islamic Republic", "us", ""],
}


@pytest.mark.parametrize(("typed", "code"), [(t, c) for c, row in TYPED.items() for t in row])
def test_what_a_user_types(typed: str, code: str | None) -> None:
    assert code_of(typed) == code


@pytest.mark.parametrize(("surface", "code"), [(t, c) for c, row in LOOKUPS.items() for t in row])
def test_lookup_is_exact(surface: str, code: str | None) -> None:
    assert lookup(surface) == code


def test_every_code_has_a_name_that_leads_back_to_it() -> None:
    listed = all_codes()
    assert len(listed) >= 200
    assert list(listed) == sorted(set(listed))
    assert {"XK", "PS", "TW", "SU", "YU", "DD", "CS"} <= set(listed)
    for code in listed:
        assert code_of(code) == code
        assert code_of(display_name(code)) == code
    assert display_name("QQ") == "QQ"


def test_sovereign_names_and_adjectives_of_an_outside_list_are_known(real: Path) -> None:
    lines = (real / "countries" / "factbook.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    states = [row for row in rows if row[7] and row[1] not in ("", "none") and row[5]]
    assert len(states) > 150
    unknown = [row[1] for row in states if code_of(html.unescape(row[1]).split(" (")[0]) is None]
    # "Jersey" is too often a shirt or a town; "Cocos" alone is no name of the islands
    assert set(unknown) <= {"Jersey", "Cocos (Keeling) Islands"}
    for row in states:
        adjective = row[6].split(",")[0].split(";")[0].split(" or ")[0].split(" (")[0]
        if adjective.isalpha() and code_of(row[1]) and adjective not in ("NA", "none", "Manx"):
            assert lookup(adjective) is not None, adjective


def test_importing_the_module_reads_no_data() -> None:
    script = (
        "import sys, store.entities.countries;"
        "sys.exit('tomllib' in sys.modules or 'importlib.resources' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


_WORDS = st.sampled_from(
    [
        "Iran",
        "iran",
        "US",
        "us",
        "U.S.",
        "Sino-",
        "Georgia",
        ",",
        "in ",
        " ",
        "\n",
        "Korean",
        "’s",
        "(",
        ") - ",
        "Ohio",
    ]
)


@given(st.lists(_WORDS, max_size=30).map("".join) | st.text(max_size=60))
def test_spans_are_inside_the_text_in_order_and_deterministic(text: str) -> None:
    found = hits(text)
    assert found == hits(text)
    last = 0
    for hit in found:
        assert last <= hit.span.start < hit.span.end <= len(text)
        assert hit.code in all_codes()
        assert not text[hit.span.start].islower()
        last = hit.span.start


@pytest.mark.parametrize("unit", ["Iran ", "A", "U.S.", "in Iran, ", "Sino-", "((", "American Xx "])
def test_long_hostile_texts_finish(unit: str) -> None:
    text = unit * 20_000
    people = tuple(Span(1, at, at + 1) for at in range(0, len(text), 40))
    assert len(hits(text, people=people)) <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Split; Bosnia and Iran watched.", "BA IR"),
        ("Iran spoke of Aleppo and of Homs.", "IR SY SY"),
        ("The road to Aleppo is open.", "SY"),
        ("Syria held Aleppo; Iran watched.", "SY SY IR"),
        ("Iran and Northern Ireland.", "IR GB"),
        ("Iran spoke of Crimea.", "IR UA"),
        ("Iran spoke; La Paz Department was flooded.", "IR"),
        ("The derailment at East Palestine worried Canada.", "CA"),
        ("Cuba's minister signed it in Brussels on Monday. Brussels is content.", "CU BE"),
        ("Her Majesty's Government wrote to Iran.", "GB IR"),
    ],
)
def test_a_town_in_passing_is_no_mention_of_its_country(text: str, expected: str) -> None:
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "She spoke in Spanish to the crowd.",
        "The letter, written in French and German, was read.",
        "It was published in Spanish today.",
        "He asked in English why it was so.",
        "A digest, translated from Hungarian.",
    ],
)
def test_a_language_is_no_country(text: str) -> None:
    assert codes(text) == []


def test_an_adjective_after_in_is_still_a_country() -> None:
    assert codes("In French waters and in March and Cameroonian in May.") == ["FR", "CM"]


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Moscow and Havana agreed.", 1962, "SU CU"),
        ("Moscow and Havana agreed.", 2015, "RU CU"),
        ("Yugoslav editors met in Belgrade.", None, "YU YU"),
        ("Serbia recalled Yugoslavia; Belgrade is quiet.", 2015, "RS YU RS"),
        ("Bratislava and Prague slept.", 1968, "CS CS"),
    ],
)
def test_a_seat_is_of_the_state_of_its_time(text: str, year: int | None, expected: str) -> None:
    found = find_countries([Passage("report", 1, text)], (), year=year)
    assert [hit.code for hit in found] == expected.split()
