"""Why a brief is among the results, and what has to be said about the query."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from store.brief import Passage
from store.library import codec
from store.search import vocabulary
from store.search.guesses import Guesses
from store.search.matcher import Hit, Matcher
from store.search.query import And, Query, Word, phrases_of, words_of
from store.search.snippets import best_passage
from store.text import counted, term
from store.views import Correction, Row


class Sought:
    """What a query looks for, and what its words may also be meant as."""

    def __init__(self, query: Query, guesses: Guesses) -> None:
        self.query = query
        self.guesses = guesses
        phrases = phrases_of(query.root)
        loosened = (Word(w) for p in phrases for w in p.words if p.words in guesses.loose)
        self.words = (*words_of(query.root), *loosened)
        self.phrases = [p for p in phrases if p.words not in guesses.loose]
        self.matcher = Matcher(
            words=[*(w.text for w in self.words), *guesses.all()],
            prefixes=[w.text for w in self.words if w.prefix or w.typing],
            phrases=[p.words for p in self.phrases],
        )

    def highlighted(self) -> tuple[str, ...]:
        """What the app highlights in a brief: words, prefixes with a star, phrases in quotes."""
        typed = [w.text + "*" * (w.prefix or w.typing) for w in self.words]
        quoted = [f'"{" ".join(p.words)}"' for p in self.phrases]
        return tuple(dict.fromkeys((*typed, *quoted, *self.guesses.all())))


_TEXT = "SELECT row, title, byline, layout, report, comment FROM entry WHERE row IN ({})"


def explained(
    db: sqlite3.Connection, rows: Sequence[Row], hits: Sequence[tuple[int, float | None]],
    sought: Sought,
) -> list[Row]:  # fmt: skip
    """Return the rows of some results with score, why each is there, and the best passage."""
    if not sought.matcher:
        return [replace(row, score=hit[1]) for row, hit in zip(rows, hits, strict=True)]
    numbers = [number for number, _ in hits]
    found = db.execute(_TEXT.format(", ".join("?" * len(numbers))), numbers)
    texts = {number: text for number, *text in found}
    return [
        _explained(row, score, texts[number], sought)
        for row, (number, score) in zip(rows, hits, strict=True)
    ]


def _explained(row: Row, score: float | None, text: Sequence[str], sought: Sought) -> Row:
    title, byline, *body = text
    passages = [Passage("title", 0, title)]
    for section in codec.sections(*body):
        passages += (Passage(section.kind, 0, paragraph) for paragraph in section.paragraphs)
    shown, hits = best_passage(passages, sought.matcher)
    places = {"title": _present(sought, title, hits[0])}
    places["byline"] = _present(sought, byline, sought.matcher.hits(byline))
    found = zip(passages[1:], hits[1:], strict=True)
    bodies = (_present(sought, p.text, h) for p, h in found if h)
    have = set().union(*places.values(), *bodies)
    return replace(row, score=score, why=_why(places, have, sought), snippet=shown)


_Found = tuple[str, bool]
"""A word of a needle, and whether it stands there whole."""


def _present(sought: Sought, text: str, hits: Sequence[Hit]) -> set[_Found]:
    needles = sought.matcher.needles
    plain = text.isascii()  # then a word is as long as its term
    found: set[_Found] = set()
    for start, end, number in hits:
        needle = needles[number]
        word = needle.words[0]
        whole = not needle.prefix or end - start == len(word)
        if needle.prefix and not plain:
            whole = term(text[start:end]) == word
        found.add((word, whole))
    return found


def _why(places: dict[str, set[_Found]], have: set[_Found], sought: Sought) -> tuple[str, ...]:
    typed = [w.text for w in sought.words]
    reasons = (_reason(term(word), word, have, sought.guesses) for word in typed)
    phrases = (f"phrase: {' '.join(p.words)}" for p in sought.phrases)
    notes = (
        f"in {place}: {word}"
        for place, found in places.items()
        for word in typed
        if (term(word), True) in found
    )
    return (*(r for r in reasons if r), *phrases, *notes)


def _reason(key: str, word: str, have: set[_Found], guesses: Guesses) -> str | None:
    if (key, True) in have:
        return f"exact: {word}"
    if (key, False) in have:
        return f"prefix: {word}"
    for kind, others in (("corrected", guesses.variants), ("alias", guesses.aliases)):
        if found := [g for g in others.get(key, ()) if (g, True) in have]:
            return f"{kind}: {word} → {', '.join(found)}"
    return None


def corrections(sought: Sought) -> tuple[Correction, ...]:
    """Return every word that was also searched otherwise, in the order typed."""
    typed = {term(w.text): w.text for w in sought.words}
    meant = ((text, sought.guesses.of(key)) for key, text in typed.items())
    return tuple(Correction(text, others) for text, others in meant if others)


def unknown(db: sqlite3.Connection, sought: Sought) -> list[str]:
    """Say which words no brief holds in any spelling, so that a nothing is never silent."""
    notices = [
        f"no brief holds “{' '.join(words)}” in a row: searched as words"
        for words in sorted(sought.guesses.loose)
    ]
    for word in sought.words:
        key = term(word.text)
        known = sought.guesses.of(key) or vocabulary.briefs_with(db, key)
        begun = (word.typing or word.prefix) and vocabulary.is_begun(db, key)
        if not known and not begun:
            notices.append(f"no brief holds “{word.text}”")
    return notices


def apart(db: sqlite3.Connection, sought: Sought) -> list[str]:
    """Say of words that each stand somewhere how often they do, where nothing holds all of them.

    Only of words alone: beside a filter they may stand together where it does not look.
    """
    root = sought.query.root
    if not isinstance(root, And) or not all(isinstance(node, Word) for node in root.nodes):
        return []
    counts = {word.text: vocabulary.briefs_with(db, word.text) for word in sought.words}
    if len(counts) < 2 or not all(counts.values()):
        return []
    (first, number), *others = counts.items()
    start = f"“{first}” is in {counted(number, 'brief')}"
    rest = (f"“{word}” in {n:,}" for word, n in others)
    return [f"{', '.join((start, *rest))}: none holds {'both' if len(counts) == 2 else 'all'}"]
