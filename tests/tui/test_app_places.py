"""Standing on pairs and people, the way back, and the start at an address."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.ingest.pipeline import ingest
from store.library import Library, opening
from tests.tui.driving import driven
from tests.writing import brief_text, save
from tui.folios.lines import Decided, Spot
from tui.launch import end_look
from tui.place import ALL, country_place
from tui.screens import standing
from tui.screens.compare import CompareScreen
from tui.screens.matrix import MatrixScreen


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


async def test_beside_a_list_of_pairs_stands_the_page_of_the_chosen_one(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("2", "j", "j")
        page = library.pair(library.pairs()[2].pair)
        text = d.text(d.screen.folio)
        assert f"{'–'.join(page.names)} ({page.pair})" in text
        assert "BY MONTH" in text
        await d.press("1")
        assert d.screen.reader.display
        assert not d.screen.folio.display


async def test_a_month_on_the_page_leads_to_its_briefs_and_back_to_the_line(
    library: Library,
) -> None:
    async with driven(library, (120, 40), place="pair:IR-RU") as d:
        await d.press("p")
        folio = d.screen.folio
        month = next(iter(library.pair("IR-RU").by_month))
        while f" {month} " not in str(folio.item):
            await d.press("j")
        line = folio.cursor
        await d.press("enter")
        assert {row.date[:7] for row in d.results() if row.date} == {month}
        assert all("IR-RU" in row.pairs for row in d.results())
        await d.press("backspace")
        assert folio.has_focus
        assert folio.cursor == line


async def test_a_gap_in_the_months_is_told_with_its_length(library: Library) -> None:
    async with driven(library, (120, 40), place="pair:IR-RU") as d:
        await d.press("p")
        page = library.pair("IR-RU")
        assert page.gaps
        assert "nothing for " in d.text(d.screen.folio)


async def test_a_mention_on_a_persons_page_leads_to_its_paragraph(library: Library) -> None:
    person = next(p for p in library.people() if library.person(p.id).in_comment)
    async with driven(library, (120, 60), place=f"person:{person.id}") as d:
        await d.press("p")
        page = library.person(person.id)
        passage = next(p for p in page.passages if p.section == "comment")
        folio = d.screen.folio
        lines = [folio.shelf.get(n) for n in range(folio.shelf.total)]
        spots = [line.goes if line else None for line in lines]
        folio.cursor = spots.index(Spot(passage.brief, passage.paragraph))
        await d.press("enter")
        reader = d.screen.reader
        assert reader.has_focus
        assert reader.brief is not None
        assert (reader.brief.id, reader.paragraph) == (passage.brief, passage.paragraph)
        assert " ".join(passage.sentence.split()) in " ".join(reader.passage().split())
        await d.press("backspace")
        assert folio.has_focus


async def test_an_analyst_has_a_page_with_hedges_and_comments_in_order(library: Library) -> None:
    analyst = max(library.analysts(), key=lambda a: a.comments)
    async with driven(library, (120, 80)) as d:
        await d.press("4", "enter")
        assert "Covers" in d.text(d.screen.dossier)
    async with driven(library, (120, 80), place=f"analyst:{analyst.name}") as d:
        await d.press("p")
        page = library.analyst(analyst.name)
        text = d.text(d.screen.folio)
        assert page.hedges[0].phrase in text
        dates = [row.date for row in page.rows if row.has_comment and row.date]
        at = [text.find(date) for date in sorted(dates) if date in text.partition("IN ORDER")[2]]
        assert at == sorted(at)


async def test_comparing_on_an_analyst_needs_no_marks(library: Library) -> None:
    analyst = max(library.analysts(), key=lambda a: a.comments)
    async with driven(library, place=f"analyst:{analyst.name}") as d:
        await d.press("c")
        assert type(d.app.screen).__name__ == "CompareScreen"


async def test_the_matrix_leads_to_a_pair(library: Library) -> None:
    async with driven(library, place="matrix:") as d:
        screen = d.app.screen
        assert isinstance(screen, MatrixScreen)
        grid = screen.grid
        pair = grid.matrix.at(grid.row, grid.column)
        if pair is None:
            await d.press("n")
            pair = grid.matrix.at(grid.row, grid.column)
        assert pair is not None
        assert f"{pair.briefs:,} briefs" in d.text()
        await d.press("enter")
        assert d.screen.here.place.pair == pair.pair


@pytest.mark.parametrize(
    "address", ["pairs:", "people:", "analysts:", "marked:", "briefs:", "is:unread", "pair:IR-RU"]
)
async def test_every_place_has_an_address(library: Library, address: str) -> None:
    async with driven(library, place=address) as d:
        assert d.screen.here.place.address == address
        assert d.screen.bar.input.value == ""


async def test_reading_goes_on_in_the_same_brief_after_an_act(library: Library) -> None:
    async with driven(library, place="pair:IR-RU") as d:
        await d.press("p")
        folio = d.screen.folio
        while not isinstance(folio.item.goes, Spot):
            await d.press("j")
        await d.press("enter")
        brief = d.screen.reader.brief
        assert brief is not None
        await d.press("t", *"seen", "enter")
        assert d.screen.reader.has_focus
        assert d.screen.reader.brief is not None
        assert d.screen.reader.brief.id == brief.id
        assert d.screen.reader.brief.tags == ("seen",)


async def test_what_came_in_since_one_last_looked_is_said(library: Library, tmp_path: Path) -> None:
    async with driven(library) as d:
        assert "new since" not in d.screen.status.said
    library.look()
    ingest(library, [save(tmp_path, "new.txt", brief_text("A Ferry Crosses Twice"))])
    async with driven(library) as d:
        assert "1 new since earlier today" in d.screen.status.said
        await d.press("2", "1")
        assert "1 new since earlier today" in d.screen.status.said


async def test_a_search_goes_along_to_the_places_that_its_counts_stand_beside(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "RESTING", 0.001)
    async with driven(library, (120, 40)) as d:
        await d.type("sanctions")
        await d.press("enter")
        await d.until(lambda: d.screen.counted == "sanctions")
        entries = {e.place.scope: e.count for e in d.screen.places.entries if e.place}
        found = {f.term: f.briefs for f in library.facets("sanctions").facets if f.kind == "pair"}
        assert found.items() <= entries.items()
        assert "PAIRS FOUND" in d.text(d.screen.places)
        await d.press("h", *"jjj", "enter")
        scope = d.screen.here.place.scope
        assert scope in found
        assert d.screen.bar.input.value == "sanctions"
        assert d.screen.listing.shelf.total == found[scope]
        await d.press("escape")
        assert d.screen.here.place.scope == scope
        assert d.screen.listing.shelf.total == library.search(scope).total
        await d.press("backspace", "backspace")
        assert d.screen.here.place == ALL
        assert d.screen.bar.input.value == "sanctions"


async def test_where_a_search_is_left_behind_the_way_back_is_told(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.type("sanctions")
        await d.press("enter", "enter", "}", "enter")
        place = d.screen.here.place
        assert place.scope is not None
        assert d.screen.listing.shelf.total == library.search(place.scope).total
        assert "Backspace goes back" in d.screen.status.said
        await d.press("backspace")
        assert d.screen.bar.input.value == "sanctions"


async def test_the_counts_are_of_all_again_when_the_search_is_dropped(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "RESTING", 0.001)
    async with driven(library, (120, 40)) as d:
        before = list(d.screen.places.entries)
        await d.type("galwan")
        await d.until(lambda: d.screen.counted == "galwan")
        assert list(d.screen.places.entries) != before
        await d.press("enter", "escape")
        await d.until(lambda: d.screen.counted == "")
        assert list(d.screen.places.entries) == before


async def test_the_head_tells_how_many_people_find_no_room(library: Library) -> None:
    async with driven(library, (120, 40), "pair:IR-RU") as d:
        people = library.pair("IR-RU").people
        head = d.text(d.screen.dossier)
        shown = sum(f"{p.name} {p.briefs}" in head for p in people)
        assert shown >= 3
        line = next(x for x in head.splitlines() if people[shown - 1].name in x)
        assert line.rstrip(" ▏").endswith(f"+{len(people) - shown}")


async def test_a_row_tells_how_many_more_pairs_it_is_on(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        rows = [row for row in d.results() if len(row.pairs) > 1]
        text = d.text(d.screen.listing)
        assert f"{rows[0].pairs[0]}+{len(rows[0].pairs) - 1}" in text


async def test_a_country_is_a_place_with_a_page(library: Library) -> None:
    country = library.country("iran")
    async with driven(library, (120, 40), "country:iran") as d:
        assert d.screen.here.place == country_place("IR", "Iran")
        assert d.screen.listing.shelf.total == country.total
        assert country.pairs[0].pair in d.text(d.screen.dossier)
        assert "ITS PAIRS" in d.text(d.screen.places)
        await d.press("p")
        text = d.text(d.screen.folio)
        assert "Iran (IR)" in text
        assert "ITS PEOPLE" in text
        await d.press("enter")
        assert d.screen.here.place.pair == country.pairs[0].pair
        await d.press("backspace", "c")
        assert isinstance(d.app.screen, CompareScreen)


async def test_a_decision_is_told_on_the_page_and_taken_back_there(library: Library) -> None:
    (one, other, *_) = [person for person in library.people() if not person.partial]
    entry = library.different(one.name, other.name)
    async with driven(library, (120, 40), f"person:{one.id}") as d:
        await d.press("p")
        assert "WHO IS WHO" in d.text(d.screen.folio)
        assert f"{entry.a} and" in d.text(d.screen.folio)
        assert isinstance(d.screen.folio.item.goes, Decided)
        await d.press("enter", "n", "enter")
        assert library.ledger()[-1].undone is None
        await d.press("enter", "y", "enter")
        assert library.ledger()[-1].undone is not None
        assert "WHO IS WHO" not in d.text(d.screen.folio)


async def test_another_that_writes_for_long_keeps_nobody_from_reading(library: Library) -> None:
    with Library.open(library.path) as other, other.writing():
        async with driven(library, (120, 40)) as d:
            await d.type("iran")
            await d.press("enter", "j", "n", "2", "enter")
            assert d.screen.here.place.pair
            assert d.screen.listing.shelf.total


def test_another_that_writes_keeps_nobody_from_leaving(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with Library.open(library.path) as other, other.writing():
        end_look(library)
    assert library.looked_on() is None
    end_look(library)
    assert library.looked_on() is not None
