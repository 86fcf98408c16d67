from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.search.explain import explain
from store.search.query import (
    MAX_DEPTH,
    MAX_WORDS,
    And,
    DateRange,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Word,
    parse,
)
from store.search.render import render
from store.text import clean, word_spans, words

_PIECES = st.sampled_from([
    "iran", "Russ", "OR", "AND", "NOT", "NEAR", "-", "--", "(", ")", '"', "“", "”", "*", " ", "  ",
    "\n", ":", "in:", "date:", "person:", "IS:", "tag:", "foo:", "2017", "2017-10", "..", ">", "<=",
    "comment", "un", "S-300", "U.S.", "Khamene’i", "é", "e\u0301", "\u0301", "🙂", "🤔", "{",
    "^", "+", "\u200b", "\ud800", "\x00", "й", "한", "ß", ",", "'",
])  # fmt: skip
QUERIES = st.one_of(st.text(), st.lists(_PIECES, max_size=25).map("".join))


def root(text: str) -> Node | None:
    return parse(text).root


def word(text: str) -> Word:
    return Word(text)


class TestWords:
    def test_are_anded_and_the_last_is_being_typed(self) -> None:
        assert root("iran russ") == And((word("iran"), Word("russ", typing=True)))

    @pytest.mark.parametrize("after", [" ", ",", ".", "\n", "?"])
    def test_whatever_follows_the_last_one_finishes_it(self, after: str) -> None:
        assert root("iran" + after) == word("iran")

    def test_a_star_makes_a_prefix(self) -> None:
        assert root("milit*") == Word("milit", prefix=True)

    def test_are_kept_as_typed(self) -> None:
        assert root("Çavuşoğlu ") == word("Çavuşoğlu")

    def test_invisible_characters_do_not_cut_them(self) -> None:
        assert root("kha\u200bmenei\u00ad ") == word("khamenei")

    @pytest.mark.parametrize(
        ("typed", "cut"),
        [
            ("S-300", ("S", "300")),
            ("U.S.", ("U", "S")),
            ("al-Assad", ("al", "Assad")),
            ("Iran-Russia,", ("Iran", "Russia")),
            ("Khamene’i", ("Khamene", "i")),
            ("and/or", ("and", "or")),
        ],
    )
    def test_cut_by_the_index_are_a_phrase(self, typed: str, cut: tuple[str, ...]) -> None:
        assert root(typed + " ") == Phrase(cut)

    def test_a_hyphenated_one_completes_while_it_is_typed(self) -> None:
        assert root("iran-russ") == Phrase(("iran", "russ"), prefix=True, typing=True)

    @given(st.text())
    def test_copied_out_of_a_text_are_cut_as_the_index_cuts_them(self, text: str) -> None:
        for token in clean(text).split()[:5]:
            if not set(token) & set('()-"“”„‟«»＂:*') and token not in ("OR", "AND"):
                found = root(token + " ")
                cut = [found.text] if isinstance(found, Word) else []
                assert words(token) == (list(found.words) if isinstance(found, Phrase) else cut)


class TestPhrases:
    @pytest.mark.parametrize("quotes", ['""', "“”", "„“", "«»", "”“"])
    def test_are_in_quotes_of_any_country(self, quotes: str) -> None:
        query = parse(f"{quotes[0]}naval exercise{quotes[1]}")
        assert query.root == Phrase(("naval", "exercise"))
        assert not query.notices

    def test_of_one_word_is_exact(self) -> None:
        assert root('"iran"') == Phrase(("iran",))

    @pytest.mark.parametrize("text", ['"naval exer*"', '"naval exer"*'])
    def test_complete_with_a_star(self, text: str) -> None:
        assert root(text) == Phrase(("naval", "exer"), prefix=True)

    def test_without_end_go_to_the_end_and_say_so(self) -> None:
        query = parse('iran "naval exer')
        phrase = Phrase(("naval", "exer"), prefix=True, typing=True)
        assert query.root == And((word("iran"), phrase))
        assert any("never closed" in n for n in query.notices)

    def test_a_quotation_mark_inside_a_word_opens_nothing(self) -> None:
        query = parse('a 12"gun on deck ')
        assert query.root == And((word("a"), Phrase(("12", "gun")), word("on"), word("deck")))
        assert any("quotation mark" in n for n in query.notices)


