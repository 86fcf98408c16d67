"""Text to people: rules and tables of plain facts, no model, no network."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from store.brief import Passage, PersonMentions, Span
from store.entities import holders
from store.entities.candidates import Mention, Page, full_names
from store.entities.evidence import is_vessel
from store.entities.geography import country_of
from store.entities.lexicon import fold_word, names
from store.entities.linking import (
    Person,
    Register,
    free_places,
    short_key,
    stands_alone,
    title_agrees,
)
from store.entities.names import parse_name, same_person
from store.entities.nationality import countries
from store.entities.offices import title_before
from store.entities.phrases import Title
from store.entities.runs import Run, is_capitals, is_heading, runs
from store.entities.tokens import token_class
from store.text import fold

_KEPT = 200_000
_ADDRESSED = frozenset({"friend", "member", "gentleman", "lady"})  # "my right hon. Friend"
_LORDS = frozenset({"lord", "lady", "baron", "baroness", "viscount", "viscountess"})
_SEAT = re.compile(r" of [A-Z][a-z]+(?:-[a-z]+-[A-Z][a-z]+)?\b")


@dataclass(slots=True)
class _Page:
    """A passage while it is read, and the full names found in it."""

    passage: Passage
    heading: bool
    capitals: bool
    full: list[Mention] = field(default_factory=list)
    weak: list[Mention] = field(default_factory=list)
    _runs: list[Run] | None = None

    def runs(self) -> Iterable[Run]:
        """The runs of capitalised words; kept, unless the text is so long that memory counts."""
        if self._runs is not None:
            return self._runs
        if len(self.passage.text) > _KEPT:
            return runs(self.passage.text)
        self._runs = list(runs(self.passage.text))
        return self._runs


def find_people(
    passages: Sequence[Passage], *, authors: Sequence[str] = (), year: int | None = None
) -> tuple[PersonMentions, ...]:
    """Return everyone named in `passages`, in order of first mention in the text.

    `authors` are the byline's names and never among the people; `year` is the year of the
    brief, which tells who held an office then. A name that stands in the title only counts
    with a title beside it or in the table of office holders.
    """
    pages = [_open(passage) for passage in passages if passage.text]
    alone = _alone(pages)
    around = _countries(pages)
    register = Register()
    for page in sorted(pages, key=lambda page: page.passage.kind == "title"):
        _find_full(page, alone, authors)
    _confirm(pages)
    for page in sorted(pages, key=lambda page: page.passage.kind == "title"):
        for mention in page.full:
            register.add_full(mention)
    shorts = _Shorts(register, authors, year, around)
    for page in sorted(pages, key=lambda page: page.passage.kind == "title"):
        shorts.read(page)
    people = [person for person in register.people if person.mentions]
    texts = {page.passage.paragraph: page.passage.text for page in pages}
    told = countries(people, texts, year, around)
    found = [_finished(p, *reason) for p, reason in zip(people, told, strict=True)]
    return tuple(sorted(found, key=_first_place))


def _open(passage: Passage) -> _Page:
    capitals = is_capitals(passage.text)
    heading = passage.kind == "title" or is_heading(passage.text)
    return _Page(passage, heading, capitals)


def _alone(pages: Sequence[_Page]) -> set[str]:
    """Folded words that form a run of their own: a full name's surname often does."""
    found = set()
    for page in pages:
        for run in page.runs():
            if len(run) < 4 and all(token_class(t.text, page.capitals) == "T" for t in run[:-1]):
                found.add(fold_word(run[-1].text))  # "Ms. Zhao" too
    return found


