"""Figures and dates of two comments that disagree about the same thing.

Both claims must count the same thing in the same unit, lie near enough to each other to be
rivals, and be made in sentences that have words in common; in paragraphs that speak of the same
thing less is asked. Each claim has at most one rival in another comment: the best for both. A
wrong charge of contradiction costs a reader's trust, so doubtful rivals are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from store.compare.claims import Claim, common_ground, says
from store.compare.dates import DateMention
from store.compare.figures import Figure
from store.compare.paragraphs import Paragraph
from store.compare.words import is_common

_ALIKE = 0.03
"""Estimates nearer to each other than this share of the larger are taken for the same."""

_ASKED_WHEN_ALIGNED = 0.2
"""What of the common ground is still asked of paragraphs that speak of the same thing."""

_FARTHEST_RATIO = 3.0
_CLOSE_RATIO = 2.0
_SMALL = 12
_FARTHEST_DAYS = 45
_NEXT_DAYS = 2  # "on 19 October", "on 20 October": the same day, told differently
_SAME_UNIT = 1.0
"""What an equal counted noun adds to the common ground when the best rival is chosen."""


@dataclass(frozen=True, slots=True)
class Contest:
    """Two claims of different comments about one thing, with different values."""

    one: Claim
    other: Claim

    @property
    def kind(self) -> Literal["figure", "date"]:
        """Whether figures or dates disagree."""
        return self.one.kind

    @property
    def what(self) -> str:
        """Both values as printed, the smaller or earlier first."""
        first, second = sorted(
            (self.one, self.other), key=lambda claim: (claim.size, claim.printed)
        )
        return f"{first.printed} / {second.printed}"

    @property
    def places(self) -> tuple[tuple[str, int], tuple[str, int]]:
        """The paragraphs of both claims by id and number."""
        one, other = self.one.paragraph, self.other.paragraph
        return (one.id, one.number), (other.id, other.number)


def contests(
    ours: Sequence[Claim], theirs: Sequence[Claim], aligned: Callable[[Paragraph, Paragraph], bool]
) -> list[Contest]:
    """Return the claims of two comments that contradict each other.

    `aligned` tells whether two paragraphs speak of the same thing.
    """
    scores = {
        (i, j): score
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if one.kind == other.kind and (score := _rivalry(one, other, aligned)) > 0
    }
    return [
        Contest(ours[i], theirs[j])
        for i, j in sorted(_mutual_best(scores))
        if not _agree(ours[i], theirs[j])
        and not _known_to_both(ours[i], theirs)
        and not _known_to_both(theirs[j], ours)
    ]


def _mutual_best(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    best_i: dict[int, float] = {}
    best_j: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_i[i] = max(score, best_i.get(i, 0.0))
        best_j[j] = max(score, best_j.get(j, 0.0))
    return [(i, j) for (i, j), s in scores.items() if s == best_i[i] and s == best_j[j]]


def _rivalry(one: Claim, other: Claim, aligned: Callable[[Paragraph, Paragraph], bool]) -> float:
    """Return how surely two claims are about one thing; 0 when that cannot be said."""
    if isinstance(one.value, Figure) and isinstance(other.value, Figure):
        asked = _asked_of_figures(one, other, one.value, other.value)
    elif isinstance(one.value, DateMention) and isinstance(other.value, DateMention):
        asked = _asked_of_dates(one.value, other.value)
    else:
        return 0.0
    if asked is None:
        return 0.0
    ground = common_ground(one, other)
    if aligned(one.paragraph, other.paragraph):
        asked *= 1.0 if _is_vague(one) else _ASKED_WHEN_ALIGNED
    elif _on_different_countries(one, other):
        return 0.0
    same = isinstance(one.value, Figure) and one.value.unit == getattr(other.value, "unit", None)
    return ground + _SAME_UNIT * same + 0.01 if ground >= asked else 0.0


def _asked_of_figures(one: Claim, other: Claim, here: Figure, there: Figure) -> float | None:
    """Return the common ground that two figures need to be rivals; None if they cannot be."""
    low, high = sorted((here.high, there.high))
    if low <= 0 or high / low > _FARTHEST_RATIO or _of_different_countries(one, other):
        return None
    if here.unit != there.unit:
        return _asked_of_a_bare_figure(one, other, here, there)
    if not here.unit:
        return None
    if here.is_duration:
        return 2.2
    if here.is_measured:
        return 1.0
    if is_common(here.unit):
        return 1.5 if high <= _SMALL else 1.0
    return 0.0 if high / low <= _CLOSE_RATIO else 0.5


def _asked_of_a_bare_figure(one: Claim, other: Claim, here: Figure, there: Figure) -> float | None:
    """Ask whether a number without a noun counts what the other figure counts."""
    if here.unit and there.unit:
        return None
    if any(figure.is_duration or figure.is_measured for figure in (here, there)):
        return None
    named = says(other, here.unit) or says(one, there.unit)
    small = max(here.high, there.high) <= _SMALL
    return 0.0 if named and not small else 1.0


def _is_vague(claim: Claim) -> bool:
    """Whether what is counted is so common that any two texts count it: years, sides, members."""
    if not isinstance(claim.value, Figure):
        return False
    few = claim.value.high <= _SMALL
    return claim.value.is_duration or (few and is_common(claim.value.unit))


def _on_different_countries(one: Claim, other: Claim) -> bool:
    """Whether each sentence names countries, and none that the other names."""
    here, there = one.countries, other.countries
    return bool(here and there and not here & there)


def _of_different_countries(one: Claim, other: Claim) -> bool:
    """Whether each figure names whose it is ("four Chinese brigades"), and not the same."""
    return bool(one.owners and other.owners and not one.owners & other.owners)


def _asked_of_dates(here: DateMention, there: DateMention) -> float | None:
    """Return the common ground that two dates need to be rivals; None if they cannot be."""
    if here.year and there.year and abs(here.year - there.year) > 1:
        return None
    if here.day and there.day and here.month and there.month:
        days = abs((here.month - there.month) * 30.5 + here.day - there.day)
        if here.year and there.year:
            days = abs(days + 365 * (here.year - there.year))
        return None if days > _FARTHEST_DAYS else 1.5 if days > _NEXT_DAYS else 0.9
    precise = bool(here.month) + bool(there.month) + bool(here.day) + bool(there.day)
    return 3.0 if precise in (0, 2) and not (here.day or there.day) else None


def _agree(one: Claim, other: Claim) -> bool:
    if isinstance(one.value, DateMention) or isinstance(other.value, DateMention):
        return _same_date(one.value, other.value)
    return _same_figure(one.value, other.value)


def _same_date(one: Figure | DateMention, other: Figure | DateMention) -> bool:
    if not (isinstance(one, DateMention) and isinstance(other, DateMention)):
        return False
    same_year = one.year == other.year or not (one.year and other.year)
    return same_year and one.month == other.month and one.day == other.day


def _same_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same: a number within the other's range, or nearly equal."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    if one.low == one.high and other.low <= one.low <= other.high:
        return True
    if other.low == other.high and one.low <= other.low <= one.high:
        return True
    if (one.at_least and other.high >= one.low) or (other.at_least and one.high >= other.low):
        return True
    difference = max(abs(one.high - other.high), abs(one.low - other.low))
    return (one.rough or other.rough) and difference <= _ALIKE * max(one.high, other.high)


def _known_to_both(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the other comment gives the very same value too, of the same unit."""
    return any(
        claim.kind == other.kind
        and getattr(claim.value, "unit", None) == getattr(other.value, "unit", None)
        and _agree(claim, other)
        for other in others
    )
