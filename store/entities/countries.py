"""Countries named in the passages of a brief, with where and how heavily.

A first-word dictionary finds the longest printed form at every capitalised word; `context` and
`namesakes` then drop what only looks like a country (papers, airlines, people, treaties, towns in
American states) and `scenes` weighs the rest. Offsets are those of the passage as given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.brief import Passage, PassageKind, Span
from store.entities.codes import all_codes, code_of, display_name, lookup
from store.entities.context import Around, is_pronoun, is_something_else, look_around
from store.entities.datelines import dateline_end
from store.entities.gazetteer import Gazetteer, Rules, Surface, gazetteer
from store.entities.namesakes import is_american_georgia, is_person
from store.entities.scenes import Scenes

__all__ = ["CountryHit", "all_codes", "code_of", "display_name", "find_countries", "lookup"]

_CAPITALISED = re.compile(r"[^\W\d_a-z](?<!\w.)\w*+")  # a class first is skipped to
_TITLE_WEIGHT = 2.0


class CountryHit(NamedTuple):
    """One mention of a country: ISO code, place, kind of passage, and weight.

    The weight is 1, doubled in the title, halved where the country is only the scene ("in Syria",
    "Aleppo"), and 0 in "anti-American".
    """

    code: str
    span: Span
    kind: PassageKind
    weight: float


class _Mask:
    """The stretches of one passage that are people's names, added in order."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, span: Span) -> None:
        self._starts.append(span.start)
        self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def covers(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


@dataclass(slots=True)
class _Match:
    surface: Surface
    code: str
    passage: Passage
    start: int
    end: int
    weight: float


def find_countries(
    passages: Sequence[Passage], people: Sequence[Span], *, year: int | None = None
) -> tuple[CountryHit, ...]:
    """Return every mention of a country outside the spans of `people`, in reading order.

    `year` is the brief's own: Moscow in 1962 is the Soviet Union's.
    """
    table = gazetteer()
    masks: dict[int, _Mask] = {}
    for span in sorted(people, key=lambda s: (s.paragraph, s.start)):
        masks.setdefault(span.paragraph, _Mask()).add(span)
    matches: list[_Match] = []
    persons: set[str] = set()
    # The title comes last: a name that the body shows to be a person's is one in the title too.
    for passage in sorted(passages, key=lambda p: p.kind == "title"):
        matches += _scan(table, passage, masks.get(passage.paragraph), persons)
    hits = _resolve(_weighty(_of_their_time(table, matches, year)))
    return tuple(sorted(hits, key=_place))


def _place(hit: CountryHit) -> tuple[int, int, str]:
    return hit.span.paragraph, hit.span.start, hit.code


def _scan(
    table: Gazetteer, passage: Passage, mask: _Mask | None, persons: set[str]
) -> list[_Match]:
    """Return the matches of one passage; `persons` gathers the people's names met on the way."""
    text = passage.text.replace("\n", " ")
    if not text.isascii():
        text = text.replace("’", "'").replace("\u2011", "-")
    title = passage.kind == "title"
    capitals = text.isupper()
    scenes = Scenes(text)
    found: list[_Match] = []
    for start, surface in _surfaces(table, text, 0 if title else dateline_end(text, table)):
        end = start + len(surface.text)
        if mask is not None and mask.covers(start, end):
            continue
        if surface.kind == "ambiguous" and text[max(0, start - 6) : start].lower() == "inter-":
            surface = replace(surface, kind="together")
        around = look_around(text, start, surface, title, title or capitals)
        code = _country(around, table.rules, persons, capitals)
        if code is not None:
            weight = scenes.weight(around, table.rules)
            found.append(_Match(surface, code, passage, start, end, weight))
    return found


def _surfaces(table: Gazetteer, text: str, begin: int) -> Iterator[tuple[int, Surface]]:
    """Yield the longest surface at each capitalised word from `begin` on, none overlapping."""
    index, prefixes, firsts = table.index, table.prefixes, table.firsts
    for word in _CAPITALISED.finditer(text, begin):
        printed = word[0]
        if printed not in firsts or (start := word.start()) < begin:
            continue
        surface = _longest(index.get(printed, ()), text, start)
        if surface is None and printed in prefixes and _joins(text, word.end()):
            surface = Surface(printed, "demonym", prefixes[printed])
        if surface is not None:
            begin = start + len(surface.text)
            if surface.kind != "stop":
                yield start, surface


def _joins(text: str, end: int) -> bool:
    """Tell whether a prefix that ends here is joined to a name: "Sino-Russian"."""
    return text[end : end + 1] in ("-", "–") and text[end + 1 : end + 2].isupper()


def _country(around: Around, rules: Rules, persons: set[str], capitals: bool) -> str | None:
    """Return the match's country here ("" while ambiguous), or None for none."""
    printed = around.surface.text
    if printed in ("Georgia", "GEORGIA") and is_american_georgia(around, rules):
        return "US"
    if around.surface.kind == "venue" and not around.head.endswith(("in ", "In ")):
        return None
    if is_something_else(around, rules) or is_person(around, rules, persons):
        return None
    if printed == "US" and capitals and is_pronoun(around, rules):
        return None
    return around.surface.code


def _longest(surfaces: Sequence[Surface], text: str, start: int) -> Surface | None:
    for surface in surfaces:
        if text.startswith(surface.text, start):
            end = start + len(surface.text)
            following = text[end : end + 1]
            if text[end - 1] == "." or not (following.isalnum() or following == "_"):
                return surface
    return None


def _of_their_time(table: Gazetteer, matches: Sequence[_Match], year: int | None) -> list[_Match]:
    """Give the seats of power to the state that had them: by the year, or where the brief names
    that state and not its heir.
    """
    named = {m.code for m in matches if m.surface.kind in ("name", "demonym")}
    past = {
        heir: before.code
        for heir, before in table.heirs.items()
        if (year is not None and before.since <= year < before.until)
        or (before.code in named and heir not in named and year is None)
    }
    for match in matches:
        if match.code in past and match.surface.kind == "seat":
            match.code = past[match.code]
    return list(matches)


def _weighty(matches: Sequence[_Match]) -> list[_Match]:
    """Without towns of a country that nothing else in the brief speaks of: named in passing."""
    named = {m.code for m in matches if m.surface.kind != "place"}
    places = Counter(m.code for m in matches if m.code not in named)
    alone = {code for code, times in places.items() if named and times == 1}
    return [m for m in matches if m.code not in alone]


def _resolve(matches: Sequence[_Match]) -> list[CountryHit]:
    """Give the names of more than one country the one or ones that they mean in this brief."""
    named = {match.code for match in matches if match.surface.kind != "ambiguous"}
    named |= {code for m in matches if m.surface.kind == "together" for code in m.surface.among}
    hits = []
    for match in matches:
        title = match.passage.kind == "title"
        weight = match.weight * (_TITLE_WEIGHT if title else 1.0)
        span = Span(match.passage.paragraph, match.start, match.end)
        for code in _codes(match, named):
            hits.append(CountryHit(code, span, match.passage.kind, weight))
    return hits


def _codes(match: _Match, named: set[str]) -> tuple[str, ...]:
    surface = match.surface
    if surface.kind == "together":
        return surface.among
    if surface.kind != "ambiguous":
        return (match.code,)
    candidates = tuple(code for code in surface.among if code in named)
    if candidates:
        return candidates if len(candidates) == 1 else ()
    return (surface.code,) if surface.code else ()
