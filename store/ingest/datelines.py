"""Datelines at the start of a report: "Lima, 20 Aug 88 (EFE) -- [Text] …"."""

from __future__ import annotations

import re
from dataclasses import replace

from store.brief import Confidence
from store.ingest.date_forms import Dated
from store.ingest.dates import date_at_end, find_date, only_date

_REACH = 200
_LONGEST_PLACE = 60
_TAG = re.compile(r"^\[[^\[\]]{1,30}\] ?")  # "[Text] Lima, 20 Aug 88 …"
_AGENCY = re.compile(r" \([A-Z][^()]{1,40}\)$")
_DASHES = (" -- ", " — ", " – ", " - ")


def read_dateline(paragraph: str) -> Dated | None:
    """Return the date of the dateline with which `paragraph` starts, at best "likely".

    Place, date and perhaps the agency in brackets stand before a dash, and nothing else.
    """
    head = _TAG.sub("", paragraph[:_REACH])
    for dash in _DASHES:
        before, found, _ = head.partition(dash)
        date = find_date(before) if found else None
        if date is None or not _is_dateline(before, date):
            continue
        reason = "dateline" + (f"; {date.reason}" if date.reason else "")
        confidence: Confidence = "guess" if date.confidence == "guess" else "likely"
        return replace(date, confidence=confidence, reason=reason)
    return None


def cut_dateline(paragraph: str) -> tuple[str, str]:
    """Part the dateline off a paragraph that begins with one: (dateline, text), or ("", all)."""
    for dash in _DASHES:
        before, found, text = paragraph.partition(dash)
        if found and len(before) < _REACH and read_dateline(before + dash) is not None:
            return before, text.lstrip()
    return "", paragraph


def read_bracketed(line: str) -> Dated | None:
    """Return the date with which a line in brackets ends ("<Amber Monitor, 4 May 2010>").

    At best "likely".
    """
    pairs = ("<>", "()", "[]")
    if not 12 <= len(line) <= _REACH or line[0] + line[-1] not in pairs:
        return None
    date = date_at_end(line[1:-1])
    if date is None or not date.precise or "." in line[1 : date.start]:
        return None
    return replace(date, confidence="likely", reason="end of a line in brackets")


def read_place_and_date(line: str) -> Dated | None:
    """Return the date of a line like "Moscow, April 21, 1964, 2 p.m.", at best "likely"."""
    place, comma, rest = line[:_REACH].partition(", ")
    named = place[:1].isupper() and not place.lower().startswith("by ")
    if not comma or len(line) > _REACH or not named or len(place.split()) > 3:
        return None
    date = only_date(_AGENCY.sub("", rest))
    if date is None or not (date.precise or (date.iso is None and date.text == rest.strip(" ."))):
        return None
    likely: Confidence = "likely" if date.precise else date.confidence
    return replace(date, confidence=likely, reason="a line with place and date")


def _is_dateline(before: str, date: Dated) -> bool:
    place, after = before[: date.start].rstrip(), before[date.end :].strip(" .,)")
    if not place and date.precise and not after:
        return True
    if not place[:1].isupper() or len(place) > _LONGEST_PLACE:
        return False
    if not place.endswith(",") and not place.isupper():
        return False
    return not after or after[0] == "("


_SOURCE = re.compile(r"(?:\b\d{4} ?(?:GMT|UTC|Z|gmt)) +(?=\d{1,2} )")


def read_source_line(line: str) -> Dated | None:
    """Return the date of a monitor's line ("Vienna Radio in German 1500 gmt 23 Jun 11")."""
    found = _SOURCE.search(line[:_REACH])
    if found is None or len(line) > _REACH:
        return None
    date = only_date(line[found.end() :])
    if date is None or not date.precise:
        return None
    reason = "source line" + (f"; {date.reason}" if date.reason else "")
    return replace(date, confidence="likely", reason=reason)
