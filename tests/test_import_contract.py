"""Who may load whom: the screens stay out of the store, Textual out of the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Runs one command and prints, as the last line on stderr, every module that is loaded by then.
_RUN = """
import json, sys
from tui.cli import cli
try:
    cli(sys.argv[1:], prog_name="dateline")
except SystemExit as end:
    code = end.code
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(library: Path, *args: str) -> set[str]:
    """Return the modules that one command, run in a process of its own, has loaded."""
    command = [sys.executable, "-c", _RUN, "--library", str(library), *args]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code in (0, 1), done.stderr
    return set(modules)


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["--version"],
        ["keys"],
        ["where"],
        ["stats"],
        ["list", "--json"],
        ["search", "shoigu milatary"],
        ["search", "iran", "--json"],
        ["pairs"],
        ["pair", "IR-RU"],
        ["people", "shoigu"],
        ["person", "shoigu"],
        ["analysts"],
        ["problems"],
        ["compare", "--pair", "IR-RU", "--markdown"],
        ["star", "iran"],
        ["ingest", "--json", "sample_data/briefs/2017-10-24-iran-russia-arms.txt"],
    ],
    ids=lambda args: args[0],
)
def test_no_headless_command_loads_the_app_or_rich(args: list[str], library_path: Path) -> None:
    modules = loaded(library_path, *args)
    assert not modules & {"textual", "tui.app", "rich"}


def test_what_has_to_start_fast_does_not_load_sqlite_utils(library_path: Path) -> None:
    found = loaded(library_path, "search", "shoigu milatary", "--json")
    assert not found & {"sqlite_utils", "ftfy", "charset_normalizer", "platformdirs"}
    shown = loaded(library_path, "show", "bzzzz")
    assert not shown & {"sqlite_utils", "ftfy", "charset_normalizer", "rapidfuzz", "platformdirs"}


def test_only_the_called_command_is_imported(library_path: Path) -> None:
    commands = {m for m in loaded(library_path, "stats") if m.startswith("tui.commands.")}
    assert commands == {"tui.commands.stats"}


def test_the_whole_store_loads_without_a_terminal() -> None:
    code = (
        "import importlib, json, pkgutil, store, sys\n"
        "names = [m.name for m in pkgutil.walk_packages(store.__path__, 'store.')]\n"
        "for name in names: importlib.import_module(name)\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert not set(json.loads(done.stdout)) & {"textual", "rich", "tui"}


def test_the_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout
