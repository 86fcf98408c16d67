"""Known-item search on real texts: one brief is meant, its place among the results is scored.

Queries are made by seed from every brief: words of its title, a phrase of its text as it may be
remembered, and rare words of one paragraph of which one is misspelled. The score is the mean of
1/place among the first ten (MRR@10), for Dateline's own order and for tantivy's bm25 over the same
texts in the same run.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import invented
from bench.results import SHARED, table
from store.ingest.pipeline import ingest
from store.library import Library
from store.text import term, words
from store.views import BriefView

TITLE = "Ranking"
_KINDS = ("title words", "remembered phrase", "half-remembered, one typo")


def run() -> str:
    """Ingest the real texts into a library of their own and score both orders."""
    if not (SHARED / "texts").is_dir():
        return "The real texts are not at hand (DATELINE_REAL)."
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library.db", create=True) as library,
    ):
        ingest(library, [SHARED / "texts"])
        return _scored(library)


def _scored(library: Library) -> str:
    views = [library.brief(row.id) for row in library.list().results]
    rival = _rival(views)
    asked: dict[str, list[tuple[float, float]]] = {kind: [] for kind in _KINDS}
    for number, view in enumerate(views):
        for kind, query in _queries(view, random.Random(number)):
            ours = [row.id for row in library.search(f"{query} ", limit=10).results]
            asked[kind].append((_reciprocal(ours, view.id), _reciprocal(rival(query), view.id)))
    everything = [pair for pairs in asked.values() for pair in pairs]
    rows = [(kind, len(p), *map(_mean, zip(*p, strict=True))) for kind, p in asked.items()]
    rows.append(("all", len(everything), *map(_mean, zip(*everything, strict=True))))
    return f"{len(views):,} briefs. MRR@10:\n\n" + table(
        ["query", "asked", "Dateline", "tantivy bm25"], rows
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _reciprocal(found: Sequence[str], meant: str) -> float:
    return 1 / (found.index(meant) + 1) if meant in found else 0.0


def _queries(view: BriefView, rng: random.Random) -> Iterator[tuple[str, str]]:
    title = [w for w in words(view.title) if len(w) > 3 and w.isascii()]
    if len(title) >= 3:
        yield _KINDS[0], " ".join(rng.sample(title, 3))
    paragraphs = [words(p) for s in view.sections for p in s.paragraphs]
    paragraphs = [p for p in paragraphs if len(p) > 12]
    if not paragraphs:
        return
    text = rng.choice(paragraphs)
    at = rng.randrange(len(text) - 4)
    yield _KINDS[1], " ".join(text[at : at + 4])
    known = Counter(term(w) for p in paragraphs for w in p)
    rare = sorted({w.lower() for w in text if len(w) > 4 and w.isalpha() and w.isascii()})
    rare = sorted(rare, key=lambda w: (known[term(w)], -len(w)))[:8]
    if len(rare) >= 4:
        chosen = rng.sample(rare, 4)
        chosen[0] = invented.respelled(rng, chosen[0])
        yield _KINDS[2], " ".join(chosen)


def _rival(views: Sequence[BriefView]) -> Callable[[str], list[str]]:
    import tantivy

    builder: Any = tantivy.SchemaBuilder()
    builder.add_text_field("title")
    builder.add_text_field("body")
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    index: Any = tantivy.Index(builder.build())
    writer = index.writer(64 << 20, 1)
    for view in views:
        body = "\n\n".join(p for s in view.sections for p in s.paragraphs)
        writer.add_document(tantivy.Document(id=view.id, title=[view.title], body=[body]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def best(query: str) -> list[str]:
        plain = " ".join(words(query))
        asked = index.parse_query(plain.lower(), ["title", "body"], field_boosts={"title": 2.0})
        return [searcher.doc(at)["id"][0] for _, at in searcher.search(asked, 10).hits]

    return best
