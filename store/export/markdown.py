"""Text from outside inside Markdown: nothing in it acts as markup, nothing ends a link."""

from __future__ import annotations

import re

from store.text import one_line

# What CommonMark and GitHub take for markup inside a line; "." and ")" after digits, "-" and "+"
# matter at a line's start only, where quoted text never stands here.
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$]")
_NOT_IN_TARGETS = re.compile(r"[\s()<>\\\"\[\]`|]")


def escaped(text: str) -> str:
    """Return a text as one line in which CommonMark acts on nothing."""
    return _MARKUP.sub(lambda match: f"\\{match[0]}", one_line(text))


def link_target(url: str) -> str:
    """Return a URL with everything percent-encoded that would end a link or begin another."""
    return _NOT_IN_TARGETS.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url
    )
