"""Mentions to people: full names of one person together, later short names to the full one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache

from store.entities import holders
from store.entities.candidates import Mention
from store.entities.holders import Holder
from store.entities.lexicon import fold_word, given_names, names
from store.entities.names import ParsedName, family_key, given_key, parse_name
from store.entities.phrases import Title
from store.entities.runs import Run
from store.entities.same_names import same_person


@cache
def _shared() -> frozenset[str]:
    """First names that too many bear to stand for one person."""
    names_ = ("Mohammad", "Abdullah", "Ali", "Ahmad", "Hassan", "Hussein")
    return frozenset(map(given_key, names_))


@dataclass(slots=True, eq=False)
class Person:
    """A person while a brief is read: every mention, and the table's row if one is known."""

    mentions: list[Mention] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    holder: Holder | None = None
    last_seen: int = -1

    def add(self, mention: Mention) -> None:
        """Take one more mention."""
        self.mentions.append(mention)
        self.forms.add(mention.text)

    @property
    def name(self) -> str:
        """The fullest printed form."""
        return max(sorted(self.forms), key=_fullness)

    @property
    def titles(self) -> list[Title]:
        """The titles beside the mentions, in reading order."""
        return [m.title for m in self.mentions if m.title]


def _exact(word: str) -> str:
    """The key of a family name that is written first: those are short, so no sounds are merged."""
    return "=" + fold_word(word)


def _family_keys(words: list[str], parsed: ParsedName) -> set[str]:
    if parsed.family_first:
        last = words[-1]  # a Vietnamese is called by it: "Trong" for Nguyen Phu Trong
        called = len(words) > 2 and len(last) > 2 and "-" not in last
        return {_exact(parsed.family), *([_exact(last)] if called else [])}
    if len(words) == 3 and fold_word(words[0]) in names().family_first:
        return {parsed.family_key, short_key(words[-1]), _exact(words[0])}
    if parsed.family.lower().startswith(("bin ", "ibn ")):
        return {parsed.family_key}  # "Salman" alone is another than Mohammed bin Salman
    return {parsed.family_key, short_key(words[-1])}


def _fullness(name: str) -> tuple[int, int]:
    return len(name.split()), len(name)


@lru_cache(maxsize=1 << 15)
def short_key(word: str) -> str:
    """Return the key that a short name shares with the family name it stands for."""
    return family_key(word)


@lru_cache(maxsize=1 << 15)
def _keys(short: str) -> tuple[str, str, str, str]:
    """The keys of a short name: of a family name, of one written first, as an inner, as a first."""
    return short_key(short), _exact(short), fold_word(short), given_key(short)


@lru_cache(maxsize=1 << 14)
def _folded(name: str) -> tuple[str, ...]:
    return tuple([fold_word(word) for word in name.split()])


