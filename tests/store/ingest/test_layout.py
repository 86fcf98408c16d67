"""The model form and its neighbours: titles (T), boilerplate (X), nothing lost."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.brief import Brief, Reading
from store.ingest.layout import read_layout
from store.text import clean, words
from tests.store.ingest.model_form import (
    BYLINE,
    COMMENT,
    REPORT,
    TITLE,
    document,
    problem_fields,
    read_one,
    who,
)


def test_the_model_brief(model_brief: Path) -> None:
    brief = read_one(model_brief.read_text(encoding="utf-8"))
    assert brief.title == "Iran, Russia Discuss Ways to Boost Military Cooperation"
    assert who(brief) == [
        (
            "Ahmad Majidyar",
            "Fellow and Director of IranObserved Project",
            "The Middle East Institute",
        )
    ]
    assert (brief.date, brief.date_text) == ("2017-10-20", "Oct 20, 2017")
    shape = [(s.kind, s.label, len(s.paragraphs)) for s in brief.sections]
    assert shape == [("report", None, 2), ("comment", "Comment", 3)]
    assert brief.paragraphs("comment")[0].startswith("This was the first exchange")
    assert brief.readings["date"] == Reading("sure", "byline, last part")
    assert brief.readings["comment"] == Reading("sure", 'label "Comment:" at a paragraph start')
    assert {reading.confidence for reading in brief.readings.values()} == {"sure"}
    assert set(brief.readings) == {"title", "date", "authors", "comment"}
    assert (brief.problems, brief.boilerplate) == ((), ())


def assert_model(brief: Brief) -> None:
    assert brief.title == TITLE
    assert who(brief)[0] == (
        "Vera Lindqvist",
        "Fellow and Director of Passes Project",
        "The Zenda Institute",
    )
    assert brief.date == "2017-10-20"
    assert brief.paragraphs("report") == REPORT
    assert brief.paragraphs("comment") == COMMENT


@pytest.mark.parametrize(
    "repeat", [None, TITLE, TITLE.upper(), TITLE + ".", TITLE.lower(), f"**{TITLE}**"]
)
def test_t1_the_title_printed_again_is_dropped(repeat: str | None) -> None:
    assert_model(read_one(document(repeat=repeat)))


def test_t1_the_title_twice_at_the_top() -> None:
    assert_model(read_one(TITLE + "\n" + document(repeat=None)))


def test_n_single_newlines_between_paragraphs() -> None:
    assert_model(read_one(document(gap="\n")))


@pytest.mark.parametrize("width", [60, 70, 78])
def test_n_hard_wrapped_lines(width: int) -> None:
    lines = [textwrap.fill(line, width) for line in document().split("\n")]
    assert_model(read_one("\n".join(lines)))


@pytest.mark.parametrize("width", [60, 72])
def test_n_hard_wrapped_with_the_title_filled_into_the_byline(width: int) -> None:
    blocks = document().split("\n\n")
    assert_model(read_one("\n\n".join(textwrap.fill(block, width) for block in blocks)))


def test_n_the_whole_document_on_one_line() -> None:
    brief = read_one(document(gap=" ").replace("\n", " "))
    assert (brief.title, brief.date, len(brief.authors)) == (TITLE, "2017-10-20", 1)
    assert brief.paragraphs("report") == (" ".join(REPORT),)
    assert brief.paragraphs("comment") == (" ".join(COMMENT),)


def test_n_markdown_marks_are_not_text() -> None:
    text = document(f"**{BYLINE}**", title=f"# {TITLE}", repeat=None, label="## Comment\n\n")
    assert_model(read_one(text))


def test_n_front_matter() -> None:
    head = f'---\ntitle: "{TITLE}"\nauthors:\n  - Vera Lindqvist\n  - Jon Bo\ndate: 2017-10-20\n'
    brief = read_one(f"{head}tags: [rail]\n---\n\n{REPORT[0]}\n\nComment: {COMMENT[0]}\n")
    assert (brief.title, brief.date) == (TITLE, "2017-10-20")
    assert [author.name for author in brief.authors] == ["Vera Lindqvist", "Jon Bo"]
    assert brief.paragraphs("report") == REPORT[:1]
    assert "tags: [rail]" in brief.boilerplate


def test_n_character_entities_are_decoded() -> None:
    brief = read_one(document(title="Rails &amp; Roads", repeat=None))
    assert brief.title == "Rails & Roads"
    hidden = read_one("A Title\n\nHidden &#27;[31m escape in the text.")
    assert hidden.paragraphs("report") == ("Hidden [31m escape in the text.",)


def test_t2_a_series_line_above_the_title_is_set_aside() -> None:
    brief = read_one("POLICY BRIEF No. 12\n\n" + document(repeat=None))
    assert_model(brief)
    assert brief.boilerplate == ("POLICY BRIEF No. 12",)


def test_t3_a_deck_below_the_title_stays_in_the_report() -> None:
    deck = "A new line would shorten the trip by a day"
    brief = read_one(document(repeat=None).replace(BYLINE, f"{deck}\n\n{BYLINE}"))
    assert brief.title == TITLE
    assert deck in brief.paragraphs("report") + brief.boilerplate


def test_t5_a_title_that_holds_the_date() -> None:
    brief = read_one("Press Review: March 9 - 17, 2017\n\nThe trains ran again. Nobody noticed.")
    assert (brief.date, brief.date_text) == ("2017-03-17", "March 9 - 17, 2017")
    assert brief.readings["date"].confidence == "likely"
    assert "date" in problem_fields(brief)


@pytest.mark.parametrize("title", ["Treaty of Strelsau, 1754", "The Toll Wars, 1798–1800"])
def test_t5_a_year_in_a_title_is_what_it_is_about(title: str) -> None:
    brief = read_one(f"{title}\n\nThe treaty closed the pass for good. It was never renewed.")
    assert (brief.title, brief.date) == (title, None)


def test_t9_headlines_before_the_title() -> None:
    news = "\n\n".join(f"Headline Number {n} of the Day" for n in "ABCDEFGHIJ")
    brief = read_one(news.replace("\n\n", "\n") + "\n\n" + document())
    assert_model(brief)
    assert len(brief.boilerplate) == 10


def test_t10_a_title_with_a_full_stop_and_quotes() -> None:
    title = "“We will ‘wait and see’,” minister says."
    assert read_one(document(title=title, repeat=title)).title == title


def test_t11_no_title_takes_the_first_sentence_and_says_so() -> None:
    text = (
        "Fighting went on in the upper valley through the night, and by dawn the road to Zenda"
        " was closed to all traffic, local officials said. Two lorries burned. No one was hurt."
    )
    brief = read_one(text)
    assert text.startswith(brief.title.rstrip("…"))
    assert brief.readings["title"].confidence == "guess"
    assert "title" in problem_fields(brief)
    assert brief.paragraphs("report") == (text,)


def test_a_document_number_is_a_guess_of_a_title() -> None:
    text = "TST9-XYZ1-0007\n\n   Lima, 20 Aug 88 (EFE) -- [Text] The train was late again today."
    brief = read_one(text)
    assert (brief.title, brief.date) == ("TST9-XYZ1-0007", "1988-08-20")
    assert brief.readings["title"].confidence == "guess"
    assert brief.readings["date"].confidence == "likely"
    assert "two-digit year" in brief.readings["date"].reason


def test_a_title_alone_is_kept_with_a_problem() -> None:
    brief = read_one("Nothing Below This Line\n")
    assert brief.title == "Nothing Below This Line"
    assert "text" in problem_fields(brief)


@pytest.mark.parametrize("text", ["", "\n \n", "-----\n***\n", "…"])
def test_a_text_without_a_word_is_no_brief(text: str) -> None:
    assert read_layout(clean(text)) == []


def test_c11_plain_news_has_no_comment_and_no_author() -> None:
    text = "Trains Run Again\n\nBy Thursday, the line was open.\n\nBy noon it was closed again."
    brief = read_one(text)
    assert brief.paragraphs("comment") == ()
    assert brief.authors == ()
    assert problem_fields(brief) == {"date", "authors"}


def test_a_spoken_text_is_not_by_its_speaker() -> None:
    text = "PRESS BRIEFING\nBY MINISTER ANTON VESELY\n\nQ: When will it open? A: Soon enough."
    assert read_one(text).authors == ()


def test_x_furniture_tags_and_biography_are_set_aside() -> None:
    tail = [
        "Vera Lindqvist is a fellow at the Zenda Institute.",
        "Follow Vera Lindqvist on Twitter",
        "Read More »",
        "No Comments",
        "Comments are closed.",
        "Copyright © 2017 The Zenda Institute. All rights reserved.",
        "TAGGED: Iran, Syria, S-300 missiles",
    ]
    brief = read_one("\n\n".join([document(), *tail]))
    assert_model(brief)
    assert set(tail) <= set(brief.boilerplate)


def test_x_a_bare_tag_tail() -> None:
    brief = read_one(document() + "\n\nRussia, Iran, S-300 missiles")
    assert_model(brief)
    assert brief.boilerplate == ("Russia, Iran, S-300 missiles",)


def test_several_full_briefs_in_one_file() -> None:
    second = document(
        "By Jon Bo | Analyst - Hentzau Centre | Nov 3, 2017", title="The Line Is Shut", repeat=None
    )
    briefs = read_layout(clean(f"{document()}\n\n---\n\n{second}"))
    assert [(b.title, b.date) for b in briefs] == [
        (TITLE, "2017-10-20"),
        ("The Line Is Shut", "2017-11-03"),
    ]
    assert briefs[0].paragraphs("comment") == briefs[1].paragraphs("comment") == COMMENT


def test_the_file_name_gives_a_date_only_as_a_guess() -> None:
    text = "Trains Run Again\n\nThe line is open. It will stay so."
    brief = read_one(text, "2017-10-20-trains.txt")
    assert brief.date == "2017-10-20"
    assert brief.readings["date"].confidence == "guess"
    assert "date" in problem_fields(brief)


def test_the_file_name_settles_an_ambiguous_date() -> None:
    text = document("By Vera Lindqvist | Fellow - The Zenda Institute | 03/04/2017")
    brief = read_one(text, "2017-04-03 trains.txt")
    assert (brief.date, brief.readings["date"].confidence) == ("2017-04-03", "likely")
    assert read_one(text, "2016-04-03.txt").date == "2017"


# Nothing lost ------------------------------------------------------------------------------

_JOINTS = {"by", "and", "author", "authors", "date", "title", "institution", "published", "updated"}


def _kept(briefs: Iterable[Brief]) -> Counter[str]:
    kept: Counter[str] = Counter()
    for brief in briefs:
        parts = [brief.title, brief.date_text or "", *brief.boilerplate]
        for author in brief.authors:
            parts += [author.name, author.role or "", author.institution or ""]
        for section in brief.sections:
            parts += [section.label or "", *section.paragraphs]
        for part in parts:
            kept.update(words(part))
    return kept


def _lost(text: str) -> set[str]:
    """Return the words that are gone, those of a repeated title and of the form apart."""
    briefs = read_layout(text)
    missing = Counter(words(text)) - _kept(briefs)
    titles = {word.lower() for brief in briefs for word in words(brief.title)}
    return {word for word in missing if word.lower() not in titles | _JOINTS}


_PIECES = st.sampled_from([
    *REPORT, *COMMENT, BYLINE, "A Railway Title", "Comment:", "Comment: it rained.", "Analysis",
    "## Outlook", "END COMMENT", "(Comment: an aside. End comment.) More.", "Read more",
    "Tags: rail, toll", "By Jon Bo, Hentzau Centre, 3 May 2016", "By Ann Lee and Jon Bo",
    "Published: August 05 2024 | 17:52", "Updated: 2017-09-15 17:52", "19-20 May", "Ann Lee",
    "Vol. 4, No. 28, 22 July 2004", "Turkey: A vote was held.", "Iran-Russia: They met in Baku.",
    "Lima, 20 Aug 88 (EFE) -- [Text] Rain.", "Author: Jon Bo", "Date: 3 May", "- a bullet",
    "Notes", "© 2017 Zenda", "Comments (3)", "Policy Brief No. 12", "| x |", "سلام", "...",
])  # fmt: skip
_GAPS = st.sampled_from(["\n", "\n\n", "\n\n", "\n\n\n", " "])


@settings(deadline=None)
@example([
    ("By Ann Lee and Jon Bo", "\n"), ("By Jon Bo, Hentzau Centre, 3 May 2016", " "),
    ("Published: August 05 2024 | 17:52", "\n"),
])  # fmt: skip
@given(st.lists(st.tuples(_PIECES, _GAPS), max_size=12))
def test_no_word_is_lost(pieces: list[tuple[str, str]]) -> None:
    text = clean("".join(piece + gap for piece, gap in pieces))
    assert _lost(text) == set()


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for brief in read_layout(clean(text)):
        assert brief.title
        assert all(section.paragraphs for section in brief.sections)
        assert all(paragraph.strip() for paragraph in brief.paragraphs("report"))


def test_no_word_of_the_real_texts_is_lost(real: Path) -> None:
    for path in sorted((real / "texts").glob("*/*.txt"))[::7]:
        text = clean(path.read_text(encoding="utf-8", errors="replace"))
        assert _lost(text) <= {"amp", "nbsp"}, path.name


def test_the_real_texts_hold_no_false_comment_or_author(real: Path) -> None:
    for path in sorted((real / "texts").glob("*/*.txt"))[::3]:
        (brief,) = read_layout(clean(path.read_text(encoding="utf-8", errors="replace")))
        assert brief.authors == (), path.name
        assert brief.paragraphs("comment") == (), path.name


@pytest.mark.parametrize(
    "text",
    [
        "Officials met on Tuesday. Comment: It is late. " * 40_000,
        "a" * 2_000_000,
        "| " * 500_000 + "x",
        "By " * 300_000,
        "By Ann Lee | " * 80_000,
        "(" * 1_000_000 + "x",
        "*" * 1_000_000 + "x",
        "\n " * 500_000 + "x",
        "Oct 20, 2017 " * 80_000,
    ],
    ids=["one line", "one word", "bars", "by", "bylines", "brackets", "stars", "lines", "dates"],
)
def test_huge_texts_are_read_in_one_go(text: str) -> None:
    """Each of these takes minutes or overflows the stack if any step is not linear."""
    assert read_layout(text)
