"""What the library answers: frozen shapes whose field names are the promised JSON keys.

`plain` turns any of them into dicts, lists, strings and numbers for `json.dumps`. Fields marked
"internal" in a class's `HIDDEN` are for the app only and never reach the JSON.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from store.brief import Author, PassageKind, Reading, Section, SectionKind, Span

Sort = Literal["best", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Snippet:
    """The best passage of a brief for a query; highlights are code point offsets into `text`."""

    section: PassageKind
    text: str
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A brief in a list: everything but its text.

    `why` names, best first, what made a search find it ("exact: russia", "prefix: milit",
    "corrected: shoigu → Shoygu"); `score` is higher for better and None outside a search.
    """

    id: str
    title: str
    date: str | None
    authors: tuple[str, ...]
    pairs: tuple[str, ...]
    score: float | None = None
    why: tuple[str, ...] = ()
    snippet: Snippet | None = None
    institution: str | None = None
    read: bool = False
    starred: bool = False
    has_comment: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the query that was also searched in other spellings."""

    HIDDEN: ClassVar[frozenset[str]] = frozenset({"word"})

    word: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to one query; `total` counts all briefs found, `results` holds the page asked for.

    `notices` says in plain words what was ignored or only completed in part, `order` which order
    is shown, `words` the folded words to highlight in the briefs themselves. An answer that is not
    `settled` was made while one types: its order is a quicker one than asked for, and if it is
    `capped` there are more briefs than `total`.
    """

    query: str
    total: int
    corrections: tuple[Correction, ...]
    results: tuple[Row, ...]
    notices: tuple[str, ...] = ()
    order: Sort = "best"
    words: tuple[str, ...] = ()
    capped: bool = False
    settled: bool = True


FacetKind = Literal["country", "pair", "person", "analyst", "institution", "year"]


