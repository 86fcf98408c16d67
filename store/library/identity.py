"""What makes a text the same text: identity by content, and likeness for versions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from store.brief import Brief
from store.text import fold, words

# No vowels, so that no id spells a word, and none of 0 1 l, which are mistaken for one another.
_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
_SHINGLE = 3


def digest(brief: Brief) -> bytes:
    """Return the identity of a brief: its title's and paragraphs' words, without case or marks.

    Byline, date, labels and typography do not count, so the same text from two places is one.
    """
    return digest_of(words(fold(p.text)) for p in brief.passages())


def digest_of(passages: Iterable[list[str]]) -> bytes:
    """As `digest`, of the folded words of each passage, the title's first."""
    text = "\n".join(map(" ".join, passages))
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


Shingles = frozenset[tuple[str, ...]]
"""The runs of three folded words of a text."""


def resemblance(one: Shingles, other: Shingles) -> float:
    """Return the share, 0..1, of all runs of three words that two texts have in common."""
    return len(one & other) / len(one | other) if one and other else 0.0


def public_id(identity: bytes, length: int = 4) -> str:
    """Return "b" and `length` letters or digits drawn from a digest: "b4f2k"."""
    number = int.from_bytes(identity, "big")
    letters = []
    for _ in range(length):
        number, rest = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[rest])
    return "b" + "".join(letters)


def alike(one: str, other: str) -> bool:
    """Whether two texts share most of their text: half the shorter one's runs of three words.

    Measured on the shorter, so that a text that was only added to stays the same brief.
    """
    a, b = shingles(one), shingles(other)
    if not a or not b:
        return a == b
    return 2 * len(a & b) >= min(len(a), len(b))


def shingles(text: str) -> Shingles:
    """Return the runs of three words of a text; of a shorter text, what there is."""
    parts = words(fold(text))
    if len(parts) < _SHINGLE:
        return frozenset([tuple(parts)])
    return frozenset(zip(parts, parts[1:], parts[2:], strict=False))
