"""Searching the library: what is found, in which order, and what is said about it."""

from __future__ import annotations

import itertools
import threading
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import Interrupted
from store.ingest.pipeline import ingest
from store.library import Library
from store.text import words
from tests.writing import brief_text, save


def ids(library: Library, query: str, **options: object) -> list[str]:
    return [r.id for r in library.search(query, limit=1000, **options).results]  # type: ignore[arg-type]


def everything(library: Library) -> list[str]:
    return [r.id for r in library.list().results]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(query=st.text(max_size=40))
def test_any_text_is_a_legal_query(library: Library, query: str) -> None:
    answer = library.search(query, limit=3)
    assert answer.total >= len(answer.results)


_PIECES = st.sampled_from([
    "iran", "c", "wor*", "a", '"naval exercise"', "OR", "OR", "(", ")", "-", "date:2017", "tag:x",
    "date:>2018", "date:2017-10..2018", "source:txt", "pair:IR-RU", "country:IR", "person:zarif",
    "by:lee", "at:a", "is:unread", "is:noted", "label:comment", "in:title", "in:comment", "foo:y",
])  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(_PIECES, max_size=8), end=st.sampled_from(["", " "]))
def test_any_query_of_the_language_is_answered(
    library: Library, pieces: list[str], end: str
) -> None:
    query = " ".join(pieces).replace("- ", "-") + end
    for answer in (library.search(query, limit=3), library.search_quickly(query, limit=3)):
        assert answer.total >= len(answer.results)


@pytest.mark.parametrize("other", ["date:1900", "source:nowhere", "(date:1900 tag:x)"])
@pytest.mark.parametrize("typed", ["c", "ir", "ir "])
def test_a_beginning_may_stand_beside_what_is_not_in_the_index(
    library: Library, other: str, typed: str
) -> None:
    assert set(ids(library, f"{other} OR {typed}")) == set(ids(library, typed))


@pytest.mark.parametrize(
    "query",
    ['"', '"iran', "iran AND", "NEAR(", "a OR", "OR", "(((", "-", "*", "title:", "x:y", "S-300",
     "c++", "🙂", "in:", "pair:", "pair:zz", "date:yesterday", "is:happy", "\x00", "ft MATCH", "'"],
)  # fmt: skip
def test_what_breaks_other_parsers_is_only_a_query(library: Library, query: str) -> None:
    assert library.search(query).total >= 0


def test_every_word_of_a_brief_finds_it(library: Library) -> None:
    rows = library.list().results
    for row in rows[::7]:
        view = library.brief(row.id)
        for section in view.sections:
            text = " ".join(section.paragraphs)
            for word in sorted(set(words(text)))[::9]:
                assert row.id in ids(library, f"{word} ", exact=True), word
                assert row.id in ids(library, f"{word} in:{section.kind}"), (word, section.kind)


def test_a_title_stays_found_while_it_is_typed(library: Library) -> None:
    for row in library.list().results[::6]:
        for end in range(1, len(row.title) + 1):
            assert row.id in ids(library, row.title[:end]), row.title[:end]


def test_a_title_is_on_the_first_screen_from_the_second_word(library: Library) -> None:
    for row in library.list().results:
        first_two = " ".join(words(row.title)[:2])
        top = [r.id for r in library.search(first_two + " ", limit=20).results]
        assert row.id in top, first_two


def test_misspelled_words_are_corrected_one_by_one_and_said(empty: Library, tmp_path: Path) -> None:
    text = brief_text("Iran, Russia Review Military Plans", report=(
        "Brigadier General Amir Hatami and his Russian counterpart Sergey Shoygu reviewed military"
        " plans in a telephone call, state media said."))  # fmt: skip
    ingest(empty, [save(tmp_path / "in", "a.txt", text)])
    answer = empty.search("shoigu milatary")
    assert answer.total == 1
    assert {c.word: c.to[0] for c in answer.corrections} == {
        "shoigu": "shoygu", "milatary": "military",
    }  # fmt: skip
    assert any("shoigu → shoygu" in why for why in answer.results[0].why)
    assert empty.search("shoigu milatary", exact=True).total == 0


def test_exact_matches_stand_above_completions_and_those_above_corrections(
    empty: Library, tmp_path: Path
) -> None:
    for name, word in (("exact", "tanker"), ("prefix", "tankers"), ("corrected", "banker")):
        text = brief_text(f"On the {name}", report=f"The {word} was seen.", comment="It left.")
        save(tmp_path / "in", f"{name}.txt", text)
    ingest(empty, [tmp_path / "in"])
    titles = [r.title for r in empty.search("tanker").results]
    assert titles[:2] == ["On the exact", "On the prefix"]
    scores = [r.score or 0 for r in empty.search("tanker").results]
    assert scores == sorted(scores, reverse=True)


