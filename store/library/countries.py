"""One country to stand on: its pairs, people and analysts, and when it was written about."""

from __future__ import annotations

import sqlite3

from store.entities.countries import display_name
from store.errors import NotFound
from store.library import analysts, months, pairs, people, rows, silence
from store.search import lookups
from store.views import CountryView, NamedCount

_NEWEST = 60  # briefs on the page: a country may be named in most of a library
_PAIRS, _PEOPLE, _ANALYSTS = 30, 12, 12
_BRIEFS = "SELECT brief FROM brief_country WHERE code = ?"


def view(db: sqlite3.Connection, text: str) -> CountryView:
    """Return one country, by its code or any name of it. Raises `NotFound`."""
    code = lookups.country_code(text)
    if code is None:
        raise NotFound(f"“{text}” is no country; write a name or a code like IR")
    total, commented, in_report, in_comment = db.execute(
        "SELECT count(*), coalesce(sum(e.comments > 0), 0), coalesce(sum(c.in_report), 0),"
        " coalesce(sum(c.in_comment), 0) FROM brief_country c JOIN entry e ON e.brief = c.brief"
        " WHERE c.code = ?",
        [code],
    ).fetchone()
    if not total:
        raise NotFound(f"no brief names {display_name(code)} yet; “dateline pairs” lists who is")
    dates = [d for (d,) in db.execute(f"SELECT date FROM entry WHERE brief IN ({_BRIEFS})", [code])]
    by_month = months.count(dates)
    return CountryView(
        code=code,
        name=display_name(code),
        total=total,
        commented=commented,
        mentions=in_report + in_comment,
        in_report=in_report,
        in_comment=in_comment,
        briefs=rows.of_briefs(
            db,
            f"SELECT e.brief FROM entry e WHERE e.brief IN ({_BRIEFS}) ORDER BY e.row DESC LIMIT ?",
            [code, _NEWEST],
        ),
        pairs=pairs.listing(db, country=code)[:_PAIRS],
        people=_people(db, code),
        analysts=analysts.on_country(db, code)[:_ANALYSTS],
        by_month=by_month,
        gaps=months.gaps(by_month),
        quiet_days=silence.since_newest(dates),
    )


def _people(db: sqlite3.Connection, code: str) -> tuple[NamedCount, ...]:
    """The people who are said to be of that country, most briefs first."""
    found = db.execute(
        "SELECT n.person, count(DISTINCT bp.brief) AS briefs FROM brief_person bp"
        " JOIN name n ON n.id = bp.name JOIN name p ON p.id = n.person"
        " WHERE bp.country = ? AND bp.brief IN (SELECT brief FROM entry)"
        " GROUP BY n.person ORDER BY briefs DESC, p.printed LIMIT ?",
        [code, _PEOPLE],
    )
    return people.counted(db, found.fetchall())
