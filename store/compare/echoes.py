"""Near-identical sentences of several briefs, grouped: five that rest on one are seen as one.

Reports are looked through as well as comments, but a report never echoes a comment. Sentences
that follow each other in all the briefs of a group are one passage.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

from store.brief import SectionKind
from store.entities.sentences import sentence_spans
from store.text import fold, words
from store.views import BriefView

SHORTEST = 8
"""Words that a sentence must have: shorter ones are alike by chance."""

ALIKE = 90.0
"""The least likeness (0..100, rapidfuzz's ratio of the folded words) that makes an echo."""

_SHINGLE = 3
_CROWD = 200  # a run of words in more different sentences than this is a formula, proving nothing
_READ = 100_000  # characters of a brief's text; a hostile file must keep nobody waiting

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraph `number` (from 1) of the report or the comment of brief `id`."""

    id: str
    section: SectionKind
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Echo:
    """A run of sentences: offsets [start, end) into its passage, and which sentence is first."""

    passage: Passage
    start: int
    end: int
    first: int
    last: int

    @property
    def printed(self) -> str:
        """The sentences as they stand in the text."""
        return self.passage.text[self.start : self.end]


def passages_of(brief: BriefView) -> Iterator[Passage]:
    """Yield the paragraphs of a brief; those of the comment are numbered apart from the report."""
    numbers: Counter[SectionKind] = Counter()
    room = _READ
    for section in brief.sections:
        for text in section.paragraphs:
            numbers[section.kind] += 1
            yield Passage(brief.id, section.kind, numbers[section.kind], text[:room])
            room = max(0, room - len(text))


def echoes(passages: Iterable[Passage]) -> list[list[Echo]]:
    """Return the groups of passages of different briefs that are all near-identical.

    The order given does not matter. Of one brief a group may hold several passages.
    """
    holders: dict[tuple[SectionKind, Words], list[Echo]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: (p.id, p.section, p.number)):
        for echo, said in _sentences(passage):
            holders[passage.section, said].append(echo)
    kinds = sorted({section for section, _ in holders})
    found = [group for kind in kinds for group in _groups(kind, holders)]
    return _joined([group for group in found if len({e.passage.id for e in group}) > 1])


def _sentences(passage: Passage) -> Iterator[tuple[Echo, Words]]:
    """Yield the sentences that are long enough to be an echo, with their folded words."""
    for at, (start, end) in enumerate(sentence_spans(passage.text)):
        said = tuple(words(fold(passage.text[start:end])))
        if len(said) >= SHORTEST:
            yield Echo(passage, start, end, at, at), said


def _groups(
    kind: SectionKind, holders: dict[tuple[SectionKind, Words], list[Echo]]
) -> Iterator[list[Echo]]:
    """Yield the groups of one kind of section, each in the order of its briefs."""
    said = sorted(words for section, words in holders if section == kind)
    home: dict[int, list[int]] = {}
    alike = {pair for pair in _candidates(said) if _alike(said, *pair)}
    for one, other in sorted(alike):
        group = home.get(one) or home.get(other) or []
        for member in (one, other):
            # A sentence joins a group only if it is like every member, not through a chain.
            if member in home:
                continue
            if all((min(member, m), max(member, m)) in alike for m in group):
                group.append(member)
                home[member] = group
    together = {id(group): group for group in home.values()}
    alone = ([n] for n in range(len(said)) if n not in home)
    for group in (*together.values(), *alone):
        yield sorted((e for n in group for e in holders[kind, said[n]]), key=_place)


def _place(echo: Echo) -> tuple[str, int, int]:
    return echo.passage.id, echo.passage.number, echo.start


def _candidates(said: Sequence[Words]) -> list[tuple[int, int]]:
    """Return the pairs of sentences that share two runs of three words."""
    holders: dict[Words, list[int]] = defaultdict(list)
    for number, sentence in enumerate(said):
        for shingle in {sentence[i : i + _SHINGLE] for i in range(len(sentence) - 2)}:
            holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= _CROWD:
            shared.update(combinations(numbers, 2))
    return [pair for pair, count in shared.items() if count > 1]


def _alike(said: Sequence[Words], one: int, other: int) -> bool:
    return ratio(" ".join(said[one]), " ".join(said[other]), score_cutoff=ALIKE) >= ALIKE


def _joined(groups: list[list[Echo]]) -> list[list[Echo]]:
    """Put groups together whose sentences follow each other in all their briefs."""
    following: dict[tuple[tuple[Passage, int], ...], list[Echo]] = {}
    found: list[list[Echo]] = []
    for group in sorted(groups, key=lambda group: [_place(echo) for echo in group]):
        before = following.pop(tuple((e.passage, e.first - 1) for e in group), None)
        if before is None:
            before = group
            found.append(before)
        else:
            before[:] = map(_through, before, group)
        following[tuple((e.passage, e.last) for e in before)] = before
    return found


def _through(one: Echo, other: Echo) -> Echo:
    return Echo(one.passage, one.start, other.end, one.first, other.last)
