"""Dates as printed on briefs: the best one in a text, a text that is one, one at an edge.

What the forms are and how each is read stands in `date_forms`; here it is decided what may
stand around a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from store.ingest.date_forms import FORMS, Dated, Form
from store.ingest.months import MONTHS, WEEKDAYS

# A date stands at an edge of a headline or byline; no more than this is looked at.
_REACH = 400
_LONGEST_LINE = 300
_NUMBERS_ONLY = tuple(tuple(form for form in forms if not form.named) for forms in FORMS)
_LETTERS = re.compile(r"[^\W\d_]+")
_SEASON = re.compile(
    r"[(\[]?(?:spring|summer|autumn|fall|winter|q[1-4]|(?:first|second|third|fourth) quarter)"
    r"(?: of)?,? (?=\d)",
    re.IGNORECASE,
)
_LONE_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20|21)\d\d)(?![\d.,/-])")


def find_date(text: str) -> Dated | None:
    """Return the best date near the start of `text`: the fullest, and of these the first."""
    return _find(text[:_REACH])


@lru_cache(maxsize=1024)  # the same few lines are looked at by many rules
def _find(head: str) -> Dated | None:
    for forms in _worth_trying(head):
        found = [dated for f in forms if (m := f.pattern.search(head)) and (dated := f.read(m))]
        if found:
            return min(found, key=lambda dated: dated.start)
    return None


def _worth_trying(text: str) -> Iterator[Sequence[Form]]:
    """Yield the forms, the fullest first, without those whose month a text cannot hold."""
    if _DIGIT.search(text) is None:
        return
    if not MONTHS.keys().isdisjoint(_LETTERS.findall(text.lower())):
        yield from FORMS
    else:
        yield from _NUMBERS_ONLY


# What may stand around a date on its line without making it anything else than a date.
_FILLERS = WEEKDAYS | frozenset((
    "published", "publication", "posted", "written", "filed", "age", "day", "days", "week",
    "weeks", "month", "months", "year", "years", "updated", "update", "created",
    "released", "first", "cut", "cutoff", "off", "dtg", "online", "period", "reporting", "covering",
    "embargoed", "until", "to", "accessed", "received", "through", "г", "год", "года",
    "issued", "dated",
    "date", "last", "modified", "on", "the", "of", "as", "at", "for", "immediate", "release",
    "from", "night", "week", "ending", "a", "p", "m", "am", "pm", "z", "t", "gmt", "utc", "est",
    "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "eet", "eest", "bst", "msk",
    "irst", "hast", "et", "ct", "local", "time", "hrs", "hours", "le", "am", "den", "vol", "volume",
    "no", "nr", "number", "issue",
))  # fmt: skip
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+|\d+")


def only_date(text: str) -> Dated | None:
    """Return the date if `text` is one and nothing more than weekday, time or "Published:".

    Of several dates ("Published: … | Updated: …") the first one counts that is not an update's.
    """
    if len(text) > _LONGEST_LINE or not _DIGIT.search(text):
        return None
    line = _close_up(text)
    if len(line) > 120:
        return None
    dates: list[Dated] = []
    rest = line
    while len(dates) < 3 and (found := find_date(rest)):
        dates.append(found)
        rest = rest[: found.start] + " ; " * bool(rest) + rest[found.end :]
    if not dates:
        return _lone_year(line)
    if not _only_fillers(rest):
        return None
    chosen = dates[-1] if len(dates) > 1 and _updated_first(line) else dates[0]
    if line != text.strip():
        return replace(chosen, text=text.strip(), start=0, end=len(text))
    return _with_weekday(chosen, line)


def _with_weekday(found: Dated, line: str) -> Dated:
    """Return the date with the weekday printed before it, which belongs to its text."""
    at = line.find(found.text)
    before = line[:at].rstrip(" ,") if at > 0 else ""
    weekday = before.rpartition(" ")[2]
    if weekday.lower().strip(".(") not in WEEKDAYS:
        return found
    start = at - (len(line[:at]) - len(before)) - len(weekday.lstrip("("))
    return replace(found, text=line[start : at + len(found.text)], start=start)


def _only_fillers(text: str) -> bool:
    """Whether nothing but weekdays, times and words like "published" is left beside a date."""
    found = _WORD.findall(text)
    digits = sum(len(word) for word in found if word.isdigit())
    return digits <= 14 and all(w.isdigit() or w.lower() in _FILLERS for w in found)


def _updated_first(line: str) -> bool:
    return line.lower().lstrip("[( ").startswith(("updated", "last"))


def _lone_year(line: str) -> Dated | None:
    season = _SEASON.match(line)
    match = _LONE_YEAR.fullmatch(
        line[season.end() :].strip(" .()[]") if season else line.strip(" .()[]")
    )
    if match is None:
        return None
    return Dated(match[1], match[1], *match.span(), "likely", "only a year printed")


def _close_up(text: str) -> str:
    """Return a letter-spaced line ("O c t o b e r 2 6 , 2 0 1 7") closed up, any other as it is."""
    line = text.strip()
    tokens = line.split()
    if len(tokens) < 8 or sum(len(t) == 1 for t in tokens) < 0.8 * len(tokens):
        return line
    return "".join(tokens)


def date_at_end(text: str) -> Dated | None:
    """Return the date with which `text` ends (a time may follow), its offsets those in `text`."""
    offset = max(0, len(text) - 60)
    tail = text[offset:]
    for forms in _worth_trying(tail):
        for form in forms:
            match = _last(form.pattern, tail)
            if match and _only_fillers(tail[match.end() :]) and (found := form.read(match)):
                return _moved(found, offset)
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def date_at_start(text: str) -> Dated | None:
    """Return the date with which `text` begins (a weekday may stand before it), else None."""
    found = find_date(text[:60])
    if found is None:
        return None
    return found if _only_fillers(text[: found.start]) else None


def _moved(found: Dated, offset: int) -> Dated:
    return replace(found, start=found.start + offset, end=found.end + offset)


def settle(found: Dated, hint: str) -> Dated:
    """Return an ambiguous or year-less date settled by the one in a file name, if they agree."""
    other = find_date(hint)
    if found.precise or other is None or not other.precise or other.iso is None:
        return found
    year, month, day = (int(part) for part in other.iso.split("-"))
    numbers = {int(n) for n in re.findall(r"\d+", found.text)}
    named = {MONTHS[w.lower()] for w in _WORD.findall(found.text) if w.lower() in MONTHS}
    agrees = day in numbers and month in (numbers | named) and numbers <= {day, month, year}
    if not agrees:
        return found
    reason = "settled by the file name"
    return replace(found, iso=other.iso, confidence="likely", reason=reason, problem=None)
