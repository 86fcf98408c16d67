"""People without a rank or an office: what speaks for them, and what does not."""

from __future__ import annotations

import pytest

from store.brief import Passage
from store.entities.people import find_people


def names(text: str, year: int | None = 2020) -> list[str]:
    return [p.name for p in find_people([Passage("report", 1, text)], year=year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the port the crane driver Ghulem Mutlaqov counts ships.", ["Ghulem Mutlaqov"]),
        ("A porter from Durbuk, Tashi Norgay Lhundup, carried tents.", ["Tashi Norgay Lhundup"]),
        ("In Leposavic a teacher named Ljubka Stankov waited.", ["Ljubka Stankov"]),
        ("Vaccinator Jean-Baptiste Muhindo works from a list.", ["Jean-Baptiste Muhindo"]),
        ("The mission met Esperanza Mugisho, a nurse at Rutshuru.", ["Esperanza Mugisho"]),
        ("In Lethem Ernesta Fung-a-Fat sells both maps.", ["Ernesta Fung-a-Fat"]),
        ("Otar Kiknadze shared his bread with the carriage.", ["Otar Kiknadze"]),
        ("Jan Egeland spoke in Oslo.", ["Jan Egeland"]),
        ("Mr Solano was asked about it.", ["Solano"]),
        ("Michael Jordan said so.", ["Michael Jordan"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Northlight Meridian, a company from Oslo, said so.",
        "The ferry Ostrava Zenit, a ship of the line, left.",
        "The Reagan administration went on arming him.",
        "They met in Ulan Tavan and in Port Moresby.",
    ],
)
def test_not_found(text: str) -> None:
    assert names(text, 1986) == []


def test_a_longer_and_a_shorter_full_name_are_one_person() -> None:
    text = "Luiz Inácio Lula da Silva spoke. Lula da Silva left. Then Lula da Silva returned."
    (lula,) = find_people([Passage("report", 1, text)], year=2023)
    assert len(lula.spans) == 3


def test_a_name_before_a_given_name_makes_another_person() -> None:
    text = "Mahamat Idriss Déby met mourners of Idriss Déby, said General Mahamat Idriss Déby."
    assert len(find_people([Passage("report", 1, text)], year=2021)) == 2


def test_the_house_behind_a_known_name_belongs_to_it() -> None:
    text = "Emir Tamim bin Hamad al-Thani spoke. Sheikh Tamim left."
    (emir,) = find_people([Passage("report", 1, text)], year=2021)
    assert (emir.name, len(emir.spans)) == ("Tamim bin Hamad al-Thani", 2)


def test_a_family_name_that_two_bear_is_left_to_nobody() -> None:
    text = "Park Min-jun met Park Seo-yeon, said Park Min-jun. Park left."
    assert sum(len(p.spans) for p in find_people([Passage("report", 1, text)])) == 3


def test_kim_is_the_one_who_heads_the_state() -> None:
    text = "Kim Yo Jong met Kim Jong Un, said Kim Yo Jong. Kim left."
    counts = {p.name: len(p.spans) for p in find_people([Passage("report", 1, text)], year=2018)}
    assert counts == {"Kim Yo Jong": 2, "Kim Jong Un": 2}


def test_bin_salman_at_the_start_of_a_sentence_is_no_second_person() -> None:
    text = "Crown Prince Mohammed bin Salman spoke. Bin Salman left."
    (prince,) = find_people([Passage("report", 1, text)], year=2020)
    assert len(prince.spans) == 2


def test_headers_in_brackets_are_no_part_of_an_office() -> None:
    (anna,) = find_people([Passage("report", 1, "[REPORT] [Excerpts] President Anna Lund left.")])
    assert anna.office == "President"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Colonel Anna Lund of China’s navy spoke.", "CN"),
        ("Colonel Anna Lund of the Australian coast guard spoke.", "AU"),
        ("A Riyadh merchant, Anna Lund, waits.", "SA"),
        ("Anna Lund, a shipyard worker from Astrakhan, waits.", "RU"),
        ("The Zambian trader Anna Lund waits.", "ZM"),
        ("Assistant Secretary of State Anna Lund spoke.", "US"),
        ("The mayor of Batumi, Anna Lund, spoke.", "GE"),
        ("President Idriss Déby spoke of war. His foreign minister, Anna Lund, left.", "TD"),
        ("Anna Lund, a trader, flew to Dubai.", None),
        ("UN envoy for Syria Anna Lund left.", None),
    ],
)
def test_whose_they_are(text: str, country: str | None) -> None:
    found = find_people([Passage("report", 1, text)], year=2015)
    (anna,) = [p for p in found if p.name == "Anna Lund"]
    assert (anna.country, bool(anna.country_reason)) == (country, country is not None)


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("The mayor of a village west of Bosso, Anna Lund, said so.", "mayor", None),
        ("Anna Lund is an honorary consul and teaches.", "honorary consul", None),
        ("Anna Lund as prime minister spoke.", "prime minister", None),
        ("From Ankara Ambassador Anna Lund warned them.", "Ambassador", None),
        ("The spokesman, Commander Anna Lund, denied it.", "spokesman", None),
        ("Anna Lund, chief of staff of the Iranian armed forces, left.",
         "chief of staff of the Iranian armed forces", "IR"),
        ("Turkey spoke. Anna Lund, who grows figs near Izmir, left.", None, "TR"),
        ("Turkey spoke. Anna Lund, who lost a son in Izmir, left.", None, None),
        ("Greece spoke. Anna Lund, who grows figs near Izmir, left.", None, None),
        ("He met his Omani counterpart, Anna Lund.", None, "OM"),
    ],
)  # fmt: skip
def test_offices_and_trades_after_and_before(
    text: str, office: str | None, country: str | None
) -> None:
    found = find_people([Passage("report", 1, text)], year=2015)
    (anna,) = [p for p in found if p.name == "Anna Lund"]
    assert (anna.office, anna.country) == (office, country)


def test_whose_someone_is_in_an_office_of_many_countries() -> None:
    (annan,) = find_people([Passage("report", 1, "António Guterres spoke.")], year=2020)
    assert annan.country == "PT"
