"""The words of estimation that an analyst's comments use."""

from __future__ import annotations

import sqlite3
from collections import Counter

from store.views import HedgeCount

NEWEST = 200
"""Comments that are read: the newest ones."""


def of_analyst(db: sqlite3.Connection, analyst: int) -> tuple[HedgeCount, ...]:
    """Count the hedges in an analyst's newest comments, the most used first."""
    from store.compare.hedges import hedges_of  # late: only this page needs it
    from store.compare.paragraphs import Paragraph
    from store.compare.words import tokens
    from store.entities.sentences import sentence_spans

    comments = db.execute(
        "SELECT e.comment FROM brief_analyst ba JOIN entry e ON e.brief = ba.brief"
        " WHERE ba.analyst = ? AND e.comment != '' ORDER BY e.row DESC LIMIT ?",
        [analyst, NEWEST],
    )
    counts: Counter[tuple[str, str]] = Counter()
    for (text,) in comments:
        paragraph = Paragraph(
            "",
            1,
            text,
            tuple(sentence_spans(text)),
            tuple(tokens(text)),
            (),
            (),
            (),
            (),
            {},
            {},
            0.0,
        )
        counts.update((hedge.phrase, hedge.strength) for hedge in hedges_of(paragraph))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(HedgeCount(phrase, strength, times) for (phrase, strength), times in ordered)
