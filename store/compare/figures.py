"""Figures in prose: how many, how much, of what ("around $10 billion", "four Chinese brigades").

A figure is a number with its unit: a currency, percent, or the noun that is counted. Names with
numbers in them ("F-35", "resolution 2231", years, dates) are no figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from store.compare.dates import DateMention, read_dates
from store.compare.numbers import Mark, Number, marks_of, number_at, read_numbers
from store.compare.shares import Share, read_shares
from store.compare.words import stem, word_lines

_CURRENCIES = {
    "dollar": "$", "usd": "$", "euro": "€", "eur": "€", "pound": "£", "gbp": "£", "yen": "¥",
    "rouble": "₽", "ruble": "₽", "rupee": "₹", "lira": "₺", "shekel": "₪", "won": "₩",
    "yuan": "yuan", "renminbi": "yuan", "rial": "rial", "toman": "toman", "riyal": "riyal",
    "dirham": "dirham", "dinar": "dinar", "franc": "franc", "krone": "krone", "zloty": "zloty",
}  # fmt: skip
_MONEY = frozenset(_CURRENCIES.values()) | set("€£¥₽₹₺₪₩")
_NAMED = frozenset(
    """resolution article section paragraph point chapter page number no annex phase line figure
    table room flight route highway division brigade regiment battalion corps fleet group unit
    protocol amendment title appendix case bill law act decree order""".split()  # noqa: SIM905
)
_APPROXIMATE = frozenset(
    """about around some roughly nearly almost approximately circa estimated perhaps least than
    over above exceed exceeds exceeding upwards to most under below close""".split()  # noqa: SIM905
)
_IRREGULAR = frozenset({
    "people", "men", "women", "children", "personnel", "troops", "police", "aircraft", "dead",
    "wounded", "injured", "staff", "cattle",
})  # fmt: skip
# Between a number and the noun that it counts stand adjectives, never these.
_CLOSES_THE_NOUN = frozenset(
    """a an the and or of in on at by to from for with without as but than that which who is are
    was were be been has have had will would can could may might if not no this these those its
    their his her our between into over under per""".split()  # noqa: SIM905
)
_DURATIONS = frozenset(
    stem(word)
    for word in "seconds minutes hours days weeks months years decades centuries".split()  # noqa: SIM905
)
_SPANS = frozenset("minute hour day week month year decade century".split())  # noqa: SIM905
_ONE = frozenset({"a", "an", "one"})
# "A dollar a year" is a rate.
_BEFORE_A_SPAN = frozenset(
    "within for after under than about nearly almost lasted takes took only just over".split()  # noqa: SIM905
)
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_NOUN_REACH = 4  # marks after the number in which the counted noun is looked for


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a range with its unit; offsets [start, end) cover number and unit as printed.

    `unit` is a currency ("$"), "%", the class of the counted noun, or "" when none is told.
    `rough` tells that it is printed as an estimate or in millions, `at_least` that it is a bound
    ("more than a million").
    """

    low: float
    high: float
    unit: str
    rough: bool
    start: int
    end: int
    at_least: bool = False
    at_most: bool = False
    in_words: bool = False

    @property
    def key(self) -> str:
        """The figure for comparing."""
        return f"{self.low:g}-{self.high:g} {self.unit}"

    @property
    def is_duration(self) -> bool:
        """Whether a span of time is counted, which any two texts may do of different things."""
        return self.unit in _DURATIONS

    @property
    def is_measured(self) -> bool:
        """Whether the unit is a currency or percent, which says nothing of the thing itself."""
        return self.unit == "%" or is_measure(self.unit)


def is_measure(unit: str) -> bool:
    """Whether a unit is a currency."""
    return unit in _MONEY or unit.endswith("$")


def in_base_units(figure: Figure) -> tuple[float, float]:
    """Return a figure's bounds with spans of time in days and lengths in metres."""
    factor = _base_units().get(figure.unit)
    return (figure.low * factor, figure.high * factor) if factor else (figure.low, figure.high)


def dimension(unit: str) -> str:
    """Return what a unit measures where units can be converted, else the unit itself."""
    if unit in _DURATIONS:
        return "time"
    return "length" if unit in _base_units() else unit


@cache
def _base_units() -> dict[str, float]:
    sizes = {
        "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0,
        "month": 30.4, "year": 365.0, "decade": 3650.0, "century": 36500.0,
        "metre": 1.0, "kilometre": 1000.0, "mile": 1609.0, "foot": 0.3048, "feet": 0.3048,
    }  # fmt: skip
    return {same_thing(stem(word)): size for word, size in sizes.items()}


