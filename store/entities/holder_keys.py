"""The keys of the table of office holders, made anew: `python -m store.entities.holder_keys`."""

from __future__ import annotations

from pathlib import Path

from store.entities.holders import holders, keys_of


def lines() -> list[str]:
    """Return the lines of `data/holder_keys.txt` that belong to the table as it is."""
    rows = map(keys_of, holders())
    return ["\t".join(("|".join(row.full), row.short, row.first)) for row in rows]


if __name__ == "__main__":
    target = Path(__file__).parent / "data" / "holder_keys.txt"
    target.write_text("\n".join(lines()) + "\n", encoding="utf-8")
