"""One brief, whole, with the people, countries and pairs in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.brief import Author, Reading, Section, Span


@dataclass(frozen=True, slots=True)
class CountryCount:
    """A country in one brief, with where it is named."""

    HIDDEN: ClassVar[frozenset[str]] = frozenset({"spans"})

    code: str
    name: str
    mentions: int
    in_report: int
    in_comment: int
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonCount:
    """A person in one brief, with where they are named.

    `names` are the printed forms; `name_from` says where a full `name` that is not among them is
    from.
    """

    HIDDEN: ClassVar[frozenset[str]] = frozenset({"spans"})

    id: str
    name: str
    names: tuple[str, ...]
    rank: str | None
    office: str | None
    country: str | None
    mentions: int
    in_report: int
    in_comment: int
    spans: tuple[Span, ...] = ()
    name_from: str | None = None


@dataclass(frozen=True, slots=True)
class PairCount:
    """A country pair in one brief: score 0..100 and the sentences naming both."""

    pair: str
    score: float
    main: bool
    in_report: int
    in_comment: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a brief came from and which version that place holds."""

    path: str
    version: int


@dataclass(frozen=True, slots=True)
class AlsoAt:
    """Another brief with nearly the same text; `share` is how much of it, in per cent."""

    id: str
    title: str
    date: str | None
    share: int
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteView:
    """A reader's note on a brief.

    A note on a passage has the words its paragraph began with (`quote`), and the number that the
    paragraph has in the version shown: None if it is gone from it.
    """

    id: int
    text: str
    created: str
    paragraph: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A doubt about a field of a brief or of a source."""

    id: str | None
    source: str | None
    field: str
    reason: str
    guess: str | None = None


@dataclass(frozen=True, slots=True)
class BriefView:
    """One brief, whole, as `show` prints it. `sections` and `paragraphs` are the brief's own.

    `boilerplate` lists the lines that were set aside as neither report nor comment, `also_at` the
    briefs that are nearly the same text.
    """

    id: str
    title: str
    date: str | None
    date_text: str | None
    authors: tuple[Author, ...]
    sections: tuple[Section, ...]
    countries: tuple[CountryCount, ...]
    people: tuple[PersonCount, ...]
    pairs: tuple[PairCount, ...]
    sources: tuple[SourceView, ...]
    version: int
    versions: int
    read: bool
    starred: bool
    tags: tuple[str, ...]
    notes: tuple[NoteView, ...]
    problems: tuple[ProblemView, ...]
    fields: Mapping[str, Reading]
    boilerplate: tuple[str, ...] = ()
    also_at: tuple[AlsoAt, ...] = ()
