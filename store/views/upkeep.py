"""The library as a file: its size, copies, soundness and mending."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that could be typed next, and what it stands for ("" if that is plain)."""

    value: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Stats:
    """The library in numbers; `bytes` is the size of its files on disk."""

    briefs: int
    versions: int
    sources: int
    people: int
    pairs: int
    first: str | None
    last: str | None
    bytes: int


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library that was written and checked; `bytes` is its size."""

    file: str
    briefs: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a library: what it is, where, and what mends it."""

    what: str
    where: str
    mend: str


@dataclass(frozen=True, slots=True)
class Health:
    """What the doctor found: sound if nothing."""

    sound: bool
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovery:
    """A new library made of what could be read of a damaged one, and what could not."""

    file: str
    briefs: int
    lost: tuple[Finding, ...] = ()
