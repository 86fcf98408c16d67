"""Ranks and offices beside a name, as printed, with the country they tell."""

from __future__ import annotations

import pytest

from store.brief import Passage, PersonMentions
from store.entities.people import find_people


def only(text: str, year: int | None = None) -> PersonMentions:
    (person,) = find_people([Passage("report", 1, text)], year=year)
    return person


@pytest.mark.parametrize(
    ("text", "name", "rank", "office", "country"),
    [
        (
            "The talks were led by Brigadier General Arash Tavallo on Monday.",
            "Arash Tavallo", "Brigadier General", None, None,
        ),
        (
            "Iranian defense minister Arash Tavallo arrived.",
            "Arash Tavallo", None, "defense minister", "IR",
        ),
        (
            "Special Envoy for the Global Coalition to Counter ISIL Brett Landowne spoke.",
            "Brett Landowne", None,
            "Special Envoy for the Global Coalition to Counter ISIL", None,
        ),
        (
            "Armed Forces General Staff (AFGS) Chief Major General Bahman Tavallo agreed.",
            "Bahman Tavallo", "Major General", "Armed Forces General Staff (AFGS) Chief", None,
        ),
        (
            "Minister for the Middle East, Tobias Farnley, flew home.",
            "Tobias Farnley", None, "Minister for the Middle East", None,
        ),
        (
            "Tobias Farnley, the British minister for the Middle East, flew home.",
            "Tobias Farnley", None, "minister for the Middle East", "GB",
        ),
        (
            "The president of Egypt, Samir Nabhani, thanked him.",
            "Samir Nabhani", None, "president of Egypt", "EG",
        ),
        (
            "Envoys saw Rear Adm. Piotr Zaleski in port.",
            "Piotr Zaleski", "Rear Adm.", None, None,
        ),
        (
            "Poland’s Zofia Zaleska signed first.",
            "Zofia Zaleska", None, None, "PL",
        ),
        (
            "UN Special Envoy for Syria Sven Halvorsen left.",
            "Sven Halvorsen", None, "UN Special Envoy for Syria", None,
        ),
        (
            "Secretary General Sven Halvorsen left.",
            "Sven Halvorsen", None, "Secretary General", None,
        ),
        (
            "The Syrian government of Samir Nabhani refused.",
            "Samir Nabhani", None, None, "SY",
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name(
    text: str, name: str, rank: str | None, office: str | None, country: str | None
) -> None:
    person = only(text)
    assert (person.name, person.rank, person.office) == (name, rank, office)
    assert person.country == country
    assert bool(person.country_reason) == bool(country)


def test_a_counterpart_takes_the_adjective_and_leaves_the_other_country() -> None:
    text = (
        "Norwegian and Polish defense ministers spoke on Monday. "
        "Sven Halvorsen and his Polish counterpart Zofia Zaleska agreed to meet."
    )
    first, second = find_people([Passage("report", 1, text)])
    assert (first.name, first.country) == ("Sven Halvorsen", "NO")
    assert (second.name, second.country, second.office) == ("Zofia Zaleska", "PL", None)


def test_a_title_in_a_list_belongs_to_the_next_name() -> None:
    text = "He met Sven Halvorsen, Foreign Minister Zofia Zaleska and others."
    first, second = find_people([Passage("report", 1, text)])
    assert (first.name, first.office) == ("Sven Halvorsen", None)
    assert (second.name, second.office) == ("Zofia Zaleska", "Foreign Minister")
