"""Sentences of a text as offsets, so that a mention can be said to stand in one.

Rules only: a full stop ends a sentence unless the word before it is a title ("Gen.", "Dr."), an
initial ("J."), a dotted abbreviation ("U.S.") or a number, read together with what follows.
Every step looks at a bounded stretch of the text, so the cost grows with the length alone.
"""

from __future__ import annotations

import re

# A run of end marks with the quotes and brackets that close after it, an end mark of a script
# that puts no space after it, or an empty line.
# The class comes first, since the engine skips to a class quickly; an end mark inside a word
# ("3.5", "www.x.org") ends nothing.
_END = re.compile(
    r"""[.!?…。！？؟۔\n](?:(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[”’"'»)\]]*+(?=\s|\Z)"""
    r"""|(?<=[。！？؟۔])[。！？؟۔]*+[」』”]*+|(?<=\n)[ \t]*+\n)"""
)
_FOLLOWING = re.compile(r"""\s{0,24}[“‘"'«(\[\-–—* ]{0,8}([^\W_]{0,24})""")
_BEGINS_WORD = re.compile(r"""(?<![^\s(\[“"'‘—–/])[^\s(\[“"'‘—–/]*+\Z""")
_SPACELESS = frozenset("。！？؟۔")
_CLOSERS = "”’\"'»)]"
_OPENERS = "“‘\"'«([-–—* "
_WORD_REACH = 24  # no abbreviation is longer; keeps the look back bounded

# Printed before a name or a number, so never the end of a sentence.
_BEFORE_A_NAME = frozenset(
    """
    mr mrs ms mx messrs mme mlle dr prof rev fr sr st ste hon gov sen rep amb pres vp min
    gen lt col maj brig capt cpt cmdr cdr comdr adm vadm radm sgt cpl pvt pfc ens wo cmsgt msgt
    ltc ltg mg bg supt insp det dep asst assoc del atty ald pm mgr msgr bp abp card sheik sh hoj
    hojj ayat mt ft cf viz vs v eg ie e.g i.e lt.gen maj.gen brig.gen
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
# Printed before a number, and otherwise plain words ("he said no").
_BEFORE_A_NUMBER = frozenset(
    "no nos art arts ch vol vols fig figs p pp pt sec para paras ca approx est".split()  # noqa: SIM905
)
# May end a sentence or not; the next word decides.
_EITHER = frozenset(
    """
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
    inc ltd co corp bros jr etc dept univ govt natl intl ave blvd rd
    """.split()  # noqa: SIM905
)
# Words that begin a sentence and hardly ever follow an abbreviation as part of a name.
_STARTERS = frozenset(
    """
    the a an this that these those it its he his she her they their we our i you in on at by for
    from to of with as after before during since while when where who what why how if although
    though despite because but and or so yet nor however moreover furthermore meanwhile instead
    therefore thus also both another other some many most several such no not there here then now
    one two three all any each every such even once under over between among against without
    within according unlike like nevertheless nonetheless indeed finally earlier later last
    recently today yesterday comment analysis assessment outlook
    """.split()  # noqa: SIM905
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the code point offsets [start, end) of every sentence of `text`, in order.

    White space around a sentence belongs to none; an empty text has no sentences. A single
    newline is only a wrapped line, an empty line ends a sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in _END.finditer(text):
        at, end = mark.span()
        if _ends(text, start, at, end):
            _add(spans, text, start, end)
            start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    if start < end and text[start].isspace():
        start += 1
        while start < end and text[start].isspace():
            start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, start: int, mark: int, after: int) -> bool:
    """Tell whether the end mark at [mark, after) closes the sentence that began at `start`."""
    if after >= len(text):
        return True
    printed = text[mark]
    if printed != "." and (printed == "\n" or printed in _SPACELESS):
        return True
    following = _next_word(text, after)
    if following and following[0].islower():
        return False
    if printed != "." or text[mark + 1 : mark + 2] == ".":
        return True
    if text[after - 1] in '”"»':
        return True
    return _dot_ends(text, start, mark, following)


def _dot_ends(text: str, start: int, mark: int, following: str) -> bool:
    word = _word_before(text, start, mark)
    bare = word.lower()
    if bare.isdigit():  # "1. The first point" is a list number; "in 2017. The" is an end
        return bool(text[start : mark - len(word)].strip(_OPENERS + "\n"))
    if bare in _BEFORE_A_NAME:
        return False
    if bare in _BEFORE_A_NUMBER:
        return not following[:1].isdigit()
    if bare in _EITHER:
        return following.lower() in _STARTERS
    if len(word) == 1 and word.isupper():
        return following.lower() in _STARTERS and following not in ("A", "I")
    if "." in word:  # U.S., D.C., a.m.
        return following.lower() in _STARTERS
    return True


def _word_before(text: str, start: int, mark: int) -> str:
    before = text[max(start, mark - _WORD_REACH) : mark]
    word = before.rpartition(" ")[2]
    if word.isalnum():
        return word
    found = _BEGINS_WORD.search(before)
    return found[0] if found else ""


def _next_word(text: str, after: int) -> str:
    """Return the first word after the white space and opening marks at `after`, or ""."""
    found = _FOLLOWING.match(text, after)
    return found[1] if found else ""
