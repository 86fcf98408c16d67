"""Which values a field takes, as far as that can be told without a library."""

from __future__ import annotations

from store.search import dates

CHOICES = {
    "in": ("report", "comment", "title"),
    "is": ("unread", "starred", "noted", "revised", "read"),
}
"""Fields whose value is one of a few words."""

PLACES = CHOICES["in"]
"""What may also be written as a field of its own: `title:iran` is `(in:title iran)`."""

_FREE = ("person", "tag", "saved")


def chosen(name: str, value: str, *, typing: bool) -> tuple[str, ...] | None:
    """Return the choices that "report,comment" means, None if one of them is none.

    While it is typed, the last one may be its beginning.
    """
    *whole, last = (part.strip().lower() for part in value.split(","))
    if any(part not in CHOICES[name] for part in whole):
        return None
    begun = [c for c in CHOICES[name] if c.startswith(last)] if typing and last else []
    if last in CHOICES[name]:
        return (*whole, last)
    if whole and not last and typing:
        return tuple(whole)
    return (*whole, begun[0]) if begun else None


def fits(name: str, value: str) -> bool:
    """Whether what stands after "name: " and a space is meant as its value.

    A text pasted whole holds "Source: Reuters" or "By: Brandvold"; such words must stay words.
    """
    from store.search import lookups  # late: it knows the countries, and most queries need none

    match name:
        case "date":
            return dates.bounds(value) is not None
        case "in" | "is":
            return chosen(name, value, typing=False) is not None
        case "pair":
            return lookups.pair_codes(value) is not None
        case "country":
            return lookups.country_code(value) is not None
        case _:
            return name in _FREE