class Register:
    """The people of one brief by the keys of their family and first names."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.owners: dict[tuple[int, int], Person] = {}
        self._families: dict[str, list[Person]] = defaultdict(list)
        self._inner: dict[str, list[Person]] = defaultdict(list)
        self._firsts: dict[str, list[Person]] = defaultdict(list)
        self._forms: dict[str, set[tuple[str, ...]]] = defaultdict(set)

    def add_full(self, mention: Mention) -> None:
        """File a full name: with the person of that name, or as a new one."""
        self.owners[mention.paragraph, mention.start] = self._owner(mention)

    def _owner(self, mention: Mention) -> Person:
        parsed = parse_name(mention.text)
        key = _exact(parsed.family) if parsed.family_first else parsed.family_key
        for person in reversed(self._families[key]):
            known = mention.text in person.forms  # also where all of it reads as titles
            if known or any(same_person(form, mention.text) for form in person.forms):
                person.add(mention)
                self._remember(person, mention.text)
                return person
        person = self._part(mention) or self._similar(mention) or self._new()
        person.add(mention)
        self._remember(person, mention.text)
        return person

    def add_short(self, mention: Mention, holder: Holder | None) -> Person:
        """File a short name that no full name in the brief explains."""
        person = self._new()
        person.add(mention)
        person.holder = holder
        key = short_key(mention.text)
        if person not in self._families[key]:
            self._families[key].append(person)
        return person

    def _new(self) -> Person:
        person = Person()
        self.people.append(person)
        return person

    def _part(self, mention: Mention) -> Person | None:
        """A person whose longer or shorter full name has these very words in a row."""
        words = _folded(mention.text)
        if len(words) < 2:
            return None
        for person in self.people:
            for form in person.forms:
                other = _folded(form)
                if len(other) > 1 and _within(words, other) and not _apart(mention.text, form):
                    return person
        return None

    def _similar(self, mention: Mention) -> Person | None:
        """A person with the same given names whose long family name differs by one letter."""
        first = parse_name(mention.text).first
        for person in self._firsts.get(first, ()):
            if any(same_person(form, mention.text) for form in person.forms):
                return person
        return None

    def _remember(self, person: Person, name: str) -> None:
        parsed = parse_name(name)
        words = name.split()
        for key in _family_keys(words, parsed):
            if key and person not in self._families[key]:
                self._families[key].append(person)
        for key in {parsed.first, given_key(words[0])}:
            if key and person not in self._firsts[key]:
                self._firsts[key].append(person)
        folded = _folded(name)
        halves = folded[-1].split("-") if "-" in words[-1] else []
        for word in (*folded[1:-1], *halves):
            if len(word) > 3 and word not in given_names() and person not in self._inner[word]:
                self._inner[word].append(person)
        self._forms[folded[-1]].add(folded)

    def of(self, row: Holder) -> Person | None:
        """Return the person whose full name is a row's of the table."""
        for person in self.people:
            if any(form == row.name or same_person(form, row.name) for form in person.forms):
                return person
        return None

    def first(self, name: str) -> Person | None:
        """Return the one person of that first name."""
        found = self._firsts.get(given_key(name), [])
        return found[0] if len(found) == 1 else None

    def find(self, short: str, title: Title | None, *, most: bool = False) -> Person | None:
        """Return the person that a short name stands for: the most recently named one.

        With `most` it is the one named most often: a headline is about the main person.
        """
        key, exact, folded, first = _keys(short)
        families = self._families
        if not (key in families or exact in families or folded in self._inner):
            if first not in self._firsts:
                return None
            found: list[Person] = []
        else:
            found = families.get(key, []) + families.get(exact, [])
            found = found or self._inner.get(folded, [])
        if not found and title is None:
            called = self._firsts.get(first, []) if first not in _shared() else []
            found = called if len(called) == 1 and len(short) > 3 else []
        if not found and (_may_be_first(short) or _is_rulers(title)):
            found = self._firsts.get(first, [])
        if len(found) > 1 and title:
            found = [p for p in found if title_agrees(p, title)] or found
        if len(found) > 1:
            found = self._likeliest(short, found)
        if most:
            return max(found, key=lambda p: len(p.mentions), default=None)
        return max(found, key=lambda p: p.last_seen, default=None)

    def _likeliest(self, short: str, found: list[Person]) -> list[Person]:
        """Of several who share a family name that is written first: who was called by it before,
        else who heads a state; "Kim" that can be any of them is left to nobody.
        """
        if not any(parse_name(form).family_first for p in found for form in p.forms):
            return found
        seen = [p for p in found if p.last_seen >= 0]
        if len(seen) == 1:
            return seen
        called = [p for p in found if short in p.forms]
        heads = [p for p in called or found if any(_heads(form) for form in p.forms)]
        return heads if len(heads) == 1 else called

    def reach(self, run: Run, at: int) -> int:
        """Return where the short name at token `at` begins: earlier words of a known form count."""
        start = at
        for form in self._forms.get(fold_word(run[at].text), ()):
            size = 1
            while (
                size < len(form)
                and at - size >= 0
                and fold_word(run[at - size].text) == form[-1 - size]
            ):
                size += 1
            start = min(start, at - size + 1)
        return start


def _within(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether one name is the other without its first or its last words.

    "Idriss Deby" in "Mahamat Idriss Deby" is another man: what is left out before a given name
    makes another person, and so does what is left out after one ("Kim Jong").
    """
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    size = len(short)
    if long[:size] == short:
        return short[-1] not in given_names() or long[size].startswith("al-")
    return long[-size:] == short and short[0] not in given_names()


def _apart(one: str, two: str) -> bool:
    """Whether the table knows both names, and no one who bears both."""
    rows, others = holders.named(one), holders.named(two)
    return bool(rows and others) and not {r.code for r in rows if r in others} and rows != others


def _is_rulers(title: Title | None) -> bool:
    """Whether a title is one that a first name follows: "Sheikh Tamim", "King Abdullah"."""
    words = f"{title.rank or ''} {title.office or ''}".lower().split() if title else []
    return bool(
        {"sheikh", "shaikh", "king", "emir", "sultan", "prince", "queen", "pope"} & {*words}
    )


def _heads(form: str) -> bool:
    """Whether someone of that full name headed a state or a government."""
    heads = {"president", "premier", "chancellor", "king", "chairman", "prime", "leader"}
    return any(heads & set(row.office.lower().split()[:1]) for row in holders.named(form))


def _may_be_first(short: str) -> bool:
    folded = fold_word(short)
    return folded in names().called_by_first or folded not in given_names()


def title_agrees(person: Person, title: Title) -> bool:
    """Return whether a title shares a word, or its country, with one of the person's."""
    wanted = {w.lower() for w in f"{title.rank or ''} {title.office or ''}".split()}
    for known in person.titles:
        words = {w.lower() for w in f"{known.rank or ''} {known.office or ''}".split()}
        if wanted & words or (title.country and title.country == known.country):
            return True
    return False
