"""A comment paragraph with all that it is compared by.

The features of a paragraph are what it shares with others or does not: people, countries,
figures, dates, quotations and words. Each has a key for comparing and the printed form to show.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from typing import Literal, NamedTuple

from store.brief import Span
from store.compare.dates import DateMention
from store.compare.figures import Figure, read_figures, same_thing
from store.compare.quotes import Quote, read_quotes
from store.compare.rareness import rareness
from store.compare.words import Token, tokens, weight
from store.entities.lexicon import title_words
from store.entities.sentences import sentence_spans
from store.views import BriefView

FeatureKind = Literal["people", "countries", "quotation", "figure", "date", "names", "words"]


_READ = 20_000
_IN_ALL = 120_000
_COMPARED = 200
"""Characters of a paragraph and of a comment, and paragraphs of a comment, that are compared. No
analyst writes more; what lies beyond is shown in its lane, but a hostile file must not keep the
reader waiting."""


class Feature(NamedTuple):
    """Something that two paragraphs can share."""

    kind: FeatureKind
    key: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person or country named in a paragraph; `key` is the library's id or the ISO code."""

    kind: Literal["people", "countries"]
    key: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Paragraph `number` (from 1) of the comment of brief `id`; all offsets are into `text`.

    `features` maps what can be shared to how telling it is by itself; `labels` to how it is
    printed here. `weight` is how much the paragraph has to say: the sum of its features.
    """

    id: str
    number: int
    text: str
    sentences: tuple[tuple[int, int], ...]
    words: tuple[Token, ...]
    named: tuple[Named, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    quotes: tuple[Quote, ...]
    features: Mapping[Feature, float]
    labels: Mapping[Feature, str]
    weight: float

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the span of the sentence that holds the offset."""
        at = bisect_right(self.sentences, (offset, len(self.text))) - 1
        return self.sentences[max(at, 0)] if self.sentences else (0, len(self.text))

    def words_in(self, start: int, end: int) -> Sequence[Token]:
        """Return the words that begin in [start, end)."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return self.words[first:last]


def comment_paragraphs(brief: BriefView) -> list[Paragraph]:
    """Return the paragraphs of the comment of `brief`, in order."""
    named = _named(brief)
    found: list[Paragraph] = []
    passage = 0
    room = _IN_ALL
    for section in brief.sections:
        for text in section.paragraphs:
            passage += 1
            if section.kind == "comment":
                read = min(_READ, room) if len(found) < _COMPARED else 0
                room -= len(text[:read])
                number = len(found) + 1
                found.append(_paragraph(brief.id, number, text, named[passage], read))
    return found


def _named(brief: BriefView) -> dict[int, list[Named]]:
    """Return who and where by passage, the title being passage 0."""
    found: dict[int, list[Named]] = defaultdict(list)
    for person in brief.people:
        for span in person.spans:
            found[span.paragraph].append(_at(span, "people", person.id, person.name))
    for country in brief.countries:
        for span in country.spans:
            found[span.paragraph].append(_at(span, "countries", country.code, country.name))
    return found


def _at(span: Span, kind: Literal["people", "countries"], key: str, name: str) -> Named:
    return Named(kind, key, name, span.start, span.end)


def _paragraph(brief: str, number: int, whole: str, named: Sequence[Named], read: int) -> Paragraph:
    text = whole[:read]
    named = [one for one in named if one.end <= read]
    words = tokens(text)
    figures, dates = read_figures(text)
    quotes = read_quotes(text)
    sentences = tuple(sentence_spans(text))
    features: dict[Feature, float] = {}
    labels: dict[Feature, str] = {}
    for feature, telling, label in _weighed(text, sentences, words, named, figures, dates, quotes):
        before = features.get(feature)
        if before is None:
            features[feature], labels[feature] = telling, label
            continue
        features[feature] = max(telling, before)
        labels[feature] = min(label, labels[feature], key=lambda text: (len(text), text))
    ordered = tuple(sorted(named, key=lambda one: (one.start, one.end, one.key)))
    return Paragraph(
        brief, number, whole, sentences, tuple(words), ordered, tuple(figures), tuple(dates),
        tuple(quotes), features, labels, fsum(features.values()),
    )  # fmt: skip


# How much sharing a feature says, beside a telling word (1).
_PERSON = 2.0
_COUNTRY = 0.25
_QUOTE = 3.0
_FIGURE = 2.0
_SMALL_FIGURE = 0.5
_SMALL = 5  # "two presidents" may be any two, "half" may be half of anything
# "The two" are known already, and what follows may be what they do: "the two carry".
_TAKEN_UP = re.compile(r"\b(?:the|these|those|both|his|her|its|their) \Z", re.IGNORECASE)
_REACH = 7  # characters before a figure in which that is looked for
_DAY = 2.0
_MONTH_OR_YEAR = 1.0
_NAME = 0.6  # comes on top of the word itself


def _weighed(
    text: str,
    sentences: Sequence[tuple[int, int]],
    words: Sequence[Token],
    named: Sequence[Named],
    figures: Sequence[Figure],
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
) -> Iterator[tuple[Feature, float, str]]:
    """Yield every feature with how telling it is and how it is printed."""
    for one in named:
        telling = _PERSON if one.kind == "people" else _COUNTRY
        yield Feature(one.kind, one.key), telling, one.name
    for quote in quotes:
        yield Feature("quotation", quote.key), _QUOTE, text[quote.start : quote.end]
    for figure in figures:
        before = text[max(0, figure.start - _REACH) : figure.start]
        if figure.unit and not figure.is_duration and not _TAKEN_UP.search(before):
            small = figure.high <= _SMALL or figure.in_words
            telling = _SMALL_FIGURE if small else _FIGURE
            yield Feature("figure", figure.key), telling, text[figure.start : figure.end]
    for date in dates:
        telling = _DAY if date.day else _MONTH_OR_YEAR
        yield Feature("date", date.key), telling, text[date.start : date.end]
    taken = [(one.start, one.end) for one in named] + [(one.start, one.end) for one in dates]
    covered = {offset for start, end in taken for offset in range(start, end)}
    free = [word for word in words if word.start not in covered]
    yield from _word_features(text, sentences, free)


def _word_features(
    text: str,
    sentences: Sequence[tuple[int, int]],
    words: Sequence[Token],
) -> Iterator[tuple[Feature, float, str]]:
    """Yield the telling ones of words outside of names and dates; a capital marks a name."""
    starts = {start for start, _ in sentences}
    titles = title_words()
    for word in words:
        telling = _telling(word.folded)
        if not telling:
            continue
        printed = text[word.start : word.end]
        if printed[0].isdigit():
            continue
        capital = printed[0].isupper() and word.start not in starts
        if capital and word.folded in titles:
            continue  # "President" alone is anybody
        if capital or (not printed.isalpha() and any(c.isdigit() for c in printed)):
            yield Feature("names", word.stem), _NAME, printed
        yield Feature("words", same_thing(word.stem)), telling, printed.lower()


@lru_cache(maxsize=20_000)
def _telling(word: str) -> float:
    return rareness(word) if weight(word) else 0.0


__all__ = ["Feature", "Named", "Paragraph", "comment_paragraphs"]
