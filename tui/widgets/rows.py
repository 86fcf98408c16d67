"""How one row of a list looks: briefs, pairs, people and analysts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, singledispatch

from rich.cells import cell_len
from rich.style import Style

from store.text import one_line
from store.views import AnalystRow, PairRow, PersonRow, Row
from tui.page import wrap
from tui.painting import PLAIN, Piece, both_ends, fit, fit_pieces, flat, highlighted, padded
from tui.widgets.look import Look
from tui.widgets.sparkline import spark

WIDE = 72
"""From this width on, all that is known of a brief stands on one line."""

_LEAST, _ROOMY = 36, 56  # cells from which on a row of a pair has bars of months, and more of them
_MONTHS, _MONTHS_WIDE = 6, 12
_SIGNED = 4  # cells of the signs before a title, and of what stands under them
_BEFORE = 14  # cells before a passage, and some for what follows its first hit
_SHARE = 3  # of a row a third at most says why it was found

Lines = list[list[Piece]]


def height_of(width: int, searching: bool, *, long: bool = False) -> int:
    """Lines of a brief's row: one if wide, else two; and one for the snippet of a search.

    Where the titles are `long` and there is room for it, they have two lines to themselves.
    """
    return (1 if width >= WIDE else 2 + long) + searching


def is_long(row: Row, width: int) -> bool:
    """Whether a title does not fit on one line of a narrow row."""
    return cell_len(one_line(row.title)) > width - _SIGNED


def reason_of(row: Row) -> str:
    """Say the least certain reason a brief was found for: "shoigu → Shoygu", "prefix milit"."""
    return _reason(row.why) if row.why else ""


def paint(
    item: object, look: Look, is_marked: Callable[[str], bool], *,
    searching: bool = False, reasoned: bool = False,
) -> Lines:  # fmt: skip
    """Return the lines of any row; `is_marked` tells by id which briefs are marked.

    Rows of a search end in a passage; `reasoned` ones say why they were found.
    """
    if isinstance(item, Row):
        return _brief(item, look, is_marked(item.id), searching, reason_of(item) * reasoned)
    return _entity(item, look)


def _brief(row: Row, look: Look, marked: bool, searching: bool, reason: str) -> Lines:
    styles = look.styles
    signs = [
        ("✓" if marked else " ", styles["mark"]),
        ("★" if row.starred else " ", styles["mark"]),
        (" " if row.read else "●", styles["mark"]),
    ]
    title = one_line(row.title) or "(no title)"
    style = PLAIN if row.read else styles["strong"]
    if look.width >= WIDE:
        lines = [_on_one_line(row, look, signs, (title, style))]
    else:
        first, *more = _titled(title, look.width - _SIGNED, max(1, look.height - 1 - searching))
        lines = [fit_pieces([*signs, (f" {first}", style)], look.width)]
        lines += [[("    ", PLAIN), (part, style)] for part in more]
        under: list[Piece] = [("    ", PLAIN), *_facts(row, look), *_byline(row, look)]
        lines.append(fit_pieces(under, look.width))
    return [*lines, _found(row, look, reason)] if searching else lines


def _titled(title: str, width: int, lines: int) -> list[str]:
    """A title on so many lines at most, what does not fit on the last one cut away."""
    starts = [start for start, _ in wrap(title, width)][:lines]
    ends = [*starts[1:], len(title)]
    return [fit(title[a:b].rstrip(), width) for a, b in zip(starts, ends, strict=True)]


def _on_one_line(row: Row, look: Look, signs: list[Piece], title: Piece) -> list[Piece]:
    author = fit(", ".join(_surname(name) for name in row.authors), look.width // 5)
    left = [*signs, (" ", PLAIN), *_facts(row, look), title]
    return both_ends(left, [(f" {author} ", look.styles["quiet"])], look.width)


def _facts(row: Row, look: Look) -> list[Piece]:
    pair = row.pairs[0] if row.pairs else ""
    more = f"+{len(row.pairs) - 1}" if len(row.pairs) > 1 else ""
    return [
        (padded(row.date or "no date", 10) + " ", look.styles["quiet"]),
        (padded(pair, 5), look.styles["code"]),
        (padded(more, 2) + " ", look.styles["quiet"]),
        ("¶ " if row.has_comment else "  ", look.styles["comment"]),
    ]


def _byline(row: Row, look: Look) -> list[Piece]:
    names = ", ".join(_surname(name) for name in row.authors)
    house = f", {one_line(row.institution)}" if row.institution and names else ""
    return [(f"{names}{house}", look.styles["quiet"])]


@lru_cache(2000)
def _surname(name: str) -> str:
    """The family name: without titles, degrees and suffixes, and first where it stands first."""
    from store.entities.names import surname  # late: it knows many given names

    return surname(one_line(name)) or one_line(name)


def _found(row: Row, look: Look, reason: str) -> list[Piece]:
    """The line under a hit: where it stands, the passage, and why it was found if that is said."""
    styles = look.styles
    said = fit(reason, look.width // _SHARE)
    why: list[Piece] = [(f" {said} ", styles["guess"])] if said else []
    left: list[Piece] = [("    ", PLAIN)]
    room = look.width - _BEFORE - sum(len(text) for text, _ in why)
    if row.snippet is not None:
        section = row.snippet.section
        left.append((f"{section} ", styles["comment" if section == "comment" else "report"]))
        text, spans = _around(flat(row.snippet.text), row.snippet.highlights, room)
        left += highlighted(text, spans, styles["quiet"], styles["hit"])
    return both_ends(left, why, look.width)


def _around(
    text: str, spans: Sequence[tuple[int, int]], width: int
) -> tuple[str, list[tuple[int, int]]]:
    """Cut the start of a passage away where its first hit would not be seen otherwise."""
    if not spans or spans[0][1] <= width:
        return text, list(spans)
    cut = text.find(" ", max(0, spans[0][0] - width // 3)) + 1
    if not 0 < cut <= spans[0][0]:
        cut = max(0, spans[0][0] - width // 3)
    return "…" + text[cut:], [(s - cut + 1, e - cut + 1) for s, e in spans if s >= cut]


def _reason(why: Sequence[str]) -> str:
    """Say the least certain reason: "shoigu → Shoygu", "prefix milit" or "exact"."""
    for kind in ("corrected", "prefix"):
        for reason in why:
            how, _, what = reason.partition(": ")
            if how == kind:
                return one_line(what if kind == "corrected" else f"{kind} {what}")
    return "exact"


@singledispatch
def _entity(item: object, look: Look) -> Lines:
    return [[(str(item), PLAIN)]]


@_entity.register
def _(row: PairRow, look: Look) -> Lines:
    styles = look.styles
    counts = f"{row.briefs:,} · {row.comments:,} ¶ "
    months = _MONTHS_WIDE if look.width >= _ROOMY else _MONTHS
    left = [
        (" " + padded(row.pair, 6), styles["code"]),
        ("–".join(one_line(name) for name in row.names) + " ", styles["strong"]),
    ]
    return [_with_shape(left, counts, spark(row.by_month, months), look)]


@_entity.register
def _(row: PersonRow, look: Look) -> Lines:
    styles = look.styles
    office = ", ".join(one_line(part) for part in (row.rank, row.office) if part)
    left = [
        (" " + padded(row.country or "?", 3), styles["code"]),
        (one_line(row.name) + " (?)" * row.partial + "  ", styles["strong"]),
        (office, styles["quiet"]),
    ]
    return [both_ends(left, [(f"{row.briefs:,} ", styles["quiet"])], look.width)]


@_entity.register
def _(row: AnalystRow, look: Look) -> Lines:
    styles = look.styles
    counts = f"{row.briefs:,} · {row.comments:,} ¶ "
    left = [
        (" " + one_line(row.name) + "  ", styles["strong"]),
        (one_line(row.institution or "") + "  ", styles["quiet"]),
        (" ".join(row.pairs[:3]), styles["code"]),
    ]
    return [both_ends(left, [(counts, styles["quiet"])], look.width)]


def _with_shape(left: list[Piece], counts: str, shape: str, look: Look) -> list[Piece]:
    right: list[tuple[str, Style]] = [(counts, look.styles["quiet"])]
    if look.width >= _LEAST:
        right.insert(0, (shape + "  ", look.styles["report"]))
    return both_ends(left, right, look.width)
