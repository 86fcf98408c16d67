"""A query tree as text that parses to the same tree: for scopes, facets and saved searches."""

from __future__ import annotations

from store.search.query import And, DateRange, Field, Node, Not, Or, Phrase, Query, Word
from store.search.tokens import QUOTES

# A dot in front keeps these from being read as operators, and cuts no word.
_OPERATORS = ("OR", "AND", "NEAR")


def render(query: Query) -> str:
    """Return a text for which `parse` gives the tree of `query` again.

    A last word that was being typed stays so; any other last word is closed with a space.
    """
    if query.root is None:
        return ""
    text = _node(query.root)
    # Whatever follows the last word would finish it: unclosed means closed at the end.
    return text.rstrip(")") if _is_typing(query.root) else text + " "


def _node(node: Node) -> str:
    match node:
        case Word(text=text, prefix=prefix):
            return "." * (text in _OPERATORS) + text + "*" * prefix
        case Phrase(words=words, typing=True):
            return f'"{" ".join(words)}'
        case Phrase(words=words, prefix=prefix):
            return f'"{" ".join(words)}{"*" * prefix}"'
        case Field():
            return f"{node.name}:{_value(node)}"
        case DateRange(first=first, last=last):
            return f"date:{first}" if first == last else f"date:{first or ''}..{last or ''}"
        case Not(node=inner):
            return "-" + (_node(inner) if _is_leaf(inner) else f"({_node(inner)})")
        case And(nodes=nodes):
            return " ".join(_node(n) if _is_tight(n) else f"({_node(n)})" for n in nodes)
        case Or(nodes=nodes):
            return " OR ".join(f"({_node(n)})" if isinstance(n, Or) else _node(n) for n in nodes)


def _value(field: Field) -> str:
    value = field.value
    bare = value[:1] not in QUOTES and set(value).isdisjoint(" \n()")
    if value and bare and not field.quoted:
        return value
    return '"' + value.replace('"', "”") + '"'


def _is_leaf(node: Node) -> bool:
    return isinstance(node, (Word, Phrase, Field, DateRange))


def _is_tight(node: Node) -> bool:
    return _is_leaf(node) or isinstance(node, Not)


def _is_typing(node: Node) -> bool:
    """Whether the last word of the text is still being typed; only then may nothing follow it."""
    match node:
        case Word(typing=typing) | Phrase(typing=typing):
            return typing
        case And(nodes=nodes) | Or(nodes=nodes):
            return _is_typing(nodes[-1])
        case _:
            return False
