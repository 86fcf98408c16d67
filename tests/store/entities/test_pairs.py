"""The pairs a brief is about: order, counts, and when there is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.brief import PairMention, Passage, PassageKind, PersonMentions, Span
from store.entities.countries import find_countries
from store.entities.pairs import rank_pairs


def pairs(
    title: str, *paragraphs: tuple[PassageKind, str], year: int | None = None
) -> tuple[PairMention, ...]:
    passages = [Passage("title", 0, title)]
    passages += [Passage(kind, at, text) for at, (kind, text) in enumerate(paragraphs, 1)]
    return rank_pairs(passages, find_countries(passages, ()), year=year)


def test_the_pair_is_its_codes_in_alphabetical_order_with_counts_apart() -> None:
    found = pairs(
        "Russia and Iran Sign",
        ("report", "Russia met Iran. Tehran waited. Moscow thanked Tehran."),
        ("comment", "Moscow needs Tehran."),
    )
    assert [(p.pair, p.main, p.in_report, p.in_comment) for p in found] == [("IR-RU", True, 2, 1)]
    assert 0 < found[0].score <= 100


def test_the_score_is_the_formula() -> None:
    # salience 2 and 1 (sum 3), one of two sentences names both
    found = pairs("", ("report", "Russia met Iran. Russia left."))
    assert found[0].score == round(100 * (0.7 * 2 * 1 / 3 + 0.3 * 1 / 2), 1)


def test_a_crowded_sentence_joins_less() -> None:
    three = pairs("", ("report", "Russia, Iran and China met."))
    assert {p.score for p in three} == {round(100 * (0.7 * 2 / 3 + 0.3 / 1.5), 1)}
    assert [p.pair for p in three] == ["CN-IR", "CN-RU", "IR-RU"]
    assert not any(p.main for p in three)  # none of the three stands out


def test_a_country_nearly_alone_makes_no_pair() -> None:
    assert pairs("Iran", ("report", "Iran said. " * 8 + "Chad agreed with Iran.")) == ()
    assert pairs("Iran", ("report", "Iran votes.")) == ()
    assert pairs("", ("report", "Nobody spoke.")) == ()


def test_a_scene_is_less_of_a_party() -> None:
    scene = pairs("", ("report", "In Syria, Iran met Israel. Iran left."))
    party = pairs("", ("report", "Now Syria, Iran met Israel. Iran left."))
    assert scene[0].pair == "IL-IR"
    by_pair = {p.pair: p.score for p in scene}
    assert by_pair["IR-SY"] < by_pair["IL-IR"]
    assert by_pair["IR-SY"] < {p.pair: p.score for p in party}["IR-SY"]


def test_the_title_counts_double_and_in_no_count() -> None:
    found = pairs("Japan and China", ("report", "Japan met Korea. Tokyo met Seoul. Beijing slept."))
    assert [p.pair for p in found][:2] == ["CN-JP", "JP-KR"]
    assert (found[0].in_report, found[0].in_comment) == (0, 0)


def test_two_sentences_in_a_row_join_what_they_name_half_as_much() -> None:
    apart = pairs("", ("report", "Serbia waited."), ("report", "Kosovo waited."))
    in_a_row = pairs("", ("report", "Serbia waited. He left. Kosovo waited."))
    beside = pairs("", ("report", "Serbia waited. Kosovo waited."))
    together = pairs("", ("report", "Serbia and Kosovo waited. All left."))
    scores = [found[0].score for found in (apart, in_a_row, beside, together)]
    assert scores[1] < scores[2] < scores[3]
    assert scores[1] == 70.0  # salience alone
    assert all(found[0].main for found in (apart, in_a_row, beside, together))


def test_the_first_paragraph_counts_double() -> None:
    lead, rest = "Serbia met Kosovo.", "Germany met Kosovo."
    found = pairs("", ("report", lead), ("report", rest))
    assert [p.pair for p in found if p.main] == ["RS-XK"]


def test_the_people_of_a_country_count_half_for_it() -> None:
    text = "Serbia met Kosovo. Germany met Kosovo. Anna Lund and Nils Lund left."
    passages = [Passage("title", 0, ""), Passage("report", 1, text)]
    spans = tuple(Span(1, text.index(n), text.index(n) + 9) for n in ("Anna Lund", "Nils Lund"))
    lund = PersonMentions("Lund", ("Lund",), None, None, "RS", None, spans, 2, 0)
    hits = find_countries(passages, spans)
    assert not rank_pairs(passages, hits)[0].main
    (main,) = [p for p in rank_pairs(passages, hits, people=[lund]) if p.main]
    assert main.pair == "RS-XK"


def test_of_two_pairs_alike_the_titles_own_is_the_main_one() -> None:
    body: tuple[PassageKind, str] = ("report", "Serbia met Kosovo. Germany met Kosovo.")
    assert not any(p.main for p in pairs("They Met", body))
    assert [p.pair for p in pairs("Kosovo and Germany", body) if p.main] == ["DE-XK"]


def test_a_list_of_countries_is_no_pair() -> None:
    ten = "Iran, Iraq, Oman, Chad, Mali, Peru, Cuba, Fiji, Togo and Laos voted. "
    assert pairs("Ten States Vote", ("report", ten)) == ()


def test_two_countries_that_no_sentence_joins_can_still_be_the_pair() -> None:
    found = pairs("", ("report", "Iran waited. Russia waited."))
    assert [(p.pair, p.main, p.in_report) for p in found] == [("IR-RU", True, 0)]


def test_a_state_that_is_no_more_takes_part_in_its_own_time_only() -> None:
    text: tuple[PassageKind, str] = ("report", "The Soviet Union met Cuba. Soviet envoys left.")
    assert [p.pair for p in pairs("", text, year=1988)] == ["CU-SU"]
    assert pairs("", text, year=2017) == ()


def test_an_undated_brief_is_of_the_time_of_the_states_it_names_most() -> None:
    old = "The Soviet Union met Cuba. Soviet envoys left."
    new = "Russia met Cuba. Russia left Havana. Soviet songs were sung with Cuba."
    assert [p.pair for p in pairs("", ("report", old))] == ["CU-SU"]
    assert [p.pair for p in pairs("", ("report", new))] == ["CU-RU"]


def test_the_two_koreas_are_a_pair() -> None:
    assert [p.pair for p in pairs("The Two Koreas Talk", ("report", "They met."))] == ["KP-KR"]


_NAMES = st.sampled_from(["Iran", "Russia", "in Syria", "the U.S.", "China", "left", "met", "."])


@given(st.lists(_NAMES, max_size=40), st.lists(_NAMES, max_size=20))
def test_ranking_is_sound_whatever_the_text(report: list[str], comment: list[str]) -> None:
    found = pairs("", ("report", " ".join(report)), ("comment", " ".join(comment)))
    best = max((p.score for p in found), default=0)
    assert all(p.score >= 0.8 * best for p in found[:1])  # or the title's own
    assert not any(p.main for p in found[1:])
    assert len(found) <= 6
    assert len({p.pair for p in found}) == len(found)
    for pair in found:
        first, second = pair.pair.split("-")
        assert first < second
        assert 0 <= pair.score <= 100


def test_a_pair_that_the_title_does_not_tell_needs_a_higher_score() -> None:
    text = "Cuba met Chad. " + "Peru slept. Mali slept. Oman slept. Togo slept. " * 2
    assert not any(p.main for p in pairs("Small States", ("report", text)))
    assert pairs("Cuba and Chad Speak", ("report", text))[0].main


def test_a_group_in_the_title_is_the_other_party() -> None:
    text = "Cuba signed it. Cuba was content; America was not."
    assert not any(p.main for p in pairs("EU and Cuba Sign", ("report", text)))
    assert pairs("Cuba Signs", ("report", text))[0].main
