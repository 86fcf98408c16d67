"""Korean and Chinese names, family name first, in the romanisations that briefs print."""

from __future__ import annotations

import re

_KOREAN = {
    "cheol": "chol", "chul": "chol", "hyuk": "hyok", "hyeok": "hyok", "seong": "song",
    "young": "yong", "yeong": "yong", "hyeon": "hyon", "hyun": "hyon", "kyung": "kyong",
    "gyeong": "kyong", "pyung": "pyong", "byung": "pyong", "byeong": "pyong", "eun": "un",
    "jeong": "jong", "sung": "song", "cheon": "chon", "seok": "sok", "suk": "sok",
}  # fmt: skip
_FAMILIES = {
    "choi": "choe", "park": "pak", "paik": "pak", "paek": "pak", "ahn": "an", "kwon": "gwon",
    "roh": "no", "noh": "no",
}  # fmt: skip
_KOREAN_ALONE = frozenset({"choe", "pak", "kim", "gwon", "jeong", "yoon"})  # no Chinese bear them
_UNVOICED = str.maketrans("gdb", "ktp")
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
    if families[0] == families[1] and families[0] in _KOREAN_ALONE:
        return _unvoiced(one[1]) == _unvoiced(two[1])
    printed = [" ".join(one), " ".join(two)]
    older = [_wade_giles(name) for name in printed]
    changed = [old != name for old, name in zip(older, printed, strict=True)]
    return older[0] == older[1] and len(one[1]) > 4 and changed[0] != changed[1]


def _unvoiced(given: str) -> str:
    """A Korean given name without what McCune and Reischauer write otherwise than the state: "g",
    "d", "b" and "j" for "k", "t", "p" and "ch", "oo" for "u", "eo" for "o".
    """
    plain = _korean(given).replace("oo", "u").replace("ch", "j").replace("eo", "o")
    return plain.translate(_UNVOICED).replace("eu", "u")


def _wade_giles(pinyin: str) -> str:
    """A Pinyin name nearly as Wade and Giles would write it, without their apostrophes."""
    return _PINYIN.sub(lambda found: _OLDER[found[0]], pinyin)


def _korean(given: str) -> str:
    """A given name as McCune and Reischauer write its commonest syllables: "cheol" is "chol"."""
    return _SYLLABLE.sub(lambda found: _KOREAN[found[0]], given)
