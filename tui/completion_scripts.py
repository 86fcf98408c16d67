"""The scripts of click that connect a shell with Dateline, with one thing mended.

After a field ("pair:") a value follows, so no blank may be set there. Fish sees that for itself.
"""

from __future__ import annotations

from click.shell_completion import BashComplete, ShellComplete, ZshComplete, get_completion_class

from tui.completing import VARIABLE

SHELLS = ("bash", "zsh", "fish")
_BASH_END = "    return 0\n}\n"
_BASH_NO_BLANK = """\
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]]; then
        compopt -o nospace
    fi

"""
_ZSH_ADD = "        compadd -U -V unsorted -a completions\n"
_ZSH_NO_BLANK = """\
        local -a fields
        fields=(${(M)completions:#*:})
        completions=(${completions:#*:})
        compadd -U -V unsorted -S '' -a fields
"""


class _Bash(BashComplete):
    source_template = BashComplete.source_template.replace(_BASH_END, _BASH_NO_BLANK + _BASH_END, 1)


class _Zsh(ZshComplete):
    source_template = ZshComplete.source_template.replace(_ZSH_ADD, _ZSH_NO_BLANK + _ZSH_ADD, 1)


_OWN: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh}


def script(shell: str) -> str:
    """Return the script for one of `SHELLS`."""
    import click

    kind = _OWN.get(shell) or get_completion_class(shell)
    assert kind is not None
    return kind(click.Command("dateline"), {}, "dateline", VARIABLE).source()