def test_the_title_weighs_more_than_the_comment_and_that_more_than_the_report(
    empty: Library, tmp_path: Path
) -> None:
    filler = "The delegation arrived and the talks went on until the evening."
    parts = {
        "title": brief_text("Corvette Sale", report=filler, comment=filler),
        "comment": brief_text("Sale One", report=filler, comment=filler + " A corvette."),
        "report": brief_text("Sale Two", report=filler + " A corvette.", comment=filler),
    }
    for name, text in parts.items():
        save(tmp_path / "in", f"{name}.txt", text)
    ingest(empty, [tmp_path / "in"])
    sections = [r.snippet and r.snippet.section for r in empty.search("corvette").results]
    assert sections == ["title", "comment", "report"]


def test_report_and_comment_are_searched_apart(library: Library) -> None:
    in_report, in_comment = (
        set(ids(library, f"likely in:{half}")) for half in ("report", "comment")
    )
    assert in_comment
    for row in library.search("likely in:comment ", limit=50).results:
        comment = [
            p for s in library.brief(row.id).sections if s.kind == "comment" for p in s.paragraphs
        ]
        assert any("likely" in p.lower() for p in comment)
        assert row.snippet is not None
        assert row.snippet.section == "comment"
    assert in_report != in_comment


def test_a_negative_alone_is_everything_but_that(library: Library) -> None:
    whole = set(everything(library))
    for query in ("russia", "pair:IR-RU", "in:comment", "date:2017", '"foreign ministers"'):
        found, rest = set(ids(library, f"{query} ")), set(ids(library, f"-{query} "))
        assert found, query
        assert found | rest == whole, query
        assert not found & rest, query


def test_or_binds_looser_than_and(library: Library) -> None:
    both = set(ids(library, "wine australia OR sevan armenia "))
    assert both == set(ids(library, "wine australia ")) | set(ids(library, "sevan armenia "))


@pytest.mark.parametrize(
    "spelling",
    ["pair:IR-RU", "pair:RU-IR", "pair:iran-russia", "pair:russia-iran", 'pair:"Iran Russia"'],
)
def test_a_pair_is_found_in_either_order_by_code_or_name(library: Library, spelling: str) -> None:
    rows = library.search(spelling, limit=100).results
    assert rows
    assert all("IR-RU" in r.pairs for r in rows)
    assert len(rows) == len(library.pair("IR-RU").briefs)


def test_filters_combine(library: Library) -> None:
    rows = library.search("pair:iran-russia date:2017 in:comment alliance ").results
    assert rows
    assert all(r.date and r.date.startswith("2017") and "IR-RU" in r.pairs for r in rows)


def test_a_person_is_found_however_spelled(library: Library) -> None:
    found = set(ids(library, "person:shoigu"))
    assert found
    assert (
        found == set(ids(library, "person:shoygu")) == set(ids(library, 'person:"Sergei Shoygu"'))
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"qasim suleymany"', "Soleimani"),
        ("suleimani", "Soleimani"),
        ("lawrow", "Lavrov"),
        ("erdogan", "Erdo"),
        ("putin", "Putin"),
    ],
)
def test_a_person_field_takes_any_romanisation(library: Library, typed: str, meant: str) -> None:
    rows = library.search(f"person:{typed}", limit=50).results
    assert rows
    for row in rows:
        assert any(meant in p.name for p in library.brief(row.id).people)


def test_a_name_spelled_otherwise_is_found_below_and_said(library: Library) -> None:
    answer = library.search("shoigu ", limit=50)
    whys = [" ".join(r.why) for r in answer.results]
    exact = [w for w in whys if "exact: shoigu" in w]
    alias = [w for w in whys if "alias: shoigu → shoygu" in w]
    assert exact
    assert alias
    assert whys == exact + alias
    assert [c.to for c in answer.corrections] == [("shoygu",)]
    assert library.search("shoigu ", exact=True).total == len(exact)


def test_a_phrase_that_no_brief_holds_is_loosened_and_said(library: Library) -> None:
    for query in ("Nagorno-Karabach", '"armenia the karabakh"'):
        answer = library.search(query)
        assert answer.total, query
        assert any("in a row" in notice for notice in answer.notices)
        assert library.search(query, exact=True).total == 0
    assert not library.search("Nagorno-Karabakh").notices


def test_a_star_completes_a_phrase_even_exactly(library: Library) -> None:
    assert library.search('"Nagorno-Kara*"', exact=True).total
    assert library.search('"Nagorno-Kara"', exact=True).total == 0


def test_what_does_not_exist_is_said(library: Library) -> None:
    for query, words_said in (
        ("pair:atlantis-iran", "no such country pair"), ("person:zzyzx", "nobody"),
        ("qwertyuiopas", "no brief holds"), ("foo:bar", "no field"), ("is:happy", "none of"),
    ):  # fmt: skip
        answer = library.search(query)
        assert any(words_said in n for n in answer.notices), (query, answer.notices)


