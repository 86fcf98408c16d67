"""Finds the sample briefs: beside this file in an installed wheel, at the root in a checkout."""

from __future__ import annotations

from pathlib import Path

from store.errors import InputError

_HERE = Path(__file__).resolve().parent


def sample_briefs() -> Path:
    """Return the folder of the sample briefs; InputError if this copy carries none."""
    for folder in (_HERE / "sample_data" / "briefs", _HERE.parent / "sample_data" / "briefs"):
        if folder.is_dir():
            return folder
    raise InputError("this copy of Dateline carries no sample briefs; reinstall it to get them")
