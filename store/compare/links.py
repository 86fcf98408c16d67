"""How strongly two paragraphs of different comments speak of the same thing.

The strength of a link depends on the two comments alone: what both paragraphs share, each shared
feature weighed by how telling it is and by how few paragraphs of either comment have it, and how
much of what they say is said in the same words or in related ones. Nothing is taken from the other
briefs or from their number, so neither the order in which briefs are given nor an unrelated
paragraph beside them can change a link.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import fsum, pow  # noqa: A004 - of floats alone, and typed so
from typing import NamedTuple

from store.compare.affinity import Affinities, Place
from store.compare.paragraphs import Feature, Paragraph
from store.views import BriefView

_RARITY = 0.5
_LENGTH = 0.375
_USUAL_WEIGHT = 16.0
"""The features of a paragraph of a hundred words weigh about this much together."""

_FAINTEST = 0.4  # what is weaker is no link
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


class Common(NamedTuple):
    """What two paragraphs have in common: things, each with how rare it is, and words alike.

    `size` is above 1 for two long paragraphs, which share more by chance.
    """

    one: Paragraph
    other: Paragraph
    features: Set[Feature]
    rarity: Mapping[Feature, float]
    size: float
    affinity: float

    def shared(self, weights: Mapping[str, float]) -> dict[Feature, float]:
        """Return how much each shared thing says, things being weighed by their kinds."""
        ours, theirs = self.one.features, self.other.features
        return {
            f: min(ours[f], theirs[f]) * self.rarity[f] * weights[f.kind] / self.size
            for f in self.features
        }


def links_between(
    ours: Sequence[Paragraph], theirs: Sequence[Paragraph], affinities: Affinities, *, kin: bool
) -> list[Link]:
    """Return the links of all pairs of paragraphs of two comments that have anything in common."""
    found = (_link(common, kin) for common in in_common(ours, theirs, affinities))
    return [link for link in found if link is not None]


def in_common(
    ours: Sequence[Paragraph], theirs: Sequence[Paragraph], affinities: Affinities
) -> Iterator[Common]:
    """Yield what pairs of paragraphs of two comments have in common, where it is anything."""
    ours, theirs = [p for p in ours if p.features], [p for p in theirs if p.features]
    here = Counter(feature for paragraph in ours for feature in paragraph.features)
    there = Counter(feature for paragraph in theirs for feature in paragraph.features)
    rarity = {f: (here[f] * there[f]) ** -_RARITY for f in here.keys() & there.keys()}
    known = rarity.keys()
    there_of = [(p, p.features.keys() & known, _size(p), (p.id, p.number)) for p in theirs]
    for one in ours:
        mine, size, place = one.features.keys() & known, _size(one), (one.id, one.number)
        for other, yours, other_size, other_place in there_of:
            affinity = affinities.between(place, other_place)
            features = mine & yours
            if affinity or features:
                yield Common(one, other, features, rarity, size * other_size, affinity)


def _size(paragraph: Paragraph) -> float:
    return pow(paragraph.weight / _USUAL_WEIGHT, _LENGTH)


def _link(common: Common, kin: bool) -> Link | None:
    weights = link_weights()
    one, other = common.one, common.other
    asked = _asked(kin)
    shared = common.shared(weights)
    # fsum is exact: the sum must not depend on the order in which a set yields its members.
    evidence = fsum(shared.values()) + common.affinity * weights["affinity"]
    if evidence < _FAINTEST * asked:
        return None
    strength = round(evidence / asked, 6)
    if not kin and sum(one.features[f] >= _TELLING for f in shared) < 2:
        strength = min(strength, _CHANCE)
    return Link(one, other, strength, shared, ((one.id, one.number), (other.id, other.number)))


def _asked(kin: bool) -> float:
    asked: float = _read_weights()["asked"]["kin" if kin else "strangers"]
    return asked


def link_weights() -> Mapping[str, float]:
    """Return what sharing things of a kind says; the list is `data/link_weights.toml`."""
    return _read_weights()["weights"]


@cache
def _read_weights() -> dict[str, dict[str, float]]:
    file = resources.files("store.compare").joinpath("data", "link_weights.toml")
    return tomllib.loads(file.read_text("utf-8"))


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
