"""Fields named outright: front matter between "---" lines, and "Author: …" lines at the head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

FIELD_NAMES: dict[str, str] = {
    "title": "title", "headline": "title", "subject": "title", "re": "title", "subj": "title",
    "author": "authors", "authors": "authors", "byline": "authors", "by": "authors",
    "from": "authors", "analyst": "authors", "analysts": "authors", "written by": "authors",
    "name": "authors", "contributor": "authors", "contributors": "authors",
    "ref": "other", "refs": "other",
    "date": "date", "published": "date", "publication date": "date", "date published": "date",
    "date of publication": "date",
    "posted": "date", "pubdate": "date", "updated": "updated", "last updated": "updated",
    "modified": "updated", "lastmod": "updated", "date of information": "date",
    "institution": "institution", "organization": "institution", "organisation": "institution",
    "affiliation": "institution", "institute": "institution",
    "publisher": "institution", "published by": "institution", "year": "date",
    "role": "role", "position": "role", "pages": "other", "words": "other", "doi": "other",
    "isbn": "other", "issn": "other", "reference": "other", "document type": "other",
    "reading time": "other", "download": "other", "length": "other", "country": "other",
    "to": "other", "cc": "other", "via": "other", "classification": "other",
    "distribution": "other", "series": "other", "publication": "other", "keywords": "other",
    "region": "other", "topics": "other", "source": "other", "url": "other", "issue": "other",
    "volume": "other", "contact": "other", "language": "other", "copyright": "other",
}  # fmt: skip
# Words that also begin ordinary sentences: believed only where another field stands by.
_SHY = frozenset((
    "to", "cc", "via", "classification", "distribution", "re", "subject", "subj", "from", "name",
    "analyst", "analysts", "by", "contributor", "contributors", "ref", "refs", "series",
    "publication", "region", "topics", "source", "issue", "volume", "contact",
    "language", "pages", "words", "reference", "year", "download", "length", "country",
))  # fmt: skip
_LINE = re.compile(r"([^\W\d_][^\W\d_ -]{0,20}?(?: [^\W\d_]{1,14}){0,2})(?:\(s\))? ?[:：] *(\S.*)")
_FENCE = "---"
_MOST_LINES = 80


@dataclass(slots=True)
class Fields:
    """Values by field ("title", "authors", "date", "updated", "institution", "role").

    `aside` holds lines that name something else (tags, layout), as printed.
    """

    values: dict[str, list[str]] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)

    def first(self, name: str) -> str | None:
        """Return the first value of a field, None if it was not given."""
        values = self.values.get(name)
        return values[0] if values else None

    def add(self, name: str, value: str) -> None:
        """Keep one more value of a field."""
        self.values.setdefault(name, []).append(value)


def read_field(line: str) -> tuple[str, str, bool] | None:
    """Return (field, value, shy) of a line like "Author: N", None if it names no field.

    `shy` says that the line alone is not enough, as in "From: N".
    """
    match = _LINE.match(line) if len(line) < 1000 else None
    name = FIELD_NAMES.get(match[1].lower()) if match else None
    if match is None or name is None:
        return None
    return name, match[2].strip(), match[1].lower() in _SHY


def split_front_matter(text: str) -> tuple[Fields, str]:
    """Take front matter off the top of `text`; without any, `text` comes back as it is."""
    start = text.lstrip("\n \ufeff")
    if not start.startswith(_FENCE + "\n"):
        return Fields(), text
    lines = start[: 1 << 16].split("\n")[1 : _MOST_LINES + 1]
    close = next((i for i, line in enumerate(lines) if line.rstrip() in {_FENCE, "..."}), None)
    if close is None or not any(read_field(line) for line in lines[:close]):
        return Fields(), text
    fields = _front_fields(lines[:close])
    length = len(_FENCE) + 1 + sum(len(line) + 1 for line in lines[: close + 1])
    return fields, start[length:]


def _front_fields(lines: list[str]) -> Fields:
    fields = Fields()
    name: str | None = None
    for line in lines:
        bare = line.strip()
        item = bare.removeprefix("- ").strip() if bare.startswith("- ") else bare
        found = read_field(item)
        if found:
            name = found[0]
            for value in _values(found[1]):
                fields.add(name, value)
        elif bare.endswith(":") and read_field(bare + " x"):
            name = FIELD_NAMES[bare[:-1].lower()]
        elif bare.startswith("- ") and name and ":" not in item:
            fields.add(name, _unquoted(item))
        elif bare:
            fields.aside.append(bare)
            name = None
    return fields


def _values(value: str) -> Iterator[str]:
    """Yield the items of a YAML flow list, or the one value."""
    if value.startswith("[") and value.endswith("]"):
        yield from (_unquoted(item) for item in value[1:-1].split(",") if item.strip())
    else:
        yield _unquoted(value)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
