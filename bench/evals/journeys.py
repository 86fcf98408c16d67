"""Office, person and country on one-sentence notes of journeys, from lists of the United States."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bench.gold import Counts
from bench.results import SHARED, table
from store.brief import Brief, Entities, Section
from store.entities.codes import code_of
from store.entities.extract import extract
from store.text import clean, fold

TITLE = "Office, person and country on notes of journeys"
_NOTES = """
`visits` names a visitor with an office and a country of its own column; `travels` a traveller, a
country and a sentence on whom was met there. The note is put into a sentence ("President X of
Guatemala: …") or read as it stands. Countries that are none of the table's (Hawaii) are left
out. Office: the printed one, whole. Person: the name without the office, nothing more or less.
Whose country: of the visitors found, the country of the column. Told countries: the country of the
column of `travels` is found in "Trip to COUNTRY (PLACE): …".
"""
_OFFICE = re.compile(
    r"^((?:(?:Crown|Prime|Foreign|Vice|Deputy|First|Former|Acting|Federal|State|Grand|Provisional)"
    r" )*(?:President|Prime Minister|Minister|King|Queen|Prince|Princess|Emperor|Chancellor|Premier"
    r"|Sultan|Emir|Amir|Pope|Secretary General|Chairman|Shah|Regent|Governor General|Duke|Sheikh)"
    r"(?:-elect)?) (.+)$"
)
_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Visit:
    """A visitor as listed: office, name, country and its code, and the note."""

    office: str
    name: str
    country: str
    code: str
    note: str


def run() -> str:
    """Score both lists."""
    if not (SHARED / "journeys").is_dir():
        return "The lists of journeys are not on this machine; set DATELINE_REAL.\n"
    people, offices, whose = Counts(), Counts(), Counts()
    for visit in list(_visits())[:_MOST]:
        _score(visit, people, offices, whose)
    told = Counts()
    for country, code, place, note in list(_travels())[:_MOST]:
        found = {c.code for c in _read(f"Trip to {country} ({place}): {note}").countries}
        told.right += code in found
        told.missed += code not in found
    rows = [
        [name, counts.right + counts.missed, counts.precision, counts.recall]
        for name, counts in (
            ("person", people), ("office", offices), ("whose country", whose),
            ("told country", told),
        )
    ]  # fmt: skip
    return f"{_NOTES}\n{table(('what', 'notes', 'precision', 'recall'), rows)}"


def _score(visit: Visit, people: Counts, offices: Counts, whose: Counts) -> None:
    text = f"{visit.office} {visit.name} of {visit.country} came to Washington. {visit.note}"
    found = next((p for p in _read(text).people if any(s.start < 40 for s in p.spans)), None)
    if found is None:
        people.missed += 1
        return
    exact = fold(visit.name) in {fold(n) for n in (found.name, *found.names)}
    people.right += exact
    people.wrong += not exact
    people.missed += not exact
    if not exact:
        return
    right = fold(found.office or found.rank or "") == fold(visit.office)
    offices.right += right
    offices.wrong += not right and bool(found.office)
    offices.missed += not right
    whose.right += found.country == visit.code
    whose.wrong += found.country not in (None, visit.code)
    whose.missed += found.country != visit.code


def _read(text: str) -> Entities:
    return extract(Brief("", (Section("report", None, (text,)),)))


def _rows(name: str) -> Iterator[list[str]]:
    with (SHARED / "journeys" / name).open(encoding="utf-8") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _visits() -> Iterator[Visit]:
    for visitor, country, *_, note in _rows("visits.tsv"):
        office = _OFFICE.match(clean(visitor))
        code = code_of(country)
        if office and code:
            yield Visit(office[1], office[2].strip(), country, code, clean(note))


def _travels() -> Iterator[tuple[str, str, str, str]]:
    for _, _, _, _, country, place, note in (r for r in _rows("travels.tsv") if len(r) == 7):
        code = code_of(country)
        if code:
            yield country, code, place, clean(note)
