"""A reader's corrections of what was read from a source, and how they outlive it.

A correction is a field and a value as typed. It is applied whenever the brief is written, so a
new version of the text keeps it. The report/comment boundary is remembered with the words its
first paragraph begins with, because numbers move when a text is edited.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from store.brief import Author, Brief, Problem, Reading, Section, SectionKind
from store.errors import UsageError
from store.ingest.affiliations import read_affiliation
from store.search.dates import iso
from store.text import fold, one_line, words

_BY_HAND = Reading("sure", "corrected by hand")
_ANCHOR_WORDS = 8
_RANGE = re.compile(r"(\d{1,6})(?:\s?-\s?(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Correction:
    """One field's value as typed; `anchor` is how the paragraph of a boundary begins."""

    field: str
    value: str
    anchor: str | None = None


def check(brief: Brief, field: str, value: str) -> Correction:
    """Return a correction of this brief. Raises `UsageError` for a field or value that is none."""
    field, value = field.strip().lower(), one_line(value)
    if field not in _APPLY:
        raise UsageError(f"no field “{field}” to correct; there are {', '.join(FIELDS)}")
    correction = Correction(field, value, _anchor(brief, value) if field == "comment" else None)
    _APPLY[field](brief, correction)
    return correction


def apply(brief: Brief, corrections: Iterable[Correction]) -> Brief:
    """Return the brief with corrections applied; one that no longer fits becomes a problem."""
    for correction in corrections:
        try:
            brief = _APPLY[correction.field](brief, correction)
        except UsageError as error:
            problem = Problem(correction.field, f"a correction no longer fits: {error}", None)
            brief = replace(brief, problems=(*brief.problems, problem))
    return brief


def taken_back(brief: Brief, before: Brief, field: str) -> Brief:
    """Return the brief, a newer text of `before`, with one field as it was before it was corrected.

    A boundary is put where the same paragraph begins; if none does, it stays where it is.
    """
    if field == "comment":
        with contextlib.suppress(UsageError):
            brief = _comment(brief, _boundary_of(before))
    elif field == "title":
        brief = replace(brief, title=before.title)
    elif field == "date":
        brief = replace(brief, date=before.date, date_text=before.date_text)
    else:
        field, brief = "authors", replace(brief, authors=before.authors)
    return _read_as_before(brief, before, field)


def _read_as_before(brief: Brief, before: Brief, field: str) -> Brief:
    """Return the brief with the reading and the doubts that a field had before."""
    readings = {name: reading for name, reading in brief.readings.items() if name != field}
    if field in before.readings:
        readings[field] = before.readings[field]
    doubts = (*(p for p in brief.problems if p.field != field),
              *(p for p in before.problems if p.field == field))  # fmt: skip
    return replace(brief, readings=readings, problems=doubts)


def _boundary_of(brief: Brief) -> Correction:
    """Return where the comment of a brief is, as a correction that would put it there."""
    kinds = [s.kind for s in brief.sections for _ in s.paragraphs]
    if "comment" not in kinds:
        return Correction("comment", "none")
    first = kinds.index("comment") + 1
    last = len(kinds) - kinds[::-1].index("comment")
    value = f"{first}" if last == len(kinds) else f"{first}-{last}"
    return Correction("comment", value, _anchor(brief, value))


def _corrected(brief: Brief, field: str, **values: object) -> Brief:
    problems = tuple(p for p in brief.problems if p.field != field)
    readings = {**brief.readings, field: _BY_HAND}
    return replace(brief, readings=readings, problems=problems, **values)  # type: ignore[arg-type]


def _title(brief: Brief, correction: Correction) -> Brief:
    if not words(correction.value):
        raise UsageError("a title needs a word")
    return _corrected(brief, "title", title=correction.value)


def _date(brief: Brief, correction: Correction) -> Brief:
    if correction.value.lower() == "none":
        return _corrected(brief, "date", date=None, date_text=None)
    date = iso(correction.value)
    if date is None:
        raise UsageError(
            f"“{correction.value}” is no date; write 2017-10-20, 2017-10, 2017 or none"
        )
    return _corrected(brief, "date", date=date)


