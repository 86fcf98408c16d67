"""How the parts of a brief are kept in columns, and read back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from store.brief import (
    Author,
    Brief,
    Confidence,
    Entities,
    PersonMentions,
    Problem,
    Reading,
    Section,
    Span,
)

_BREAK = "\n\n"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
COLUMNS = (
    "row", "brief", "date", "date_text", "authors", "pairs", "comments", "layout", "readings",
    "boilerplate", "title", "byline", "people", "facets", "report", "comment",
)  # fmt: skip
"""The columns of `entry`, in their order."""


def dump(value: Any) -> str:
    """Return compact JSON."""
    return _ENCODER.encode(value)


def authors_text(authors: Iterable[Author]) -> str:
    """Authors as JSON."""
    return dump([[a.name, a.role, a.institution] for a in authors])


def authors(text: str) -> tuple[Author, ...]:
    """Authors from JSON."""
    return tuple(Author(*parts) for parts in json.loads(text))


def author_names(text: str) -> tuple[str, ...]:
    """Only the names, for lists."""
    return tuple(parts[0] for parts in json.loads(text))


def byline_text(authors: Iterable[Author]) -> str:
    """The byline's words for the index: names, roles and institutions."""
    parts = (part for a in authors for part in (a.name, a.role, a.institution) if part)
    return " | ".join(dict.fromkeys(parts))


def people_text(people: Iterable[PersonMentions]) -> str:
    """Every name of the people of a brief as printed, a line each."""
    return "\n".join(dict.fromkeys(n for p in people for n in (p.name, *p.names)))


def layout_text(sections: Iterable[Section]) -> str:
    """How report and comment interleave, as JSON."""
    return dump([[s.kind, s.label, len(s.paragraphs)] for s in sections])


def joined(paragraphs: Iterable[str]) -> str:
    """Paragraphs as one text, a blank line between."""
    return _BREAK.join(paragraphs)


def sections(layout: str, report: str, comment: str) -> tuple[Section, ...]:
    """Cut the two halves into the sections they were printed in."""
    halves = {
        "report": iter(report.split(_BREAK) if report else ()),
        "comment": iter(comment.split(_BREAK) if comment else ()),
    }
    return tuple(
        Section(kind, label, tuple(next(halves[kind]) for _ in range(count)))
        for kind, label, count in json.loads(layout)
    )


def readings_text(readings: Mapping[str, Reading]) -> str:
    """How the fields were read, as JSON."""
    return dump({field: [r.confidence, r.reason] for field, r in readings.items()})


def readings(text: str) -> dict[str, Reading]:
    """How the fields were read, from JSON."""
    raw: dict[str, tuple[Confidence, str]] = json.loads(text)
    return {field: Reading(*parts) for field, parts in raw.items()}


def spans_text(spans: Iterable[Span]) -> str:
    """Places as "paragraph:start-end", a space between."""
    return " ".join(f"{s.paragraph}:{s.start}-{s.end}" for s in spans)


def spans(text: str) -> tuple[Span, ...]:
    """Places from text."""
    return tuple(_span(part) for part in text.split())


def _span(part: str) -> Span:
    paragraph, _, place = part.partition(":")
    start, _, end = place.partition("-")
    return Span(int(paragraph), int(start), int(end))


def pack(entry: Mapping[str, Any]) -> bytes:
    """An older version's columns, compressed."""
    return zlib.compress(dump(dict(entry)).encode(), 6)


def unpack(blob: bytes) -> dict[str, Any]:
    """The columns of an older version."""
    columns: dict[str, Any] = json.loads(zlib.decompress(blob))
    return columns


def columns(read: Brief, entities: Entities) -> dict[str, Any]:
    """Return the columns of an entry by name, but for `row`, `brief` and `facets`."""
    comment = read.paragraphs("comment")
    return {
        "date": read.date,
        "date_text": read.date_text,
        "authors": authors_text(read.authors),
        "pairs": " ".join(p.pair for p in entities.pairs),
        "comments": len(comment),
        "layout": layout_text(read.sections),
        "readings": readings_text(read.readings),
        "boilerplate": "\n".join(read.boilerplate) or None,
        "title": read.title,
        "byline": byline_text(read.authors),
        "people": people_text(entities.people),
        "report": joined(read.paragraphs("report")),
        "comment": joined(comment),
    }


def brief_of(columns: Mapping[str, Any]) -> Brief:
    """Return the brief that an entry's columns hold.

    What was doubtful stands in a table of its own; columns that were packed have it as `problems`.
    """
    return Brief(
        title=columns["title"],
        sections=sections(columns["layout"], columns["report"], columns["comment"]),
        date=columns["date"],
        date_text=columns["date_text"],
        authors=authors(columns["authors"]),
        readings=readings(columns["readings"]),
        problems=tuple(Problem(*parts) for parts in columns.get("problems", ())),
        boilerplate=tuple((columns["boilerplate"] or "").splitlines()),
    )
