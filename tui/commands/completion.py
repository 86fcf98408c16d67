"""`dateline completion`: what makes the TAB key of a shell know Dateline."""

from __future__ import annotations

import click

from tui.completion_scripts import SHELLS, script
from tui.output import print_text


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print what your shell needs to complete commands, options, ids, pairs, people and tags.

    \b
    bash, in ~/.bashrc:   eval "$(dateline completion bash)"
    zsh, in ~/.zshrc:     eval "$(dateline completion zsh)"
    fish, once:           dateline completion fish > ~/.config/fish/completions/dateline.fish

    \b
    Example: dateline completion bash
    """
    print_text(script(shell))
