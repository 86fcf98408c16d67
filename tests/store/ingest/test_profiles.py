"""Institute profiles: what they change, and what is wrong with one said in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.brief import Brief
from store.errors import InputError
from store.ingest.parsing import read_briefs
from store.ingest.pipeline import Options, ingest
from store.ingest.profiles import load
from store.library import Library
from tests.writing import save

PROFILE = """\
match = ["Amber Weekly"]
institution = "Amber Institute"
date_order = "dmy"
boilerplate = ["Printed for the Friends of Amber"]
[labels]
comment = ["House View"]
report = ["The Wire"]
"""
TEXT = """\
Norway Paints Its Ferries

By Ada Sample | 03/04/2017

Norway moved two ferries, the Amber Weekly reported.

House View: The paint matters.

Printed for the Friends of Amber

The Wire: One more ferry moved.
"""


def read(text: str, own: Path | None) -> Brief:
    (brief,) = read_briefs(text.encode(), "a.txt", own)
    return brief


def test_a_profile_tells_what_no_rule_can_know(tmp_path: Path) -> None:
    save(tmp_path / "own", "amber.toml", PROFILE)
    brief = read(TEXT, tmp_path / "own")
    assert (brief.date, brief.authors[0].institution) == ("2017-04-03", "Amber Institute")
    assert "amber" in brief.readings["date"].reason
    assert brief.paragraphs("comment") == ("The paint matters.",)
    assert brief.paragraphs("report")[1:] == ("One more ferry moved.",)
    assert brief.boilerplate == ("Printed for the Friends of Amber",)
    assert "date" not in {problem.field for problem in brief.problems}


def test_other_texts_and_other_readers_are_not_touched(tmp_path: Path) -> None:
    save(tmp_path / "own", "amber.toml", PROFILE)
    assert read(TEXT.replace("Amber Weekly", "Oslo Post"), tmp_path / "own").date == "2017"
    brief = read(TEXT, None)
    assert (brief.date, brief.authors[0].institution) == ("2017", None)
    assert brief.paragraphs("comment") == ()


def test_the_shipped_profiles_are_sound_and_the_readers_own_win(tmp_path: Path) -> None:
    shipped = {profile.name: profile for profile in load()}
    assert "white-house" in shipped
    save(tmp_path / "own", "white-house.toml", 'match = ["Ferry"]')
    own = {profile.name: profile for profile in load(tmp_path / "own")}
    assert own.keys() == shipped.keys()
    assert own["white-house"].match == ("Ferry",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("match = [", "no TOML"), ("date_order = 'mdy'", "needs match"),
        ("match = ['a']\ndate_order = 'ymd'", "“ymd”"), ("match = 'a'", "a list of texts"),
        ("match = ['a']\nhouse = 'b'", "no key “house”"),
        ("match = ['a']\n[labels]\nnews = ['b']", "comment and report"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_profile_is_one_line(
    text: str, said: str, empty: Library, tmp_path: Path
) -> None:
    path = save(tmp_path / "own", "bad.toml", text)
    with pytest.raises(InputError, match=said) as error:
        ingest(empty, [b"Some text."], Options(profiles=tmp_path / "own"))
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
