"""The little Markdown that briefs carry: heading marks and emphasis around titles and labels."""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST_KEPT = 2000  # of a line; longer ones are seldom asked for, and cost memory
_HEADING = re.compile(r"#{1,6} +")
_CLOSING_HASHES = re.compile(r" #{1,6}$")
_LINK = re.compile(r"!?\[([^\[\]]{1,200})\]\(([^()\s]{0,500})\)")
_MENU_LINK = re.compile(r"[-*•] \[[^\[\]]{1,200}\]\([^()\s]{0,500}\)")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")


def is_heading(line: str) -> bool:
    """Whether `line` is a Markdown heading or a line in bold and nothing else."""
    return bool(_HEADING.match(line)) or (
        len(line) < 200 and line.startswith("**") and line.endswith("**") and line.count("**") == 2
    )


def unheaded(line: str) -> str:
    """Return `line` without the heading marks, the rest as printed."""
    match = _HEADING.match(line) if line[:1] == "#" else None
    return _CLOSING_HASHES.sub("", line[match.end() :]) if match else line


def without_links(line: str) -> tuple[str, list[str]]:
    """Return a paragraph with the words of its links only, and where they led.

    A bullet that is one link and nothing more stays as it is: it is a page's menu.
    """
    if "](" not in line or _MENU_LINK.fullmatch(line):
        return line, []
    return _LINK.sub(r"\1", line), [m[2] for m in _LINK.finditer(line)]


def plain(line: str) -> str:
    """Return a short line without heading marks, emphasis and the targets of links.

    For titles, bylines and labels.
    """
    return _plain(line) if len(line) <= _LONGEST_KEPT else _plain.__wrapped__(line)


@lru_cache(maxsize=2048)  # many rules look at the same line
def _plain(line: str) -> str:
    line = unheaded(line).strip()
    line = _LINK.sub(r"\1", line) if "](" in line else line
    return _EMPHASIS.sub("", line).strip() if "*" in line or "_" in line else line
