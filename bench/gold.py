"""The gold set of people, countries and pairs: reading it, and scoring against it.

The labels are those of bench/entities/earlier/README.md. What they call doubtful (`…_also`) is
neither right nor wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from store.brief import Brief, Entities, PersonMentions
from store.ingest.layout import read_layout
from store.text import clean, fold


@dataclass(frozen=True, slots=True)
class Case:
    """One brief as the layout reads it, with its labels."""

    name: str
    brief: Brief
    labels: dict[str, Any]


def read(folder: Path) -> list[Case]:
    """Return the cases of a half, in the order of the labels."""
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    return [_case(folder, json.loads(line)) for line in lines if line.strip()]


def _case(folder: Path, labels: dict[str, Any]) -> Case:
    text = clean((folder / labels["file"]).read_text(encoding="utf-8"))
    briefs = read_layout(text, name=labels["file"])
    whole = max(briefs, key=lambda b: sum(len(p.text) for p in b.passages()))
    return Case(labels["file"], whole, labels)


@dataclass(slots=True)
class Counts:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was said."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """What one system gets on some cases."""

    HEAD: ClassVar[tuple[str, ...]] = (
        "half", "briefs", "system", "people P", "R", "F1", "mentions", "country P", "R", "F1",
        "main pair", "offices", "whose country P", "coverage",
    )  # fmt: skip

    people: Counts = field(default_factory=Counts)
    countries: Counts = field(default_factory=Counts)
    whose: Counts = field(default_factory=Counts)
    pairs: list[bool] = field(default_factory=list)
    mentions: list[bool] = field(default_factory=list)
    offices: list[bool] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def add(self, case: Case, found: Entities) -> None:
        """Score what was found in one brief."""
        self._people(case, found)
        self._countries(case, found)
        main = next((p.pair for p in found.pairs if p.main), None)
        wanted = [case.labels["main_pair"], *_listed(case.labels.get("main_pair_also"))]
        self.pairs.append(main in wanted)
        if main not in wanted:
            self._fail(case, f"main pair {main}, labelled {wanted}")

    def cells(self) -> list[object]:
        """Return the row of the table after half, number and system."""
        p, c, w = self.people, self.countries, self.whose
        return [
            p.precision, p.recall, p.f1, _share(self.mentions), c.precision, c.recall, c.f1,
            f"{sum(self.pairs)}/{len(self.pairs)}", _share(self.offices), w.precision, w.recall,
        ]  # fmt: skip

    def _people(self, case: Case, found: Entities) -> None:
        labelled = case.labels["people"]
        pairs = list(_matched(labelled, found.people))
        doubtful = {fold(_name(p)) for p in case.labels.get("people_also", ())}
        matched = [person for _, person in pairs]
        extra = [p for p in found.people if p not in matched and not _forms(p) & doubtful]
        missed = [p for p in labelled if p not in [label for label, _ in pairs]]
        self.people.right += len(pairs)
        self.people.wrong += len(extra)
        self.people.missed += len(missed)
        for person in extra:
            self._fail(case, f"nobody: {person.name} {person.names}")
        for label in missed:
            self._fail(case, f"missed: {label['name']}")
        for label, person in pairs:
            self._one(case, label, person)

    def _one(self, case: Case, label: dict[str, Any], person: PersonMentions) -> None:
        counts = (person.in_report, person.in_comment)
        # The labels count the title with the report.
        titles = sum(not span.paragraph for span in person.spans)
        wanted = (label["in_report"], label["in_comment"])
        self.mentions.append((counts[0] + titles, counts[1]) == wanted)
        if not self.mentions[-1]:
            self._fail(case, f"mentions of {label['name']}: {counts} + {titles}, labelled {wanted}")
        if label["office"]:
            self.offices.append(_office_agrees(label["office"], person.office))
            if not self.offices[-1]:
                self._fail(
                    case, f"office of {label['name']}: {person.office}, labelled {label['office']}"
                )
        known = [label["country"], *_listed(label.get("country_also"))]
        if person.country is None:
            self.whose.missed += label["country"] is not None
        elif person.country in known:
            self.whose.right += 1
        else:
            self.whose.wrong += 1
            self._fail(
                case,
                f"country of {label['name']}: {person.country} ({person.country_reason}),"
                f" labelled {known}",
            )

    def _countries(self, case: Case, found: Entities) -> None:
        wanted = set(case.labels["countries"])
        doubtful = set(case.labels.get("countries_also", ()))
        said = {c.code for c in found.countries}
        self.countries.right += len(said & wanted)
        self.countries.wrong += len(said - wanted - doubtful)
        self.countries.missed += len(wanted - said)
        for code in sorted(said - wanted - doubtful):
            self._fail(case, f"no country: {code}")
        for code in sorted(wanted - said):
            self._fail(case, f"missed country: {code}")

    def _fail(self, case: Case, what: str) -> None:
        self.failures.append(f"{case.name}: {what}")


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _name(label: object) -> str:
    return str(label["name"] if isinstance(label, dict) else label)


def _forms(person: PersonMentions) -> set[str]:
    return {fold(form) for form in (person.name, *person.names)}


def _matched(
    labelled: Sequence[dict[str, Any]], found: Sequence[PersonMentions]
) -> Iterator[tuple[dict[str, Any], PersonMentions]]:
    """Pair labels with the people found, each at most once."""
    free = list(found)
    for label in labelled:
        match = next((p for p in free if fold(label["name"]) in _forms(p)), None)
        if match is not None:
            free.remove(match)
            yield label, match


def _office_agrees(labelled: str, found: str | None) -> bool:
    """Whether the printed office holds the labelled one, or the other way round."""
    one, two = fold(labelled), fold(found or "")
    return bool(two) and (one in two or two in one)


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
