"""What is cited: a brief as a work with authors, a publisher and a date in parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from store.brief import Author
from store.errors import NotFound
from store.export.citations.names import Name, name_of
from store.text import one_line, slug
from store.views import BriefView

_DOTS = " .,"


@dataclass(frozen=True, slots=True)
class Work:
    """A brief to be cited; `date` holds year, month and day as far as they are known.

    `version` is None for a brief of which there is only one; `place` says which paragraph is
    meant ("comment, para. 2"), None for the whole brief; `accessed` is the day it was looked at.
    """

    id: str
    title: str
    authors: tuple[Name, ...]
    publisher: str | None
    date: tuple[int, ...]
    url: str | None
    version: int | None
    place: str | None
    accessed: dt.date

    @property
    def key(self) -> str:
        """A key that says what is cited and, by the brief's id, never means two: ASCII only."""
        family = slug(self.authors[0].family) if self.authors else ""
        year = str(self.date[0]) if self.date else ""
        return "-".join(part for part in (family, year, self.id) if part and part.isascii())


def work_of(brief: BriefView, paragraph: int | None, accessed: dt.date) -> Work:
    """Return a brief as a work; its URL is a source that is one, best of the version cited.

    Raises `NotFound` for a paragraph that the brief does not have.
    """
    return Work(
        id=brief.id,
        title=one_line(brief.title).rstrip(_DOTS) or "Untitled",
        authors=tuple(name_of(one_line(a.name)) for a in brief.authors if one_line(a.name)),
        publisher=_publisher(brief.authors),
        date=tuple(int(part) for part in (brief.date or "").split("-") if part),
        url=_url(brief),
        version=brief.version if brief.versions > 1 else None,
        place=None if paragraph is None else _place(brief, paragraph),
        accessed=accessed,
    )


def _publisher(authors: Iterable[Author]) -> str | None:
    houses = (one_line(a.institution) for a in authors if a.institution)
    return next((house for house in houses if house), None)


def _url(brief: BriefView) -> str | None:
    sources = sorted(brief.sources, key=lambda source: source.version != brief.version)
    found = (s.path for s in sources if s.path.startswith(("http://", "https://")))
    return next((one_line(path) for path in found), None)


def _place(brief: BriefView, paragraph: int) -> str:
    kinds = [section.kind for section in brief.sections for _ in section.paragraphs]
    if not 1 <= paragraph <= len(kinds):
        there = f"1 to {len(kinds)}" if kinds else "none"
        raise NotFound(f"brief {brief.id} has no paragraph {paragraph}; there are {there}")
    kind = kinds[paragraph - 1]
    return f"{kind}, para. {kinds[:paragraph].count(kind)}"
