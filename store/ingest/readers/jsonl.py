"""JSON Lines: one brief an object, in the keys that `dateline export --to jsonl` writes.

`title`, `date`, `date_text`, `authors` (names, or objects with `name`, `role`, `institution`) and
either `sections` (objects with `kind`, `label`, `paragraphs`) or a plain `text`, which is read
like a text file. Other keys are left alone, so what `show --json` prints is accepted as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from store.brief import Author, Brief, Reading, Section
from store.errors import InputError
from store.ingest.readers.document import Document
from store.text import clean, one_line

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_STATED = Reading("sure", "stated in the JSON Lines file")


def read(data: bytes) -> Iterator[Document]:
    """Yield every line's brief. Raises `InputError` naming the first line that is none."""
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield _document(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise InputError(
                f"line {number} holds no brief ({one_line(str(error))[:100]})"
            ) from error


def _document(item: dict[str, Any]) -> Document:
    if not isinstance(item, dict):
        raise TypeError("not an object")
    title = one_line(item.get("title") or "")
    authors = tuple(_author(a) for a in item.get("authors") or ())
    date = item.get("date")
    if date is not None and not _ISO.fullmatch(date):
        raise ValueError(f"date “{date}” is not ISO")
    if "sections" not in item:
        return Document(
            text=clean(item["text"]), origin="JSON Lines", title=title or None,
            authors=tuple(a.name for a in authors), date=date, date_text=item.get("date_text"),
            institution=next((a.institution for a in authors if a.institution), None),
        )  # fmt: skip
    sections = tuple(_section(s) for s in item["sections"])
    readings = dict.fromkeys(("title", "date", "authors", "comment"), _STATED)
    brief = Brief(title, sections, date, item.get("date_text"), authors, readings)
    return Document(text="", brief=brief)


def _author(item: str | dict[str, Any]) -> Author:
    if isinstance(item, str):
        return Author(one_line(item))
    parts = (one_line(item.get(key) or "") or None for key in ("role", "institution"))
    return Author(one_line(item["name"]), *parts)


def _section(item: dict[str, Any]) -> Section:
    kind = item["kind"]
    if kind not in ("report", "comment"):
        raise ValueError(f"section kind “{kind}” is neither report nor comment")
    paragraphs = tuple(p for p in (clean(p).strip() for p in item["paragraphs"]) if p)
    label = item.get("label")
    return Section(kind, one_line(label) if label else None, paragraphs)