class TestOperators:
    def test_or_binds_looser_than_and(self) -> None:
        found = root("a b OR c d ")
        assert found == Or((And((word("a"), word("b"))), And((word("c"), word("d")))))

    def test_parentheses_bind_tighter(self) -> None:
        assert root("a (b OR c) ") == And((word("a"), Or((word("b"), word("c")))))

    def test_a_lower_case_or_is_a_word(self) -> None:
        assert root("a or b ") == And((word("a"), word("or"), word("b")))

    @pytest.mark.parametrize(
        ("text", "excluded"),
        [
            ("-iran", word("iran")),
            ('-"naval exercise"', Phrase(("naval", "exercise"))),
            ("-tag:old", Field("tag", "old")),
            ("-date:2017", DateRange("2017", "2017")),
            ("-(a OR b)", Or((word("a"), word("b")))),
            ("-(a b", And((word("a"), word("b")))),
            ("-S-300", Phrase(("S", "300"))),
        ],
    )
    def test_a_hyphen_excludes_and_never_completes(self, text: str, excluded: Node) -> None:
        assert root(text) == Not(excluded)

    def test_a_hyphen_behind_something_excludes_nothing(self) -> None:
        assert root('"Sword"-class ') == And((Phrase(("Sword",)), word("class")))

    @pytest.mark.parametrize(
        "text", ["OR", "-", "(", ")", "()", "*", "--", "☢", '""', "tag:", "a OR"]
    )
    def test_alone_are_ignored_and_said(self, text: str) -> None:
        query = parse(text)
        assert query.root in (None, Word("a"))
        assert query.notices

    def test_those_of_other_programs_are_said(self) -> None:
        query = parse("a AND b NOT c ")
        assert query.root == And((word("a"), word("b"), word("NOT"), word("c")))
        assert len(query.notices) == 2


class TestFields:
    def test_take_a_quoted_value(self) -> None:
        found = root('person:"qasim suleymany" Pair:iran-russia')
        person = Field("person", "qasim suleymany", quoted=True)
        assert found == And((person, Field("pair", "iran-russia")))

    def test_end_at_a_parenthesis(self) -> None:
        assert root("(by:brandvold)") == Field("by", "brandvold")

    def test_unknown_are_words_and_said(self) -> None:
        query = parse("foo:bar ")
        assert query.root == And((word("foo"), word("bar")))
        assert query.notices == ("no field “foo”: searched as words",)

    def test_a_word_with_a_colon_is_a_word(self) -> None:
        query = parse("Comment: likely ")
        assert query.root == And((word("Comment"), word("likely")))
        assert not query.notices

    def test_a_known_name_without_value_is_a_word_and_said(self) -> None:
        query = parse("by: brandvold ")
        assert query.root == And((word("by"), word("brandvold")))
        assert query.notices

    @pytest.mark.parametrize(
        ("text", "value"), [("in:Comment x", "comment"), ("in:c", "comment"), ("in:t", "title")]
    )
    def test_in_completes_while_it_is_typed(self, text: str, value: str) -> None:
        found = root(text)
        assert Field("in", value) in (found.nodes if isinstance(found, And) else (found,))

    def test_a_wrong_choice_is_searched_as_words_and_said(self) -> None:
        query = parse("is:moored x ")
        assert query.root == And((word("moored"), word("x")))
        assert any("unread" in n for n in query.notices)


