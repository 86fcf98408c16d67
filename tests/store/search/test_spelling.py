from __future__ import annotations

import sqlite3
import string
from collections.abc import Mapping

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from store import schema
from store.search import vocabulary
from store.search.spelling import Speller
from store.text import clean, term

# Names as a library of briefs spells them, among common words that come near them.
_COMMON = [
    "narrow", "career", "talks", "roman", "romania", "romantic", "lemon", "lawson", "lavish",
    "shogun", "sheriff", "case", "cases", "quasi", "khaki", "zero", "zebra", "sulphur", "solemn",
    "eleven", "yelling", "pouting", "section", "sections", "station", "stations", "corporation",
    "operation", "cooperation", "military", "militia", "ministry", "minister", "nuclear",
    "unclear", "sanctions", "sanction", "parliament", "tehran", "theorem", "iran", "iraq", "ira",
    "russia", "russian", "ruse", "ukraine", "naval", "exercise",
]  # fmt: skip
_NAMES = [
    "shoygu", "rouhani", "soleimani", "qasem", "lavrov", "khamenei", "zarif", "yeltsin",
    "erdogan", "zhirinovsky", "basayev", "khrushchev", "gorbachev", "putin", "medvedev",
    "qaddafi", "majidyar", "ahmadinejad", "cavusoglu", "zelensky",
]  # fmt: skip


def vocabulary_of(counts: Mapping[str, int]) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", check_same_thread=False)
    for statement in schema.statements(schema._TABLES):
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('vocabulary', '0')")
    vocabulary.add(db, counts)
    return db


def speller_of(counts: Mapping[str, int]) -> Speller:
    return Speller(vocabulary_of(counts))


@pytest.fixture(scope="module")
def even() -> Speller:
    return speller_of(dict.fromkeys([*_NAMES, *_COMMON], 9))


@pytest.fixture(scope="module")
def speller() -> Speller:
    return speller_of({**dict.fromkeys(_COMMON, 40), **dict.fromkeys(_NAMES, 12)})


def spelled(speller: Speller, word: str) -> list[str]:
    return [v.term for v in speller.variants(word)]


