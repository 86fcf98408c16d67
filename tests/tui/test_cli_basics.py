"""The command itself: help, mistakes, exit codes, terminals and pipes."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from store import __version__
from tests.tui.running import dateline, program, terminal
from tui.cli import cli
from tui.commands import NAMES


def test_the_listed_commands_are_the_files_there_are() -> None:
    folder = Path(__file__).parents[2] / "tui" / "commands"
    assert sorted(NAMES) == sorted(p.stem for p in folder.glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_and_an_example(name: str) -> None:
    result = dateline(name, "--help")
    assert result.exit_code == 0
    assert f"Example: dateline {name}" in result.stdout


def test_help_names_every_command_with_a_whole_sentence() -> None:
    result = dateline("--help")
    assert result.exit_code == 0
    for name in NAMES:
        assert f"  {name} " in result.stdout
    assert "..." not in result.stdout.replace("[ARGS]...", "")


def test_version() -> None:
    result = dateline("--version")
    assert (result.exit_code, result.stdout) == (0, f"dateline {__version__}\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["serch", "iran"], "did you mean search"),
        (["iran", "russia"], "to search: dateline search iran russia"),
        (["--lib", "x", "stats"], "--library"),
        (["show"], "ID"),
        (["search"], "QUERY"),
        (["search", "--limti", "5", "x"], "--limit"),
        (["search", "--limit", "0", "x"], "--limit"),
        (["search", "--sort", "worst", "x"], "newest"),
        (["list", "--json", "--jsonl"], "exclude each other"),
        (["list", "--since", "yesterday"], "2017-10-20"),
        (["list", "--since", "2017-13"], "2017-10-20"),
        (["compare"], "two IDs"),
        (["compare", "b2345"], "two IDs"),
        (["compare", "b2345", "b2346", "--query", "x"], "one of"),
        (["ingest"], "PATH"),
        (["ingest", "a", "b", "--title", "x"], "--title"),
    ],
)
def test_a_mistake_is_one_line_on_stderr_and_exit_2(
    args: list[str], said: str, library_path: Path
) -> None:
    result = dateline(*args, library=None if args[0].startswith("--") else library_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("dateline: ")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr


@pytest.mark.parametrize("args", [[], ["open"], ["open", "pair:IR-RU"], ["demo"]])
def test_the_app_needs_a_terminal(args: list[str], tmp_path: Path) -> None:
    result = dateline(*args, library=tmp_path / "none.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "needs a terminal" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


def test_the_app_ends_with_its_terminal() -> None:
    inner = shlex.join([*program(), "demo"])
    # setsid gives it the terminal as its own, so that closing the terminal sends the hang-up
    with terminal(["sh", "-c", f"trap '' HUP; exec setsid -c -w {inner}"]) as shown:
        shown.wait_for("briefs")
        assert shown.hang_up() != 0


def test_the_app_is_not_painted_into_a_file(tmp_path: Path) -> None:
    narration = tmp_path / "narration"
    inner = shlex.join([*program(), "demo"])
    with terminal(["sh", "-c", f"{inner} 2>{shlex.quote(str(narration))}; echo code $?"]) as shown:
        shown.wait_for("code 2")
    assert "needs a terminal" in narration.read_text()


@pytest.mark.parametrize(
    "args", [["stats"], ["search", "x"], ["show", "b2345"], ["list"], ["star", "b2345"]]
)
def test_without_a_library_exit_3_and_none_is_made(args: list[str], tmp_path: Path) -> None:
    result = dateline(*args, library=tmp_path / "none.db")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "none.db" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_library_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("just some notes\n" * 100)
    for args in (["stats"], ["ingest", str(tmp_path)]):
        result = dateline(*args, library=other)
        assert result.exit_code == 3
        assert result.stderr.startswith("dateline: ")
    assert other.read_text() == "just some notes\n" * 100


def test_the_library_can_be_named_by_the_environment(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LIBRARY", str(library_path))
    assert json.loads(dateline("stats", "--json").stdout)["briefs"] > 0
    assert json.loads(dateline("where", "--json").stdout)["library"] == str(library_path)


def test_where_falls_back_to_the_user_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATELINE_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    library = Path(json.loads(dateline("where", "--json").stdout)["library"])
    assert library.is_relative_to(tmp_path)
    assert not library.exists()


def test_a_reader_who_leaves_early_is_no_error(library_path: Path) -> None:
    command = [*program(), "--library", str(library_path), "list", "--jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def _is_ready(path: Path) -> bool:
    """Whether a library is there and prepared, so that the program is waiting for its input."""
    if not path.exists():
        return False
    with contextlib.closing(sqlite3.connect(path)) as db:
        return bool(db.execute("PRAGMA user_version").fetchone()[0])


def test_ctrl_c_is_one_line_and_130(tmp_path: Path) -> None:
    command = [*program(), "--library", str(tmp_path / "new.db"), "ingest", "-"]
    with terminal(command) as shown:
        shown.press("Some text\r")
        while not _is_ready(tmp_path / "new.db"):
            shown.wait_for("Some text")
        shown.process.send_signal(signal.SIGINT)
        code = shown.exit_code()
    assert code == 130
    assert shown.text.rstrip().endswith("dateline: stopped")
    assert "Traceback" not in shown.text


def test_on_a_terminal_colours_come_through_the_pager(library_path: Path) -> None:
    command = [*program(), "--library", str(library_path), "list", "--limit", "3"]
    with terminal(command, env={"PAGER": "sed s/^/paged:/"}) as shown:
        code = shown.exit_code()
    assert code == 0
    assert "\x1b[1m" in shown.raw
    assert "3 of " in shown.text
    assert all(line.startswith("paged:") for line in shown.text.splitlines())


def test_no_color_is_respected(library_path: Path) -> None:
    command = [*program(), "--library", str(library_path), "search", "iran", "--limit", "3"]
    with terminal(command, env={"PAGER": "cat", "NO_COLOR": "1"}) as shown:
        assert shown.exit_code() == 0
    assert "iran" in shown.text.lower()
    assert not any(f"\x1b[{code}" in shown.raw for code in ("3", "9", "1;3"))


def test_no_line_is_wider_than_the_terminal(library_path: Path) -> None:
    command = [*program(), "--library", str(library_path), "search", "iran"]
    with terminal(command, columns=60, env={"PAGER": "cat"}) as shown:
        assert shown.exit_code() == 0
    assert max(map(len, shown.text.splitlines())) <= 60


def test_a_pager_that_is_not_there_is_done_without(library_path: Path) -> None:
    command = [*program(), "--library", str(library_path), "stats"]
    with terminal(command, env={"PAGER": "no-such-pager-anywhere"}) as shown:
        assert shown.exit_code() == 0
    assert "briefs" in shown.text


def test_file_names_cannot_steer_the_terminal_or_break_the_output(tmp_path: Path) -> None:
    nasty = os.fsencode(tmp_path) + b"/a\x1b[31m\xff\xe2\x80\xae.txt"
    with open(nasty, "wb") as file:  # noqa: PTH123 (a name that is not text)
        file.write(b"Harbour talks resume\n\nBy Ann Example | Jan 3, 2018\n\nTalks resumed.\n")
    library = tmp_path / "library.db"
    for args in (["ingest", "--json"], ["ingest"], ["ingest", "--jsonl"]):
        command = [*program(), "--library", str(library), *args, str(tmp_path)]
        done = subprocess.run(command, capture_output=True, check=False)
        for stream in (done.stdout, done.stderr):
            assert b"\x1b" not in stream
            assert b"\xe2\x80\xae" not in stream
            assert b"Traceback" not in stream
        if "--json" in args:
            assert json.loads(done.stdout)["schema"] == 1


def test_an_ascii_stdout_is_no_traceback(library_path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for extra in ([], ["--json"]):
        command = [*program(), "--library", str(library_path), "list", *extra]
        done = subprocess.run(command, capture_output=True, check=False, env=env)
        assert done.returncode == 0
        assert done.stdout.isascii()


def test_the_group_lists_its_commands_for_other_programs() -> None:
    assert cli.list_commands(cli.make_context("dateline", [], resilient_parsing=True)) == list(
        NAMES
    )
