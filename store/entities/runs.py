"""Runs of capitalised words: the only places where a Latin-letter name can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.entities.lexicon import names

_UPPER = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if c.isupper())
_JOINED = r"\w\-’'"  # no word begins right behind one of these
_ARTICLES = (r"[ae][a-z][-’']", r"u[ldr][-’']", r"d[-’']")  # "al-", "ul-", "d’"
_HALF_RINGS = "[ʻʿ‘]"
# Whatever may stand before the first capital of a word as a part of it.
_LEADING = (
    *(
        rf"(?<=(?<![{_JOINED}]){article}{ring}.)"
        for article in _ARTICLES
        for ring in (_HALF_RINGS, "")
    ),
    rf"(?<=(?<![{_JOINED}]){_HALF_RINGS}.)",
    rf"(?<=[{_JOINED}]‘.)",
)
_REST = r"[^\W_]*+(?:[-’'‘`][^\W_]++)*+"
# Initials ("W.", "H.W.", "U.S.") or a word with an inner hyphen or apostrophe. The capital comes
# first, since only a class of characters is skipped to quickly; what stands before it is looked
# back at. The engine keeps memory for every turn of a group, so that the initials are bounded.
_WORD = re.compile(
    rf"[{_UPPER}](?:(?<![{_JOINED}‘].)"
    rf"(?:\.(?:[{_UPPER}]\.){{0,11}}(?:[{_UPPER}](?!\w))?|{_REST})|(?:{'|'.join(_LEADING)}){_REST})"
)
_BEGINNING = re.compile(rf"(?<![{_JOINED}])(?:{'|'.join(_ARTICLES)})?{_HALF_RINGS}?\Z")
_MAY_BELONG = frozenset("-’'‘ʻʿ")
_LONGEST_ARTICLE = 4
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LOWER = bytes(range(0x61, 0x7B))
_NO_LETTERS = bytes(c for c in range(128) if not chr(c).isalpha())
_APOSTROPHES = ("’", "'")
_POSSESSIVE = frozenset({"’s", "'s", "’S", "'S", "‘s", "`s"})
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
_new = tuple.__new__  # a third of the time of Token(…)
_NOTHING: Run = []


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of capitalised words of `text`, name particles between them included."""
    run: Run = []
    last_end = -_PARTICLES_ROOM - 1
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start and text[start - 1] in _MAY_BELONG:
            start = _beginning(text, start)
        if end - start > _LONGEST_WORD:
            continue
        token = _token(text, start, end)
        if run:
            joined: Run | None = None
            gap = start - last_end
            if gap == 1 and text[last_end] == " ":
                joined = _NOTHING
            elif gap <= _PARTICLES_ROOM and (run[-1][4] or text[last_end] not in _CLOSING):
                joined = _joined(text, run[-1], start)
            if joined is None or len(run) >= _MAX_RUN:
                yield run
                run = []
            elif joined:
                run += joined
        run.append(token)
        last_end = token[3]
    if run:
        yield run


def _beginning(text: str, capital: int) -> int:
    """Where the word begins that has its first capital at `capital`: at the article before it."""
    found = _BEGINNING.search(text, max(0, capital - _LONGEST_ARTICLE), capital)
    return found.start() if found else capital


def _token(text: str, start: int, end: int) -> Token:
    printed = text[start:end]
    possessive = False
    if printed.isalpha():
        lower = printed.lower()
    elif printed[-2:] in _POSSESSIVE:
        printed, end, possessive = printed[:-2], end - 2, True
        lower = _plain(printed)
    else:
        lower = _plain(printed)
    if not possessive and printed[-1] in "sS" and text[end : end + 1] in _APOSTROPHES:
        possessive = text[end + 1 : end + 2] in (" ", "")
    return _new(Token, (printed, lower, start, end, possessive, False))


def _plain(printed: str) -> str:
    return printed.lower().replace(".", "")


def _joined(text: str, last: Token, start: int) -> Run | None:
    """The particle tokens between `last` and `start`, or None when the run ends there."""
    gap = text[last.end : start]
    if last.possessive:
        gap = gap[2:] if gap[1:2] in "sS" and len(gap) > 1 else gap[1:]
    if gap.isspace():
        return []
    if gap.startswith(".") and last.lower in names().abbreviations:
        return [] if gap[1:].isspace() or gap == "." else None
    return _particles(gap, last.end) if gap[:1].isspace() else None


def _particles(gap: str, offset: int) -> Run | None:
    found: Run = []
    particles = names().particles
    for word in gap.split():
        if word.rstrip("-") not in particles:
            return None
        at = offset + gap.index(word, (found[-1].end - offset) if found else 0)
        found.append(Token(word, word, at, at + len(word), False, True))
    return found


def is_capitals(text: str) -> bool:
    """Return whether `text` is printed in capitals, so that capital letters prove nothing."""
    sample = text[:600]
    # Counted in one go, because every paragraph is asked; the few other letters one by one.
    letters = sample.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    others = "" if sample.isascii() else "".join(_BEYOND_ASCII.findall(sample))
    upper = len(letters.translate(None, _LOWER)) + sum(map(str.isupper, others))
    return upper > 8 and upper > 0.7 * (len(letters) + sum(map(str.isalpha, others)))


def is_heading(text: str) -> bool:
    """Return whether `text` reads as a heading: short, no full stop, most words capitalised."""
    if len(text) > 160 or text.rstrip()[-1:] in (".", "!", "?", "”", '"', ":", ""):
        return False
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)
