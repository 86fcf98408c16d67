"""Words of estimation as printed, with their strength from the open list `data/hedges.toml`,
and from the reader's own beside it.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from store.compare.paragraphs import Paragraph
from store.errors import UsageError
from store.text import fold

# "May" is a month when it has a capital inside a sentence, and so is never a hedge there.
_MONTH = "May"


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word of estimation in a paragraph: offsets [start, end), the phrase, its strength."""

    paragraph: Paragraph
    phrase: str
    strength: str
    start: int
    end: int


def hedges_of(paragraph: Paragraph) -> Iterator[Hedge]:
    """Yield the hedges of a paragraph in order; of overlapping ones the longest."""
    words = [word.folded for word in paragraph.words]
    starts = {start for start, _ in paragraph.sentences}
    begin = _by_first_word().keys()
    last = 0
    for at in [at for at, word in enumerate(words) if word in begin]:
        found = _longest(words, at) if at >= last else None
        first = paragraph.words[at]
        is_month = paragraph.text.startswith(_MONTH, first.start) and first.start not in starts
        if found is None or is_month:
            continue
        phrase, strength = found
        last = at + len(phrase)
        span = first.start, paragraph.words[last - 1].end
        yield Hedge(paragraph, " ".join(phrase), strength, *span)


def _longest(words: list[str], at: int) -> tuple[tuple[str, ...], str] | None:
    for phrase, strength in _by_first_word().get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return phrase, strength
    return None


def user_list() -> Path:
    """Return where a reader's own list is looked for; it has the form of the shipped one.

    Its phrases come on top of the shipped ones, and in the place of those it names too.
    """
    from platformdirs import user_config_path

    return user_config_path("dateline", appauthor=False) / "hedges.toml"


@cache
def _by_first_word() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases by their first word, the longest first."""
    text = resources.files("store.compare").joinpath("data", "hedges.toml").read_text("utf-8")
    strengths = dict(_phrases(text))
    own = user_list()
    if own.is_file():
        strengths |= _own_phrases(own)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for phrase, strength in strengths.items():
        found[phrase[0]].append((phrase, strength))
    for phrases in found.values():
        phrases.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


def _own_phrases(path: Path) -> dict[tuple[str, ...], str]:
    """Read a reader's own list. Raises `UsageError` that names the file and what is wrong."""
    try:
        return dict(_phrases(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        form = '[[level]] with strength = "…" and phrases = ["…"]'
        raise UsageError(f"{path}: {error}; a list of hedges is {form}") from None


def _phrases(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for level in tomllib.loads(text)["level"]:
        for phrase in level["phrases"]:
            words = tuple(fold(phrase).replace("-", " ").split())
            if words:
                yield words, str(level["strength"])
