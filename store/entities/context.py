"""What stands around a match in the text, and the bodies, treaties and tongues named after places.

Every rule looks at a bounded stretch before or after the match, so the cost of a text grows with
its length alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from store.entities.gazetteer import Rules, Surface, gazetteer

_REACH = 72
_CAPITALISED_WORD = re.compile(r" [^\W\d_a-z][\w'.-]*+")
_WORDS_BETWEEN = 3  # "American <Something Something Something> Institute"
_SPEAK = ("speak ", "speaks ", "spoke ", "spoken ", "speaking ", "lated from ")
_AFTER_LANGUAGE = frozenset(
    """
    at on to its with by for from in as but that why what how when where because before after since
    today yesterday again only first alone instead
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_TONGUE_BEFORE = re.compile(r"\b[Ii]n ([A-Z][a-z]+),? (?:and|or) $")
_TONGUE_AFTER = re.compile(r",? (?:and|or) [A-Z][a-z]+")
_LANGUAGE = ("-language", "-speaking", " language", "-speakers", " speakers", "-speaker")


class Around(NamedTuple):
    """A match with a bounded stretch of text before (`head`) and after it (`tail`).

    `title` tells the passage's kind; in a `headline`, a title or a text all in capitals, the case
    of letters tells nothing.
    """

    head: str
    tail: str
    end: int
    start: int
    surface: Surface
    title: bool
    headline: bool


def look_around(text: str, start: int, surface: Surface, title: bool, headline: bool) -> Around:
    """Return the match of `surface` at `start` in `text` with what stands around it."""
    end = start + len(surface.text)
    head, tail = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return Around(head, tail, end, start, surface, title, headline)


def begins(tail: str, phrases: tuple[str, ...], at: int = 0) -> bool:
    """Tell whether `tail` begins, from offset `at` on, with one of the phrases, as whole words."""
    if not tail.startswith(phrases, at):
        return False
    return any(
        tail.startswith(phrase, at) and not tail[at + len(phrase) : at + len(phrase) + 1].isalnum()
        for phrase in phrases
    )


def is_something_else(around: Around, rules: Rules) -> bool:
    """Tell a paper, airline, school, ship, treaty, language or American town from the country."""
    kind = around.surface.kind
    if around.tail[:1] == "," and kind in ("seat", "place", "region"):
        return _is_town_in_a_state(around, rules)
    if around.tail[:1] == " " and _is_named_after(around, rules):
        return True
    if around.head.endswith(rules.named_for):
        return True
    if kind in ("seat", "place", "region"):
        return around.head.endswith(rules.before)
    return kind == "demonym" and _is_language(around)


def _is_named_after(around: Around, rules: Rules) -> bool:
    kind, tail = around.surface.kind, around.tail
    if kind in ("seat", "place", "region") and (
        begins(tail, rules.towns_only) or begins(tail, rules.documents)
    ):
        return True
    if not tail[1:2].isupper():  # papers and institutes have a capital letter of their own
        return False
    if begins(tail, rules.papers):
        return True
    return kind != "body" and _begins_loosely(tail, rules.loosely, around.headline)


def _begins_loosely(tail: str, phrases: tuple[str, ...], headline: bool) -> bool:
    at = 0
    for _ in range(1 if headline else _WORDS_BETWEEN):
        if begins(tail, phrases, at):
            return True
        word = _CAPITALISED_WORD.match(tail, at)
        if word is None:
            return False
        at = word.end()
    return begins(tail, phrases, at)


def _is_town_in_a_state(around: Around, rules: Rules) -> bool:
    after = around.tail[1:].lstrip(" ")
    after = after.title() if after.isupper() else after
    if begins(after, ("Georgia",)):
        return around.surface.text.title() in rules.georgia_towns
    return begins(after, rules.states)


def _is_language(around: Around) -> bool:
    """Tell "in Russian," and "speaks French" from a mention of the country."""
    head = around.head
    before = head[-12:].lower()
    if around.tail.startswith(_LANGUAGE) or before.endswith(_SPEAK):
        return True
    inside = before.endswith(" in ") or head in ("In ", "in ")
    paired = not inside and before.endswith((" and ", " or "))
    first = _TONGUE_BEFORE.search(head[-24:]) if paired else None
    if not inside and not (first and first[1] in gazetteer().surfaces):
        return False
    other = _TONGUE_AFTER.match(around.tail)
    after = (around.tail[other.end() :] if other else around.tail).split(maxsplit=1)[:1]
    if not after:
        return False
    return after[0][0] in '.,;:)"”' or after[0].lower().rstrip(".,;:") in _AFTER_LANGUAGE


def is_pronoun(around: Around, rules: Rules) -> bool:
    """Tell, in a text in capitals, "LET US GO" from "US TROOPS"."""
    if around.tail[:1] == "-" or around.head[-1:] == "-":
        return False
    head, tail = around.head.split(), around.tail.split()
    before = head[-1] if head else ""
    if tail and tail[0].strip(".,;:") in rules.country_before:
        return tail[0] == "AND" and before in rules.pronoun_after
    return before in rules.pronoun_after if around.title else before != "THE"
