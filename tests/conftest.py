"""Fixtures that many features share."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from store.ingest.pipeline import ingest
from store.library import Library

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "real"
SAMPLES = ROOT / "sample_data" / "briefs"

# A test run in the background of a script starts with Ctrl-C ignored, and programs that tests
# start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No test judges by the clock: an example takes the time the machine gives it.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of real texts; a test that needs it is skipped where it is absent."""
    if not REAL.is_dir():
        pytest.skip("the real texts are not part of the project and not on this machine")
    return REAL


@pytest.fixture(scope="session")
def model_brief(real: Path) -> Path:
    """The brief that the layout is modelled on."""
    return real / "iran-russia-2017-10-20.txt"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may see or touch the developer's own library, config or terminal settings."""
    home = tmp_path / "home"
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in (
        "DATELINE_LIBRARY", "NO_COLOR", "PAGER", "EDITOR", "VISUAL", "COLUMNS", "LINES",
        "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def _sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "library.db"
    with Library.open(path, create=True) as library:
        ingest(library, [SAMPLES])
    return path


@pytest.fixture
def library_path(_sample_library: Path, tmp_path: Path) -> Path:
    """A library of its own for this test, holding the sample briefs."""
    path = tmp_path / "library.db"
    shutil.copy(_sample_library, path)
    return path


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    """The sample library, open."""
    with Library.open(library_path) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    """An empty library, open."""
    with Library.open(tmp_path / "empty.db", create=True) as opened:
        yield opened
