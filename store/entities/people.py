"""Text to people: rules and tables of plain facts, no model, no network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from store.brief import Passage, PersonMentions, Span
from store.entities.candidates import Mention, Page, full_names
from store.entities.geography import country_of_pair, country_or_start
from store.entities.lexicon import fold_word
from store.entities.linking import (
    Person,
    Register,
)
from store.entities.messieurs import take_messieurs_off
from store.entities.names import parse_name
from store.entities.nationality import countries
from store.entities.pages import OpenPage, open_page
from store.entities.runs import Run
from store.entities.same_names import same_person
from store.entities.shorts import Shorts
from store.entities.tokens import token_class
from store.text import fold


def find_people(
    passages: Sequence[Passage], *, authors: Sequence[str] = (), year: int | None = None
) -> tuple[PersonMentions, ...]:
    """Return everyone named in `passages`, in order of first mention in the text.

    `authors` are the byline's names and never among the people; `year` is the year of the
    brief, which tells who held an office then. A name that stands in the title only counts
    with a title beside it or in the table of office holders.
    """
    pages = [open_page(passage) for passage in passages if passage.text]
    take_messieurs_off(pages)
    alone = _alone(pages)
    around = _countries(pages)
    register = Register()
    pages.sort(key=lambda page: page.passage.kind == "title")
    for page in pages:
        _find_full(page, alone, authors)
    _confirm(pages)
    for page in pages:
        for mention in page.full:
            register.add_full(mention)
    shorts = Shorts(register, authors, year, around)
    for page in pages:
        shorts.read(page)
    people = [person for person in register.people if person.mentions]
    texts = {page.passage.paragraph: page.passage.text for page in pages}
    told = countries(people, texts, year, around)
    found = [_finished(p, *reason) for p, reason in zip(people, told, strict=True)]
    return tuple(sorted(found, key=_first_place))


def _alone(pages: Sequence[OpenPage]) -> set[str]:
    """Folded words that form a run of their own: a full name's surname often does."""
    found = set()
    for page in pages:
        for run in page.runs():
            if len(run) == 1 or (len(run) < 4 and _all_titles(run[:-1], page.capitals)):
                found.add(fold_word(run[-1].text))  # "Ms. Zhao" too
    return found


def _all_titles(words: Run, capitals: bool) -> bool:
    return all(token_class(token.text, capitals) == "T" for token in words)


def _countries(pages: Sequence[OpenPage]) -> dict[str, set[str]]:
    """The countries that the brief names, each with the folded words that name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for run in page.runs():
            before = ""
            for token in run:
                if token.particle:
                    continue
                printed = token.text
                code, begins = country_or_start(printed)
                if code:
                    found[code].add(fold_word(printed))
                if before and (code := country_of_pair(before, printed)):
                    found[code].add(fold_word(f"{before} {printed}"))
                before = printed if begins else ""
    return found


def _find_full(page: OpenPage, alone: set[str], authors: Sequence[str]) -> None:
    """Take the full names of a page; a weak one counts when "and" ties it to a sure one."""
    where = page.passage
    context = Page(where.paragraph, where.kind, where.text, alone, page.heading, page.capitals)
    found = [m for run in page.runs() if len(run) > 1 for m in full_names(context, run)]
    if authors:
        found = [m for m in found if not _by(m.text, authors)]
    for at, mention in enumerate(found):
        near = [*found[max(0, at - 1) : at], *page.full[-1:], *found[at + 1 : at + 2]]
        if not mention.weak or any(_tied(where.text, mention, n) for n in near if not n.weak):
            page.full.append(mention._replace(weak=False) if mention.weak else mention)
        else:
            page.weak.append(mention)


def _confirm(pages: Sequence[OpenPage]) -> None:
    """A weak name counts when a sure one has its last two words ("Ali X Y" beside "X Y said"), or
    its family name: "Rosalynn Carter" beside "Jimmy Carter".
    """
    if not any(page.weak for page in pages):
        return
    full = [m for page in pages for m in page.full]
    sure = {_end_of(m) for m in full}
    families = {_end_of(m)[-1] for m in full}
    for page in pages:
        found = [
            m._replace(weak=False)
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


def _finished(person: Person, country: str | None, reason: str | None) -> PersonMentions:
    mentions = sorted(person.mentions, key=lambda m: (m.paragraph, m.start))
    printed = {m.text for m in mentions} | {m.original for m in mentions if m.original}
    forms = sorted(printed, key=lambda form: (-len(form), form))
    name = person.name
    if person.holder and not parse_name(name).first:
        name = person.holder.name
    titles = [m.title for m in mentions if m.title]
    kinds = [m.kind for m in mentions]
    return PersonMentions(
        name=name,
        names=tuple(forms),
        rank=next((t.rank for t in titles if t.rank), None),
        office=next((t.office for t in titles if t.office), None),
        country=country,
        country_reason=reason,
        spans=tuple([Span(m.paragraph, m.start, m.end) for m in mentions]),
        in_report=kinds.count("report"),
        in_comment=kinds.count("comment"),
    )


def _first_place(person: PersonMentions) -> tuple[bool, int, int]:
    """In order of the text; those named in the title alone come last."""
    body = [span for span in person.spans if span.paragraph] or list(person.spans)
    return not body[0].paragraph, body[0].paragraph, body[0].start
