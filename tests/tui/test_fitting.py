"""Names in a row: as many as fit, and the number of the rest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.fitting import fitted

NAMES = st.lists(st.text("abcde é中", min_size=1, max_size=12), max_size=14)


def test_the_rest_is_counted() -> None:
    assert fitted(["Ali 3", "Wu 2", "Kim 1"], 40) == ["Ali 3 · Wu 2 · Kim 1"]
    assert fitted(["Ali 3", "Wu 2", "Kim 1"], 17) == ["Ali 3 · Wu 2 · +1"]
    assert fitted(["Ali 3", "Wu 2", "Kim 1"], 13, lines=2) == ["Ali 3 · Wu 2", "Kim 1"]
    assert fitted([], 40) == []


@given(NAMES, st.integers(10, 60), st.integers(1, 3))
def test_lines_fit_and_nobody_is_left_uncounted(names: list[str], width: int, lines: int) -> None:
    told = fitted(names, width, lines)
    assert len(told) <= lines
    assert all(cell_len(line) <= width for line in told)
    if all(cell_len(name) + 6 <= width for name in names):
        parts = [part for line in told for part in line.split(" · ")]
        rest = int(parts.pop()) if parts and parts[-1].startswith("+") else 0
        assert parts == names[: len(names) - rest]
