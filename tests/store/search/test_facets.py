"""Facets: counts of what the briefs found are about, and narrowing by them."""

from __future__ import annotations

import pytest

from store.library import Library
from store.search.narrowing import exclude, include

QUERIES = ["", "iran", "sanctions ", "pair:IR-RU", "russia OR wine "]


def ids(library: Library, query: str) -> set[str]:
    return {r.id for r in library.search(query, limit=1000).results}


@pytest.mark.parametrize("query", QUERIES)
def test_every_facet_counts_what_its_term_finds(library: Library, query: str) -> None:
    found = library.facets(query)
    assert found.total == found.counted == len(ids(library, query))
    assert {f.kind for f in found.facets} >= {"country", "pair", "year", "analyst"}
    for facet in (f for f in found.facets if f.term not in query):
        narrowed = include(query, facet.term)
        assert len(ids(library, narrowed)) == facet.briefs, narrowed


@pytest.mark.parametrize("query", QUERIES)
def test_including_and_excluding_part_the_results(library: Library, query: str) -> None:
    whole = ids(library, query)
    for facet in (f for f in library.facets(query).facets if f.term not in query):
        within = ids(library, include(query, facet.term))
        without = ids(library, exclude(query, facet.term))
        assert within | without == whole
        assert not within & without


def test_facets_follow_the_scope(library: Library) -> None:
    found = library.facets("the", scope="pair:IR-RU")
    assert found.total == library.search("the", scope="pair:IR-RU").total
    assert all(f.briefs <= found.total for f in found.facets)


@pytest.mark.parametrize(
    ("query", "included", "excluded"),
    [
        ("", "pair:IR-RU ", "-pair:IR-RU "),
        ("shoigu", "pair:IR-RU shoigu", "-pair:IR-RU shoigu"),
        ("a OR b", "pair:IR-RU (a OR b", "-pair:IR-RU (a OR b"),
        ("pair:IR-RU shoigu", "shoigu", "-pair:IR-RU shoigu"),
        ("-pair:IR-RU shoigu", "pair:IR-RU shoigu", "shoigu"),
    ],
)
def test_a_term_goes_in_turns_round_and_comes_out(query: str, included: str, excluded: str) -> None:
    assert include(query, "pair:IR-RU") == included
    assert exclude(query, "pair:IR-RU") == excluded
