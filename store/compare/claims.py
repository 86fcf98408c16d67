"""Figures and dates with the words around them, and whether two of them are about one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from store.compare.dates import DateMention
from store.compare.figures import Figure, same_thing
from store.compare.paragraphs import Paragraph
from store.compare.words import Token, weight

_NEAR = 7
"""Words on either side of a figure that speak of it fully; those farther off count half."""

_ENTITY = 0.6
"""What a person or country of the same sentence adds to the agreement of two contexts."""

_DATE = 1.0
"""What another date in the sentence adds: two figures for one year are rivals."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure or a date as a statement: its value, and what its sentence says around it.

    `around` maps the stems of words and the keys of names in the sentence to how much each says.
    """

    paragraph: Paragraph
    kind: Literal["figure", "date"]
    value: Figure | DateMention
    around: Mapping[str, float]

    @property
    def printed(self) -> str:
        """The figure or date as it stands in the text."""
        return self.paragraph.text[self.value.start : self.value.end]

    @property
    def size(self) -> tuple[float, float]:
        """What claims of one kind are ordered by: the value of a figure, the day of a date."""
        value = self.value
        if isinstance(value, Figure):
            return value.low, value.high
        return value.year or 0, (value.month or 0) * 100 + (value.day or 0)

    @property
    def where(self) -> tuple[str, int, int]:
        """Where it stands: brief, paragraph, offset."""
        return self.paragraph.id, self.paragraph.number, self.value.start

    @property
    def owners(self) -> frozenset[str]:
        """The countries named between the number and what it counts."""
        return self._countries_in(self.value.start, self.value.end)

    @property
    def countries(self) -> frozenset[str]:
        """The countries that the sentence names."""
        return self._countries_in(*self.paragraph.sentence_at(self.value.start))

    def _countries_in(self, start: int, end: int) -> frozenset[str]:
        inside = (name for name in self.paragraph.named if start <= name.start < end)
        return frozenset(name.key for name in inside if name.kind == "countries")

    @property
    def sentence(self) -> str:
        """The sentence that states it."""
        start, end = self.paragraph.sentence_at(self.value.start)
        return self.paragraph.text[start:end]


def claims_of(paragraph: Paragraph) -> list[Claim]:
    """Return the figures and dates of a paragraph with their surroundings."""
    figures = [Claim(paragraph, "figure", f, _around(paragraph, f)) for f in paragraph.figures]
    dates = [Claim(paragraph, "date", d, _around(paragraph, d)) for d in paragraph.dates]
    return [*figures, *dates]


def common_ground(one: Claim, other: Claim) -> float:
    """Return how much the sentences of two claims have in common, beside the counted noun."""
    shared = one.around.keys() & other.around.keys()
    return sum(sorted(min(one.around[key], other.around[key]) for key in shared))


def says(claim: Claim, unit: str) -> bool:
    """Whether the sentence of a claim names what `unit` counts."""
    return bool(unit) and unit in claim.around


def _around(paragraph: Paragraph, value: Figure | DateMention) -> dict[str, float]:
    """Weigh the words and names of the sentence; near ones in full, the value itself not."""
    start, end = paragraph.sentence_at(value.start)
    names = [name for name in paragraph.named if start <= name.start < end]
    named = {at for name in names for at in range(name.start, name.end)}
    inside = [word for word in paragraph.words_in(start, end) if word.start not in named]
    own = value.unit if isinstance(value, Figure) else ""
    found: dict[str, float] = {}
    for key, telling in _weighed(inside, value):
        if key != own:
            found[key] = max(telling, found.get(key, 0.0))
    for name in names:
        found[f"{name.kind} {name.key}"] = _ENTITY
    for date in paragraph.dates:
        if start <= date.start < end and date != value:
            found[f"date {date.key}"] = _DATE
    return found


def _weighed(inside: Sequence[Token], value: Figure | DateMention) -> Iterator[tuple[str, float]]:
    before = [word for word in inside if word.end <= value.start]
    after = [word for word in inside if word.start >= value.end]
    for words in (before[::-1], after):
        for distance, word in enumerate(words):
            telling = weight(word.folded) if not word.folded[0].isdigit() else 0.0
            if telling:
                yield same_thing(word.stem), telling if distance < _NEAR else telling / 2
