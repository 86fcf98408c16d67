"""What a file's format says about a brief, used where its text does not say.

A page's or a mail's metadata is often wrong about briefs (the date of the crawl, the webmaster as
author), so it only fills what the layout left open or merely guessed, and says so.
"""

from __future__ import annotations

from dataclasses import replace

from store.brief import Author, Brief, Reading
from store.ingest.readers.document import Document


def apply(brief: Brief, document: Document) -> Brief:
    """Return the brief with open fields filled from the document's own data."""
    if document.title and _open(brief, "title"):
        brief = _filled(brief, "title", document, title=document.title)
    if document.date and (brief.date is None or _open(brief, "date")):
        brief = _filled(
            brief,
            "date",
            document,
            date=document.date,
            date_text=document.date_text or brief.date_text,
        )
    if document.authors and not brief.authors:
        authors = tuple(Author(name, None, document.institution) for name in document.authors)
        brief = _filled(brief, "authors", document, authors=authors)
    return brief


def _open(brief: Brief, field: str) -> bool:
    reading = brief.readings.get(field)
    return reading is None or reading.confidence == "guess"


def _filled(brief: Brief, field: str, document: Document, **values: object) -> Brief:
    readings = {**brief.readings, field: Reading("likely", document.origin)}
    problems = tuple(p for p in brief.problems if p.field != field)
    return replace(brief, readings=readings, problems=problems, **values)  # type: ignore[arg-type]
