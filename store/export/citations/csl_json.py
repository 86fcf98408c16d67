"""Citations as CSL-JSON, the form that Zotero, pandoc and other citation processors read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from store.export.citations.dates import parts_of
from store.export.citations.names import Name
from store.export.citations.work import Work


def write(works: Sequence[Work]) -> str:
    """Return one JSON list of items of the type "report"."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def _item(work: Work) -> dict[str, object]:
    item: dict[str, object] = {"id": work.key, "type": "report", "title": work.title}
    if work.authors:
        item["author"] = [_name(name) for name in work.authors]
    if work.publisher:
        item["publisher"] = work.publisher
    if work.date:
        item["issued"] = {"date-parts": [list(work.date)]}
    if work.version:
        item["version"] = str(work.version)
    if work.url:
        item["URL"] = work.url
    item["accessed"] = {"date-parts": [list(parts_of(work.accessed))]}
    # An item has no field for a place in it: that belongs to the sentence that cites it.
    item["note"] = ", ".join(part for part in (work.place, f"brief:{work.id}") if part)
    return item


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.straight}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}
