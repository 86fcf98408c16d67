"""What changed between the successive comments of one analyst on one matter, as quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from store.compare.affinity import Place
from store.compare.claims import claims_of
from store.compare.contests import contests
from store.compare.hedges import Hedge, hedges_of
from store.compare.links import Link, are_kin
from store.compare.paragraphs import Paragraph
from store.text import fold
from store.views import BriefView, Change, ChangeKind, Side, Succession

Comments = Mapping[str, Sequence[Paragraph]]
LinksOf = Callable[[str, str], Sequence[Link]]
"""Gives the links between the comments of two briefs, named by their ids."""


def successions(
    briefs: Sequence[BriefView], comments: Comments, links_of: LinksOf
) -> tuple[Succession, ...]:
    """Return what changed from each comment of an analyst to their next on the same matter.

    Briefs without a date or an analyst are left out: nobody can say which came first, or whose.
    """
    by_analyst: dict[str, list[BriefView]] = defaultdict(list)
    for brief in briefs:
        for name in {fold(author.name) for author in brief.authors}:
            if brief.date and comments[brief.id]:
                by_analyst[name].append(brief)
    found = [
        Succession(
            analyst=_printed(later, name),
            earlier=earlier.id,
            later=later.id,
            changes=_changes(earlier, later, comments, links_of),
        )
        for name, written in sorted(by_analyst.items())
        for earlier, later in _successive(written)
    ]
    return tuple(succession for succession in found if succession.changes)


def _printed(brief: BriefView, name: str) -> str:
    return next(author.name for author in brief.authors if fold(author.name) == name)


def _successive(written: Sequence[BriefView]) -> Iterator[tuple[BriefView, BriefView]]:
    """Yield every brief with the last one before it that is on the same matter."""
    ordered = sorted(written, key=lambda brief: (brief.date or "", brief.id))
    for at, later in enumerate(ordered):
        before = (b for b in reversed(ordered[:at]) if b.date != later.date and are_kin(b, later))
        earlier = next(before, None)
        if earlier is not None:
            yield earlier, later


def _changes(
    earlier: BriefView, later: BriefView, comments: Comments, links_of: LinksOf
) -> tuple[Change, ...]:
    before, after = comments[earlier.id], comments[later.id]
    paragraphs = {(p.id, p.number): p for p in (*before, *after)}
    strength = {
        tuple(sorted(link.places, key=lambda place: place[0] != earlier.id)): link.strength
        for link in links_of(earlier.id, later.id)
    }
    linked = {places for places, much in strength.items() if much >= 1}
    together = [(paragraphs[one], paragraphs[other]) for one, other in sorted(linked)]
    return (
        *_values(before, after, strength),
        *_hedges(together),
        *_named(before, after),
        *_left(before, after, {place for both in linked for place in both}),
    )


def _values(
    before: Sequence[Paragraph],
    after: Sequence[Paragraph],
    strength: Mapping[tuple[Place, ...], float],
) -> Iterator[Change]:
    """Yield the figures and dates that are given anew for the same thing."""

    def link_of(one: Paragraph, other: Paragraph) -> float:
        return strength.get(((one.id, one.number), (other.id, other.number)), 0.0)

    old_claims = [claim for paragraph in before for claim in claims_of(paragraph)]
    new_claims = [claim for paragraph in after for claim in claims_of(paragraph)]
    for contest in contests(old_claims, new_claims, link_of):
        old, new = contest.one, contest.other
        sides = tuple(Side(c.paragraph.id, c.paragraph.number, c.sentence) for c in (old, new))
        yield Change(old.kind, f"{old.printed} → {new.printed}", sides)


def _hedges(together: Sequence[tuple[Paragraph, Paragraph]]) -> Iterator[Change]:
    """Yield the hedges of paragraphs on one thing where their strength is not the same."""
    for one, other in together:
        old, new = list(hedges_of(one)), list(hedges_of(other))
        if old and new and {h.strength for h in old} != {h.strength for h in new}:
            what = f"{_phrases(old)} → {_phrases(new)}"
            sides = dict.fromkeys(_quoted(h.paragraph, h.start) for h in (*old, *new))
            yield Change("hedge", what, tuple(sides))


def _phrases(hedges: Sequence[Hedge]) -> str:
    return ", ".join(dict.fromkeys(f"{hedge.phrase} ({hedge.strength})" for hedge in hedges))


def _named(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Change]:
    """Yield the people and countries that only one of the comments names."""
    old, new = _first_named(before), _first_named(after)
    for key in sorted(new.keys() - old.keys()):
        yield Change("named", new[key][0], (new[key][1],))
    for key in sorted(old.keys() - new.keys()):
        yield Change("unnamed", old[key][0], (old[key][1],))


def _first_named(comment: Sequence[Paragraph]) -> dict[tuple[str, str], tuple[str, Side]]:
    found: dict[tuple[str, str], tuple[str, Side]] = {}
    for paragraph in comment:
        for name in paragraph.named:
            side = _quoted(paragraph, name.start)
            found.setdefault((name.kind, name.key), (name.name, side))
    return found


def _left(
    before: Sequence[Paragraph], after: Sequence[Paragraph], linked: set[Place]
) -> Iterator[Change]:
    """Yield the paragraphs that take up nothing of the earlier comment, and those not taken up."""
    both: tuple[tuple[ChangeKind, Sequence[Paragraph]], ...] = (("new", after), ("dropped", before))
    for kind, comment in both:
        for paragraph in comment:
            if (paragraph.id, paragraph.number) not in linked:
                yield Change(kind, f"¶{paragraph.number}", (_quoted(paragraph, 0),))


def _quoted(paragraph: Paragraph, offset: int) -> Side:
    start, end = paragraph.sentence_at(offset)
    return Side(paragraph.id, paragraph.number, paragraph.text[start:end])
