"""Which reader a file needs: by what it holds, or by its name where that does not tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from store.errors import InputError
from store.ingest.readers import docx, feed, html, jsonl, mail, pdf, plain
from store.ingest.readers.document import Document

Reader = Callable[[bytes], Iterator[Document]]

_SUFFIXES: dict[str, Reader] = {
    ".html": html.read, ".htm": html.read, ".xhtml": html.read, ".eml": mail.read,
    ".mbox": mail.read_box, ".pdf": pdf.read, ".docx": docx.read, ".jsonl": jsonl.read,
    ".ndjson": jsonl.read, ".xml": feed.read, ".rss": feed.read, ".atom": feed.read,
}  # fmt: skip
_TEXT = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown", ".rst", ".asc"})
# Formats that briefs do come in but that nothing here reads: said, not passed over in silence.
_UNREAD = {
    ".doc": "old Word (save it as .docx)", ".odt": "OpenDocument (save it as .docx)",
    ".rtf": "RTF (save it as .docx)", ".epub": "EPUB", ".pages": "Pages", ".msg": "Outlook mail",
    ".json": "JSON (one object a line is read: .jsonl)",
}  # fmt: skip
_SNIFFED = 2048
_HEADERS = (b"MIME-Version: ", b"Message-ID: ", b"Message-Id: ", b"Received: ", b"Return-Path: ",
            b"Content-Type: ", b"Delivered-To: ")  # fmt: skip


def could_be_brief(name: str) -> bool:
    """Whether a file of this name, found in a folder, is worth opening at all."""
    suffix = PurePath(name).suffix.lower()
    return suffix in _SUFFIXES or suffix in _TEXT or suffix in _UNREAD


def read(data: bytes, name: str | None) -> Iterator[Document]:
    """Yield the texts of a file. Raises `InputError` for what cannot be read."""
    return _reader(data, name)(data)


def _reader(data: bytes, name: str | None) -> Reader:
    suffix = PurePath(name or "").suffix.lower()
    if suffix in _UNREAD:
        raise InputError(f"no reader for {_UNREAD[suffix]}")
    return _by_content(data) or _SUFFIXES.get(suffix, _plain)


def _by_content(data: bytes) -> Reader | None:
    """Only marks that no text begins with by chance."""
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    lowered = start[:512].lower()
    if start.startswith(b"%PDF-"):
        return pdf.read
    if start.startswith(b"PK\x03\x04"):
        return docx.read
    if lowered.startswith((b"<!doctype html", b"<html")):
        return html.read
    if lowered.startswith((b"<?xml", b"<rss", b"<feed")):
        return html.read if b"<html" in lowered else feed.read
    if start.startswith(b"{") and jsonl.could_be(data):
        return jsonl.read
    return _mail(start)


def _mail(start: bytes) -> Reader | None:
    """A mail by its headers, of which two that only mails have are asked for; a box of them."""
    head = start.partition(b"\n\n")[0].replace(b"\r", b"")
    marks = sum(head.startswith(mark) or b"\n" + mark in head for mark in _HEADERS)
    if marks < 2:
        return None
    return mail.read_box if head.startswith(b"From ") else mail.read


def _plain(data: bytes) -> Iterator[Document]:
    text, guessed = plain.read_as(data)
    doubt = f"not UTF-8; read as {guessed}, which is a guess" if guessed else None
    yield Document(text, doubt=doubt)
