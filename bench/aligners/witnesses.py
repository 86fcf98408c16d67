"""Paragraphs linked by the tokens that collatex aligns in two comments taken as witnesses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from collatex import Collation, collate

from bench.labelled_comments import LabelledPair, Link

_WORD = re.compile(r"\w+")


def likenesses(pairs: Sequence[LabelledPair]) -> list[dict[Link, float]]:
    """Return the share (0..1) of the shorter paragraph's words that are aligned with the other's.

    Words are given in lower case and without punctuation, which collatex is known to trip over.
    """
    return [_likeness(*pair.comments) for pair in pairs]


def _likeness(one: Sequence[str], other: Sequence[str]) -> dict[Link, float]:
    ours, theirs = _words(one), _words(other)
    aligned = Counter(_aligned(ours, theirs))
    return {
        link: count / min(len(ours[link[0] - 1]), len(theirs[link[1] - 1]))
        for link, count in aligned.items()
    }


def _words(comment: Sequence[str]) -> list[list[str]]:
    return [_WORD.findall(text.lower()) or [""] for text in comment]


def _aligned(ours: list[list[str]], theirs: list[list[str]]) -> list[Link]:
    """Return the paragraphs of both sides for every pair of words that collatex aligns."""
    collation = Collation()
    for name, words in (("one", ours), ("other", theirs)):
        tokens = [{"t": f"{word} ", "n": word} for paragraph in words for word in paragraph]
        collation.add_witness({"id": name, "tokens": tokens})
    table: Any = collate(collation, segmentation=False)
    at = {"one": 0, "other": 0}
    ends = {n: list(accumulate(map(len, w))) for n, w in (("one", ours), ("other", theirs))}
    links = []
    for column in table.columns:
        there = column.tokens_per_witness
        if len(there) == 2 and len({t[0].token_data["n"] for t in there.values()}) == 1:
            one, other = (bisect_right(ends[name], at[name]) + 1 for name in ("one", "other"))
            links.append((one, other))
        for name in there:
            at[name] += 1
    return links
