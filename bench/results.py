"""RESULTS.md: the figures of the last runs, a chapter a module, each replaced by its next run."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
SHARED = Path(os.environ.get("DATELINE_REAL", HERE.parent.parent / "shared" / "real"))

_HEAD = """# Results

Written by `make eval`, `make bench` and `make torture`; each chapter says how to make it again.
Timings are compared side by side within one run, because machines differ and are noisy.
"""
_CHAPTER = re.compile(r"^## ", re.MULTILINE)


def record(kind: str, name: str, title: str, text: str) -> None:
    """Put a chapter into RESULTS.md in place of its earlier one; chapters stand by their title."""
    command = {"evals": "eval", "speeds": "bench", "torture": "torture"}[kind]
    lines = [title, "", f"`make {command} ONLY={name}` · {date.today()} · {_machine()}", ""]
    chapters = {c.partition("\n")[0]: c for c in _read()}
    chapters[title] = "\n".join(lines) + "\n" + text.strip() + "\n"
    body = "\n".join(f"## {chapters[key]}" for key in sorted(chapters))
    RESULTS.write_text(f"{_HEAD}\n{body}", encoding="utf-8")


def _read() -> list[str]:
    if not RESULTS.exists():
        return []
    parts = _CHAPTER.split(RESULTS.read_text(encoding="utf-8"))[1:]
    return [part.rstrip("\n") + "\n" for part in parts]


def _machine() -> str:
    return (
        f"{os.cpu_count()} processors, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}"
    )


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a Markdown table; numbers are set right."""
    right = [all(isinstance(row[n], int | float) for row in rows) for n in range(len(head))]
    rule = ["--:" if r else "---" for r in right]
    lines: list[Sequence[object]] = [head, rule, *rows]
    return "\n".join("| " + " | ".join(_cell(c) for c in line) + " |" for line in lines) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
