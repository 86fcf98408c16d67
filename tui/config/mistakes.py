"""What is wrong with a file of settings: every mistake with its line and the nearest right name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.errors import UsageError
from store.text import one_line


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake; `line` counts from 1 and is None where the whole file is meant."""

    line: int | None
    text: str


class ConfigError(UsageError):
    """The settings cannot be used; its text names the first mistake and how many there are."""

    def __init__(self, path: Path, mistakes: Sequence[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(sorted(mistakes, key=lambda m: m.line or 0))
        more = len(self.mistakes) - 1
        rest = f" (and {more} more; “dateline config --check” tells all)" if more else ""
        super().__init__(f"{self.lines[0]}{rest}")

    @property
    def lines(self) -> tuple[str, ...]:
        """Every mistake as FILE:LINE: what is wrong, as compilers print it."""
        return tuple(
            f"{self.path}:{m.line}: {m.text}" if m.line else f"{self.path}: {m.text}"
            for m in self.mistakes
        )


@dataclass(slots=True)
class Mistakes:
    """Gathers mistakes while a file is read; `line_of` finds the line of a name in it."""

    line_of: Callable[..., int | None]
    found: list[Mistake] = field(default_factory=list)

    def add(self, text: str, *names: str) -> None:
        """Note a mistake about what stands under these names, the outermost first."""
        self.found.append(Mistake(self.line_of(*names), one_line(text)))

    def unknown(
        self, table: Mapping[str, Any], known: Iterable[str], what: str, *under: str
    ) -> None:
        """Note every name of a table that is not known."""
        names = tuple(known)
        for name in table:
            if name not in names:
                self.add(f"there is no {what} “{name}”{nearest(name, names)}", *under, name)

    def choice(self, value: object, choices: Sequence[str], what: str, *names: str) -> bool:
        """Note a value that is not one of the choices; tell whether it is."""
        if isinstance(value, str) and value in choices:
            return True
        text = value if isinstance(value, str) else repr(value)
        self.add(f"there is no {what} “{text}”{nearest(text, choices)}", *names)
        return False


def nearest(name: str, names: Iterable[str]) -> str:
    """Return "; did you mean star?", or the names there are if they are few and none is near."""
    from difflib import get_close_matches

    known = tuple(names)
    if near := get_close_matches(name.lower().replace("-", "_"), known, n=1, cutoff=0.5):
        return f"; did you mean {near[0]}?"
    if near := get_close_matches(name, known, n=1, cutoff=0.5):
        return f"; did you mean {near[0]}?"
    return f"; there are {', '.join(known)}" if len(known) <= 12 else ""
