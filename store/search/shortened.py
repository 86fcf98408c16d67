"""Terms by what is left of them when a letter is left out.

Two words one edit apart (a letter missing, added, changed, or two that changed places) have such a
remainder in common. The remainders of every term are kept as numbers in the table `near`, so the
terms near a misspelled word are found by a few look-ups, however many terms there are. Of a long
word only the beginning is taken: words one edit apart still have a remainder of it in common.
"""

from __future__ import annotations

from zlib import crc32

_BEGINNING = 7


def keys(word: str) -> tuple[int, ...]:
    """Return the numbers of a folded word's remainders and of its whole beginning, sorted.

    Two remainders may share a number by chance (crc32); whoever asks must compare the words.
    """
    return _numbers(_shorter({word[:_BEGINNING]}))


def wider_keys(word: str) -> tuple[int, ...]:
    """Return the numbers of what is left without up to two letters: what meets most terms that
    are two edits away (not those with two letters more or two others)."""
    return _numbers(_shorter(_shorter({word[:_BEGINNING]})))


def _shorter(texts: set[str]) -> set[str]:
    """Return the texts, and each without each one of its letters."""
    return texts | {text[:at] + text[at + 1 :] for text in texts for at in range(len(text))}


def _numbers(texts: set[str]) -> tuple[int, ...]:
    return tuple(sorted({crc32(text.encode()) for text in texts}))
