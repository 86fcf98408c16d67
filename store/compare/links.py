"""How strongly two paragraphs of different comments speak of the same thing.

The strength of a link depends on the two comments alone: what both paragraphs share, each shared
feature weighed by how telling it is and by how few paragraphs of either comment have it. Nothing
is taken from the other briefs or from their number, so neither the order in which briefs are
given nor an unrelated paragraph beside them can change a link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import fsum

from store.compare.paragraphs import Feature, Paragraph
from store.views import BriefView

Place = tuple[str, int]
"""A comment paragraph: the brief's id and the paragraph's number."""

# Chosen on 29 pairs of sample comments labelled by hand, 22 of them on one event and 7 not: F1 of
# linked paragraphs .81 (precision .77, recall .85). Moving any one number by a quarter costs at
# most .06 of it, and no other setting tried was better by more than chance.
_RARITY = 0.5
_LENGTH = 0.375
_USUAL_WEIGHT = 16.0
"""The features of a paragraph of a hundred words weigh about this much together."""

ASKED_OF_KIN = 0.9
ASKED_OF_STRANGERS = 2.2
"""The strength that makes a link, between briefs on the same matter and any others."""

_FAINTEST = 0.1  # what is weaker is no link
_CHANCE = 0.5
_TELLING = 0.5
"""Briefs on different matters share a rare word by chance: of them two telling things are asked,
else the link counts at most `_CHANCE`."""

_DISAGREEING = 1.5
"""What a figure or date in dispute adds: rivals are about one thing, whatever they say of it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two paragraphs of different briefs: how strong their link is, and what they share.

    `strength` is 1 where it just makes a link; `shared` holds what each feature adds to it;
    `places` are the two paragraphs by id and number.
    """

    one: Paragraph
    other: Paragraph
    strength: float
    shared: Mapping[Feature, float]
    places: tuple[Place, Place]


def links_between(
    ours: Sequence[Paragraph], theirs: Sequence[Paragraph], *, kin: bool
) -> list[Link]:
    """Return the links of all pairs of paragraphs of two comments that share anything."""
    ours, theirs = [p for p in ours if p.features], [p for p in theirs if p.features]
    here = Counter(feature for paragraph in ours for feature in paragraph.features)
    there = Counter(feature for paragraph in theirs for feature in paragraph.features)
    rarity = {f: (here[f] * there[f]) ** -_RARITY for f in here.keys() & there.keys()}
    known = rarity.keys()
    here_of = [(p, p.features.keys() & known) for p in ours]
    there_of = [(p, p.features.keys() & known) for p in theirs]
    found = (
        _link(one, other, common, rarity, kin)
        for one, mine in here_of
        for other, yours in there_of
        if (common := mine & yours)
    )
    return [link for link in found if link is not None]


def _link(
    one: Paragraph, other: Paragraph, common: Set[Feature], rarity: Mapping[Feature, float],
    kin: bool,
) -> Link | None:  # fmt: skip
    ours, theirs = one.features, other.features
    shared = {f: min(ours[f], theirs[f]) * rarity[f] for f in common}
    size = (one.weight * other.weight / _USUAL_WEIGHT**2) ** _LENGTH
    # fsum is exact: the sum must not depend on the order in which a set yields its members.
    strength = round(fsum(shared.values()) / size / _asked(kin), 6)
    if not kin and sum(ours[f] >= _TELLING for f in common) < 2:
        strength = min(strength, _CHANCE)
    if strength < _FAINTEST:
        return None
    return Link(one, other, strength, shared, ((one.id, one.number), (other.id, other.number)))


def _asked(kin: bool) -> float:
    return ASKED_OF_KIN if kin else ASKED_OF_STRANGERS


def with_dispute(link: Link, *, kin: bool) -> Link:
    """Return the link strengthened by a figure or date that its paragraphs disagree on."""
    strength = round(link.strength + _DISAGREEING / _asked(kin), 6)
    return replace(link, strength=strength)


def are_kin(one: BriefView, other: BriefView) -> bool:
    """Whether two briefs are on the same matter: they share two countries, or a person, or one
    country that both titles name.

    A paragraph more in either can only make them kin, never undo it.
    """
    countries = {c.code for c in one.countries} & {c.code for c in other.countries}
    people = {p.id for p in one.people} & {p.id for p in other.people}
    titles = _in_title(one) & _in_title(other)
    return len(countries) >= 2 or bool(people) or bool(titles)


def _in_title(brief: BriefView) -> set[str]:
    return {c.code for c in brief.countries if any(span.paragraph == 0 for span in c.spans)}
