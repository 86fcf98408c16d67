"""What stands around the names of a byline: date, hour and category behind, ornaments about it."""

from __future__ import annotations

import re

from store.ingest.date_forms import Dated
from store.ingest.dates import date_at_end
from store.ingest.months import WEEKDAYS

# Behind the names of a byline: "… at 3:03 PM", "… on Tuesday".
_AT_TIME = re.compile(
    r"(?<![ ,])[ ,]++(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$", re.IGNORECASE
)
_WEEKDAY_AT_END = re.compile(rf",? (?:{'|'.join(sorted(WEEKDAYS))})[.,]*$", re.IGNORECASE)
_YEAR_AT_END = re.compile(r"(?<![ ,(])[ ,(]++((?:19|20)\d\d)\)?$")
# Behind the date of a blog's byline: "… on 9 August 2019 in Maritime by …".
_CATEGORY = re.compile(r" (?:in|under) [A-Z][^.|,\d]{2,40}?(?= by |$)")
ORNAMENTS = "[(~*=•–—- "
_LONGEST_LINE = 200


def undecorated(text: str) -> str:
    """Return a line without brackets and ornaments around it, and without "in CATEGORY" behind."""
    bare = text.strip(ORNAMENTS[2:])
    if bare[:1] + bare[-1:] in {"[]", "()"}:
        bare = bare[1:-1].strip()
    category = _CATEGORY.search(bare) if len(bare) < _LONGEST_LINE else None
    if category and date_at_end(bare[: category.start()]):
        return bare[: category.start()] + bare[category.end() :]
    return bare


def cut_date(said: str) -> tuple[Dated | None, str, str]:
    """Cut date and time off the end: the date, the names before it, what stands behind it."""
    date = date_at_end(said) or _year_at_end(said)
    if date is None:
        time = _AT_TIME.search(said)
        return None, said[: time.start()] if time else said, time[0].strip(" ,") if time else ""
    body = said[: date.start].rstrip(" ,;-–—(")
    if day := _WEEKDAY_AT_END.search(body):
        body = body[: day.start()]
    if body.lower().endswith((" on", " at", " in")):
        body = body[:-3].rstrip(" ,")
    time = _AT_TIME.search(body)
    after = said[date.end :].strip(" .)")
    return date, body[: time.start()] if time else body, after


def dated_end(text: str) -> tuple[Dated | None, str]:
    """Return the date, or the year, with which a line of a byline ends, and what is before it."""
    date, before, _ = cut_date(text)
    return date, before


def _year_at_end(said: str) -> Dated | None:
    found = _YEAR_AT_END.search(said)
    if found is None:
        return None
    return Dated(found[1], found[1], found.start(1), found.end(1), "likely", "only a year printed")
