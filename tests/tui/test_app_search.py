"""Searching as one types: every key, the scope, what was guessed, and the way back."""

from __future__ import annotations

import pytest

from store.library import Library
from tests.tui.driving import driven
from tui.lists import Found
from tui.messages import Listed
from tui.place import ALL
from tui.widgets.rows import height_of, reason_of


async def test_results_follow_every_key(library: Library) -> None:
    async with driven(library) as d:
        before = d.screen.listing.shelf.total
        totals = []
        await d.press("/")
        for key in "khamenei":
            await d.press(key)
            totals.append(d.screen.listing.shelf.total)
            assert d.screen.bar.input.has_focus
        assert totals[0] <= before
        assert 1 <= totals[-1] < before
        assert totals[-1] == library.search("khamenei").total
        assert f"{totals[-1]:,} brief" in d.text(d.screen.status)


async def test_a_hit_shows_its_passage_its_half_and_why(library: Library) -> None:
    async with driven(library) as d:
        await d.type("sanctions")
        row = d.row
        assert row.snippet is not None
        text = d.text(d.screen.listing)
        assert row.snippet.section in text
        assert "exact" not in text, "all were found so; only what differs is said"
        styles = [
            segment.style
            for line in range(d.screen.listing.row_height)
            for segment in d.screen.listing.render_line(line)
            if segment.style and segment.text.strip().lower() == "sanctions"
        ]
        assert any(style.bold and style.underline for style in styles)


async def test_a_misspelled_word_is_corrected_and_said(library: Library) -> None:
    async with driven(library) as d:
        await d.type("rusia ")
        corrections = library.search("rusia").corrections
        assert corrections
        assert f"rusia → {corrections[0].to[0]}" in d.text(d.screen.status)
        assert d.results()


async def test_escape_returns_to_the_very_row_and_scroll(library: Library) -> None:
    async with driven(library, (120, 20)) as d:
        await d.press("G", "k", "k")
        listing = d.screen.listing
        stood = (listing.cursor, listing.scroll_offset.y, d.row.id)
        await d.type("iran")
        assert listing.cursor == 0
        await d.press("escape", "j", "escape")
        assert (listing.cursor, listing.scroll_offset.y, d.row.id) == stood


async def test_late_results_are_dropped(library: Library) -> None:
    async with driven(library) as d:
        await d.type("iran")
        shown = d.results()
        d.screen.post_message(Listed(d.screen.desk.ticket - 1, 0, Found(0, ())))
        await d.rest()
        assert d.results() == shown


async def test_scope_follows_place_and_is_said(library: Library) -> None:
    async with driven(library) as d:
        await d.press("2", "enter")
        pair = d.screen.here.place.pair
        assert pair is not None
        await d.type("the")
        assert d.results()
        assert all(pair in row.pairs for row in d.results())
        assert f"in {'–'.join(library.pair(pair).names)} ›" in d.text(d.screen.bar)


async def test_nothing_found_says_what_to_do(library: Library) -> None:
    async with driven(library) as d:
        await d.press("2", "enter")
        await d.type("zzqqxxyyzz qqzzkkxx")
        text = d.text(d.screen.listing)
        assert "Nothing found." in text
        assert "Drop a word" in text
        assert "w " in text
        assert d.screen.reader.brief is None


async def test_any_string_may_be_typed(library: Library) -> None:
    async with driven(library) as d:
        await d.press("/")
        d.screen.bar.input.value = 'AND OR "unbalanced (*: [bold]NEAR(-- 🙂'
        await d.rest()
        assert not d.app._notifications
        assert "[bold]" in d.text(d.screen.bar)


async def test_pairs_people_and_analysts_are_filtered_as_one_types(library: Library) -> None:
    async with driven(library) as d:
        await d.press("2")
        await d.type("iran russia")
        assert [row.pair for row in d.screen.listing.shelf._pages[0]] == ["IR-RU"]
        await d.press("enter", "enter")
        assert d.screen.here.place.pair == "IR-RU"


async def test_a_snippet_takes_a_line_of_its_own() -> None:
    assert [height_of(width, True) - height_of(width, False) for width in (40, 100)] == [1, 1]


