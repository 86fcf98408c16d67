"""Mending what was misread: a field of the brief, or where its comment begins."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from tui.screens.picker import Choice, Picker
from tui.screens.taking import Taking

if TYPE_CHECKING:
    from store.views import BriefView

FIELDS = ("title", "date", "authors", "institution", "comment")
"""The fields that can be corrected, as `store.ingest.corrections` has them."""

_HINTS: Mapping[str, str] = {
    "title": "the title as it should be",
    "date": "2017-10-20, 2017-10, 2017 or none",
    "authors": "NAME | ROLE - INSTITUTION; the next one after a “;”, or none",
    "institution": "the institution of all its authors",
    "comment": "paragraphs in reading order: 4 (to the end), 4-6, or none",
}


class Mending(Taking):
    """Corrects fields; a correction is kept when the brief is read again."""

    def action_edit(self) -> None:
        """Correct a field of the brief."""
        brief = self._shown()
        if brief is None:
            return
        at = self.reader.paragraph if self.reader.has_focus else None
        choices = [Choice(f, f, _now(brief, f)) for f in _likeliest(at)]
        picker = Picker(f"Correct what of {self.this_one(brief.id)}?", choices)
        self.app.push_screen(picker, partial(self._ask_value, brief, at))

    def _ask_value(self, brief: BriefView, at: int | None, field: str | None) -> None:
        if field is not None:
            value = str(at) if field == "comment" and at else _now(brief, field)
            self.prompt.ask(
                f"{field} of {brief.id}:", partial(self._fix, brief.id, field),
                value=value, hint=_HINTS[field],
            )  # fmt: skip

    def _fix(self, identity: str, field: str, value: str) -> None:
        said = f"{field} of {identity} corrected; U takes it back"
        self.desk.act(said, lambda: self.library.fix(identity, field, value))


def _likeliest(at: int | None) -> tuple[str, ...]:
    """The fields; with a paragraph picked out, the boundary comes first as what is meant."""
    return tuple(sorted(FIELDS, key=lambda field: field != "comment")) if at else FIELDS


def _now(brief: BriefView, field: str) -> str:
    """What the field holds now, in the form in which it is typed."""
    if field == "title":
        return brief.title
    if field == "date":
        return brief.date or "none"
    if field == "institution":
        return next((a.institution for a in brief.authors if a.institution), "")
    if field == "authors":
        return "; ".join(_author(a.name, a.role, a.institution) for a in brief.authors) or "none"
    return _boundary(brief)


def _author(name: str, role: str | None, institution: str | None) -> str:
    affiliation = " - ".join(part for part in (role, institution) if part)
    return f"{name} | {affiliation}" if affiliation else name


def _boundary(brief: BriefView) -> str:
    kinds = [section.kind for section in brief.sections for _ in section.paragraphs]
    if "comment" not in kinds:
        return "none"
    first = kinds.index("comment")
    last = len(kinds) - 1 - kinds[::-1].index("comment")
    return str(first + 1) if last == len(kinds) - 1 else f"{first + 1}-{last + 1}"
