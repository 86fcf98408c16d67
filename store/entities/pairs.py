"""The pairs of countries a brief is about, best first.

`score(a, b) = 100 · (0.7 · 2·min(salience) / Σsalience + 0.3 · share of sentences naming both)`.
The salience of a country is the sum of its mentions' weights, a mention of one of its people
counting half of one. A sentence that names k countries counts 1 / (1 + 0.5·(k - 2)) for each of
its pairs, less where one of the two is only its scene; two sentences in a row join what they name
half as much. The title and the first paragraph that names a country count double. The share is of
all the sentences that name a country.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from store.brief import PairMention, Passage, PassageKind, PersonMentions
from store.entities.countries import CountryHit
from store.entities.gazetteer import gazetteer
from store.entities.sentences import sentence_spans

_SALIENCE, _TOGETHER = 0.7, 0.3
_TITLE_WEIGHT = 2.0
_LEAD_WEIGHT = 2.0
_PERSON_WEIGHT = 0.5
_IN_A_ROW = 0.5
_ALONE = 0.15  # below this share of the first country's salience the second is only named
_TIE = 0.80  # share of the best score from which on the title's own countries come first
_LISTED = 0.40  # share of the first pair's score from which on a pair is listed
# A first pair below this score is one of many: of which the title names neither, one or both.
_MAIN = (33.0, 28.0, 24.0)
_MAIN_BESIDE_A_GROUP = 45.0
_GROUP = re.compile(r"\b(?:EU|European Union|NATO|African Union|ASEAN|Mercosur|Arab League|GCC)\b")
_ALIKE = 0.90  # share of the first pair's score from which on another one is as good
_LEAST = 21.0  # what ten countries named once each would give; below it a pair says nothing
_MOST = 6  # pairs listed of one brief
_YEARS_AFTER = 2  # a state that ended is still a party in the briefs of the next years
_Codes = tuple[str, str]


class _Mention(NamedTuple):
    """A country at a place: named itself, or by one of its people."""

    code: str
    paragraph: int
    start: int
    weight: float
    named: bool


@dataclass(slots=True)
class _Sentences:
    """What the sentences say of each pair: value, and how many name both, by kind."""

    total: float = 0.0
    value: defaultdict[_Codes, float] = field(default_factory=lambda: defaultdict(float))
    both: dict[PassageKind, Counter[_Codes]] = field(
        default_factory=lambda: {"title": Counter(), "report": Counter(), "comment": Counter()}
    )


def rank_pairs(
    passages: Sequence[Passage],
    hits: Sequence[CountryHit],
    *,
    year: int | None = None,
    people: Sequence[PersonMentions] = (),
) -> tuple[PairMention, ...]:
    """Return the pairs, best first, the first one marked as the main one if it stands out.

    There is none where one country is nearly alone. A state that is no more takes part only in a
    brief of its time: by `year`, the brief's own, or where that is unknown if it is one of the
    two countries named most. Ties are broken by the title, then by the codes.
    """
    gone = _gone(_salience_of_hits(hits), year)
    mentions = _weighed([hit for hit in hits if hit.code not in gone], people)
    salience: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        salience[mention.code] += mention.weight
    strongest = sorted(salience.values(), reverse=True)[:2]
    if len(strongest) < 2 or strongest[1] < _ALONE * strongest[0] or not strongest[1]:
        return ()
    sentences = _read_sentences(passages, mentions)
    scores = _scores(salience, sentences)
    titled = {
        m.code for m in mentions if not m.paragraph and m.weight >= _PERSON_WEIGHT * _TITLE_WEIGHT
    }
    listed = _listed(scores, titled)
    if not listed:
        return ()
    title = next((p.text for p in passages if p.kind == "title"), "")
    stands_out = _stands_out(scores, listed, titled, bool(_GROUP.search(title)))
    return tuple(
        PairMention(
            pair="-".join(pair),
            score=round(scores[pair], 1),
            main=stands_out and not rank,
            in_report=sentences.both["report"][pair],
            in_comment=sentences.both["comment"][pair],
        )
        for rank, pair in enumerate(listed)
    )


def _weighed(hits: Sequence[CountryHit], people: Sequence[PersonMentions]) -> list[_Mention]:
    """Every mention with its weight; only countries that are named themselves take part."""
    named = {hit.code for hit in hits}
    lead = min((h.span.paragraph for h in hits if h.span.paragraph), default=0)
    found = [
        _Mention(
            hit.code, hit.span.paragraph, hit.span.start,
            hit.weight * (_LEAD_WEIGHT if lead and hit.span.paragraph == lead else 1), True,
        )
        for hit in hits
    ]  # fmt: skip
    doubled = {0: _TITLE_WEIGHT, lead: _LEAD_WEIGHT}
    for person in people:
        if person.country in named:
            for span in person.spans:
                weight = _PERSON_WEIGHT * doubled.get(span.paragraph, 1.0)
                code, at = str(person.country), span.paragraph
                found.append(_Mention(code, at, span.start, weight, False))
    return found


def _salience_of_hits(hits: Sequence[CountryHit]) -> dict[str, float]:
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
    whole, total, value = sum(salience.values()), sentences.total or 1.0, sentences.value
    return {
        (a, b): 100
        * (
            _SALIENCE * 2 * min(salience[a], salience[b]) / whole
            + _TOGETHER * value.get((a, b), 0.0) / total
        )
        for a, b in combinations(sorted(salience), 2)
    }


def _listed(scores: Mapping[_Codes, float], titled: set[str]) -> list[_Codes]:
    """Return the pairs to list, best first; of those near the best the title's own come first."""
    ranked = sorted(scores, key=lambda pair: (-scores[pair], pair))
    best = scores[ranked[0]]
    near = [pair for pair in ranked if scores[pair] >= _TIE * best]
    near.sort(key=lambda pair: (-len(titled & set(pair)), -scores[pair], pair))
    rest = [pair for pair in ranked[len(near) :] if scores[pair] >= _LISTED * best]
    return [pair for pair in near + rest if scores[pair] >= _LEAST][:_MOST]


