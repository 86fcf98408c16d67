"""Acts on several briefs, notes on a passage, corrections, and what asks before it acts."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key

from store.export.citations import cite
from store.ingest import corrections
from store.ingest.pipeline import ingest
from store.library import Library
from tests.tui.driving import Drive, driven
from tests.writing import COMMENT, brief_text, save
from tui.locations import state_folder
from tui.screens import mending
from tui.screens.leaflet import Leaflet
from tui.screens.picker import Picker


async def test_acts_are_done_on_all_marked_briefs(library: Library) -> None:
    async with driven(library) as d:
        await d.press("space", "space")
        marked = tuple(d.screen.listing.marks)
        await d.press("s", "t", *"gulf", "enter")
        assert all(library.brief(identity).starred for identity in marked)
        assert all(library.brief(identity).tags == ("gulf",) for identity in marked)
        assert not library.brief(d.row.id).starred
        await d.press("s")
        assert not any(library.brief(identity).starred for identity in marked)


async def test_acts_on_a_query_are_acts_on_all_it_finds(library: Library) -> None:
    async with driven(library) as d:
        await d.type("pair:IR-RU")
        await d.press("enter", "*", "t", *"axis", "enter")
        assert library.search("tag:axis").total == library.search("pair:IR-RU").total > 1


async def test_in_the_brief_an_act_is_on_that_brief(library: Library) -> None:
    async with driven(library) as d:
        await d.press("j", "enter", "s")
        starred = [row.id for row in library.list(starred=True).results]
        assert d.screen.reader.brief is not None
        assert starred == [d.screen.reader.brief.id]


async def test_several_are_forgotten_only_when_asked_again(library: Library) -> None:
    total = library.stats().briefs
    async with driven(library) as d:
        await d.press("space", "space", "d", "n", "enter")
        assert library.stats().briefs == total
        await d.press("d", "y", "enter")
        assert library.stats().briefs == total - 2
        assert d.screen.listing.marks == {}
        await d.press("U")
        assert library.stats().briefs == total


async def test_opening_a_brief_leaves_nothing_to_undo(library: Library) -> None:
    async with driven(library) as d:
        await d.press("s", "enter", "backspace", "U")
        assert library.list(starred=True).total == 0
        assert "1 brief starred" in d.text(d.screen.status)


async def test_a_note_stands_under_its_paragraph(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("enter", "J", "J", "a", *"Where from?", "enter")
        assert d.screen.reader.brief is not None
        (note,) = d.screen.reader.brief.notes
        assert note.paragraph == 2
        lines = d.text(d.screen.reader).splitlines()
        at = next(i for i, line in enumerate(lines) if "✎ Where from?" in line)
        first = next(i for i, line in enumerate(lines) if "▸ 2" in line)
        assert first < at


async def test_tags_in_common_are_shown_and_can_be_taken_away(library: Library) -> None:
    async with driven(library) as d:
        library.tag([d.row.id], ["arms", "oil"])
        await d.press("t")
        assert "has arms oil" in d.text(d.screen.prompt)
        await d.press(*"-oil gas", "enter")
        assert library.brief(d.row.id).tags == ("arms", "gas")


async def test_the_boundary_moves_to_the_paragraph_picked_out(
    empty: Library, tmp_path: Path
) -> None:
    text = brief_text(comment=f"{COMMENT}\n\nA second paragraph of judgement.")
    ingest(empty, [save(tmp_path, "brief.txt", text)])
    async with driven(empty) as d:
        await d.press("enter", "J", "J", "J", "e", "enter")
        assert d.screen.prompt.input.value == "3"
        await d.press("enter")
        kinds = [s.kind for s in empty.brief(d.row.id).sections for _ in s.paragraphs]
        assert kinds == ["report", "report", "comment"]
        await d.press("U")
        kinds = [s.kind for s in empty.brief(d.row.id).sections for _ in s.paragraphs]
        assert kinds == ["report", "comment", "comment"]


async def test_a_value_that_is_none_is_refused_in_one_line(library: Library) -> None:
    async with driven(library) as d:
        before = library.brief(d.row.id)
        await d.press("e", *"date", "enter", *"x", "enter")
        assert library.brief(d.row.id) == before
        assert any("is no date" in note.message for note in d.app._notifications)


async def test_of_several_sources_one_is_chosen(empty: Library, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        ingest(empty, [save(tmp_path, name, brief_text())])
    async with driven(empty) as d:
        await d.press("o")
        assert isinstance(d.app.screen, Picker)
        await d.press(*"two", "enter")
        assert "two.txt" in d.screen.status.said


async def test_marking_all_of_a_search_keeps_earlier_marks(library: Library) -> None:
    async with driven(library) as d:
        await d.press("x", "x")
        earlier = set(d.screen.listing.marks)
        await d.press("/", *"galwan", "enter", "asterisk")
        found = {row.id for row in library.search("galwan", limit=100).results}
        assert found - earlier
        assert set(d.screen.listing.marks) == earlier | found
        await d.press("asterisk")
        assert set(d.screen.listing.marks) == earlier - found


async def test_a_folder_that_the_command_line_would_share_out_is_read(
    empty: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    for number in range(210):
        save(folder, f"{number}.txt", f"Ferry {number} Crosses\n\nThe ferry made {number} trips.\n")
    async with driven(empty) as d:
        await d.press("i", *str(folder), "enter")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert empty.stats().briefs == 210
        assert "Could not" not in " ".join(note.message for note in d.app._notifications)


async def test_what_was_not_taken_in_is_shown_with_the_reason(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    save(folder, "good.txt", brief_text("A Ferry Crosses Twice"))
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    async with driven(library) as d:
        await d.press("i", *str(folder), "enter")
        assert isinstance(d.app.screen, Leaflet)
        assert any("bad.txt" in line.plain for line in d.app.screen.lines)


async def test_a_program_that_is_not_there(library: Library) -> None:
    async with driven(library) as d:
        await d.press("|", *"no-such-program-anywhere", "enter")
        assert any("no program" in note.message for note in d.app._notifications)


async def test_a_pipe_knows_no_shell(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "caught"
    async with driven(library) as d:
        await d.press("|", *f"echo a > {target}", "enter")
        assert "a > " in d.text()
    assert not target.exists()


def test_every_field_that_can_be_corrected_is_offered() -> None:
    assert mending.FIELDS == corrections.FIELDS


async def test_enter_never_overtakes_the_letters_before_it(library: Library) -> None:
    async with driven(library) as d:
        row = d.row.id
        await d.press("t")
        await at_once(d, *"arms", "enter")
        assert library.brief(row).tags == ("arms",)
        await d.press("e")
        await at_once(d, *"date", "enter")
        assert f"date of {row}" in d.text(d.screen.prompt)


async def at_once(d: Drive, *keys: str) -> None:
    """Send keys as a slow line does: all together, none waited for."""
    driver = d.app._driver
    assert driver is not None
    for key in keys:
        event = Key(key, key if len(key) == 1 else None)
        event.set_sender(d.app)
        driver.send_message(event)
    await d.rest()
    await d.rest()


async def test_all_acts_go_to_the_marked_and_say_how_many(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("space", "space")
        marked = tuple(d.screen.listing.marks)
        assert "✓ 2 marked" in d.text(d.screen.status)
        for pane in ("list", "reader"):
            await d.press("r")
            assert all(library.brief(identity).read is (pane == "list") for identity in marked)
            assert "2 marked briefs" in d.text(d.screen.status)
            assert d.row.id not in marked
            await d.press("enter")
        await d.press("Y")
        assert _copied() == cite([library.brief(identity) for identity in marked]).rstrip()
        assert "the citations of 2 marked briefs" in d.screen.status.said
        await d.press("|", *"cat", "enter")
        assert all(library.brief(identity).title[:30] in _shown(d) for identity in marked)


def _shown(d: Drive) -> str:
    assert isinstance(d.app.screen, Leaflet)
    return "\n".join(line.plain for line in d.app.screen.lines)


async def test_what_goes_to_one_brief_says_that_the_marked_are_not_meant(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("space", "space", "y")
        here = d.row
        assert _copied() == f"{here.title} (brief:{here.id})"
        only = f"{here.id} (only this one, not the 2 marked)"
        assert f"the title of {only}" in d.screen.status.said
        await d.press("a")
        assert only in d.text(d.screen.prompt)
        await d.press("escape", "e")
        assert only in d.text()
        await d.press("escape", "enter", "J", "J", "Y")
        assert _copied() == cite([library.brief(here.id)], paragraph=2).rstrip()
        assert f"the citation of {here.id}, paragraph 2" in d.screen.status.said


async def test_one_that_is_marked_elsewhere_is_not_forgotten_unasked(library: Library) -> None:
    total = library.stats().briefs
    async with driven(library) as d:
        await d.press("space", "d")
        assert library.stats().briefs == total
        assert "Forget 1 marked brief?" in d.text(d.screen.prompt)


async def test_undo_says_when_nothing_is_left(library: Library) -> None:
    async with driven(library) as d:
        await d.press("s", "U", "U")
        assert "nothing to undo" in d.text(d.screen.status)


def _copied() -> str:
    return (state_folder() / "copied.txt").read_text(encoding="utf-8")
