"""Which short names stand for whom, and where a full name ends."""

from __future__ import annotations

import pytest

from store.brief import Passage
from store.entities.people import find_people


def counted(
    *texts: str, year: int | None = 2018, title: str = "", authors: tuple[str, ...] = ()
) -> dict[str, int]:
    """The people of a brief with the number of their mentions."""
    passages = [Passage("title", 0, title)]
    passages += [Passage("report", at, text) for at, text in enumerate(texts, 1)]
    return {p.name: len(p.spans) for p in find_people(passages, authors=authors, year=year)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Odile Lukombo wa Mbala, who runs a clinic, slept.", {"Odile Lukombo wa Mbala": 1}),
        ("Cmdr. Zalina binti Harun, who sails, spoke.", {"Zalina binti Harun": 1}),
        ("“It rained,” said Oh Min-ja, a farmer. Mrs. Oh laughed.", {"Oh Min-ja": 2}),
        ("Do Thi Lan, who owns a shop, sings. Ms. Lan sleeps.", {"Do Thi Lan": 2}),
        ("Marshall Hill, the deputy envoy, said so.", {"Marshall Hill": 1}),
        ("Mr. Anders BRUUN LARSEN spoke. Mr. Bruun Larsen left.", {"Anders BRUUN LARSEN": 2}),
        ("Lt. Gen. Balfo KERITA came. Kerita left.", {"Balfo KERITA": 2}),
        ("Eleanor London-Reeve, who retired, wrote.", {"Eleanor London-Reeve": 1}),
        ("One of them, Umm Karim al-Homsi, said so.", {"Umm Karim al-Homsi": 1}),
        ("Baroness Tarn of Wexcombe answered.", {"Tarn of Wexcombe": 1}),
        ("Hajja Amina Salih told them.", {"Amina Salih": 1}),
        ("Padre Tobias Carrell told them.", {"Tobias Carrell": 1}),
        ("Then-Governor Anna Lund spoke.", {"Anna Lund": 1}),
        ("Paula Nordin spoke. Paula, a nurse, left.", {"Paula Nordin": 2}),
    ],
)
def test_where_a_full_name_begins_and_ends(text: str, expected: dict[str, int]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "My right hon. Friend raised it.",
        "The destroyer Choe Yung escorts them.",
        "The tanker Lady Miriam turned away.",
        "A report by Adam Lund & Daughters was read.",
        "Glad I came, they wrote.",
    ],
)
def test_ships_firms_and_forms_of_address_are_nobody(text: str) -> None:
    assert counted(text) == {}


def test_half_of_a_double_surname_is_enough() -> None:
    assert counted("Col. Armand Tesfo-Obari spoke. Obari’s men left.") == {"Armand Tesfo-Obari": 2}


def test_of_two_families_written_first_the_one_named_before_is_meant() -> None:
    found = counted(
        "President Park Geun-hye left. Park has a plan.",
        "It was signed under Park Chung-hee.",
        year=2015,
    )
    assert found == {"Park Geun-hye": 2, "Park Chung-hee": 1}


def test_a_president_is_not_the_namesake_that_the_brief_names_in_full() -> None:
    found = counted("President Nixon came. Pat Nixon, who smiled, saw the zoo.", year=1972)
    assert found == {"Richard Nixon": 1, "Pat Nixon": 1}


def test_the_same_titled_name_twice_is_one_person() -> None:
    found = counted("They met Prime Minister Sheikh Hasina. Sheikh Hasina smiled.", year=2017)
    assert found == {"Sheikh Hasina": 2}


def test_a_king_is_named_without_his_crown() -> None:
    (king,) = find_people([Passage("report", 1, "King Hussein of Jordan signed.")], year=1994)
    assert (king.names, king.office, king.country) == (("Hussein",), "King", "JO")


def test_a_country_that_the_brief_does_not_name_otherwise_can_be_a_person() -> None:
    assert counted("Thomas Jordan spoke. Jordan, an economist, left.") == {"Thomas Jordan": 2}
    assert counted("Thomas Jordan spoke. Jordan and Amman agreed.") == {"Thomas Jordan": 1}
    assert counted("Chad Smith spoke in Chad.") == {"Chad Smith": 1}


def test_a_text_in_capitals_links_and_takes_initials() -> None:
    found = counted(
        "PRESIDENT KENNETH KAUNDA SPOKE. KAUNDA CANNOT WAIT. "
        "J. M. TEMBO-BANDA, EDITOR OF A WEEKLY, THOUGHT SO.",
        year=1976,
    )
    assert found == {"KENNETH KAUNDA": 2, "J. M. TEMBO-BANDA": 1}


def test_bin_before_a_surname_belongs_to_it_in_any_place() -> None:
    assert counted("Yusuf bin Alawi came. They noticed bin Alawi’s trip.") == {"Yusuf bin Alawi": 2}


def test_nobody_is_called_by_an_office_to_come() -> None:
    assert counted("A man named Trujillo fled from Colombia.", year=1989) == {}
