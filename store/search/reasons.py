"""Why a brief is among the results, and what has to be said about the query."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from store.brief import Passage
from store.library import codec
from store.search import plan, vocabulary
from store.search.guesses import Guesses
from store.search.query import Phrase, Query, Word
from store.search.snippets import Matcher, best_snippet
from store.text import term
from store.views import Correction, Row


@dataclass(frozen=True, slots=True)
class Sought:
    """What a query looks for, and what its words may also be meant as."""

    query: Query
    words: Sequence[Word]
    guesses: Guesses

    @classmethod
    def of(cls, query: Query, guesses: Guesses) -> Self:
        """Return what `query` looks for."""
        words = plan.words_of(query.root)
        loosened = (
            Word(w)
            for p in plan.phrases_of(query.root)
            for w in p.words
            if p.words in guesses.loose
        )
        return cls(query, (*words, *loosened), guesses)

    def phrases(self) -> list[Phrase]:
        """Return the phrases that are looked for as such."""
        found = plan.phrases_of(self.query.root)
        return [p for p in found if p.words not in self.guesses.loose]

    def matcher(self) -> Matcher:
        """Return what finds the hits in a text."""
        return Matcher(
            words=[*(w.text for w in self.words), *self.guesses.all()],
            prefixes=[w.text for w in self.words if w.prefix or w.typing],
            phrases=[p.words for p in self.phrases()],
        )

    def highlighted(self) -> tuple[str, ...]:
        """What the app highlights in a brief: words, prefixes with a star, phrases in quotes."""
        typed = [w.text + "*" * (w.prefix or w.typing) for w in self.words]
        quoted = [f'"{" ".join(p.words)}"' for p in self.phrases()]
        return tuple(dict.fromkeys((*typed, *quoted, *self.guesses.all())))


def explained(
    db: sqlite3.Connection, row: Row, number: int, score: float | None, sought: Sought
) -> Row:
    """Return a result's row with its score, why it is there, and the best passage."""
    matcher = sought.matcher()
    if not matcher:
        return replace(row, score=score)
    title, byline, *text = db.execute(
        "SELECT title, byline, layout, report, comment FROM entry WHERE row = ?", [number]
    ).fetchone()
    passages = [Passage("title", 0, title)]
    for section in codec.sections(*text):
        passages += (Passage(section.kind, 0, paragraph) for paragraph in section.paragraphs)
    why = _why(title, byline, passages, sought)
    return replace(row, score=score, why=why, snippet=best_snippet(passages, matcher))


def _why(title: str, byline: str, passages: Sequence[Passage], sought: Sought) -> tuple[str, ...]:
    text = "\n".join((byline, *(p.text for p in passages)))
    typed = [w.text for w in sought.words]
    have = _present(Matcher(words=[*typed, *sought.guesses.all()]), text)
    begun = _present(Matcher(prefixes=[w.text for w in sought.words if w.prefix or w.typing]), text)
    reasons = (_reason(term(word), word, have, begun, sought.guesses) for word in typed)
    phrases = (f"phrase: {' '.join(p.words)}" for p in sought.phrases())
    notes = (
        f"in {place}: {word}"
        for place, where in (("title", title), ("byline", byline))
        for word in typed
        if term(word) in _present(Matcher(words=typed), where)
    )
    return (*(r for r in reasons if r), *phrases, *notes)


def _present(matcher: Matcher, text: str) -> set[str]:
    """Return the words (or beginnings of words) of a matcher that stand in a text."""
    return {matcher.needles[number].words[0] for _, _, number in matcher.hits(text)}


def _reason(key: str, word: str, have: set[str], begun: set[str], guesses: Guesses) -> str | None:
    if key in have:
        return f"exact: {word}"
    if key in begun:
        return f"prefix: {word}"
    for kind, others in (("corrected", guesses.variants), ("alias", guesses.aliases)):
        if found := [g for g in others.get(key, ()) if g in have]:
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
        begun = (word.typing or word.prefix) and vocabulary.begins(db, key)
        if not known and not begun:
            notices.append(f"no brief holds “{word.text}”")
    return notices
