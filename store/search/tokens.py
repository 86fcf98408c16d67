"""A query cut into tokens. Linear in its length, and no text is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

FIELDS = (
    "in", "pair", "country", "person", "by", "at", "date", "tag", "is", "saved", "source", "label",
)  # fmt: skip
"""The fields of the query language."""

Kind = Literal["word", "phrase", "field", "or", "and", "open", "close", "dash"]

_RUN = re.compile(r"[^ \n()]+")
_FIELD = re.compile(r"([A-Za-z]{1,20}):")
QUOTES = frozenset('"“”„‟«»＂')
"""The quotation marks that make a phrase; apostrophes never do."""
_CLOSING = re.compile(r'["“”„‟«»＂]')


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `text` without quotes, minus or field name.

    `minus` is an excluding hyphen before it; `quoted` and `closed` are about quotation marks;
    `star` is a "*" right behind a closing one; `end` is the offset behind the token.
    """

    kind: Kind
    text: str
    end: int
    minus: bool = False
    field: str = ""
    quoted: bool = False
    closed: bool = True
    star: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query that went through `store.text.clean`."""
    at = 0
    while at < len(text):
        if text[at] in " \n":
            at += 1
            continue
        token = _hyphens(text, at) if text[at] == "-" else _token(text, at, False)
        yield token
        at = token.end


def _hyphens(text: str, at: int) -> Token:
    """One hyphen at the start of something excludes it; any other run of hyphens is a dash."""
    end = at + 1
    while text[end : end + 1] == "-":
        end += 1
    starts = at == 0 or text[at - 1] in " \n("
    if starts and end == at + 1 and text[end : end + 1] not in ("", " ", "\n", ")"):
        return _token(text, end, True)
    return Token("dash", text[at:end], end)


def _token(text: str, at: int, minus: bool) -> Token:
    char = text[at]
    if char in "()":
        return Token("open" if char == "(" else "close", char, at + 1, minus)
    if char in QUOTES:
        return _quoted(text, at, minus, "")
    field = _FIELD.match(text, at)
    if field and text[field.end() : field.end() + 1] in QUOTES:
        return _quoted(text, field.end(), minus, field[1])
    run = _RUN.match(text, at)
    assert run is not None  # spaces and parentheses were dealt with above
    if field:
        return Token("field", text[field.end() : run.end()], run.end(), minus, field[1])
    kind: Kind = "word"
    if not minus and run[0] in ("OR", "AND"):
        kind = "or" if run[0] == "OR" else "and"
    return Token(kind, run[0], run.end(), minus)


def _quoted(text: str, at: int, minus: bool, field: str) -> Token:
    # A straight quote closes a straight one; typographic ones differ by country, so any will do.
    straight = text.find('"', at + 1) if text[at] == '"' else None
    if straight is None:
        closing = _CLOSING.search(text, at + 1)
        close = closing.start() if closing else -1
    else:
        close = straight
    kind: Kind = "field" if field else "phrase"
    if close < 0:
        return Token(kind, text[at + 1 :], len(text), minus, field, quoted=True, closed=False)
    star = text[close + 1 : close + 2] == "*" and not field
    return Token(kind, text[at + 1 : close], close + 1 + star, minus, field, True, True, star)
