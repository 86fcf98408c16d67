"""All that is written of a brief, as far as it can be told without asking the library.

It is made beside the parsing, which is spread over processes, and comes from there as plain texts
and numbers, since those travel fastest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from store import identities
from store.brief import Brief, Entities, PersonMentions, Problem
from store.entities.names import name_key
from store.library import codec
from store.library.wording import Wording, wording
from store.search import facets
from store.text import skeleton, term, words

_SHORTEST_SPELLING = 4  # shorter names (Kim, Li) sound like too many other words


class Person(NamedTuple):
    """Someone in a brief.

    `key` is that of a full name ("" for a bare surname), `sound` the surname's, `spelled` how each
    word of the names sounds and is spelled, `row` what `brief_person` holds beside name and brief.
    """

    name: str
    key: str
    sound: str
    spelled: tuple[tuple[str, str], ...]
    office: str | None
    country: str | None
    row: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A brief ready to be written.

    `columns` are those of `entry` but for the numbers and facets, `tokens` the facets before and
    after those that are numbered, `countries` and `pairs` rows without the brief's number.
    """

    columns: dict[str, Any]
    tokens: tuple[str, str]
    authors: tuple[tuple[str, str | None], ...]
    countries: tuple[tuple[Any, ...], ...]
    pairs: tuple[tuple[Any, ...], ...]
    people: tuple[Person, ...]
    problems: tuple[Problem, ...]
    wording: Wording

    @property
    def brief(self) -> Brief:
        """The brief that was prepared."""
        return replace(codec.brief_of(self.columns), problems=self.problems)


def prepare(brief: Brief, entities: Entities) -> Prepared:
    """Make all of a brief that can be made now."""
    return Prepared(
        codec.columns(brief, entities),
        facets.of_brief(brief, entities),
        tuple((a.name, a.institution) for a in brief.authors),
        tuple(
            (c.code, c.in_report, c.in_comment, codec.spans_text(c.spans))
            for c in entities.countries
        ),
        tuple((p.pair, p.score, p.main, p.in_report, p.in_comment) for p in entities.pairs),
        tuple(map(_person, entities.people)),
        brief.problems,
        wording(brief),
    )


def _person(person: PersonMentions) -> Person:
    told = person.name in person.names
    printed = dict.fromkeys((person.name, *person.names) if told else person.names)
    row = (
        "\n".join(printed), None if told else person.name, person.rank, person.office,
        person.country, person.country_reason, person.in_report, person.in_comment,
        codec.spans_text(person.spans),
    )  # fmt: skip
    spelled = {pair for form in (person.name, *person.names) for pair in _spelled(form)}
    return Person(
        person.name, *_key(person.name), tuple(spelled), person.office, person.country, row
    )


@lru_cache(maxsize=1 << 14)
def _key(printed: str) -> tuple[str, str]:
    return name_key(printed), identities.surname_key(printed)


@lru_cache(maxsize=1 << 14)
def _spelled(printed: str) -> tuple[tuple[str, str], ...]:
    """How each word of a name sounds and is spelled, so that one spelling finds the others."""
    return tuple(
        (skeleton(word), term(word)) for word in words(printed) if len(word) >= _SHORTEST_SPELLING
    )
