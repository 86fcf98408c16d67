"""Why a brief stands on a country pair: the sentences that name both countries, by half."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from store.entities.sentences import sentence_spans
from store.library import codec
from store.views import PairReason

_QUERY = """
    SELECT b.public, p.score, p.main, p.in_report, p.in_comment, e.brief, e.title, e.layout,
           e.report, e.comment
    FROM brief_pair p JOIN entry e ON e.brief = p.brief JOIN brief b ON b.id = p.brief
    WHERE p.pair = ? AND b.public = ?
"""


def of_briefs(db: sqlite3.Connection, pair: str, ids: Sequence[str]) -> tuple[PairReason, ...]:
    """Return the reasons of briefs by public id, in the order given; others have none."""
    found = (db.execute(_QUERY, [pair, public]).fetchone() for public in ids)
    return tuple(_reason(db, pair, *row) for row in found if row)


def _reason(
    db: sqlite3.Connection,
    pair: str,
    public: str,
    score: float,
    main: int,
    in_report: int,
    in_comment: int,
    brief: int,
    title: str,
    *text: str,
) -> PairReason:
    passages = [("report", title)]
    passages += [(s.kind, p) for s in codec.sections(*text) for p in s.paragraphs]
    places = _places(db, brief, pair)
    report, comment = (
        _best(
            [
                (at, text) for at, (kind, text) in enumerate(passages)
                if kind == half and (at or half == "report")
            ],
            places,
        )
        for half in ("report", "comment")
    )  # fmt: skip
    return PairReason(public, score, bool(main), in_report, in_comment, report, comment)


def _places(db: sqlite3.Connection, brief: int, pair: str) -> dict[int, list[tuple[int, str]]]:
    """Where each of the two countries is named: offsets and codes by paragraph."""
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for code in pair.split("-"):
        row = db.execute(
            "SELECT spans FROM brief_country WHERE brief = ? AND code = ?", [brief, code]
        ).fetchone()
        for span in codec.spans(row[0]) if row else ():
            found[span.paragraph].append((span.start, code))
    return found


def _best(
    passages: Sequence[tuple[int, str]], places: dict[int, list[tuple[int, str]]]
) -> str | None:
    """The first sentence that names both; in the body before the title; else one of them."""
    best: tuple[int, str] | None = None
    for at, text in [p for p in passages if p[0]] + [p for p in passages if not p[0]]:
        cuts = sentence_spans(text)
        starts = [start for start, _ in cuts]
        named: defaultdict[int, set[str]] = defaultdict(set)
        for offset, code in places.get(at, ()):
            named[bisect_right(starts, offset) - 1].add(code)
        for number in sorted(n for n in named if n >= 0):
            size = len(named[number])
            if best is None or size > best[0]:
                start, end = cuts[number]
                best = size, text[start:end]
    return best[1] if best else None
