"""Where the words of a search stand in a brief."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.search.matcher import Matcher

if TYPE_CHECKING:
    from store.views import BriefView

Hit = tuple[int, int, int]
"""Paragraph (0 is the title), and the code point offsets [start, end) in it."""


def hits_in(brief: BriefView, words: Iterable[str]) -> tuple[Hit, ...]:
    """Return every place of the `words` of a `SearchAnswer` in a brief, in reading order."""
    matcher = Matcher.of(words)
    if not matcher:
        return ()
    paragraphs = [brief.title, *(text for s in brief.sections for text in s.paragraphs)]
    return tuple(
        (number, start, end)
        for number, text in enumerate(paragraphs)
        for start, end in matcher.spans(text)
    )