class TestDates:
    @pytest.mark.parametrize(
        ("value", "first", "last"),
        [
            ("2017", "2017", "2017"),
            ("2017-10", "2017-10", "2017-10"),
            ("2017-10-20", "2017-10-20", "2017-10-20"),
            ("2017/1/5", "2017-01-05", "2017-01-05"),
            ("20171020", "2017-10-20", "2017-10-20"),
            ("2017-10..2018", "2017-10", "2018"),
            ("2017..", "2017", None),
            ("..2017", None, "2017"),
            (">2017-06", "2017-07", None),
            (">2017-12", "2018-01", None),
            (">2017", "2018", None),
            (">=2017-06", "2017-06", None),
            ("<2018-01-01", None, "2017-12-31"),
            ("<2018-01", None, "2017-12"),
            ("<=2018", None, "2018"),
            ("2018..2017-10", "2017-10", "2018"),
            ("2017-10..2017", "2017-10", "2017"),
        ],
    )
    def test_are_inclusive_bounds(self, value: str, first: str | None, last: str | None) -> None:
        assert root(f"date:{value} ") == DateRange(first, last)

    @pytest.mark.parametrize(
        "value",
        ["2017-13", "2017-02-29", "soon", "0000", ">9999", "<0001-01-01", "20171020..x", ".."],
    )
    def test_that_do_not_exist_are_words_and_said(self, value: str) -> None:
        query = parse(f"date:{value} x ")
        assert not isinstance(query.root, DateRange)
        assert any("not a date" in n for n in query.notices)

    @pytest.mark.parametrize("value", ["2", "201", ">", ">20", "2017-", "2017.."])
    def test_being_typed_do_not_empty_the_results(self, value: str) -> None:
        query = parse(f"iran date:{value}")
        nodes = query.root.nodes if isinstance(query.root, And) else (query.root,)
        assert nodes[0] == word("iran")
        assert all(isinstance(n, DateRange) for n in nodes[1:])

    def test_turned_round_are_said(self) -> None:
        assert parse("date:2018..2017").notices


class TestAnyText:
    @given(QUERIES)
    def test_parses_and_explains(self, text: str) -> None:
        query = parse(text)
        lines = explain(query)
        assert lines
        assert all(f"note: {n}" in lines for n in query.notices)

    @example(":NEAR(A:0")
    @given(QUERIES)
    def test_is_stable_under_reprinting(self, text: str) -> None:
        query = parse(text)
        assert parse(render(query)).root == query.root

    @given(QUERIES)
    def test_whatever_finds_nothing_to_look_for_says_why(self, text: str) -> None:
        query = parse(text)
        if query.root is None and not clean(text).isspace() and clean(text):
            assert query.notices

    @given(QUERIES)
    def test_words_are_single_words_of_the_index(self, text: str) -> None:
        for node in _leaves(parse(text)):
            for found in node.words if isinstance(node, Phrase) else [node.text]:
                assert list(word_spans(found)) == [(0, len(found))]


class TestBounds:
    @pytest.mark.parametrize("text", ["(" * 50_000 + "a", "-(" * 9_000 + "a", "((a)" * 5_000])
    def test_deep_parentheses_do_not_recurse(self, text: str) -> None:
        query = parse(text)
        assert _depth(query.root) <= MAX_DEPTH + 2
        assert any("nested deeper" in n for n in query.notices)
        assert explain(query)

    def test_too_many_words_are_said(self) -> None:
        query = parse("iran " * (MAX_WORDS + 1))
        assert isinstance(query.root, And)
        assert len(query.root.nodes) == MAX_WORDS
        assert any(str(MAX_WORDS) in n for n in query.notices)

    def test_a_whole_book_is_cut_and_said(self) -> None:
        query = parse('a"' * 500_000)
        assert any("characters" in n for n in query.notices)


class TestExplain:
    def test_reads_like_the_query(self) -> None:
        lines = explain(parse('in:comment "naval exercise" -(tag:old OR x) date:>2017-06 milit'))
        assert lines == [
            "all of",
            "  looking only in the comment",
            "  the phrase “naval exercise”",
            "  not: any of",
            "    tagged “old”",
            "    the word “x”",
            "  dated 2017-07 or later",
            "  the word “milit”, and words that begin so",
        ]

    def test_of_nothing_is_everything(self) -> None:
        assert explain(parse("")) == ["every brief"]


def _leaves(query: Query) -> list[Word | Phrase]:
    found: list[Word | Phrase] = []
    waiting = [query.root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (Word, Phrase)):
            found.append(node)
        elif isinstance(node, Not):
            waiting.append(node.node)
        elif isinstance(node, (And, Or)):
            waiting.extend(node.nodes)
    return found


def _depth(node: Node | None) -> int:
    if isinstance(node, Not):
        return 1 + _depth(node.node)
    if isinstance(node, (And, Or)):
        return 1 + max(map(_depth, node.nodes))
    return 0
