"""Which of the unclaimed lines of a head is the title."""

from __future__ import annotations

import re

from store.brief import Reading
from store.ingest.affiliations import is_house_line
from store.ingest.digests import read_lead
from store.ingest.labels import read_label
from store.ingest.markup import is_heading, plain
from store.ingest.scan import Scan
from store.ingest.titles import is_kicker, is_masthead, is_number, is_repeat, is_series
from store.text import fold

# The section of a page or paper, over a title.
_SECTIONS = frozenset((
    "world", "politics", "opinion", "business", "economy", "security", "defense", "defence",
    "energy", "africa", "asia", "europe", "middle east", "americas", "latin america", "eurasia",
    "caucasus", "central asia", "south asia", "east asia", "balkans", "gulf", "sahel", "analysis",
    "international", "global", "foreign policy", "diplomacy", "conflict", "military", "news",
    "top news", "world news", "russia and eurasia", "north africa", "southeast asia", "features",
))  # fmt: skip
_SAYS_SERIES = re.compile(
    r"\b(?:an?|part of (?:an?|the|our)) (?:[\w&’'-]+ ){0,5}series\b", re.IGNORECASE
)
_GENRES = frozenset((
    "commentary", "comment", "brief", "briefing", "report", "insight", "insights", "perspective",
    "perspectives", "analysis", "update", "memo", "alert", "dispatch", "outlook", "bulletin",
))  # fmt: skip


def is_only_text(scan: Scan, chosen: int) -> bool:
    """Whether the only line above a comment, or at all, is a sentence rather than a title."""
    alone = len(scan.loose) == 1 and scan.byline_at is None and not scan.dates
    if not alone or not plain(scan.lines[chosen]).endswith("."):
        return False
    following = scan.lines[scan.at] if scan.at < len(scan.lines) else ""
    return not following or read_label(following) is not None


def pick_title(scan: Scan) -> tuple[int | None, Reading | None]:
    """Return which of the loose lines is the title and how that was told, (None, None) if none."""
    lines, loose, mark = scan.lines, scan.loose, scan.byline_at
    if not loose:
        return None, None
    twice = next(
        (
            i
            for i in loose
            if (i == loose[0] or len(lines[i].split()) > 2)
            and any(is_repeat(lines[j], plain(lines[i])) for j in loose if j > i)
        ),
        None,
    )
    if twice is not None:
        where = "first line" if twice == 0 else "a line"
        return twice, Reading("sure", f"{where}, printed again below")
    above = [i for i in loose if mark is None or i < mark] or loose
    named = [
        i for i in above if not is_kicker(lines[i]) and not is_number(plain(lines[i]))
    ] or above
    if len(headings := [i for i in named if lines[i].startswith("# ")]) == 1:
        return headings[0], Reading("sure", "a heading")
    named = _below_masthead(scan, named)
    if mark is not None and len(above) > 4:
        return named[-1], Reading("likely", "the line above the byline, below other headlines")
    return named[0], _title_reading(scan, named[0])


def _below_masthead(scan: Scan, named: list[int]) -> list[int]:
    """Drop the name of a series, and what says of it that it is one, from above the title."""
    lines = scan.lines
    first = plain(lines[named[0]])
    blurbs = [i for i in named[1:] if plain(lines[i]).startswith(f"{first} is ")]
    rest = [i for i in named[1:] if i not in blurbs and not _is_lead(lines[i])]
    housed = (is_house_line(first) and len(first) <= 60) or is_series(first)
    menu = scan.menu_at is not None and named[0] < scan.menu_at < named[-1]
    sections = fold(first) in _SECTIONS or (len(first) < 30 and bool(_country_of(first)))
    rest = [i for i in rest if not menu or i > (scan.menu_at or 0)]
    issued = scan.issue_at is not None and named[0] < scan.issue_at and any(
        i > (scan.issue_at or 0) and plain(lines[i])[-1:] != "." for i in rest
    )  # fmt: skip
    if rest and (
        blurbs
        or _genre_of_house(first, plain(lines[rest[0]]))
        or _SAYS_SERIES.search(first) is not None
        or _house_over_kicker(scan, named[0], rest[0])
        or (sections and len(plain(lines[rest[0]]).split()) > 3)
        or housed
        or issued
        or menu
        or (is_masthead(first) and not plain(lines[rest[0]]).endswith("."))
    ):
        return rest
    return named


def _house_over_kicker(scan: Scan, first: int, second: int) -> bool:
    """Whether a few words stand over a series line, and the title only below it."""
    between = [i for i in scan.loose if first < i < second]
    series = bool(between) and all(is_kicker(scan.lines[i]) for i in between)
    return series and len(scan.lines[first].split()) < 4 < len(scan.lines[second].split())


def _genre_of_house(first: str, second: str) -> bool:
    """Whether two words over a longer line are a house's genre: "Amber Commentary"."""
    parts = first.lower().split()
    genre = len(parts) == 2 and parts[1] in _GENRES and not is_kicker(second)
    return genre and len(second.split()) > 3 and not is_house_line(second) and second[-1] != "."


def _country_of(name: str) -> str | None:
    """Return the code of a country that is printed over a title ("TURKEY")."""
    from store.entities.countries import code_of  # late: a table of some size

    return code_of(name)


def _is_lead(line: str) -> bool:
    """Whether a line is only the lead of a digest's item ("NORWAY-DENMARK")."""
    lead = read_lead(line, _country_of)
    return lead is not None and len(lead) >= len(plain(line)) - 1


def _title_reading(scan: Scan, index: int) -> Reading:
    line, mark = scan.lines[index], scan.byline_at
    if is_number(plain(line)):
        return Reading("guess", "first line, a document number")
    if is_heading(line):
        return Reading("sure", "a heading")
    where = "first line" if index == 0 else "first line that can be a title"
    if mark is not None and index < mark:
        return Reading("sure", f"{where}, above the byline")
    if mark is not None:
        return Reading("likely", "the line below the byline")
    return Reading("likely", where)
