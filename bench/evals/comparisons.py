"""How well comments are aligned and their disagreements found, beside two baselines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bench import halves
from bench.aligners import cosine, witnesses
from bench.aligners.scores import linked_by_rows, score_disputes, score_links
from bench.gold import Counts
from bench.labelled_comments import LabelledPair, Link, labelled_pairs
from bench.results import table

TITLE = "Side by side: comments aligned, and what disagrees"

_STEPS = 200
_BASELINES: Mapping[str, Callable[[Sequence[LabelledPair]], list[dict[Link, float]]]] = {
    "TF-IDF cosine (scikit-learn)": cosine.likenesses,
    "token alignment (collatex)": witnesses.likenesses,
}
_TARGETS = """
Asked: F1 of links ≥ .85 and ≥ .10 above the better baseline; precision of disagreements ≥ .9 at
recall ≥ .7. Links of paragraphs are scored one by one, all pairs of a half together; those a
reader called doubtful count neither way. A disagreement is right when it is of the right kind and
both its values and both its paragraphs are those labelled. The thresholds of the baselines are the
best for the development half.
"""
_TRIED = """
**Not reached: F1 .85 of links, and both figures of disagreements; more than .10 above the better
baseline was reached on the earlier half, not on the set-aside one.** Each of the two was scored
once with the same frozen rules. The set-aside half is the harder one for every aligner; its
disagreements are mostly missed. Tried before, on the development half only: a list of common words
in place of ranks, and no topics (F1 .75); topics at twice their weight (.81); a second partner that
is far weaker than the best (.77 to .80). Word vectors (GloVe, 50 numbers a word) in place of topics
gave .87 there, .89 by sentences, vectors drawn from a sentence model .80; they take more than 1 MB,
and a link could no longer say in words why it was made, so they were left out. What the development
half misses is mostly one thing said in wholly other words, and of figures, fractions in words
("three quarters") and numbers whose sentences share nothing else.
"""


def run() -> str:
    """Score both halves and return the tables."""
    pairs_of = {half: labelled_pairs(half) for half in halves.folders("comparisons")}
    aligners = {"Dateline": [_row(half, _dateline(p)) for half, p in pairs_of.items()]}
    for name, likenesses in _BASELINES.items():
        found = {half: likenesses(pairs) for half, pairs in pairs_of.items()}
        least = _best_threshold(pairs_of["development"], found["development"])
        scores = {
            half: score_links(pairs, _over(found[half], least)) for half, pairs in pairs_of.items()
        }
        aligners[name] = [_row(half, score) for half, score in scores.items()]
    links = [[name, *row] for name, rows in aligners.items() for row in rows]
    disputes = [["Dateline", *_row(half, score_disputes(p))] for half, p in pairs_of.items()]
    head = ("half", "precision", "recall", "F1", "right", "wrong", "missed")
    counts = ", ".join(f"{len(pairs)} pairs in {half}" for half, pairs in pairs_of.items())
    return "\n".join([
        f"{counts}.{_TARGETS}", table(("links of paragraphs", *head), links),
        table(("figures and dates that disagree", *head), disputes),
        _TRIED.strip(),
    ])  # fmt: skip


def _dateline(pairs: Sequence[LabelledPair]) -> Counts:
    return score_links(pairs, [linked_by_rows(pair) for pair in pairs])


def _row(half: str, score: Counts) -> list[object]:
    shares = [score.precision, score.recall, score.f1]
    return [half, *shares, score.right, score.wrong, score.missed]


def _best_threshold(pairs: Sequence[LabelledPair], found: list[dict[Link, float]]) -> float:
    """Return the least likeness (0..1) that gives the best F1."""
    steps = [step / _STEPS for step in range(1, _STEPS)]
    return max(steps, key=lambda least: score_links(pairs, _over(found, least)).f1)


def _over(found: list[dict[Link, float]], least: float) -> list[list[Link]]:
    return [[link for link, likeness in one.items() if likeness >= least] for one in found]
