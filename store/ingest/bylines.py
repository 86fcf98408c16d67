"""Bylines: "By NAME | role - institution | date" and its kin.

Parts are split on " | " first and classified by what they hold, wherever they stand: the date,
the names (after "By", else the first other part), the affiliation. Without bars the date is cut
off the end, then the names off the start. Nothing is dropped: what fits nowhere is in `unread`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from store.brief import Author, Confidence
from store.ingest.affiliations import is_house_line, is_institution, is_role
from store.ingest.boilerplate import is_boilerplate
from store.ingest.byline_edges import ORNAMENTS, cut_date, undecorated
from store.ingest.date_forms import Dated
from store.ingest.dates import date_at_start, only_date
from store.ingest.digests import names_country
from store.ingest.leftovers import leftover
from store.ingest.markup import plain
from store.ingest.names import are_names, is_name, split_names
from store.ingest.signatures import CONTACT, DASHES, is_collective, shared, signed, without_contact
from store.ingest.titles import is_kicker

_BY = re.compile(
    r"(?:(?:prepared |written |opening )?(?:statement|testimony) of"
    r"|(?:written|posted|prepared|compiled|authored|reported|drafted|filed|submitted|analysis|report|story|text"
    r"|comment|commentary|brief) by:?|by:?) +(?=\S)",
    re.IGNORECASE,
)
_FOREIGN_BY = re.compile(
    r"(?:von|par|por|di|autor|autore|auteur|(?-i:de|od)):? +(?=\S)", re.IGNORECASE
)
_RETIRED = re.compile(r",? ?\((?:[Rr]et|[Rr]etd|[Rr]es)\.?\)")
_DATE_FIRST = re.compile(r"(?<![ ,|])[ ,|]++by:? ++(?=\S)", re.IGNORECASE)
_DATE_DASH = re.compile(r"(?<=\d) ?(?:-|–|—|:) (?=[^\W\d_])")
_DASHED = re.compile(r"[-–—―~ ]{1,3}(?=[^\W\d_])")
_HANDLE = re.compile(r"@\w{2,40}|\S{1,80}@\S{1,80}\.\w")
_LONGEST_SIGNATURE = 200
_BARS = re.compile(r" ?[|│¦｜‖]+ ?")
_OTHER_BARS = re.compile(r"(?<! ) ++(?:[•·∙●]|//?) +")


@dataclass(frozen=True, slots=True)
class Byline:
    """What one byline says.

    `above` is text printed before "By" (a title), `rest` text that ran on behind the date, and
    `unread` what fitted nowhere; so every word of the line is somewhere.
    """

    authors: tuple[Author, ...]
    date: Dated | None = None
    confidence: Confidence = "sure"
    reason: str = "byline"
    above: str = ""
    rest: str = ""
    unread: tuple[str, ...] = ()


def says_by(line: str) -> bool:
    """Whether `line` starts with "By", in capitals or not, or "Posted by" and the like."""
    return _BY.match(plain(line[:200]).lstrip(ORNAMENTS)) is not None


def says_foreign_by(line: str) -> bool:
    """Whether `line` starts with "Von", "Par" and the like."""
    return _FOREIGN_BY.match(plain(line[:200])) is not None


@lru_cache(maxsize=256)  # the same line is looked at on several ways to the head
def read_byline(line: str) -> Byline | None:
    """Read a byline, None if `line` is none.

    With bars, a name and either "By", a date or an affiliation are asked for; without, "By" and
    names that look like names. Text running on behind the date comes back as `rest`.
    """
    text = undecorated(plain(line))
    if retired := _RETIRED.search(text[:200]):
        text = text[: retired.start()] + text[retired.end() :]
    byline = _read(text) or _date_first(text)
    return replace(byline, unread=(*byline.unread, retired[0])) if byline and retired else byline


def _read(text: str) -> Byline | None:
    bars = _BARS if _BARS.search(text) else _OTHER_BARS
    byline = None
    if bars.search(text):
        byline = _with_bars([part.strip() for part in bars.split(text)])
    byline = byline or _without_bars(text)
    return byline and _accounted(byline, text)


def _date_first(text: str) -> Byline | None:
    """Read "Posted on May 3, 2014 by Ada Lee", and "May 3, 2014 - Ada Lee"."""
    by = _DATE_FIRST.search(text[:120]) or _DATE_DASH.search(text[:60])
    date = only_date(text[: by.start()]) if by else None
    if (
        by is not None
        and not by[0].strip(" ,|-–—:")[:1].isalpha()
        and not are_names(text[by.end() :])
    ):
        return None
    if by is None or date is None or not date.precise:
        return None
    byline = _read(f"By {text[by.end() :]}")
    if byline is None or byline.date is not None:
        return None
    return _accounted(replace(byline, date=_because(date, "byline")), text)


def read_signature(line: str, *, dashed: bool = False) -> Byline | None:
    """Read a byline without "By": names with a house, a handle or a date behind them.

    "Ada Lee, Amber Institute"; with `dashed` a line at the end that a dash begins, too.
    """
    text = plain(line)
    if not text or len(text) > _LONGEST_SIGNATURE or text[-1] in ".?!:;" or says_by(text):
        return None
    dash = _DASHED.match(text)
    if dash and not dashed:
        return None
    text = text[dash.end() :] if dash else text
    byline = _without_bars(f"By {text}")
    if byline is None or not all(is_name(a.name) or is_collective(a.name) for a in byline.authors):
        return None
    if names_country(text, [author.name for author in byline.authors]):
        return None
    housed = any(a.institution and is_institution(a.institution) for a in byline.authors)
    signs = (dash, _HANDLE.search(text), byline.date)
    if not (housed or any(signs)) or (not housed and not dash and is_role(text)):
        return None
    return replace(_accounted(byline, text), confidence="likely", reason="a line of names")


def _accounted(byline: Byline, text: str) -> Byline:
    """Return the byline with every word of `text` that it does not hold yet as unread."""
    parts: list[str | None] = [byline.above, byline.rest, *byline.unread]
    parts += [byline.date.text] if byline.date else []
    shared = {(a.role, a.institution) for a in byline.authors}
    parts += [part for affiliation in shared for part in affiliation]
    left = leftover(text, parts + [author.name for author in byline.authors])
    return replace(byline, unread=(*byline.unread, left)) if left else byline


def _with_bars(parts: list[str]) -> Byline | None:
    furniture = tuple(p for p in parts if is_boilerplate(p) or is_kicker(p) or _HANDLE.fullmatch(p))
    parts = [part for part in parts if part and part not in furniture]
    rest, dates = _take_dates(parts)
    date_index = _published(parts, dates)
    date = dates.get(date_index)
    beside = tuple(parts[i] for i in dates if i != date_index)
    others = [part for i, part in enumerate(parts) if i not in dates]
    index = next((i for i, part in enumerate(others) if _BY.match(part)), None)
    said_by = index is not None
    if index is None:
        index = int(len(others) > 1 and is_house_line(others[0]) and are_names(others[1]))
        if others and _FOREIGN_BY.match(others[0]) and date:
            said_by = True
    if not others:
        return None
    above = " | ".join(others[:index])
    names, others = _unprefixed(others[index]), others[index + 1 :]
    housed = is_institution(above) and not is_role(above)
    if housed and (date_index == 0 or not said_by):
        above, others = "", [*others, above]  # "date | house | By NAME"
    if not said_by and not _plausible(names, others, date):
        return None
    byline = _assemble(names, others, date, date_index == len(parts) - 1, rest)
    return byline and replace(byline, above=above, unread=byline.unread + beside + furniture)


def _plausible(names: str, others: list[str], date: Dated | None) -> bool:
    """Whether bars without "By" make a byline: real names, and a date or an affiliation."""
    head = DASHES.split(names, maxsplit=1)[0].partition(",")[0]
    if not (
        are_names(names)
        or is_collective(names)
        or is_collective(head)
        or (is_name(head) and not is_institution(head))
    ):
        return False
    known = [part for part in others if is_role(part) or is_institution(part)]
    return bool(known) or (date is not None and len(others) <= 2)


def _unprefixed(names: str) -> str:
    match = _BY.match(names) or _FOREIGN_BY.match(names)
    return names[match.end() :] if match else names


def _take_dates(parts: list[str]) -> tuple[str, dict[int, Dated]]:
    """Return the dates by part; behind the one in the last part text may run on."""
    dates = {i: date for i, part in enumerate(parts) if (date := only_date(part))}
    if not dates and len(parts) > 1 and (date := date_at_start(parts[-1])):
        return parts[-1][date.end :].strip(), {len(parts) - 1: date}
    return "", dates


def _published(parts: list[str], dates: dict[int, Dated]) -> int:
    """Return which date counts: the last one that is not an update's, -1 if there is none."""
    fresh = [i for i in dates if not parts[i].lower().startswith(("updated", "last", "modified"))]
    return max(fresh or dates, default=-1)


