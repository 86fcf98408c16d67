"""Briefs for tests: small texts of the model's form by invented analysts."""

from __future__ import annotations

from pathlib import Path

REPORT = (
    "Iranian and Russian officials met in Moscow to review a plan for joint naval exercises in the"
    " Caspian Sea, according to state media. The talks lasted two days and ended without a"
    " statement."
)
COMMENT = (
    "Moscow likely wants the exercise more than Tehran does. The shore states have little appetite"
    " for a larger fleet, and the budget says as much."
)


def brief_text(
    title: str = "Iran, Russia Plan Naval Exercise",
    *,
    name: str | None = "Ottilie Brandvold",
    role: str | None = "Senior Fellow",
    institution: str | None = "Pinewater Institute",
    date: str | None = "March 3, 2019",
    report: str = REPORT,
    comment: str | None = COMMENT,
) -> str:
    """Return a brief in the model's form; a part that is None is left out."""
    who = " - ".join(p for p in (role, institution) if p)
    byline = " | ".join(
        p for p in (f"By {name}" if name else None, who if name else None, date) if p
    )
    parts = [title, byline, report, f"Comment: {comment}" if comment else None]
    return "\n\n".join(p for p in parts if p)


def save(folder: Path, name: str, text: str) -> Path:
    """Write a text as a file and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
