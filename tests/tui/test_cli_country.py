"""`dateline country` as a person and a script use it."""

from __future__ import annotations

import json
from pathlib import Path

from store.library import Library
from tests.tui.running import dateline


def test_by_code_or_name_with_its_pairs(library: Library, library_path: Path) -> None:
    by_name, by_code = (
        json.loads(dateline("country", name, "--json", library=library_path).stdout)
        for name in ("iran", "IR")
    )
    assert by_name == by_code
    assert by_name["total"] == library.search("country:IR").total
    assert [p["pair"] for p in by_name["pairs"]] == [p.pair for p in library.pairs(country="IR")]
    assert all(p["id"] in {q.id for q in library.people()} for p in by_name["people"])
    text = dateline("country", "iran", library=library_path).stdout
    assert text.startswith("Iran (IR)")
    assert "ITS PEOPLE" in text


def test_what_is_no_country_is_said(library_path: Path) -> None:
    done = dateline("country", "atlantis", library=library_path)
    assert done.exit_code == 1
    assert "no country" in done.stderr
