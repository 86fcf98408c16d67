"""The tree of a query: frozen nodes that say what is asked for, and nothing about how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed. `prefix` is an explicit star; `typing` marks the last, unfinished one."""

    text: str
    prefix: bool = False
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, in quotes or joined by hyphens or dots; `prefix`: the last one completes.

    `typing` says that it completes only because it is not finished, and comes with `prefix`.
    """

    words: tuple[str, ...]
    prefix: bool = False
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value` with a known name in lower case."""

    name: str
    value: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class DateRange:
    """Inclusive ISO bounds as precise as typed ("2017-10"); None is an open end, never both."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but `node`."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more `nodes`."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more `nodes`."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Word | Phrase | Field | DateRange | Not | And | Or


def parts_of(root: Node | None) -> tuple[Node, ...]:
    """Return the nodes that a brief has to answer all of: those of an And, else the root itself."""
    match root:
        case None:
            return ()
        case And(nodes=nodes):
            return nodes
        case _:
            return (root,)


def together(nodes: Sequence[Node]) -> Node | None:
    """Return the node that asks for all of some nodes; None for none of them."""
    return And(tuple(nodes)) if len(nodes) > 1 else (nodes[0] if nodes else None)


def words_of(node: Node | None) -> list[Word]:
    """Return the words a query looks for (not those it excludes), in order."""
    match node:
        case Word():
            return [node]
        case And(nodes=nodes) | Or(nodes=nodes):
            return [w for n in nodes for w in words_of(n)]
        case _:
            return []


def phrases_of(node: Node | None) -> list[Phrase]:
    """Return the phrases a query looks for, in order."""
    match node:
        case Phrase():
            return [node]
        case And(nodes=nodes) | Or(nodes=nodes):
            return [p for n in nodes for p in phrases_of(n)]
        case _:
            return []


def only_words(node: Node | None) -> Node | None:
    """Return what a query looks for in the text, without its fields, dates and exclusions."""
    match node:
        case Word() | Phrase():
            return node
        case And(nodes=nodes):
            return together([n for n in map(only_words, nodes) if n is not None])
        case Or(nodes=nodes):
            kept = tuple(n for n in map(only_words, nodes) if n is not None)
            # A branch without words finds briefs of any words.
            return Or(kept) if len(kept) == len(nodes) else None
        case _:
            return None
