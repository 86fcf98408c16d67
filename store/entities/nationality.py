"""A person's country: from explicit words in the brief, else from the table of office holders."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from store.entities import holders
from store.entities.beside import Reason, beside, of_title
from store.entities.geography import country_of, town_of
from store.entities.holders import Holder
from store.entities.lexicon import own_offices
from store.entities.linking import Person
from store.entities.sides import of_owner, of_side, of_the_spoken_of

_NAME = r"([A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?)"
_TWO = re.compile(
    rf"\b{_NAME} and {_NAME} (?:[a-z]+ ){{0,3}}"
    r"(?:ministers|presidents|leaders|chiefs|envoys|officials|commanders|ambassadors)\b"
)
_LOCAL = frozenset(
    """
    mayor governor councillor councilor commissioner superintendent prosecutor judge bishop imam
    archbishop prefect magistrate sheriff harbourmaster stationmaster police governor-general
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_OWNERS = ("his ", "her ", "whose ")
_ELSEWHERE_TOO = frozenset({"attorney general", "speaker of the house"})
_REACH = 90


def countries(
    people: Sequence[Person],
    texts: Mapping[int, str],
    year: int | None,
    around: Collection[str] = (),
) -> list[Reason]:
    """Return (ISO code, reason) of every person, (None, None) where nothing tells it.

    `around` are the countries that the brief names.
    """
    told = [_printed(person, texts, around) for person in people]
    for index, person in enumerate(people):
        if told[index][0] and any(title.counterpart for title in person.titles):
            _tell_the_other(people, told, index, texts, around)
    told = [
        reason if reason[0] else _from_table(person, year, around)
        for person, reason in zip(people, told, strict=True)
    ]
    for index, person in enumerate(people):
        if not told[index][0]:
            told[index] = _from_owner(people, told, person, texts)
        if not told[index][0]:
            told[index] = of_owner(people, told, person, texts)
        if not told[index][0]:
            told[index] = _at_last(person, texts, around)
    return told


def _at_last(person: Person, texts: Mapping[int, str], around: Collection[str]) -> Reason:
    """What tells a country only where nothing better does."""
    found = of_side(person, texts)
    for mention in person.mentions:
        if not found[0]:
            found = of_title(mention, texts.get(mention.paragraph, ""), around)
    return found if found[0] else of_the_spoken_of(person, texts)


def _printed(person: Person, texts: Mapping[int, str], around: Collection[str]) -> Reason:
    """What the words beside the name say; the first ones count."""
    for title in person.titles:
        if title.country:
            return title.country, title.reason
    local = _of_town(person)
    if local[0]:
        return local
    for mention in person.mentions:
        found = beside(mention, texts.get(mention.paragraph, ""), around)
        if found[0]:
            return found
    for title in person.titles:
        office = (title.office or title.rank or "").lower().replace(".", "")
        code = own_offices().get(office.removeprefix("former ").removeprefix("then "))
        if code and (code in around or office not in _ELSEWHERE_TOO):
            return code, f"“{title.office or title.rank}” is an office of that country alone"
    return None, None


def _of_town(person: Person) -> Reason:
    """ "Mayor of Batumi": the place is inside the office."""
    for title in person.titles:
        words = (title.office or "").split()
        if not _LOCAL & {word.lower() for word in words}:
            continue
        for size in (3, 2, 1):
            for at in range(len(words) - size + 1):
                code = town_of(" ".join(words[at : at + size]))
                if code:
                    return code, f"“{title.office}”"
    return None, None


def _from_owner(
    people: Sequence[Person], told: Sequence[Reason], person: Person, texts: Mapping[int, str]
) -> Reason:
    """ "President A … his foreign minister, B": B is of A's country."""
    for mention in person.mentions:
        if mention.title is None or not mention.title.office:
            continue
        text = texts.get(mention.paragraph, "")
        at = text.rfind(mention.title.office, max(0, mention.start - _REACH), mention.start)
        if at < 0 or not text[max(0, at - 6) : at].lower().endswith(_OWNERS):
            continue
        owners = [
            (m.start, other)
            for other, owner in enumerate(people)
            for m in owner.mentions
            if owner is not person and m.paragraph == mention.paragraph and m.start < at
        ]
        if owners and told[max(owners)[1]][0]:
            owner = people[max(owners)[1]]
            return told[max(owners)[1]][0], f"{mention.title.office} of {owner.name}"
    return None, None


def _tell_the_other(
    people: Sequence[Person],
    told: list[Reason],
    index: int,
    texts: Mapping[int, str],
    around: Collection[str],
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
            return
    others = [code for code in around if code != told[index][0]]
    if len(others) == 1 and told[index][0] in around:
        told[max(earlier)[1]] = (others[0], "the other of the two countries that are named")


def _from_table(person: Person, year: int | None, around: Collection[str]) -> Reason:
    row = person.holder or holder_of(person, year, around)
    if row is not None and row.code is None:  # of an office of many countries: what he was before
        row = next((other for other in holders.named(row.name) if other.code), None)
    if row is None or row.code is None:
        return None, None
    return row.code, f"known office holder: {row.office} {row.first}–{row.last}"


def holder_of(person: Person, year: int | None, around: Collection[str] = ()) -> Holder | None:
    """Return the table's row for a full name: its years fit, its office agrees, or its country is
    among those `around`."""
    texts = dict.fromkeys(mention.text for mention in person.mentions)
    rows = [row for text in texts for row in holders.named(text)]
    if not rows or (year is None and len({row.code for row in rows}) > 1):
        return None
    offices_ = [title.office for title in person.titles if title.office]
    fitting = [
        row
        for row in rows
        if year is None or row.fits(year) or any(holders.agrees(row, o) for o in offices_)
    ]
    exact = [row for row in fitting if row.fits(year)]
    # Of another time, but a full name that few bear, or its country is named: it looks back.
    codes = {row.code for row in rows}
    known = len(codes) == 1 and not any(holders.is_common(row.name) for row in rows)
    elsewhen = [row for row in rows if known or row.code in around] if len(codes) == 1 else []
    return next(iter(exact or fitting or elsewhen), None)
