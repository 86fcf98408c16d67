"""Runs of capitalised words: the only places where a Latin-letter name can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from store.entities.lexicon import names

_UPPER = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if c.isupper())
# Initials ("W.", "H.W.", "U.S.") or a word with an inner hyphen or apostrophe; "al-" may lead it.
# Every character can be taken by one branch only, so the search is linear; the counts are bounded
# because the engine keeps memory for every turn of a group.
_WORD = re.compile(
    rf"(?<![\w\-’'])(?:(?:[{_UPPER}]\.){{1,12}}(?:[{_UPPER}](?!\w))?"
    rf"|(?:(?:[ae][a-z]|u[ldr]|d)[-’'])?[ʻʿ‘]?[{_UPPER}](?:[^\W_]|[-’'‘`ʻʼʿʾ](?=[^\W_])){{0,80}})"
)
_LOWER = bytes(range(0x61, 0x7B))
_NO_LETTERS = bytes(c for c in range(128) if not chr(c).isalpha())
_APOSTROPHES = ("’", "'")
_CLOSING = frozenset(",;:)?!]")
_MAX_RUN = 24
_LONGEST_WORD = 60
_PARTICLES_ROOM = 24


class Token(NamedTuple):
    """A word of a run: `text` without a possessive, `lower` without dots, offsets of `text`."""

    text: str
    lower: str
    start: int
    end: int
    possessive: bool
    particle: bool


Run = list[Token]
_make = Token._make
_NOTHING: Run = []


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of capitalised words of `text`, name particles between them included."""
    run: Run = []
    particles = names().particles
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start > _LONGEST_WORD:
            continue
        if run:
            last = run[-1]
            gap = start - last.end
            if gap == 1 and text[last.end] == " ":
                joined: Run | None = _NOTHING
            elif gap > _PARTICLES_ROOM or (not last.possessive and text[last.end] in _CLOSING):
                joined = None
            else:
                joined = _joined(text, last, start, particles)
            if joined is None or len(run) >= _MAX_RUN:
                yield run
                run = []
            else:
                run += joined
        printed = match[0]
        if printed.isalpha() and text[end : end + 1] not in _APOSTROPHES:
            run.append(_make((printed, _plain(printed), start, end, False, False)))
        else:
            run.append(_token(printed, start, end, text))
    if run:
        yield run


@lru_cache(maxsize=1 << 15)
def _plain(printed: str) -> str:
    return printed.lower().replace(".", "")


def _token(printed: str, start: int, end: int, text: str) -> Token:
    possessive = False
    if printed[-2:] in ("’s", "'s", "’S", "'S", "‘s", "`s"):
        printed, end, possessive = printed[:-2], end - 2, True
    elif text[end : end + 1] in ("’", "'") and printed[-1] in "sS":
        possessive = text[end + 1 : end + 2] in (" ", "")
    return Token(printed, _plain(printed), start, end, possessive, False)


def _joined(text: str, last: Token, start: int, particles: frozenset[str]) -> Run | None:
    """The particle tokens between `last` and `start`, or None when the run ends there."""
    gap = text[last.end : start]
    if last.possessive:
        gap = gap[2:] if gap[1:2] in "sS" and len(gap) > 1 else gap[1:]
    if gap.isspace():
        return []
    if gap.startswith(".") and last.lower in names().abbreviations:
        return [] if gap[1:].isspace() or gap == "." else None
    return _particles(gap, last.end, particles)


def _particles(gap: str, offset: int, particles: frozenset[str]) -> Run | None:
    found: Run = []
    if not gap[:1].isspace():
        return None
    for word in gap.split():
        if word.rstrip("-") not in particles:
            return None
        at = offset + gap.index(word, (found[-1].end - offset) if found else 0)
        found.append(Token(word, word, at, at + len(word), False, True))
    return found


def is_capitals(text: str) -> bool:
    """Return whether `text` is printed in capitals, so that capital letters prove nothing."""
    sample = text[:600]
    if sample.isascii():  # counted in one go, because every paragraph is asked
        letters = sample.encode("ascii").translate(None, _NO_LETTERS)
        upper = len(letters.translate(None, _LOWER))
        return upper > 8 and upper > 0.7 * len(letters)
    upper = sum(map(str.isupper, sample))
    return upper > 8 and upper > 0.7 * sum(map(str.isalpha, sample))


def is_heading(text: str) -> bool:
    """Return whether `text` reads as a heading: short, no full stop, most words capitalised."""
    if len(text) > 160 or text.rstrip()[-1:] in (".", "!", "?", "”", '"', ":", ""):
        return False
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)
