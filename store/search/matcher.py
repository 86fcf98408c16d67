"""Where the words of a search stand in a text, as the index would find them.

Words are looked up in a flattened copy of the text, in which every character is folded as the
index folds it but none is added or lost: an offset in the copy is an offset in the text, and the
search for each word runs at the speed of `str.find`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.text import term, word_spans

Hit = tuple[int, int, int]
"""Start and end (code points, end exclusive) and the number of the needle found there."""

_SHORT = 2
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Needle:
    """Folded words in a row; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


class Matcher:
    """What to look for. Words may be given in any case, with accents or without.

    A prefix matches every word that begins with it, and the whole word counts. The words of a
    phrase follow each other; a last one that ends in "*" is a prefix.
    """

    __slots__ = ("needles",)

    def __init__(
        self,
        words: Iterable[str] = (),
        prefixes: Iterable[str] = (),
        phrases: Iterable[Sequence[str]] = (),
    ) -> None:
        found = [_needle([p], prefix=True) for p in prefixes]
        found += [_needle(p, prefix=bool(p) and p[-1].endswith("*")) for p in phrases]
        found += [_needle([w]) for w in words]
        open_ends = {n.words for n in found if n.prefix}
        self.needles = tuple(
            dict.fromkeys(n for n in found if n.words and (n.prefix or n.words not in open_ends))
        )

    @classmethod
    def of(cls, highlights: Iterable[str]) -> Matcher:
        """Return a matcher for words as an answer lists them: `word`, `pref*`, `"a phrase"`."""
        words, prefixes, phrases = [], [], []
        for text in highlights:
            if text.startswith('"'):
                phrases.append(text.strip('"').split())
            elif text.endswith("*"):
                prefixes.append(text)
            else:
                words.append(text)
        return cls(words, prefixes, phrases)

    def __bool__(self) -> bool:
        return bool(self.needles)

    def hits(self, text: str) -> list[Hit]:
        """Return every place of every needle, in reading order; hits of two needles may overlap."""
        flat = _flat(text)
        find = _walked if flat is None else _found
        # One letter stands everywhere: in plain text an expression passes over it faster.
        if flat is not None and flat.isascii() and "_" not in flat:
            find = _plainly
        looked = text if flat is None else flat
        # Most needles are guesses that this text does not hold: that is told at once.
        there = (
            (number, needle)
            for number, needle in enumerate(self.needles)
            if flat is None or needle.words[0] in looked
        )
        return sorted(
            (start, end, number) for number, needle in there for start, end in find(looked, needle)
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the places to highlight in `text`: in order, none overlapping another."""
        return merged(self.hits(text))


def merged(hits: Iterable[Hit]) -> list[tuple[int, int]]:
    """Return the spans of sorted hits, overlapping ones as one."""
    spans: list[tuple[int, int]] = []
    for start, end, _ in hits:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _needle(words: Sequence[str], *, prefix: bool = False) -> Needle:
    cut = [term(word[start:end]) for word in words for start, end in word_spans(word)]
    return Needle(tuple(word for word in cut if word), prefix)


# -- the quick way, in a flat copy ----------------------------------------------------------------


def _flat(text: str) -> str | None:
    """Return `text` with every character folded, None if that would change its length."""
    if text.isascii():
        return text.lower()
    for char in set(_NOT_ASCII.findall(text)):
        folded = term(char)
        # Capitals newer than the index's tables stay as they are, but `lower` would change them.
        if len(folded) != 1 or folded.lower() != folded:
            return None
        if folded != char:
            text = text.replace(char, folded)
    return text.lower()


def _found(flat: str, needle: Needle) -> Iterator[tuple[int, int]]:
    first, *rest = needle.words
    start = flat.find(first)
    while start >= 0:
        end = start + len(first)
        if start == 0 or not _in_word(flat[start - 1]):
            stop = _stop(flat, end, rest, needle.prefix)
            if stop is not None:
                yield start, stop
                end = stop
        start = flat.find(first, end)


def _plainly(flat: str, needle: Needle) -> Iterator[tuple[int, int]]:
    """As `_found`, in ASCII without underscores, where a word is what expressions take for one."""
    if not needle.prefix or len(needle.words) > 1 or len(needle.words[0]) > _SHORT:
        return _found(flat, needle)
    return (m.span() for m in _beginning(needle.words[0]).finditer(flat))


@lru_cache(maxsize=256)
def _beginning(start: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(start)}\w*", re.ASCII)


def _stop(flat: str, end: int, rest: Sequence[str], prefix: bool) -> int | None:
    """Return where the needle ends whose first word stands before `end`, None if it does not."""
    for word in rest:
        start = end
        while start < len(flat) and not _in_word(flat[start]):
            start += 1
        if start == end or not flat.startswith(word, start):
            return None
        end = start + len(word)
    start = end
    while end < len(flat) and _in_word(flat[end]):
        end += 1
    return end if prefix or start == end else None


@lru_cache(maxsize=4096)
def _in_word(char: str) -> bool:
    return any(True for _ in word_spans(char))


# -- the sure way, word by word -------------------------------------------------------------------


def _walked(text: str, needle: Needle) -> Iterator[tuple[int, int]]:
    """For texts with combining marks and the like, where folding loses characters."""
    spans = list(word_spans(text))
    folded = [term(text[start:end]) for start, end in spans]
    many, last = len(needle.words), needle.words[-1]
    free = 0
    for i in range(len(spans) - many + 1):
        fits = folded[i : i + many - 1] == list(needle.words[:-1])
        end = folded[i + many - 1]
        if i >= free and fits and (end.startswith(last) if needle.prefix else end == last):
            yield spans[i][0], spans[i + many - 1][1]
            free = i + many
