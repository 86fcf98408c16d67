"""Heads whose lines were run together: "Title By NAME | role - house | date Title Text …"."""

from __future__ import annotations

import re

from store.ingest.bylines import read_byline
from store.ingest.dates import date_at_start, find_date

_REACH = 3000
_GLUED_REACH = 400
_DATED_REACH = 160
# "… date 2020-12-02 Days after …": the field of a database printed into the text.
_GLUED = re.compile(
    r"(?:^|(?<=\s))date (?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?= [A-Z“\"])"
)
# The date-time group of a cable.
_GROUP = re.compile(r"\(?\b(?:[ZOPR] )?\d{6}Z [A-Z]{3} (?:\d\d){1,2}\b\)?")
_CAPITAL_TITLE = re.compile(r"[^a-z]{12,200}?\. (?=[A-Z0-9(])|[^a-z]{12,200} (?=[A-Z“\"][a-z])")
_BY = re.compile(r"(?:^|(?<=\s))(?:By|BY) (?=[^\W\d_])")
_BAR = re.compile(r" ?\| ?")


def cut_run_on(paragraph: str, title_above: str = "") -> list[str]:
    """Return `paragraph` cut into title, byline and text, or alone if nothing was run together.

    `title_above` is the paragraph before, where a title may stand already; where it is printed
    again, a byline without a date ends.
    """
    head = paragraph[:_REACH]
    for by in _BY.finditer(head):
        title = paragraph[: by.start()].strip()
        end = _end_with_bars(head, by.start(), title or title_above) or (
            _end_without_bars(head, by.start()) if title or len(paragraph) > 300 else None
        )
        if end and read_byline(head[by.start() : end]):
            pieces = [title, head[by.start() : end], paragraph[end:].strip(" |")]
            return [piece for piece in pieces if piece]
    return _cut_at_date(paragraph)


def _cut_at_date(paragraph: str) -> list[str]:
    """Cut "Title Of The Piece March 17, 2021 Officials said …" around its date, or not at all."""
    head = paragraph[:_DATED_REACH]
    date = find_date(head)
    if date is None or not date.precise or len(paragraph) < 200:
        return [paragraph]
    title, rest = head[: date.start].strip(" ,|-–—"), paragraph[date.end :].lstrip(" .|-–—")
    parts = title.split()
    capitals = sum(word[0].isupper() or len(word) < 5 for word in parts)
    if not (2 < len(parts) == capitals and parts[-1][0].isupper() and rest[:1].isupper()):
        return [paragraph]
    return [title, head[date.start : date.end], rest]


def cut_glued(paragraph: str) -> list[str]:
    """Return `paragraph` cut around a date that was glued between title and text, else alone."""
    head = paragraph[:_GLUED_REACH]
    # The plain looks come first because they are much the cheaper ones.
    found = _GLUED.search(head) if "date " in head else None
    found = found or (_GROUP.search(head) if "Z " in head else None)
    if found is None or len(paragraph) < found.end() + 40:
        return [paragraph]
    rest = paragraph[found.end() :].strip()
    # Where all is in capitals a first sentence in capitals is no title.
    stands_out = not found.start() and any(c.islower() for c in rest)
    title = _CAPITAL_TITLE.match(rest) if stands_out else None
    pieces = [rest[: title.end()], rest[title.end() :]] if title else [rest]
    return [piece for piece in (paragraph[: found.start()].strip(), found[0], *pieces) if piece]


def _end_with_bars(head: str, start: int, title: str) -> int | None:
    """Return where a byline with bars ends: behind its date, or before the title's repeat."""
    bars = list(_BAR.finditer(head, start, start + 600))
    if not bars:
        return None
    for bar in bars:
        date = date_at_start(head[bar.end() : bar.end() + 60])
        if date:
            return bar.end() + date.end
    again = head.find(title, bars[0].end()) if len(title) > 20 else -1
    return again if again > 0 else None


def _end_without_bars(head: str, start: int) -> int | None:
    """Return where "By NAME, date" ends in running text, if a full date stands near."""
    date = find_date(head[start : start + 160])
    if date is None or not date.precise:
        return None
    byline = read_byline(head[start : start + date.end])
    if byline is None or byline.date is None or len(byline.authors) > 6:
        return None
    return start + date.end
