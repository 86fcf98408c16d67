"""Words cut at the end of a line: "inter- / national" against "Iran- / Iraq" and "long- / term".

A hyphen at the end of a line may be the typesetter's or the word's own. It is dropped only on
evidence: the whole word stands elsewhere in the same text, or one half is a part that no compound
is made of ("inter-", "-tion"). Without evidence it stays, since a wrap by a program never cuts a
word but at its own hyphen.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 1_000_000  # characters of a text that is searched for the whole word
_LONGEST_HALF = 40
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GOES_ON = re.compile(r"[^\W\d_]+")
# Beginnings that are written in one with what follows.
_BOUND_STARTS = frozenset((
    "inter", "trans", "con", "com", "dis", "mis", "per", "sur", "circum", "contra", "peri", "para",
    "hypo", "ortho", "mani", "repre", "orga", "communi", "admin", "govern", "parlia", "constitu",
    "institu", "opera", "poli", "eco", "mili", "presi", "secre", "nego", "agree", "develop",
))  # fmt: skip
# Endings that are no words.
_BOUND_ENDS = frozenset((
    "tion", "tions", "sion", "sions", "tional", "tionally", "ment", "ments", "mental", "ing",
    "ings", "ity", "ities", "ance", "ances", "ence", "ences", "ness", "ible", "ically", "ally",
    "ial", "ous", "ously", "ive", "ives", "ively", "ian", "ians", "ism", "ist", "ists", "ture",
    "tures", "cial", "tial", "tary", "tory", "ety", "dent", "dents", "dential", "tives",
    "tive", "nize", "nise", "nization", "nisation", "tration", "mation", "cation", "zation",
    "sation", "lation", "ration", "ated", "ating", "ized", "ised", "izing", "ising", "eration",
    "ernment", "ernments", "tical", "cally", "gency", "gencies", "ency", "encies", "ary",
    "aries", "eral", "erals", "rity", "bility",
))  # fmt: skip


def joined(line: str, following: str, text: str) -> str | None:
    """Return a line and the next as one where a hyphen at the end joins them, None where not.

    `text` is the whole text, in which the word may stand whole.
    """
    bare, rest = line.rstrip(), following.lstrip()
    if not bare.endswith("-") or not rest[:1].isalnum() or not (bare[-2:-1].isalnum() or
                                                                bare[-2:-1] == "."):  # fmt: skip
        return None
    left = bare[-_LONGEST_HALF:-1].rpartition(" ")[2].lstrip("“‘\"'([*_")
    right = _GOES_ON.match(rest)
    whole = left.isalpha() and right is not None and _is_one(left, right[0], text)
    return (bare[:-1] if whole else bare) + rest


def _is_one(left: str, right: str, text: str) -> bool:
    """Whether two halves are one word; a capital within it would be none."""
    if not right.islower():
        return False
    held = _words(text)
    if f"{left}-{right}".lower() in held:
        return False
    if f"{left}{right}".lower() in held:
        return True
    return left.islower() and (left in _BOUND_STARTS or right in _BOUND_ENDS)


@lru_cache(maxsize=1)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, compounds whole; none of a very long text."""
    return frozenset(_WORD.findall(text.lower())) if len(text) <= _LONGEST else frozenset()
