"""Codes and names of countries: what is shown, what a user types, what one printed form means."""

from __future__ import annotations

from functools import cache

from store.entities.gazetteer import SurfaceKind, all_surfaces, gazetteer, table
from store.text import slug

_TYPED_KINDS: tuple[SurfaceKind, ...] = ("name", "ambiguous", "demonym", "seat")


@cache
def _typed() -> dict[str, str]:
    """Return what a user may type, as slugs: codes first, then names, demonyms and seats."""
    data = table()
    typed = {code.lower(): code for code in data["country"]}
    surfaces = sorted(
        (s for s in all_surfaces(data) if s.kind in _TYPED_KINDS and s.code),
        key=lambda s: _TYPED_KINDS.index(s.kind),
    )
    for surface in surfaces:
        typed.setdefault(slug(surface.text), surface.code)
    return typed


def display_name(code: str) -> str:
    """Return the name shown for an ISO code ("IR" → "Iran"); an unknown code is returned as is."""
    row = table()["country"].get(code)
    return str(row["name"]) if row else code


def all_codes() -> tuple[str, ...]:
    """Return every code of the table, defunct states included, in alphabetical order."""
    return tuple(sorted(table()["country"]))


def code_of(text: str) -> str | None:
    """Return the code for what a user types, or None: a code, name, demonym or capital.

    Case, accents, dots and spaces do not matter: "iran", "IR", "u.s.a.", "south korea".
    """
    key = slug(text)
    if len(key) == 2 and key.upper() in table()["country"]:
        return key.upper()
    typed = _typed()
    return typed.get(key) or typed.get(key.removeprefix("the"))


def lookup(surface: str) -> str | None:
    """Return the code for one exact printed form, or None: "Iranian", "Tehran", "U.S.", "Iran's".

    Names, demonyms, seats and state institutions count; a place in a country does not tell a
    nationality. An ambiguous form gives its usual country ("Congolese" → "CD") if it has one.
    """
    text = surface.replace("’", "'")
    surfaces = gazetteer().surfaces
    found = surfaces.get(text) or surfaces.get(text.removesuffix("'s").removesuffix("'"))
    if found is None or found.kind in ("place", "region", "venue", "stop", "together"):
        return None
    return found.code or None
