"""Where a copy goes: the desktop's tool, the terminal, a file."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tui.clipboard import HANDED, IN_TMUX, copy


def tool(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)


def test_the_tool_of_the_desktop_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path / "bin", "wl-copy", f"cat > {tmp_path}/caught")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert copy("Köln\u202e", None, tmp_path) == "with wl-copy"
    assert (tmp_path / "caught").read_text(encoding="utf-8") == "Köln"


@pytest.mark.usefixtures("plain_terminal")
def test_a_tool_that_fails_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path / "bin", "xclip", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":7")
    sent: list[str] = []
    assert copy("text", sent.append, tmp_path) == HANDED
    assert sent == [f"\x1b]52;c;{base64.b64encode(b'text').decode()}\x07"]


@pytest.mark.usefixtures("plain_terminal")
def test_where_tmux_cannot_be_asked_the_sequence_is_wrapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path / "bin", "tmux", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    sent: list[str] = []
    copy("text", sent.append, tmp_path)
    assert sent[0].startswith("\x1bPtmux;\x1b\x1b]52;c;")
    assert sent[0].endswith("\x07\x1b\\")


@pytest.mark.usefixtures("plain_terminal")
def test_without_either_it_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    where = copy("text", lambda _: None, tmp_path / "state")
    assert where == f"into {tmp_path / 'state' / 'copied.txt'}"
    assert (tmp_path / "state" / "copied.txt").read_text() == "text"


@pytest.mark.usefixtures("plain_terminal")
def test_what_is_too_long_for_the_terminal_is_a_file(tmp_path: Path) -> None:
    sent: list[str] = []
    assert copy("x" * 80_000, sent.append, tmp_path).startswith("into ")
    assert sent == []


@pytest.mark.usefixtures("plain_terminal")
def test_inside_tmux_its_own_buffer_is_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path / "bin", "tmux", f'echo "$@" > {tmp_path}/asked; cat > {tmp_path}/caught')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    sent: list[str] = []
    assert copy("text", sent.append, tmp_path) == IN_TMUX
    assert (tmp_path / "caught").read_text() == "text"
    assert (tmp_path / "asked").read_text() == "load-buffer -w -\n"
    assert sent == []


@pytest.mark.usefixtures("plain_terminal")
def test_a_tmux_that_knows_no_clipboard_still_has_a_buffer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path / "bin", "tmux", f'[ "$2" = -w ] && exit 1; cat > {tmp_path}/caught')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    assert copy("text", None, tmp_path) == IN_TMUX
    assert (tmp_path / "caught").read_text() == "text"
