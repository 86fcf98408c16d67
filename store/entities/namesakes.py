"""People and an American state that share a country's name: Israel Katz, Michael Jordan, Georgia.

People's names known to `people` never come here; these rules catch the rest.
"""

from __future__ import annotations

import re

from store.entities.context import Around, begins
from store.entities.gazetteer import Rules, gazetteer

_NEXT_WORD = re.compile(r" ([^\W\d_a-z][\w'-]*+)")
_LIST_JOINT = re.compile(r"(?:,? and |, )")
_OPENING = "(\"'“‘—–["


def is_person(around: Around, rules: Rules, persons: set[str]) -> bool:
    """Tell whether the match is part of a person's name.

    Such a name that begins with the match is added to `persons`, so that a headline, where every
    word is capitalised, can be read by what the body shows.
    """
    printed = around.surface.text
    name = printed.title() if printed.isupper() else printed
    if name in rules.family and _given_name_before(around, rules):
        return True
    if name not in rules.given and name not in rules.given_rarely:
        return False
    following = _NEXT_WORD.match(around.tail)
    if following is None:
        return False
    word = following.group(1).removesuffix("'s").rstrip("'-")
    surname = word.title() if word.isupper() else word
    full = f"{name} {surname}"
    if full in persons or surname in rules.surnames or _looks_like(name, word, around, rules):
        persons.add(full)
        return True
    return False


def _given_name_before(around: Around, rules: Rules) -> bool:
    if around.head[-1:] != " ":
        return False
    before = around.head[:-1].rpartition(" ")[2].lstrip(_OPENING)
    return (before.title() if around.headline else before) in rules.before_surname


def _looks_like(name: str, following: str, around: Around, rules: Rules) -> bool:
    """Tell by the next word alone: capitalised, and neither an office, a body nor a place."""
    if name not in rules.given or around.headline or following.isupper():
        return False
    return following not in rules.after_country and following not in gazetteer().index


def is_american_georgia(around: Around, rules: Rules) -> bool:
    """Tell whether "Georgia" is the American state: its towns, its offices, its neighbours."""
    head, tail = around.head, around.tail
    if head.endswith(rules.georgia_after) or begins(tail, rules.georgia_before):
        return True
    town = head.removesuffix(", ")
    if town != head and any(town.title().endswith(name) for name in rules.georgia_towns):
        return True
    before = town.removesuffix(" and ").rstrip(",")
    if before != head and before.endswith(rules.states):
        return True
    joint = _LIST_JOINT.match(tail)
    return joint is not None and begins(tail[joint.end() :], rules.states)
