"""Citations as RIS records (TY … ER), the form that most reference managers import.

The format knows no escape: a value ends with its line, and in a name a comma parts family, given
names and suffix. `store.text.one_line` has made every value one line before it comes here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.export.citations.dates import parts_of
from store.export.citations.names import Name
from store.export.citations.work import Work


def write(works: Sequence[Work]) -> str:
    """Return the records, a blank line between."""
    # The two blanks before the dash are part of the format.
    return "\n".join("".join(f"{t}  - {v}\n" for t, v in _lines(work)) for work in works)


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "RPRT"
    yield "ID", work.key
    for name in work.authors:
        yield "AU", _inverted(name)
    yield "TI", work.title
    if work.publisher:
        yield "PB", work.publisher
    if work.date:
        yield "PY", f"{work.date[0]:04d}"
        yield "DA", _date(work.date)
    if work.version:
        yield "ET", f"version {work.version}"
    if work.url:
        yield "UR", work.url
    yield "Y2", _date(parts_of(work.accessed))
    yield "N1", ", ".join(part for part in (work.place, f"brief:{work.id}") if part)
    yield "ER", ""


def _inverted(name: Name) -> str:
    if not name.given:
        return name.straight
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def _date(date: Sequence[int]) -> str:
    """Year, month, day and a last field for other words, each of which may be empty."""
    year, *rest = date
    return "/".join([f"{year:04d}", *(f"{part:02d}" for part in rest), *[""] * (3 - len(rest))])
