"""What changed between two versions of a brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence as printed, with its section and the paragraph of it, counted from 1."""

    section: Literal["report", "comment"]
    paragraph: int
    sentence: str


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words of a changed sentence that stayed, went or came; all that stayed and came are new."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that was changed, added, removed, or moved between report and comment.

    `old` is None for an added one, `new` for a removed one; `words` are those of a changed one.
    """

    kind: Literal["changed", "added", "removed", "moved"]
    old: Place | None
    new: Place | None
    words: tuple[WordRun, ...]


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A field that differs between two versions: title, date, authors or a section's label."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """What changed from version `old` to version `new` of a brief."""

    id: str
    old: int
    new: int
    fields: tuple[FieldEdit, ...]
    edits: tuple[Edit, ...]
