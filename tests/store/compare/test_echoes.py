"""Echo: passages that several briefs share, seen as one."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from store.compare import compare
from store.compare.echoes import Passage, echoes
from tests.store.compare.desk import a_brief, points_of

LINE = "Buyers and sellers of salt need a price, a bank and a date."
NEXT = "Without a bank between them the salt stays where it is, on the quay."
OTHER = "The harbour master of Harn keeps two ledgers and shows one of them."


def test_sentences_that_follow_each_other_are_one_passage() -> None:
    briefs = [a_brief("a", f"So. {LINE} {NEXT}"), a_brief("b", f"{LINE} {NEXT} So.")]
    (point,) = points_of(compare(briefs), "echo")
    assert [side.sentence for side in point.sides] == [f"{LINE} {NEXT}"] * 2


def test_a_passage_ends_where_one_brief_goes_another_way() -> None:
    texts = {"a": f"{LINE} {NEXT}", "b": f"{LINE} {NEXT}", "c": f"{LINE} {OTHER}"}
    briefs = [a_brief(id_, text) for id_, text in texts.items()]
    first, second = points_of(compare(briefs), "echo")
    assert [side.id for side in first.sides] == ["a", "b", "c"]
    assert [side.id for side in second.sides] == ["a", "b"]


def test_reports_echo_reports_and_never_comments() -> None:
    briefs = [
        a_brief("a", "Nothing.", report=("Talks.", LINE)), a_brief("b", "Nothing.", report=(LINE,)),
        a_brief("c", LINE),
    ]  # fmt: skip
    (point,) = points_of(compare(briefs), "echo")
    assert [(s.id, s.section, s.paragraph) for s in point.sides] == [
        ("a", "report", 2),
        ("b", "report", 1),
    ]


def test_five_briefs_that_rest_on_one_are_one_group() -> None:
    briefs = [a_brief(f"b{n}", f"{LINE} Number {n}.") for n in range(5)]
    (point,) = points_of(compare(briefs), "echo")
    assert point.what == "5 briefs, one sentence of the comment"


def test_a_wire_item_in_hundreds_of_briefs_is_still_seen() -> None:
    passages = [
        Passage(f"b{n}", "report", 1, LINE.replace("a date", f"{n} dates")) for n in range(40)
    ]
    passages += [Passage(f"c{n}", "report", 1, LINE) for n in range(400)]
    assert max(len(group) for group in echoes(passages)) >= 400


def test_one_brief_that_repeats_itself_is_no_echo() -> None:
    assert echoes([Passage("a", "comment", 1, LINE), Passage("a", "comment", 2, LINE)]) == []


texts = st.lists(
    st.sampled_from([LINE, NEXT, OTHER, "Well.", LINE.replace("bank", "boat")]), max_size=4
)
passages_of_briefs = st.lists(texts.map(" ".join), max_size=5).map(
    lambda many: [Passage(f"b{n}", "comment", 1, text) for n, text in enumerate(many)]
)


@settings(max_examples=60, deadline=None)
@given(passages_of_briefs, st.randoms(use_true_random=False))
def test_the_order_of_the_briefs_changes_nothing(
    passages: list[Passage], chance: random.Random
) -> None:
    mixed = passages[:]
    chance.shuffle(mixed)
    assert echoes(mixed) == echoes(passages)


@settings(max_examples=60, deadline=None)
@given(passages_of_briefs)
def test_every_echo_stands_in_its_passage_and_in_another_brief(passages: list[Passage]) -> None:
    for group in echoes(passages):
        assert len({echo.passage.id for echo in group}) > 1
        for echo in group:
            assert echo.printed in echo.passage.text
            assert echo.printed
