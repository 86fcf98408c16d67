"""The pages of pairs, countries, people and analysts: lines that lead on, one kind a file."""

from __future__ import annotations

from collections.abc import Iterator

from store.views import AnalystView, CountryView, PairView, PersonView
from tui.folios.lines import FolioLine

Page = PairView | CountryView | PersonView | AnalystView


def lines_of(page: Page, width: int) -> Iterator[FolioLine]:
    """Yield the lines of a page for a pane of `width` cells."""
    if isinstance(page, PairView):
        from tui.folios.pair import pair_lines

        return pair_lines(page, width)
    if isinstance(page, CountryView):
        from tui.folios.country import country_lines

        return country_lines(page, width)
    if isinstance(page, PersonView):
        from tui.folios.person import person_lines

        return person_lines(page, width)
    from tui.folios.analyst import analyst_lines

    return analyst_lines(page, width)
