"""Topics: words that are used of one thing, so that comments which say it differently are seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from store.compare.words import stem, word_lines
from store.text import fold


def topics_of(stemmed: str) -> tuple[str, ...]:
    """Return the topics that a word is on, by its stem; the list is `data/topics.txt`."""
    return _topics().get(stemmed, ())


@cache
def _topics() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, *words in word_lines("topics.txt"):
        for word in words:
            for part in word.split("-"):
                found[stem(fold(part))][name] = None
    return {stemmed: tuple(names) for stemmed, names in found.items()}