def _assemble(
    names: str, others: list[str], date: Dated | None, date_last: bool, rest: str
) -> Byline | None:
    contacts = tuple(part for part in others if CONTACT.fullmatch(part))
    others = [part for part in others if not CONTACT.fullmatch(part)]
    if not others:
        if date is None:
            date, names, _ = cut_date(names)
        authors = signed(names)
    else:
        authors = shared(split_names(names) if are_names(names) else [names], others, names)
    authors = tuple(author for author in authors if not CONTACT.fullmatch(author.name))
    if not authors:
        return None
    where = "byline, last part" if date_last else "byline"
    return Byline(authors, _because(date, where), "sure", "byline", rest=rest, unread=contacts)


def _because(date: Dated | None, where: str) -> Dated | None:
    if date is None:
        return None
    return replace(date, reason=f"{where}; {date.reason}" if date.reason else where)


def _without_bars(text: str) -> Byline | None:
    match = _BY.match(text)
    foreign = _FOREIGN_BY.match(text) if match is None else None
    if match is None and foreign is None:
        return None
    said = text[(match or foreign).end() :]  # type: ignore[union-attr]
    said, contact = without_contact(said)
    date, body, after = cut_date(said)
    if not date and len(body) > 60 and body.endswith((".", "!", "?", "”")) and not are_names(body):
        return None
    authors = signed(body)
    people = tuple(a for a in authors if not CONTACT.fullmatch(a.name))
    if not people or (foreign and not all(is_name(a.name) for a in people)):
        return None
    contacts = tuple(a.name for a in authors if CONTACT.fullmatch(a.name))
    sure: Confidence = "sure" if date or text[0].isupper() else "likely"
    date = _because(date, "end of the byline")
    unread = tuple(part for part in (*contacts, after, contact) if part)
    return Byline(people, date, sure, "byline", unread=unread)
