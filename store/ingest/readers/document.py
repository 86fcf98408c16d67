"""What a reader makes of a file: clean text, and what the format itself says about it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from store.brief import Brief

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def is_date(text: str) -> bool:
    """Return whether a text is an ISO day, month or year that the calendar has."""
    if not _ISO.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a file; a feed, a mailbox or a JSON Lines file holds several.

    `origin` names what told the other fields ("HTML metadata", "mail headers"); they are only
    used where the text itself does not say. `date` is ISO, as precise as the format gives it.
    `doubt` is what was doubtful about the text itself (its encoding, say).
    `brief` is the whole brief where the format holds one and no layout has to be read.
    """

    text: str
    origin: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    institution: str | None = None
    date: str | None = None
    date_text: str | None = None
    brief: Brief | None = None
    doubt: str | None = None
