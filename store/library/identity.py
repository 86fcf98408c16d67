"""What makes a text the same text: identity by content, and likeness for versions."""

from __future__ import annotations

import hashlib

from store.brief import Brief
from store.text import fold, words

# No vowels, so that no id spells a word, and none of 0 1 l, which are mistaken for one another.
_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
_SHINGLE = 3


def digest(brief: Brief) -> bytes:
    """Return the identity of a brief: its title's and paragraphs' words, without case or marks.

    Byline, date, labels and typography do not count, so the same text from two places is one.
    """
    text = "\n".join(" ".join(words(fold(p.text))) for p in brief.passages())
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def resemblance(one: str, other: str) -> float:
    """Return the share, 0..1, of all runs of three words that two texts have in common."""
    a, b = _shingles(one), _shingles(other)
    return len(a & b) / len(a | b) if a and b else 0.0


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
    a, b = _shingles(one), _shingles(other)
    if not a or not b:
        return a == b
    return 2 * len(a & b) >= min(len(a), len(b))


def _shingles(text: str) -> set[tuple[str, ...]]:
    parts = words(fold(text))
    return {tuple(parts[i : i + _SHINGLE]) for i in range(max(1, len(parts) - _SHINGLE + 1))}
