"""Where in a run of capitalised words a short name may stand."""

from __future__ import annotations

from collections.abc import Iterable

from store.entities.geography import country_of_pair
from store.entities.lexicon import names, not_people, offices
from store.entities.runs import Run
from store.entities.tokens import NAMES, token_class

NO_SHORT_NAME = "DTIPJ"
"""Classes of words that are no short name by themselves."""


def free_places(run: Run, taken: Iterable[tuple[int, int]], capitals: bool) -> list[int]:
    """Return the tokens of a run that can be a short name: outside the full names found."""
    busy = list(taken)
    places = []
    for at, token in enumerate(run):
        if token.particle or (busy and _is_busy(token.start, busy)):
            continue
        kind = token_class(token.text, capitals)
        addressed = kind == "P" and at and run[at - 1].lower in offices().honorifics  # "Mrs. Oh"
        if addressed or kind not in NO_SHORT_NAME:
            places.append(at)
    return places


def stands_alone(run: Run, at: int, busy: Iterable[tuple[int, int]], heading: bool) -> bool:
    """Return whether token `at` is no part of a longer name or of an institution."""
    follower = run[at + 1] if at + 1 < len(run) and not run[at].possessive else None
    if follower and not _is_busy(follower.start, busy):
        kind = token_class(follower.text)
        if kind == "I" and follower.lower not in names().tails:
            return False
        if not heading and kind in NAMES + "L":
            return False
    if _is_country(run, at):
        return False
    if not at or heading or run[at - 1].possessive or _is_busy(run[at - 1].start, busy):
        return True
    before = run[at - 1]
    return (
        before.particle
        or token_class(before.text) not in ("GghNLIJ" if before.text[-1] == "." else "GghNLI")
        or (before.lower in not_people().plain)
    )


def _is_busy(start: int, busy: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in busy)


def _is_country(run: Run, at: int) -> bool:
    """Whether token `at` is half of a place of two words: "Abu Dhabi"."""
    printed = run[at].text
    if at and country_of_pair(run[at - 1].text, printed):
        return True
    return at + 1 < len(run) and country_of_pair(printed, run[at + 1].text) is not None
