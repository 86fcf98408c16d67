"""The head of a place: who and what a pair or a person is, and its shape in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from store.text import one_line
from store.views import AnalystView, CountryView, PairView, PersonView
from tui.folios import Page
from tui.painting import fit, flat
from tui.widgets.fitting import fitted
from tui.widgets.sparkline import spark


class Dossier(Static):
    """A few lines above the list while one stands on a pair or a person."""

    def __init__(self, *, pane: str) -> None:
        super().__init__("", id=pane, markup=False)
        self.page: Page | None = None
        self._answer = ""

    def show(self, page: Page | None) -> None:
        """Show the page of a pair or person, or nothing."""
        self.page = page
        self._draw()

    def answer(self, found: str, query: str) -> None:
        """Say how many of the briefs a search finds ("3", "10,000+"); no query: say nothing."""
        answer = f"{found} of {{all}} answer to “{one_line(query)}”" if query else ""
        if answer != self._answer:
            self._answer = answer
            self._draw()

    def on_resize(self) -> None:
        """The bars and lists are cut to the width."""
        self._draw()

    def _draw(self) -> None:
        width = max(20, self.size.width or 40)
        lines = list(_lines(self.page, width)) if self.page else []
        if self.page and self._answer:
            said = self._answer.replace("{all}", f"{_total(self.page):,}", 1)
            lines.insert(0, Content.styled(fit(said, width), "$hit"))
        self.update(Content("\n").join(lines))


def _total(page: Page) -> int:
    """The briefs of a page, searched or not."""
    if isinstance(page, CountryView):
        return page.total
    return page.briefs if isinstance(page, AnalystView) else len(page.briefs)


def _lines(page: Page, width: int) -> Iterator[Content]:
    if isinstance(page, PairView):
        yield from _pair_lines(page, width)
    elif isinstance(page, CountryView):
        yield from _country_lines(page, width)
    elif isinstance(page, PersonView):
        yield from _person_lines(page, width)
    else:
        yield from _analyst_lines(page, width)


def _pair_lines(page: PairView, width: int) -> Iterator[Content]:
    comments = sum(row.has_comment for row in page.briefs)
    facts = f"{_briefs(len(page.briefs))}, {comments} with comment"
    yield from _title("–".join(page.names), facts, width)
    yield from _shape(page.by_month, len(page.gaps), width)
    yield from _named("People", [f"{p.name} {p.briefs}" for p in page.people], width, 2)
    yield from _named("Analysts", [f"{a.name} {a.briefs}" for a in page.analysts], width, 2)
    yield from _named("Neighbours", [f"{p.pair} {p.briefs}" for p in page.neighbours], width)


def _country_lines(page: CountryView, width: int) -> Iterator[Content]:
    facts = f"{_briefs(page.total)}, {page.commented:,} with comment"
    yield from _title(f"{page.name} ({page.code})", facts, width)
    yield from _shape(page.by_month, len(page.gaps), width)
    yield from _named("Pairs", [f"{p.pair} {p.briefs}" for p in page.pairs], width, 2)
    yield from _named("People", [f"{p.name} {p.briefs}" for p in page.people], width)
    yield from _named("Analysts", [f"{a.name} {a.briefs}" for a in page.analysts], width)


def _person_lines(page: PersonView, width: int) -> Iterator[Content]:
    where = f"named {page.in_report}× in reports, {page.in_comment}× in comments"
    yield from _title(
        f"{page.name} ({page.country or '?'})", f"{_briefs(len(page.briefs))}, {where}", width
    )
    yield from _shape(page.by_month, len(page.gaps), width)
    other = [name for name in page.names if name != page.name]
    yield from _named("Also as", other, width)
    offices = [
        " ".join(part for part in (o.rank, o.office, o.first and f"({o.first})") if part)
        for o in page.offices
    ]
    yield from _named("Offices", offices, width)
    yield from _named("With", [f"{p.name} {p.briefs}" for p in page.with_], width)


def _analyst_lines(page: AnalystView, width: int) -> Iterator[Content]:
    yield from _title(page.name, f"{_briefs(page.briefs)}, {page.comments} with comment", width)
    yield from _shape(page.by_month, len(page.gaps), width)
    yield from _named("At", page.institutions, width)
    yield from _named("Covers", [f"{pair} {n}" for pair, n in page.coverage.items()], width)
    yield from _named("Hedges", [f"{h.phrase} {h.times}" for h in page.hedges], width)


def _title(name: str, facts: str, width: int) -> Iterator[Content]:
    name = one_line(name)
    if cell_len(name) + cell_len(facts) + 2 <= width:
        yield Content.assemble((name, "bold"), (f"  {facts}", "$quiet"))
    else:
        yield Content.styled(fit(name, width), "bold")
        yield Content.styled(fit(facts, width), "$quiet")


def _shape(by_month: Mapping[str, int], gaps: int, width: int) -> Iterator[Content]:
    dated = sorted(by_month)
    if not dated:
        return
    silent = f" · {gaps} silent month{'' if gaps == 1 else 's'}" if gaps else ""
    span = f"{dated[0]} – {dated[-1]}{silent}"
    bars = spark(by_month, min(72, width))
    if len(bars) + len(span) + 2 <= width:
        yield Content.assemble((bars, "$report"), (f"  {span}", "$quiet"))
    else:
        yield Content.styled(bars, "$report")
        yield Content.styled(fit(span, width), "$quiet")


def _named(label: str, items: Sequence[str], width: int, lines: int = 1) -> Iterator[Content]:
    """Names behind a label, as many as fit on some lines, and how many more there are."""
    lead = f"{label}  "
    for text in fitted([flat(item) for item in items], width - len(lead), lines):
        yield Content.assemble((lead, "$quiet"), text)
        lead = " " * len(lead)


def _briefs(count: int) -> str:
    return f"{count:,} brief{'' if count == 1 else 's'}"
