"""A person's country: from explicit words in the brief, else from the table of office holders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from store.entities import holders
from store.entities.geography import country_of
from store.entities.holders import Holder
from store.entities.linking import Person

Reason = tuple[str | None, str | None]
_NAME = r"([A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?)"
_TWO = re.compile(
    rf"\b{_NAME} and {_NAME} (?:[a-z]+ ){{0,3}}"
    r"(?:ministers|presidents|leaders|chiefs|envoys|officials|commanders|ambassadors)\b"
)


def countries(people: Sequence[Person], texts: Mapping[int, str], year: int | None) -> list[Reason]:
    """Return (ISO code, reason) of every person, (None, None) where nothing explicit tells it."""
    told = [_printed(person) for person in people]
    for index, person in enumerate(people):
        if told[index][0] and any(title.counterpart for title in person.titles):
            _tell_the_other(people, told, index, texts)
    return [
        reason if reason[0] else _from_table(person, year)
        for person, reason in zip(people, told, strict=True)
    ]


def _printed(person: Person) -> Reason:
    """What the words beside the name say; the first one counts."""
    return next(((t.country, t.reason) for t in person.titles if t.country), (None, None))


def _tell_the_other(
    people: Sequence[Person], told: list[Reason], index: int, texts: Mapping[int, str]
) -> None:
    """ "Iranian and Russian ministers … A and his Russian counterpart B": A is the Iranian one."""
    mention = next(m for m in people[index].mentions if m.title and m.title.counterpart)
    earlier = [
        (m.start, other)
        for other, person in enumerate(people)
        for m in person.mentions
        if other != index and m.paragraph == mention.paragraph and m.start < mention.start
    ]
    if not earlier or told[max(earlier)[1]][0]:
        return
    before = texts[mention.paragraph][max(0, mention.start - 600) : mention.start]
    for match in _TWO.finditer(before):
        pair = [country_of(match.group(1)), country_of(match.group(2))]
        others = [code for code in pair if code and code != told[index][0]]
        if told[index][0] in pair and len(others) == 1:
            told[max(earlier)[1]] = (others[0], f"“{match.group()}”, the other one")


def _from_table(person: Person, year: int | None) -> Reason:
    row = person.holder or holder_of(person, year)
    if row is None or row.code is None:
        return None, None
    return row.code, f"known office holder: {row.office} {row.first}–{row.last}"


def holder_of(person: Person, year: int | None) -> Holder | None:
    """Return the table's row for a full name whose years fit or whose office agrees."""
    rows = [row for mention in person.mentions for row in holders.named(mention.text)]
    if not rows or (year is None and len({row.code for row in rows}) > 1):
        return None
    offices = [title.office for title in person.titles if title.office]
    fitting = [
        row
        for row in rows
        if year is None or row.fits(year) or any(holders.agrees(row, o) for o in offices)
    ]
    exact = [row for row in fitting if row.fits(year)]
    return next(iter(exact or fitting), None)
