"""The sentences that name a person, in report and in comment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from store.brief import PassageKind, Span
from store.entities.sentences import sentence_spans
from store.library import codec
from store.views import PassageView

NEWEST = 60
"""Briefs whose sentences are read: the newest ones."""

_QUERY = """
    SELECT b.public, e.date, e.title, e.layout, e.report, e.comment, bp.spans
    FROM brief_person bp JOIN name n ON n.id = bp.name JOIN entry e ON e.brief = bp.brief
    JOIN brief b ON b.id = bp.brief WHERE n.person = ? ORDER BY e.row DESC LIMIT ?
"""


def of_person(db: sqlite3.Connection, person: int, limit: int = NEWEST) -> tuple[PassageView, ...]:
    """Return the sentences that name a person in the newest briefs that do, newest first."""
    found: list[PassageView] = []
    for public, date, title, layout, report, comment, text in db.execute(_QUERY, [person, limit]):
        sections = codec.sections(layout, report, comment)
        texts: list[tuple[PassageKind, str]] = [("title", title)]
        texts += [(s.kind, p) for s in sections for p in s.paragraphs]
        found += (
            PassageView(public, date, kind, paragraph, sentence)
            for kind, paragraph, sentence in _sentences(texts, codec.spans(text))
        )
    return tuple(found)


def _sentences(
    texts: Sequence[tuple[PassageKind, str]], spans: Sequence[Span]
) -> Iterator[tuple[PassageKind, int, str]]:
    """Each sentence once, however often it names the person."""
    seen: set[tuple[int, int]] = set()
    for span in spans:
        kind, text = texts[span.paragraph] if span.paragraph < len(texts) else ("report", "")
        cut = next(((a, b) for a, b in sentence_spans(text) if a <= span.start < b), None)
        if cut and (span.paragraph, cut[0]) not in seen:
            seen.add((span.paragraph, cut[0]))
            yield kind, span.paragraph, text[slice(*cut)].strip()
