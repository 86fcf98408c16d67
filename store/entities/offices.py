"""Ranks and offices before a name: "Brigadier General X", "the Syrian foreign minister, X"."""

from __future__ import annotations

import re

from store.entities.geography import country_before
from store.entities.lexicon import Offices, names, offices, title_words
from store.entities.phrases import (
    ARTICLES,
    STARTERS,
    Title,
    Word,
    country_inside,
    is_plain,
    may_be_inside,
    phrase_start,
)

_BEFORE = 170
_LONGEST = 90
_LONGEST_WORD = 40
_AROUND = '()[]“"‘'
_WHENCE = ("From ", "from ", "In ", "in ", "At ", "at ")
_CUT = re.compile(r"[.;:,()“”\"]\s")
_MARKS = ",;:!?—–”"


def title_before(text: str, start: int) -> Title | None:
    """Return the rank and office printed right before offset `start`, if any."""
    left = max(0, start - _BEFORE)
    before = text[left:start]
    last = before[-_LONGEST_WORD:].rstrip().rpartition(" ")[2].strip(_AROUND)
    if not last or not (last[0].isupper() or last.lower().rstrip(".") in title_words()):
        return None
    words = _backward(before)
    title = _read(before, words)
    return title._replace(start=left + words[0].start) if title else None


def may_be_titled(text: str, start: int) -> bool:
    """Return whether the word right before `start` can end a title; a cheap test before reading."""
    last = text[max(0, start - 24) : start].rstrip().rpartition(" ")[2].strip(_AROUND)
    return last.lower().replace(".", "") in title_words()


def title_before_comma(text: str, start: int) -> Title | None:
    """Return the office in "the Syrian foreign minister, X" for a name that starts at `start`."""
    before = text[max(0, start - _BEFORE) : start]
    if not before.endswith(", "):
        return None
    words = _backward(before[:-2])
    article = max((at for at, word in enumerate(words) if word.lower in ARTICLES), default=-1)
    words = words[article + 1 :] if article > 0 and not words[0].capital else words
    if not words or not (words[0].capital or _article_before(before, words[0])):
        return _described(before[:-2])
    title = _read(before[:-2], words)
    if title is None or title.plural or not (title.office or title.counterpart):
        return _described(before[:-2])
    return title


def _described(before: str) -> Title | None:
    """The bare office that opens a long phrase: "The mayor of a village west of Bosso, X"."""
    known = offices()
    phrase = _CUT.split(before)[-1].split()
    if not phrase or phrase[0].lower() not in ARTICLES:
        return None
    if len(phrase) < 5 and phrase[-1] in known.heads and all(map(_may_lead, phrase[1:-1])):
        named = phrase[-1] not in known.not_an_office and len(phrase) > 2
        return Title(office=" ".join(phrase[1:]), direct=False) if named else None
    for at, word in enumerate(phrase[1:5], 1):
        if word not in known.modifiers and word not in known.heads:
            return None
        if word in known.heads and phrase[at + 1 : at + 2] and phrase[at + 1] in known.links:
            named = word not in known.not_an_office and word not in known.occupations
            if not named:
                return None
            code = country_inside(phrase[at + 1 :])
            reason = f"“{' '.join(phrase)}”" if code else None
            office = " ".join(phrase[1 : at + 1])
            return Title(None, office, code, reason, direct=False)
    return None


def _may_lead(word: str) -> bool:
    return word in offices().modifiers or is_plain(word)


def _article_before(before: str, first: Word) -> bool:
    return before[: first.start].rstrip().rpartition(" ")[2].lower() in ARTICLES


