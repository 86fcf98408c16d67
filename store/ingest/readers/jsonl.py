"""JSON Lines: one brief an object, in the keys that `dateline export --to jsonl` writes.

`title`, `date`, `date_text`, `authors` (names, or objects with `name`, `role`, `institution`) and
either `sections` (objects with `kind`, `label`, `paragraphs`) or a plain `text`, which is read
like a text file. With `sections`, `fields` (how each was read), `problems` and `boilerplate` are
taken over where given. Other keys are left alone, so what `show --json` prints is accepted too.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from store.brief import Author, Brief, Confidence, Problem, Reading, Section
from store.errors import InputError
from store.ingest.readers.document import Document, is_date
from store.text import clean, one_line

_CONFIDENCES: dict[str, Confidence] = {"sure": "sure", "likely": "likely", "guess": "guess"}
_STATED = Reading("sure", "stated in the JSON Lines file")
_ALL_STATED = dict.fromkeys(("title", "date", "authors", "comment"), _STATED)


def could_be(data: bytes) -> bool:
    """Whether the first line is an object that holds a brief."""
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    try:
        item = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(item, dict) and ("sections" in item or "text" in item)


def read(data: bytes) -> Iterator[Document]:
    """Yield every line's brief. Raises `InputError` naming the first line that is none."""
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).splitlines(), start=1):
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
    if date is not None and not is_date(date):
        raise ValueError(f"“{date}” is no ISO date")
    if "sections" not in item:
        return Document(
            text=clean(item["text"]), origin="JSON Lines", title=title or None,
            authors=tuple(a.name for a in authors), date=date, date_text=item.get("date_text"),
            institution=next((a.institution for a in authors if a.institution), None),
        )  # fmt: skip
    sections = tuple(_section(s) for s in item["sections"])
    if not title:
        raise ValueError("a brief with sections needs a title")
    readings = _readings(item["fields"]) if "fields" in item else _ALL_STATED
    problems = tuple(_problem(p) for p in item.get("problems") or ())
    aside = tuple(one_line(line) for line in item.get("boilerplate") or ())
    date_text = one_line(item["date_text"]) if item.get("date_text") else None
    brief = Brief(title, sections, date, date_text, authors, readings, problems, aside)
    return Document(text="", brief=brief)


def _readings(fields: dict[str, dict[str, str]]) -> dict[str, Reading]:
    return {name: _reading(**reading) for name, reading in fields.items()}


def _reading(confidence: str, reason: str) -> Reading:
    if confidence not in _CONFIDENCES:
        raise ValueError(f"confidence “{confidence}” is not sure, likely or guess")
    return Reading(_CONFIDENCES[confidence], one_line(reason))


def _problem(item: dict[str, Any]) -> Problem:
    guess = item.get("guess")
    return Problem(one_line(item["field"]), one_line(item["reason"]), guess and one_line(guess))


def _author(item: str | dict[str, Any]) -> Author:
    if isinstance(item, str):
        return Author(one_line(item))
    parts = (one_line(item.get(key) or "") or None for key in ("role", "institution"))
    return Author(one_line(item["name"]), *parts)


def _section(item: dict[str, Any]) -> Section:
    kind = item["kind"]
    if kind not in ("report", "comment"):
        raise ValueError(f"section kind “{kind}” is neither report nor comment")
    paragraphs = tuple(p for p in map(one_line, item["paragraphs"]) if p)
    label = item.get("label")
    return Section(kind, one_line(label) if label else None, paragraphs)
