"""Whose people are: by places beside a name, by owners, by lists of delegates, by titles."""

from __future__ import annotations

import pytest

from store.brief import Brief, Section
from store.entities.extract import extract


def country(text: str, name: str) -> str | None:
    found = extract(Brief("", (Section("report", None, (text,)),))).people
    return next(person.country for person in found if name in person.names)


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Governor Anna Lund of Texas said the bridge would open.", "Anna Lund", "US"),
        ("Commander Erik Lundqvist, of Gabon, considers the chart wrong.", "Erik Lundqvist", "GA"),
        ("Colonel Erik Lundqvist, an Estonian who lived there, agreed.", "Erik Lundqvist", "EE"),
        (
            "Talks with Cuba went on. Anna Lund, who led the Cuban side, left early.",
            "Anna Lund",
            "CU",
        ),
        (
            "For Finland: Mr. Erik Lundqvist, Minister; Ms. Anna Halvorsen. Norway came late.",
            "Anna Halvorsen",
            "FI",
        ),
        ("Texas's governor, Anna Lund, spoke to the press.", "Anna Lund", "US"),
        (
            "President Erik Lundqvist of Chad waited. Lundqvist's deputy, Anna Halvorsen, came.",
            "Anna Halvorsen",
            "TD",
        ),
        (
            "Two days passed in Nairobi without news. Prime Minister Anna Lund chaired a meeting.",
            "Anna Lund",
            "KE",
        ),
        ("Britain sent a ship. Sir Erik Lundqvist went with it.", "Erik Lundqvist", "GB"),
        ("Erik Lundqvist, Minister of Trade of Estonia. He left.", "Erik Lundqvist", "EE"),
        ("Dr. Erik Lundqvist, now President of Paraguay, had been there.", "Erik Lundqvist", "PY"),
    ],
)
def test_words_around_a_name_tell_whose_it_is(text: str, name: str, code: str) -> None:
    assert country(text, name) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sweden sent a ship. Sir Erik Lundqvist went with it.", "Erik Lundqvist"),
        ("Kenya and Chad met. Prime Minister Anna Lund chaired a meeting.", "Anna Lund"),
        ("Two days passed in Nairobi. Anna Lund chaired a meeting, said the nurse.", "Anna Lund"),
        ("The Attorney General, Anna Lund, spoke in Bissau.", "Anna Lund"),
    ],
)
def test_what_tells_nothing_is_not_guessed_from(text: str, name: str) -> None:
    assert country(text, name) is None


def test_a_public_figure_is_known_by_the_full_name_alone() -> None:
    full = extract(Brief("", (Section("report", None, ("Gertrude Bell wrote to Iraq.",)),), "1921"))
    assert [(p.name, p.country) for p in full.people] == [("Gertrude Bell", "GB")]
    short = extract(Brief("", (Section("report", None, ("The Bell rang in Iraq.",)),), "1921"))
    assert not short.people
