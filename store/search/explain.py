"""A query in plain words: how it was understood, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from store.search.query import And, DateRange, Field, Node, Not, Or, Phrase, Query, Word

_FIELDS = {
    "pair": "on the country pair", "country": "naming the country", "person": "naming the person",
    "by": "written by", "at": "from the institution", "tag": "tagged", "saved": "saved search",
    "source": "from a source whose path holds", "label": "with a section labelled",
}  # fmt: skip
_IN = {"title": "in the title", "report": "in the report", "comment": "in the comment"}
_IS = {"noted": "with a note", "revised": "revised", "unread": "unread", "starred": "starred"}


def explain(query: Query) -> list[str]:
    """Return lines that say how `query` was understood, the notices last."""
    found = ["every brief"] if query.root is None else list(_lines(query.root))
    return [*found, *(f"note: {notice}" for notice in query.notices)]


def _lines(node: Node, depth: int = 0, lead: str = "") -> Iterator[str]:
    indent = "  " * depth + lead
    match node:
        case Not(node=inner):
            yield from _lines(inner, depth, lead + "not: ")
        case And(nodes=nodes) | Or(nodes=nodes):
            yield indent + ("all of" if isinstance(node, And) else "any of")
            for inner in nodes:
                yield from _lines(inner, depth + 1)
        case Word():
            yield indent + _word(node)
        case Phrase(words=words, prefix=prefix):
            star = ", its last word completes" if prefix else ""
            yield f"{indent}the phrase “{' '.join(words)}”{star}"
        case DateRange():
            yield indent + _dates(node)
        case Field():
            yield indent + _field(node)


def _word(word: Word) -> str:
    if word.prefix:
        return f"words that begin with “{word.text}”"
    if word.typing:
        return f"the word “{word.text}”, and words that begin so"
    return f"the word “{word.text}”"


def _dates(range_: DateRange) -> str:
    if range_.first == range_.last:
        return f"dated {range_.first}"
    if range_.last is None:
        return f"dated {range_.first} or later"
    if range_.first is None:
        return f"dated {range_.last} or earlier"
    return f"dated from {range_.first} to {range_.last}"


def _field(field: Field) -> str:
    if field.name == "in":
        return f"looking only {_IN[field.value]}" if field.value in _IN else f"in {field.value}"
    if field.name == "is":
        return _IS.get(field.value, field.value)
    return f"{_FIELDS.get(field.name, field.name)} “{field.value}”"
