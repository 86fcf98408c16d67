"""Narrowing a query by a facet and widening it again: including and excluding are query terms.

What is changed stands in the query as anybody could have typed it, so the same text on the command
line finds the same briefs.
"""

from __future__ import annotations

from store.search.query import Node, Not, Query, parse
from store.search.render import render
from store.search.tree import parts_of, together


def include(text: str, term: str) -> str:
    """Return the query `text` narrowed to what `term` ("pair:IR-RU") finds.

    A term that is there already is taken away again, one that was excluded is turned round.
    """
    return _toggled(text, term, exclude=False)


def exclude(text: str, term: str) -> str:
    """Return the query `text` without what `term` finds; excluding twice takes it away again."""
    return _toggled(text, term, exclude=True)


def _toggled(text: str, term: str, *, exclude: bool) -> str:
    facet = parse(term + " ").root
    query = parse(text)
    if facet is None:
        return text
    wanted: Node = Not(facet) if exclude else facet
    nodes = parts_of(query.root)
    kept = [n for n in nodes if n not in (facet, Not(facet))]
    if wanted not in nodes:
        kept.insert(0, wanted)  # in front, so that the last word may still be typed
    return render(Query(together(kept), (), ""))