class TestVariants:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("shoigu", "shoygu"), ("schoigu", "shoygu"), ("milatary", "military"),
            ("miltary", "military"), ("rohani", "rouhani"), ("suleymany", "soleimani"),
            ("qasim", "qasem"), ("kasem", "qasem"), ("lawrow", "lavrov"), ("khamanei", "khamenei"),
            ("chamenei", "khamenei"), ("zareef", "zarif"), ("jelzin", "yeltsin"),
            ("eltsine", "yeltsin"), ("erdogann", "erdogan"), ("teheran", "tehran"),
            ("schirinowski", "zhirinovsky"), ("bassajew", "basayev"),
            ("chruschtschow", "khrushchev"), ("gorbatschow", "gorbachev"), ("poutine", "putin"),
            ("medwedew", "medvedev"), ("kadhafi", "qaddafi"), ("gaddafi", "qaddafi"),
            ("majidiar", "majidyar"), ("ahmadinezhad", "ahmadinejad"), ("rusia", "russia"),
            ("chavushoglu", "cavusoglu"), ("selenskyj", "zelensky"), ("coperation", "cooperation"),
        ],
    )  # fmt: skip
    def test_the_word_that_was_meant_comes_first(
        self, speller: Speller, typed: str, meant: str
    ) -> None:
        assert spelled(speller, typed)[0] == meant

    def test_say_whether_they_sound_the_same(self, speller: Speller) -> None:
        kinds = {v.term: v.kind for q in ("lawrow", "sactions") for v in speller.variants(q)}
        assert kinds["lavrov"] == "spelling"
        assert kinds["sanctions"] == "typo"

    @pytest.mark.parametrize(("typed", "never"), [("lawrow", "narrow"), ("zareef", "career")])
    def test_begin_with_the_same_sound(self, speller: Speller, typed: str, never: str) -> None:
        assert never not in spelled(speller, typed)

    @pytest.mark.parametrize("word", ["", "ira", "irn", "2017", "s300", "20170", "iran1"])
    def test_short_words_and_numbers_have_none(self, speller: Speller, word: str) -> None:
        assert speller.variants(word) == ()

    def test_of_a_known_word_are_only_much_commoner_ones(self) -> None:
        speller = speller_of({"shoigu": 3, "shoygu": 15, "schoigu": 14})
        assert spelled(speller, "shoigu") == ["shoygu"]
        assert spelled(speller, "shoygu") == []

    def test_are_at_most_as_many_as_asked_for_and_best_first(self) -> None:
        terms = [f"mohamm{a}{b}" for a in "aeiou" for b in "dtl"]
        counts = {term: n for n, term in enumerate(terms, 1)}
        found = speller_of(counts).variants("mohammyd", limit=4)
        assert len(found) == 4
        assert list(found) == sorted(found, key=lambda v: -v.score)

    def test_of_an_empty_library_are_none(self) -> None:
        assert speller_of({}).variants("shoigu") == ()

    def test_go_with_the_terms(self) -> None:
        db = vocabulary_of({"shoygu": 2, "military": 5})
        vocabulary.add(db, {"shoygu": -2, "military": -1})
        assert spelled(Speller(db), "shoigu") == []
        assert spelled(Speller(db), "milatary") == ["military"]
        numbers = {n for (n,) in db.execute("SELECT id FROM vocab")}
        assert {n for (n,) in db.execute("SELECT term FROM near")} == numbers

    @settings(deadline=None)
    @given(st.sampled_from([n for n in _NAMES if len(n) > 4]), st.data())
    def test_one_slip_of_the_fingers_is_always_found(
        self, even: Speller, name: str, data: st.DataObject
    ) -> None:
        at = data.draw(st.integers(0, len(name) - 1))
        letter = data.draw(st.sampled_from(string.ascii_lowercase))
        slips = (name[:at] + name[at + 1 :], name[:at] + letter + name[at:])
        typed = data.draw(st.sampled_from([s for s in slips if len(s) > 3 and s not in _NAMES]))
        assume(typed not in _COMMON)
        assert name in spelled(even, typed)

    @settings(deadline=None)
    @given(st.text(string.ascii_lowercase, max_size=9))
    def test_are_known_words_that_are_near_or_sound_alike(self, even: Speller, word: str) -> None:
        for variant in even.variants(word):
            assert variant.term in (*_NAMES, *_COMMON)
            assert variant.term != word
            assert variant.kind == "spelling" or OSA.distance(word, variant.term) <= 2

    @settings(deadline=None)
    @given(st.text())
    def test_of_any_text_raise_nothing(self, text: str) -> None:
        speller_of({term(text): 1, "iran": 2}).variants(text)


class TestCompletions:
    def test_are_the_commonest_first(self) -> None:
        db = vocabulary_of({"militia": 5, "mild": 1, "military": 50, "mile": 5, "x": 99})
        assert vocabulary.completions(db, "mil", 9) == ("military", "mile", "militia", "mild")
        assert vocabulary.completions(db, "mil", 2) == ("military", "mile")
        assert vocabulary.completions(db, "zz", 9) == ()
        assert vocabulary.weight(db, "mil", 9) == (4, 61)
        assert vocabulary.weight(db, "mil", 2)[0] == 2
        assert vocabulary.weight(db, "zz", 9) == (0, 0)

    @settings(deadline=None)
    @given(st.sets(st.text(max_size=4)), st.text(max_size=2))
    def test_are_all_terms_that_begin_so(self, texts: set[str], prefix: str) -> None:
        terms, start = {term(clean(t)) for t in texts}, term(clean(prefix))
        found = vocabulary.completions(vocabulary_of(dict.fromkeys(terms, 1)), start, 1000)
        assert sorted(found) == sorted(t for t in terms if t.startswith(start))
