"""Invented words and names for large corpora: pronounceable, Zipf-distributed, the same by seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate


def words_of(text: str) -> list[str]:
    """Return the words of a listing."""
    return text.split()


_ONSETS = words_of("""
    b c d f g h k l m n p r s t v w z br ch cr dr fl fr gr kh pl pr sh sl st str th tr
""")
_VOWELS = words_of("""
    a e i o u a e i o ai ea io ou ee
""")
_CODAS = ["", "", "", "n", "r", "s", "l", "t", "m", "nd", "st", "ck", "ng", "rt"]
_ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "tion", "ment", "al", "ity", "ism"]
_SURNAMES = words_of("""
    ov ova ev enko yan ian oglu zadeh pour ani avi ali in sky ski berg son ez ini
""")
_SHORT = 3_000  # words at the front that are short
FUNCTION_WORDS = words_of("""
    the of to and in a that for on with as is by at from has was are it will be this have its
    not an but which or after his their more been who were would also over between about into
    than other could had they one new two against some before while during all under when may
    says because only most where how both since being many last such there if he she her no what
""")


def words(rng: random.Random, count: int) -> list[str]:
    """Return `count` different words, the commonest first: real function words, then invented
    ones, of which those at the front are short."""
    found = dict.fromkeys(FUNCTION_WORDS)
    while len(found) < count:
        lengths = (5, 6, 1, 0) if len(found) < _SHORT else (1, 6, 5, 1)
        syllables = rng.choices((1, 2, 3, 4), lengths)[0]
        found[_syllables(rng, syllables) + rng.choice(_ENDINGS)] = None
    return list(found)[:count]


def names(rng: random.Random, count: int) -> list[tuple[str, str]]:
    """Return `count` different (given name, surname)."""
    given = [_syllables(rng, 2).capitalize() for _ in range(max(40, count // 12))]
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        found[rng.choice(given), surname(rng)] = None
    return list(found)


def surname(rng: random.Random) -> str:
    """Return a surname (or the name of a place), most likely one that was never met before."""
    return (_syllables(rng, 2) + rng.choice(_SURNAMES)).capitalize()


def zipf(
    count: int, exponent: float = 1.0, shift: float = 2.7, *, bend: float = 1.0, tail: float = 0.0
) -> list[float]:
    """Return the cumulated weights of `count` ranks after Zipf and Mandelbrot.

    From about rank `bend` on they fall off with an exponent that is larger by `tail`.
    """
    ranks = range(count)
    return list(accumulate((r + shift) ** -exponent * (1 + r / bend) ** -tail for r in ranks))


def respelled(rng: random.Random, word: str) -> str:
    """Return a word with one slip of the fingers: a letter left out, added, changed, or moved."""
    at = rng.randrange(1, len(word))
    letter = rng.choice("abcdefghijklmnopqrstuvwxyz")
    slips: Sequence[str] = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
    )
    return rng.choice([slip for slip in slips if slip != word] or [word + letter])


def _syllables(rng: random.Random, count: int) -> str:
    parts = (
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + (rng.choice(_CODAS) if n else "")
        for n in range(count)
    )
    return "".join(parts)
