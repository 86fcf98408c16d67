"""RSS and Atom files: every item with a text becomes a brief.

Parsed by the standard library's expat. A file with a document type is refused: entities are the
one way in which such a file can blow up, and no feed needs them.
"""

from __future__ import annotations

import email.utils
import html as entities
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from store.errors import InputError, MissingExtra
from store.ingest.readers import html
from store.ingest.readers.document import Document, is_date
from store.text import clean, one_line

_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")


def read(data: bytes) -> Iterator[Document]:
    """Yield the text of every item. Raises `InputError` for what is no feed."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise InputError("declares entities of its own, which no feed needs; it was not opened")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError(f"is no XML that can be read ({error})") from error
    items = [e for e in root.iter() if _name(e) in ("item", "entry")]
    if not items:
        raise InputError("is XML, but neither an RSS nor an Atom feed with items")
    source = next((_text(e) for e in root.iter() if _name(e) == "title"), "")
    for item in items:
        yield from _document(item, one_line(source) or None)


def _document(item: ElementTree.Element, source: str | None) -> Iterator[Document]:
    parts = {_name(e): _text(e) for e in reversed(list(item.iter())) if _text(e).strip()}
    body = next(
        (parts[n] for n in ("encoded", "content", "description", "summary") if n in parts), ""
    )
    text = _plain(body)
    if not text.strip():
        return
    printed = next(
        (parts[n] for n in ("published", "pubDate", "date", "updated") if n in parts), ""
    )
    author = next((parts[n] for n in ("creator", "name", "author") if n in parts), "")
    yield Document(
        text=text,
        origin="feed item",
        title=one_line(_plain(parts.get("title", ""))) or None,
        authors=tuple(filter(None, [one_line(author)])),
        institution=source,
        date=_date(printed),
        date_text=one_line(printed) or None,
    )


def _plain(body: str) -> str:
    """The text of an item that may be HTML."""
    if not _TAG.search(body):
        return clean(entities.unescape(body))
    try:
        return next(html.read(f"<html><body><article>{body}</article></body></html>".encode())).text
    except MissingExtra:
        raise
    except InputError:  # too short for an article: the words between the tags
        broken = re.sub(r"<(?:/p|br ?/?|/div|/li)>", "\n\n", body)
        return clean(entities.unescape(_TAG.sub("", broken)))


def _date(printed: str) -> str | None:
    day = printed.strip()[:10]
    if is_date(day):
        return day
    try:
        return email.utils.parsedate_to_datetime(printed).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: ElementTree.Element) -> str:
    return "".join(element.itertext())
