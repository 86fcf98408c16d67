"""Briefs for the tests of comparing, made by hand from a comment and the names in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.brief import Author, Section, Span
from store.views import BriefView, Comparison, CountryCount, PersonCount, Point

COUNTRIES = {"Norland": "NO", "Sudria": "SU", "Westmark": "WM", "Osteria": "OS"}
PEOPLE = {"Ilva Brandt": "p1", "Tomas Reke": "p2", "Juno Ferrant": "p3"}


def a_brief(
    id_: str,
    *comment: str,
    title: str = "Talks at Harn",
    report: Sequence[str] = ("Norland and Sudria held talks.",),
    date: str | None = "2019-03-04",
    analyst: str = "Ottilie Brandvold",
    countries: Mapping[str, str] = COUNTRIES,
    people: Mapping[str, str] = PEOPLE,
) -> BriefView:
    """Return a brief with `comment` as its comment; invented names in it are found as spans."""
    passages = [title, *report, *comment]
    return BriefView(
        id=id_,
        title=title,
        date=date,
        date_text=date,
        authors=(Author(analyst, "Fellow", "Pinewater Institute"),),
        sections=(
            Section("report", None, tuple(report)),
            Section("comment", "Comment", tuple(comment)),
        ),
        countries=tuple(
            CountryCount(code, name, len(spans), 0, len(spans), spans)
            for name, code in countries.items()
            if (spans := _spans(passages, name))
        ),
        people=tuple(
            PersonCount(key, name, (name,), None, None, None, len(spans), 0, len(spans), spans)
            for name, key in people.items()
            if (spans := _spans(passages, name))
        ),
        pairs=(),
        sources=(),
        version=1,
        versions=1,
        read=False,
        starred=False,
        tags=(),
        notes=(),
        problems=(),
        fields={},
    )


def _spans(passages: Sequence[str], name: str) -> tuple[Span, ...]:
    found = []
    for number, text in enumerate(passages):
        at = text.find(name)
        while at >= 0:
            found.append(Span(number, at, at + len(name)))
            at = text.find(name, at + 1)
    return tuple(found)


def points_of(comparison: Comparison, kind: str) -> list[Point]:
    """Return the points of one kind."""
    return [point for point in comparison.points if point.kind == kind]


def whats(comparison: Comparison, kind: str) -> list[str]:
    """Return what the points of one kind say."""
    return [point.what for point in points_of(comparison, kind)]


def rows_of(comparison: Comparison) -> set[frozenset[tuple[str, int]]]:
    """Return the rows as sets of places, whatever their order."""
    return {
        frozenset((id_, number) for id_, numbers in row.cells.items() for number in numbers)
        for row in comparison.rows
    }
