"""Headings that the extraction of a page's text has dropped, put back where they stood.

Outside the elements that mark an article trafilatura keeps paragraphs and drops the headings
between them, and with "Analysis" goes the line between report and judgement.
"""

from __future__ import annotations

from typing import Any

_HEADINGS = "//h1 | //h2 | //h3 | //h4 | //h5 | //h6"
_BELOW = "following::*[self::p or self::li or self::blockquote][normalize-space()][1]"
_LONGEST = 200
_MOST = 200
_KNOWN_BY = 40  # characters of a paragraph by which it is found in the text


def with_headings(text: str, data: bytes) -> str:
    """Return an extracted text with the page's headings above what was kept below them.

    A heading comes back only where the next paragraph was kept, so that menus stay out.
    """
    lines = text.split("\n")
    held = {_bare(line) for line in lines}
    for heading in _elements(data):
        words = _bare(heading.text_content())
        below = heading.xpath(_BELOW)
        if not words or len(words) > _LONGEST or words in held or not below:
            continue
        start = _bare(below[0].text_content())[:_KNOWN_BY]
        at = next(
            (i for i, line in enumerate(lines) if start and _bare(line).startswith(start)), None
        )
        if at is not None:
            held.add(words)
            lines.insert(at, f"## {words}")
    return "\n".join(lines)


def _elements(data: bytes) -> list[Any]:
    from lxml import etree, html  # type: ignore[import-untyped]  # comes with trafilatura

    try:
        found = html.fromstring(data).xpath(_HEADINGS)
    except (etree.LxmlError, ValueError):
        return []
    return list(found[:_MOST])


def _bare(text: str) -> str:
    return " ".join(text.lstrip("-*#> ").split())
