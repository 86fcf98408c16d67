"""Patronymics as Russian, Belarusian and Ukrainian romanisations write them."""

from __future__ import annotations

import re

_STEM = 3  # letters that the father's name has at least
_ENDING = re.compile(
    r"(?:[aeoiyj]{0,3}(?:v(?:y?i?ch|itch|i?c|na)|u(?:i?ch|na))|(?<![iy])[iy]++(?:vna|ch))\Z"
)
# Belarusian letters for Russian ones, in this order; vowels are dropped at last.
_LETTERS = (
    ("x", "ks"), ("kh", "q"), ("mikal", "nikol"), ("mikol", "nikol"), ("mykol", "nikol"),
    ("sts", "st"), ("dz", "d"), ("ts", "t"), ("ch", "q"), ("c", "t"), ("h", "g"), ("au", "av"),
    ("eu", "ev"), ("ou", "ov"),
)  # fmt: skip
_VOWELS = re.compile("[aeiouyj]+")


def fathers_name(folded: str) -> str:
    """Return the consonants of the father's name in a folded patronymic, "" for any other word.

    "Uladzimiravich" and "Vladimirovich" give the same, so do "Mikalaevich" and "Nikolaevich".
    """
    found = _ENDING.search(folded[_STEM:]) if len(folded) > 6 else None
    if found is None:
        return ""
    return bare_consonants(folded[: _STEM + found.start()])


def bare_consonants(folded: str) -> str:
    """Return the consonants of a name, Belarusian ones as Russian: "Buhuk" is "Buguk"."""
    name = folded
    for belarusian, russian in _LETTERS:
        name = name.replace(belarusian, russian)
    name = re.sub(r"\Au(?=[^aeiouy])", "v", name)
    return re.sub(r"(.)\1", r"\1", _VOWELS.sub("", name))
