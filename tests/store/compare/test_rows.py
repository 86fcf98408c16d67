"""Rows: paragraphs that speak of the same thing stand side by side."""

from __future__ import annotations

import random
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.compare import compare
from store.views import BriefView
from tests.store.compare.desk import a_brief, rows_of

HARBOUR = "The harbour dredging at Harn stalled, and Ilva Brandt knows that barges cannot pass."
HARBOUR_TOO = "Without dredging no barges reach the harbour; Ilva Brandt has staked her name on it."
GRAIN = "Grain silos in Norland stand empty because the millers refuse the new levy."
GRAIN_TOO = "Millers in Norland would rather leave silos empty than pay a levy on grain."
APART = "Violins improve with age when lacquer breathes."
SHUFFLED = (
    HARBOUR,
    HARBOUR_TOO,
    GRAIN,
    GRAIN_TOO,
    APART,
    "Tomas Reke promised Sudria forty-two locomotives by 3 June.",
    "The locomotives, forty-two by count, reach Sudria when Tomas Reke signs.",
    "Westmark sells salt. Nobody asks where Osteria buys it.",
    "In the end the levy and the dredging are one quarrel about silos and barges.",
)


def two() -> tuple[BriefView, BriefView]:
    return a_brief("one", HARBOUR, GRAIN, APART), a_brief("two", GRAIN_TOO, HARBOUR_TOO)


def test_paragraphs_on_one_thing_share_a_row_wherever_they_stand() -> None:
    assert rows_of(compare(two())) == {
        frozenset({("one", 1), ("two", 2)}),
        frozenset({("one", 2), ("two", 1)}),
        frozenset({("one", 3)}),
    }


def test_a_row_says_why() -> None:
    row = next(row for row in compare(two()).rows if row.cells == {"one": (1,), "two": (2,)})
    assert "people: Ilva Brandt" in row.why
    assert any(why.startswith("words: ") and "dredging" in why for why in row.why)


EMBARGO = "The embargo keeps wheat and diesel from the frontier towns of Norland."
SANCTIONS = "Sanctions stop fuel and grain at the border of Norland, and its villages pay."


def test_one_thing_said_in_other_words_shares_a_row_and_the_words_are_named() -> None:
    comparison = compare([a_brief("one", APART, EMBARGO), a_brief("two", SANCTIONS, HARBOUR)])
    row = next(row for row in comparison.rows if row.cells == {"one": (2,), "two": (1,)})
    related = next(why for why in row.why if why.startswith("related words: "))
    assert "embargo ~ sanctions" in related


def test_of_two_paragraphs_on_one_thing_the_nearer_one_faces_it() -> None:
    vague = "Few in Norland care what the towns eat, since the theatres and choirs are excellent."
    one, two = a_brief("one", EMBARGO), a_brief("two", vague, SANCTIONS)
    assert frozenset({("one", 1), ("two", 2)}) in rows_of(compare([one, two]))


def test_a_figure_that_only_takes_up_what_was_said_is_no_reason() -> None:
    one = a_brief("one", "No barge between the two carries dredging gear to the harbour.")
    two = a_brief("two", "Nothing between the two carries grain, or dredging gear to the harbour.")
    assert not any(w.startswith("figure:") for row in compare([one, two]).rows for w in row.why)


def test_naming_one_country_is_not_speaking_of_one_thing() -> None:
    one = a_brief("one", "Norland's violins lacquer slowly.", HARBOUR)
    two = a_brief("two", "Nobody taxes Norland's silos.", HARBOUR_TOO)
    assert frozenset({("one", 1)}) in rows_of(compare([one, two]))


def test_what_lies_beyond_all_that_an_analyst_writes_is_shown_but_not_compared() -> None:
    filler = ["Violins lacquer slowly in the attic of a theatre. " * 300] * 9
    comparison = compare([a_brief("one", *filler, HARBOUR), a_brief("two", HARBOUR_TOO)])
    assert comparison.lanes[0].paragraphs[9] == HARBOUR
    assert frozenset({("one", 10)}) in rows_of(comparison)


def test_a_lone_paragraph_gives_no_reason() -> None:
    assert [row.why for row in compare(two()).rows if len(row.cells) == 1] == [()]


def test_words_of_estimation_alone_link_nothing() -> None:
    one = a_brief("one", "We assess with moderate confidence that silos will be built in Norland.")
    two = a_brief("two", "We assess with moderate confidence that Sudria keeps its violins.")
    assert all(len(row.cells) == 1 for row in compare([one, two]).rows)