def _authors(brief: Brief, correction: Correction) -> Brief:
    if correction.value.lower() == "none":
        return _corrected(brief, "authors", authors=())
    authors = tuple(_author(part) for part in correction.value.split(";") if part.strip())
    if not authors:
        raise UsageError("write authors as NAME | ROLE - INSTITUTION; the next one after a “;”")
    return _corrected(brief, "authors", authors=authors)


def _author(text: str) -> Author:
    name, _, affiliation = (part.strip() for part in text.partition("|"))
    role, institution = read_affiliation(affiliation) if affiliation else (None, None)
    return Author(name, role, institution)


def _institution(brief: Brief, correction: Correction) -> Brief:
    if not brief.authors:
        raise UsageError("an institution belongs to an author; correct authors first")
    authors = tuple(replace(a, institution=correction.value or None) for a in brief.authors)
    return _corrected(brief, "authors", authors=authors)


def _comment(brief: Brief, correction: Correction) -> Brief:
    """Move the boundary: "4" is from paragraph 4 to the end, "4-6" those, "none" no comment."""
    paragraphs = _paragraphs(brief)
    if correction.anchor is None:
        first, last = _range(correction.value, len(paragraphs))
    else:
        first, last = _moved(paragraphs, correction)
    label = next((s.label for s in brief.sections if s.kind == "comment"), None)
    cuts: list[tuple[SectionKind, list[str]]] = [
        ("report", paragraphs[: first - 1] if first else paragraphs),
        ("comment", paragraphs[first - 1 : last] if first else []),
        ("report", paragraphs[last:] if first else []),
    ]
    sections = tuple(
        Section(kind, label if kind == "comment" else None, tuple(part))
        for kind, part in cuts
        if part
    )
    return _corrected(brief, "comment", sections=sections)


def _paragraphs(brief: Brief) -> list[str]:
    return [p for s in brief.sections for p in s.paragraphs]


def _range(value: str, count: int) -> tuple[int, int]:
    """Return the first and last paragraph of the comment; 0, 0 is none."""
    if value.lower() == "none":
        return 0, 0
    first, last = _numbers(value)
    if not 1 <= first <= (last or count) <= count:
        raise UsageError(
            f"“{value}” names no paragraphs of 1 to {count}; write 4, 4-6 or none"
            " (paragraphs are numbered in reading order)"
        )
    return first, last or count


def _numbers(value: str) -> tuple[int, int | None]:
    found = _RANGE.fullmatch(value)
    return (int(found[1]), int(found[2]) if found[2] else None) if found else (0, None)


def _moved(paragraphs: list[str], correction: Correction) -> tuple[int, int]:
    """Follow the paragraph that begins as it did when the boundary was set, the nearest one."""
    first, last = _numbers(correction.value)
    starts = [n for n, p in enumerate(paragraphs, 1) if _beginning(p) == correction.anchor]
    if not starts:
        raise UsageError(f"no paragraph begins with “{correction.anchor}” any more")
    start = min(starts, key=lambda n: abs(n - first))
    end = len(paragraphs) if last is None else last + start - first
    return start, min(len(paragraphs), end)


def _anchor(brief: Brief, value: str) -> str | None:
    paragraphs = _paragraphs(brief)
    first, _ = _range(value, len(paragraphs))
    return _beginning(paragraphs[first - 1]) if first else None


def _beginning(text: str) -> str:
    return " ".join(words(fold(text))[:_ANCHOR_WORDS])


_APPLY: Mapping[str, Callable[[Brief, Correction], Brief]] = MappingProxyType(
    {
        "title": _title,
        "date": _date,
        "authors": _authors,
        "institution": _institution,
        "comment": _comment,
    }
)
FIELDS = tuple(_APPLY)
"""The fields that can be corrected."""
