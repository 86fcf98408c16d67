"""Character entities left over from a web page ("&amp;", "&#8217;"), turned into characters."""

from __future__ import annotations

import html
import re

from store.text import clean

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d{0,2});")


def without_entities(text: str) -> str:
    """Return `text` with its entities decoded, and cleaned again if there were any.

    An entity can hide a control character, which is why decoding comes before cleaning; one that
    HTML does not know stays as it is.
    """
    if "&" not in text or ";" not in text:
        return text
    decoded = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text if decoded == text else clean(decoded)
