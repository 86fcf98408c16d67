"""Briefs side by side: lanes, rows and points in one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from store.compare.affinity import Affinities
from store.compare.alignment import aligned_rows
from store.compare.claims import Claim, claims_of
from store.compare.contests import Contest, contests
from store.compare.echoes import passages_of
from store.compare.links import Link, Spoken, are_kin, links_between, with_dispute
from store.compare.paragraphs import Paragraph, comment_paragraphs
from store.compare.points import points
from store.compare.successions import successions
from store.views import BriefView, Comparison, Lane, Row

_RIVAL_DAYS = 183
"""Figures of briefs farther apart than this do not contradict each other: the matter moved on."""

_CLAIMS = 300
"""Figures and dates of one comment that are held against another's: more than any analyst gives,
few enough that a table in a comment keeps nobody waiting."""


def compare(briefs: Sequence[BriefView], rows: Sequence[Row] = ()) -> Comparison:
    """Lay the comments of `briefs` side by side, one lane a brief, in the order given.

    `rows` are the briefs as lists show them; where one is missing it is made from its brief. A
    brief given twice stands once. The order of `briefs` is that of the lanes and changes nothing
    else; a brief without a comment has an empty lane.
    """
    chosen = {brief.id: brief for brief in briefs}
    comments = {id_: comment_paragraphs(brief) for id_, brief in chosen.items()}
    claims = {id_: _claims(paragraphs) for id_, paragraphs in comments.items()}
    spoken = {id_: Spoken.of(paragraphs) for id_, paragraphs in comments.items()}
    affinities = Affinities(comments.values())
    between: dict[tuple[str, str], list[Link]] = {}
    disputes: list[Contest] = []
    for one, other in combinations(sorted(chosen), 2):
        kin = are_kin(chosen[one], chosen[other])
        found = links_between(spoken[one], spoken[other], affinities, kin=kin)
        rivals: list[Contest] = []
        if _of_one_time(chosen[one], chosen[other]):
            successive = by_one_hand(chosen[one], chosen[other])
            rivals = _rivals(claims[one], claims[other], found, successive=successive)
        between[one, other] = _strengthened(found, rivals, kin)
        disputes += rivals
    shown = {row.id: row for row in rows}
    return Comparison(
        briefs=tuple(shown.get(id_) or _row(brief) for id_, brief in chosen.items()),
        lanes=tuple(Lane(id_, tuple(p.text for p in comments[id_])) for id_ in chosen),
        rows=aligned_rows(
            comments, [link for links in between.values() for link in links], disputes
        ),
        points=points(comments, (p for b in chosen.values() for p in passages_of(b)), disputes),
        successions=successions(
            list(chosen.values()), comments, lambda *both: between[min(both), max(both)]
        ),
        total=len(chosen),
    )


def _claims(paragraphs: Sequence[Paragraph]) -> list[Claim]:
    return [claim for paragraph in paragraphs for claim in claims_of(paragraph)][:_CLAIMS]


def _rivals(
    ours: Sequence[Claim], theirs: Sequence[Claim], links: Sequence[Link], *, successive: bool
) -> list[Contest]:
    """Return the figures and dates that disagree, in paragraphs that may be on one thing."""
    strength = {link.places: link.strength for link in links}

    def link_of(here: Paragraph, there: Paragraph) -> float:
        return strength.get(((here.id, here.number), (there.id, there.number)), 0.0)

    return contests(ours, theirs, link_of, successive=successive)


def by_one_hand(one: BriefView, other: BriefView) -> bool:
    """Whether an analyst wrote both briefs."""
    return not {a.name for a in one.authors}.isdisjoint(a.name for a in other.authors)


def _strengthened(links: Sequence[Link], rivals: Sequence[Contest], kin: bool) -> list[Link]:
    disputed = {rival.places for rival in rivals}
    return [with_dispute(link, kin=kin) if link.places in disputed else link for link in links]


def _of_one_time(one: BriefView, other: BriefView) -> bool:
    """Whether two briefs may speak of one state of things; unknown dates do not part them."""
    first, second = _earliest(one.date), _earliest(other.date)
    if first is None or second is None:
        return True
    return abs((first - second).days) <= _RIVAL_DAYS


def _earliest(printed: str | None) -> date | None:
    """Return the first day of an ISO date of any precision; None when it is not one."""
    parts = (printed or "").split("-")
    try:
        year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
        return date(year, month, day)
    except ValueError:
        return None


def _row(brief: BriefView) -> Row:
    return Row(
        id=brief.id,
        title=brief.title,
        date=brief.date,
        authors=tuple(author.name for author in brief.authors),
        pairs=tuple(count.pair for count in brief.pairs),
        institution=next((a.institution for a in brief.authors if a.institution), None),
        read=brief.read,
        starred=brief.starred,
        has_comment=any(section.kind == "comment" for section in brief.sections),
    )


__all__ = ["compare"]
