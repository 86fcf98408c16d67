"""The second reading of a brief: surnames and first names that stand alone, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from store.entities import holders
from store.entities.candidates import Mention
from store.entities.evidence import is_named_after, is_vessel
from store.entities.geography import country_of
from store.entities.lexicon import fold_word, names
from store.entities.linking import (
    Person,
    Register,
    short_key,
    title_agrees,
)
from store.entities.names import parse_name
from store.entities.offices import may_be_titled, title_before
from store.entities.pages import OpenPage
from store.entities.phrases import Title
from store.entities.runs import Run
from store.entities.same_names import same_person
from store.entities.short_places import NO_SHORT_NAME, free_places, stands_alone
from store.entities.tokens import token_class

_ADDRESSED = frozenset({"friend", "member", "gentleman", "lady"})  # "my right hon. Friend"
_LORDS = frozenset({"lord", "lady", "baron", "baroness", "viscount", "viscountess"})
_SEAT = re.compile(r" of [A-Z][a-z]+(?:-[a-z]+-[A-Z][a-z]+)?\b")


class Shorts:
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
        # Where surnames are printed in capitals, a short word in capitals can be one.
        self._shouted = any(
            form.rpartition(" ")[2].isupper() and len(form.rpartition(" ")[2]) > 3
            for person in register.people
            for form in person.forms
        )

    def read(self, page: OpenPage) -> None:
        """File every short name of a page, in reading order."""
        full = {m.start: m for m in page.full}
        for run in page.runs():
            if len(run) == 1:  # most are the first words of sentences
                if token_class(run[0].text, page.capitals) not in NO_SHORT_NAME:
                    self._try(page, run, 0, 0, [])
                continue
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
            elif start == at and at > 1 and run[at - 1].particle:
                start = _with_particles(run, at)
            places.append((start, at))
        return places[::-1]

    def _seen(self, person: Person) -> None:
        self._clock += 1
        person.last_seen = self._clock

    def _try(
        self, page: OpenPage, run: Run, start: int, at: int, busy: list[tuple[int, int]]
    ) -> None:
        token = run[at]
        begin = run[start].start
        if page.passage.text.endswith((" bin ", " ibn "), 0, begin):
            begin -= 4
        text = page.passage.text[begin : token.end]
        most = page.passage.kind == "title"
        known = self._register.find(text, None, most=most)
        if not known and text != token.text:
            known = self._register.find(token.text, None, most=most)
        if known is None and country_of(token.text):
            known = self._register.first(token.text)
        if not known and not self._worth_it(page, text, token.text, begin):
            return
        sure = known is not None and page.capitals  # every word is in capitals: no run tells
        if start == at and not sure and not stands_alone(run, at, busy, page.heading):
            return
        title = title_before(page.passage.text, begin)
        if is_vessel(page.passage.text, title.start if title else begin):
            return
        if title and title.rank and is_named_after(page.passage.text, begin, text):
            return
        if title:
            known = self._register.find(text, title) or known
        if known and title and self._is_another(text, title, known):
            known = None
        mention = Mention(page.passage.paragraph, page.passage.kind, begin, token.end, text, title)
        self._file(page, mention, known)

    def _worth_it(self, page: OpenPage, text: str, word: str, begin: int) -> bool:
        """Whether a name that no full one explains could be anybody."""
        kind = token_class(word, page.capitals)
        if kind in "CP" or (kind == "A" and not (self._shouted and len(word) > 3)):
            return False
        if not (holders.may_be_called(text) or may_be_titled(page.passage.text, begin)):
            return False
        return short_key(text) not in self._authors

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

    def _is_place(self, text: str, mention: Mention, known: Person | None) -> bool:
        """Whether a country's name is the country: always, unless it is also the name of a person
        of another country and the brief has no other word for it.
        """
        code = country_of(mention.text)
        if code is None or (mention.title and not mention.title.plural):
            return False
        if text[: mention.start].rsplit(None, 1)[-1:] in (["in"], ["from"], ["of"], ["left"]):
            return True
        if known is None or self._around[code] - {fold_word(mention.text)}:
            return True
        own = {row.code for form in known.forms for row in holders.named(form)}
        return code in own or code in {title.country for title in known.titles}

    def _file(self, page: OpenPage, mention: Mention, known: Person | None) -> None:
        title = mention.title
        if self._is_place(page.passage.text, mention, known):
            return
        if known is None:
            known = self._stranger(page, mention, title)
            if known is None:
                return
        else:
            known.add(mention)
        self._seen(known)

    def _stranger(self, page: OpenPage, mention: Mention, title: Title | None) -> Person | None:
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


def _with_particles(run: Run, at: int) -> int:
    """Where a surname begins with its small words, behind a title: "Baron de Courcel"."""
    start = at
    while start > 1 and run[start - 1].particle:
        start -= 1
    titled = token_class(run[start - 1].text) == "T" and run[start].lower not in ("al", "el")
    return start if titled else at


def _with_seat(text: str, mention: Mention) -> Mention:
    """A lord's name with the place that belongs to it: "Baroness Thorne of Eskdale"."""
    if mention.title is None or not mention.title.honorific:
        return mention
    lord = text[: mention.start].split()[-1].lower() in _LORDS
    seat = _SEAT.match(text, mention.end) if lord else None
    if seat is None:
        return mention
    return mention._replace(end=seat.end(), text=text[mention.start : seat.end()])
