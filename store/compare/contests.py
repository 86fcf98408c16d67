"""Figures and dates of two comments that disagree about the same thing.

Both claims must be able to count the same thing, lie near enough to each other to be rivals, and
stand in paragraphs that are linked. Each claim has at most one rival in another comment: the
surest that neither would leave for a surer one. A wrong charge of contradiction costs a reader's
trust, so doubtful rivals are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf
from typing import Literal

from store.compare.agreement import compatible, is_sum, same_date, same_value
from store.compare.claims import Claim
from store.compare.dates import DateMention
from store.compare.figures import Figure
from store.compare.paragraphs import Paragraph
from store.compare.rivalry import evidence_of, likeness_of_units, others_near, surety

_LINKED = 0.5
"""The strength from which two paragraphs may hold claims about one thing."""

_EACH = re.compile(r"\b(?:each|either|both)\b", re.IGNORECASE)

LinkOf = Callable[[Paragraph, Paragraph], float]
"""Tells how strongly two paragraphs are linked; 0 when they are not."""


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
    ours: Sequence[Claim], theirs: Sequence[Claim], link_of: LinkOf, *, successive: bool = False
) -> list[Contest]:
    """Return the claims of two comments that contradict each other.

    `successive` tells that one analyst wrote both, so that a figure may have been brought up to
    date. What is in the claims' own sentences decides; the order of the comments does not.
    """
    scored = (
        (surety(evidence), one, other)
        for one, other, evidence in candidates(
            ours, theirs, link_of, successive=successive, least=0.0
        )
    )
    sure = [found for found in scored if found[0] >= 0]
    sure.sort(key=lambda found: (-round(found[0], 6), sorted((found[1].where, found[2].where))))
    taken: set[tuple[str, int, int]] = set()
    rivals = []
    for _, one, other in sure:
        if taken.isdisjoint((one.where, other.where)):
            taken |= {one.where, other.where}
            rivals.append(Contest(one, other))
    return sorted(rivals, key=lambda found: (found.one.where, found.other.where))


def candidates(
    ours: Sequence[Claim],
    theirs: Sequence[Claim],
    link_of: LinkOf,
    *,
    successive: bool,
    least: float = -inf,
) -> Iterator[tuple[Claim, Claim, dict[str, float]]]:
    """Yield the pairs of claims that could be rivals, with the evidence for it.

    Pairs that cannot be as sure as `least` may be left out.
    """
    known: dict[tuple[str, int, int], bool] = {}

    def is_known(claim: Claim, others: Sequence[Claim]) -> bool:
        if claim.where not in known:
            known[claim.where] = _known(claim, others)
        return known[claim.where]

    for here, there, link in _linked(ours, theirs, link_of):
        for one, other in product(here, there):
            evidence = evidence_of(one, other, link, successive=successive)
            if evidence is None or surety(evidence) < least or _agree(one, other):
                continue
            if is_known(one, theirs) or is_known(other, ours):
                continue
            evidence["others"] = others_near(here, one, other) + others_near(there, other, one)
            yield one, other, evidence


def _linked(
    ours: Sequence[Claim], theirs: Sequence[Claim], link_of: LinkOf
) -> Iterator[tuple[Sequence[Claim], Sequence[Claim], float]]:
    """Yield the claims of paragraphs that are linked, with the strength of the link."""
    for here, there in product(_by_paragraph(ours), _by_paragraph(theirs)):
        link = link_of(here[0].paragraph, there[0].paragraph)
        if link >= _LINKED:
            yield here, there, link


def _by_paragraph(claims: Sequence[Claim]) -> list[list[Claim]]:
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.where[:2]].append(claim)
    return list(found.values())


def _agree(one: Claim, other: Claim) -> bool:
    if isinstance(one.value, Figure) and isinstance(other.value, Figure):
        if compatible(one.value, other.value):
            return True
        if _summed(one, other.value) or _summed(other, one.value):
            return True
        return _doubled(one, other.value) or _doubled(other, one.value)
    return _same_date(one, other)


def _same_date(one: Claim, other: Claim) -> bool:
    if isinstance(one.value, DateMention) and isinstance(other.value, DateMention):
        return same_date(one.value, other.value)
    return False


def _summed(part: Claim, total: Figure) -> bool:
    """Whether a figure and another of its sentence come to the total that the other comment has."""
    start, end = part.paragraph.sentence_at(part.value.start)
    beside = [f for f in part.paragraph.figures if start <= f.start < end]
    return isinstance(part.value, Figure) and is_sum(total, part.value, beside)


def _doubled(part: Claim, total: Figure) -> bool:
    """Whether one comment counts on each of two sides what the other counts in all."""
    twice = isinstance(part.value, Figure) and 2 * part.value.high == total.high
    return twice and _EACH.search(part.sentence) is not None


def _known(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the other comment gives the very same value too, of what may be the same thing."""
    return any(_gives(claim, other) for other in others if claim.kind == other.kind)


def _gives(one: Claim, other: Claim) -> bool:
    if not (isinstance(one.value, Figure) and isinstance(other.value, Figure)):
        return _same_date(one, other)
    here, there = one.value, other.value
    if here.unit and here.unit == there.unit and not here.is_measured:
        return compatible(here, there)  # five rounds are at least four
    return likeness_of_units(here.unit, there.unit) > 0 and same_value(here, there)
