"""What the TAB key completes, asked of click and of the shells themselves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from store.library import Library
from tests.tui.running import dateline
from tui.cli import cli
from tui.commands import NAMES
from tui.completing import VARIABLE
from tui.completion_scripts import SHELLS


def completed(library: Path, line: str) -> list[str]:
    """What is offered for the last, unfinished word of a line (" " at the end: for a new one)."""
    before, _, last = line.rpartition(" ")
    words = ["--library", str(library), *before.split()]
    found = ShellComplete(cli, {}, "dateline", VARIABLE).get_completions(words, last)
    return [item.value for item in found]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("pair ru-t", ["RU-TR"]),
        ("pair tr-r", ["TR-RU"]),
        ("pairs --country q", ["QA"]),
        ("compare --pair KP-", ["KP-KR", "KP-US", "KP-RU"]),
        ("person sho", ["shoygu"]),
        ("person Sho", ["Shoygu"]),
        ("person sergey sh", ["shoygu"]),
        ("person raúl sh", []),
        ("analyst brand", ["brandsaeter-nouri"]),
        ("search sa", ["saved:"]),
        ("search iran -sa", []),  # a word with a dash is an option to the shell
        ("search (pair:ru-t", ["(pair:RU-TR"]),
        ("search pair : ru-t", ["RU-TR"]),  # as bash cuts it
        ("search in:", ["in:report", "in:comment", "in:title"]),
        ("search person:sho", ["person:shoygu"]),
        ("search by:renq", ["by:renquist-adeyemi"]),
        ("search at:quillf", ["at:quillfeather"]),
        ("search country:q", ["country:QA"]),
        ("search iran shoig", ["shoigu"]),
        ("completion ", ["bash", "zsh", "fish"]),
        ("cite --style chi", ["chicago"]),
        ("open brief:bzz", []),
        ("anal", ["analysts", "analyst"]),
        ("tag x +ca", ["+caspian"]),
        ("list --unr", ["--unread"]),
    ],
)
def test_values(line: str, offered: list[str], library: Library, library_path: Path) -> None:
    library.tag([library.list(limit=1).results[0].id], ["caspian"])
    assert completed(library_path, line) == offered


@pytest.mark.parametrize("command", ["show", "note", "compare", "cite", "read", "star", "forget"])
def test_ids(command: str, library: Library, library_path: Path) -> None:
    row = library.list(limit=1).results[0]
    assert row.id in completed(library_path, f"{command} {row.id[:3]}")
    assert completed(library_path, f"{command} ")[0] == row.id
    library.forget([row.id])
    assert row.id not in completed(library_path, f"{command} {row.id[:3]}")


def test_saved_searches(library: Library, library_path: Path) -> None:
    library.save_search("sanctions-watch", "sanctions")
    assert completed(library_path, "search saved:sanc") == ["saved:sanctions-watch"]
    assert completed(library_path, "searches drop ") == ["sanctions-watch"]


def test_every_argument_is_completed_or_is_free_text() -> None:
    free = {("note", "text")}
    for name in NAMES:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        for parameter in command.params:
            own = parameter._custom_shell_complete is not None
            known = isinstance(parameter.type, (click.Choice, click.Path))
            if isinstance(parameter, click.Argument) and (name, parameter.name) not in free:
                assert own or known, f"{name}: say what {parameter.name} completes to"


def test_what_a_shell_would_act_upon_is_never_offered(library: Library, library_path: Path) -> None:
    row = library.list(limit=1).results[0]
    nasty = ["x$(reboot)", "x`reboot`", "x;reboot", "x y", "x'y", "x,y", "x>y", "-x", "x\\y"]
    library.tag([row.id], [*nasty, "x-plain"])
    assert completed(library_path, f"tag {row.id} +x") == ["+x-plain"]
    assert completed(library_path, "search tag:x") == ["tag:x-plain"]


@pytest.mark.parametrize("line", ["show b", "pair I", "person sho", "search pair:", "tag b +"])
def test_without_a_library_nothing_is_offered(line: str, tmp_path: Path) -> None:
    assert not [v for v in completed(tmp_path / "none.db", line) if not v.endswith(":")]
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert not [v for v in completed(broken, line) if not v.endswith(":")]
    assert not (tmp_path / "none.db").exists()


def test_a_shell_that_asks_for_nonsense_is_told_nothing(library_path: Path) -> None:
    for instruction in ("bash_complete", "zsh_complete", "nonsense", ""):
        env = {
            **os.environ,
            VARIABLE: instruction,
            "COMP_WORDS": "dateline 'show",
            "COMP_CWORD": "x",
        }
        command = [sys.executable, "-c", "from tui.cli import main; main()"]
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        assert done.stderr == b""


def test_completing_loads_neither_the_app_nor_sqlite_utils(library_path: Path) -> None:
    code = (
        "import json, sys\nfrom tui.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    env = {
        **os.environ,
        VARIABLE: "bash_complete",
        "COMP_WORDS": "dateline search pair:RU",
        "COMP_CWORD": "2",
        "DATELINE_LIBRARY": str(library_path),
    }
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    *offered, modules = done.stdout.decode().splitlines()
    assert "plain,pair:RU-TR" in offered
    loaded = set(json.loads(modules))
    assert not loaded & {"textual", "rich", "sqlite_utils", "rapidfuzz", "platformdirs", "ftfy"}


# The shells themselves


def in_shell(shell: str, script: str, library: Path) -> list[str]:
    """Run a script in a shell that has the completion of Dateline loaded."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed here")
    folder = library.parent / "bin"
    folder.mkdir(exist_ok=True)
    program = folder / "dateline"
    program.write_text(f"#!{sys.executable}\nfrom tui.cli import main\nmain()\n")
    program.chmod(0o755)
    loaded = library.parent / f"completion.{shell}"
    loaded.write_text(dateline("completion", shell).stdout)
    env = {
        **os.environ,
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "DATELINE_LIBRARY": str(library),
    }
    plain = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [shell, *plain, "-c", script.replace("LOADED", str(loaded))],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("dateline pair RU-T", ["RU-TR"]),
        ("dateline search pair : RU-T", ["RU-TR"]),
        ("dateline wher", ["where"]),
    ],
)
def test_bash(words: str, offered: list[str], library_path: Path) -> None:
    script = (
        f"source LOADED; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1));"
        " _dateline_completion dateline; echo ${COMPREPLY[*]}"
    )
    assert in_shell("bash", script, library_path) == offered


def test_zsh(library_path: Path) -> None:
    script = (
        "compdef() { : }; compadd() { print -l -- ${(P)@[-1]} };"
        "_describe() { print -l -- ${completions_with_descriptions} };"
        "source LOADED; words=(dateline {}); CURRENT=3; _dateline_completion"
    )
    assert in_shell("zsh", script.replace("{}", "pair RU-T"), library_path)[0].startswith("RU-TR:")
    assert "pair:" in in_shell("zsh", script.replace("{}", "search pai"), library_path)


def test_fish(library_path: Path) -> None:
    script = "source LOADED; complete -C 'dateline {}'"
    assert in_shell("fish", script.format("pair RU-T"), library_path)[0] == "RU-TR"
    assert in_shell("fish", script.format("search pair:RU-T"), library_path)[0] == "pair:RU-TR"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_mended_scripts_are_those_of_click_with_the_mending(shell: str) -> None:
    script = dateline("completion", shell).stdout
    assert script.count("_dateline_completion") >= 2
    assert {"bash": "compopt -o nospace", "zsh": "-S ''", "fish": "complete"}[shell] in script
