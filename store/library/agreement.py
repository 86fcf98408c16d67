"""Do the facet tokens of a brief say what its rows of facts say?"""

from __future__ import annotations

import sqlite3

from store.search import facets

# Countries, pairs, names, analysts. An analyst who is printed with two houses has both as tokens,
# and the first one in his row: so the tokens of institutions may be more than the rows.
_BOTH_WAYS = tuple(f"{facets.LEAD}{kind}" for kind in "cpna")


def agree(db: sqlite3.Connection, brief: int, tokens: str) -> bool:
    """Whether the tokens of a brief's facets column are those its facts make."""
    there = set(tokens.split())
    expected = _expected(db, brief)
    return expected <= there and {t for t in there if t.startswith(_BOTH_WAYS)} <= expected


def _expected(db: sqlite3.Connection, brief: int) -> set[str]:
    found: set[str] = set()
    for code, report, comment in db.execute(
        "SELECT code, in_report, in_comment FROM brief_country WHERE brief = ?", [brief]
    ):
        found.add(facets.country(code))
        found |= {facets.country(code, "report")} if report else set()
        found |= {facets.country(code, "comment")} if comment else set()
    for analyst, house in db.execute(
        "SELECT analyst, institution FROM brief_analyst WHERE brief = ?", [brief]
    ):
        found.add(facets.analyst(analyst))
        found |= {facets.institution(house)} if house is not None else set()
    pairs = db.execute("SELECT pair FROM brief_pair WHERE brief = ?", [brief])
    names = db.execute("SELECT name FROM brief_person WHERE brief = ?", [brief])
    return found | {facets.pair(r[0]) for r in pairs} | {facets.name(r[0]) for r in names}
