"""Acts on briefs that are named by ids or found by a query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.errors import NotFound

if TYPE_CHECKING:
    from store.library import Library

# Ids as the library makes them: "b" and letters or digits without vowels, so never a word.
_ID = re.compile(r"b[2-9b-df-hjkmnp-tv-z]{4,12}")

_PAGE = 1000


def is_id(text: str) -> bool:
    """Whether a text has the form of a brief's id."""
    return _ID.fullmatch(text) is not None


def named_briefs(library: Library, words: Sequence[str]) -> tuple[str, ...]:
    """Return the ids meant: the words themselves if all are ids, else what they find exactly.

    Raises NotFound for an unknown id or when nothing is found. Spelling is never corrected
    here: an act on a guess would mark briefs nobody asked for.
    """
    ids = [word.removeprefix("brief:") for word in words]
    if all(map(is_id, ids)):
        return tuple(library.brief(identity).id for identity in ids)
    text = " ".join(words)
    found: list[str] = []
    total = 1
    while len(found) < total:
        page = library.search(text, exact=True, sort="newest", limit=_PAGE, offset=len(found))
        found += (row.id for row in page.results)
        total = page.total if page.results else 0
    if not found:
        raise NotFound(f"no brief answers exactly to {text}")
    return tuple(found)
