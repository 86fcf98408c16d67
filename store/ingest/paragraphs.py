"""Lines into paragraphs: blank lines, single newlines and hard wraps told apart.

A text is taken as hard-wrapped when its lines were broken just where the next word would have
overrun the widest line. Then the lines of a block are joined; otherwise each line is a
paragraph of its own, but for one that plainly runs on in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from store.ingest.dates import date_at_end, only_date
from store.ingest.hyphens import joined

_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_FEWEST_WRAPS = 3
_LONGEST_DATE = 40
_LONGEST_CUT = 24
_LONGEST_HEADING = 120
_PAIRS_LOOKED_AT = 3000
_RULE = re.compile(r"[-=_*~#•·. ]{3,}")
_BULLET = re.compile(r"(?:[-*•●▪‣◦·–—+]|\(?(?:\d{1,3}|[a-z])[.)]) +\S")
_STARTS_ALONE = re.compile(
    r"(?:#{1,6} |By [^\W\d_]|BY [^\W\d_]|by (?:[A-Z][\w.’'-]{1,20} ?){2,4}$"
    r"|[*_\[(]{0,3}(?:[^\W\d_]{1,20} ){0,3}[Cc](?:omment|OMMENT)s?[*_]{0,3}:)"
)
_YEARS = tuple(f"{century}{year:02}" for century in (19, 20) for year in range(100))
_NEVER_LAST = ("|", ",", " and", " &")
_GOES_ON = (",", ";", "-", "–", "—")  # a byline cut before its date
_ENDS_SENTENCE = (".", "!", "?", ":", "”", '"', ")", "]", "…", "*")


def is_bullet(line: str) -> bool:
    """Whether `line` is an item of a list ("• …", "- …", "2) …")."""
    return _BULLET.match(line.lstrip()) is not None


def squeeze(text: str) -> str:
    """Return `text` on one line with single spaces, stripped; linear even for huge texts."""
    text = text.replace("\n", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def blocks(text: str) -> Iterator[list[str]]:
    """Yield the runs of lines between blank lines and rules (lines of dashes or stars)."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    block: list[str] = []
    for line in text.split("\n"):
        if line and not line.isspace() and not (len(line) < 200 and _RULE.fullmatch(line)):
            block.append(line.rstrip())
        elif block:
            if mark := _underlined(block, line):
                block = [f"{mark} {block[0].strip()}"]
            yield block
            block = []
    if block:
        yield block


def _underlined(block: list[str], line: str) -> str:
    """Return the heading mark for a block that is one line, underlined ("=====", "-----")."""
    rule, title = line.strip(), block[0].strip()
    if len(block) != 1 or len(title) > _LONGEST_HEADING or len(rule) < max(3, 0.6 * len(title)):
        return ""
    return {"=": "#", "-": "##"}.get(rule[0], "") if rule.strip(rule[0]) == "" else ""


def wrap_width(all_blocks: Sequence[Sequence[str]]) -> int | None:
    """Return the width at which the text was hard-wrapped, None if it was not."""
    if _mostly_long(all_blocks):
        return None
    every = (pair for block in all_blocks for pair in pairwise(block))
    pairs = list(islice(every, _PAIRS_LOOKED_AT))
    if not pairs:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = sum(_overruns(line, following, width) for line, following in pairs)
    return width if full >= max(_FEWEST_WRAPS, 0.6 * len(pairs)) else None


def _mostly_long(all_blocks: Sequence[Sequence[str]]) -> bool:
    """Whether most of the text stands on lines too long to have been wrapped."""
    lengths = [len(line) for block in all_blocks for line in block]
    return 2 * sum(n for n in lengths if n > _WIDEST_WRAP) > sum(lengths)


def _overruns(line: str, following: str, width: int) -> bool:
    """Whether the first word of `following` would not have fitted on `line`."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > 0.93 * width


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, each on one line with single spaces."""
    found = list(blocks(text))
    width = wrap_width(found)
    return [squeeze(run) for block in found for run in _runs(block, width, text)]


def _runs(block: list[str], width: int | None, text: str) -> Iterator[str]:
    """Yield the paragraphs of one block, lines joined by a space, a cut word without one."""
    run = [block[0]]
    for line, following in pairwise(block):
        if _runs_on(line, following, width):
            if (whole := joined(run[-1], following, text)) is not None:
                run[-1] = whole
            else:
                run.append(following)
        else:
            yield " ".join(run)
            run = [following]
    yield " ".join(run)


def _runs_on(line: str, following: str, width: int | None) -> bool:
    stripped = following.lstrip()
    if "|" in line and "|" in stripped and stripped[0] in "-–—":
        return True  # the dash below is the one between role and house
    if _BULLET.match(stripped) or _STARTS_ALONE.match(stripped) or line.startswith("#"):
        return False
    if line.rstrip().endswith(_NEVER_LAST):  # a byline or a sentence goes on
        return True
    if (
        "|" in line and line.rstrip("* ").endswith(_YEARS) and not _date_cut(line, stripped)
    ):  # a byline ends with its date
        return False
    if _dates(stripped) and not line.rstrip().endswith(_GOES_ON):
        return False
    if _hyphenated(line, following) or _date_cut(line, stripped):
        return True
    if width is None:
        return _broken_sentence(line, following)
    if _indent(following) > _indent(line) and not _BULLET.match(line.lstrip()):
        return not _ended(line)
    room = width - len(line) - 1 - len(stripped.split(maxsplit=1)[0])
    return room < 0.25 * width and not (room > 0.07 * width and _ended(line))


def _dates(line: str) -> bool:
    """Whether a line is a date, or a place and a date ("London, 4 May 1998")."""
    if len(line) > _LONGEST_DATE or not line[-1:].isdigit() or "|" in line:
        return False
    place, _, rest = line.partition(", ")
    date = only_date(line) or (only_date(rest) if place[:1].isupper() else None)
    return date is not None and date.precise


def _date_cut(line: str, following: str) -> bool:
    """Whether a byline's date was cut in two at the line's end ("… | 3 / February 2021")."""
    if len(following) > _LONGEST_CUT or not ("|" in line or line.lower().startswith("by ")):
        return False
    tail = line[-_LONGEST_CUT:]
    date = date_at_end(f"{tail} {following}")
    return date is not None and date.precise and date.start < len(tail)


def _broken_sentence(line: str, following: str) -> bool:
    """Whether a line outside a wrapped text stops in mid-sentence, as captions do."""
    if _ended(line) or len(line) < 40:
        return False
    captioned = len(line) <= _WIDEST_WRAP and 0 < _indent(line) == _indent(following)
    return captioned or following.lstrip()[0].islower()


def _ended(line: str) -> bool:
    return line.endswith(_ENDS_SENTENCE)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _hyphenated(line: str, following: str) -> bool:
    """Whether a word was cut at the line's end."""
    bare = line.rstrip()
    return bare.endswith("-") and bare[-2:-1].isalpha() and following.lstrip()[0].islower()
