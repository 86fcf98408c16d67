"""Korean and Chinese names, family name first, in the romanisations that briefs print."""

from __future__ import annotations

import re

_KOREAN = {
    "cheol": "chol", "chul": "chol", "hyuk": "hyok", "hyeok": "hyok", "seong": "song",
    "young": "yong", "yeong": "yong", "hyeon": "hyon", "hyun": "hyon", "kyung": "kyong",
    "gyeong": "kyong", "pyung": "pyong", "byung": "pyong", "byeong": "pyong", "eun": "un",
    "jeong": "jong", "sung": "song", "cheon": "chon", "seok": "sok", "suk": "sok",
}  # fmt: skip
_FAMILIES = {"choi": "choe", "park": "pak", "ahn": "an", "kwon": "gwon"}
_OLDER = {
    "zh": "ch", "ch": "ch", "sh": "sh", "ng": "ng", "j": "ch", "q": "ch", "x": "hs", "b": "p",
    "d": "t", "g": "k", "z": "ts", "ong": "ung", "ian": "ien", "hwa": "hua",
}  # fmt: skip
_PINYIN = re.compile("|".join(sorted(_OLDER, key=len, reverse=True)))
_SYLLABLE = re.compile("|".join(sorted(_KOREAN, key=len, reverse=True)))


def same_written_first(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Return whether two names, each (family, given) folded, may be spellings of one.

    Korean ones whose syllables agree, and Chinese ones of which one is in Pinyin and the other in
    Wade-Giles; two in Pinyin must agree letter for letter.
    """
    families = [_FAMILIES.get(family, family) for family, _ in (one, two)]
    if families[0] == families[1] and _korean(one[1]) == _korean(two[1]):
        return True
    printed = [" ".join(one), " ".join(two)]
    older = [_wade_giles(name) for name in printed]
    changed = [old != name for old, name in zip(older, printed, strict=True)]
    return older[0] == older[1] and len(one[1]) > 4 and changed[0] != changed[1]


def _wade_giles(pinyin: str) -> str:
    """A Pinyin name nearly as Wade and Giles would write it, without their apostrophes."""
    return _PINYIN.sub(lambda found: _OLDER[found[0]], pinyin)


def _korean(given: str) -> str:
    """A given name as McCune and Reischauer write its commonest syllables: "cheol" is "chol"."""
    return _SYLLABLE.sub(lambda found: _KOREAN[found[0]], given)
