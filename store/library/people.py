"""People over the library: the list, and one person to stand on."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from store.entities.sentences import sentence_spans
from store.errors import NotFound
from store.library import codec, months, rows, silence
from store.library import mentions as naming
from store.search import lookups
from store.text import fold
from store.views import NamedCount, OfficeView, PersonRow, PersonView

_TOGETHER = 15
_LIKE = 70  # rapidfuzz partial ratio below which a name no longer looks like what was typed


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person in one brief, as stored."""

    person: int
    brief: int
    public: str
    date: str | None
    printed: tuple[str, ...]
    known: str | None
    rank: str | None
    office: str | None
    country: str | None
    in_report: int
    in_comment: int
    spans: str


_QUERY = """
    SELECT n.person, bp.brief, b.public, e.date, bp.printed, bp.known, bp.rank,
           bp.office, bp.country, bp.in_report, bp.in_comment, bp.spans
    FROM brief_person bp JOIN name n ON n.id = bp.name JOIN entry e ON e.brief = bp.brief
    JOIN brief b ON b.id = bp.brief
"""


def _mentions(
    db: sqlite3.Connection, where: str = "", params: Sequence[object] = ()
) -> list[_Mention]:
    found = db.execute(f"{_QUERY} {where} ORDER BY e.row", params)
    return [_mention(*row) for row in found]


def _mention(
    person: int, brief: int, public: str, date: str | None, printed: str, *rest: Any
) -> _Mention:
    return _Mention(person, brief, public, date, tuple(printed.split("\n")), *rest)


def listing(
    db: sqlite3.Connection, text: str = "", *, limit: int | None = None
) -> tuple[PersonRow, ...]:
    """Return people, most briefs first; with `text` those whose name is like it, likest first."""
    grouped: dict[int, list[_Mention]] = defaultdict(list)
    for mention in _mentions(db):
        grouped[mention.person].append(mention)
    people = [_person_row(mentions) for mentions in grouped.values()]
    people.sort(key=lambda p: (-p.briefs, p.name))
    if text.strip():
        people = _like(db, people, text)
    return tuple(people[:limit])


def _like(db: sqlite3.Connection, people: list[PersonRow], text: str) -> list[PersonRow]:
    from rapidfuzz import fuzz

    answers = {f"p{i}" for i in lookups.people_like(db, text).ids}
    sought = fold(text)

    def likeness(person: PersonRow) -> float:
        if person.id in answers:
            return 101.0
        return max(fuzz.partial_ratio(sought, fold(name)) for name in (person.name, *person.names))

    scored = [(likeness(p), p) for p in people]
    scored = [(score, p) for score, p in scored if score >= _LIKE]
    scored.sort(key=lambda pair: -pair[0])
    exact = [p for score, p in scored if score > 100]
    # What the words or the sound find stands alone; likeness is only for when nothing does.
    return exact or [p for _, p in scored]


