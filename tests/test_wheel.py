"""The wheel, installed into an empty environment: the program works with nothing else around."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from store import __version__
from tests.tui.running import terminal

ROOT = Path(__file__).resolve().parent.parent
BRIEF = """\
Norway and Denmark Sign a Fishing Accord

By Ada Sample | Fellow - The Example Institute | Mar 4, 2019

Norway and Denmark signed a fishing accord in Oslo on Monday, officials said.

Comment: The accord settles less than it seems to. Norway keeps its quota.
"""


def run(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder outside the checkout, so that nothing is found by accident."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "DATELINE"))}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0 or not check, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        out,
        ROOT,
    ]
    run(*build, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an environment that holds the wheel and its pinned requirements only."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "env", with_pip=True)
    pip: list[str | Path] = [folder / "env" / "bin" / "python", "-m", "pip", "install", "-q"]
    pinned = ROOT / "requirements" / "app.txt"
    done = run(*pip, "--require-hashes", "-r", pinned, cwd=folder, check=False)
    if done.returncode:
        last = (done.stderr.strip() or "pip failed").splitlines()[-1]
        if "hash" in done.stderr.lower():
            pytest.fail(done.stderr)
        pytest.skip(f"the pinned requirements cannot be fetched here: {last}")
    run(*pip, "--no-deps", wheel, cwd=folder)
    return folder


def test_version_and_dependencies(place: Path) -> None:
    assert run(place / "env/bin/dateline", "--version", cwd=place).stdout.split()[1] == __version__
    run(place / "env/bin/python", "-m", "pip", "check", cwd=place)


def test_the_wheel_carries_what_it_needs_and_no_more(wheel: Path) -> None:
    from zipfile import ZipFile

    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} <= {
        "store", "tui", f"dateline-{__version__}.dist-info",
    }  # fmt: skip
    samples = sorted(path.name for path in (ROOT / "sample_data" / "briefs").iterdir())
    carried = sorted(
        name.rpartition("/")[2] for name in names if name.startswith("tui/sample_data/briefs/")
    )
    assert carried == samples
    assert "tui/app.tcss" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_ingest_and_search(place: Path) -> None:
    (place / "brief.txt").write_text(BRIEF)
    dateline: list[str | Path] = [place / "env/bin/dateline", "--library", place / "library.db"]
    done = json.loads(run(*dateline, "ingest", "--json", place / "brief.txt", cwd=place).stdout)
    assert done["added"] == 1
    found = json.loads(run(*dateline, "search", "--json", "fishing", cwd=place).stdout)
    assert found["results"][0]["title"] == "Norway and Denmark Sign a Fishing Accord"
    assert found["results"][0]["pairs"] == ["DK-NO"]


def test_demo_opens_on_the_sample_briefs_and_leaves_nothing_behind(place: Path) -> None:
    scratch = place / "scratch"
    home = place / "home"
    for folder in (scratch, home):
        folder.mkdir()
    env = {"HOME": str(home), "TMPDIR": str(scratch), "PYTHONPATH": ""}
    with terminal([str(place / "env/bin/dateline"), "demo"], env=env) as shown:
        shown.wait_for("Iran–Russia")
        assert list(scratch.iterdir())
        shown.press("\x11")  # ctrl+q
        assert shown.exit_code() == 0
    assert not list(scratch.iterdir())
    assert not list(home.rglob("library.db"))
