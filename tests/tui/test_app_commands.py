"""Every command of the table does what it says: keys are pressed, effects are seen.

The tests are found by the table: a command without one fails.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.command import CommandPalette

from store.export.citations import cite
from store.ingest.pipeline import ingest
from store.library import Library
from tests.tui.driving import Drive, driven
from tests.writing import brief_text, save
from tui.keys import COMMANDS, Command, Where
from tui.locations import state_folder
from tui.screens.compare import CompareScreen
from tui.screens.leaflet import Leaflet
from tui.screens.matrix import MatrixScreen
from tui.screens.picker import Picker
from tui.screens.review import ReviewScreen

Check = Callable[[Drive, str], Awaitable[None]]
CHECKS: dict[str, Check] = {}
# Seen to in test_app_review.py, which needs people who may be one.
REVIEWING = {command.id for command in COMMANDS if command.where == ("review",)}
COMPARING = [command for command in COMMANDS if command.where == ("compare",)]
SMALL = (76, 16)
"""A size at which every sample brief is longer than the screen."""


def checks(command: str) -> Callable[[Check], Check]:
    """Name the command that a check is for."""

    def keep(check: Check) -> Check:
        CHECKS[command] = check
        return check

    return keep


async def press(d: Drive, key: str) -> None:
    await d.press(*key.split(" "))


def test_every_command_has_a_check() -> None:
    own = {c.id for c in COMPARING} | REVIEWING  # test_comparing reads the table
    assert {c.id for c in COMMANDS} == CHECKS.keys() | MOVES.keys() | own


@pytest.mark.parametrize(
    ("command", "key"),
    [
        pytest.param(c.id, key, id=f"{c.id}-{key}")
        for c in COMMANDS
        if c.where not in (("compare",), ("review",)) and not set(c.where) & {"places"}
        for key in c.keys
    ],
)
async def test_command(library: Library, command: str, key: str) -> None:
    async with driven(library) as d:
        await CHECKS[command](d, key)


# Finding


@checks("search")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert d.screen.bar.input.has_focus


@checks("to_results")
@checks("leave_query")
async def _(d: Drive, key: str) -> None:
    await d.type("iran")
    found = d.results()
    await press(d, key)
    assert d.screen.listing.has_focus
    assert d.results() == found
    assert d.screen.bar.input.value == "iran"


@checks("leave")
async def _(d: Drive, key: str) -> None:
    await d.press("j", "j", "j")
    stood = d.row.id
    await d.type("iran")
    await d.press("enter", "j", "enter")
    assert d.screen.reader.has_focus
    await press(d, key)
    assert d.screen.listing.has_focus
    await press(d, key)
    assert d.screen.bar.input.value == ""
    assert d.row.id == stood


@checks("explain")
async def _(d: Drive, key: str) -> None:
    await d.type("iran")
    await press(d, key)
    assert isinstance(d.app.screen, Leaflet)
    assert "iran" in d.text()


@checks("widen")
async def _(d: Drive, key: str) -> None:
    await d.press("2", "enter")
    await d.type("the")
    scoped = d.screen.listing.shelf.total
    await d.press("enter")
    await press(d, key)
    assert d.screen.here.place.scope is None
    assert d.screen.bar.input.value == "the"
    assert d.screen.listing.shelf.total > scoped


# Reading


@checks("read_on")
async def _(d: Drive, key: str) -> None:
    await d.pilot.resize_terminal(*SMALL)
    await d.press("enter")
    await press(d, key)
    assert d.screen.reader.line > 1


@checks("read_back")
async def _(d: Drive, key: str) -> None:
    await d.pilot.resize_terminal(*SMALL)
    await d.press("enter", "G")
    low = d.screen.reader.line
    await press(d, key)
    assert 0 <= d.screen.reader.line < low - 1


@checks("next_hit")
async def _(d: Drive, key: str) -> None:
    await _search_two_briefs(d)
    brief, places = d.screen.reader.brief, len(d.screen.reader.hits)
    assert brief is not None
    assert places
    for number in range(places):
        await press(d, key)
        assert d.screen.reader.hit == number
    await press(d, key)
    assert d.screen.reader.brief is not None
    assert d.screen.reader.brief.id != brief.id
    assert d.screen.reader.hit == 0


@checks("previous_hit")
async def _(d: Drive, key: str) -> None:
    await _search_two_briefs(d)
    first = d.row.id
    await d.press("j")
    await press(d, key)
    assert d.screen.reader.hit == len(d.screen.reader.hits) - 1
    for _ in d.screen.reader.hits:
        await press(d, key)
    assert d.row.id == first
    assert d.screen.reader.hit == len(d.screen.reader.hits) - 1


async def _search_two_briefs(d: Drive) -> None:
    await d.type("iran")
    await d.press("enter")
    assert d.screen.listing.shelf.total >= 2


@checks("next_entity")
async def _(d: Drive, key: str) -> None:
    await d.press("enter")
    await press(d, key)
    await press(d, key)
    assert d.screen.reader.name_at == 1


@checks("previous_entity")
async def _(d: Drive, key: str) -> None:
    await d.press("enter", "}", "}")
    await press(d, key)
    assert d.screen.reader.name_at == 0


@checks("follow")
async def _(d: Drive, key: str) -> None:
    await d.press("enter", "}")
    place = d.screen.reader.names[0][1]
    await press(d, key)
    assert d.screen.here.place.scope == place.scope
    assert d.screen.listing.shelf.total >= 1
    assert f"in {place.name}" in d.text(d.screen.bar)


# Acting


@checks("mark")
async def _(d: Drive, key: str) -> None:
    marked = d.row
    await press(d, key)
    assert d.screen.listing.marks == {marked.id: marked}
    assert "✓" in d.text(d.screen.listing)
    await d.press("k")
    await press(d, key)
    assert d.screen.listing.marks == {}


@checks("who_is_who")
async def _(d: Drive, key: str) -> None:
    await press(d, "3")
    await press(d, key)
    assert isinstance(d.app.screen, ReviewScreen)


@checks("compare")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert "Mark two briefs" in d.text(d.screen.status)
    await d.press("space", "space")
    await press(d, key)
    assert isinstance(d.app.screen, CompareScreen)


@checks("star")
async def _(d: Drive, key: str) -> None:
    row = d.row
    await press(d, key)
    assert d.row.starred is not row.starred
    assert d.library.brief(row.id).starred is not row.starred
    assert ("★" in d.text(d.screen.listing)) is d.row.starred


@checks("toggle_read")
async def _(d: Drive, key: str) -> None:
    row = d.row
    await press(d, key)
    assert d.row.read is not row.read
    assert d.library.brief(row.id).read is not row.read
    line = next(line for line in d.text(d.screen.places).splitlines() if "Unread" in line)
    assert str(d.library.list(unread=True).total) in line


@checks("mark_all")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert len(d.screen.listing.marks) == d.library.stats().briefs
    await press(d, key)
    assert d.screen.listing.marks == {}


@checks("tag")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    await d.press(*"arms", "enter")
    assert d.library.brief(d.row.id).tags == ("arms",)
    assert "tagged +arms" in d.text(d.screen.status)


@checks("note")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    await d.press(*"Dubious", "enter")
    (note,) = d.library.brief(d.row.id).notes
    assert (note.text, note.paragraph) == ("Dubious", None)
    await d.press("enter", "G")
    assert "Dubious" in d.text(d.screen.reader)


@checks("forget")
async def _(d: Drive, key: str) -> None:
    gone, total = d.row.id, d.screen.listing.shelf.total
    await press(d, key)
    assert d.screen.listing.shelf.total == total - 1
    assert gone not in {row.id for row in d.results()}
    assert "U takes it back" in d.text(d.screen.status)


@checks("undo")
async def _(d: Drive, key: str) -> None:
    row = d.row
    await d.press("d")
    assert d.row.id != row.id
    await press(d, key)
    assert d.row.id == row.id
    assert "taken back: 1 brief forgotten" in d.text(d.screen.status)


@checks("copy")
async def _(d: Drive, key: str) -> None:
    await d.press("enter", "J", "J")
    await press(d, key)
    brief = d.screen.reader.brief
    assert brief is not None
    assert _copied() == [p for section in brief.sections for p in section.paragraphs][1]
    assert f"Copied the passage of {brief.id}, paragraph 2 into" in d.screen.status.said


@checks("cite")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert _copied() == cite([d.library.brief(d.row.id)]).rstrip()


def _copied() -> str:
    return (state_folder() / "copied.txt").read_text(encoding="utf-8")


@checks("open_source")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert d.library.brief(d.row.id).sources[0].path in d.screen.status.said


@checks("edit")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert isinstance(d.app.screen, Picker)
    await d.press(*"title", "enter", "end", *" II", "enter")
    assert d.library.brief(d.row.id).title.endswith(" II")
    assert d.row.title.endswith(" II")


@checks("pipe")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    await d.press(*"head -n 1", "enter")
    assert isinstance(d.app.screen, Leaflet)
    assert "ended with 0" in d.text()
    assert d.row.title[:20] in d.text()


@checks("ingest")
async def _(d: Drive, key: str) -> None:
    source = save(d.library.path.parent, "more.txt", brief_text("A Ferry Crosses Twice"))
    total = d.library.stats().briefs
    await press(d, key)
    await d.press(*str(source), "enter")
    assert "1 added" in d.text(d.screen.status)
    assert d.library.stats().briefs == d.screen.listing.shelf.total == total + 1


@checks("include")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert isinstance(d.app.screen, Picker)
    await d.press(*"iran–russia", "enter")
    assert d.screen.bar.input.value.strip() == "pair:IR-RU"
    assert d.screen.listing.shelf.total == d.library.search("pair:IR-RU").total


@checks("exclude")
async def _(d: Drive, key: str) -> None:
    total = d.screen.listing.shelf.total
    await press(d, key)
    await d.press(*"iran–russia", "enter")
    assert d.screen.bar.input.value.strip() == "-pair:IR-RU"
    assert d.screen.listing.shelf.total == total - d.library.search("pair:IR-RU").total


@checks("save_search")
async def _(d: Drive, key: str) -> None:
    await d.type("sanctions")
    await d.press("enter")
    await press(d, key)
    await d.press(*"Oil", "enter")
    (saved,) = d.library.searches()
    assert (saved.name, saved.query) == ("Oil", "sanctions")
    assert "Oil" in d.text(d.screen.places)


@checks("versions")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert "only one version" in d.text(d.screen.status)
    folder = d.library.path.parent
    for comment in ("Moscow wants it more.", "Moscow wants it less than it says."):
        ingest(d.library, [save(folder, "twice.txt", brief_text("Two Ferries", comment=comment))])
    await d.type("ferries ")
    await d.press("enter")
    await press(d, key)
    assert isinstance(d.app.screen, Leaflet)
    assert any("less than it says" in line.plain for line in d.app.screen.lines)


@checks("next_paragraph")
async def _(d: Drive, key: str) -> None:
    await d.press("enter")
    await press(d, key)
    await press(d, key)
    assert d.screen.reader.paragraph == 2
    assert "▸ 2" in d.text(d.screen.reader)


@checks("previous_paragraph")
async def _(d: Drive, key: str) -> None:
    await d.press("enter", "J", "J")
    await press(d, key)
    assert d.screen.reader.paragraph == 1


# Where something is asked


@checks("answer")
async def _(d: Drive, key: str) -> None:
    await d.press("t", *"arms")
    await press(d, key)
    assert not d.screen.prompt.display
    assert d.screen.listing.has_focus
    assert d.library.brief(d.row.id).tags == ("arms",)


@checks("cancel")
async def _(d: Drive, key: str) -> None:
    await d.press("t", *"arms")
    await press(d, key)
    assert not d.screen.prompt.display
    assert d.screen.listing.has_focus
    assert d.library.brief(d.row.id).tags == ()


@checks("complete")
async def _(d: Drive, key: str) -> None:
    d.library.tag([d.row.id], ["armaments", "armour"])
    await d.press("t", *"+a")
    assert "+armaments" in d.text(d.screen.prompt)
    await press(d, key)
    assert d.screen.prompt.input.value == "+arm"
    await d.press("o")
    await press(d, key)
    assert d.screen.prompt.input.value == "+armour"


@checks("write_elsewhere")
async def _(d: Drive, key: str) -> None:
    # A driven app has no terminal to lend to an editor, and says so.
    await d.press("a", *"Dub")
    await press(d, key)
    assert "no editor here" in d.text(d.screen.status)


@checks("pick")
async def _(d: Drive, key: str) -> None:
    await d.press("e", "down")
    await press(d, key)
    assert d.screen.prompt.display
    assert f"date of {d.row.id}" in d.text(d.screen.prompt)


@checks("pick_none")
async def _(d: Drive, key: str) -> None:
    await d.press("e")
    await press(d, key)
    assert d.app.screen is d.screen
    assert not d.screen.prompt.display


@checks("pick_next")
async def _(d: Drive, key: str) -> None:
    await d.press("e")
    await press(d, key)
    assert isinstance(d.app.screen, Picker)
    assert d.app.screen.rows.cursor == 1


@checks("pick_previous")
async def _(d: Drive, key: str) -> None:
    await d.press("e", "down", "down")
    await press(d, key)
    assert isinstance(d.app.screen, Picker)
    assert d.app.screen.rows.cursor == 1


# Going


@checks("back")
async def _(d: Drive, key: str) -> None:
    await d.press("j", "j", "3")
    assert d.kind == "people"
    await press(d, key)
    assert d.kind == "briefs"
    assert d.screen.listing.cursor == 2


@checks("forward")
async def _(d: Drive, key: str) -> None:
    await d.press("3", "j", "backspace")
    await press(d, key)
    assert d.kind == "people"
    assert d.screen.listing.cursor == 1


@checks("briefs")
@checks("pairs")
@checks("people")
@checks("analysts")
@checks("marked")
async def _(d: Drive, key: str) -> None:
    kinds = {"1": "briefs", "2": "pairs", "3": "people", "4": "analysts", "5": "marked"}
    await d.press("5" if key != "5" else "2")
    await press(d, key)
    assert d.kind == kinds[key]
    assert kinds[key].removesuffix("s") in d.text(d.screen.status)


@checks("page")
async def _(d: Drive, key: str) -> None:
    await d.press("2", "enter")
    await press(d, key)
    assert d.screen.folio.has_focus
    assert "BY MONTH" in d.text(d.screen.folio)
    await press(d, key)
    assert d.screen.listing.has_focus
    assert not d.screen.folio.display


# The matrix


def _matrix(d: Drive) -> MatrixScreen:
    assert isinstance(d.app.screen, MatrixScreen)
    return d.app.screen


@checks("matrix")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    pair = d.library.pairs()[0]
    assert {pair.names[0], pair.names[1]} <= set(_matrix(d).grid.matrix.names.values())
    assert pair.names[0] in d.text()


@checks("cell_left")
async def _(d: Drive, key: str) -> None:
    await d.press("M", "l", "l")
    column = _matrix(d).grid.column
    await press(d, key)
    assert _matrix(d).grid.column == column - 1


@checks("cell_right")
async def _(d: Drive, key: str) -> None:
    await d.press("M")
    column = _matrix(d).grid.column
    await press(d, key)
    assert _matrix(d).grid.column == column + 1


@checks("next_pair")
async def _(d: Drive, key: str) -> None:
    await d.press("M")
    before = (_matrix(d).grid.row, _matrix(d).grid.column)
    await press(d, key)
    grid = _matrix(d).grid
    assert (grid.row, grid.column) != before
    assert grid.matrix.at(grid.row, grid.column) is not None


@checks("filter")
async def _(d: Drive, key: str) -> None:
    await d.press("M")
    await press(d, key)
    await d.press(*"kosovo")
    pairs = {row.pair for row in d.library.pairs() if "Kosovo" in row.names}
    assert {row.pair for row in _matrix(d).grid.matrix.pairs.values()} == pairs


@checks("to_matrix")
async def _(d: Drive, key: str) -> None:
    await d.press("M", "/", *"kosovo")
    await press(d, key)
    assert _matrix(d).grid.has_focus
    pairs = {row.pair for row in d.library.pairs() if "Kosovo" in row.names}
    assert {row.pair for row in _matrix(d).grid.matrix.pairs.values()} == pairs


@checks("sort")
async def _(d: Drive, key: str) -> None:
    await d.press("M")
    busiest = _matrix(d).grid.matrix.codes
    await press(d, key)
    matrix = _matrix(d).grid.matrix
    assert matrix.codes != busiest
    assert list(matrix.codes) == sorted(matrix.codes, key=lambda code: matrix.names[code])


@checks("leave_matrix")
async def _(d: Drive, key: str) -> None:
    await d.press("M", "/", *"kosovo", "enter")
    await press(d, key)
    assert len(_matrix(d).grid.matrix.codes) > 2
    await press(d, key)
    assert d.app.screen is d.screen


@checks("next_pane")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert d.screen.reader.has_focus
    await press(d, key)
    assert d.screen.places.has_focus
    await press(d, key)
    assert d.screen.listing.has_focus


@checks("left")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert d.screen.places.has_focus


@checks("right")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert d.screen.reader.has_focus


@checks("close")
async def _(d: Drive, key: str) -> None:
    await d.press("enter")
    await press(d, key)
    assert d.screen.listing.has_focus
    await d.press("2")
    await press(d, key)
    assert d.kind == "briefs"
    assert d.app.return_code is None
    await d.leave(key)
    assert d.app.return_code == 0


@checks("find_line")
async def _(d: Drive, key: str) -> None:
    await d.press("?")
    await press(d, key)
    await d.press(*"undone")
    leaflet = d.app.screen
    assert isinstance(leaflet, Leaflet)
    assert leaflet.find.has_focus
    assert "No line has that." in d.text()


@checks("dismiss")
async def _(d: Drive, key: str) -> None:
    await d.press("?")
    await press(d, key)
    assert d.app.screen is d.screen


@checks("help")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert isinstance(d.app.screen, Leaflet)
    assert "Keys of Dateline" in d.text()


@checks("palette")
async def _(d: Drive, key: str) -> None:
    await press(d, key)
    assert isinstance(d.app.screen, CommandPalette)


@checks("quit")
async def _(d: Drive, key: str) -> None:
    await d.press("2", "/")
    await d.leave(key)
    assert d.app.return_code == 0


# Moving: the same commands in the list, among the places and in the brief


def _at(d: Drive, where: Where) -> int:
    """How far down it is, headings (which are passed over) not counted."""
    if where == "reader":
        return d.screen.reader.line
    if where == "matrix":
        return _matrix(d).grid.row
    panes = {"places": d.screen.places, "page": d.screen.folio, "list": d.screen.listing}
    pane = panes[where]
    return sum(pane.selectable(pane.shelf.get(row)) for row in range(pane.cursor))


MOVES: dict[str, tuple[str, Callable[[int, int], bool]]] = {
    # command: where to start from, and what must hold between the row before and after
    "open": ("", lambda before, after: before == after),
    "down": ("", lambda before, after: after == before + 1),
    "up": ("j j", lambda before, after: after == before - 1),
    "half_down": ("", lambda before, after: after > before + 1),
    "half_up": ("G", lambda before, after: after < before - 1),
    "page_down": ("", lambda before, after: after > before + 2),
    "page_up": ("G", lambda before, after: after < before - 2),
    "top": ("j j j", lambda before, after: before > after == 0),
    "bottom": ("", lambda before, after: after > before + 3),
}


@pytest.mark.parametrize("where", ["list", "reader", "places", "page", "matrix"])
async def test_moving(library: Library, where: Where) -> None:
    async with driven(library, (120, 24)) as d:
        commands = [c for c in COMMANDS if where in c.where and c.id in MOVES and c.id != "open"]
        assert len(commands) == 8
        ways = {"list": "escape", "reader": "l", "places": "h", "page": "2 l", "matrix": "M"}
        await d.press(*ways[where].split())
        for command in commands:
            start, holds = MOVES[command.id]
            for key in command.keys:
                await d.press("g", "g", *start.split())
                before = _at(d, where)
                await press(d, key)
                after = _at(d, where)
                assert holds(before, after), (command.id, key, before, after)


async def test_open_a_brief(library: Library) -> None:
    async with driven(library) as d:
        assert not d.row.read
        await d.press("enter")
        assert d.screen.reader.has_focus
        assert d.library.brief(d.row.id).read


async def test_open_a_place(library: Library) -> None:
    async with driven(library) as d:
        await d.press("h", "j", "j", "enter")
        assert d.screen.here.place.name == "Starred"
        assert "Nothing is starred" in d.text(d.screen.listing)


@pytest.mark.parametrize(
    "command", [c for c in COMMANDS if c.where == ("compare",)], ids=lambda c: c.id
)
async def test_comparing(library: Library, command: Command) -> None:
    for key in command.keys:
        async with driven(library, place="pair:IR-RU") as d:
            await d.press("c", "l")
            before = d.text()
            assert isinstance(d.app.screen, CompareScreen)
            await d.press(key)
            assert d.text() != before
            assert isinstance(d.app.screen, CompareScreen) is (command.id != "end_compare")


async def test_half_a_sequence_does_nothing_and_is_forgotten(library: Library) -> None:
    async with driven(library) as d:
        await d.press("j", "j", "g", "j", "g")
        assert d.screen.listing.cursor == 3
        await d.press("g")
        assert d.screen.listing.cursor == 0


async def test_the_palette_runs_commands_and_changes_themes(library: Library) -> None:
    async with driven(library) as d:
        # The palette gathers its hits in its own time, so the slower press is the right one.
        await d.pilot.press("ctrl+p", *"pairs", "enter")
        await d.rest()
        assert d.kind == "pairs"
        await d.pilot.press("ctrl+p", *"light", "enter")
        assert d.app.theme == "dateline-light"
