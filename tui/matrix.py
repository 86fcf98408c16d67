"""Countries against countries: how many briefs each pair has. Knows no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from store.views import PairRow

Sort = Literal["briefs", "name"]

SHADES = " ░▒▓█"
"""Signs for counts, so that a busy pair is seen without colour."""


@dataclass(slots=True)
class MatrixStand:
    """Where one was in the matrix: its order, its filter, and the two countries by their codes."""

    sort: Sort = "briefs"
    filter: str = ""
    codes: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The codes of the countries in order, their names, and the pair of each two that have one."""

    codes: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    pairs: dict[tuple[str, str], PairRow] = field(default_factory=dict)

    def at(self, row: int, column: int) -> PairRow | None:
        """The pair of two countries by their places in the order, if there are briefs on it."""
        if not (0 <= row < len(self.codes) and 0 <= column < len(self.codes)):
            return None
        return self.pairs.get((self.codes[row], self.codes[column]))

    def total(self, row: int) -> int:
        """How many briefs the pairs of a country have together."""
        code = self.codes[row]
        return sum(pair.briefs for (one, _), pair in self.pairs.items() if one == code)

    @property
    def most(self) -> int:
        """The briefs of the busiest pair."""
        return max((pair.briefs for pair in self.pairs.values()), default=0)

    def shade(self, count: int) -> str:
        """The sign for a count: blank for none, full for the busiest pair."""
        if not count:
            return SHADES[0]
        return SHADES[1 + (len(SHADES) - 2) * (count - 1) // max(1, self.most - 1)]


def matrix_of(pairs: Iterable[PairRow], sort: Sort = "briefs") -> Matrix:
    """Lay pairs out as a matrix, the countries with most briefs first or by name."""
    both: dict[tuple[str, str], PairRow] = {}
    names: dict[str, str] = {}
    totals: Counter[str] = Counter()
    for pair in pairs:
        a, _, b = pair.pair.partition("-")
        both[a, b] = both[b, a] = pair
        names |= {a: pair.names[0], b: pair.names[1]}
        totals[a] += pair.briefs
        totals[b] += pair.briefs
    by_name = sorted(names, key=lambda code: names[code])
    codes = by_name if sort == "name" else sorted(by_name, key=lambda code: -totals[code])
    return Matrix(tuple(codes), names, both)


def as_plain(matrix: Matrix) -> dict[str, object]:
    """The matrix for JSON: the codes, and the counts row by row, 0 where there is no brief."""
    size = range(len(matrix.codes))
    counts = [[pair.briefs if (pair := matrix.at(r, c)) else 0 for c in size] for r in size]
    return {"countries": list(matrix.codes), "briefs": counts}
