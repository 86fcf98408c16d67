"""Digests: one file with many items, each led by "Country: …" or "Country-Country: …".

A document is a digest when at least two of its paragraphs are led that way before any comment
has begun; then short leads that name no country ("Middle East:", "NATO:") part items as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from store.ingest.label_words import kind_of
from store.ingest.labels import read_label
from store.ingest.markup import is_heading, plain

_LEAD = re.compile(r"([^\W\d_][^:：\n]{1,60})[:：](?:\s|$)")
# "IRAN-SAUDI ARABIA  Talks began …": capitals, then a sentence.
_CAPITALS = re.compile(r"(?:[A-Z][A-Z.'’,/-]+ (?:& )?){1,6}(?=[A-Z“\"][a-z ])")
_PARTS = re.compile(r" ?(?:--|[-–—/,&]) ?| and ")
_SHORT_CODES = frozenset(("US", "UK", "UAE", "EU", "UN", "DRC", "ROK", "DPRK", "PRC", "USA"))
_REGIONS = frozenset((
    "europe", "africa", "asia", "middle", "east", "north", "south", "east", "west", "central",
    "southeast", "northeast", "sahel", "gulf", "persian", "balkans", "caucasus", "levant",
    "maghreb", "arctic", "nato", "eu", "un", "au", "asean", "opec", "latin", "america", "world",
    "global", "administrative", "note", "palestine", "islamic", "state", "terrorism",
    "international", "g7", "g20", "baltics", "western", "eastern", "northern", "southern",
    "sub", "saharan", "horn", "of", "the",
))  # fmt: skip
Codes = Callable[[str], str | None]


@dataclass(slots=True)
class Item:
    """One item: its lead as printed ("Iran-Russia") and its paragraphs, the first without it."""

    lead: str
    paragraphs: list[str] = field(default_factory=list)


def split_items(paragraphs: Sequence[str], code_of: Codes) -> tuple[list[str], list[Item]]:
    """Return what stands before the first item, and the items; no items if it is no digest.

    `code_of` gives the ISO code of a country's name, None for any other text.
    """
    leads = {i: lead for i, p in enumerate(paragraphs) if (lead := read_lead(p, code_of))}
    if len(leads) < 2 or _comment_before(paragraphs, min(leads)):
        return list(paragraphs), []
    intro: list[str] = []
    items: list[Item] = []
    for index, paragraph in enumerate(paragraphs):
        lead = leads.get(index) or (_region(paragraph) if items else None)
        if lead is not None:
            text = plain(paragraph)
            rest = text[len(lead) :].lstrip(":：.–— -") if text.startswith(lead) else ""
            items.append(Item(lead, [rest] if rest else []))
        else:
            (items[-1].paragraphs if items else intro).append(paragraph)
    return intro, items


def _comment_before(paragraphs: Sequence[str], first: int) -> bool:
    labels = (read_label(p) for p in paragraphs[:first])
    return any(label is not None and label.kind == "comment" for label in labels)


def read_lead(paragraph: str, code_of: Codes) -> str | None:
    """Return the country lead of `paragraph` as printed ("Iran", "U.S., Iran"), None without one.

    A lead ends in a colon; as a heading of its own, or in capitals, it may do without.
    """
    head = plain(paragraph[:200])
    match = _LEAD.match(head)
    if match:
        lead = match[1].strip("*_ ")
    elif run := _CAPITALS.match(head):
        return _capital_lead(run[0].split(), code_of)
    elif len(paragraph) <= 60 and (is_heading(paragraph) or head.isupper()):
        lead = head
    else:
        return None
    if kind_of(lead) is not None:
        return None
    return (
        lead
        if all(_is_country(part, code_of) for part in _PARTS.split(lead))
        else _whole(lead, code_of)
    )


def _capital_lead(run: list[str], code_of: Codes) -> str | None:
    """Return the longest start of a run of capitals that names countries ("IRAN-SAUDI ARABIA")."""
    for length in range(min(len(run), 5), 0, -1):
        lead = " ".join(run[:length])
        if all(_is_country(part, code_of) for part in _PARTS.split(lead)):
            return lead
    return None


def names_country(line: str, names: Sequence[str]) -> bool:
    """Whether what is formed like persons' names names countries: an item's lead, or a place."""
    from store.entities.countries import code_of  # late: a table of some size

    return read_lead(line, code_of) is not None or any(code_of(name) for name in names)


def _whole(lead: str, code_of: Codes) -> str | None:
    """Accept a country whose own name holds a hyphen or "and" ("Guinea-Bissau")."""
    return lead if _is_country(lead, code_of) else None


def _is_country(name: str, code_of: Codes) -> bool:
    name = name.strip()
    letters = name.replace(".", "")
    if not name or not name[0].isupper():
        return False
    if len(letters) < 4 and letters not in _SHORT_CODES:
        return False
    return code_of(name) is not None


def _region(paragraph: str) -> str | None:
    match = _LEAD.match(plain(paragraph[:200]))
    if match is None or not match[1][0].isupper():
        return None
    parts = [w for w in re.split(r"[\s/&-]+", match[1].lower()) if w]
    return match[1] if parts and all(part in _REGIONS for part in parts) else None