def test_paging_walks_through_the_same_order(library: Library) -> None:
    for query in ("iran", "milatary russia", "-iran", ""):
        whole = ids(library, query)
        pages = itertools.chain.from_iterable(
            [r.id for r in library.search(query, limit=3, offset=at).results]
            for at in range(0, len(whole), 3)
        )
        assert list(pages) == whole
        assert len(whole) == library.search(query, limit=1).total


def test_newest_and_oldest_first(library: Library) -> None:
    newest = [r.date or "" for r in library.search("russia ", sort="newest", limit=99).results]
    oldest = [r.date or "" for r in library.search("russia ", sort="oldest", limit=99).results]
    assert newest == sorted(newest, reverse=True)
    assert oldest == newest[::-1]


def test_highlights_are_the_words_sought(library: Library) -> None:
    for row in library.search("erdogan ", limit=20).results:
        assert row.snippet is not None
        marked = [row.snippet.text[a:b] for a, b in row.snippet.highlights]
        assert marked
        for text in marked:
            plain = unicodedata.normalize("NFD", text.lower())
            assert "".join(c for c in plain if not unicodedata.combining(c)) == "erdogan"


def test_the_scope_narrows_a_search(library: Library) -> None:
    inside = library.search("agreement", scope="pair:IR-SA", limit=100)
    assert inside.total
    assert all("IR-SA" in r.pairs for r in inside.results)
    assert inside.total < library.search("agreement").total


def test_marks_filter_and_never_enter_the_index(library: Library) -> None:
    first, second, *_ = everything(library)
    library.set_starred([first], True)
    library.set_read([first, second], True)
    assert ids(library, "is:starred") == [first]
    assert set(ids(library, "is:unread")) == set(everything(library)) - {first, second}
    library.set_read([second], False)
    assert second in ids(library, "is:unread")


def test_a_search_can_be_interrupted_from_another_thread(library: Library) -> None:
    outcomes: list[str] = []
    with library.writing() as db:
        # A query that would run for hours, on the searching connection of the other thread.
        db.execute("CREATE TABLE endless (n INTEGER)")
        db.executemany("INSERT INTO endless VALUES (?)", [(n,) for n in range(3000)])
    started = threading.Event()

    def search() -> None:
        try:
            with library._connections.searching() as reader:
                started.set()
                reader.execute(
                    "SELECT count(*) FROM endless a, endless b, endless c, endless d"
                ).fetchone()
        except Interrupted:
            outcomes.append("interrupted")

    thread = threading.Thread(target=search)
    thread.start()
    started.wait(5)
    while thread.is_alive():
        library.interrupt()
        thread.join(0.01)
    assert outcomes == ["interrupted"]
    assert library.search("iran").total > 0


def test_known_words_are_varied_too_where_they_never_stand_together(
    empty: Library, tmp_path: Path
) -> None:
    for n, name in enumerate(("Sergey Shoygu", "Sergei Lavrov")):
        text = brief_text(f"Call {n}", report=f"Defence Minister {name} spoke to his counterpart.")
        save(tmp_path / "in", f"{n}.txt", text)
    ingest(empty, [tmp_path / "in"])
    for query, title in (("Sergei Shoigu", "Call 0"), ("Sergey Lavrov", "Call 1")):
        answer = empty.search(query)
        assert [row.title for row in answer.results] == [title]
        assert answer.corrections
        assert empty.search(query, exact=True).total == 0
        assert empty.search_quickly(query).total == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [("title:iran ", "in:title iran "), ("pair: IR-RU", "pair:IR-RU"),
     ("in:report,comment likely ", "(in:report likely) OR (in:comment likely) "),
     ('date:"Oct 2017"', "date:2017-10"), ("date:2018-04-30", 'date:"April 30, 2018"'),
     ("NEAR(iran russia) ", "iran russia "), ('"iran"~5', '"iran"'), ("is:read,unread", ""),
     ("comment:likely title:iran ", "(in:comment likely ) (in:title iran )")],
)  # fmt: skip
def test_what_other_languages_write_is_understood(
    library: Library, written: str, meant: str
) -> None:
    found = set(ids(library, written))
    assert found
    assert found == set(ids(library, meant))


@pytest.mark.parametrize(
    "query",
    ["label:foo", "tag:x", "source:nowhere", "pair:TV-NR", "country:tuvalu", "date:2017-13",
     '"iran russia"~5', "NEAR(iran russia)", "saved:x"],
)  # fmt: skip
def test_a_zero_or_an_ignored_part_is_never_silent(library: Library, query: str) -> None:
    assert library.search(query).notices


def test_that_known_words_never_stand_together_is_an_answer(empty: Library, tmp_path: Path) -> None:
    for n, words_ in enumerate(("grand strait", "grant street")):
        save(tmp_path / "in", f"{n}.txt", brief_text(f"Note {n}", report=f"On the {words_} now."))
    ingest(empty, [tmp_path / "in"])
    for answer in (empty.search("grant strait "), empty.search_quickly("grant strait ")):
        assert answer.total == 0
        assert not answer.corrections
        assert answer.notices == ("“grant” is in 1 brief, “strait” in 1: none holds both",)