async def test_from_a_widened_search_back_is_the_search_in_its_place(library: Library) -> None:
    async with driven(library) as d:
        await d.press("2", "enter")
        place = d.screen.here.place
        await d.type("the")
        found = d.screen.listing.shelf.total
        await d.press("enter", "w")
        assert d.screen.here.place.scope is None
        await d.press("[")
        assert d.screen.here.place == place
        assert d.screen.bar.input.value == "the"
        assert d.screen.listing.shelf.total == found
        await d.press("]")
        assert d.screen.here.place.scope is None
        assert d.screen.bar.input.value == "the"


async def test_a_search_that_was_left_lies_ahead(library: Library) -> None:
    async with driven(library) as d:
        await d.type("iran")
        await d.press("enter", "j")
        row = d.row.id
        await d.press("[")
        assert d.screen.bar.input.value == ""
        await d.press("]")
        assert d.screen.bar.input.value == "iran"
        assert d.row.id == row
        await d.press("[")
        assert d.screen.bar.input.value == ""


async def test_leaving_a_search_gives_the_keys_to_the_list(library: Library) -> None:
    async with driven(library) as d:
        await d.type("hatami")
        await d.press("enter", "enter", "}", "}", "enter", "backspace", "backspace", "escape")
        assert d.screen.here.place.scope is None
        assert d.screen.listing.has_focus
        await d.press("j")
        assert d.screen.listing.cursor == 1


async def test_a_result_opens_at_its_first_hit(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        await d.type("uranium")
        await d.press("enter", "enter")
        assert d.screen.reader.hit == 0
        assert d.screen.reader.hits


async def test_what_has_no_words_takes_no_line_for_a_passage(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        height = d.screen.listing.row_height
        await d.type("pair:IR-RU ")
        assert d.screen.listing.row_height == height
        await d.press("space", *"putin")
        assert d.screen.listing.row_height == height + 1


async def test_the_reason_stands_in_the_rows_only_where_it_differs(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.type("Suleymani ")
        word = library.search("Suleymani ").corrections[0].to[0]
        assert f"Suleymani → {word}" in d.text(d.screen.status)
        assert "→" not in d.text(d.screen.listing)
        d.screen.drop_search()
        await d.type("militar")
        reasons = {reason_of(row) for row in d.results()}
        text = d.text(d.screen.listing)
        assert len(reasons) > 1 or "all by “militar…”" in d.text(d.screen.status)
        assert ("prefix" in text) == (len(reasons) > 1)


async def test_a_reason_costs_neither_pair_nor_analyst(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.type("iran")
        await d.press("enter")
        listing = d.screen.listing
        listing.reasoned = False
        listing.repaint()
        plain = [listing.render_line(at).text for at in range(listing.size.height)]
        listing.reasoned = True
        listing.repaint()
        told = [listing.render_line(at).text for at in range(listing.size.height)]
        height = listing.row_height
        for at, (before, now) in enumerate(zip(plain, told, strict=True)):
            assert before == now or at % height == height - 1, "only the passage gives way"
        assert plain != told


@pytest.mark.parametrize("query", ["iran galwan", "Suleymani", "iran sanctions", "galwan or", "zz"])
async def test_the_counts_beside_a_search_are_those_of_its_list(
    library: Library, query: str
) -> None:
    async with driven(library, (120, 40)) as d:
        await d.type(query)
        await d.until(lambda: d.screen.counted == query)
        total = library.search(query).total
        all_briefs = next(e for e in d.screen.places.entries if e.place == ALL)
        assert all_briefs.count == total
        assert f"{total:,} brief" in d.text(d.screen.status)
        for entry in d.screen.places.entries:
            assert (entry.count or 0) <= total


async def test_a_pair_in_a_search_says_how_many_of_its_briefs_answer(library: Library) -> None:
    async with driven(library, (120, 40), "pair:IR-RU") as d:
        await d.type("sanctions")
        await d.until(lambda: d.screen.counted == "sanctions")
        found = library.search("sanctions", scope="pair:IR-RU").total
        of = library.search("pair:IR-RU").total
        assert 0 < found < of
        assert f"{found} of {of} answer to “sanctions”" in d.text(d.screen.dossier)
        near = {entry.name for entry in d.screen.places.near}
        text = d.text(d.screen.places)
        assert {"PEOPLE HERE", "NEIGHBOURS"} <= near
        assert "PEOPLE HERE · IN ALL" in text
        await d.press("escape", "escape")
        assert "answer to" not in d.text(d.screen.dossier)
