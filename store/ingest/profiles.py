"""Institute profiles: what no rule can know about one house's layout, in TOML.

    match = ["Office of the Press Secretary"]   # a text that holds one of these is of this house
    institution = "The White House"             # of authors whose byline names none
    date_order = "mdy"                          # how "11/02/2012" is meant: "mdy" or "dmy"
    boilerplate = ["For Immediate Release"]     # lines to set aside, as printed
    [labels]
    comment = ["House View"]                    # label words that open judgement
    report = ["The Wire"]                       # and those that open reporting

Some are shipped; a reader's own stand in a folder of their own and win over those of the same name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from store.brief import Brief, Reading, SectionKind
from store.errors import InputError
from store.text import fold, one_line

ORDERS = {"mdy": (0, 1), "dmy": (1, 0)}
_KEYS = frozenset(("match", "institution", "date_order", "boilerplate", "labels"))
_REACH = 4000  # characters at each end of a text in which a profile's marks are looked for
_AMBIGUOUS = "day and month ambiguous"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one house; `labels` maps folded label words to the kind they open."""

    name: str
    match: tuple[str, ...]
    institution: str | None = None
    date_order: str | None = None
    boilerplate: frozenset[str] = frozenset()
    labels: tuple[tuple[str, SectionKind], ...] = ()

    def fits(self, text: str) -> bool:
        """Whether a text is of this house."""
        ends = text if len(text) <= 2 * _REACH else f"{text[:_REACH]}\n{text[-_REACH:]}"
        return any(mark in ends for mark in self.match)

    def without_boilerplate(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return a text without this house's furniture, and the lines that were set aside."""
        lines = text.split("\n")
        aside = tuple(line.strip() for line in lines if one_line(line) in self.boilerplate)
        if not aside:
            return text, ()
        return "\n".join("" if one_line(n) in self.boilerplate else n for n in lines), aside

    def complete(self, brief: Brief, aside: tuple[str, ...]) -> Brief:
        """Return a brief of this house with what the profile knows of it."""
        authors = tuple(
            replace(a, institution=a.institution or self.institution) for a in brief.authors
        )
        brief = replace(brief, authors=authors, boilerplate=(*brief.boilerplate, *aside))
        return self._dated(brief) if self.date_order else brief

    def _dated(self, brief: Brief) -> Brief:
        """Settle a date of which day and month could not be told apart."""
        reading = brief.readings.get("date")
        parts = [int(part) for part in (brief.date_text or "").split("/") if part.isdigit()]
        if reading is None or _AMBIGUOUS not in reading.reason or len(parts) != 3:
            return brief
        month, day = (parts[at] for at in ORDERS[self.date_order or "mdy"])
        told = Reading("likely", f"{reading.reason}, settled by the profile “{self.name}”")
        problems = tuple(problem for problem in brief.problems if problem.field != "date")
        date = f"{brief.date}-{month:02}-{day:02}"
        readings = {**brief.readings, "date": told}
        return replace(brief, date=date, readings=readings, problems=problems)


@lru_cache(maxsize=4)
def load(own: Path | None = None) -> tuple[Profile, ...]:
    """Return the profiles, the reader's own first. Raises `InputError` naming the file at fault."""
    found = dict(_shipped())
    mine = {path.stem: path for path in sorted(own.glob("*.toml"))} if own else {}
    read = [_profile(name, _text(path), str(path)) for name, path in mine.items()]
    read += [_profile(name, text, name) for name, text in found.items() if name not in mine]
    return tuple(read)


def load_anew(own: Path | None = None) -> tuple[Profile, ...]:
    """Return the profiles as they are on disk now, and use these from here on; as `load`."""
    load.cache_clear()
    return load(own)


def fitting(text: str, own: Path | None = None) -> Profile | None:
    """Return the first profile that fits a text, None if none does."""
    return next((profile for profile in load(own) if profile.fits(text)), None)


def _shipped() -> Iterator[tuple[str, str]]:
    for file in sorted(files("store.ingest").joinpath("institutes").iterdir(), key=str):
        if file.name.endswith(".toml"):
            yield file.name.removesuffix(".toml"), file.read_text(encoding="utf-8")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a profile ({error})") from error


def _profile(name: str, text: str, where: str) -> Profile:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where}: no TOML that can be read ({error})") from error
    unknown = sorted(data.keys() - _KEYS)
    if unknown:
        raise InputError(f"{where}: no key “{unknown[0]}”; there are {', '.join(sorted(_KEYS))}")
    order = data.get("date_order")
    if order is not None and order not in ORDERS:
        raise InputError(f"{where}: date_order is “mdy” or “dmy”, not “{order}”")
    match = _strings(data, "match", where)
    if not match:
        raise InputError(f"{where}: needs match, a list of texts by which the house is known")
    boilerplate = frozenset(map(one_line, _strings(data, "boilerplate", where)))
    institution = data.get("institution")
    if institution is not None and not isinstance(institution, str):
        raise InputError(f"{where}: institution is one text")
    return Profile(name, match, institution, order, boilerplate, _labels(data, where))


def _labels(data: dict[str, Any], where: str) -> tuple[tuple[str, SectionKind], ...]:
    table = data.get("labels", {})
    if not isinstance(table, dict) or table.keys() - {"comment", "report"}:
        raise InputError(f"{where}: [labels] holds the lists comment and report, nothing else")
    kinds: tuple[SectionKind, ...] = ("comment", "report")
    return tuple((fold(word), kind) for kind in kinds for word in _strings(table, kind, where))


def _strings(data: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise InputError(f"{where}: {key} is a list of texts")
    return tuple(value)
