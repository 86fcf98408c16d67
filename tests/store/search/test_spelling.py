from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from store.search.spelling import Speller

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


@pytest.fixture(scope="module")
def speller() -> Speller:
    terms = [*_COMMON, *_NAMES]
    return Speller(terms, [40] * len(_COMMON) + [12] * len(_NAMES))


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
        speller = Speller(["shoigu", "shoygu", "schoigu"], [3, 15, 14])
        assert spelled(speller, "shoigu") == ["shoygu"]
        assert spelled(speller, "shoygu") == []

    def test_are_at_most_as_many_as_asked_for_and_best_first(self) -> None:
        terms = [f"mohamm{a}{b}" for a in "aeiou" for b in "dtl"]
        found = Speller(terms, range(1, len(terms) + 1)).variants("mohammyd", limit=4)
        assert len(found) == 4
        assert list(found) == sorted(found, key=lambda v: -v.score)

    def test_of_an_empty_library_are_none(self) -> None:
        assert Speller([], []).variants("shoigu") == ()

    def test_preparing_changes_nothing(self) -> None:
        terms = [*_COMMON, *_NAMES]
        prepared = Speller(terms, [1] * len(terms))
        prepared.prepare()
        for word in ("shoigu", "jelzin", "milatary"):
            assert prepared.variants(word) == Speller(terms, [1] * len(terms)).variants(word)

    @given(st.sampled_from([n for n in _NAMES if len(n) > 4]), st.data())
    def test_one_slip_of_the_fingers_is_always_found(self, name: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(2, len(name) - 1))
        letter = data.draw(st.sampled_from(string.ascii_lowercase))
        slips = (name[:at] + name[at + 1 :], name[:at] + letter + name[at:])
        typed = data.draw(st.sampled_from([s for s in slips if len(s) > 3 and s not in _NAMES]))
        assume(typed not in _COMMON)
        found = Speller([*_NAMES, *_COMMON], [9] * (len(_NAMES) + len(_COMMON)))
        assert name in spelled(found, typed)

    @given(st.text(string.ascii_lowercase, max_size=9))
    def test_are_known_words_that_are_near_or_sound_alike(self, word: str) -> None:
        speller = Speller([*_NAMES, *_COMMON], [9] * (len(_NAMES) + len(_COMMON)))
        for variant in speller.variants(word):
            assert speller.count(variant.term)
            assert variant.term != word
            assert variant.kind == "spelling" or OSA.distance(word, variant.term) <= 2

    @given(st.text())
    def test_of_any_text_raise_nothing(self, text: str) -> None:
        Speller([text, "iran"], [1, 2]).variants(text)


class TestWeak:
    def test_unknown_and_rare_words_are(self) -> None:
        speller = Speller(["shoigu", "shoygu"], [1, 300])
        assert speller.weak("shojgu", 1000)
        assert speller.weak("shoigu", 1000)
        assert not speller.weak("shoygu", 1000)

    def test_short_words_and_numbers_are_not(self) -> None:
        assert not Speller([], []).weak("usa", 1000)
        assert not Speller([], []).weak("2017", 1000)


class TestCompletions:
    def test_are_the_commonest_first(self) -> None:
        speller = Speller(["militia", "mild", "military", "mile", "x"], [5, 1, 50, 5, 99])
        assert speller.completions("mil") == ("military", "mile", "militia", "mild")
        assert speller.completions("mil", limit=2) == ("military", "mile")
        assert speller.completions("zz") == ()

    @given(st.lists(st.text(max_size=4), unique=True), st.text(max_size=2))
    def test_are_all_terms_that_begin_so(self, terms: list[str], prefix: str) -> None:
        found = Speller(terms, [1] * len(terms)).completions(prefix, limit=1000)
        assert list(found) == sorted(t for t in terms if t.startswith(prefix))
