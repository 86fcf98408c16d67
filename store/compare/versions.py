"""What changed between two versions of a brief: the sentences first, then the words within them.

Sentences are paired in reading order. Two that share at least half of their words are one changed
sentence; the others were added or removed. A sentence that stands as it was, but on the other side
of the boundary between report and comment, was moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from store.brief import SectionKind
from store.entities.sentences import sentence_spans
from store.text import word_spans
from store.views import BriefView, Edit, FieldEdit, Place, VersionDiff, WordRun

_ALIKE = 0.5  # of the words, for two sentences to be one that was changed
_LONGEST_SIDE = 400  # sentences on one side of a change beyond which none are paired


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as printed, where it stands, and its words with what stands between them."""

    text: str
    place: Place
    tokens: tuple[str, ...]


def compare_versions(old: BriefView, new: BriefView) -> VersionDiff:
    """Return what `new` changed of `old`: fields that differ, and sentences in reading order."""
    before, after = list(_sentences(old)), list(_sentences(new))
    matcher = SequenceMatcher(None, [s.text for s in before], [s.text for s in after], False)
    changes: list[Edit] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            changes += _moved(before[a:b], after[c:d])
        else:
            changes += _changed(before[a:b], after[c:d])
    return VersionDiff(new.id, old.version, new.version, tuple(_fields(old, new)), tuple(changes))


def _sentences(brief: BriefView) -> Iterator[_Sentence]:
    numbers: Counter[SectionKind] = Counter()
    for section in brief.sections:
        for paragraph in section.paragraphs:
            numbers[section.kind] += 1
            for start, end in sentence_spans(paragraph):
                text = paragraph[start:end]
                place = Place(section.kind, numbers[section.kind], text)
                yield _Sentence(text, place, tuple(_tokens(text)))


def _tokens(text: str) -> Iterator[str]:
    """Yield the words and what stands between them; joined again they are the text."""
    at = 0
    for start, end in word_spans(text):
        if start > at:
            yield text[at:start]
        yield text[start:end]
        at = end
    if at < len(text):
        yield text[at:]


def _moved(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[Edit]:
    for old, new in zip(before, after, strict=True):
        if old.place.section != new.place.section:
            yield Edit("moved", old.place, new.place, ())


def _changed(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[Edit]:
    """Pair the sentences of one stretch; what has no partner was removed or added."""
    pairs = _pairs(before, after)
    a = c = 0
    for i, j in [*pairs, (len(before), len(after))]:
        yield from (Edit("removed", s.place, None, ()) for s in before[a:i])
        yield from (Edit("added", None, s.place, ()) for s in after[c:j])
        if i < len(before):
            runs = tuple(_word_runs(before[i].tokens, after[j].tokens))
            yield Edit("changed", before[i].place, after[j].place, runs)
        a, c = i + 1, j + 1


def _pairs(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> list[tuple[int, int]]:
    """Return the pairs of like sentences in ascending order, each with its nearest partner."""
    if not before or not after or max(len(before), len(after)) > _LONGEST_SIDE:
        return []
    pairs: list[tuple[int, int]] = []
    start = 0
    for i, old in enumerate(before):
        likeness = [(_likeness(old, after[j]), -j) for j in range(start, len(after))]
        best, j = max(likeness, default=(0.0, 0))
        if best >= _ALIKE:
            pairs.append((i, -j))
            start = 1 - j
    return pairs


def _likeness(one: _Sentence, other: _Sentence) -> float:
    matcher = SequenceMatcher(None, one.tokens, other.tokens, False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def _word_runs(before: Sequence[str], after: Sequence[str]) -> Iterator[WordRun]:
    matcher = SequenceMatcher(None, before, after, False)
    for operation, a, b, c, d in matcher.get_opcodes():
        old, new = "".join(before[a:b]), "".join(after[c:d])
        if operation == "equal":
            yield WordRun("same", old)
        else:
            if old:
                yield WordRun("removed", old)
            if new:
                yield WordRun("added", new)


def _fields(old: BriefView, new: BriefView) -> Iterator[FieldEdit]:
    pairs = (
        ("title", old.title, new.title),
        ("date", old.date, new.date),
        ("authors", _authors(old), _authors(new)),
    )
    yield from (FieldEdit(name, was, now) for name, was, now in pairs if was != now)
    labels = zip_longest(_labels(old), _labels(new))
    for was, now in labels:
        if was != now:
            yield FieldEdit("label", was, now)


def _authors(brief: BriefView) -> str | None:
    parts = (
        ", ".join(part for part in (a.name, a.role, a.institution) if part) for a in brief.authors
    )
    return "; ".join(parts) or None


def _labels(brief: BriefView) -> list[str]:
    return [section.label for section in brief.sections if section.label]
