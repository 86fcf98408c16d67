"""Offices after a name: "X, the Syrian minister for …,"."""

from __future__ import annotations

import re

from store.entities.geography import country_before
from store.entities.lexicon import Offices, fold_word, given_names, names, offices
from store.entities.phrases import (
    ARTICLES,
    Title,
    Word,
    country_inside,
    is_plain,
    may_be_inside,
    phrase_start,
)

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
_LINK = re.compile(
    r" (?:is|was|became) (?=(?:an?|the) )|,? as "
    r"|, (?:(?:now|then|later|today|currently|formerly|once|soon to be|still|also) )?"
)
_AFTER = 150
_MAX_PHRASE = 12
_ENDS = {"who", "which", "that", "has", "had", "is", "was", "were", "have", "will", "would", "but"}


def title_after(text: str, end: int) -> Title | None:
    """Return the office in "X, the minister for …," for a name that ends at offset `end`, also in
    "X is the minister for …" and "X as minister".
    """
    if text[end : end + 1] == " " and text[end + 1 : end + 2] == "(":
        close = text.find(")", end, end + 60)
        end = close + 1 if close > 0 else end
    link = _LINK.match(text, end)
    if link is None:
        return None
    apposed = link.group().startswith(", ") and link.group() != ", as "
    after = text[link.end() : link.end() + _AFTER]
    first = _WORD.match(after)  # mostly "who", "and" or "said", which open no office
    if first is None or not _opens(first[0], apposed):
        return None
    words = _forward(after)
    known = offices()
    head = _first_head(words, known)
    if head is None or not _is_apposition(after, words, head):
        return None
    stop = _phrase_end(words, head, known)
    phrase = words[: stop + 1]
    start = phrase_start(phrase, head, known)
    while start < head and phrase[start].lower in ARTICLES:
        start += 1
    code, size = country_before([w.printed for w in phrase[:start]])
    code = code or country_inside([w.printed for w in phrase[head + 1 :]])
    office = after[phrase[start].start : phrase[stop].end].rstrip(".")
    if phrase[head].lower in known.not_an_office:
        return Title(None, None, code, f"“{office}”" if code else None) if apposed else None
    reason = f"“{after[phrase[start - size].start : phrase[stop].end]}”" if code else None
    return Title(None, office, code, reason, direct=apposed)


def _opens(first: str, apposed: bool) -> bool:
    """Whether a word can be the first of an office."""
    known = first[0].isupper() or _may_open(first.lower().replace(".", ""))
    return known or (apposed and is_plain(first))


def _may_open(lower: str) -> bool:
    return lower in ARTICLES or may_be_inside(lower)


def _first_head(words: list[Word], known: Offices) -> int | None:
    """The head of an apposition: "president" in "the deputy president of …"."""
    head = next((i for i, w in enumerate(words) if w.lower in known.heads), None)
    if head is None:
        return None
    while head + 1 < len(words) and words[head + 1].lower in known.heads:
        head += 1
    return head


def _forward(after: str) -> list[Word]:
    """The words after the comma up to the next mark."""
    taken: list[Word] = []
    right = 0
    for match in _WORD.finditer(after):
        printed = match[0]
        start, end = match.span()
        if taken and after[right:start] != " " and after[right:start].strip(" ’'"):
            break
        if right == 0 and start:
            break
        taken.append(Word(printed, printed.lower().replace(".", ""), start, end))
        right = end
        if len(taken) >= 18 or (printed[-1] == "." and len(printed) > 5):
            break
    return taken


def _is_apposition(after: str, words: list[Word], head: int) -> bool:
    """Only modifiers before the head, and no name right behind it."""
    known = offices()
    for word in words[:head]:
        if not (word.capital or _may_open(word.lower) or (head < 4 and is_plain(word.printed))):
            return False
        inner = word.lower in ARTICLES or word.lower == "and" or word.capital
        if word.lower in known.links and not inner:
            return False
    if head + 1 >= len(words):
        return after[words[head].end : words[head].end + 1] in ("", ",", ".", ";", ")", ":", "—")
    following = words[head + 1]
    return not following.capital or following.lower in known.links


def _phrase_end(words: list[Word], head: int, known: Offices) -> int:
    """Where the office phrase ends: "of …" belongs to it, up to a mark or a verb."""
    at = head
    if at + 1 >= len(words) or words[at + 1].lower not in {"of", "for", "to", "at", "in", "on"}:
        return at
    while at + 1 < len(words) and at - head < _MAX_PHRASE:
        if _ends_phrase(words, at + 1):
            break
        at += 1
    while words[at].lower in known.links or words[at].lower in ARTICLES:
        at -= 1
    return at


def _ends_phrase(words: list[Word], at: int) -> bool:
    """A verb, or "and" before another person, ends an office phrase."""
    word, before = words[at], words[at - 1]
    if word.lower in _ENDS or word.lower in names().saying or word.lower in names().thinking:
        return True
    if word.lower == "and":
        return at + 1 < len(words) and fold_word(words[at + 1].printed) in given_names()
    plain = not (word.capital or _may_open(word.lower))
    return plain and (before.capital or word.lower.endswith("ed"))
