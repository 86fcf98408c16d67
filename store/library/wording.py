"""What the words of a brief make, read once: its identity, its sketch and its terms."""

from __future__ import annotations

from dataclasses import dataclass

from store.brief import Brief
from store.library import codec, identity, reprints
from store.search import vocabulary
from store.text import fold, without_printers_marks, words


@dataclass(frozen=True, slots=True)
class Wording:
    """`digest` as of `identity`, `sketch` as of `reprints`, `terms` with a blank between."""

    digest: bytes
    sketch: tuple[int, ...]
    terms: str


def wording(brief: Brief) -> Wording:
    """Return what the words of a brief make; it asks no library, so any process may do it."""
    passages: list[list[str]] = []
    halves: dict[str, list[str]] = {"title": [], "report": [], "comment": []}
    terms = vocabulary.terms(codec.byline_text(brief.authors))
    for passage in brief.passages():
        text = without_printers_marks(passage.text)
        folded = words(fold(text))
        passages.append(folded)
        halves[passage.kind] += folded
        # Folding a text of ASCII is what the index does to it, apostrophes apart.
        plain = text.isascii() and "'" not in text and "`" not in text
        terms.update(folded if plain else vocabulary.terms(text))
    return Wording(
        identity.digest_of(passages),
        reprints.sketch_of(halves["report"] + halves["comment"]),
        " ".join(terms),
    )
