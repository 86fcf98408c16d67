"""Points: what comments share, say alone or differ on. Always quoted, never summarised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from store.compare.claims import Claim
from store.compare.contests import Contest
from store.compare.echoes import Echo, Passage, echoes
from store.compare.hedges import hedges_of
from store.compare.paragraphs import Paragraph
from store.views import Point, Side

_SAID: Mapping[Literal["people", "countries"], str] = {"people": "person", "countries": "country"}
_CONTAINED = 4  # words from which on a quotation is known again inside a longer one


def points(
    comments: Mapping[str, Sequence[Paragraph]],
    passages: Iterable[Passage],
    disputes: Sequence[Contest],
) -> tuple[Point, ...]:
    """Return all points: disagreements first, then what is shared, then what stands alone.

    `comments` maps the ids of the briefs to their paragraphs. A comment without a paragraph
    takes no part in "named by all". `passages` are looked through for echoes.
    """
    spoken = {id_: paragraphs for id_, paragraphs in comments.items() if paragraphs}
    everything = [paragraph for id_ in sorted(spoken) for paragraph in spoken[id_]]
    shared, alone = _named(spoken)
    return (
        *_disputed(disputes),
        *echo_points(passages),
        *_quoted(everything),
        *shared,
        *alone,
        *_hedged(everything),
    )


def _side(paragraph: Paragraph, offset: int) -> Side:
    start, end = paragraph.sentence_at(offset)
    return Side(paragraph.id, paragraph.number, paragraph.text[start:end])


def _disputed(disputes: Sequence[Contest]) -> Iterator[Point]:
    """Yield a point for every group of claims that are rivals of each other."""
    for claims in _grouped(disputes):
        ordered = sorted(claims, key=lambda c: (c.size, c.paragraph.id, c.paragraph.number))
        what = " / ".join(dict.fromkeys(claim.printed for claim in ordered))
        yield Point(ordered[0].kind, what, _claim_sides(ordered))


def _claim_sides(claims: Iterable[Claim]) -> tuple[Side, ...]:
    return tuple(dict.fromkeys(_side(c.paragraph, c.value.start) for c in claims))


def _grouped(disputes: Sequence[Contest]) -> list[list[Claim]]:
    """Put rivals together where three or more comments give figures of one thing."""
    group_of: dict[tuple[str, int, int], list[Claim]] = {}
    groups: list[list[Claim]] = []
    for dispute in sorted(disputes, key=lambda d: (d.one.where, d.other.where)):
        homes = [group_of.get(claim.where) for claim in (dispute.one, dispute.other)]
        group = next((home for home in homes if home is not None), None)
        if group is None:
            group = []
            groups.append(group)
        for claim in (dispute.one, dispute.other):
            if claim.where not in group_of:
                group.append(claim)
                group_of[claim.where] = group
    return sorted(groups, key=lambda g: (g[0].kind != "figure", min(claim.where for claim in g)))


def echo_points(passages: Iterable[Passage]) -> list[Point]:
    """Return the passages that several briefs share, those of the most briefs first."""
    found = [_echo_point(group) for group in echoes(passages)]
    return sorted(
        found, key=lambda point: (-len({side.id for side in point.sides}), point.sides[0].section)
    )


def _echo_point(group: Sequence[Echo]) -> Point:
    briefs = len({echo.passage.id for echo in group})
    sentences = group[0].last - group[0].first + 1
    much = "one sentence" if sentences == 1 else f"{sentences} sentences in a row"
    what = f"{briefs} briefs, {much} of the {group[0].passage.section}"
    sides = (Side(e.passage.id, e.passage.number, e.printed, e.passage.section) for e in group)
    return Point("echo", what, tuple(sides))


def _quoted(paragraphs: Sequence[Paragraph]) -> Iterator[Point]:
    """Yield quotations that several briefs share, whole or one within the other."""
    found: dict[str, list[tuple[Paragraph, int, str]]] = defaultdict(list)
    for paragraph in paragraphs:
        for quote in paragraph.quotes:
            printed = paragraph.text[quote.start : quote.end]
            found[quote.key].append((paragraph, quote.start, printed))
    for key in sorted(found):
        same = [*found[key]]
        if len(key.split()) >= _CONTAINED:
            same += [q for other in found if key != other and f" {key} " in f" {other} "
                     for q in found[other]]  # fmt: skip
        if len({paragraph.id for paragraph, _, _ in same}) > 1:
            ordered = sorted(same, key=lambda q: (q[0].id, q[0].number, q[1]))
            sides = tuple(dict.fromkeys(_side(paragraph, at) for paragraph, at, _ in ordered))
            yield Point("quote", min(printed for _, _, printed in found[key]), sides)


def _named(comments: Mapping[str, Sequence[Paragraph]]) -> tuple[list[Point], list[Point]]:
    """Return the people and countries that several comments name, and those that one does."""
    places: dict[tuple[str, str], dict[str, tuple[Paragraph, int]]] = defaultdict(dict)
    names: dict[tuple[str, str], str] = {}
    for id_ in sorted(comments):
        for paragraph in comments[id_]:
            for named in paragraph.named:
                key = _SAID[named.kind], named.key
                places[key].setdefault(id_, (paragraph, named.start))
                names[key] = min(named.name, names.get(key, named.name))
    shared, alone = [], []
    for key, by_brief in places.items():
        sides = tuple(_side(*by_brief[id_]) for id_ in sorted(by_brief))
        what = f"{key[0]}: {names[key]}"
        if len(sides) == 1:
            alone.append(Point("only", what, sides))
        else:
            some = "" if len(sides) == len(comments) else f" ({len(sides)} of {len(comments)})"
            shared.append(Point("shared", what + some, sides))
    shared.sort(key=lambda point: (-len(point.sides), point.what))
    alone.sort(key=lambda point: (point.sides[0].id, point.what))
    return shared, alone


def _hedged(paragraphs: Sequence[Paragraph]) -> Iterator[Point]:
    """Yield every hedge with the sentences that print it."""
    found: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for paragraph in paragraphs:
        for hedge in hedges_of(paragraph):
            found[hedge.phrase, hedge.strength].append(_side(paragraph, hedge.start))
    for phrase, strength in sorted(found):
        sides = tuple(dict.fromkeys(found[phrase, strength]))
        yield Point("hedge", f"{phrase} ({strength})", sides)
