"""Make `store/compare/data/relatives.txt` from word vectors, given as the file of GloVe 6B, 50d.

`python -m bench.lists.relatives glove.6B.50d.txt > store/compare/data/relatives.txt`

Two words are related that are printed in the same surroundings: "embargo" and "sanctions", but
"north" and "south" too. The direction that all vectors share and the two strongest ones tell of
grammar and frequency, not of matter, and are taken out first.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from math import log1p
from pathlib import Path
from typing import Any

import numpy as np

from store.compare.words import stem, weight

_WORDS = 12_000
"""Words taken, the commonest first: the vectors of rarer ones are noise."""

_LEADING = 20_000
_MOST = 16
_LEAST = 0.3
_HEAD = """\
# Words that are printed in the same surroundings, by stem: one stem a line, then those related to
# it, the closest first, after a digit for how close they are (tenths of the cosine of their
# vectors). Made by bench/lists/relatives.py from GloVe 6B, 50 numbers a word (Stanford NLP group;
# Public Domain Dedication and License 1.0)."""


def related(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines of the list from those of a file of vectors, the commonest word first."""
    read = [line.split(" ") for _, line in zip(range(_LEADING), lines, strict=False)]
    vectors = np.array([[float(number) for number in row[1:]] for row in read])
    vectors -= vectors.mean(0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    for direction in directions[:2]:
        vectors -= np.outer(vectors @ direction, direction)
    stems, table = _by_stem([row[0] for row in read[:_WORDS]], _normal(vectors))
    likeness = table @ table.T
    np.fill_diagonal(likeness, 0)
    for number in np.argsort(stems):
        nearest = np.argsort(-likeness[number], kind="stable")[:_MOST]
        close = [(int(likeness[number, n] * 10), stems[n]) for n in nearest
                 if likeness[number, n] >= _LEAST]  # fmt: skip
        told = [f"{tenths} {' '.join(word for _, word in same)}"
                for tenths, same in groupby(close, key=lambda one: one[0])]  # fmt: skip
        if told:
            yield " ".join([stems[number], *told])


def _by_stem(words: list[str], vectors: Any) -> tuple[list[str], Any]:
    """Return the stems of telling words, and the vector of each: that of its commonest forms."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for rank, word in enumerate(words):
        if word.isascii() and word.isalpha() and len(word) > 2 and weight(word):
            ranks[stem(word)].append(rank)
    sums = [sum(vectors[r] / (1 + log1p(r)) for r in found[:4]) for found in ranks.values()]
    return list(ranks), _normal(np.array(sums))


def _normal(vectors: Any) -> Any:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


if __name__ == "__main__":
    print(_HEAD)
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        for line in related(iter(file)):
            print(line)
