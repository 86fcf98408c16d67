"""The index agrees with the briefs at any moment, and made again it is the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from store.ingest.pipeline import ingest
from store.library import Library, index
from tests.writing import COMMENT, brief_text, save

TABLES = {
    "vocab": "term, briefs, sound, bones", "facet": "token, briefs", "meta": "name, value",
    "near": "key, (SELECT term FROM vocab v WHERE v.id = near.term)",
}  # fmt: skip


def kept(db: sqlite3.Connection) -> dict[str, list[Any]]:
    found = {
        t: db.execute(f"SELECT {c} FROM {t} ORDER BY 1, 2").fetchall() for t, c in TABLES.items()
    }
    found["meta"] = [row for row in found["meta"] if row[0] == "briefs"]
    for table in ("ft", "head"):
        db.execute(f"CREATE VIRTUAL TABLE temp.t_{table} USING fts5vocab(main, {table}, instance)")
        found[table] = db.execute(
            f"SELECT * FROM t_{table} ORDER BY term, doc, col, offset"
        ).fetchall()
        db.execute(f"DROP TABLE temp.t_{table}")
    return found


def test_after_every_act_it_agrees_and_made_again_it_is_the_same(
    library: Library, tmp_path: Path
) -> None:
    ids = [row.id for row in library.list().results]
    ingest(library, [save(tmp_path / "in", "a.txt", brief_text())])
    ingest(library, [save(tmp_path / "in", "a.txt", brief_text(comment=COMMENT + " Zanzibar."))])
    library.forget(ids[:5])
    library.undo()
    library.forget(ids[7:9])
    library.fix(ids[0], "date", "1999-04-01")
    with library.writing() as db:
        assert list(index.check(db)) == []
        before = kept(db)
        index.rebuild(db)
        assert kept(db) == before
        assert list(index.check(db)) == []
        assert index.briefs(db) == len(ids) - 1


def test_grown_one_by_one_or_at_once_it_is_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    files = [
        save(folder, f"{n}.txt", brief_text(f"Report {n}", date=f"March {n + 1}, 2019"))
        for n in range(9)
    ]
    found = []
    for name, groups in (("bulk", [files]), ("single", [[f] for f in files])):
        with Library.open(tmp_path / f"{name}.db", create=True) as library:
            for group in groups:
                ingest(library, list(group))
            with library.writing() as db:
                found.append(kept(db))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("harm", "named"),
    [("UPDATE vocab SET briefs = briefs + 1 WHERE id = 3", "vocab"),
     ("DELETE FROM facet WHERE token = (SELECT min(token) FROM facet)", "facet"),
     ("UPDATE meta SET value = 1 WHERE name = 'briefs'", "meta"),
     ("UPDATE entry SET comment = comment || ' unseen' WHERE row = (SELECT max(row) FROM entry)",
      "ft")],
)  # fmt: skip
def test_harm_is_named_and_mended(library: Library, harm: str, named: str) -> None:
    with library.writing() as db:
        db.execute(harm)
        assert any(line.startswith(named) for line in index.check(db))
        index.rebuild(db)
        assert list(index.check(db)) == []


def test_what_many_batches_left_is_merged_and_stays_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    files = [
        save(folder, f"{n}.txt", brief_text(f"Report {n}", date=f"March {n + 1}, 2019"))
        for n in range(7)
    ]
    with Library.open(tmp_path / "library.db", create=True) as library:
        for file in files:
            ingest(library, [file])
        with library.writing() as db:
            before, pieces = kept(db), _pieces(db)
            while index.merge_some(db):
                pass
            assert _pieces(db) < pieces
            assert kept(db) == before
            assert list(index.check(db)) == []


def _pieces(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(DISTINCT segid) FROM ft_idx").fetchone()[0])
