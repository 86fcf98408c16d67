"""People in a brief: who is found, who is kept out, and which mentions are theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.brief import Passage, PersonMentions, Span
from store.entities.people import find_people


def passages(*texts: str, title: str = "", comment: str = "") -> list[Passage]:
    """A title, report paragraphs and, last, a comment."""
    found = [Passage("title", 0, title)]
    found += [Passage("report", at, text) for at, text in enumerate(texts, 1)]
    if comment:
        found.append(Passage("comment", len(texts) + 1, comment))
    return found


def names(text: str, year: int | None = None) -> list[str]:
    return [person.name for person in find_people(passages(text), year=year)]


def printed(person: PersonMentions, brief: Sequence[Passage]) -> list[str]:
    texts = {passage.paragraph: passage.text for passage in brief}
    return [texts[span.paragraph][span.start : span.end] for span in person.spans]


def test_the_model_brief_has_exactly_four_people(model_brief: Path) -> None:
    head, *rest = re.split(r"\n\s*\n", model_brief.read_text(encoding="utf-8"))
    brief = [Passage("title", 0, head)]
    kind: str = "report"
    for number, text in enumerate(rest[1:], 1):
        kind = "comment" if text.startswith("Comment:") else kind
        brief.append(Passage("comment" if kind == "comment" else "report", number, text))
    found = find_people(brief, authors=["Ahmad Majidyar"], year=2017)
    assert [(p.name, p.country) for p in found] == [
        ("Amir Hatami", "IR"),
        ("Sergey Shoygu", "RU"),
        ("Hassan Rouhani", "IR"),
        ("Bashar al-Assad", "SY"),
    ]
    hatami, shoygu, rouhani, _ = found
    assert hatami.rank == "Brigadier General"
    assert rouhani.office == "President"
    assert (shoygu.in_report, shoygu.in_comment) == (3, 0)
    assert (hatami.in_report, hatami.in_comment) == (2, 1)


def test_a_later_surname_is_the_person_named_before() -> None:
    brief = passages(
        "Foreign Minister Zofia Zaleska met Sven Halvorsen.",
        "Zaleska’s aides said that Halvorsen had agreed.",
        comment="Zaleska has won.",
        title="Zaleska Meets Halvorsen",
    )
    zaleska, halvorsen = find_people(brief)
    assert printed(zaleska, brief) == ["Zaleska", "Zofia Zaleska", "Zaleska", "Zaleska"]
    assert zaleska.names == ("Zofia Zaleska", "Zaleska")
    assert (zaleska.in_report, zaleska.in_comment) == (2, 1)
    assert zaleska.spans[0] == Span(0, 0, 7)
    assert len(halvorsen.spans) == 3


def test_a_surname_goes_to_the_most_recent_bearer() -> None:
    brief = passages(
        "Anna Lund spoke. Then Nils Lund spoke. Lund left with Anna Lund. Lund smiled."
    )
    anna, nils = find_people(brief)
    assert [span.start for span in nils.spans] == [22, 39]
    assert [span.start for span in anna.spans] == [0, 54, 65]


def test_a_title_decides_between_two_bearers() -> None:
    brief = passages("President Anna Lund met General Nils Lund. Later President Lund left.")
    anna, nils = find_people(brief)
    assert (len(anna.spans), len(nils.spans)) == (2, 1)


def test_a_surname_before_the_full_name_is_linked_too() -> None:
    brief = passages("Zaleska refused to comment.", "Minister Zofia Zaleska said so.")
    (person,) = find_people(brief)
    assert printed(person, brief) == ["Zaleska", "Zofia Zaleska"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong-un spoke. Kim left.", ["Kim Jong-un", "Kim"]),
        ("Xi Jinping spoke. Xi left.", ["Xi Jinping", "Xi"]),
        ("Abiy Ahmed spoke. Abiy left.", ["Abiy Ahmed", "Abiy"]),
        ("Mohammed bin Salman spoke. Bin Salman left.", ["Mohammed bin Salman", "Bin Salman"]),
        ("George W. Bush spoke. Bush left.", ["George W. Bush", "Bush"]),
        ("Ursula von der Leyen spoke. Von der Leyen left.", ["Ursula von der Leyen", "Leyen"]),
    ],
)
def test_short_names_of_every_kind(text: str, expected: list[str]) -> None:
    brief = passages(text)
    (person,) = find_people(brief, year=2018)
    found = printed(person, brief)
    assert found[0] == expected[0]
    assert found[1].endswith(expected[1])


def test_two_spellings_in_one_brief_are_one_person() -> None:
    brief = passages("Sergey Shoygu spoke.", "Shoigu left.")
    (person,) = find_people(brief)
    assert person.names == ("Sergey Shoygu", "Shoigu")


def test_a_bare_surname_of_an_office_holder() -> None:
    (person,) = find_people(passages("Critics in Iran say that Rouhani hesitated."), year=2017)
    assert (person.name, person.names, person.country) == ("Hassan Rouhani", ("Rouhani",), "IR")
    assert person.country_reason


def test_a_shared_surname_needs_more_than_the_year() -> None:
    assert names("May was pleasant and Rice was cheap.", 2017) == []
    assert names("Senator Johnson objected.", 2020) == ["Johnson"]


def test_the_country_of_a_stranger_stays_unknown() -> None:
    (person,) = find_people(passages("Foreign Minister Zofia Zaleska flew to Iran."), year=2017)
    assert (person.country, person.country_reason) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The Nelson Mandela Foundation and Abraham Lincoln University opened in Deir Ezzor.",
        "Ansar Allah took Wadi Barada on Monday, the Washington Post reported.",
        "In March the Ministry of Foreign Affairs in Buenos Aires met the Security Council.",
        "Human Rights Watch accused Boko Haram of attacks near Maiduguri in Borno State.",
        "Saudi Arabia, South Korea and New Zealand joined the North Atlantic Council.",
        "Israel Defense Forces and Chad Basin troops met in Georgia.",
        "The European Union and the Islamic Revolutionary Guard Corps traded barbs.",
    ],
)
def test_places_and_institutions_are_no_people(text: str) -> None:
    assert names(text, 2017) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Analysts such as Israel Baumgart said so.", ["Israel Baumgart"]),
        ("Defense Minister Israel Baumgart said so.", ["Israel Baumgart"]),
        ("Zofia Zaleska and Jerzy Nowakowicz said so.", ["Zofia Zaleska", "Jerzy Nowakowicz"]),
        ("Mr. O’Farrelly told reporters.", ["O’Farrelly"]),
        ("Patrick O’Farrelly Jr. told reporters.", ["Patrick O’Farrelly Jr."]),
        ("Hassan GHABASHEH was listed.", ["Hassan GHABASHEH"]),
    ],
)
def test_untitled_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_headline_names_nobody_by_itself() -> None:
    brief = passages("The two sides met.", title="Anna Pledges Missile Boost for Robert Street")
    assert find_people(brief) == ()


def test_a_headline_may_name_an_office_holder() -> None:
    brief = passages("The two sides met in Moscow.", title="Putin Hosts Talks in Russia")
    (person,) = find_people(brief, year=2017)
    assert (person.name, person.in_report, person.in_comment) == ("Vladimir Putin", 0, 0)


def test_the_author_is_not_among_the_people() -> None:
    text = "Zofia Zaleska said so. In an earlier brief Majid Fallahi wrote; Fallahi disagrees."
    found = find_people(passages(text), authors=["Majid Fallahi"])
    assert [person.name for person in found] == ["Zofia Zaleska"]


def test_an_original_in_brackets_is_one_more_form() -> None:
    (person,) = find_people(passages("General Pavel Drozhin (Павел Дрожин) was listed."))
    assert person.names == ("Pavel Drozhin", "Павел Дрожин")
    assert len(person.spans) == 1


def test_a_text_in_capitals() -> None:
    text = "PERUVIAN PRESIDENT ALAN BUSTAMANTE SAID TODAY THAT THE POLICE HAD FOUND THE WEAPONS."
    (person,) = find_people(passages(text))
    assert (person.name, person.country) == ("ALAN BUSTAMANTE", "PE")


def test_a_very_long_line_is_read_in_full() -> None:
    text = "Nothing happened in the Ministry of Peace. " * 20_000 + "Zofia Zaleska said so."
    (person,) = find_people(passages(text))
    assert person.spans[0].end == len(text) - len(" said so.")


@given(st.lists(st.text(max_size=200), max_size=4))
def test_spans_always_hold_a_printed_name(texts: list[str]) -> None:
    brief = passages(*texts)
    for person in find_people(brief, year=2017):
        assert set(printed(person, brief)) <= set(person.names)


WORDS = st.sampled_from(
    [
        "President",
        "Minister",
        "of",
        "the",
        "Iran",
        "Iranian",
        ",",
        ".",
        "’s",
        "Hassan",
        "Rouhani",
        "Kim",
        "Jong-un",
        "al-",
        "bin",
        "Salman",
        "(AFGS)",
        "General",
        "United",
        "Nations",
        "said",
        "and",
        "Van",
        "der",
        "O'Neil",
        "J.",
        "U.S.",
        "X",
        "Tehran",
        "Ministry",
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=40))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    brief = passages(" ".join(words), title=" ".join(words[:8]))
    for person in find_people(brief, authors=["J. Doe"], year=2017):
        assert set(printed(person, brief)) <= set(person.names)
        assert list(person.spans) == sorted(set(person.spans), key=lambda s: (s.paragraph, s.start))
