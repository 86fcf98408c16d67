"""People, countries and pairs of one brief: people first, then countries outside their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from store.brief import Brief, CountryMentions, Entities, Passage
from store.entities.countries import CountryHit, find_countries
from store.entities.pairs import rank_pairs
from store.entities.people import find_people

_LONG_PAST = 8  # years
_YEAR = re.compile(r"[12](?<!\w.)(?:(?<=1)[89]|(?<=2)0)\d\d\b")  # a class first is skipped to


def extract(brief: Brief) -> Entities:
    """Return who and where in `brief`: countries by mentions, people as found, pairs by score.

    The spans hold every mention; one in the title counts neither for the report nor the comment.
    """
    passages = tuple(brief.passages())
    year = _year(brief, passages)
    authors = tuple(author.name for author in brief.authors)
    people = find_people(passages, authors=authors, year=year)
    hits = find_countries(passages, [span for person in people for span in person.spans], year=year)
    return Entities(_mentions(hits), people, rank_pairs(passages, hits, year=year, people=people))


def _year(brief: Brief, passages: Sequence[Passage]) -> int | None:
    """The year that a brief is about: its own, or of an undated one the year that it names most,
    the latest of several. One that looks back names a year long past more than once.
    """
    years = []
    for passage in passages:
        text = passage.text
        if "20" in text or "19" in text or "18" in text:
            years += _YEAR.findall(text)
    if not years:
        return int(brief.date[:4]) if brief.date else None
    counts = Counter(map(int, years))
    told = max(counts, key=lambda year: (counts[year], year))
    if brief.date is None:
        return told
    own = int(brief.date[:4])
    back = own - told >= _LONG_PAST and counts[told] > 1
    return told if back and not (counts[own] or counts[own - 1]) else own


def _mentions(hits: Sequence[CountryHit]) -> tuple[CountryMentions, ...]:
    by_code: dict[str, list[CountryHit]] = {}
    for hit in hits:
        by_code.setdefault(hit.code, []).append(hit)
    found = []
    for code in sorted(by_code, key=lambda code: (-len(by_code[code]), code)):
        kinds = [hit.kind for hit in by_code[code]]
        spans = tuple([hit.span for hit in by_code[code]])
        found.append(CountryMentions(code, spans, kinds.count("report"), kinds.count("comment")))
    return tuple(found)