def _countries(pages: Sequence[_Page]) -> dict[str, set[str]]:
    """The countries that the brief names, each with the folded words that name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for run in page.runs():
            words = [token.text for token in run if not token.particle]
            pairs = [f"{one} {two}" for one, two in pairwise(words)]
            for printed in (*words, *pairs):
                code = country_of(printed)
                if code:
                    found[code].add(fold_word(printed))
    return found


def _find_full(page: _Page, alone: set[str], authors: Sequence[str]) -> None:
    """Take the full names of a page; a weak one counts when "and" ties it to a sure one."""
    where = page.passage
    context = Page(where.paragraph, where.kind, where.text, alone, page.heading, page.capitals)
    found = [m for run in page.runs() if len(run) > 1 for m in full_names(context, run)]
    found = [m for m in found if not _by(m.text, authors)]
    for at, mention in enumerate(found):
        near = [*found[max(0, at - 1) : at], *page.full[-1:], *found[at + 1 : at + 2]]
        if not mention.weak or any(_tied(where.text, mention, n) for n in near if not n.weak):
            page.full.append(replace(mention, weak=False))
        else:
            page.weak.append(mention)


def _confirm(pages: Sequence[_Page]) -> None:
    """A weak name counts when a sure one has its last two words ("Ali X Y" beside "X Y said"), or
    its family name: "Rosalynn Carter" beside "Jimmy Carter".
    """
    full = [m for page in pages for m in page.full]
    sure = {_end_of(m) for m in full}
    families = {_end_of(m)[-1] for m in full}
    for page in pages:
        found = [
            replace(m, weak=False)
            for m in page.weak
            if _end_of(m) in sure or (_end_of(m)[-1] in families and len(m.text.split()) == 2)
        ]
        if found:
            page.full = sorted([*page.full, *found], key=lambda m: m.start)


def _end_of(mention: Mention) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in mention.text.split()[-2:])


def _tied(text: str, one: Mention, two: Mention) -> bool:
    """Whether only "and" stands between two names."""
    between = text[min(one.end, two.end) : max(one.start, two.start)]
    return between in (" and ", ", and ", " or ")


def _by(name: str, authors: Sequence[str]) -> bool:
    """Whether a full name is an author's."""
    return any(fold(name) == fold(a) or same_person(name, a) for a in authors)


