"""Notes on a brief, and on a passage of it: they find their paragraph again in later versions."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence

from store.errors import UsageError
from store.text import fold, words
from store.views import NoteView

_ANCHOR_WORDS = 8  # words of a paragraph by which it is known again, as for the boundary


def keep(
    db: sqlite3.Connection, brief: int, text: str, paragraph: int | None, texts: Sequence[str]
) -> int:
    """Keep a note and return its id; `texts` are the title and the paragraphs as they stand.

    Raises `UsageError` for an empty note or a paragraph that there is not.
    """
    if not text.strip():
        raise UsageError("an empty note was not kept")
    if paragraph is not None and not 0 < paragraph < len(texts):
        raise UsageError(f"there is no paragraph {paragraph}; there are 1 to {len(texts) - 1}")
    quote = beginning(texts[paragraph]) if paragraph else None
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    cursor = db.execute(
        "INSERT INTO note (brief, text, created, version, paragraph, quote) VALUES"
        " (?, ?, ?, (SELECT version FROM brief WHERE id = ?), ?, ?)",
        [brief, text.strip(), now, brief, paragraph, quote],
    )
    return cursor.lastrowid or 0


def of_brief(db: sqlite3.Connection, brief: int, texts: Sequence[str]) -> tuple[NoteView, ...]:
    """Return the notes on a brief, oldest first, each with the paragraph it belongs to now."""
    found = db.execute(
        "SELECT id, text, created, paragraph, quote FROM note WHERE brief = ? ORDER BY id", [brief]
    ).fetchall()
    starts = [beginning(text) for text in texts] if any(row[4] for row in found) else []
    return tuple(
        NoteView(number, text, created, _place(starts, paragraph, quote), quote)
        for number, text, created, paragraph, quote in found
    )


def beginning(text: str) -> str:
    """Return the folded words by which a paragraph is known again."""
    return " ".join(words(fold(text))[:_ANCHOR_WORDS])


def _place(starts: Sequence[str], paragraph: int | None, quote: str | None) -> int | None:
    """The paragraph that begins as it did when the note was written, the nearest one."""
    if paragraph is None or not quote:
        return None
    found = [n for n, start in enumerate(starts) if n and start == quote]
    return min(found, key=lambda n: abs(n - paragraph), default=None)
