"""One brief printed whole: report and comment apart, then who, where and how it was read."""

from __future__ import annotations

from collections.abc import Iterable

from store.brief import Author, Section
from store.views import BriefView, CountryCount, PersonCount
from tui.sheet import Piece, Sheet

_BAR = "│ "  # stands before every line of comment, so that colour is not what tells it apart


def add_brief(sheet: Sheet, brief: BriefView) -> None:
    """Add the whole of a brief to a sheet."""
    sheet.text(Piece(brief.title, "title"))
    for author in brief.authors:
        sheet.text(f"By {_byline(author)}")
    sheet.text(Piece(" · ".join(_facts(brief)), "faint"))
    for section in brief.sections:
        _add_section(sheet, section)
    _add_names(sheet, brief)
    _add_origin(sheet, brief)


def _byline(author: Author) -> str:
    return ", ".join(part for part in (author.name, author.role, author.institution) if part)


def _facts(brief: BriefView) -> Iterable[str]:
    yield brief.date or "no date"
    yield brief.id
    if brief.versions > 1:
        yield f"version {brief.version} of {brief.versions}"
    yield "read" if brief.read else "unread"
    if brief.starred:
        yield "starred"
    yield from (f"+{tag}" for tag in brief.tags)


def _add_section(sheet: Sheet, section: Section) -> None:
    name = section.kind.upper()
    label = section.label if section.label and section.label.upper() != name else None
    sheet.heading(f"{name} · {label}" if label else name)
    for number, paragraph in enumerate(section.paragraphs):
        if section.kind == "comment":
            if number:
                sheet.line(Piece(_BAR.rstrip(), "faint"))
            sheet.text(Piece(paragraph, "comment"), first=_BAR)
        else:
            if number:
                sheet.blank()
            sheet.text(paragraph)


def _add_names(sheet: Sheet, brief: BriefView) -> None:
    if brief.people:
        sheet.heading("PEOPLE")
        names = ("id", "name", "country", "report", "comment", "rank, office")
        sheet.table(names, [_person(person) for person in brief.people])
    if brief.countries:
        sheet.heading("COUNTRIES")
        header = ("code", "name", "report", "comment")
        sheet.table(header, [_country(country) for country in brief.countries])
    if brief.pairs:
        sheet.heading("PAIRS · counted in sentences that name both")
        rows = [
            (p.pair, f"{p.score:.0f}", str(p.in_report), str(p.in_comment), "main" * p.main)
            for p in brief.pairs
        ]
        sheet.table(("pair", "score", "report", "comment", ""), rows)


def _person(person: PersonCount) -> tuple[str, ...]:
    office = ", ".join(part for part in (person.rank, person.office) if part)
    counts = (str(person.in_report), str(person.in_comment))
    return (person.id, person.name, person.country or "?", *counts, office)


def _country(country: CountryCount) -> tuple[str, ...]:
    return (country.code, country.name, str(country.in_report), str(country.in_comment))


def _add_origin(sheet: Sheet, brief: BriefView) -> None:
    """Add the reader's notes, how the fields were read, and where the brief came from."""
    for note in brief.notes:
        sheet.heading(f"NOTE · {note.created[:10]}")
        sheet.text(note.text)
    if brief.fields:
        sheet.heading("HOW IT WAS READ")
        rows = [(name, r.confidence, r.reason) for name, r in brief.fields.items()]
        sheet.table((), rows)
    for problem in brief.problems:
        guess = f" (taken: {problem.guess})" if problem.guess else ""
        doubt = f"! {problem.field}: {problem.reason}{guess}"
        sheet.text(Piece(doubt, "warning"), first="", rest="  ")
    if brief.also_at:
        sheet.heading("ALSO AT · nearly the same text")
        also = [(a.id, a.date or "", f"{a.share} %", a.title) for a in brief.also_at]
        sheet.table((), also)
    if brief.sources:
        sheet.heading("SOURCES")
        several = brief.versions > 1
        for source in brief.sources:
            sheet.text(f"{source.path} (version {source.version})" if several else source.path)
