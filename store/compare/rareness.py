"""How telling a word is by itself: the rarer in print, the more two texts say by sharing it."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

from store.compare.words import word_lines

_UNTELLING = log(100)


@lru_cache(maxsize=20_000)
def rareness(folded: str) -> float:
    """Return how telling a folded word is: 0 for the hundred commonest, 1 for one not listed.

    Between them it grows with the logarithm of the rank in `data/word_ranks.txt`, as how much a
    word surprises does.
    """
    ranks = _ranks()
    rank = ranks.get(folded)
    if rank is None:
        return 1.0
    return max(0.0, (log(rank + 1) - _UNTELLING) / (log(len(ranks)) - _UNTELLING))


@cache
def _ranks() -> dict[str, int]:
    listed = (word for line in word_lines("word_ranks.txt") for word in line)
    return {word: rank for rank, word in enumerate(listed)}
