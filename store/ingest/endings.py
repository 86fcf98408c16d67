"""Blocks that close a document: links to other pieces, endnotes and references.

They are neither report nor judgement, and would only add false mentions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.boilerplate import is_boilerplate
from store.ingest.labels import read_label
from store.ingest.markup import plain
from store.ingest.paragraphs import is_bullet

_EDGES = " \t*_#[](){}<>»›→>.…|-–—•:"
_SHORT = 120
_RELATED = re.compile(
    r"(?:related|further|more|recommended|suggested)"
    r"(?: (?:analysis|reading|links|topics|tags|items|publications|coverage|articles?|posts?"
    r"|content|stories|research|reports?|from|on|work|commentary|briefs?))(?: .{0,50})?"
    r"|what we(?:[’']| a)?re (?:reading|watching|listening to|following)|in case you missed it"
    r"|upcoming events|you (?:may|might) also like|(?:also )?(?:read|see) (?:also|more|next)"
    r"|read next|related|(?:recent|latest) (?:posts|publications|articles)"
    r"|more (?:like this|on this story)"
    r"|latest from .{2,50}",
    re.IGNORECASE,
)
_LONGEST_LINK = 150
_MOST_LINKS = 16
_MOST_LINES = 40
_NOTES = frozenset((
    "notes", "note", "endnotes", "footnotes", "references", "sources", "bibliography", "citations",
    "further reading", "works cited",
))  # fmt: skip
_NOTE = re.compile(r"(?:[\[(]?\d{1,3}[\]).]{0,2}|[*†‡]|\[[ivx]{1,5}\]) ?\S|.{0,300}?https?://")
_BULLETED = frozenset(("notes", "note"))  # below these a bullet may be a note of the analyst's
_LONGEST_NOTE = 700
_MOST_NOTES = 200
_NUMBERED = re.compile(r"\[?(\d{1,3})[\].] ?(?=\S)")
_FIRST_MARK = re.compile(r"[^\W\d_][.,;:”\"’')]{1,2}1(?=\s|$)|[^\W\d_]1(?=[.,;]? |$)|\[1\]|/1/")


def closing_block(paragraphs: Sequence[str]) -> int:
    """Return how many of the last paragraphs are a block of links or of notes, 0 for none."""
    return (
        _signed_off(paragraphs)
        or _links(paragraphs)
        or _headed_notes(paragraphs)
        or _bare_notes(paragraphs)
    )


def _signed_off(paragraphs: Sequence[str]) -> int:
    """Count the block of a PGP signature."""
    for count in range(1, min(_MOST_LINES, len(paragraphs) - 1) + 1):
        if "BEGIN PGP SIGNATURE" in paragraphs[-count]:
            return count
    return 0


def _links(paragraphs: Sequence[str]) -> int:
    """Count a heading like "Related analysis" and the short lines below it."""
    for count in range(1, min(_MOST_LINKS, len(paragraphs) - 1) + 1):
        line = paragraphs[-count]
        if len(line) <= _SHORT and _RELATED.fullmatch(plain(line).strip(_EDGES)):
            return count
        if not (_is_link_text(line) or is_boilerplate(line)):
            return 0
    return 0


def _is_link_text(line: str) -> bool:
    text = plain(line)
    if len(text) > _LONGEST_LINK or text.endswith((".", ":")) or read_label(line) is not None:
        return False
    return ". " not in text


def _headed_notes(paragraphs: Sequence[str]) -> int:
    """Count a heading like "Notes" and the notes below it."""
    bulleted = False
    for count in range(1, min(_MOST_NOTES, len(paragraphs) - 1) + 1):
        line = paragraphs[-count]
        name = plain(line).strip(_EDGES).lower() if len(line) <= 40 else ""
        if name in _NOTES:
            return 0 if count == 1 or (bulleted and name in _BULLETED) else count
        bulleted = bulleted or (is_bullet(line) and not line[0].isdigit())
        if len(line) > _LONGEST_NOTE or not (_NOTE.match(line) or is_bullet(line)):
            return 0
    return 0


def _bare_notes(paragraphs: Sequence[str]) -> int:
    """Count notes from the first on, without a heading, where the text above holds their mark."""
    for count in range(1, min(_MOST_NOTES, len(paragraphs) - 1) + 1):
        line = paragraphs[-count]
        number = _NUMBERED.match(line) if len(line) <= _LONGEST_NOTE else None
        if number is None:
            return 0
        if number[1] == "1":
            marked = any(_FIRST_MARK.search(p) for p in paragraphs[:-count])
            return count if marked else 0
    return 0
