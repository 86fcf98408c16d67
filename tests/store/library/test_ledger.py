"""Who is who: the reader's decisions are acted upon, outlive everything, and can be taken back."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import InputError, NotFound, UsageError
from store.ingest.pipeline import ingest
from store.library import Library
from store.library.refresh import refresh
from store.views import plain
from tests.writing import brief_text, save

REPORTS = {
    "a": "Foreign Minister Tomas Vrba met Syrian officials in Damascus. Vrba praised Syria.",
    "b": "Minister T. Vrba met Syrian officials in Damascus. Vrba praised Syria and Iran.",
    "c": "Colonel Milos Korda met Iraqi officers in Baghdad. Korda spoke of Iran and Iraq.",
    "d": "General Miloš Korda met Iraqi officers in Baghdad. Korda spoke of Iran and Iraq.",
    "e": "Colonel Vrba met Iraqi officers in Baghdad. Vrba spoke of Iran and Iraq.",
    "f": "Colonel Milos Karel Korda met Iraqi officers in Baghdad. Iran and Iraq agreed on a plan.",
}


@pytest.fixture
def people(empty: Library, tmp_path: Path) -> Library:
    for name, report in REPORTS.items():
        text = brief_text(
            f"Brief {name.upper()}", report=report, date=f"March {ord(name) - 96}, 2019"
        )
        save(tmp_path / "briefs", f"{name}.txt", text)
    ingest(empty, [tmp_path / "briefs"])
    return empty


def found(library: Library, query: str) -> list[str]:
    return sorted(r.title[-1] for r in library.search(query, exact=True).results)


def everything(library: Library) -> list[object]:
    """All that a reader can see of people: lists, pages, briefs and searches."""
    listed = library.people()
    return [
        plain(listed),
        [plain(library.person(p.id)) for p in listed],
        [plain(library.brief(r.id)) for r in library.list().results],
        [found(library, f'person:"{name}"') for p in listed for name in p.names],
        [found(library, f"person:{p.id}") for p in listed],
    ]


def index(library: Library) -> list[tuple[object, ...]]:
    """Every byte of the full-text index and of what it is made from."""
    with sqlite3.connect(library.path) as db:
        tables = ("ft_data", "ft_idx", "ft_docsize", "entry", "vocab")
        return [row for t in tables for row in db.execute(f"SELECT * FROM {t} ORDER BY 1, 2")]


def id_of(library: Library, name: str) -> str:
    (person,) = [p for p in library.people() if name in p.names]
    return person.id


def of(library: Library, name: str) -> list[str]:
    """The briefs of the person who bears just this name."""
    return found(library, f"person:{id_of(library, name)}")


def test_a_merge_is_found_under_every_name_and_rewrites_nothing_in_the_index(
    people: Library,
) -> None:
    before, seen = index(people), everything(people)
    entry = people.same("Tomas Vrba", "T. Vrba")
    assert index(people) == before
    merged = people.person("tomas vrba")
    assert {"Tomas Vrba", "T. Vrba"} <= set(merged.names)
    assert of(people, "Tomas Vrba") == ["A", "B"]
    assert found(people, f"person:{merged.id}") == ["A", "B"]
    assert [e.number for e in merged.decisions] == [entry.number]
    people.undo_decision(entry.number)
    assert index(people) == before
    assert everything(people) == seen


def test_the_number_of_a_person_who_was_merged_away_leads_on(people: Library) -> None:
    other = id_of(people, "T. Vrba")
    people.same("Tomas Vrba", "T. Vrba")
    assert people.person(other).id == id_of(people, "Tomas Vrba") != other
    assert found(people, f"person:{other}") == ["A", "B"]


def test_what_structure_merged_can_be_parted(people: Library) -> None:
    assert of(people, "Milos Korda") == ["C", "D", "F"]
    entry = people.different("Milos Korda", "Milos Karel Korda")
    assert of(people, "Milos Karel Korda") == ["F"]
    assert of(people, "Milos Korda") == ["C", "D"]
    people.undo_decision(entry.number)
    assert of(people, "Milos Korda") == ["C", "D", "F"]


def test_what_was_said_last_counts(people: Library) -> None:
    people.same("Tomas Vrba", "T. Vrba")
    people.different("Tomas Vrba", "T. Vrba")
    assert people.person("Tomas Vrba").id != people.person("T. Vrba").id
    people.same("T. Vrba", "Tomas Vrba")
    assert people.person("Tomas Vrba").id == people.person("T. Vrba").id


def test_decisions_outlive_refresh_and_re_ingest(people: Library, tmp_path: Path) -> None:
    people.same("Tomas Vrba", "T. Vrba")
    people.different("Milos Korda", "Milos Karel Korda")
    seen = everything(people)
    assert refresh(people) == 0
    assert everything(people) == seen
    ingest(people, [tmp_path / "briefs"])
    assert everything(people) == seen
    changed = save(
        tmp_path / "briefs", "b.txt",
        brief_text("Brief B", report=f"{REPORTS['b']} No more was said.", date="March 2, 2019"),
    )  # fmt: skip
    ingest(people, [changed])
    assert of(people, "Tomas Vrba") == ["A", "B"]
    assert of(people, "Milos Karel Korda") == ["F"]


def test_a_new_brief_joins_whom_the_ledger_says(people: Library, tmp_path: Path) -> None:
    people.same("Tomas Vrba", "T. Vrba")
    people.different("Milos Korda", "Milos Karel Korda")
    report = (
        "Foreign Minister Tomas A. Vrba met Colonel Milos Korda in Damascus, Syria. Iran agreed."
    )
    ingest(people, [save(tmp_path, "g.txt", brief_text("Brief G", report=report))])
    assert of(people, "T. Vrba") == ["A", "B", "G"]
    assert of(people, "Milos Korda") == ["C", "D", "G"]


def test_undo_of_the_newest_act_takes_back_a_decision(people: Library) -> None:
    seen = everything(people)
    people.same("Tomas Vrba", "T. Vrba")
    assert people.undo() == "Tomas Vrba and T. Vrba are one person"
    assert everything(people) == seen
    (entry,) = people.ledger()
    assert entry.undone


def test_a_decision_that_was_taken_back_is_no_longer_the_newest_act(people: Library) -> None:
    people.set_starred([people.list(limit=1).results[0].id], True)
    people.undo_decision(people.same("Tomas Vrba", "T. Vrba").number)
    assert people.undo() == "1 brief starred"


def test_the_ledger_keeps_what_was_taken_back_with_its_evidence(people: Library) -> None:
    number = people.same("Tomas Vrba", "T. Vrba").number
    people.undo_decision(number)
    (entry,) = people.ledger()
    assert (entry.act, entry.a, entry.b) == ("same", "Tomas Vrba", "T. Vrba")
    assert entry.evidence is not None
    assert "surnames that sound alike" in entry.evidence
    with pytest.raises(UsageError, match="taken back"):
        people.undo_decision(number)


def test_nothing_to_decide_is_said(people: Library) -> None:
    with pytest.raises(UsageError, match="one person already"):
        people.same("Milos Korda", "Milos Karel Korda")
    with pytest.raises(UsageError, match="the same name"):
        people.same("Tomas Vrba", "tomas vrba")
    with pytest.raises(NotFound, match="nobody called"):
        people.same("Tomas Vrba", "Zebulon Quist")
    with pytest.raises(UsageError, match="may be p"):
        people.same("Vrba", "Milos Korda")
    with pytest.raises(NotFound, match="no decision 7"):
        people.undo_decision(7)
    people.different("Tomas Vrba", "T. Vrba")
    with pytest.raises(UsageError, match="said already"):
        people.different("T. Vrba", "Tomas Vrba")
    assert len(people.ledger()) == 1


def test_an_exported_ledger_means_the_same_in_another_library(
    people: Library, tmp_path: Path
) -> None:
    people.same("Tomas Vrba", "T. Vrba")
    people.different("Milos Korda", "Milos Karel Korda")
    people.undo_decision(people.same("Tomas Vrba", "Milos Korda").number)
    exported = people.export_ledger()
    with Library.open(tmp_path / "other.db", create=True) as other:
        ingest(other, sorted((tmp_path / "briefs").iterdir(), reverse=True))
        assert other.import_ledger(exported) == 3
        assert other.import_ledger(exported) == 0
        assert of(other, "Tomas Vrba") == ["A", "B"]
        assert of(other, "Milos Korda") == ["C", "D"]
        assert other.export_ledger() == exported


@pytest.mark.parametrize(
    "given",
    [None, [], {}, {"ledger": 3}, {"ledger": [3]}, {"ledger": [{"act": "same", "a": "A"}]},
     {"ledger": [{"act": "merge", "a": "A B", "b": "C D", "created": "2020"}]}],
)  # fmt: skip
def test_what_is_no_ledger_is_refused(people: Library, given: object) -> None:
    with pytest.raises(InputError):
        people.import_ledger(given)
    assert people.ledger() == ()


def test_a_ledger_may_name_people_who_are_not_here_yet(empty: Library, tmp_path: Path) -> None:
    said = {"act": "same", "a": "Tomas Vrba", "b": "T. Vrba", "created": "2020-01-01T00:00:00"}
    assert empty.import_ledger({"ledger": [said]}) == 1
    for name in "ab":
        save(tmp_path / "briefs", name, brief_text(f"Brief {name.upper()}", report=REPORTS[name]))
    ingest(empty, [tmp_path / "briefs"])
    assert of(empty, "Tomas Vrba") == ["A", "B"]


# -- the queue -------------------------------------------------------------------------------------


def asked(library: Library) -> list[set[str]]:
    return [{c.a.name, c.b.name} for c in library.review()]


def test_the_queue_offers_who_may_be_one_with_both_contexts(people: Library) -> None:
    first = people.review()[0]
    assert {first.a.name, first.b.name} == {"Tomas Vrba", "T. Vrba"}
    assert first.why[0] == "surnames that sound alike"
    assert [c.title for side in (first.a, first.b) for c in side.contexts] == ["Brief A", "Brief B"]
    assert all("Vrba met" in c.sentence for side in (first.a, first.b) for c in side.contexts)


def test_the_queue_never_asks_again_what_was_decided(people: Library) -> None:
    pair = {"Tomas Vrba", "T. Vrba"}
    assert pair in asked(people)
    people.undo_decision(people.different("Tomas Vrba", "T. Vrba").number)
    assert pair in asked(people)
    people.different("Tomas Vrba", "T. Vrba")
    assert pair not in asked(people)
    people.same("Tomas Vrba", "T. Vrba")
    assert pair not in asked(people)


def test_two_known_given_names_are_never_asked_about(empty: Library, tmp_path: Path) -> None:
    for name, who in {"a": "Bashar al-Assad", "b": "Maher al-Assad"}.items():
        report = f"President {who} met officials in Damascus. Syria and Iran agreed on a plan."
        save(tmp_path / "briefs", name, brief_text(f"Brief {name}", report=report))
    ingest(empty, [tmp_path / "briefs"])
    assert asked(empty) == []


def test_an_untouched_library_has_nothing_to_say(library: Library) -> None:
    assert library.ledger() == ()
    assert refresh(library) == 0


# -- whatever is said, in whatever order -----------------------------------------------------------

_NAMES = st.sampled_from(["Tomas Vrba", "T. Vrba", "Milos Korda", "Milos Karel Korda"])
_ACTS = st.lists(st.tuples(st.sampled_from(["same", "different"]), _NAMES, _NAMES), max_size=6)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=_ACTS, order=st.randoms(use_true_random=False))
def test_taking_everything_back_in_any_order_leaves_everything_as_it_was(
    people: Library, acts: list[tuple[str, str, str]], order: random.Random
) -> None:
    before = everything(people)
    numbers = []
    for act, a, b in acts:
        try:
            numbers.append((people.same if act == "same" else people.different)(a, b).number)
        except UsageError:
            continue  # nothing to decide
    order.shuffle(numbers)
    for number in numbers:
        people.undo_decision(number)
    assert everything(people) == before


def test_every_spelling_is_searchable(library: Library) -> None:
    shoygu = {r.id for r in library.search("person:shoygu", exact=True).results}
    assert shoygu
    for query in ("person:shoigu", 'person:"sergei shoigu"', "person:schoigu"):
        assert {r.id for r in library.search(query, exact=True).results} == shoygu, query


def test_a_name_is_found_in_a_freer_romanisation(empty: Library, tmp_path: Path) -> None:
    report = "Major General Qasem Soleimani met Iraqi leaders in Baghdad. Iran and Iraq agreed."
    ingest(empty, [save(tmp_path, "q.txt", brief_text("Quds", report=report))])
    assert empty.search('person:"qasim suleymany"').total == 1
