"""A child process: reads files, searches, shows, exports and opens the app, and tells what it did.

Run as `python -m tests.torture.audited FOLDER LIBRARY OUT`; what Python reports to its audit hooks
goes into OUT as JSON: names of events that reach a network or another program, and the files that
were written, made, moved or removed.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

# A socket of its own (the event loop's) is none that reaches anybody; to bind or connect it is.
REACHING = (
    "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.getnameinfo",
    "socket.sendto", "socket.sendmsg", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.",
    "poplib.", "nntplib.", "telnetlib.", "webbrowser.", "subprocess.", "os.system", "os.exec",
    "os.spawn", "os.posix_spawn", "os.fork", "os.startfile"
)  # fmt: skip
_CHANGING = {
    "os.remove": 1, "os.rename": 2, "os.mkdir": 1, "os.rmdir": 1, "os.link": 2, "os.symlink": 2,
    "os.truncate": 1, "os.chmod": 1, "os.chown": 1, "os.utime": 1, "os.setxattr": 1,
    "shutil.rmtree": 1, "shutil.move": 2, "shutil.unpack_archive": 2, "sqlite3.connect": 1,
}  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main(folder: Path, library: Path, out: Path) -> None:
    """Do everything, and write down what the audit hooks heard."""
    from tui.cli import cli

    heard: list[str] = []
    changed: list[str] = []
    _listen(heard, changed)
    said = StringIO()
    codes: dict[str, int] = {}
    for words in _commands(folder, library.parent):
        with redirect_stdout(said), _ending(codes, words):
            cli(["--library", str(library), *words], prog_name="dateline")
    asyncio.run(_app(library))
    told, files = list(heard), [_plain(path) for path in changed]
    out.write_text(
        json.dumps({"heard": told, "changed": files, "codes": codes, "said": said.getvalue()})
    )


@contextmanager
def _ending(codes: dict[str, int], words: list[str]) -> Iterator[None]:
    try:
        yield
    except SystemExit as stop:
        codes[" ".join(words[:2])] = stop.code if isinstance(stop.code, int) else 1


def _listen(heard: list[str], changed: list[str]) -> None:
    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(REACHING):
            heard.append(f"{event} {args!r}"[:300])
        elif event == "open" and isinstance(args[0], str | bytes) and _writes(args):
            changed.append(os.fsdecode(args[0]))
        elif event in _CHANGING:
            changed.extend(os.fsdecode(a) for a in args[: _CHANGING[event]] if _is_path(a))

    sys.addaudithook(hook)


def _writes(args: tuple[Any, ...]) -> bool:
    mode, flags = args[1], args[2]
    return bool(flags & _WRITING) or bool(mode and set(mode) & set("wax+"))


def _is_path(given: object) -> bool:
    return isinstance(given, str | bytes | os.PathLike)


def _plain(path: str) -> str:
    """A path as it is on the disk, whatever was written for it."""
    if path.startswith("file:"):
        path = path.removeprefix("file:").partition("?")[0]
    return os.path.realpath(path)


def _commands(folder: Path, beside: Path) -> Iterator[list[str]]:
    yield ["ingest", "--jobs", "1", str(folder)]
    yield ["search", "iran", "--json"]
    yield ["search", "naval exercize"]
    yield ["list", "--json"]
    yield ["people", "--json"]
    yield ["pairs", "--json"]
    yield ["analysts"]
    yield ["problems", "--json"]
    yield ["show", "--json", "--", "iran"]
    for kind in ("markdown", "jsonl", "csv"):
        yield ["export", "iran", "--to", kind]
    yield ["compare", "--pair", "IR-RU", "--html"]
    yield ["compare", "--pair", "IR-RU", "--markdown"]
    yield ["person", "zarif", "--json"]
    yield ["stats"]
    yield ["doctor", "--json"]
    yield ["backup", str(beside / "copy.db")]
    yield ["refresh"]


async def _app(library: Path) -> None:
    """Open the app without a terminal and walk through its places."""
    from store.library import Library
    from tests.tui.driving import driven

    with Library.open(library) as opened:
        async with driven(opened) as app:
            await app.press(*"jjk2j3j4j5", "1", "enter", "tab", "tab", *"sr", "x", "j", "x", "c")
            await app.press("p", "escape", "escape")
            await app.type("iran naval")
            await app.press("enter", "enter", "n", "question_mark", "escape", "f1", "escape")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
