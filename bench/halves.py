"""The parts of a labelled set, and which of them a run scores.

* `development`: what the rules were made on.
* `earlier`: written and labelled by another hand and set aside at first; since it was scored, its
  texts are read to mend rules, so its later figures count as development.
* `set_aside`: by another hand again, committed before the rules it judges, scored once at the end.

Whoever works on rules keeps the last one out: `HALVES="development earlier" make eval`.
"""

from __future__ import annotations

import os
from pathlib import Path

from bench.results import HERE

NAMES = ("development", "earlier", "set_aside")


def folders(kind: str) -> dict[str, Path]:
    """Return the folders of a set ("layouts", "entities", "comparisons") that are to be scored."""
    asked = os.environ.get("HALVES", " ".join(NAMES)).split()
    places = {name: HERE / kind / name for name in NAMES if name in asked}
    return {name: place for name, place in places.items() if place.is_dir()}
