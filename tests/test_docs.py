"""The README and the changelog say what is there, and nothing that is not."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from store import __version__
from store.search.explain import explain
from store.search.query import parse
from tui.cli import cli
from tui.commands import NAMES
from tui.keys import COMMANDS, shown_key

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def codes(text: str) -> list[str]:
    """What stands between backticks in a text, a table's escaped bars as bars."""
    return [code.replace("\\|", "|") for code in re.findall(r"`([^`]+)`", text)]


def first_cells(table: str) -> str:
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    return "\n".join(row.replace("\\|", "¦").split("|")[1].replace("¦", "|") for row in rows)


def options_of(name: str) -> set[str]:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    commands = [command]
    if isinstance(command, click.Group):
        free = command.get_command(click.Context(command), "TEXT")  # with words of the reader's own
        commands += [*command.commands.values(), *([free] if free else [])]
    params = [p for c in commands for p in c.params]
    return {option for p in params if isinstance(p, click.Option) for option in p.opts}


def test_the_first_screen_has_the_two_commands_and_the_picture() -> None:
    screen = "\n".join(README.splitlines()[:24])
    assert "make demo" in screen
    assert "make test" in screen
    assert "docs/browse.svg" in screen


def test_the_picture_is_one_made_by_the_app() -> None:
    picture = (ROOT / "docs" / "browse.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert "Generated with Rich" in picture
    assert "http" not in picture.replace("http://www.w3.org/", "").replace(
        "https://www.textualize.io", ""
    )


def test_every_command_is_told_and_no_other() -> None:
    told = {code.split()[0] for code in codes(first_cells(section("Commands")))}
    assert told - {"dateline"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_told_and_no_other(name: str) -> None:
    rows = [line for line in section("Commands").splitlines() if line.startswith("| `")]
    (row,) = (r for r in rows if name in {code.split()[0] for code in codes(first_cells(r))})
    names = {code.split()[0] for code in codes(first_cells(row))} - {"dateline"}
    there = set().union(*(options_of(each) for each in names)) - {"--json", "--jsonl", "--help"}
    assert set(re.findall(r"--[a-z-]+", row)) - {"--json"} >= there - {"--limit"}
    assert set(re.findall(r"--[a-z-]+", row)) <= there


def test_the_first_steps_are_commands_there_are() -> None:
    for line in section("First steps").partition("```\n")[2].partition("```")[0].splitlines():
        words = line.partition("#")[0].split()
        assert words[0] == "dateline"
        assert len(words) == 1 or words[1] in NAMES


def test_every_query_in_the_table_is_understood() -> None:
    queries = codes(first_cells(section("The query language")))
    assert len(queries) > 15
    for query in queries:
        parsed = parse(query)
        assert parsed.notices == (), query
        assert explain(parsed) != ["every brief"], query


def test_the_keys_in_the_table_are_keys_of_the_app() -> None:
    keys = {shown_key(key) for command in COMMANDS for key in command.keys}
    told = codes(first_cells(section("Keys")))
    assert told
    assert set(told) <= keys


def test_links_lead_to_files_there_are() -> None:
    for text in (README, CHANGES):
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_make_targets_told_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_changelog_has_what_is_to_come_and_every_release() -> None:
    assert "## [Unreleased]" in CHANGES
    assert __version__ in CHANGES or __version__ == "0.1.0"


def test_every_dependency_is_pinned_and_justified() -> None:
    table = codes_of_packages((ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    pinned = re.findall(
        r"^([a-z0-9-]+)==", (ROOT / "requirements" / "app.txt").read_text(encoding="utf-8"), re.M
    )
    extras = {"trafilatura", "pypdf", "python-docx", "watchfiles"}
    # colorama and the like stand there for other systems only
    assert table - extras <= set(pinned)
    assert set(pinned) - {"colorama"} <= table


def codes_of_packages(text: str) -> set[str]:
    """The packages in the first column of SECURITY.md's tables of dependencies."""
    rows = text.partition("## Dependencies")[2].splitlines()
    cells = [row.split("|")[1] for row in rows if row.startswith("| ") and "package" not in row]
    return {name.split()[0] for cell in cells for name in cell.split(",")}
