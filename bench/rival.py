"""tantivy over the same briefs, for the queries it can do."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

_FIELDS = ("title", "report", "comment")
_SIMPLE = re.compile(r"[a-z]+( [a-z]+)*|\"[a-z]+( [a-z]+)*\"")


class Tantivy:
    """An index of title, report, comment, facets and row number; made if it is not there."""

    def __init__(self, library: Path) -> None:
        import tantivy

        self._t: Any = tantivy
        folder = library.with_suffix(".tantivy")
        self.schema = self._schema()
        there = folder.exists()
        folder.mkdir(exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder))
        if not there:
            self._fill(library)
        self.index.reload()
        self.searcher = self.index.searcher()
        self.size = sum(f.stat().st_size for f in folder.iterdir())

    def _schema(self) -> Any:
        builder = self._t.SchemaBuilder()
        for name in _FIELDS:
            builder.add_text_field(name)
        builder.add_text_field("facets")
        builder.add_integer_field("row", stored=True, indexed=True, fast=True)
        return builder.build()

    def _fill(self, library: Path) -> None:
        writer = self.index.writer(256 << 20, 1)
        db = sqlite3.connect(library)
        rows = db.execute("SELECT row, title, report, comment, facets FROM entry ORDER BY row")
        for row, title, report, comment, facets in rows:
            writer.add_document(
                self._t.Document(
                    row=row, title=[title], report=[report], comment=[comment], facets=[facets]
                )
            )
        writer.commit()
        writer.wait_merging_threads()

    def query(self, kind: str, text: str) -> Any | None:
        """Return tantivy's query for a query of a kind, None where it has nothing like it."""
        if kind.endswith(("letter", "letters")):
            return self._prefix(text)
        if kind in ("typo", "transliteration"):
            return self._fuzzy(text)
        if kind in ("pair", "country"):
            field, _, rest = text.partition(" ")
            value = field.partition(":")[2].replace("-", "").lower()
            token = self._t.Query.term_query(
                self.schema, "facets", f"ʘ{'p' if kind == 'pair' else 'c'}{value}"
            )
            return self._all([token, self._words(rest)])
        if kind == "in the comment":
            return self.index.parse_query(f"+{text.split()[1]}", ["comment"])
        if kind == "all but":
            excluded = self._words(text.strip().lstrip("-"))
            every = (self._t.Occur.Must, self._t.Query.all_query())
            return self._t.Query.boolean_query([every, (self._t.Occur.MustNot, excluded)])
        return self._words(text) if _SIMPLE.fullmatch(text) else None

    def _words(self, text: str) -> Any:
        parts = [text] if text.startswith('"') else text.split()
        asked = " ".join(f"+{part}" for part in parts)
        return self.index.parse_query(asked, list(_FIELDS), field_boosts={"title": 10.0})

    def _prefix(self, text: str) -> Any:
        *whole, start = text.split()
        begun = [
            (self._t.Occur.Should, self._t.Query.regex_query(self.schema, f, f"{start}.*"))
            for f in _FIELDS
        ]
        parts = [self._t.Query.boolean_query(begun)]
        return self._all([*parts, *([self._words(" ".join(whole))] if whole else [])])

    def _fuzzy(self, text: str) -> Any:
        near = [
            (self._t.Occur.Should, self._t.Query.fuzzy_term_query(self.schema, f, text, distance=2))
            for f in _FIELDS
        ]
        return self._t.Query.boolean_query(near)

    def _all(self, parts: list[Any]) -> Any:
        return self._t.Query.boolean_query([(self._t.Occur.Must, part) for part in parts])

    def best(self, query: Any, limit: int) -> list[int]:
        """Return the rows of the best results."""
        found = self.searcher.search(query, limit, count=False)
        return [self.searcher.doc(address)["row"][0] for _, address in found.hits]

    def newest(self, query: Any, limit: int) -> list[int]:
        """Return the rows of the newest results."""
        found = self.searcher.search(query, limit, count=False, order_by_field="row")
        return [self.searcher.doc(address)["row"][0] for _, address in found.hits]
