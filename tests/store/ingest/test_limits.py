"""Limits on size, nesting and time: a file over one is one listed problem, and the rest goes on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.brief import Brief
from store.ingest import parsing, sources
from store.ingest.pipeline import Options, ingest
from store.ingest.readers import docx
from store.library import Library
from tests.writing import brief_text, save

_real = parsing.read_briefs


def only_problem(library: Library, folder: Path, bad: Path) -> str:
    """Take a folder in that holds two good files about `bad`; return what is said of that one."""
    save(folder, "a.txt", brief_text("A first ferry"))
    save(folder, "z.txt", brief_text("A last ferry"))
    done = ingest(library, [folder], Options(jobs=1))
    failed = [item for item in done.items if item.status == "failed"]
    assert (done.added, [item.source for item in failed]) == (2, [str(bad)])
    listed = [p for p in library.problems() if p.source == str(bad)]
    assert [(p.field, p.id) for p in listed] == [("source", None)]
    assert listed[0].reason == failed[0].error
    assert "\n" not in listed[0].reason
    return listed[0].reason


def test_a_file_that_is_too_large(
    empty: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = save(tmp_path / "in", "m.txt", "A ferry. " * 400_000)
    monkeypatch.setattr(sources, "MAX_BYTES", 2 << 20)
    assert "is 3 MB, over the limit of 2 MB" in only_problem(empty, tmp_path / "in", bad)


def test_a_word_file_that_unpacks_to_too_much(
    empty: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, "MAX_UNPACKED", 1 << 20)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (3 << 20))
    bad = save(tmp_path / "in", "m.docx", "")
    bad.write_bytes(packed.getvalue())
    assert "unpacks to 3 MB" in only_problem(empty, tmp_path / "in", bad)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.jsonl", '{"title": "A", "text": ' + "[" * 200_000 + "]" * 200_000 + "}"),
        ("m.xml", "<rss><channel>" + "<item>" * 200_000),
        ("m.html", "<html><body>" + "<div>" * 50_000),
    ],
)
def test_a_file_that_is_nested_too_deeply(
    name: str, text: str, empty: Library, tmp_path: Path
) -> None:
    bad = save(tmp_path / "in", name, text)
    assert only_problem(empty, tmp_path / "in", bad)


def test_folders_that_are_nested_too_deeply_are_passed_over(
    empty: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_DEPTH", 3)
    deep = tmp_path / "in"
    for name in "abcde":
        save(deep, "brief.txt", brief_text(f"A ferry at pier {name}"))
        deep = deep / name
    done = ingest(empty, [tmp_path / "in"])
    assert done.added == 4
    assert [i.error for i in done.items if i.status == "skipped"] == ["more than 3 folders deep"]


def _endless(data: bytes, name: str | None, own: Path | None = None) -> Iterator[Brief]:
    while b"endless" in data:
        pass
    yield from _real(data, name, own)


def test_a_file_that_takes_too_long(
    empty: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = save(tmp_path / "in", "m.txt", "endless")
    ingest(empty, [b"A ferry.\n\nIt sailed."])  # loads the tables, which is not the file's time
    monkeypatch.setattr(parsing, "SECONDS_A_FILE", 2)
    monkeypatch.setattr(parsing, "read_briefs", _endless)
    assert "took more than 2 s" in only_problem(empty, tmp_path / "in", bad)
