"""How surely two claims are about one thing: the evidence for it, and its weights.

The weights are `data/rival_weights.toml`, fitted to labelled pairs of comments.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from math import log

from store.compare.claims import Claim, common_ground
from store.compare.dates import DateMention
from store.compare.figures import Figure, dimension, in_base_units, is_measure, same_thing
from store.compare.relatives import relatives
from store.compare.words import is_common, stem

EVIDENCE = (
    "link", "aligned", "ground", "unit", "apart", "money", "share", "span", "vague", "day", "month",
    "year", "others", "other_date", "successive",
)  # fmt: skip
"""The kinds of evidence; `evidence_of` says what each is."""

_MOST_LINKED = 3.0
_MOST_GROUND = 4.0
_HALF = 50.0  # is said of anything; a printed percentage is held against other shares only
_GROUND_OF_SHARES = 0.15  # "half" of one thing and "84 percent" of another are no rivals
_SMALL = 12  # "two sides" may be any two
_FARTHEST_RATIO = 4.0
_FARTHEST_DAYS = 45
_FARTHEST_MONTHS = 12
_FARTHEST_YEARS = 3

_SAME_UNIT = 1.0
_BARE = 0.4
_BARE_MEASURE = 0.2
_PERSONS = 0.7
"""How surely two figures count one thing: of one unit, one without a noun, one without a noun
beside money, and of people called differently. Related nouns are as sure as they are related."""

_RELATED = 0.3
_PEOPLE = frozenset(
    same_thing(stem(word))
    for word in """people men women children soldiers dead injured refugees fighters civilians
    officers personnel hostages workers protesters police peacekeepers sailors conscripts prisoners
    arrests names""".split()  # noqa: SIM905
)


def evidence_of(
    one: Claim, other: Claim, link: float, *, successive: bool
) -> dict[str, float] | None:
    """Return what bears on whether two claims are rivals; None where they cannot be.

    Besides the strength of the `link` of their paragraphs: the `ground` that their sentences have
    in common, how sure it is that one `unit` is counted, how far `apart` the values are, what is
    measured, whether the count is `vague`, whether their sentences name an `other_date`, and
    whether one analyst wrote both. How many `others` could be meant is left to `others_near`.
    """
    if isinstance(one.value, Figure) and isinstance(other.value, Figure):
        found = _of_figures(one, other, one.value, other.value)
    elif isinstance(one.value, DateMention) and isinstance(other.value, DateMention):
        found = _of_dates(one.value, other.value)
    else:
        return None
    if found is None:
        return None
    ground = min(common_ground(one, other), _MOST_GROUND)
    if found.get("share") and ground < _GROUND_OF_SHARES:
        return None
    dates = [{key for key in claim.around if key.startswith("date ")} for claim in (one, other)]
    return (
        dict.fromkeys(EVIDENCE, 0.0)
        | found
        | {
            "link": min(link, _MOST_LINKED),
            "aligned": float(link >= 1),
            "ground": ground,
            "other_date": float(any(dates) and dates[0].isdisjoint(dates[1])),
            "successive": float(successive),
        }
    )


def surety(evidence: Mapping[str, float]) -> float:
    """Return how surely two claims are about one thing: from 0 on they are taken for rivals."""
    weights = _weights()
    return sum(weights[kind] * evidence[kind] for kind in EVIDENCE) - weights["asked"]


@lru_cache(maxsize=10_000)
def likeness_of_units(here: str, there: str) -> float:
    """Return how surely figures of two units count one thing; 0 when they cannot."""
    if here == there:
        return _SAME_UNIT if here else _BARE
    if here and there and dimension(here) == dimension(there):
        return _SAME_UNIT
    if any(map(is_measure, (here, there))):
        return 0.0 if here and there else _BARE_MEASURE
    if any(dimension(unit) == "time" or unit == "%" for unit in (here, there)):
        return 0.0
    if not (here and there):
        return _BARE
    if here in _PEOPLE and there in _PEOPLE:
        return _PERSONS
    closeness = max(relatives(here).get(there, 0.0), relatives(there).get(here, 0.0))
    return closeness if closeness >= _RELATED else 0.0


def _of_figures(one: Claim, other: Claim, here: Figure, there: Figure) -> dict[str, float] | None:
    unit = likeness_of_units(here.unit, there.unit)
    low, high = sorted((in_base_units(here)[1], in_base_units(there)[1]))
    if not unit or low <= 0 or high / low > _FARTHEST_RATIO or _of_different_countries(one, other):
        return None
    if here.in_words != there.in_words and _HALF in (here.high, there.high):
        return None
    small = max(here.high, there.high) <= _SMALL
    return {
        "unit": unit,
        "apart": log(high / low),
        "money": float(here.is_measured and here.unit != "%"),
        "share": float(here.unit == "%"),
        "span": float(here.is_duration),
        "vague": float(small and not here.is_duration and (not here.unit or is_common(here.unit))),
    }


def _of_different_countries(one: Claim, other: Claim) -> bool:
    """Whether each figure names whose it is ("four Chinese brigades"), and not the same."""
    return bool(one.owners and other.owners and not one.owners & other.owners)


def _of_dates(here: DateMention, there: DateMention) -> dict[str, float] | None:
    precise = [(bool(date.month), bool(date.day)) for date in (here, there)]
    if precise[0] != precise[1]:
        return None
    months = abs(_month(here, there) - _month(there, here))
    if here.day and there.day:
        days = abs((_month(here, there) - _month(there, here)) * 30.5 + here.day - there.day)
        return {"day": 1.0, "apart": log(1 + days) / 3} if days <= _FARTHEST_DAYS else None
    if here.month:
        if here.month == there.month and months <= _FARTHEST_MONTHS:
            months = 1  # "January 2016", "January 2015": one month, a year mistaken
        return {"month": 1.0, "apart": log(1 + months) / 2} if months <= _FARTHEST_MONTHS else None
    years = months // 12
    return {"year": 1.0, "apart": log(1 + years) / 2} if years <= _FARTHEST_YEARS else None


def _month(date: DateMention, beside: DateMention) -> int:
    """Return the number of a date's month; a year not told is that of the date beside it."""
    year = date.year if date.year and beside.year else 0
    return 12 * year + (date.month or 0)


@cache
def _weights() -> dict[str, float]:
    file = resources.files("store.compare").joinpath("data", "rival_weights.toml")
    weights: dict[str, float] = tomllib.loads(file.read_text("utf-8"))["weights"]
    return weights


def others_near(beside: Sequence[Claim], claim: Claim, rival: Claim) -> float:
    """Return how many of the claims beside one could be what `rival` is held against, two at most,
    which speaks against both."""
    return float(min(sum(found is not claim and _alike(found, rival) for found in beside), 2))


def _alike(one: Claim, other: Claim) -> bool:
    if isinstance(one.value, Figure) and isinstance(other.value, Figure):
        return likeness_of_units(one.value.unit, other.value.unit) >= _RELATED
    return one.kind == other.kind
