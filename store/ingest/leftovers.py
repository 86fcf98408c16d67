"""What a reading left out: the words of a line that none of its parts holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.text import words

# Words of the byline's own form; to drop them loses nothing.
FORM_WORDS = frozenset(("by", "and", "und", "et", "y", "on", "at", "posted", "published"))


def leftover(line: str, parts: Iterable[str | None]) -> str:
    """Return the words of `line` that no part holds, in their order; "" if all are held.

    Words are counted, so that a word printed twice has to be held twice.
    """
    held: Counter[str] = Counter()
    for part in parts:
        if part:
            held.update(words(part))
    left: list[str] = []
    for word in words(line):
        if held[word] > 0:
            held[word] -= 1
        elif word.lower() not in FORM_WORDS:
            left.append(word)
    return " ".join(left)
