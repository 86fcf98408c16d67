from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from store.brief import Passage, PassageKind
from store.search.snippets import Matcher, best_snippet
from store.text import term, words

_TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from([
            "iran", "Iran", "IRÁN", "Ira\u0301n", "İran", "mili", "Military", "’", "“", "🙂", "🤔",
            " ", " ", "x", "\n", "-", ".", "naval", "Naval", "exercise", "ǡ", "Ꭰ", "й", "ﬁ",
        ]),
        max_size=40,
    ).map("".join),
)  # fmt: skip
MATCHER = Matcher(
    words=["iran", "ﬁ", "й"], prefixes=["mili"], phrases=[["naval", "exercise"], ["x", "ira*"]]
)


def marked(text: str, matcher: Matcher) -> list[str]:
    return [text[start:end] for start, end in matcher.spans(text)]


def passage(kind: PassageKind, text: str, paragraph: int = 1) -> Passage:
    return Passage(kind, paragraph, text)


class TestSpans:
    def test_are_whole_words(self) -> None:
        assert marked("Iran, Iranian and pro-Iran", Matcher(["iran"])) == ["Iran", "Iran"]

    @pytest.mark.parametrize(
        "printed", ["Çavuşoğlu", "ÇAVUŞOĞLU", "cavusoglu", "Çavus\u0327og\u0306lu"]
    )
    def test_see_through_accents_and_case(self, printed: str) -> None:
        text = f"“🙂” said Mr {printed}’s office"
        assert marked(text, Matcher(["Cavusoglu"])) == [printed]

    def test_of_a_prefix_take_the_whole_word(self) -> None:
        text = "Military and paramilitary militias"
        assert marked(text, Matcher(prefixes=["milit"])) == ["Military", "militias"]

    def test_of_a_phrase_are_one(self) -> None:
        matcher = Matcher(phrases=[["S", "300"], ["naval", "exer*"]])
        assert marked("S-300, a naval\nexercise, 300 S; naval, not exercise", matcher) == [
            "S-300", "naval\nexercise",
        ]  # fmt: skip

    def test_letters_of_other_alphabets_keep_their_marks_as_in_the_index(self) -> None:
        assert marked("Россий и Россия", Matcher(["россий"])) == ["Россий"]

    def test_a_word_that_the_index_cuts_is_a_phrase(self) -> None:
        assert marked("the S-300 deal", Matcher(["s-300"])) == ["S-300"]

    def test_can_be_made_from_the_words_of_an_answer(self) -> None:
        matcher = Matcher.of(["iran", "milit*", '"naval exercise"'])
        text = "Iran: military, naval exercise, naval"
        assert marked(text, matcher) == ["Iran", "military", "naval exercise"]

    def test_nothing_to_look_for_is_false(self) -> None:
        assert not Matcher([""], ["*"], [[]])
        assert Matcher(["a"])

    @given(_TEXTS)
    def test_are_in_order_inside_the_text_and_apart(self, text: str) -> None:
        spans = MATCHER.spans(text)
        edges = [0, *(edge for span in spans for edge in span), len(text)]
        assert edges == sorted(edges)
        assert all(start < end for start, end in spans)

    @given(_TEXTS)
    def test_are_what_a_look_at_every_word_finds(self, text: str) -> None:
        found = [(term(w), term(after)) for w, after in _neighbours(text)]
        expected = [
            w in ("iran", "ﬁ", "й") or w.startswith("mili") or (w, after) == ("naval", "exercise")
            or (w == "x" and after.startswith("ira"))
            for w, after in found
        ]  # fmt: skip
        spans = MATCHER.spans(text)
        assert bool(spans) == any(expected)
        for start, end in spans:
            inside = words(text[start:end])
            assert inside
            assert expected[len(words(text[:start]))]


def _neighbours(text: str) -> list[tuple[str, str]]:
    cut = words(text)
    return list(zip(cut, [*cut[1:], ""], strict=False))


class TestBestSnippet:
    def test_holds_the_most_different_words(self) -> None:
        passages = [
            passage("report", "Iran, Iran and again Iran."),
            passage("report", "The naval base of Iran.", 2),
        ]
        snippet = best_snippet(passages, Matcher(["iran", "naval"]))
        assert snippet.text == "The naval base of Iran."

    def test_prefers_the_comment_between_equals(self) -> None:
        passages = [passage("report", "Iran waits."), passage("comment", "Iran gains.", 2)]
        assert best_snippet(passages, Matcher(["iran"])).section == "comment"

    def test_prefers_more_words_to_the_comment(self) -> None:
        passages = [passage("comment", "Iran gains."), passage("report", "Iran’s navy.", 2)]
        assert best_snippet(passages, Matcher(["iran", "navy"])).section == "report"

    def test_shows_the_title_only_if_the_words_are_nowhere_else(self) -> None:
        title, report = passage("title", "Iran and the navy", 0), passage("report", "The navy.")
        assert best_snippet([title, report], Matcher(["iran", "navy"])).section == "report"
        assert best_snippet([title, report], Matcher(["iran"])).section == "title"

    def test_without_words_begins_with_the_comment(self) -> None:
        passages = [passage("title", "T", 0), passage("report", "R"), passage("comment", "C", 2)]
        assert best_snippet(passages, Matcher()).text == "C"
        assert best_snippet(passages[:1], Matcher()).section == "title"
        assert best_snippet([], Matcher()).text == ""

    def test_is_cut_at_word_borders_with_an_ellipsis(self) -> None:
        text = " ".join(f"word{i}" for i in range(100)) + " Iran " + "tail " * 50
        snippet = best_snippet([passage("report", text)], Matcher(["iran"]), width=60)
        assert snippet.text.startswith("…word")
        assert snippet.text.endswith("tail…")
        assert 40 <= len(snippet.text) <= 60
        assert _highlighted(snippet.text, snippet.highlights) == ["Iran"]

    def test_a_text_in_one_endless_line_is_fine(self) -> None:
        text = "x" * 150_000 + " Iran " + "y" * 150_000
        snippet = best_snippet([passage("report", text)], Matcher(["iran"]), width=60)
        assert _highlighted(snippet.text, snippet.highlights) == ["Iran"]
        assert len(snippet.text) <= 60

    @given(st.lists(_TEXTS, max_size=4), st.integers(min_value=10, max_value=80))
    def test_fits_and_marks_only_what_was_found(self, texts: list[str], width: int) -> None:
        kinds: list[PassageKind] = ["title", "report", "comment", "comment"]
        passages = [passage(k, t, i) for i, (k, t) in enumerate(zip(kinds, texts, strict=False))]
        snippet = best_snippet(passages, MATCHER, width)
        assert len(snippet.text) <= width
        for text in _highlighted(snippet.text, snippet.highlights):
            first = term(words(text)[0])
            assert first in ("iran", "ﬁ", "й", "naval", "x") or first.startswith("mili")
        assert snippet.text.strip("…").replace("\n", " ") in "\0".join(texts).replace("\n", " ")

    @given(st.lists(st.sampled_from(["iran", "naval", "of", "the"]), min_size=1, max_size=200))
    def test_always_shows_a_hit_if_there_is_one(self, cut: list[str]) -> None:
        assume("iran" in cut)
        snippet = best_snippet([passage("report", " ".join(cut))], Matcher(["iran"]), 40)
        assert "iran" in _highlighted(snippet.text, snippet.highlights)


def _highlighted(text: str, highlights: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in highlights]
