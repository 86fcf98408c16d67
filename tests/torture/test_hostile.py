"""Nasty files, the short form of `make torture ONLY="hostile screens"`: a part of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.harness import desk, every_command, nasty, watched
from bench.harness.payloads import CODE, ESCAPES, INVISIBLE, MARKUP
from bench.harness.seeds import ground
from bench.torture import hostile, screens
from tui.commands import NAMES

_PART = 9  # every so manyth file by itself
_SMALL = 60_000  # bytes of the largest file


@pytest.fixture(scope="module")
def field() -> Iterator[Path]:
    with ground() as folder:
        nasty.write(folder / "files", 7, big=_SMALL)
        desk.used_library(folder / "alone")
        yield folder


@pytest.fixture(scope="module")
def hostile_library(field: Path) -> Path:
    """All but the largest in one library: what is slow is tried by the long form."""
    files = field / "some"
    files.mkdir()
    for path in (field / "files").iterdir():
        if path.is_file() and not path.is_symlink() and path.stat().st_size < _SMALL // 2:
            os.link(path, files / path.name)
    return hostile.together(files, field)


def test_there_are_enough_kinds_of_nasty_files() -> None:
    names = [name for name, _ in nasty.files(1, big=_SMALL)]
    assert len(set(names)) == len(names) >= 300


@pytest.mark.parametrize("part", range(4))
def test_a_nasty_file_is_taken_in_or_refused_in_one_line(field: Path, part: int) -> None:
    small = [p for p in sorted((field / "files").glob("[a-z]*")) if p.suffix in (".txt", ".eml")]
    for path in small[part :: 4 * _PART]:
        assert hostile.one_file(path, field)["wrong"] == ""


def test_every_command_prints_nothing_that_a_terminal_acts_upon(hostile_library: Path) -> None:
    tried = set()
    for words in every_command.lines(hostile_library, 7, 1):
        assert hostile.one_command(hostile_library, words)["wrong"] == ""
        tried.add(words[0])
    assert tried == set(NAMES) - {"open", "demo"}
    assert not (hostile_library.parent / "alone" / "PWNED").exists()


def test_the_app_paints_nothing_that_was_smuggled_in(hostile_library: Path) -> None:
    assert screens.one_visit(hostile_library, 7, 0)["wrong"] == ""


@pytest.mark.parametrize("name", [n for n in ESCAPES if n not in ("carriage",)])
def test_an_escape_that_came_out_would_be_seen(name: str) -> None:
    said = watched.raw_escape(f"before {ESCAPES[name]} after".encode())
    harmless = name in ("csi-sgr", "csi-long")  # colours are Dateline's own
    assert bool(said) != harmless


@pytest.mark.parametrize("name", INVISIBLE)
def test_an_invisible_character_that_came_out_would_be_seen(name: str) -> None:
    assert watched.raw_escape(f"a{INVISIBLE[name]}b".encode())


@pytest.mark.parametrize("text", [*MARKUP.values(), "Zürich – “quoted”", "\x1b[1mbold\x1b[0m\r\n"])
def test_ordinary_text_and_colours_are_no_escapes(text: str) -> None:
    assert watched.raw_escape(text.encode()) == ""


def test_names_that_are_code_are_among_the_files() -> None:
    names = {name for name, _ in nasty.files(1, big=_SMALL)}
    assert {f"text-{name}.txt" for name in CODE} <= names
