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
from itertools import chain
from math import fsum, pow  # noqa: A004 - of floats alone, and typed so
from typing import NamedTuple

from store.compare.affinity import Affinities, Place
from store.compare.paragraphs import Feature, Paragraph
from store.views import BriefView

_RARITY = 1.0
_LENGTH = 0.375
_USUAL_WEIGHT = 16.0
"""The features of a paragraph of a hundred words weigh about this much together."""

_FAINTEST = 0.5  # what is weaker is no link
_CHANCE = 0.5
_TELLING = 0.5
"""Briefs on different matters share a rare word by chance: of them two telling things are asked,
else the link counts at most `_CHANCE`."""

_BESIDE_COUNTRIES = 0.5
"""The strength that a link must have without the countries that both paragraphs name: speaking of
one country is not yet speaking of one thing."""

_DISAGREEING = 1.5
"""What a figure or date in dispute adds: rivals are about one thing, whatever they say of it."""


class Spoken(NamedTuple):
    """The paragraphs of a comment that say anything, and how many of them say each thing."""

    paragraphs: Sequence[Paragraph]
    features: Sequence[Set[Feature]]
    counts: Mapping[Feature, int]

    @classmethod
    def of(cls, comment: Sequence[Paragraph]) -> Spoken:
        """Count what is said in the paragraphs of a comment."""
        paragraphs = [paragraph for paragraph in comment if paragraph.features]
        # As sets, which keep the hashes of what they hold: they are cut with others all the time.
        features = [frozenset(paragraph.features) for paragraph in paragraphs]
        return cls(paragraphs, features, Counter(chain.from_iterable(features)))


class Common(NamedTuple):
    """What two paragraphs have in common: things, each with how much it says, and words alike.

    `size` is above 1 for two long paragraphs, which share more by chance.
    """

    one: _Ready
    other: _Ready
    features: Set[Feature]
    weights: Mapping[Feature, float]
    size: float
    affinity: float

    def shared(self) -> dict[Feature, float]:
        """Return how much each shared thing says."""
        return dict(zip(self.features, self.much(), strict=True))

    def much(self) -> list[float]:
        """Return the values of `shared` alone."""
        ours, theirs = self.one.paragraph.features, self.other.paragraph.features
        weights, size = self.weights, self.size
        return [min(ours[f], theirs[f]) * weights[f] / size for f in self.features]


@dataclass(frozen=True, slots=True)
class Link:
    """Two paragraphs of different briefs: how strong their link is, and what they have in common.

    `strength` is 1 where it just makes a link; `places` are the two paragraphs by id and number.
    """

    common: Common
    strength: float
    places: tuple[Place, Place]

    @property
    def one(self) -> Paragraph:
        """The paragraph of the brief whose id comes first."""
        return self.common.one.paragraph

    @property
    def other(self) -> Paragraph:
        """The paragraph of the other brief."""
        return self.common.other.paragraph


def links_between(ours: Spoken, theirs: Spoken, affinities: Affinities, *, kin: bool) -> list[Link]:
    """Return the links of all pairs of paragraphs of two comments that have anything in common."""
    weights, asked = link_weights(), _asked(kin)
    found = []
    for common in in_common(ours, theirs, affinities, weights):
        # fsum is exact: the sum must not depend on the order in which a set yields its members.
        evidence = fsum(common.much()) + common.affinity * weights["affinity"]
        if evidence >= _FAINTEST * asked:
            found.append(_link(common, round(evidence / asked, 6), kin))
    return found


def in_common(
    ours: Spoken,
    theirs: Spoken,
    affinities: Affinities,
    weights: Mapping[str, float],
) -> Iterator[Common]:
    """Yield what pairs of paragraphs of two comments have in common, where it is anything.

    `weights` are those of the kinds of things, as in `link_weights`.
    """
    here, there = ours.counts, theirs.counts
    telling = {
        f: (here[f] * there[f]) ** -_RARITY * weights[f.kind] for f in here.keys() & there.keys()
    }
    known = frozenset(telling)
    there_of = list(_ready(theirs, known, affinities))
    for one in _ready(ours, known, affinities):
        for other in there_of:
            affinity = affinities.between(one.number, other.number)
            features = one.known & other.known
            if affinity or features:
                yield Common(one, other, features, telling, one.size * other.size, affinity)


class _Ready(NamedTuple):
    """A paragraph with what is asked of it again and again."""

    paragraph: Paragraph
    place: Place
    number: int
    known: Set[Feature]
    size: float


def _ready(spoken: Spoken, known: Set[Feature], affinities: Affinities) -> Iterator[_Ready]:
    for paragraph, features in zip(spoken.paragraphs, spoken.features, strict=True):
        place = paragraph.id, paragraph.number
        yield _Ready(paragraph, place, affinities.number(place), features & known, _size(paragraph))


def _size(paragraph: Paragraph) -> float:
    return pow(paragraph.weight / _USUAL_WEIGHT, _LENGTH)


def _link(common: Common, strength: float, kin: bool) -> Link:
    one, other = common.one, common.other
    if not kin and sum(one.paragraph.features[f] >= _TELLING for f in common.features) < 2:
        strength = min(strength, _CHANCE)
    if strength >= 1 and strength - _of_countries(common) / _asked(kin) < _BESIDE_COUNTRIES:
        strength = _CHANCE
    return Link(common, strength, (one.place, other.place))


def _of_countries(common: Common) -> float:
    shared = common.shared()
    return fsum(much for feature, much in shared.items() if feature.kind == "countries")


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
