"""`dateline export`, and `dateline show --diff`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.running import dateline
from tests.writing import REPORT, brief_text, save


def test_all_briefs_go_out_and_come_back(library_path: Path, tmp_path: Path) -> None:
    out = dateline("export", "--to", "jsonl", library=library_path)
    assert out.exit_code == 0
    lines = out.stdout.splitlines()
    assert {"title", "sections", "authors", "date"} <= json.loads(lines[0]).keys()
    back = dateline("ingest", "--json", "-", library=tmp_path / "other.db", stdin=out.stdout)
    assert json.loads(back.stdout)["added"] == len(lines)
    again = dateline("ingest", "--json", "-", library=library_path, stdin=out.stdout)
    assert json.loads(again.stdout)["unchanged"] == len(lines)


def test_only_what_a_query_finds(library_path: Path) -> None:
    some = dateline("export", "pair:IR-RU", "--to", "csv", library=library_path)
    assert some.stdout.startswith("id,title,date")
    assert "IR-RU" in some.stdout
    nothing = dateline("export", "zzzzqqq", library=library_path)
    assert (nothing.exit_code, nothing.stdout) == (1, "")


def test_markdown_is_the_default(library_path: Path) -> None:
    text = dateline("export", library=library_path).stdout
    assert text.startswith("# ")
    assert "\n## Comment\n" in text


def test_show_diff(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    path = save(tmp_path / "in", "a.txt", brief_text())
    first = dateline("ingest", "--json", str(path), library=library)
    identity = json.loads(first.stdout)["items"][0]["briefs"][0]["id"]
    save(tmp_path / "in", "a.txt", brief_text(report=REPORT.replace("two days", "three days")))
    dateline("ingest", str(path), library=library)
    shown = dateline("show", identity, "--diff", "1", library=library)
    assert "[-two-]{+three+} days" in " ".join(shown.stdout.split())
    parts = json.loads(dateline("show", identity, "--diff", "1", "--json", library=library).stdout)
    assert (parts["old"], parts["new"], parts["edits"][0]["kind"]) == (1, 2, "changed")
    assert dateline("show", identity, "--diff", "7", library=library).exit_code == 1
