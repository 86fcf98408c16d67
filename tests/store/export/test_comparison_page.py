"""The sheet as one HTML page: whole, quoted, and closed to the outside."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from store.compare import compare
from store.export.comparison_page import to_html
from store.views import Comparison
from tests.store.compare.desk import a_brief

HARBOUR = "The harbour dredging at Harn stalled; Ilva Brandt says that barges cannot pass."
HARBOUR_TOO = "Without dredging no barges reach the harbour, and Ilva Brandt knows it."
GRAIN = "Grain silos in Norland stand empty because millers refuse the levy of $10 billion."
GRAIN_TOO = "Millers in Norland would leave grain silos empty rather than pay a levy of $12bn."
VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a page holds; reading it fails where tags do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data


def two() -> Comparison:
    return compare([
        a_brief("bone1", HARBOUR, GRAIN, analyst="Ada Zell"),
        a_brief("btwo2", GRAIN_TOO, HARBOUR_TOO, analyst="Bo Mira"),
    ])  # fmt: skip


def test_every_paragraph_stands_on_the_page_once_and_can_be_linked_to() -> None:
    page = Page(to_html(two()))
    for id_, number, text in (("bone1", 1, HARBOUR), ("btwo2", 1, GRAIN_TOO)):
        assert page.ids.count(f"{id_}-{number}") == 1
        assert text in page.text


def test_rows_give_their_reasons_and_points_both_sentences() -> None:
    text = Page(to_html(two())).text
    assert "figures differ: $10 billion / $12bn" in text
    assert "Figures that disagree" in text
    assert text.count(GRAIN) >= 2  # in its lane and as a side of the point


def test_every_link_leads_to_a_place_on_the_page() -> None:
    page = Page(to_html(two()))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_page_asks_for_nothing_from_outside_and_runs_nothing() -> None:
    page = to_html(two())
    assert "default-src 'none'" in page
    assert not {"src", "onclick", "onload"} & Page(page).attributes
    assert not {"script", "link", "img", "iframe", "form"} & Page(page).tags
    assert "url(" not in page
    assert "@import" not in page


def test_what_changed_between_an_analysts_comments_is_on_the_page() -> None:
    comparison = compare([
        a_brief("bone1", "Sudria has three brigades at the border.", date="2019-03-04"),
        a_brief("btwo2", "Sudria has four brigades at the border now.", date="2019-05-04"),
    ])  # fmt: skip
    text = Page(to_html(comparison)).text
    assert "What changed: Ottilie Brandvold, 2019-03-04 → 2019-05-04" in text
    assert "Figure: three brigades → four brigades" in text


def test_nothing_to_compare_is_a_page_too() -> None:
    assert "no comment" in Page(to_html(compare([]))).text


hostile = st.text(
    st.sampled_from("<>&\"'[]/=#ab \u202e\u200b\x1b") | st.characters(codec="utf-8"), max_size=60
)


@settings(max_examples=80, deadline=None)
@given(hostile, hostile, hostile)
def test_no_text_acts_as_markup(title: str, analyst: str, comment: str) -> None:
    plain = Page(to_html(compare([a_brief("a", "x"), a_brief("b", "y")])))
    briefs = [a_brief("a", comment, title=title, analyst=analyst), a_brief("b", comment)]
    page = to_html(compare(briefs))
    assert Page(page).tags <= plain.tags | {"a", "blockquote", "h2", "h3", "h4"}
    assert not set(page) & set("\u202e\u200b\x1b")
