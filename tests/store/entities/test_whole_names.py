"""Names read whole: behind known ones, after Monsieur, in capitals; none where a ship bears it."""

from __future__ import annotations

import pytest

from store.brief import Brief, Section
from store.entities.extract import extract


def people(text: str) -> list[str]:
    found = extract(Brief("", (Section("report", None, tuple(text.split("\n"))),))).people
    return [person.name for person in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ali Bongo Ondimba spoke in Gabon.", ["Ali Bongo Ondimba"]),
        ("Foreign Minister Anna DE LA FUENTE Lund told Chile so.", ["Anna DE LA FUENTE Lund"]),
        ("Dr. Washington Ibarra, an economist, argued.", ["Washington Ibarra"]),
        ("The French ambassador, Baron de Courcel, was silent.", ["de Courcel"]),
        ("The Charles de Gaulle was off the coast of Syria.", []),
        (
            "M. Erik Lund met M. Anders Berg and M. Nils Holm in Oslo, said the minister.\n"
            "M. Holm said no. M. Berg said yes.",
            ["Erik Lund", "Anders Berg", "Nils Holm"],
        ),
        (
            "Present: R. J. Lundqvist (chair), Commander T. Penrose.",
            ["R. J. Lundqvist", "T. Penrose"],
        ),
    ],
)
def test_names_are_read_whole(text: str, names: list[str]) -> None:
    assert people(text) == names
