"""Fixtures that many features share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "real"


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