def test_a_paragraph_may_face_two_of_another_comment() -> None:
    split = a_brief(
        "two",
        "Ilva Brandt staked her name on the harbour dredging.",
        "Without dredging barges cannot reach the harbour, whatever Ilva Brandt says.",
    )
    assert {"one": (1,), "two": (1, 2)} in [
        dict(row.cells) for row in compare([a_brief("one", HARBOUR), split]).rows
    ]


def test_no_chain_brings_together_what_does_not_agree() -> None:
    link = "The levy empties silos in Norland while dredging keeps barges from the harbour."
    briefs = [a_brief("a", HARBOUR), a_brief("b", link), a_brief("c", GRAIN)]
    assert not any({"a", "c"} <= row.cells.keys() for row in compare(briefs).rows)


def test_lanes_keep_their_own_order_down_the_rows() -> None:
    one = a_brief("one", APART, HARBOUR, GRAIN)
    two = a_brief("two", HARBOUR_TOO, "Westmark sells salt.", GRAIN_TOO)
    comparison = compare([one, two])
    for id_ in ("one", "two"):
        numbers = [n for row in comparison.rows for n in row.cells.get(id_, ())]
        assert numbers == sorted(numbers)


def test_briefs_without_a_comment_have_an_empty_lane() -> None:
    comparison = compare([a_brief("one"), a_brief("two", HARBOUR)])
    assert [lane.paragraphs for lane in comparison.lanes] == [(), (HARBOUR,)]
    assert rows_of(comparison) == {frozenset({("two", 1)})}


def test_a_brief_given_twice_stands_once() -> None:
    one, two_ = two()
    assert compare([one, two_, one]) == compare([one, two_])


def test_nothing_to_compare() -> None:
    empty = compare([])
    assert (empty.briefs, empty.lanes, empty.rows, empty.points) == ((), (), (), ())


briefs_of_paragraphs = st.lists(
    st.lists(st.sampled_from(SHUFFLED), max_size=4, unique=True), min_size=1, max_size=4
).map(lambda many: [a_brief(f"b{n}", *paragraphs) for n, paragraphs in enumerate(many)])


@settings(max_examples=60, deadline=None)
@given(briefs_of_paragraphs, st.randoms(use_true_random=False))
def test_the_order_of_the_briefs_changes_only_the_lanes(
    briefs: list[BriefView], chance: random.Random
) -> None:
    mixed = briefs[:]
    chance.shuffle(mixed)
    straight, other = compare(briefs), compare(mixed)
    assert straight.rows == other.rows
    assert straight.points == other.points
    assert [lane.id for lane in other.lanes] == [brief.id for brief in mixed]


def test_every_order_of_three_gives_the_same_rows_in_the_same_order() -> None:
    briefs = [*two(), a_brief("three", APART, HARBOUR_TOO.replace("staked", "put"))]
    sheets = [compare(order) for order in permutations(briefs)]
    assert all(sheet.rows == sheets[0].rows for sheet in sheets)


@settings(max_examples=60, deadline=None)
@given(briefs_of_paragraphs)
def test_every_paragraph_stands_in_exactly_one_row(briefs: list[BriefView]) -> None:
    comparison = compare(briefs)
    placed = [(i, n) for row in comparison.rows for i, ns in row.cells.items() for n in ns]
    lanes = [(lane.id, n + 1) for lane in comparison.lanes for n in range(len(lane.paragraphs))]
    assert sorted(placed) == sorted(lanes)


UNRELATED = "Zyx qwv jkpl mnbt; vrtk plmx."


@settings(max_examples=60, deadline=None)
@given(briefs_of_paragraphs, st.data())
def test_an_unrelated_paragraph_leaves_every_link_in_place(
    briefs: list[BriefView], data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(briefs) - 1))
    texts = [*briefs[which].sections[1].paragraphs]
    at = data.draw(st.integers(0, len(texts)))
    id_ = briefs[which].id
    more = briefs[:]
    more[which] = a_brief(id_, *texts[:at], UNRELATED, *texts[at:])

    def moved(place: tuple[str, int]) -> tuple[str, int]:
        return (id_, place[1] + 1) if place[0] == id_ and place[1] > at else place

    before = {frozenset(map(moved, row)) for row in rows_of(compare(briefs))}
    assert rows_of(compare(more)) == before | {frozenset({(id_, at + 1)})}