def read_figures(text: str) -> tuple[list[Figure], list[DateMention]]:
    """Return the figures and the dates of `text`, each in the order printed."""
    marks = marks_of(text)
    dates, used = read_dates(text, marks)
    shares = [s for s in read_shares(marks, number_at) if used.isdisjoint(range(s.first, s.last))]
    for share in shares:
        used.update(range(share.first, share.last))
    figures = [_share(marks, share) for share in shares]
    figures += [
        figure
        for number in read_numbers(marks)
        if used.isdisjoint(range(number.first, number.last))
        and (figure := _figure(marks, number)) is not None
    ]
    figures += _single_spans(marks)
    return sorted(figures, key=lambda figure: figure.start), dates


def _single_spans(marks: list[Mark]) -> list[Figure]:
    """Return the spans of time of which there is one: "within a year", "under an hour"."""
    found = []
    for at, noun in enumerate(marks):
        if noun.text not in _SPANS or at < 2 or marks[at - 1].text not in _ONE:
            continue
        before = [mark.text for mark in marks[max(0, at - 4) : at - 1]]
        if before[-1] in _BEFORE_A_SPAN:
            least, most = _bounds(before, [])
            span, start = stem(noun.text), marks[at - 1].start
            found.append(Figure(1.0, 1.0, span, False, start, noun.end, least, most))
    return found


def _share(marks: list[Mark], share: Share) -> Figure:
    start, end = marks[share.first].start, marks[share.last - 1].end
    before = [mark.text for mark in marks[max(0, share.first - 3) : share.first]]
    least, most = _bounds(before, [])
    return Figure(share.percent, share.percent, "%", True, start, end, least, most, in_words=True)


def same_thing(word: str) -> str:
    """Return the class of a noun's or verb's stem: words of one class count the same things."""
    return _classes().get(word, word)


@cache
def _classes() -> dict[str, str]:
    """Read `data/units.txt`: the words of a line count the same things; the first names them."""
    lines = word_lines("units.txt")
    return {stem(word): stem(line[0]) for line in lines for word in line}


def _figure(marks: list[Mark], number: Number) -> Figure | None:
    if _is_name(marks, number):
        return None
    unit, last = _unit(marks, number)
    first = number.first
    if first and marks[first - 1].kind == "money":
        first -= 1
    before = [mark.text for mark in marks[max(0, first - 3) : first]]
    after = [mark.text for mark in marks[last : last + 2]]
    least, most = _bounds(before, after)
    rough = not _APPROXIMATE.isdisjoint(before[-2:]) or number.high >= 1e6 or _is_range(number)
    end = marks[last - 1].end
    return Figure(number.low, number.high, unit, rough, marks[first].start, end, least, most)


def _is_range(number: Number) -> bool:
    return number.low != number.high


def _bounds(before: list[str], after: list[str]) -> tuple[bool, bool]:
    """Tell from the words around a number whether it is the least or the most there is."""
    two = before[-2:]
    more = before[-1:] in (["over"], ["above"]) or two in (["more", "than"], ["at", "least"])
    less = before[-1:] in (["under"], ["below"]) or two in (
        ["less", "than"], ["fewer", "than"], ["up", "to"], ["at", "most"],
    )  # fmt: skip
    if before[:1] == ["no"] and len(before) == 3:  # "no more than", "no fewer than"
        more, less = less, more
    return more or after in (["or", "more"], ["and", "more"]), less


def _is_name(marks: list[Mark], number: Number) -> bool:
    """Whether the number is part of a name or of a compound ("Article 146", "20-year")."""
    first, last = number.first, number.last
    if first and marks[first - 1].text in _NAMED and marks[first].kind == "digits":
        return True
    following = marks[last] if last < len(marks) else None
    if following is None:
        return False
    glued = following.start == marks[last - 1].end
    return glued and (following.text in "-‑/:" or following.text in _ORDINALS)


def _unit(marks: list[Mark], number: Number) -> tuple[str, int]:
    """Return the unit of a number and the mark after it; "" where none is told."""
    before = marks[number.first - 1] if number.first else None
    if before is not None and before.kind == "money":
        return ("$" if before.text == "us$" else before.text.upper()), number.last
    following = [mark.text for mark in marks[number.last : number.last + _NOUN_REACH]]
    if following[:2] == ["per", "cent"]:
        return "%", number.last + 2
    if following[:1] in (["%"], ["percent"], ["percentage"]):
        return "%", number.last + 1
    for steps, word in enumerate(following[:2], 1):
        if currency := _CURRENCIES.get(word) or _CURRENCIES.get(word.removesuffix("s")):
            return currency, number.last + steps
    return _counted(following, number.last)


def _counted(following: list[str], last: int) -> tuple[str, int]:
    """Find the counted noun: the first plural, with at most adjectives before it."""
    for steps, word in enumerate(following, 1):
        if not word.isalpha() or word in _CLOSES_THE_NOUN:
            break
        plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
        if plural or word in _IRREGULAR:
            return same_thing(stem(word)), last + steps
    return "", last
