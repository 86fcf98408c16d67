"""Whether two figures or dates say the same: equal, rounded, converted, or one within the other."""

from __future__ import annotations

from store.compare.dates import DateMention
from store.compare.figures import Figure, in_base_units

_ALIKE = 0.03
"""Estimates nearer to each other than this share of the larger are taken for the same."""

_ALIKE_CONVERTED = 0.06
"""The same for figures in different units, "400 kilometres" and "250 miles"."""

_ROUNDING_OF_SHARES = 3.0
"""Points of percent by which a fraction in words may be off."""

_ROUNDING_OF_COMPLEMENTS = 1.0
_BEYOND_A_BOUND = 1.5
"""How many times as large a figure may be that "more than" still allows for."""

_SCALES = (1.0, 1e3, 1e6, 1e9)
"""In "three hundred million in grants and two hundred in loans" the scale is said once."""


def same_date(one: DateMention, other: DateMention) -> bool:
    """Whether two dates are one day, month or year; a year that is not told does not part them."""
    same_year = one.year == other.year or not (one.year and other.year)
    return same_year and one.month == other.month and one.day == other.day


def same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures give one value, rounding and ranges allowed for, bounds not."""
    ones, others = in_base_units(one), in_base_units(other)
    if ones == others or _within(ones, others) or _within(others, ones):
        return True
    if one.in_words or other.in_words:
        return one.unit == other.unit and abs(ones[1] - others[1]) <= _ROUNDING_OF_SHARES
    converted = one.unit != other.unit and bool(one.unit and other.unit)
    difference = max(abs(ones[1] - others[1]), abs(ones[0] - others[0]))
    alike = _ALIKE_CONVERTED if converted else _ALIKE
    return (one.rough or other.rough or converted) and difference <= alike * max(ones[1], others[1])


def compatible(one: Figure, other: Figure) -> bool:
    """Whether two figures may both be true of one thing: one value, a bound kept to, or shares
    that are each what the other leaves."""
    if same_value(one, other) or _holds(one, other) or _holds(other, one):
        return True
    left = abs(one.high + other.high - 100)
    return one.unit == other.unit == "%" and left <= _ROUNDING_OF_COMPLEMENTS


def is_sum(total: Figure, one: Figure, beside: list[Figure]) -> bool:
    """Whether `total` is what `one` and another figure beside it come to."""
    rest = total.high - one.high
    if rest <= 0 or one.unit != total.unit:
        return False
    return any(
        abs(other.high * scale - rest) < 0.01 * rest
        for other in beside
        if other is not one and other.unit in ("", one.unit)
        for scale in _SCALES
        if scale == 1.0 or (not other.unit and scale <= one.high)
    )


def _within(point: tuple[float, float], span: tuple[float, float]) -> bool:
    return point[0] == point[1] and span[0] <= point[0] <= span[1]


def _holds(bound: Figure, figure: Figure) -> bool:
    """Whether a bound ("more than a million") holds for a figure that is not far beyond it."""
    here, there = in_base_units(bound), in_base_units(figure)
    if bound.at_least:
        return here[0] <= there[1] <= here[0] * _BEYOND_A_BOUND
    return bound.at_most and here[1] / _BEYOND_A_BOUND <= there[0] <= here[1]
