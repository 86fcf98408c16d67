"""Briefs as one Markdown document (CommonMark); nothing of their text acts as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.brief import Author, Section
from store.export.markdown import escaped
from store.views import BriefView


def lines(briefs: Iterable[BriefView]) -> Iterator[str]:
    """Yield the lines of every brief, each with its line break, a rule between two briefs."""
    for number, brief in enumerate(briefs):
        if number:
            yield "---\n\n"
        for paragraph in _paragraphs(brief):
            yield f"{paragraph}\n\n"


def _paragraphs(brief: BriefView) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    about = [*map(_author, brief.authors), brief.date or "no date", brief.id]
    yield " · ".join(escaped(part) for part in about)
    for section in brief.sections:
        yield f"## {_heading(section)}"
        yield from (_paragraph(text) for text in section.paragraphs)
    for note in brief.notes:
        yield f"> **Note, {note.created[:10]}:** {escaped(note.text)}"


def _author(author: Author) -> str:
    return ", ".join(part for part in (author.name, author.role, author.institution) if part)


def _heading(section: Section) -> str:
    kind = section.kind.capitalize()
    label = section.label
    return escaped(f"{kind}: {label}") if label and label.lower() != section.kind else kind


def _paragraph(text: str) -> str:
    """Return a paragraph in which no start of line makes a list, a rule or a heading."""
    line = escaped(text)
    first, _, rest = line.partition(" ")
    if first in {"-", "+", "=", "--", "==="} or first.startswith(("-", "+", "=")):
        return f"\\{line}"
    if first[:-1].isdigit() and first.endswith((".", ")")):
        return f"{first[:-1]}\\{first[-1]} {rest}"
    return line
