"""Countries, people and pairs of whole briefs."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.brief import Author, Brief, CountryMentions, Section, Span
from store.entities.extract import extract
from store.ingest.layout import read_layout
from store.text import clean

BRIEF = Brief(
    title="Iran and Chad Trade Notes",
    sections=(
        Section(
            "report", None, ("TEHRAN (Example Wire) — Iran's envoy met Chad Maldor in N'Djamena.",)
        ),
        Section("comment", "Comment", ("Chad gains little. Chadian papers agree with Tehran.",)),
    ),
    date="2017-10-20",
    authors=(Author("Georgia Ostrava"),),
)


def test_report_and_comment_are_counted_apart_and_the_title_in_neither() -> None:
    found = {country.code: country for country in extract(BRIEF).countries}
    assert found == {
        "IR": CountryMentions("IR", (Span(0, 0, 4), Span(1, 24, 28), Span(2, 45, 51)), 1, 1),
        "TD": CountryMentions(
            "TD", (Span(0, 9, 13), Span(1, 56, 65), Span(2, 0, 4), Span(2, 19, 26)), 1, 2
        ),
    }


def test_the_countries_come_by_mentions_then_code() -> None:
    assert [country.code for country in extract(BRIEF).countries] == ["TD", "IR"]


def test_the_pair_carries_its_counts() -> None:
    (pair,) = extract(BRIEF).pairs
    assert (pair.pair, pair.main, pair.in_report, pair.in_comment) == ("IR-TD", True, 1, 1)


def test_no_country_stands_inside_a_persons_name() -> None:
    entities = extract(BRIEF)
    people = {
        (s.paragraph, at) for p in entities.people for s in p.spans for at in range(s.start, s.end)
    }
    for country in entities.countries:
        for span in country.spans:
            assert (span.paragraph, span.start) not in people


def test_a_brief_without_text_has_no_entities() -> None:
    entities = extract(Brief(title="", sections=()))
    assert (entities.countries, entities.people, entities.pairs) == ((), (), ())


def test_the_model_brief(model_brief: Path) -> None:
    (brief,) = read_layout(clean(model_brief.read_text(encoding="utf-8")), name=model_brief.name)
    entities = extract(brief)
    assert sorted(country.code for country in entities.countries) == ["IR", "RU", "SY", "US"]
    main = [pair for pair in entities.pairs if pair.main]
    assert [pair.pair for pair in main] == ["IR-RU"]
    assert main[0].in_report >= 5
    assert main[0].in_comment >= 4


@pytest.mark.parametrize("folder", ["fbis", "fbis-uppercase"])
def test_wire_reports_from_latin_america_name_its_countries(real: Path, folder: str) -> None:
    region = {"AR", "BO", "BR", "CL", "CO", "CR", "EC", "GT", "HN", "NI", "PA", "PE", "SV", "US"}
    for path in sorted((real / "texts" / folder).glob("*.txt"))[::10]:
        blocks = tuple(clean(path.read_text(encoding="utf-8", errors="replace")).split("\n\n"))
        brief = Brief(title=blocks[0], sections=(Section("report", None, blocks[1:]),))
        found = {country.code for country in extract(brief).countries}
        assert not found or found & region, path.name
