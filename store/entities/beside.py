"""Words beside a name that tell a country: "Wang Yi of China", "a Riyadh merchant, X"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from store.entities.candidates import Mention
from store.entities.geography import country_of, state_of, town_of
from store.entities.lexicon import is_occupation, offices

Reason = tuple[str | None, str | None]
_NOTHING: Reason = (None, None)
_TRADES = frozenset(
    """
    runs owns grows sells keeps teaches lets makes heads leads manages drives works lives farms
    ships catches mends repairs breeds raises bakes brews fishes trades commands edits chairs serves
    cooks lectures practises practices speaks owned ran
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_LEADING = frozenset(
    "leads led heads headed commands commanded represents represented chairs chaired".split()  # noqa: SIM905
)
_LED = frozenset(
    """
    side delegation team mission contingent forces force army navy party garrison battalion brigade
    regiment section government cabinet opposition embassy legation squadron
    """.split()  # noqa: SIM905
)
_WHERE = frozenset({"in", "at", "near", "from", "outside", "of", "around", "on"})
_GIVES_TITLES = re.compile(r"\b(?:Sir|Lord|Lady|Dame|Baroness|Viscount)\.? (?:[A-Z][\w.-]+ )?\Z")
_OPPOSITE = re.compile(
    r"opposite number (?:at|in|from) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),? (?:[\w.]+ ){0,3}\Z"
)
_REACH = 90
_CUT = re.compile(r"[.;:,()“”\"]")


def beside(mention: Mention, text: str, around: Collection[str]) -> Reason:
    """Return the country that the words right before or after a mention tell, and these words.

    `around` are the countries that the brief names.
    """
    after = text[mention.end : mention.end + _REACH]
    for found in (_of_place(mention, after), _described(after, around), _before(mention, text)):
        if found[0]:
            return found
    return _opposite(mention, text)


def _of_place(mention: Mention, after: str) -> Reason:
    """ "Wang Yi of China", "Rick Perry of Texas", "Commander Nzamba, of Gabon"."""
    if not after.startswith((" of ", ", of ")):
        return _NOTHING
    words = after.partition("of ")[2].split()[:5]
    words = words[1:] if words[:1] == ["the"] else words
    for size in (3, 2, 1):
        if len(words) < size:
            continue
        name = " ".join(words[:size])
        closed = name[-1] in '.,;:)”"'
        goes_on = not closed and words[size : size + 1] and words[size][0].isupper()
        bare = name.rstrip('.,;:)”"')
        code = country_of(bare) or (None if goes_on else state_of(bare) or town_of(bare))
        if code and not (goes_on and after[0] == ","):
            return code, f"“{mention.text} of {bare}”"
    return _NOTHING


def _described(after: str, around: Collection[str]) -> Reason:
    """ "X, a shipyard director from Astrakhan", "X, an American who …", "X, who grows …"."""
    if not after.startswith(", "):
        return _NOTHING
    if after.startswith((", a ", ", an ", ", the ")):
        return in_phrase(_CUT.split(after[2:])[0].split())
    if after.startswith(", who "):
        found = _at_work(_CUT.split(after[6:])[0].split())
        return found if found[0] in around else _NOTHING
    words = _CUT.split(after[2:])[0].split()
    if len(words) > 2 and is_occupation(words[0]) and words[1] in _WHERE:
        return in_phrase(words[:6])
    return _NOTHING


def _at_work(words: Sequence[str]) -> Reason:
    """ "X, who grows pears at Visé", "X, who led the Cuban side": the one place of a trade.

    Places behind another word than these are where he went, fought or had been.
    """
    if not words:
        return _NOTHING
    if words[0] in _LEADING and len(words) > 3 and words[3].rstrip(".,;") in _LED:
        code = country_of(words[2]) or town_of(words[2])
        if code and words[1] in ("the", "a", "its"):
            return code, f"“who {' '.join(words[:4])}”"
    if words[0] not in _TRADES:
        return _NOTHING
    found = {}
    for at, word in enumerate(words[:-1]):
        if word not in _WHERE:
            continue
        rest = words[at + 2 :] if words[at + 1] == "the" else words[at + 1 :]
        for size in (3, 2, 1):
            name = " ".join(rest[:size])
            code = country_of(name) or town_of(name)
            if code and len(rest) >= size:
                found[code] = " ".join(words[: at + 1 + size])
                break
    if len(found) != 1:
        return _NOTHING
    code, phrase = found.popitem()
    return code, f"“who {phrase}”"


def _before(mention: Mention, text: str) -> Reason:
    """ "A Riyadh merchant, X", "Zambian trader X", "in Leposavic a teacher named X"."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    if before.endswith(", "):
        phrase = _CUT.split(before[:-2])[-1].split()
        if phrase and phrase[0].lower() in ("a", "an", "the", "one", "another"):
            return in_phrase(phrase) if _opens_with_a_person(phrase) else _NOTHING
        return _NOTHING
    last = _CUT.split(before.rsplit(None, 1)[-1])[-1] if before.strip() else ""
    if last == "named":
        return in_phrase(_CUT.split(before)[-1].split())
    if last.lower() in offices().occupations:
        return in_phrase(_CUT.split(before)[-1].split()[-4:])
    return _NOTHING


def _opposite(mention: Mention, text: str) -> Reason:
    """ "Her opposite number in Erlian, X"."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    found = _OPPOSITE.search(before) if "opposite number" in before else None
    code = town_of(found[1]) or country_of(found[1]) if found else None
    return (code, f"“opposite number in {found[1]}”") if found and code else _NOTHING


def of_title(mention: Mention, text: str, around: Collection[str]) -> Reason:
    """Return Britain for "Sir X" and "Lord X" where the brief speaks of it."""
    if "GB" in around:
        before = text[max(0, mention.start - 24) : mention.start]
        found = _GIVES_TITLES.search(before)
        if found:
            return "GB", f"“{found[0].strip()} {mention.text}”, a British title"
    return _NOTHING


def _opens_with_a_person(phrase: Sequence[str]) -> bool:
    """Whether a plain word for a person is among the first ones: "A Riyadh merchant"."""
    heads = offices().heads
    return any(is_occupation(w.lower()) or w.lower() in heads for w in phrase[1:6])


def in_phrase(words: Sequence[str]) -> Reason:
    """Return the one country or place in the description of a plain person: "a trader from
    Dubai", "an American who …".
    """
    heads = offices().heads
    lower = [word.lower().strip("’'") for word in words]
    plain = any(word in heads or is_occupation(word) for word in lower)
    named = len(words) > 1 and lower[0] in ("a", "an", "the") and country_of(words[1])
    if not plain and not (named and (len(words) == 2 or lower[2] in ("who", "from", "by", "in"))):
        return _NOTHING
    found = set()
    for size in (2, 1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if name[:1].isupper() and (code := country_of(name) or town_of(name)):
                found.add(code)
    if len(found) != 1:
        return _NOTHING
    return found.pop(), f"“{' '.join(words)}”"
