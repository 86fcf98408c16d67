"""Every command there is, with arguments that nobody means well with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import click

from bench.harness.payloads import QUERIES
from store.library import Library
from tui.cli import cli
from tui.commands import NAMES

# The app needs somebody to leave it, and these three do not end by themselves.
_APP = ("open", "demo")
_ENDLESS = {"watch", "follow"}


def lines(library: Path, seed: int, each: int) -> Iterator[list[str]]:
    """Yield command lines: every command and subcommand, so often with other words and flags."""
    random = Random(seed)
    words = [*QUERIES, *_known(library)]
    for path, command in commands():
        for _ in range(each):
            yield [*path, *_arguments(command, random, words)]


def commands() -> Iterator[tuple[list[str], click.Command]]:
    """Yield every command with the words that lead to it, found as the program finds them."""
    context = click.Context(cli)
    for name in NAMES:
        command = cli.get_command(context, name)
        if command is None or name in _APP:
            continue
        yield [name], command
        if isinstance(command, click.Group):
            yield from (([name, sub], c) for sub, c in command.commands.items())


def _known(library: Path) -> list[str]:
    """Ids, names and pairs that there are: what is hostile comes out by them."""
    with Library.open(library) as opened:
        ids = [row.id for row in opened.list(limit=20).results]
        people = [person.id for person in opened.people(limit=10)]
        pairs = [pair.pair for pair in opened.pairs()[:5]]
        analysts = [analyst.name for analyst in opened.analysts()[:10]]
    return [*ids * 3, *people, *pairs, *analysts]


def _arguments(command: click.Command, random: Random, words: list[str]) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from _option(parameter, random, words)
    yield "--"
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            many = random.randint(1, 3) if parameter.nargs == -1 else 1
            yield from (_word(random, words) for _ in range(many))


def _option(option: click.Option, random: Random, words: list[str]) -> Iterator[str]:
    name = max(option.opts, key=len)
    if name.lstrip("-") in _ENDLESS or random.random() < (0.5 if name == "--json" else 0.85):
        return
    yield name
    if not option.is_flag:
        choices = getattr(option.type, "choices", None)
        yield random.choice(list(choices)) if choices else _word(random, words)


def _word(random: Random, words: list[str]) -> str:
    # No program can be given a NUL: the system ends the word there.
    return random.choice(words).replace("\0", "")
