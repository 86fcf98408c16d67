"""Words cut at the end of a line: "inter- / national" against "Iran- / Iraq" and "long- / term".

A hyphen at the end of a line may be the typesetter's or the word's own. It is dropped only on
evidence: the whole word stands elsewhere in the same text, or one half is a part that no compound
is made of ("inter-", "-tion"). Without evidence it stays, since a wrap by a program never cuts a
word but at its own hyphen.
"""

from __future__ import annotations

import re

_CUT = re.compile(r"[^\W\d_]+$")
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
    left, right = _CUT.search(bare[:-1]), _GOES_ON.match(rest)
    whole = left is not None and right is not None and _is_one(left[0], right[0], text)
    return (bare[:-1] if whole else bare) + rest


def _is_one(left: str, right: str, text: str) -> bool:
    """Whether two halves are one word; a capital within it would be none."""
    if not right.islower():
        return False
    pattern = rf"\b{re.escape(left)}-{right}\b"
    if re.search(pattern, text, re.IGNORECASE):
        return False
    if re.search(rf"\b{re.escape(left)}{right}\b", text, re.IGNORECASE):
        return True
    return left.islower() and (left in _BOUND_STARTS or right in _BOUND_ENDS)
