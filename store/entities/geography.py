"""What the people rules need to know of countries: a cached look-up of printed words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from store.entities.codes import lookup
from store.entities.lexicon import read_data
from store.text import fold

_PLACES = ("place", "region", "venue", "seat", "name")


@lru_cache(maxsize=1 << 15)
def country_of(printed: str) -> str | None:
    """Return the ISO code that a printed word or phrase stands for ("Iranian", "Iran’s")."""
    if not printed.isalpha():
        for end in ("’s", "'s", "’", "'"):
            printed = printed.removesuffix(end)
        if not printed:
            return None
    if printed.isupper() and len(printed) > 3:
        return lookup(printed) or lookup(printed.title())
    return lookup(printed) or lookup(printed + ".")


@cache
def pair_starts() -> frozenset[str]:
    """Return the first words of the names of two words and more; others need no look-up."""
    from store.entities.gazetteer import gazetteer

    return frozenset(text.split()[0] for text in gazetteer().surfaces if " " in text)


def country_of_pair(one: str, two: str) -> str | None:
    """Return the ISO code that two words in a row stand for, as `country_of` does."""
    return country_of(f"{one} {two}") if begins_pair(one) else None


@lru_cache(maxsize=1 << 15)
def begins_pair(printed: str) -> bool:
    """Return whether a word begins the name of a country of two words and more."""
    starts = pair_starts()
    return printed in starts or (printed.isupper() and printed.title() in starts)


@lru_cache(maxsize=1 << 15)
def country_or_start(printed: str) -> tuple[str | None, bool]:
    """Return what `country_of` and `begins_pair` say of a word, in one look-up."""
    return country_of(printed), begins_pair(printed)


def country_before(words: Sequence[str]) -> tuple[str | None, int]:
    """Return the country that the last words name ("… South Korean") and how many words name it."""
    for size in (3, 2, 1):
        if len(words) >= size:
            code = country_of(" ".join(words[-size:]))
            if code:
                return code, size
    return None, 0


def state_of(printed: str) -> str | None:
    """Return "US" for a state of the United States, as printed."""
    from store.entities.gazetteer import gazetteer

    return "US" if printed in gazetteer().rules.states else None


@cache
def _towns() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in read_data("towns.txt").splitlines():
        code, mark, names = line.partition(": ")
        if mark and not line.startswith("#"):
            found |= {fold(name): code for name in names.split("|")}
    return found


@lru_cache(maxsize=1 << 12)
def town_of(printed: str) -> str | None:
    """Return the ISO code of the country a town or region lies in: "Astrakhan", "Aleppo's"."""
    from store.entities.gazetteer import gazetteer

    for end in ("’s", "'s", "’", "'", ".", ","):
        printed = printed.removesuffix(end)
    surface = gazetteer().surfaces.get(printed)
    if surface is not None:
        return (
            surface.code if surface.kind in ("place", "region", "venue", "seat", "name") else None
        )
    return _towns().get(fold(printed)) if printed[:1].isupper() else None