def _person_row(mentions: list[_Mention]) -> PersonRow:
    dates = sorted(m.date for m in mentions if m.date)
    return PersonRow(
        id=f"p{mentions[0].person}",
        name=_display(mentions),
        names=_all_names(mentions),
        rank=_latest(m.rank for m in mentions),
        office=_latest(m.office for m in mentions),
        country=_commonest(m.country for m in mentions),
        briefs=len({m.brief for m in mentions}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        partial=" " not in _display(mentions),
    )


def row_and_sentences(
    db: sqlite3.Connection, person: int, count: int
) -> tuple[PersonRow, list[tuple[str, str, str | None, str]]]:
    """Return a person's row and the newest sentences that name them, each of another brief.

    A sentence comes as (public id, title and date of the brief, the sentence).
    """
    mentions = _mentions(db, "WHERE n.person = ?", [person])
    told = []
    for mention in mentions[::-1][:count]:
        (title,) = db.execute("SELECT title FROM entry WHERE brief = ?", [mention.brief]).fetchone()
        sentence = _sentence(db, mention, mention.office or mention.rank or "")
        told.append((mention.public, title, mention.date, sentence))
    return _person_row(mentions), told


def _display(mentions: Iterable[_Mention]) -> str:
    """The most frequent full form, the longer one on a tie; else the bare surname."""
    counts = Counter(m.known or m.printed[0] for m in mentions)
    return max(counts, key=lambda n: (" " in n, counts[n], len(n), n))


def _all_names(mentions: Iterable[_Mention]) -> tuple[str, ...]:
    names = dict.fromkeys(name for m in mentions for name in m.printed)
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


def _latest(values: Iterable[str | None]) -> str | None:
    known = [v for v in values if v]
    return known[-1] if known else None


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return counts.most_common(1)[0][0] if counts else None


def view(db: sqlite3.Connection, text: str) -> PersonView:
    """Return one person, by id ("p17") or by name however spelled. Raises `NotFound`."""
    found = lookups.people_like(db, text)
    best = _most_briefs(db, found.ids)
    if best is None:
        raise NotFound(f"nobody called “{text}” in the library; “dateline people TEXT” looks wider")
    mentions = _mentions(db, "WHERE n.person = ?", [best])
    by_month = months.count({m.brief: m.date for m in mentions}.values())
    from store.library import ledger  # late: lists of people do without

    return PersonView(
        id=f"p{best}",
        name=_display(mentions),
        names=_all_names(mentions),
        country=_commonest(m.country for m in mentions),
        offices=_offices(db, mentions),
        with_=_together(db, best),
        briefs=rows.of_briefs(db, _BRIEFS_OF, [best]),
        mentions=sum(len(m.spans.split()) for m in mentions),
        in_report=sum(m.in_report for m in mentions),
        in_comment=sum(m.in_comment for m in mentions),
        decisions=ledger.touching(db, best),
        by_month=by_month,
        gaps=months.gaps(by_month),
        quiet_days=silence.since_newest(m.date for m in mentions),
        passages=naming.of_person(db, best),
        partial=" " not in _display(mentions),
        others=_others(db, found.ids, best),
    )


def _others(db: sqlite3.Connection, people: Sequence[int], best: int) -> tuple[NamedCount, ...]:
    """The other people who answer to what was asked, most briefs first."""
    rest = [person for person in people if person != best]
    marks = ", ".join("?" * len(rest))
    found = db.execute(
        "SELECT n.person, count(DISTINCT bp.brief) AS briefs FROM brief_person bp"
        f" JOIN name n ON n.id = bp.name WHERE n.person IN ({marks})"
        " GROUP BY n.person ORDER BY briefs DESC, n.person LIMIT ?",
        [*rest, _TOGETHER],
    )
    return counted(db, found.fetchall())


_BRIEFS_OF = "SELECT bp.brief FROM brief_person bp JOIN name n ON n.id = bp.name WHERE n.person = ?"


def _most_briefs(db: sqlite3.Connection, people: Sequence[int]) -> int | None:
    """Of several people who answer to a name, the one in most briefs."""
    marks = ", ".join("?" * len(people))
    row = db.execute(
        "SELECT n.person FROM brief_person bp JOIN name n ON n.id = bp.name"
        f" JOIN entry e ON e.brief = bp.brief WHERE n.person IN ({marks})"
        " GROUP BY n.person ORDER BY count(*) DESC, n.person LIMIT 1",
        people,
    ).fetchone()
    return int(row[0]) if row else None


def _together(db: sqlite3.Connection, person: int) -> tuple[NamedCount, ...]:
    found = db.execute(
        "SELECT n.person, count(DISTINCT bp.brief) AS briefs FROM brief_person bp"
        " JOIN name n ON n.id = bp.name JOIN name p ON p.id = n.person"
        f" WHERE bp.brief IN ({_BRIEFS_OF}) AND n.person != ?"
        " GROUP BY n.person ORDER BY briefs DESC, p.printed LIMIT ?",
        [person, person, _TOGETHER],
    )
    return counted(db, found.fetchall())


def counted(db: sqlite3.Connection, rows: Iterable[tuple[int, int]]) -> tuple[NamedCount, ...]:
    """Return people by number, each with how many briefs, under the fullest of their names."""
    return tuple(NamedCount(f"p{person}", _name(db, person), n) for person, n in rows)


def _name(db: sqlite3.Connection, person: int) -> str:
    (printed,) = db.execute(
        "SELECT printed FROM name WHERE person = ? ORDER BY brief IS NOT NULL, id LIMIT 1",
        [person],
    ).fetchone()
    return str(printed)


def _offices(db: sqlite3.Connection, mentions: list[_Mention]) -> tuple[OfficeView, ...]:
    """Each office and rank once, oldest first, with the first sentence it stands in."""
    grouped: dict[tuple[str | None, str | None], list[_Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.office or mention.rank:
            grouped[mention.office, mention.rank].append(mention)
    return tuple(_office(db, *key, group) for key, group in grouped.items())


def _office(
    db: sqlite3.Connection, office: str | None, rank: str | None, group: list[_Mention]
) -> OfficeView:
    dates = sorted(m.date for m in group if m.date)
    return OfficeView(
        office=office,
        rank=rank,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        brief=group[0].public,
        sentence=_sentence(db, group[0], office or rank or ""),
    )


def _sentence(db: sqlite3.Connection, mention: _Mention, word: str) -> str:
    """The sentence that names the person with this office; else the first that names them."""
    entry = db.execute(
        "SELECT title, layout, report, comment FROM entry WHERE brief = ?", [mention.brief]
    ).fetchone()
    sections = codec.sections(*entry[1:])
    texts = [entry[0], *(p for s in sections for p in s.paragraphs)]
    sentences = []
    for span in codec.spans(mention.spans):
        text = texts[span.paragraph] if span.paragraph < len(texts) else ""
        cut = next(((a, b) for a, b in sentence_spans(text) if a <= span.start < b), None)
        sentences += [text[slice(*cut)].strip()] if cut else []
    return next((s for s in sentences if word.lower() in s.lower()), (sentences or [""])[0])
