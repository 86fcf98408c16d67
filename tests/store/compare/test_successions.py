"""What changed between the successive comments of one analyst."""

from __future__ import annotations

from store.compare import compare
from store.views import BriefView, Change
from tests.store.compare.desk import a_brief

BEFORE = (
    "Sudria keeps three brigades at the border with Norland, and a war is unlikely.",
    "Grain silos in Norland stand empty because the millers refuse the new levy.",
)
AFTER = (
    "Sudria keeps four brigades at the border with Norland, and a war is likely.",
    "Osteria has begun to sell salt to everybody.",
)


def changes(*briefs: BriefView) -> list[Change]:
    return [change for s in compare(briefs).successions for change in s.changes]


def two() -> list[BriefView]:
    return [
        a_brief("bone1", *BEFORE, date="2019-03-04"),
        a_brief("btwo2", *AFTER, date="2019-06-04"),
    ]


def test_a_figure_given_anew() -> None:
    (change,) = (c for c in changes(*two()) if c.kind == "figure")
    assert change.what == "three brigades → four brigades"
    assert [(side.id, side.paragraph) for side in change.sides] == [("bone1", 1), ("btwo2", 1)]


def test_a_hedge_of_other_strength_on_the_same_thing() -> None:
    (change,) = (c for c in changes(*two()) if c.kind == "hedge")
    assert change.what == "unlikely (unlikely, 20–45 %) → likely (likely, 55–80 %)"
    assert [side.sentence for side in change.sides] == [BEFORE[0], AFTER[0]]


def test_what_is_new_and_what_is_not_taken_up() -> None:
    found = changes(*two())
    assert [c.sides[0].sentence for c in found if c.kind == "new"] == [AFTER[1]]
    assert [c.sides[0].sentence for c in found if c.kind == "dropped"] == [BEFORE[1]]
    assert [c.what for c in found if c.kind == "named"] == ["Osteria"]


def test_the_earlier_comment_comes_first_whatever_the_order_given() -> None:
    straight, turned = compare(two()).successions, compare(two()[::-1]).successions
    assert straight == turned
    assert (straight[0].earlier, straight[0].later) == ("bone1", "btwo2")


def test_each_comment_is_held_against_the_one_before_it() -> None:
    briefs = [a_brief(f"b{n}", *BEFORE, *AFTER[:n], date=f"2019-0{n + 1}-01") for n in range(3)]
    found = compare(briefs).successions
    assert [(s.earlier, s.later) for s in found] == [("b0", "b1"), ("b1", "b2")]


def test_other_analysts_other_matters_and_unknown_dates_are_no_succession() -> None:
    one, other = two()
    by_another = a_brief("btwo2", *AFTER, date="2019-06-04", analyst="Bo Mira")
    undated = a_brief("btwo2", *AFTER, date=None)
    elsewhere = a_brief(
        "btwo2", "Westmark sells violins.", title="Violins", report=(), date="2019-06-04"
    )
    assert compare([one, other]).successions
    for strange in (by_another, undated, elsewhere):
        assert compare([one, strange]).successions == ()
