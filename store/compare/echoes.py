"""Near-identical sentences of several comments, grouped: five that rest on one are seen as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

from store.compare.paragraphs import Paragraph

SHORTEST = 8
"""Words that a sentence must have: shorter ones are alike by chance."""

ALIKE = 90.0
"""The least likeness (0..100, rapidfuzz's ratio of the folded words) that makes an echo."""

_SHINGLE = 3
_CROWD = 200  # a run of words in more sentences than this is a formula and proves nothing


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a comment: offsets [start, end) into its paragraph, and its folded words."""

    paragraph: Paragraph
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def printed(self) -> str:
        """The sentence as it stands in the text."""
        return self.paragraph.text[self.start : self.end]


def sentences_of(paragraph: Paragraph) -> list[Sentence]:
    """Return the sentences of a paragraph that are long enough to be an echo."""
    found = []
    for start, end in paragraph.sentences:
        words = tuple(word.folded for word in paragraph.words_in(start, end))
        if len(words) >= SHORTEST:
            found.append(Sentence(paragraph, start, end, words))
    return found


def echoes(paragraphs: Iterable[Paragraph]) -> list[list[Sentence]]:
    """Return the groups of sentences of different briefs that are all near-identical."""
    sentences = [s for paragraph in paragraphs for s in sentences_of(paragraph)]
    groups: list[list[int]] = []
    grouped: dict[int, list[int]] = {}
    alike = {pair for pair in _candidates(sentences) if _alike(sentences, *pair)}
    for one, other in sorted(alike):
        home = grouped.get(one) or grouped.get(other)
        if home is None:
            home = []
            groups.append(home)
        for member in (one, other):
            # A sentence joins a group only if it is like every member, not through a chain.
            fits = all(tuple(sorted((member, m))) in alike for m in home if m != member)
            if member not in grouped and fits:
                home.append(member)
                grouped[member] = home
    return [[sentences[at] for at in sorted(group)] for group in groups if len(group) > 1]


def _candidates(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return pairs of sentences of different briefs that share two runs of three words."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for shingle in {sentence.words[i : i + _SHINGLE] for i in range(len(sentence.words) - 2)}:
            holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= _CROWD:
            shared.update(combinations(numbers, 2))
    return [
        (one, other)
        for (one, other), count in shared.items()
        if count > 1 and sentences[one].paragraph.id != sentences[other].paragraph.id
    ]


def _alike(sentences: Sequence[Sentence], one: int, other: int) -> bool:
    first, second = " ".join(sentences[one].words), " ".join(sentences[other].words)
    return ratio(first, second, score_cutoff=ALIKE) >= ALIKE
