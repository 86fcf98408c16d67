"""Lines that every printed page repeats: page numbers, and the running heads that stand by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from store.text import fold, words

_PAGE = re.compile(
    r"(?:[-–—\[( ]{0,3}(?:page|p\.|seite)? ?\d{1,4} ?(?:(?:of|/|von) ?\d{1,4})?[-–—\]) ]{0,3})",
    re.IGNORECASE,
)
_WITH_PAGE = re.compile(r"\b(?:page|seite) \d{1,4}\b", re.IGNORECASE)
_LONGEST = 120


def without_running_heads(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the paragraphs without running heads and page numbers, and what was set aside.

    A running head stands next to a page number, or holds it, at least twice; what is printed
    once only is text.
    """
    said = Counter(_key(p) for p in paragraphs if _says_page(p))
    numbered = [
        i
        for i, p in enumerate(paragraphs)
        if _is_page(p) or (said and _says_page(p) and said[_key(p)] > 1)
    ]
    if not numbered:
        return list(paragraphs), []
    numbers = set(numbered)
    beside = Counter(
        _key(paragraphs[n])
        for i in numbered
        for n in (i - 1, i + 1)
        if 0 <= n < len(paragraphs) and len(paragraphs[n]) <= _LONGEST and n not in numbers
    )
    heads = {key for key, count in beside.items() if count >= 2 and key}
    aside = {i for i, p in enumerate(paragraphs) if len(p) <= _LONGEST and _key(p) in heads}
    aside -= _title(paragraphs, aside, numbers)
    if aside or len(numbered) > 1:
        aside.update(numbered)
    kept = [p for i, p in enumerate(paragraphs) if i not in aside]
    return kept, [paragraphs[i] for i in sorted(aside)]


def _title(paragraphs: Sequence[str], aside: set[int], numbered: set[int]) -> set[int]:
    """Return the first head where it stands by itself: the title that the pages repeat."""
    first = min(aside, default=None)
    if first is None or {first - 1, first + 1} & numbered:
        return set()
    return {first}


def _is_page(paragraph: str) -> bool:
    return len(paragraph) <= 30 and _PAGE.fullmatch(paragraph) is not None and any(
        c.isdigit() for c in paragraph
    )  # fmt: skip


def _says_page(paragraph: str) -> bool:
    """Whether a running head holds the page number itself ("Amber Brief 12 | Page 2 of 3")."""
    return len(paragraph) <= _LONGEST and _WITH_PAGE.search(paragraph) is not None


def _key(paragraph: str) -> str:
    return " ".join(w for w in words(fold(paragraph)) if not w.isdigit())
