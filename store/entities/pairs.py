"""The pairs of countries a brief is about, best first.

`score(a, b) = 100 · (0.7 · 2·min(salience) / Σsalience + 0.3 · share of sentences naming both)`.
The salience of a country is the sum of its mentions' weights. A sentence that names k countries
counts 1 / (1 + 0.5·(k - 2)) for each of its pairs, twice in the title; the share is of all the
sentences that name a country.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from store.brief import PairMention, Passage, PassageKind
from store.entities.countries import CountryHit
from store.entities.gazetteer import gazetteer
from store.entities.sentences import sentence_spans

_SALIENCE, _TOGETHER = 0.7, 0.3
_TITLE_WEIGHT = 2.0
_ALONE = 0.15  # below this share of the first country's salience the second is only named
_NEAR = 0.40  # share of the best score that lets a joined pair stand before an unjoined one
_LISTED = 0.40  # share of the first pair's score from which on a pair is listed
_YEARS_AFTER = 2  # a state that ended is still a party in the briefs of the next years
_Codes = tuple[str, str]


@dataclass(slots=True)
class _Sentences:
    """What the sentences say of each pair: value, and how many name both, by kind."""

    total: float = 0.0
    value: defaultdict[_Codes, float] = field(default_factory=lambda: defaultdict(float))
    both: dict[PassageKind, Counter[_Codes]] = field(
        default_factory=lambda: {"title": Counter(), "report": Counter(), "comment": Counter()}
    )


def rank_pairs(
    passages: Sequence[Passage], hits: Sequence[CountryHit], *, year: int | None = None
) -> tuple[PairMention, ...]:
    """Return the pairs, best first, the first one marked as the main one.

    There is none where one country is nearly alone. A state that is no more takes part only in a
    brief of its time: by `year`, the brief's own, or where that is unknown if it is one of the
    two countries named most. Ties are broken by the codes.
    """
    gone = _gone(_salience(hits), year)
    present = [hit for hit in hits if hit.code not in gone]
    salience = _salience(present)
    strongest = sorted(salience.values(), reverse=True)[:2]
    if len(strongest) < 2 or strongest[1] < _ALONE * strongest[0] or not strongest[1]:
        return ()
    sentences = _read_sentences(passages, present)
    scores = _scores(salience, sentences)
    listed = _listed(scores, sentences)
    return tuple(
        PairMention(
            pair="-".join(pair),
            score=round(scores[pair], 1),
            main=rank == 0,
            in_report=sentences.both["report"][pair],
            in_comment=sentences.both["comment"][pair],
        )
        for rank, pair in enumerate(listed)
    )


def _salience(hits: Sequence[CountryHit]) -> dict[str, float]:
    salience: defaultdict[str, float] = defaultdict(float)
    for hit in hits:
        salience[hit.code] += hit.weight
    return salience


def _gone(salience: Mapping[str, float], year: int | None) -> set[str]:
    """Return the states that are no more and that the brief only looks back on."""
    defunct = gazetteer().defunct
    if year is not None:
        return {code for code, end in defunct.items() if year > end + _YEARS_AFTER}
    most = sorted(salience, key=lambda code: (-salience[code], code))[:2]
    return set(defunct) - set(most)


def _scores(salience: Mapping[str, float], sentences: _Sentences) -> dict[_Codes, float]:
    whole = sum(salience.values())
    return {
        pair: 100
        * (
            _SALIENCE * 2 * min(salience[pair[0]], salience[pair[1]]) / whole
            + _TOGETHER * sentences.value[pair] / (sentences.total or 1.0)
        )
        for pair in combinations(sorted(salience), 2)
    }


def _listed(scores: Mapping[_Codes, float], sentences: _Sentences) -> list[_Codes]:
    """Return the pairs to list, best first: those that a sentence names together.

    Two countries that no sentence joins are a pair only when no joined pair comes near them.
    """
    ranked = sorted(scores, key=lambda pair: (-scores[pair], pair))
    joined = [pair for pair in ranked if sentences.value[pair] > 0]
    if not joined or scores[joined[0]] < _NEAR * scores[ranked[0]]:
        joined = [ranked[0], *joined]
    return [pair for pair in joined if scores[pair] >= _LISTED * scores[joined[0]]]


def _read_sentences(passages: Sequence[Passage], hits: Sequence[CountryHit]) -> _Sentences:
    read = _Sentences()
    by_paragraph: dict[int, list[CountryHit]] = {}
    for hit in hits:
        by_paragraph.setdefault(hit.span.paragraph, []).append(hit)
    for passage in passages:
        weight = _TITLE_WEIGHT if passage.kind == "title" else 1.0
        for codes in _named_by_sentence(passage.text, by_paragraph.get(passage.paragraph, [])):
            read.total += weight
            if len(codes) < 2:
                continue
            value = weight / (1 + 0.5 * (len(codes) - 2))
            for pair in combinations(sorted(codes), 2):
                read.value[pair] += value
                read.both[passage.kind][pair] += 1
    return read


def _named_by_sentence(text: str, hits: Sequence[CountryHit]) -> Iterator[set[str]]:
    if not hits:
        return iter(())
    starts = [start for start, _ in sentence_spans(text)]
    named: dict[int, set[str]] = {}
    for hit in hits:
        named.setdefault(bisect_right(starts, hit.span.start), set()).add(hit.code)
    return iter(named.values())
