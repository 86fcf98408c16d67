"""One brief, whole."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from store.brief import Brief, Entities
from store.entities.countries import display_name
from store.errors import NotFound
from store.library import codec, doubts, notes, reprints, rows
from store.views import (
    BriefView,
    CountryCount,
    PairCount,
    PersonCount,
    ProblemView,
    Row,
    SourceView,
)


def internal_id(db: sqlite3.Connection, public: str) -> int:
    """Return the internal id of a brief in the library. Raises `NotFound`, naming near ids."""
    row = db.execute(
        "SELECT id FROM brief WHERE public = ? AND forgotten IS NULL", [public.strip().lower()]
    ).fetchone()
    if row is None:
        raise NotFound(f"no brief “{public}”{_near(db, public)}")
    return int(row[0])


def rows_of(db: sqlite3.Connection, publics: Sequence[str]) -> list[Row]:
    """Return the list rows of briefs by public id, in the order given. Raises `NotFound`."""
    ids = [internal_id(db, public) for public in publics]
    numbers = [
        db.execute("SELECT row FROM entry WHERE brief = ?", [brief]).fetchone()[0] for brief in ids
    ]
    return rows.by_number(db, numbers)


def _near(db: sqlite3.Connection, public: str) -> str:
    # Bounded: over a large library the ids that share two letters are enough to look among.
    rows = db.execute(
        "SELECT public FROM brief WHERE public LIKE ? || '%' AND forgotten IS NULL LIMIT 5000",
        [public.strip().lower()[:2].replace("%", "").replace("_", "")],
    )
    near = difflib.get_close_matches(public.lower(), [r[0] for r in rows], n=3, cutoff=0.5)
    return f"; near it: {', '.join(near)}" if near else "; “dateline list” shows the ids"


def view(
    db: sqlite3.Connection, public: str, version: int | None = None, *, also_at: bool = True
) -> BriefView:
    """Return a brief in its newest or another version. Raises `NotFound`.

    Looking for reprints reads other briefs; who does not show them leaves `also_at` out.
    """
    brief = internal_id(db, public)
    newest, name = db.execute("SELECT version, public FROM brief WHERE id = ?", [brief]).fetchone()
    number = newest if version is None else version
    columns = _columns(db, brief, number, newest)
    if columns is None:
        raise NotFound(f"brief {name} has versions 1 to {newest}, not {number}")
    read = codec.brief_of(columns)
    if number == newest:
        countries, people, pairs = _countries(db, brief), _people(db, brief), _pairs(db, brief)
        found = doubts.of_brief(db, brief)
    else:
        from store.entities.extract import extract  # only older versions are read again

        countries, people, pairs = _extracted(extract(read))
        found = [(p.field, p.reason, p.guess) for p in read.problems]
    texts = [read.title, *(p for section in read.sections for p in section.paragraphs)]
    mark = db.execute(
        "SELECT read IS NOT NULL, starred IS NOT NULL FROM mark WHERE brief = ?", [brief]
    ).fetchone() or (0, 0)
    return BriefView(
        id=name, title=read.title, date=read.date, date_text=read.date_text, authors=read.authors,
        sections=read.sections, countries=countries, people=people, pairs=pairs,
        sources=_sources(db, brief), version=number, versions=newest, read=bool(mark[0]),
        starred=bool(mark[1]), tags=_tags(db, brief), notes=notes.of_brief(db, brief, texts),
        problems=tuple(ProblemView(name, None, *doubt) for doubt in found), fields=read.readings,
        boilerplate=read.boilerplate,
        also_at=reprints.of(db, brief, _body(read)) if also_at and number == newest else (),
    )  # fmt: skip


def _body(read: Brief) -> str:
    return codec.joined([*read.paragraphs("report"), *read.paragraphs("comment")])


def _columns(
    db: sqlite3.Connection, brief: int, number: int, newest: int
) -> Mapping[str, Any] | None:
    if number == newest:
        cursor = db.execute("SELECT * FROM entry WHERE brief = ?", [brief])
        cursor.row_factory = sqlite3.Row
        row: sqlite3.Row | None = cursor.fetchone()
        return dict(row) if row else None
    packed = db.execute(
        "SELECT reading FROM version WHERE brief = ? AND number = ?", [brief, number]
    ).fetchone()
    return codec.unpack(packed[0]) if packed and packed[0] else None


def _countries(db: sqlite3.Connection, brief: int) -> tuple[CountryCount, ...]:
    rows = db.execute(
        "SELECT code, in_report, in_comment, spans FROM brief_country WHERE brief = ?", [brief]
    )
    found = (
        _country(code, report, comment, codec.spans(text)) for code, report, comment, text in rows
    )
    return tuple(sorted(found, key=lambda c: (-c.mentions, c.code)))


def _country(code: str, in_report: int, in_comment: int, spans: tuple[Any, ...]) -> CountryCount:
    return CountryCount(code, display_name(code), len(spans), in_report, in_comment, spans)


_FROM_TABLE = "the table of office holders"


def _people(db: sqlite3.Connection, brief: int) -> tuple[PersonCount, ...]:
    rows = db.execute(
        "SELECT n.person, bp.printed, bp.known, bp.rank, bp.office, bp.country, bp.in_report,"
        " bp.in_comment, bp.spans FROM brief_person bp JOIN name n ON n.id = bp.name"
        " WHERE bp.brief = ?",
        [brief],
    )
    people = []
    for person, printed, known, rank, office, country, report, comment, text in rows:
        names, spans = tuple(printed.split("\n")), codec.spans(text)
        people.append(
            PersonCount(
                f"p{person}", known or names[0], names, rank, office, country, len(spans), report,
                comment, spans, _FROM_TABLE if known else None,
            )
        )  # fmt: skip
    return tuple(sorted(people, key=_first_place))


def _first_place(person: PersonCount) -> tuple[int, int, str]:
    """Where a person is first named in the text; one who is only in the title comes last."""
    places = [(s.paragraph, s.start) for s in person.spans if s.paragraph] or [(1 << 30, 0)]
    return (*min(places), person.name)


def _pairs(db: sqlite3.Connection, brief: int) -> tuple[PairCount, ...]:
    rows = db.execute(
        "SELECT pair, score, main, in_report, in_comment FROM brief_pair WHERE brief = ?"
        " ORDER BY main DESC, score DESC, pair",
        [brief],
    )
    return tuple(PairCount(p, s, bool(m), r, c) for p, s, m, r, c in rows)


def _extracted(
    entities: Entities,
) -> tuple[tuple[CountryCount, ...], tuple[PersonCount, ...], tuple[PairCount, ...]]:
    """An older version's entities, read again from its text; its people have no ids."""
    return (
        tuple(_country(c.code, c.in_report, c.in_comment, c.spans) for c in entities.countries),
        tuple(
            PersonCount(
                "", p.name, p.names, p.rank, p.office, p.country, len(p.spans), p.in_report,
                p.in_comment, p.spans,
            )
            for p in entities.people
        ),
        tuple(
            PairCount(p.pair, p.score, p.main, p.in_report, p.in_comment) for p in entities.pairs
        ),
    )  # fmt: skip


def _sources(db: sqlite3.Connection, brief: int) -> tuple[SourceView, ...]:
    rows = db.execute(
        "SELECT s.path, v.number FROM source s JOIN version v ON v.id = s.version"
        " WHERE v.brief = ? ORDER BY s.id",
        [brief],
    )
    return tuple(SourceView(path, number) for path, number in rows)


def _tags(db: sqlite3.Connection, brief: int) -> tuple[str, ...]:
    return tuple(
        r[0] for r in db.execute("SELECT tag FROM tag WHERE brief = ? ORDER BY tag", [brief])
    )
