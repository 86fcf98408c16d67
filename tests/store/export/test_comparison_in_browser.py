"""The page in a real browser: on a phone, on a desk and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from store.compare import compare
from store.export.comparison_page import to_html
from tests.store.compare.desk import a_brief
from tests.store.export.browser import Browser, chromium

HARBOUR = "The harbour dredging at Harn stalled; Ilva Brandt says that barges cannot pass."
HARBOUR_TOO = "Without dredging no barges reach the harbour, and Ilva Brandt knows it."
LONG = "A_single_word_that_is_wider_than_any_telephone_" * 4
CELLS = "[...document.querySelector('.row').querySelectorAll('.cell')]"
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this file."""
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def page(folder: Path, lanes: int) -> Path:
    """A page of comments that all have a paragraph on one thing and one of their own."""
    briefs = [
        a_brief(f"b{n}", (HARBOUR, HARBOUR_TOO)[n % 2], f"Salt {n}. {LONG}", analyst=f"Ada Zell{n}")
        for n in range(lanes)
    ]
    path = folder / "sheet.html"
    path.write_text(to_html(compare(briefs)), encoding="utf-8")
    return path


def test_a_phone_shows_the_cells_of_a_row_under_each_other_and_never_scrolls_aside(
    browser: Browser, tmp_path: Path
) -> None:
    browser.show(page(tmp_path, 2), 390, 800)
    assert browser.ask(WIDER_THAN_WINDOW) <= 0
    one, other = browser.ask(
        f"{CELLS}.map(c => [c.getBoundingClientRect().x, c.getBoundingClientRect().bottom])"
    )
    assert one[0] == other[0]
    assert one[1] < other[1]
    assert browser.ask(f"{CELLS}[0].innerText").startswith("Ada Zell0")
    assert browser.ask("parseFloat(getComputedStyle(document.body).fontSize)") >= 16


def test_a_desk_shows_them_side_by_side_under_their_names(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, 2), 1280, 900)
    assert browser.ask(WIDER_THAN_WINDOW) <= 0
    one, other = browser.ask(
        f"{CELLS}.map(c => [c.getBoundingClientRect().x, c.getBoundingClientRect().y])"
    )
    assert one[0] < other[0]
    assert one[1] == other[1]
    heads = browser.ask(
        "[...document.querySelectorAll('.heads div')].map(d => d.getBoundingClientRect().x)"
    )
    assert heads == [one[0], other[0]]


def test_many_lanes_scroll_aside_with_their_names_in_sight(
    browser: Browser, tmp_path: Path
) -> None:
    browser.show(page(tmp_path, 8), 1280, 500)
    assert browser.ask(WIDER_THAN_WINDOW) > 0
    assert browser.ask(f"Math.min(...{CELLS}.map(c => c.clientWidth))") >= 200
    browser.ask("scrollTo(0, 400)")
    assert browser.ask("document.querySelector('.heads').getBoundingClientRect().y") == 0


@pytest.mark.parametrize("lanes", [2, 8])
def test_paper_holds_every_paragraph(browser: Browser, tmp_path: Path, lanes: int) -> None:
    browser.show(page(tmp_path, lanes), 1280, 900)
    pages = PdfReader(io.BytesIO(browser.printed())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for n in range(lanes):
        assert f"Salt {n}" in text
    assert len(pages) <= 2 + lanes


def test_dark_and_light_differ(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, 2), 800, 600)
    colours = []
    for scheme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        browser.do("Emulation.setEmulatedMedia", features=[feature])
        colours.append(browser.ask("getComputedStyle(document.body).backgroundColor"))
    assert colours[0] != colours[1]
