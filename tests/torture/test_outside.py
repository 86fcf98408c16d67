"""Nothing reaches out: no address is asked, no program started, no file made elsewhere.

Files that ask for something outside in every way their formats know go through ingest, search,
show, export, comparison and the app, in a process whose audit hooks are heard. What is not of
Python (the XML and PDF libraries) would be seen by whom it asks: a server that waits for it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from store.library import Library
from tests.conftest import ROOT
from tests.torture import calling

SECRET = "Zanzibar papaya harmonica"


class Told(NamedTuple):
    """What the process told, where it ran, and the server that was named to it."""

    heard: list[str]
    changed: list[str]
    codes: dict[str, int]
    said: str
    place: Path
    server: socket.socket


@pytest.fixture(scope="module")
def told() -> Iterator[Told]:
    with TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        place = Path(folder).resolve()
        (place / "secret.txt").write_text(SECRET)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        calling.write(place / "files", address, place / "secret.txt")
        for name in ("own", "temporary", "here"):
            (place / name).mkdir()
        out = _audited(place)
        yield Told(**json.loads(out.read_text()), place=place, server=server)


def _audited(place: Path, program: str = "from tests.torture.audited import main") -> Path:
    """Run the child process in a folder of its own; return the file that it wrote."""
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    env = {**os.environ, **dict.fromkeys(homes, str(place / "own"))}
    env |= {"TMPDIR": str(place / "temporary"), "PYTHONDONTWRITEBYTECODE": "1", "PAGER": "cat"}
    env |= {"PYTHONPATH": str(ROOT)}
    out = place / "told.json"
    words = [str(place / "files"), str(place / "own" / "library.db"), str(out)]
    code = f"{program}; import sys; from pathlib import Path; main(*map(Path, sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=env,
        cwd=place / "here",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return out


def test_everything_was_done(told: Told) -> None:
    assert set(told.codes.values()) <= {0, 1}
    assert told.codes["search iran"] == told.codes["compare --pair"] == 0
    with Library.open(told.place / "own" / "library.db") as library:
        sources = {Path(s.path or "").name for row in library.list().results
                   for s in library.brief(row.id).sources}  # fmt: skip
    named = {
        "page.html",
        "mail.eml",
        "feed.xml",
        "lines.jsonl",
        "text.txt",
        "word.docx",
        "paper.pdf",
    }
    assert named <= sources


def test_no_address_is_asked_and_no_program_started(told: Told) -> None:
    assert [event for event in told.heard if not _is_look_for_ipv6(event)] == []
    with pytest.raises(BlockingIOError):  # nobody waits at the server's door
        told.server.accept()


def _is_look_for_ipv6(event: str) -> bool:
    """Whether it is urllib3, which trafilatura imports, that looks whether there is an IPv6 here.

    It binds a free port of this machine's own address once and closes it; nothing is sent.
    """
    return event.startswith("socket.bind") and event.endswith("('::1', 0))")


def test_no_file_is_written_but_where_it_was_said(told: Told) -> None:
    allowed = (told.place / "own", told.place / "temporary", Path(os.devnull))
    strays = [
        file for file in told.changed if not any(Path(file).is_relative_to(a) for a in allowed)
    ]
    assert strays == []
    assert any(file.endswith("library.db") for file in told.changed)
    names = {path.name for path in told.place.iterdir()}
    assert names == {"files", "own", "temporary", "here", "secret.txt", "told.json"}
    assert not [*(told.place / "here").iterdir(), *told.place.rglob("*PWNED*")]


def test_no_file_outside_is_read_into_a_brief(told: Told) -> None:
    assert SECRET not in told.said
    with Library.open(told.place / "own" / "library.db") as library:
        assert library.search("zanzibar papaya", exact=True).total == 0


@pytest.mark.parametrize(
    "reaching",
    [
        "import socket; socket.socket().connect_ex(('127.0.0.1', 9))",
        "import urllib.request as u; u.build_opener().open('http://127.0.0.1:9/x', timeout=1)",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "open('stray.txt', 'w').close()",
        "import os; os.symlink('a', 'b')",
        "import zipfile, io; zipfile.ZipFile('x.zip', 'w').close()",
    ],
)
def test_what_reached_out_would_be_heard(reaching: str, tmp_path: Path) -> None:
    program = (
        "from tests.torture.audited import _listen\n"
        f"heard = []\n_listen(heard, heard)\ntry:\n    {reaching}\nexcept OSError:\n    pass\n"
        "print(len(heard))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(done.stdout) > 0
