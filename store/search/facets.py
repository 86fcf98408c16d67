"""Facet tokens: facts about a brief as words of an index column that free text cannot hit.

A fact that never changes (country, pair, name, analyst, institution, label, month) is a token in
the `facets` column of the index: a filter then costs a posting list, not a join. What the reader
changes (read, star, tags, merges of people) is never here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.brief import Brief, Entities
from store.text import slug

LEAD = "ʘ"
"""What every token begins with: a letter to the index, but one that no word and no prefix has."""
EVERY = LEAD + "e"
"""Token of every brief, so that "everything but" is a question to the index too."""


def country(code: str, where: str | None = None) -> str:
    """Token of a country; `where` "report" or "comment" narrows it to that half."""
    return f"{LEAD}c{where[0] if where else ''}{code.lower()}"


def pair(pair_code: str) -> str:
    """Token of a pair, from its code "IR-RU"."""
    return f"{LEAD}p" + pair_code.replace("-", "").lower()


def name(name_id: int) -> str:
    """Token of a person's name (not of a person: a person is one or more names)."""
    return f"{LEAD}n{name_id}"


def analyst(analyst_id: int) -> str:
    """Token of an analyst."""
    return f"{LEAD}a{analyst_id}"


def institution(institution_id: int) -> str:
    """Token of an institution."""
    return f"{LEAD}i{institution_id}"


def label(text: str) -> str:
    """Token of a printed section label."""
    return f"{LEAD}l" + slug(text)


def has(kind: str) -> str:
    """Token of a brief that has a part: "report" or "comment"."""
    return f"{LEAD}h" + kind


def month(date: str) -> str:
    """Token of a month, from an ISO date of at least "2017-10"."""
    return f"{LEAD}m" + date[:7].replace("-", "")


def year(date: str) -> str:
    """Token of a year, from an ISO date."""
    return f"{LEAD}y" + date[:4]


def within(date: str) -> str:
    """Token of a brief whose date is known only to be in this year or month, ISO "2017-10"."""
    return f"{LEAD}w" + date.replace("-", "")


def of_brief(brief: Brief, entities: Entities) -> tuple[str, str]:
    """Return the tokens of a brief that need no number of the library's, in two strings.

    Those of `numbered` stand between.
    """
    before: list[str] = [EVERY]
    for c in entities.countries:
        before.append(country(c.code))
        before += [country(c.code, "report")] * bool(c.in_report)
        before += [country(c.code, "comment")] * bool(c.in_comment)
    before += (pair(p.pair) for p in entities.pairs)
    after = [label(s.label) for s in brief.sections if s.label]
    after += (has(s.kind) for s in brief.sections if s.paragraphs)
    if brief.date:
        after.append(year(brief.date))
        after += [month(brief.date)] * (len(brief.date) >= 7)
        after += [within(brief.date)] * (len(brief.date) < 10)
    return " ".join(dict.fromkeys(before)), " ".join(dict.fromkeys(after))


def numbered(
    names: Iterable[int], analysts: Iterable[int], institutions: Iterable[int]
) -> Iterator[str]:
    """Yield the tokens of a brief's people, analysts and institutions, each once."""
    yield from map(name, names)
    yield from map(analyst, dict.fromkeys(analysts))
    yield from map(institution, dict.fromkeys(institutions))