def _backward(before: str) -> list[Word]:
    """The words at the end of `before` that a title could be made of, in reading order."""
    taken: list[Word] = []
    end = len(before)
    for chunk in reversed(before.replace("\n", " ").split(" ")):
        start = end - len(chunk)
        if chunk[:1] == "(" and chunk[-1:] == ")" and chunk[1:-1].islower():
            break  # "X (chair), Commander Y"
        plain = chunk.isalpha()
        core = chunk if plain else chunk.strip(_AROUND)
        if core:
            if plain:
                offset, lower = start, core.lower()
            else:
                offset, lower = start + chunk.index(core), core.lower().replace(".", "")
                if _is_closed(chunk, lower):
                    break
            if not (core[0].isupper() or may_be_inside(lower)):
                break
            taken.append(Word(core, lower, offset, offset + len(core)))
            if core in STARTERS or (chunk[0] in "([" and chunk[-1] not in ")]"):
                break
        end = start - 1
    links = offices().links
    while taken and (taken[-1].lower in links or taken[-1].lower in ARTICLES):
        taken.pop()
    taken.reverse()
    return taken


def _is_closed(chunk: str, lower: str) -> bool:
    """Whether a mark after the word ends the sentence or the phrase."""
    if chunk[-1] in _MARKS or chunk[-1] == "]" or (chunk[-1] == ")" and chunk[0] != "("):
        return True
    if chunk[-1] != ".":
        return False
    return not (lower in names().abbreviations or len(lower) < 3)


def _read(before: str, words: list[Word]) -> Title | None:
    """Take the words before a name apart: office phrase, then rank, then honorific."""
    known = offices()
    rest = list(words)
    honorific = False
    while rest and rest[-1].lower in known.honorifics:
        honorific = True
        rest.pop()
    rank_at = _rank_start(rest, known)
    rank = _printed(before, rest[rank_at:]) if rank_at < len(rest) else None
    office = _office(before, rest[:rank_at], known)
    if office is None and rank is None:
        return Title(honorific=True) if honorific else None
    if office is None:
        country, size = country_before([w.printed for w in rest[:rank_at]])
        reason = f"“{_printed(before, rest[rank_at - size :])}”" if country else None
        return Title(rank=rank, country=country, reason=reason)
    return office._replace(rank=rank) if rank else office


def _printed(before: str, words: list[Word]) -> str:
    return before[words[0].start : words[-1].end].strip()


def _rank_start(words: list[Word], known: Offices) -> int:
    at = len(words)
    if [w.lower for w in words[-4:]] == ["general", "of", "the", "army"]:
        return at - 4
    while at and words[at - 1].lower in known.ranks:
        if words[at - 1].lower == "general" and at > 1 and words[at - 2].lower in known.compounds:
            break
        at -= 1
    while 0 < at < len(words) and words[at - 1].lower in known.rank_modifiers:
        at -= 1
    return at


def _office(before: str, words: list[Word], known: Offices) -> Title | None:
    """The office phrase at the end of `words`, with its country."""
    head = _head(words, known)
    if head is None:
        return None
    start = phrase_start(words, head, known)
    code, size = country_before([w.printed for w in words[:start]])
    if code and before[: words[start - size].start].endswith(_WHENCE):
        code = None  # "From Ankara Ambassador X warned": whence he writes
    reason = f"“{_printed(before, words[start - size :])}”" if code else None
    phrase = words[start:]
    of = head - start + 1
    if code is None and of < len(phrase):
        code = country_inside([w.printed for w in phrase[of:]])
        reason = f"“{_printed(before, phrase)}”" if code else None
    lower = words[head].lower
    plural = lower in known.plurals and lower not in known.heads
    office = None if plural or lower in known.not_an_office else _printed(before, phrase)
    if office and len(office) > _LONGEST:
        office = before[words[head].start : words[head].end]
    counterpart = lower == "counterpart"
    direct = head == len(words) - 1 or lower in known.compounds
    return Title(None, office, code, reason, counterpart, plural, direct=direct)


def _head(words: list[Word], known: Offices) -> int | None:
    """The head of an office phrase: its last word, or the last one that "of …" follows."""
    if not words:
        return None
    last = len(words) - 1
    for at in range(last, -1, -1):
        lower = words[at].lower
        if lower in known.heads or lower in known.plurals:
            if at == last or words[at + 1].lower in known.links:
                return at
            if lower in known.compounds and words[at + 1].lower == "general":
                return at
    return None
