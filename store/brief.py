"""What a brief is, as read from a source: the frozen shapes that flow down the house.

A reader turns a file into text, the layout turns text into a `Brief`, the entities turn
a `Brief` into `Entities`; the pipeline stores both. Nothing here knows a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

SectionKind = Literal["report", "comment"]
PassageKind = Literal["title", "report", "comment"]
Confidence = Literal["sure", "likely", "guess"]


@dataclass(frozen=True, slots=True)
class Author:
    """One analyst as the byline prints them; an unknown part is None."""

    name: str
    role: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A run of paragraphs of one kind; `label` is the printed label ("Comment") or None."""

    kind: SectionKind
    label: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a field was read: how far to trust it, and why in a few words."""

    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that could not be read or only guessed; `guess` is what was taken, if anything."""

    field: str
    reason: str
    guess: str | None = None


class Passage(NamedTuple):
    """One paragraph (or the title) with where it stands; paragraph 0 is the title."""

    kind: PassageKind
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Brief:
    """One brief as read from a source.

    `date` is ISO and only as precise as printed ("2017-10-20", "2017-10", "2017"), None when
    unknown; `date_text` is the original text of it. `boilerplate` holds the lines that were
    set aside as neither report nor comment, so that nothing is lost in silence.
    """

    title: str
    sections: tuple[Section, ...]
    date: str | None = None
    date_text: str | None = None
    authors: tuple[Author, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    boilerplate: tuple[str, ...] = ()

    def paragraphs(self, kind: SectionKind) -> tuple[str, ...]:
        """All paragraphs of one kind, in reading order."""
        return tuple(p for s in self.sections if s.kind == kind for p in s.paragraphs)

    def passages(self) -> Iterator[Passage]:
        """The title (0) and then every paragraph, numbered from 1 in reading order."""
        yield Passage("title", 0, self.title)
        number = 0
        for section in self.sections:
            for text in section.paragraphs:
                number += 1
                yield Passage(section.kind, number, text)


class Span(NamedTuple):  # a tuple is made in a third of the time, and there are many
    """Where a name stands: paragraph number as in `Passage`, code point offsets [start, end)."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CountryMentions:
    """A country (ISO 3166-1 alpha-2, or XK/SU/YU/... ) named in a brief, with every place."""

    code: str
    spans: tuple[Span, ...]
    in_report: int
    in_comment: int


@dataclass(frozen=True, slots=True)
class PersonMentions:
    """A person named in a brief: the fullest form, every printed form, every place.

    `rank` and `office` are as printed ("Brigadier General", "President"); `country` is an ISO
    code or None when nothing explicit tells it, `country_reason` says what told it.
    """

    name: str
    names: tuple[str, ...]
    rank: str | None
    office: str | None
    country: str | None
    country_reason: str | None
    spans: tuple[Span, ...]
    in_report: int
    in_comment: int


@dataclass(frozen=True, slots=True)
class PairMention:
    """Two countries a brief is about: codes in alphabetical order ("IR-RU"), score 0..100.

    `in_report` and `in_comment` count the sentences that name both; `main` marks the first pair.
    """

    pair: str
    score: float
    main: bool
    in_report: int
    in_comment: int


@dataclass(frozen=True, slots=True)
class Entities:
    """Who and where in one brief. The byline's authors are never among the people."""

    countries: tuple[CountryMentions, ...] = ()
    people: tuple[PersonMentions, ...] = ()
    pairs: tuple[PairMention, ...] = ()
