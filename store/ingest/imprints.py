"""Lines of the head with house, series or genre beside a date ("Amber Group / Report 2 / May")."""

from __future__ import annotations

import re
from dataclasses import replace

from store.ingest.affiliations import is_house_line
from store.ingest.boilerplate import is_boilerplate
from store.ingest.bylines import read_signature
from store.ingest.date_forms import Dated
from store.ingest.dates import date_at_end, find_date, only_date
from store.ingest.markup import plain
from store.ingest.signatures import DASHES
from store.ingest.titles import PARTED, is_kicker, is_masthead, is_series


def dated_line(line: str) -> Dated | None:
    """Return the date that ends a short line of series or house, or the part behind a bar."""
    text = plain(line)
    date = date_at_end(text) if len(text) <= 120 else None
    if date is None or not date.precise or date.start == 0 or text[date.end :].strip(" .)"):
        return None
    before = text[: date.start].rstrip()
    if read_signature(text) is not None:
        return None
    if not (before.endswith("|") or is_imprint_text(before.rstrip(" |/·•,-–—"))):
        return None
    return replace(date, confidence="likely", reason="end of a line of the head")


def date_beside_kicker(line: str) -> Dated | None:
    """Return the date of "January 21, 2021 | Flash Brief"."""
    parts = [part.strip() for part in PARTED.split(line)]
    dates = [date for part in parts if (date := only_date(part))]
    others = [part for part in parts if only_date(part) is None]
    if (
        len(parts) < 2
        or len(dates) != 1
        or not all(
            is_kicker(p) or is_boilerplate(p) or (is_house_line(p) and not DASHES.search(line))
            for p in others
        )
    ):
        return None
    return dates[0]


def is_imprint_text(text: str) -> bool:
    """Whether what stands before a date names house, series or genre and nothing more."""
    parts = [part.strip() for part in re.split(r" [/|·•] ", text) if part.strip()]
    return bool(parts) and any(
        is_house_line(p) or is_kicker(p) or is_series(p) or is_masthead(p) for p in parts
    )


def imprint_date(line: str) -> Dated | None:
    """Return the date beside a piece's kind and number ("Comment 17, April 2020": the month)."""
    date = find_date(plain(line))
    if date and date.text.partition(",")[0].isdigit():
        date = find_date(date.text.partition(",")[2])
    return date and replace(date, confidence="likely", reason="beside its number")