def _stands_out(
    scores: Mapping[_Codes, float], listed: Sequence[_Codes], titled: set[str], group: bool
) -> bool:
    """Whether the first pair is what the brief is about, and not one of several alike.

    A `group` in a title that names one country is the other party: "EU and Cuba …".
    """
    first = scores[listed[0]]
    told = len(titled & set(listed[0]))
    least = _MAIN[told]
    if group and told < 2:
        least = _MAIN_BESIDE_A_GROUP
    rivals = [pair for pair in listed[1:] if scores[pair] >= _ALIKE * first]
    behind = all(len(titled & set(pair)) < told and scores[pair] <= first for pair in rivals)
    return first >= least and (behind or told == 2)


def _read_sentences(passages: Sequence[Passage], mentions: Sequence[_Mention]) -> _Sentences:
    read = _Sentences()
    by_paragraph: dict[int, list[_Mention]] = {}
    for mention in mentions:
        by_paragraph.setdefault(mention.paragraph, []).append(mention)
    for passage in passages:
        if passage.paragraph in by_paragraph:
            _read_passage(read, passage, by_paragraph[passage.paragraph])
    return read


def _read_passage(read: _Sentences, passage: Passage, mentions: Sequence[_Mention]) -> None:
    weight = _TITLE_WEIGHT if passage.kind == "title" else 1.0
    before: tuple[int, Mapping[str, float]] = (-1, {})
    for number, present, named in _by_sentence(passage.text, mentions):
        read.total += weight
        if len(present) > 1:
            value = weight / (1 + 0.5 * (len(present) - 2))
            for a, b in combinations(sorted(present), 2):
                read.value[a, b] += value * min(present[a], present[b])
            for pair in combinations(sorted(named), 2):
                read.both[passage.kind][pair] += 1
        if before[0] == number - 1:
            _join_in_a_row(read, before[1], present, weight)
        before = number, present


def _join_in_a_row(
    read: _Sentences, one: Mapping[str, float], two: Mapping[str, float], weight: float
) -> None:
    """Two sentences in a row join the countries that only one of them names each."""
    crowd = len(one) + len(two) - 1
    for a in one.keys() - two.keys():
        for b in two.keys() - one.keys():
            pair = (a, b) if a < b else (b, a)
            read.value[pair] += _IN_A_ROW * weight / crowd * min(one[a], two[b])


def _by_sentence(
    text: str, mentions: Sequence[_Mention]
) -> Iterator[tuple[int, dict[str, float], set[str]]]:
    """Yield the number of each sentence that tells of countries, their weights, those named."""
    # Where one mention stands alone it does not matter in which sentence.
    starts = [start for start, _ in sentence_spans(text)] if len(mentions) > 1 else []
    found: dict[int, tuple[dict[str, float], set[str]]] = {}
    for mention in mentions:
        number = bisect_right(starts, mention.start)
        if number not in found:
            found[number] = {}, set()
        present, named = found[number]
        code, weight = mention.code, min(1.0, mention.weight)
        if weight > present.get(code, 0.0) or code not in present:
            present[code] = weight
        if mention.named:
            named.add(code)
    for number in sorted(found):
        yield number, *found[number]
