"""Full names in running text: which segments of a capitalised run are people, and why."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from store.brief import PassageKind
from store.entities import holders
from store.entities.evidence import is_named_after, is_vessel, score
from store.entities.geography import town_of
from store.entities.lexicon import fold_word, names, not_people
from store.entities.phrases import Title
from store.entities.runs import Run
from store.entities.titles import original_of, title_of
from store.entities.tokens import NAMES, token_classes

_LEADING = {"al", "el", "bin", "ibn", "abu", "umm", "von", "van", "de", "la", "le", "du", "da"}
_SMALL = {"bin", "ibn", "de", "la", "las", "los", "van", "von", "der", "den", "du", "da", "do"}
_INNER_TITLES = {"sheikh", "shah", "sheik", "shaikh"}
_MAX_WORDS = 7
_UNNAMED = frozenset("PTCIADL")


class Mention(NamedTuple):
    """A name where it stands: offsets without title and possessive, and what stood beside it."""

    paragraph: int
    kind: PassageKind
    start: int
    end: int
    text: str
    title: Title | None = None
    original: str | None = None
    weak: bool = False


@lru_cache(maxsize=1 << 15)
def _ways(printed: str) -> tuple[tuple[str, ...], ...]:
    """The full names of office holders that begin with a word."""
    return holders.full_names().get(fold_word(printed), ())


def known_name(run: Run, at: int) -> int:
    """Return where an office holder's full name that starts at token `at` ends, else `at`."""
    ways = _ways(run[at].text)
    for way in ways:
        if len(way) <= len(run) - at and all(
            word == fold_word(token.text) for word, token in zip(way, run[at:], strict=False)
        ):
            return at + len(way)
    return at


class Page(NamedTuple):
    """The passage that a run stands in: `repeated` are folded words that also stand alone.

    In a heading every word has a capital, so only names with a title or in the table count.
    """

    paragraph: int
    kind: PassageKind
    text: str
    repeated: Container[str]
    heading: bool
    capitals: bool


def full_names(page: Page, run: Run) -> list[Mention]:
    """Return the full names in one run; the `weak` ones may be people or not."""
    found: list[Mention] = []
    classes = token_classes(run, page.capitals)
    known = [at for at, token in enumerate(run) if _ways(token.text)]
    if not known and _UNNAMED.issuperset(classes):
        return found
    at = 0
    while at < len(run):
        end = known_name(run, at) if at in known else at
        sure = end > at
        if not sure and classes[at] not in NAMES:
            at += 1
            continue
        if sure:
            end = _with_house(run, classes, end, page.capitals)
            if not (page.heading or page.capitals):  # "Ali Bongo Ondimba" of a known "Ali Bongo"
                end = max(end, _segment_end(run, classes, at, page))
        elif classes[at] == "N" and (
            _is_place_before(page.text, run, classes, at) or _is_before_known(run, at, known)
        ):
            at += 1
            continue
        else:
            end = _segment_end(run, classes, at, page)
        if end - at > 1 and (sure or at == 0 or classes[at] != "X" or run[at].lower in _LEADING):
            mention = _judge(page, run, classes, (at, end), sure)
            if mention:
                found.append(mention)
        at = max(end, at + 1)
    return found


def _with_house(run: Run, classes: list[str], end: int, capitals: bool) -> int:
    """A known name goes on with the house it belongs to: "Tamim bin Hamad Al Thani"."""
    while end < len(run) and run[end].lower.startswith(("al-", "el-")):
        end += 1
    while not capitals and end < len(run) and classes[end] == "N" and _is_shouted(run, end):
        end += 1
    house = end + 1 < len(run) and run[end].lower in ("al", "el", "ibn", "bin")
    return end + 2 if house and classes[end + 1] in NAMES else end


def _is_shouted(run: Run, at: int) -> bool:
    """Whether a surname printed in capitals has one more word: "Bruno RODRÍGUEZ PARRILLA"."""
    return run[at].text.isupper() and run[at - 1].text.isupper() and not run[at - 1].possessive


def _is_before_known(run: Run, at: int, known: list[int]) -> bool:
    """Whether a known name begins right behind a word: "Dejazmach Haile Selassie"."""
    return at + 1 in known and known_name(run, at + 1) > at + 1


def _is_place_before(text: str, run: Run, classes: list[str], at: int) -> bool:
    """Whether the token is a place that only stands before a name: "In Lethem Ernesta …"."""
    if classes[at] != "N" or at + 2 >= len(run) or classes[at + 1] not in "Gh":
        return False
    before = text[max(0, run[at].start - 14) : run[at].start]
    return before.rstrip().rpartition(" ")[2].lower() in ("in", "at", "near", "outside", "from")