class _Shorts:
    """The second reading: surnames that stand alone."""

    def __init__(
        self,
        register: Register,
        authors: Sequence[str],
        year: int | None,
        around: Mapping[str, set[str]],
    ) -> None:
        self._register = register
        self._authors = {short_key(word) for a in authors for word in a.split()}
        self._year = year
        self._around = around
        self._clock = 0

    def read(self, page: _Page) -> None:
        """File every short name of a page, in reading order."""
        full = {m.start: m for m in page.full}
        for run in page.runs():
            busy = []
            for token in run:
                mention = full.get(token.start)
                if mention:
                    busy.append((mention.start, mention.end))
                    self._seen(self._register.owners[mention.paragraph, mention.start])
            for start, at in self._places(run, free_places(run, busy, page.capitals)):
                self._try(page, run, start, at, busy)

    def _places(self, run: Run, free: list[int]) -> list[tuple[int, int]]:
        """First and last token of every possible short name; from the right, so none overlap."""
        places: list[tuple[int, int]] = []
        for at in reversed(free):
            if places and at >= places[-1][0]:
                continue
            start = self._register.reach(run, at)
            if start == at and at and run[at - 1].lower in {"bin", "ibn"}:
                start = at - 1
            places.append((start, at))
        return places[::-1]

    def _seen(self, person: Person) -> None:
        self._clock += 1
        person.last_seen = self._clock

    def _try(self, page: _Page, run: Run, start: int, at: int, busy: list[tuple[int, int]]) -> None:
        token = run[at]
        begin = run[start].start
        if page.passage.text[max(0, begin - 5) : begin].endswith((" bin ", " ibn ")):
            begin -= 4
        text = page.passage.text[begin : token.end]
        most = page.passage.kind == "title"
        known = self._register.find(text, None, most=most)
        known = known or self._register.find(token.text, None, most=most)
        if known is None and country_of(token.text):
            known = self._register.first(token.text)
        if not known and not self._worth_it(page, text, token.text):
            return
        sure = known is not None and page.capitals  # every word is in capitals: no run tells
        if start == at and not sure and not stands_alone(run, at, busy, page.heading):
            return
        title = title_before(page.passage.text, begin)
        if is_vessel(page.passage.text, title.start if title else begin):
            return
        if title:
            known = self._register.find(text, title) or known
        if known and title and self._is_another(text, title, known):
            known = None
        mention = Mention(page.passage.paragraph, page.passage.kind, begin, token.end, text, title)
        self._file(page, mention, known)

    def _worth_it(self, page: _Page, text: str, word: str) -> bool:
        """Whether a name that no full one explains could be anybody."""
        no_name = token_class(word, page.capitals) in "CA"
        return not no_name and short_key(text) not in self._authors

    def _is_another(self, text: str, title: Title, known: Person) -> bool:
        """Whether "President Nixon" is an office holder and not the Pat Nixon of the brief."""
        if not title.office or title_agrees(known, title):
            return False
        row = holders.called(
            text, year=self._year, code=title.country, office=title.office, around=self._around
        )
        if row is None or not holders.agrees(row, title.office):
            return False
        return bool(parse_name(row.name).first) and not any(
            len(form.split()) < 2 or same_person(form, row.name) for form in known.forms
        )

    def _is_place(self, mention: Mention, known: Person | None) -> bool:
        """Whether a country's name is the country: always, unless it is also the name of a person
        of another country and the brief has no other word for it.
        """
        code = country_of(mention.text)
        if code is None or (mention.title and not mention.title.plural):
            return False
        if known is None or self._around[code] - {fold_word(mention.text)}:
            return True
        own = {row.code for form in known.forms for row in holders.named(form)}
        return code in own or code in {title.country for title in known.titles}

    def _file(self, page: _Page, mention: Mention, known: Person | None) -> None:
        title = mention.title
        if self._is_place(mention, known):
            return
        if known is None:
            known = self._stranger(page, mention, title)
            if known is None:
                return
        else:
            known.add(mention)
        self._seen(known)

    def _stranger(self, page: _Page, mention: Mention, title: Title | None) -> Person | None:
        """A known office holder, or someone with a title."""
        titled = title and title.direct and (title.rank or title.office or title.honorific)
        row = holders.called(
            mention.text,
            year=self._year,
            code=title.country if title else None,
            office=(title.office or title.rank) if title else None,
            around=self._around,
        )
        if row is None and (not titled or page.heading or page.capitals):
            return None
        if row is None and mention.text.lower() in _ADDRESSED:
            return None
        after = page.passage.text[mention.end : mention.end + 24].lstrip("’'s ")
        if not titled and after.partition(" ")[0].rstrip(".,;:").lower() in names().bearing:
            return None  # "the Reagan administration" names a government
        known = self._register.of(row) if row else None
        if known:
            known.add(mention)
            return known
        return self._register.add_short(_with_seat(page.passage.text, mention), row)


def _with_seat(text: str, mention: Mention) -> Mention:
    """A lord's name with the place that belongs to it: "Baroness Thorne of Eskdale"."""
    if mention.title is None or not mention.title.honorific:
        return mention
    lord = text[: mention.start].split()[-1].lower() in _LORDS
    seat = _SEAT.match(text, mention.end) if lord else None
    if seat is None:
        return mention
    return replace(mention, end=seat.end(), text=text[mention.start : seat.end()])


def _finished(person: Person, country: str | None, reason: str | None) -> PersonMentions:
    mentions = sorted(person.mentions, key=lambda m: (m.paragraph, m.start))
    printed = {m.text for m in mentions} | {m.original for m in mentions if m.original}
    forms = sorted(printed, key=lambda form: (-len(form), form))
    name = person.name
    if person.holder and not parse_name(name).first:
        name = person.holder.name
    titles = [m.title for m in mentions if m.title]
    return PersonMentions(
        name=name,
        names=tuple(forms),
        rank=next((t.rank for t in titles if t.rank), None),
        office=next((t.office for t in titles if t.office), None),
        country=country,
        country_reason=reason,
        spans=tuple(Span(m.paragraph, m.start, m.end) for m in mentions),
        in_report=sum(m.kind == "report" for m in mentions),
        in_comment=sum(m.kind == "comment" for m in mentions),
    )


def _first_place(person: PersonMentions) -> tuple[bool, int, int]:
    """In order of the text; those named in the title alone come last."""
    body = [span for span in person.spans if span.paragraph] or list(person.spans)
    return not body[0].paragraph, body[0].paragraph, body[0].start
