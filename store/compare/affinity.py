"""How much of what one paragraph says another says too, in the same words or in related ones.

Every word looks for its like in the other paragraph: the word itself, else its closest relative.
What is found, weighed by how telling the word is, is set against all that both paragraphs say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import fsum, sqrt
from typing import NamedTuple

from store.compare.paragraphs import Feature, Paragraph
from store.compare.relatives import relatives
from store.compare.words import is_common

Place = tuple[str, int]
"""A comment paragraph: the brief's id and the paragraph's number."""

_LEAST_SAID = 5.0
"""Paragraphs that say less than this many telling words count as if they said so much."""


_CLOSE = 0.5
"""How close two words must be to be named as related; nor may they be common ones. Others add up,
each by itself says little."""


class Kindred(NamedTuple):
    """Two words of different paragraphs that are related: as printed, and what that adds."""

    one: str
    other: str
    much: float


class Affinities:
    """The affinity of all paragraphs to each other, counted at once.

    That of two paragraphs rests on them alone, whatever else is compared.
    """

    def __init__(self, comments: Iterable[Sequence[Paragraph]]) -> None:
        """Count what the paragraphs of `comments` have in common."""
        paragraphs = [p for comment in comments for p in comment if p.features]
        self._number = {(p.id, p.number): n for n, p in enumerate(paragraphs)}
        self._roots = [sqrt(said(p)) for p in paragraphs]
        holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, paragraph in enumerate(paragraphs):
            for stemmed, telling in _words(paragraph).items():
                holders[stemmed].append((number, telling))
        self._found = [[0.0] * len(paragraphs) for _ in paragraphs]
        near = _near(holders.keys())
        # Sorted, since a sum of floats depends on its order, which must not be that of the briefs.
        for stemmed in sorted(holders):
            if len(holders[stemmed]) == 1 and not near[stemmed]:
                continue  # said by one alone, and nobody says anything like it
            self._add(holders[stemmed], _reach(stemmed, near[stemmed], holders))

    def _add(self, holding: Iterable[tuple[int, float]], reach: Mapping[int, float]) -> None:
        for number, telling in holding:
            row = self._found[number]
            for other, closeness in reach.items():
                row[other] += telling * closeness

    def number(self, place: Place) -> int:
        """Return by which number a paragraph is known here."""
        return self._number[place]

    def between(self, here: int, there: int) -> float:
        """Return the affinity of two paragraphs by their numbers: 1 for the same words."""
        both = self._found[here][there] + self._found[there][here]
        return both / 2 / (self._roots[here] * self._roots[there])


def word_share(one: Paragraph, other: Paragraph) -> float:
    """Return what a fully telling word that both paragraphs say adds to their affinity."""
    return 1 / sqrt(said(one) * said(other))


def kindred(one: Paragraph, other: Paragraph) -> list[Kindred]:
    """Return the words of either paragraph that the other says in related ones only."""
    ours, theirs = _words(one), _words(other)
    near = _near(ours.keys() | theirs.keys())
    share = word_share(one, other)
    found = []
    for here, there, words in ((one, other, (ours, theirs)), (other, one, (theirs, ours))):
        for stemmed, best, much in _closest(*words, near):
            found.append(Kindred(_printed(here, stemmed), _printed(there, best), much * share))
    return found


def _closest(
    ours: Mapping[str, float], theirs: Mapping[str, float], near: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[str, str, float]]:
    for stemmed in ours.keys() - theirs.keys():
        there = near[stemmed]
        if among := there.keys() & theirs.keys():
            best = min(among, key=lambda word: (-there[word], word))
            if there[best] < _CLOSE or is_common(stemmed) or is_common(best):
                continue
            yield stemmed, best, there[best] * min(ours[stemmed], theirs[best])


def said(paragraph: Paragraph) -> float:
    """Return how many telling words a paragraph says, `_LEAST_SAID` at least."""
    return max(fsum(_words(paragraph).values()), _LEAST_SAID)


def _words(paragraph: Paragraph) -> dict[str, float]:
    return {f.key: much for f, much in paragraph.features.items() if f.kind == "words"}


def _printed(paragraph: Paragraph, stemmed: str) -> str:
    return paragraph.labels[Feature("words", stemmed)]


def _near(stems: Iterable[str]) -> dict[str, dict[str, float]]:
    """Return for each stem those of the others that are related to it, in either direction."""
    known = set(stems)
    near: dict[str, dict[str, float]] = {stemmed: {} for stemmed in known}
    for stemmed in known:
        listed = relatives(stemmed)
        for other in listed.keys() & known:
            closeness = listed[other]
            if closeness > near[stemmed].get(other, 0.0):
                near[stemmed][other] = near[other][stemmed] = closeness
    return near


def _reach(
    stemmed: str, near: Mapping[str, float], holders: Mapping[str, Sequence[tuple[int, float]]]
) -> dict[int, float]:
    """Return how closely each paragraph says what a word says; those that do not are left out."""
    reach: dict[int, float] = {}
    for other, closeness in chain(((stemmed, 1.0),), near.items()):
        for number, _ in holders[other]:
            if closeness > reach.get(number, 0.0):
                reach[number] = closeness
    return reach
