"""Words that a comment puts in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.compare.words import tokens, weight

# Double quotes only: a single one is an apostrophe too often. Bounded, so that a stray opening
# mark in a long text costs no more than its reach.
_QUOTED = re.compile(r'“([^“”]{2,600})”|"([^"]{2,600})"|«([^«»]{2,600})»|„([^„“”]{2,600})[“”]')


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: offsets [start, end) with its marks, the folded words in `key`."""

    key: str
    start: int
    end: int


def read_quotes(text: str) -> list[Quote]:
    """Return the quotations of `text` that are long or rare enough to be recognised again."""
    quotes = []
    for match in _QUOTED.finditer(text):
        inside = next(group for group in match.groups() if group)
        words = tokens(inside)
        folded = [word.folded for word in words]
        if len(words) > 1 or any(weight(word) == 1 and len(word) > 5 for word in folded):
            quotes.append(Quote(" ".join(folded), *match.span()))
    return quotes
