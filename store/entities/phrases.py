"""The phrases that ranks and offices are printed in, before or after a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from store.entities.geography import country_of
from store.entities.lexicon import Offices, inside_offices, names, not_people

ARTICLES = {"the", "a", "an", "his", "her", "their", "its", "our"}
STARTERS = {"The", "His", "Her", "Their", "A", "An", "Former", "Both"}
_NO_MODIFIERS = frozenset(
    """
    whose which while where there their these those after before under since until unlike along
    among about against between without within would could should might himself herself though
    although because other another perhaps again still never every neither either instead
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_NOT_OWN = {"for", "to", "with", "on", "against", "from", "in", "at", "by"}


class Title(NamedTuple):
    """What stands beside a name: rank and office as printed, a country and what told it.

    `direct` means that the title's own word touches the name ("President X", not "head of the
    Red Cross X"); `start` is the offset where a title before the name begins.
    """

    rank: str | None = None
    office: str | None = None
    country: str | None = None
    reason: str | None = None
    counterpart: bool = False
    plural: bool = False
    honorific: bool = False
    direct: bool = True
    start: int = 0


class Word(NamedTuple):
    """A word of a phrase: as printed, in lower case without dots, and its offsets."""

    printed: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.printed[0].isupper()


def may_be_inside(lower: str) -> bool:
    """Return whether a word in lower case may stand inside the phrase of an office."""
    bare = lower[:-2] if lower.endswith(("’s", "'s")) else lower
    return bare in inside_offices()


def is_plain(printed: str) -> bool:
    """Return whether a plain word may stand before an office: "town administrator", "relief …"."""
    return (
        printed.isalpha()
        and printed.islower()
        and len(printed) > 4
        and not printed.endswith(("ed", "ing", "ly"))
        and printed not in _NO_MODIFIERS
        and printed not in names().saying
        and printed not in names().doing
        and printed not in names().thinking
    )


def phrase_start(words: Sequence[Word], head: int, known: Offices) -> int:
    """How far the phrase reaches to the left: modifiers and names of institutions."""
    at = head
    while at:
        word = words[at - 1]
        if word.printed in STARTERS or _owner(word.printed) or country_of(word.printed):
            break
        if at > 1 and country_of(f"{words[at - 2].printed} {word.printed}"):
            break
        if word.lower in known.links:
            if word.lower != "and" or at < 2 or words[at - 2].lower not in known.modifiers:
                break
        elif (word.lower in not_people().plain and word.lower not in known.modifiers) or not (
            word.capital or word.lower in known.modifiers or word.lower in known.heads
        ):
            break
        at -= 1
    return at


def _owner(printed: str) -> bool:
    return printed.endswith(("’s", "'s", "s’", "s'"))


def country_inside(words: Sequence[str]) -> str | None:
    """The country in "of Iran" or "of staff of the Philippine …"; "envoy for Syria" tells none."""
    for at, word in enumerate(words[:8]):
        if word.lower() in _NOT_OWN:
            return None
        if not word[0].isupper():
            continue
        for size in (4, 3, 2, 1):
            name = " ".join(words[at : at + size])
            code = country_of(name) or (country_of(name.rstrip(".")) if name[-1] == "." else None)
            if code:
                return code
    return None
