"""Run evaluations or measurements: `python -m bench evals|speeds|torture [NAME…]`."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pkgutil import iter_modules

from bench.results import record


def main(kind: str, names: list[str]) -> int:
    """Run the named modules of a kind (all without names) and record what they tell."""
    there = sorted(m.name for m in iter_modules(import_module(f"bench.{kind}").__path__))
    unknown = sorted(set(names) - set(there))
    if unknown:
        print(f"no {kind} called {', '.join(unknown)}; there are {', '.join(there)}")
        return 2
    failed = False
    for name in names or there:
        module = import_module(f"bench.{kind}.{name}")
        print(f"== {module.TITLE}", flush=True)
        started = time.monotonic()
        text = module.run()
        print(text, f"({time.monotonic() - started:.0f} s)\n", sep="", flush=True)
        record(kind, name, module.TITLE, text)
        failed |= text.startswith("FAILED")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
