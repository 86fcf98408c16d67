"""Countries that the text around a person tells: of whose delegation, whose man, whose office."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from store.entities import holders
from store.entities.beside import Reason
from store.entities.geography import country_before, country_of, state_of, town_of
from store.entities.lexicon import is_occupation, offices, title_words
from store.entities.linking import Person
from store.entities.runs import runs
from store.entities.sentences import sentence_spans

_SIDE = re.compile(r"(?:^|[.;:\n] ?)For (?:the )?([A-Z][\w’' -]{1,40}): ")
_OWNED = re.compile(r"[’']s ((?:[a-z-]+ ){0,3}[a-z-]+),? (?:(?:[A-Z][a-z]{0,4}\. )*)\Z")
_REACH = 90
# Offices that a state or a part of it gives: who holds one is of the country that is spoken of.
_AT_HOME = frozenset(
    """
    president premier minister chancellor governor mayor speaker king queen emperor chief leader
    commander spokesman spokeswoman spokesperson deputy prosecutor judge councillor chairman mp
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_NOTHING: Reason = (None, None)


def of_side(person: Person, texts: Mapping[int, str]) -> Reason:
    """Return the country of a list of delegates: "For Finland: Mr. A, Minister; Ms. B; …"."""
    for mention in person.mentions:
        text = texts.get(mention.paragraph, "")
        if "For " not in text:
            continue
        label = max(_SIDE.finditer(text, 0, mention.start), key=re.Match.start, default=None)
        code = country_of(label[1]) if label else None
        if label and code and not _sentence_between(text, label.end(), mention.start):
            return code, f"“For {label[1]}: …”"
    return _NOTHING


def _sentence_between(text: str, start: int, end: int) -> bool:
    """Whether more than one sentence ends between two places."""
    return len(sentence_spans(text[start:end])) > 1


def of_owner(
    people: Sequence[Person], told: Sequence[Reason], person: Person, texts: Mapping[int, str]
) -> Reason:
    """Return the country of "Chihuahua's governor, X" or "Kadyrov's deputy, X"."""
    for mention in person.mentions:
        text = texts.get(mention.paragraph, "")
        before = text[max(0, mention.start - _REACH) : mention.start]
        owned = _OWNED.search(before) if "’s " in before or "'s " in before else None
        if owned is None or not _is_office(owned[1].rpartition(" ")[2]):
            continue
        at = mention.start - len(before) + owned.start()
        code = _place_before(text[:at])
        if code:
            return code, f"“{text[:at].split()[-1]}{owned[0].rstrip(' ,')}”"
        for other, owner in enumerate(people):
            if told[other][0] and any(
                m.paragraph == mention.paragraph and m.end == at for m in owner.mentions
            ):
                return told[other][0], f"{owned[1]} of {owner.name}"
    return _NOTHING


def _is_office(word: str) -> bool:
    return word in title_words() or is_occupation(word) or word in offices().modifiers


def _place_before(text: str) -> str | None:
    words = text[-40:].split()[-2:]
    code, _ = country_before(words)
    for size in (2, 1):
        name = " ".join(words[-size:])
        code = code or state_of(name) or town_of(name)
    return code


def of_the_spoken_of(person: Person, texts: Mapping[int, str]) -> Reason:
    """Return the one country that a paragraph has named before a sentence that names none, for who
    holds an office of a state: "… in Dili. The President of the Parliament, X, convened …".
    """
    first = person.mentions[0]
    title = first.title
    office = (title.office or "").lower().split() if title and title.direct else []
    if title is None or not _AT_HOME.intersection(office):
        return _NOTHING
    if " " not in first.text and holders.may_be_called(first.text):
        return _NOTHING  # "President Roosevelt", in a paragraph on Japan
    text = texts.get(first.paragraph, "")
    start, end = next(
        ((a, b) for a, b in sentence_spans(text) if a <= first.start < b), (0, len(text))
    )
    named = {m.start for m in person.mentions if m.paragraph == first.paragraph}
    if not start or _places(text[start:end], {at - start for at in named}):
        return _NOTHING
    before = _places(text[:start], named)
    if len(before) != 1:
        return _NOTHING
    return before.pop(), f"“{title.office}” of the country that the paragraph speaks of"


def _places(text: str, named: set[int]) -> set[str]:
    """The countries of all countries and places that a text names outside the names in it."""
    found = set()
    for run in runs(text):
        if any(token.start in named for token in run):
            continue
        words = [token.text for token in run]
        for size in (3, 2, 1):
            for at in range(len(words) - size + 1):
                name = " ".join(words[at : at + size])
                code = country_of(name) or town_of(name)
                if code:
                    found.add(code)
    return found
