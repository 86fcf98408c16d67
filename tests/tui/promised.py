"""The promised JSON as people write it down: keys, what stands under them, and "…".

`{"pairs": [{"pair", "names", "by_month": {…}}]}` is an object with a list of objects that have
these keys at least. `"ok|failed"` is one of these words, `[rows]` a list of briefs, `…counts` the
three counts; any other word says what stands there and is not checked. An unknown value is null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_TOKEN = re.compile(r'"[^"]*"|[{}\[\],:]|[^\s{}\[\],:"]+')
ROW = """{"id", "title", "date", "authors": [name], "pairs": [pair], "score", "why": [text],
    "snippet": {"section": "title|report|comment", "text", "highlights": [offsets]}}"""


@dataclass
class Shape:
    """A part of what is promised: an object of `keys`, a list of `each`, one of `words`."""

    keys: dict[str, Shape] | None = None
    each: Shape | None = None
    words: tuple[str, ...] = ()

    def check(self, value: Any, path: str = "$") -> list[str]:
        """Return what is not as promised."""
        if value is None and path != "$":
            return []
        if self.keys is not None:
            if not isinstance(value, dict):
                return [f"{path} is no object"]
            wrong = [f"{path}.{name} is missing" for name in self.keys if name not in value]
            there = [name for name in self.keys if name in value]
            return wrong + [
                text
                for name in there
                for text in self.keys[name].check(value[name], f"{path}.{name}")
            ]
        if self.each is not None:
            if not isinstance(value, list):
                return [f"{path} is no list"]
            return [text for item in value for text in self.each.check(item, f"{path}[]")]
        if self.words and value not in self.words:
            return [f"{path} is {value!r}, none of {self.words}"]
        return []


def promised(text: str) -> Shape:
    """Return the shape that a text describes."""
    tokens = _TOKEN.findall(text)
    shape = _shape(tokens)
    assert not tokens, f"left over: {tokens}"
    return shape


def _shape(tokens: list[str]) -> Shape:
    token = tokens.pop(0)
    if token == "{":
        return _object(tokens)
    if token == "[":
        inner = promised(ROW) if tokens[0] == "rows" and tokens.pop(0) else _shape(tokens)
        assert tokens.pop(0) == "]"
        return Shape(each=inner)
    if token.startswith('"') and "|" in token:
        return Shape(words=tuple(token.strip('"').split("|")))
    return Shape()


def _object(tokens: list[str]) -> Shape:
    keys: dict[str, Shape] = {}
    while (token := tokens.pop(0)) != "}":
        if token == ",":
            continue
        if token == "…counts":
            keys |= {name: Shape() for name in ("mentions", "in_report", "in_comment")}
        elif token != "…":
            keys[token.strip('"')] = _after(tokens)
    return Shape(keys=keys)


def _after(tokens: list[str]) -> Shape:
    if tokens[0] != ":":
        return Shape()
    tokens.pop(0)
    return _shape(tokens)


def empty_lists(shape: Shape, value: Any, path: str = "$") -> set[str]:
    """Return the paths of lists of objects that are empty: nothing in them was checked."""
    seen: dict[str, int] = {}

    def walk(shape: Shape, value: Any, path: str) -> None:
        if shape.keys is not None and isinstance(value, dict):
            for name, inner in shape.keys.items():
                walk(inner, value.get(name), f"{path}.{name}")
        elif shape.each is not None and shape.each.keys is not None and isinstance(value, list):
            seen[path] = seen.get(path, 0) + len(value)
            for item in value:
                walk(shape.each, item, f"{path}[]")

    walk(shape, value, path)
    return {path for path, count in seen.items() if not count}
