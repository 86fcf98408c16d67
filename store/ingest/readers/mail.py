"""Newsletters: one mail (.eml) or a mailbox (.mbox), by the standard library's parser."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import UTC
from email.message import EmailMessage, MIMEPart

from store.errors import InputError, MissingExtra
from store.ingest.affiliations import is_institution
from store.ingest.names import is_given_name, is_name
from store.ingest.readers import html
from store.ingest.readers.document import Document
from store.text import clean, one_line

# RFC 4155: a message of a mailbox starts at a line "From " after an empty line or the file's start.
_POSTMARK = re.compile(rb"^From [^\r\n]*\r?\n", re.MULTILINE)
# "Fwd: Re: …", as mail programs of several languages print it.
_PASSED_ON = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr|rv|i)\s?:\s?)+", re.IGNORECASE)
_GREATER = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(data: bytes) -> Iterator[Document]:
    """Yield the text of one mail. Raises `InputError` (`MissingExtra` for a mail in HTML only)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise InputError("has no mail headers")
    yield from _document(message)


def read_box(data: bytes) -> Iterator[Document]:
    """Yield the text of every mail of a mailbox; a mail without any text is passed over."""
    starts = [m for m in _POSTMARK.finditer(data) if _is_start(data, m.start())]
    if not starts:
        raise InputError("is no mailbox: no line begins with “From ”")
    ends = [*(m.start() for m in starts[1:]), len(data)]
    for start, end in zip(starts, ends, strict=True):
        message = email.message_from_bytes(
            _GREATER.sub(rb"\1", data[start.end() : end]), policy=email.policy.default
        )
        yield from _document(message)


def _is_start(data: bytes, at: int) -> bool:
    return at == 0 or data[:at].endswith((b"\n\n", b"\r\n\r\n"))


def _document(message: EmailMessage) -> Iterator[Document]:
    text = _body(message)
    if not text.strip():
        return
    sent = _date(message)
    sender = _sender(message)
    person = sender is not None and _is_person(message, sender)
    yield Document(
        text=clean(text),
        origin="mail headers",
        title=_PASSED_ON.sub("", _header(message, "subject") or "") or None,
        authors=(sender,) if sender and person else (),
        institution=None if person else sender,
        date=sent,
        date_text=_header(message, "date"),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A header as text; as it stands in the file where the library cannot make sense of it."""
    try:
        return one_line(str(message[name] or "")) or None
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
        raw = (str(value) for key, value in message.raw_items() if key.lower() == name)
        return one_line(next(raw, "")) or None


def _body(message: EmailMessage) -> str:
    plain = message.get_body(("plain",))
    if plain is not None:
        return _content(plain)
    page = message.get_body(("html",))
    if page is None:
        return ""
    try:
        return next(html.read(_content(page).encode())).text
    except MissingExtra:
        raise
    except InputError:
        return ""


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, ValueError):  # an unknown or lying charset
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _date(message: EmailMessage) -> str | None:
    try:
        sent = message["date"].datetime
        return (sent.astimezone(UTC) if sent.tzinfo else sent).date().isoformat() if sent else None
    except (AttributeError, ValueError, TypeError, OverflowError):
        return None


def _is_person(message: EmailMessage, sender: str) -> bool:
    """Whether the sender is named like a person: a given name, or the one before the "@"."""
    if not is_name(sender) or is_institution(sender):
        return False
    first = sender.split()[0]
    return is_given_name(first) or message["from"].addresses[0].username.lower() == first.lower()


def _sender(message: EmailMessage) -> str | None:
    """The sender's display name: for a newsletter that is the institution, not the analyst."""
    try:
        return one_line(message["from"].addresses[0].display_name) or None
    except (AttributeError, IndexError, ValueError):
        return None
