"""The subcommands, one a file, imported only when called.

A subcommand `name` is the click command called `command` in the module of that name. They are
listed here, in the order and under the headings of `dateline --help`, so that finding one (or
the nearest to a mistyped one) imports none of them.
"""

from __future__ import annotations

SECTIONS: dict[str, tuple[str, ...]] = {
    "The app": ("open", "demo", "keys", "config", "completion"),
    "Briefs": ("ingest", "list", "search", "searches", "show", "compare", "cite", "export"),
    "Your marks": ("read", "star", "tag", "note", "forget", "undo"),
    "Who and where": ("pairs", "pair", "country", "people", "person", "analysts", "analyst"),
    "The library": ("problems", "refresh", "doctor", "backup", "stats", "where"),
}

NAMES: tuple[str, ...] = tuple(name for names in SECTIONS.values() for name in names)
