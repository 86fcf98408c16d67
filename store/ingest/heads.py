"""The head of a brief: title, byline and date, and where the text begins.

The first paragraphs are sorted one by one until one is plainly running text; only then is it
decided which of the unclaimed lines is the title. Lines that turn out to be nothing of the
head (a deck, a caption) stay in the text, kickers and page furniture are set aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from store.brief import Author, Problem, Reading
from store.ingest.affiliations import is_house_line
from store.ingest.bylines import read_byline, says_by
from store.ingest.date_forms import Dated
from store.ingest.dates import only_date
from store.ingest.fields import Fields
from store.ingest.leftovers import leftover
from store.ingest.markup import plain
from store.ingest.runons import cut_glued, cut_run_on
from store.ingest.scan import Scan
from store.ingest.title_choice import is_only_text, pick_title
from store.ingest.titles import (
    after_repeat,
    is_kicker,
    is_masthead,
    is_number,
    is_repeat,
    unfootnoted,
    unnumbered,
)

# With more lines than this above a title they are other headlines, and name no house.
_MOST_ABOVE = 5


@dataclass(slots=True)
class Head:
    """What the first lines of a brief say; `body` is all the text below and between them.

    `repeats` are the lines that only print the title again.
    """

    title: str = ""
    title_reading: Reading | None = None
    authors: list[Author] = field(default_factory=list)
    authors_reading: Reading | None = None
    date: Dated | None = None
    problems: list[Problem] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


def read_head(paragraphs: Sequence[str], fields: Fields) -> Head:
    """Read the head of a brief from its paragraphs; `fields` come from front matter."""
    lines = _opened(paragraphs)
    ran_on = len(lines) > len(paragraphs)
    scan = Scan(lines, fields, aside=list(fields.aside))
    scan.run()
    head = Head(authors=scan.authors, authors_reading=scan.reading, aside=scan.aside)
    head.problems += scan.problems
    _fill_from_fields(head, scan)
    _choose_title(head, scan)
    head.body += lines[scan.at :]
    for index in range(min(3, len(head.body)) - 1, -1, -1):
        if is_repeat(head.body[index], head.title):
            head.repeats.append(head.body.pop(index))
    if head.body:
        head.body[0] = _without_run_on_title(head.body[0], head.title, ran_on)
    return head


def _without_run_on_title(paragraph: str, title: str, ran_on: bool) -> str:
    """Drop a title that a lost line break has joined to the text; a sentence would run on.

    `ran_on` says that the head is known to have been run together; else a long title is asked for.
    """
    after = after_repeat(paragraph, title) if ran_on or len(title.split()) > 5 else None
    return after if after and (ran_on or after[0].isupper()) else paragraph


def _opened(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs, the first ones cut where a head was run together."""
    lines: list[str] = []
    for paragraph in paragraphs[:4]:
        worth = " | " in paragraph[:3000] or len(paragraphs) <= 2
        byline = read_byline(paragraph) if worth and len(paragraph) < 1000 else None
        worth = worth and (byline is None or byline.rest != "")
        if len(glued := cut_glued(paragraph)) > 1:
            lines += glued
            continue
        lines += cut_run_on(paragraph, lines[-1] if lines else "") if worth else [paragraph]
    return [*lines, *paragraphs[4:]]


def _fill_from_fields(head: Head, scan: Scan) -> None:
    fields = scan.fields
    values = fields.values.get("authors", [])
    named = [author for value in values for author in _field_authors(value)]
    if named and not head.authors:
        role, institution = fields.first("role"), fields.first("institution")
        head.authors = [Author(a.name, a.role or role, a.institution or institution) for a in named]
        head.authors_reading = Reading("sure", "a field that names the author")
        held = [part for a in named for part in (a.name, a.role, a.institution)]
        head.aside.append(leftover(" ".join(values), held))
    elif head.authors:
        keys = ("authors", "role", "institution")
        head.aside += [value for key in keys for value in fields.values.get(key, ())]
    else:
        head.aside += fields.values.get("role", []) + fields.values.get("institution", [])
    _date_from_fields(head, scan)


def _field_authors(value: str) -> tuple[Author, ...]:
    byline = read_byline(value if says_by(value) else f"By {value}")
    return byline.authors if byline else (Author(value),)


def _date_from_fields(head: Head, scan: Scan) -> None:
    for key in ("date", "updated"):
        for value in scan.fields.values.get(key, ()):
            date = only_date(value)
            if date is None or scan.dates:
                head.aside.append(value)
                continue
            confidence = date.confidence if key == "date" else "likely"
            reason = f"field “{key}”" + (f"; {date.reason}" if date.reason else "")
            scan.dates.append(replace(date, confidence=confidence, reason=reason))
            head.aside.append(leftover(value, [date.text]))
    head.date = scan.dates[0] if scan.dates else None
    head.aside += [date.text for date in scan.dates[1:]]


def _choose_title(head: Head, scan: Scan) -> None:
    """Pick the title among the loose lines; the others go to the text or aside."""
    lines, loose = scan.lines, scan.loose
    given = scan.fields.first("title")
    if given:
        head.title, head.title_reading = (
            plain(given),
            Reading("sure", "a field that names the title"),
        )
        head.aside += scan.fields.values["title"][1:]
        for index in loose:
            if not is_repeat(lines[index], head.title):
                above = scan.byline_at is not None and index < scan.byline_at
                _put(head, lines[index], aside=above or is_kicker(lines[index]))
        return
    chosen, reading = pick_title(scan)
    if chosen is None:
        return
    if is_only_text(scan, chosen):
        head.body.append(lines[chosen])
        return
    head.title, head.title_reading = unfootnoted(plain(lines[chosen])), reading
    head.aside.append(leftover(plain(lines[chosen]), [head.title]))
    if is_number(head.title):
        head.problems.append(Problem("title", "only a document number", head.title))
    for index in loose:
        if index == chosen:
            continue
        if is_repeat(lines[index], head.title):
            head.repeats.append(lines[index])
            continue
        above = index < chosen
        if above and len(loose) <= _MOST_ABOVE and (house := house_in(lines[index])):
            _house(head, house)
        if not above and is_house_line(plain(lines[index])) and head.authors:
            _house(head, plain(lines[index]))
            head.aside.append(lines[index])
            continue
        series = is_masthead(lines[index]) and scan.byline_at is None
        series = series or _names_series(lines[index], head.title)
        _put(head, lines[index], aside=above or series or is_kicker(lines[index]))


def _names_series(line: str, title: str) -> bool:
    """Whether a line only prints the name with which the title begins ("NightWatch" again)."""
    text = plain(line)
    return len(text.split()) <= 3 and title.lower().startswith(f"{text.lower()} ")


def _put(head: Head, line: str, *, aside: bool) -> None:
    (head.aside if aside else head.body).append(line)


def house_in(line: str) -> str:
    """Return the house that a line over a title names ("Amber Institute / Brief 12"), or ""."""
    for part in re.split(r" [/|·•] ", unnumbered(plain(line))):
        if is_house_line(part) and not is_masthead(part):
            return part
    return ""


def _house(head: Head, institution: str) -> None:
    """Give authors without a house the one that is printed over the title."""
    head.authors = [replace(a, institution=a.institution or institution) for a in head.authors]
