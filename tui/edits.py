"""What changed between two versions of a brief, printed: `[-was-]` and `{+is+}`, as git does.

The marks stand in colour as well, never in colour alone.
"""

from __future__ import annotations

from store.views import Edit, FieldEdit, Place, VersionDiff
from tui.sheet import Piece, Sheet

_SIGNS = {"changed": "~", "added": "+", "removed": "-", "moved": ">"}


def add_edits(sheet: Sheet, diff: VersionDiff) -> None:
    """Add the changed fields, then the changed sentences in reading order."""
    sheet.text(Piece(f"{diff.id}: version {diff.old} → {diff.new}", "title"))
    for field in diff.fields:
        _add_field(sheet, field)
    for change in diff.edits:
        sheet.blank()
        _add(sheet, change)
    if not diff.fields and not diff.edits:
        sheet.text("nothing changed but spacing, case or marks")


def _add_field(sheet: Sheet, change: FieldEdit) -> None:
    old, new = change.old or "none", change.new or "none"
    pieces = (
        f"{change.field}: ", Piece(f"[-{old}-]", "warning"), " ", Piece(f"{{+{new}+}}", "hit")
    )  # fmt: skip
    sheet.text(*pieces)


def _add(sheet: Sheet, change: Edit) -> None:
    sign = f"{_SIGNS[change.kind]} "
    place = change.new or change.old
    if place is None:
        return
    sheet.text(Piece(_where(change, place), "faint"), first=sign, rest="  ")
    sheet.text(*_words(change, place), first="  ")


def _where(change: Edit, place: Place) -> str:
    if change.kind == "moved" and change.old is not None:
        return f"moved from {change.old.section} to {place.section} ¶{place.paragraph}"
    return f"{change.kind}, {place.section} ¶{place.paragraph}"


def _words(change: Edit, place: Place) -> list[str | Piece]:
    if change.kind == "added":
        return [_came(place.sentence)]
    if change.kind == "removed":
        return [_went(place.sentence)]
    if change.kind == "moved":
        return [place.sentence]
    marks = {"same": Piece, "removed": _went, "added": _came}
    return [marks[run.kind](run.text) for run in change.words]


def _went(text: str) -> Piece:
    return Piece(f"[-{text}-]", "warning")


def _came(text: str) -> Piece:
    return Piece(f"{{+{text}+}}", "hit")