@dataclass(frozen=True, slots=True)
class FacetCount:
    """Something that briefs found are about, and in how many of them.

    `value` is its code, id, name or year; `term` the query term that narrows to it
    ("pair:IR-RU").
    """

    kind: FacetKind
    value: str
    name: str
    briefs: int
    term: str


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The facets of what a query finds, by kind and the commonest first.

    `counted` is how many of the `total` briefs found were looked at: of very many only the newest.
    """

    query: str
    total: int
    counted: int
    facets: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class Completion:
    """What the query may go on with: `text` takes the place of [start, end) of the query.

    `label` says what it is in words, `briefs` how many briefs it finds, where that is known.
    """

    text: str
    start: int
    end: int
    label: str
    briefs: int | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A saved search: what it finds now, and how much of that came in since it was looked at."""

    name: str
    query: str
    total: int
    new: int


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


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence as printed, with its section and paragraph, counted from 1 in reading order."""

    section: Literal["report", "comment"]
    paragraph: int
    sentence: str


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words of a changed sentence that stayed, went or came; all that stayed and came are new."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that was changed, added, removed, or moved between report and comment.

    `old` is None for an added one, `new` for a removed one; `words` are those of a changed one.
    """

    kind: Literal["changed", "added", "removed", "moved"]
    old: Place | None
    new: Place | None
    words: tuple[WordRun, ...]


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A field that differs between two versions: title, date, authors or a section's label."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """What changed from version `old` to version `new` of a brief."""

    id: str
    old: int
    new: int
    fields: tuple[FieldEdit, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """A country pair over the library; `comments` counts its briefs with a comment."""

    pair: str
    names: tuple[str, str]
    briefs: int
    comments: int
    first: str | None
    last: str | None
    by_month: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamedCount:
    """Somebody or something and in how many briefs (a person on a pair's page, say)."""

    id: str
    name: str
    briefs: int


@dataclass(frozen=True, slots=True)
class AnalystRow:
    """An analyst over the library; `pairs` are the pairs they cover, most covered first."""

    name: str
    institution: str | None
    briefs: int
    comments: int
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HedgeCount:
    """A word of estimation, how strong it is, and how often it was used."""

    phrase: str
    strength: str
    times: int


@dataclass(frozen=True, slots=True)
class AnalystView(AnalystRow):
    """One analyst with their briefs, newest first.

    `coverage` maps the main pair of a brief to how many there are, most first; `hedges` are those
    of the newest 200 comments.
    """

    rows: tuple[Row, ...] = ()
    institutions: tuple[str, ...] = ()
    coverage: Mapping[str, int] = field(default_factory=dict)
    by_month: Mapping[str, int] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    hedges: tuple[HedgeCount, ...] = ()


@dataclass(frozen=True, slots=True)
class PairReason:
    """Why a brief stands on a pair: its score there, and a sentence of each half that tells.

    A sentence names both countries; where none does, it names one of them. None: the half names
    neither. The counts are of sentences that name both.
    """

    id: str
    score: float
    main: bool
    in_report: int
    in_comment: int
    report: str | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class PairView:
    """A country pair to stand on; `why` tells of the newest briefs why they are there.

    `gaps` are the months ("2017-11") with nothing between others.
    """

    pair: str
    names: tuple[str, str]
    briefs: tuple[Row, ...]
    people: tuple[NamedCount, ...]
    analysts: tuple[AnalystRow, ...]
    by_month: Mapping[str, int]
    gaps: tuple[str, ...]
    neighbours: tuple[PairRow, ...]
    quiet_days: int | None = None  # since the newest dated brief
    sole_institution: str | None = None  # the one that alone covers the pair
    why: tuple[PairReason, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person over the library; of a `partial` one only the surname is known."""

    id: str
    name: str
    names: tuple[str, ...]
    rank: str | None
    office: str | None
    country: str | None
    briefs: int
    first: str | None
    last: str | None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names somebody, and the brief it stands in."""

    brief: str
    title: str
    date: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class ReviewSide(PersonRow):
    """One of two people who may be one, with sentences that name them, the newest first."""

    contexts: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two people of the library who may be one; `why` says what speaks for it, and against."""

    a: ReviewSide
    b: ReviewSide
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A decision of the reader: `a` and `b` are one person's names, or two people's.

    `undone` is when it was taken back, None while it stands. A bare surname is named with the
    brief it belongs to: "Assad (b4f2k)".
    """

    number: int
    act: Literal["same", "different"]
    a: str
    b: str
    evidence: str | None
    created: str
    undone: str | None


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office or rank a person was named with: when, in which brief, in which sentence."""

    office: str | None
    rank: str | None
    first: str | None
    last: str | None
    brief: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A sentence of a brief; `paragraph` counts from 1 in reading order, 0 is the title."""

    brief: str
    date: str | None
    section: PassageKind
    paragraph: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person to stand on; `others` answer to what was asked as well."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    offices: tuple[OfficeView, ...]
    # "with" is a Python keyword; `plain` drops the trailing underscore.
    with_: tuple[NamedCount, ...]
    briefs: tuple[Row, ...]
    mentions: int
    in_report: int
    in_comment: int
    decisions: tuple[LedgerEntry, ...] = ()
    by_month: Mapping[str, int] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    quiet_days: int | None = None  # since the newest dated brief
    passages: tuple[PassageView, ...] = ()  # of the newest 60 briefs
    partial: bool = False
    others: tuple[NamedCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """One brief's comment, paragraph by paragraph; paragraph n of it is `paragraphs[n - 1]`."""

    id: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Comment paragraphs that speak of the same thing, with the reasons of the link.

    `cells` maps a brief's id to paragraph numbers of its comment, from 1.
    """

    cells: Mapping[str, tuple[int, ...]]
    why: tuple[str, ...]


PointKind = Literal["shared", "only", "figure", "date", "quote", "echo", "hedge"]


@dataclass(frozen=True, slots=True)
class Side:
    """One brief's side of a point: the sentence as printed, and where it stands.

    Paragraphs are those of the comment, or of the report where `section` says so, from 1.
    """

    id: str
    paragraph: int
    sentence: str
    section: SectionKind = "comment"


@dataclass(frozen=True, slots=True)
class Point:
    """Something that comments share, say alone, or differ on."""

    kind: PointKind
    what: str
    sides: tuple[Side, ...]


ChangeKind = Literal["figure", "date", "hedge", "named", "unnamed", "new", "dropped"]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that an analyst's later comment says otherwise than the earlier one.

    "named" and "unnamed" are people and countries that only the later, only the earlier comment
    names; "new" and "dropped" are paragraphs without a partner in the other comment.
    """

    kind: ChangeKind
    what: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """Two comments of one analyst on the same matter, one after the other, and what changed."""

    analyst: str
    earlier: str
    later: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Briefs side by side; `total` counts all there are on a pair, person or query."""

    briefs: tuple[Row, ...]
    lanes: tuple[Lane, ...]
    rows: tuple[AlignedRow, ...]
    points: tuple[Point, ...]
    successions: tuple[Succession, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that could be typed next, and what it stands for ("" if that is plain)."""

    value: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Stats:
    """The library in numbers; `bytes` is the size of its files on disk."""

    briefs: int
    versions: int
    sources: int
    people: int
    pairs: int
    first: str | None
    last: str | None
    bytes: int


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library that was written and checked; `bytes` is its size."""

    file: str
    briefs: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a library: what it is, where, and what mends it."""

    what: str
    where: str
    mend: str


@dataclass(frozen=True, slots=True)
class Health:
    """What the doctor found: sound if nothing."""

    sound: bool
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovery:
    """A new library made of what could be read of a damaged one, and what could not."""

    file: str
    briefs: int
    lost: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class IngestedBrief:
    """What became of one brief of a source."""

    id: str | None
    title: str
    status: Literal["added", "revised", "unchanged", "skipped"]


@dataclass(frozen=True, slots=True)
class IngestItem:
    """What became of one source."""

    source: str
    status: Literal["ok", "skipped", "failed"]
    briefs: tuple[IngestedBrief, ...] = ()
    problems: tuple[ProblemView, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of everything that was given to ingest; the numbers count briefs and files."""

    added: int
    revised: int
    unchanged: int
    skipped: int
    failed: int
    items: tuple[IngestItem, ...]


def plain(value: Any) -> Any:
    """Return `value` as dicts, lists, strings, numbers, booleans and None, ready for JSON.

    A dataclass becomes a dict of its fields; a trailing underscore in a name is dropped, and the
    query word of a `Correction` is called "from", as the contract has it.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        hidden: frozenset[str] = getattr(value, "HIDDEN", frozenset())
        pairs = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
        shown = {name.rstrip("_"): plain(v) for name, v in pairs if name not in hidden}
        return {"from": value.word, **shown} if isinstance(value, Correction) else shown
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value
