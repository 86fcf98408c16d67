"""Standing on pairs and people, the way back, and the start at an address."""

from __future__ import annotations

from pathlib import Path

from store.ingest.pipeline import ingest
from store.library import Library
from tests.tui.driving import driven


async def test_the_newest_briefs_come_first_with_the_keys_in_the_list(library: Library) -> None:
    async with driven(library) as d:
        assert d.screen.listing.has_focus
        assert d.results() == list(library.list().results)[: len(d.results())]
        assert d.screen.reader.brief is not None
        assert d.screen.reader.brief.id == d.row.id


async def test_the_places_are_counted(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        text = d.text(d.screen.places)
        pair = library.pairs()[0]
        assert f"{'–'.join(pair.names)}" in text
        assert library.analysts()[0].name[:12] in text
        assert str(library.stats().briefs) in text


async def test_a_pair_shows_its_head_and_what_is_near(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("2", "enter")
        page = library.pair(d.screen.here.place.pair or "")
        head = d.text(d.screen.dossier)
        assert "–".join(page.names) in head
        assert f"{len(page.briefs)} brief" in head
        assert page.analysts[0].name in head
        assert page.people[0].name[:12] in d.text(d.screen.places)


async def test_a_person_shows_offices_and_company(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("3", "enter")
        page = library.person(d.screen.here.place.person or "")
        assert page.name in d.text(d.screen.dossier)
        assert {row.id for row in d.results()} == {row.id for row in page.briefs}


async def test_a_low_screen_has_no_room_for_the_head(library: Library) -> None:
    async with driven(library, (120, 24)) as d:
        await d.press("2", "enter")
        assert not d.screen.dossier.display


async def test_a_name_in_the_brief_leads_there_and_back_to_the_line(library: Library) -> None:
    async with driven(library, (120, 20)) as d:
        await d.press("j", "enter", "j", "j", "}")
        brief, line = d.screen.reader.brief, d.screen.reader.line
        assert brief is not None
        await d.press("enter")
        assert d.screen.listing.has_focus
        await d.press("backspace")
        assert d.screen.reader.has_focus
        assert d.screen.reader.brief is not None
        assert (d.screen.reader.brief.id, d.screen.reader.line) == (brief.id, line)
        assert d.screen.listing.cursor == 1


async def test_analysts_are_places_too(library: Library) -> None:
    async with driven(library) as d:
        await d.press("4", "enter")
        name = library.analysts()[0].name
        assert d.screen.here.place.name == name
        assert d.results()
        assert all(name in row.authors for row in d.results())


async def test_comparing_on_a_pair_needs_no_marks(library: Library) -> None:
    async with driven(library) as d:
        await d.press("2", "enter", "c")
        assert type(d.app.screen).__name__ == "CompareScreen"


async def test_marks_gather_in_a_list_of_their_own(library: Library) -> None:
    async with driven(library) as d:
        await d.press("space", "space", "5")
        assert d.screen.listing.shelf.total == 2
        assert "2 marked" in d.text(d.screen.status)


async def test_starting_at_a_pair(library: Library) -> None:
    pair = next(row for row in library.pairs() if " " not in "".join(row.names))
    async with driven(library, place=f"pair:{pair.names[1].lower()}-{pair.names[0].lower()}") as d:
        assert f"in {'–'.join(pair.names)}" in d.text(d.screen.bar)
        assert d.screen.listing.shelf.total == pair.briefs


async def test_starting_at_a_query(library: Library) -> None:
    async with driven(library, place="sanctions") as d:
        assert d.screen.bar.input.value == "sanctions"
        assert d.screen.listing.shelf.total == library.search("sanctions").total


async def test_starting_at_a_brief(library: Library) -> None:
    row = library.list().results[-1]
    async with driven(library, place=f"brief:{row.id}") as d:
        assert d.screen.reader.brief is not None
        assert d.screen.reader.brief.id == row.id
        assert d.screen.reader.has_focus


async def test_starting_at_a_brief_that_is_not_there(library: Library) -> None:
    async with driven(library, place="brief:bzzzz") as d:
        assert any("bzzzz" in note.message for note in d.app._notifications)
        assert d.results()


async def test_an_empty_library_says_what_to_do(empty: Library) -> None:
    async with driven(empty) as d:
        text = d.text(d.screen.listing)
        assert "dateline ingest FOLDER" in text
        assert "dateline demo" in text
        assert d.screen.listing.has_focus


async def test_text_from_outside_is_never_markup(empty: Library, tmp_path: Path) -> None:
    source = tmp_path / "odd.txt"
    source.write_text(
        "Ferry [bold red]Talks[/] Between Iran and Russia \\[x]\n\n"
        "By Mira Halloran | Fellow - Harbour Institute | Oct 20, 2017\n\n"
        "Iran and Russia [link=x]met[/link] at the [@click=app.quit]pier[/] on Tuesday.\n\n"
        "Comment: The pier matters [/] more than Iran admits.\n"
    )
    ingest(empty, [source])
    async with driven(empty) as d:
        text = d.text()
        for part in ("[bold red]Talks[/]", "[link=x]met[/link]", "[@click=app.quit]pier[/]"):
            assert part in text.replace("\n", " ") or part in d.text(d.screen.reader)
