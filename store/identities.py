"""Who is who: names by structure, and the reader's decisions that come on top.

A name belongs by structure to the earliest name it agrees with, its *home*. The ledger holds what
the reader decided, `same` or `different`, in the order it was said; whatever was said last counts.
A person is the names that stand together after that, and bears the number of the earliest. Nothing
else is changed by a decision, so taking one back leaves everything as it was.

A decision names its two sides as printed (`reference`), not by number: it outlives `refresh`, and
means the same in another library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from store.entities.names import name_key, surname
from store.entities.same_names import same_person
from store.text import skeleton, slug

Act = Literal["same", "different"]
# A bare surname belongs to one brief; its id stands behind it: "Assad (b4f2k)".
_BARE = re.compile(r"\A(.+) \((b[0-9a-z]+)\)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the library: its number, its key, as first printed, and its home's number."""

    id: int
    key: str
    printed: str
    home: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reader said of two names, by their keys."""

    act: Act
    a: str
    b: str


def surname_key(printed: str) -> str:
    """Return the sound of a name's surname, or its letters where it has no sound."""
    return skeleton(surname(printed)) or slug(printed)


def key(printed: str, brief: str) -> str:
    """Return the key of a printed name; a bare surname's is of the `brief` (public id) alone."""
    return name_key(printed) or f"{surname_key(printed)}_{brief}"


def reference(printed: str, brief: str | None) -> str:
    """Return how the ledger names a name: as printed, a bare surname with its brief's id."""
    return printed if brief is None else f"{printed} ({brief})"


def key_of(text: str) -> str:
    """Return the key of a `reference`."""
    bare = _BARE.match(text)
    return name_key(text) or (key(bare[1], bare[2]) if bare else surname_key(text))


def settle(names: Iterable[Name], decisions: Sequence[Decision]) -> dict[int, int]:
    """Return the person of every name, both by number, after the decisions in their order.

    `names` must hold all names of every home that a decision touches.
    """
    known = {name.id: name for name in names}
    by_key = {name.key: name for name in known.values()}
    groups: dict[int, set[int]] = {}
    by_home: dict[int, set[int]] = {}
    for name in known.values():
        group = by_home.setdefault(name.home, set())
        group.add(name.id)
        groups[name.id] = group
    for decision in decisions:
        a, b = by_key.get(decision.a), by_key.get(decision.b)
        if a is None or b is None:
            continue  # said of a name that no brief holds any more
        if decision.act == "same":
            _join(groups, a, b)
        elif groups[a.id] is groups[b.id]:
            _part(groups, known, a, b)
    return {id_: min(group) for id_, group in groups.items()}


def _join(groups: dict[int, set[int]], a: Name, b: Name) -> None:
    one, two = groups[a.id], groups[b.id]
    if one is two:
        return
    one |= two
    groups.update(dict.fromkeys(two, one))


def _part(groups: dict[int, set[int]], known: Mapping[int, Name], a: Name, b: Name) -> None:
    """Take `b` out of the person of `a`, and with it what belongs to it rather than to `a`."""
    together = groups[a.id]
    if a.home == b.home:
        gone = {i for i in together if known[i].home == b.home and _nearer(known[i], b, a)}
    else:
        gone = {i for i in together if known[i].home == b.home}
    together -= gone
    groups.update(dict.fromkeys(gone, gone))


def _nearer(name: Name, b: Name, a: Name) -> bool:
    if name in (a, b):
        return name == b
    return same_person(name.printed, b.printed) and not same_person(name.printed, a.printed)