def _segment_end(run: Run, classes: list[str], at: int, page: Page) -> int:
    """Where the name-like tokens from `at` on end."""
    if page.capitals:
        return _capital_segment_end(run, classes, at)
    end = at
    while end < len(run) and (classes[end] in NAMES or (classes[end] == "L" and end > at)):
        end += 1
        if run[end - 1].possessive:
            return end
        inner = end + 1 < len(run) and run[end].lower in _INNER_TITLES and classes[end] == "T"
        if inner and classes[end + 1] in NAMES:
            end += 1
    if end == at or end >= len(run):
        return end
    surname_like = run[end].lower in names().surnames_too and end + 1 == len(run)
    capital_surname = classes[end] == "A" and len(run[end].text) > 3
    given = classes[end - 1] in "GJ"
    if surname_like and (given or classes[end - 1] == "g"):
        return end + 1
    if capital_surname and (given or fold_word(run[end].text) in page.repeated):
        end += 1
        while end < len(run) and classes[end] in "AN" and _is_shouted(run, end):
            end += 1
    return end


def _capital_segment_end(run: Run, classes: list[str], at: int) -> int:
    """In a text in capitals any word may follow: given names and one word more."""
    end = at
    while end < len(run) and classes[end] in "GhJX" and classes[at] in "GhJ":
        end += 1
    if at < end < len(run) and classes[end] == "N" and run[end].lower not in names().saying:
        end += 1
    return end


def _judge(
    page: Page, run: Run, classes: list[str], span: tuple[int, int], sure: bool
) -> Mention | None:
    """The mention in tokens [at, end) of a run, if enough speaks for a person."""
    at, end = _trimmed(run, classes, *span)
    if end - at < 2 or end - at > _MAX_WORDS:
        return None
    segment = run[at:end]
    if not sure and all(token.lower in _SMALL for token in segment[:-1]):
        return None  # "Bin Salman" and "De la Puente" are short names
    if _is_institution(run, classes, at, end) or (not sure and _is_phrase(segment)):
        return None
    start, stop = segment[0].start, segment[-1].end
    if is_vessel(page.text, start) or page.text[stop : stop + 3] == " & ":
        return None
    printed = page.text[start:stop]
    if sure and is_named_after(page.text, start, printed) and _is_bare(page.text, stop):
        return None
    if "X" in classes[at:end] and town_of(printed):  # "Pinar del Río"
        return None
    stop += segment[-1].lower in ("jr", "sr") and page.text[stop : stop + 1] == "."
    title = title_of(page.text, start, stop)
    weak = False
    if not sure:
        points = score(page.text, run, classes, at, end, title, page.repeated)
        if points < 0 or _proves_nothing(page, run, classes, (at, end), title):
            return None
        weak = points < (2 if classes[at] in "Ggh" else 3)
        if weak and (page.heading or page.capitals or end - at > 3):
            return None
    printed = page.text[start:stop]
    original = original_of(page.text, stop)
    return Mention(page.paragraph, page.kind, start, stop, printed, title, original, weak)


def _is_bare(text: str, stop: int) -> bool:
    """Whether no word that a name can belong to follows: not "the Jimmy Carter years"."""
    following = text[stop + 1 : stop + 24].split(maxsplit=1)[:1]
    return not (following and following[0].strip(".,;:’'").lower() in names().bearing)


def _proves_nothing(
    page: Page, run: Run, classes: list[str], span: tuple[int, int], title: Title | None
) -> bool:
    """Whether the capitals of a heading or of a text in capitals are all that there is."""
    at, end = span
    titled = title is not None and classes[at] in "GghJ"
    if page.heading and not page.capitals:
        by = page.text[: run[at].start].endswith(" by ")
        return not (titled or (by and page.kind != "title"))
    full = classes[at] == "G" and end - at <= 3 and "N" not in classes[at : end - 1]
    return page.capitals and not (titled or full)


def _trimmed(run: Run, classes: list[str], at: int, end: int) -> tuple[int, int]:
    """Without particles that hang over, and without a plain word at the start of a sentence."""
    while at < end and (
        (classes[at] == "X" and run[at].lower not in _LEADING) or len(run[at].text) == 1
    ):
        at += 1
    while end > at and classes[end - 1] in "XJ" and not _is_ordinal(run, classes, at, end - 1):
        end -= 1
    return at, end


def _is_ordinal(run: Run, classes: list[str], at: int, last: int) -> bool:
    """Whether a name ends in a ruler's number: "Abdullah II", and not in "Glad I"."""
    printed = run[last].lower
    return printed.startswith("i") and (len(printed) > 1 or classes[at] in "Ggh")


def _is_institution(run: Run, classes: list[str], at: int, end: int) -> bool:
    """An institution named after a person, or a place: the words around tell."""
    if classes[at] == "L":
        return True
    if at and classes[at - 1] == "L" and not run[at - 1].possessive:
        return True
    follower = run[end] if end < len(run) and not run[end - 1].possessive else None
    return (
        follower is not None
        and classes[end] in "ID"
        and follower.lower not in names().tails
        and follower.start - run[end - 1].end == 1
    )


def _is_phrase(segment: Run) -> bool:
    phrases = not_people().phrases
    if segment[0].lower not in phrases:
        return False
    lower = tuple([token.lower for token in segment[:4]])
    return any(lower[:size] in phrases[lower[0]] for size in range(2, len(lower) + 1))
