"""Fit `store/compare/data/rival_weights.toml` to the labelled pairs of comments.

`HALVES="development earlier" python -m bench.lists.rival_weights` prints the numbers of that file,
and how disagreements fare on each half when the numbers are fitted to the other halves alone.

A logistic regression says how much each kind of evidence bears on whether a reader calls two claims
a disagreement. What is asked for is then as little as keeps the precision asked for, or a little
above it, since a half that is not fitted to does worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench import halves
from bench.gold import Counts
from bench.labelled_comments import Dispute, LabelledPair, labelled_pairs
from store.compare.affinity import Affinities
from store.compare.claims import Claim, claims_of
from store.compare.contests import candidates
from store.compare.links import Spoken, are_kin, links_between
from store.compare.paragraphs import Paragraph, comment_paragraphs
from store.compare.rivalry import EVIDENCE
from store.compare.sheet import by_one_hand

_PRECISION = 0.95
_REGULARISED = 0.3  # scikit-learn's C, on columns of one spread

Ends = tuple[tuple[str, int, int], tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Rivals:
    """A labelled pair with a row of evidence, in the order of `EVIDENCE`, for every candidate.

    `ends` says where both claims of each stand, `right` whether a reader calls it a disagreement.
    """

    pair: LabelledPair
    ends: list[Ends]
    evidence: Any
    right: Any


def rivals(pair: LabelledPair) -> Rivals:
    """Return the disagreements that a pair may have with the evidence for each."""
    ours, theirs = (comment_paragraphs(view) for view in pair.views)
    kin = are_kin(*pair.views)
    spoken = Spoken.of(ours), Spoken.of(theirs)
    links = links_between(*spoken, Affinities([ours, theirs]), kin=kin)
    strength = {link.places: link.strength for link in links}

    def link_of(one: Paragraph, other: Paragraph) -> float:
        return strength.get(((one.id, one.number), (other.id, other.number)), 0.0)

    here, there = ([claim for p in comment for claim in claims_of(p)] for comment in (ours, theirs))
    found = list(candidates(here, there, link_of, successive=by_one_hand(*pair.views)))
    rows = [[evidence[kind] for kind in EVIDENCE] for _, _, evidence in found]
    return Rivals(
        pair,
        [(one.where, other.where) for one, other, _ in found],
        np.array(rows).reshape(len(rows), len(EVIDENCE)),
        np.array([any(_tells(d, one, other) for d in pair.disputes) for one, other, _ in found]),
    )


def _tells(dispute: Dispute, one: Claim, other: Claim) -> bool:
    sides = ((one, *dispute.one), (other, *dispute.other))
    return one.kind == dispute.kind and all(_stands_in(*side) for side in sides)


def _stands_in(claim: Claim, paragraph: int, text: str) -> bool:
    start = claim.paragraph.text.find(text)
    overlap = start < claim.value.end and claim.value.start < start + len(text)
    return claim.paragraph.number == paragraph and start >= 0 and overlap


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weight of each kind of evidence, and how much is asked for."""

    weights: Any
    asked: float


def fitted(read: Sequence[Rivals]) -> Fitted:
    """Fit the weights to labelled pairs."""
    rows = np.concatenate([one.evidence for one in read])
    right = np.concatenate([one.right for one in read]).astype(bool)
    spread = rows.std(0) + 1e-9
    model = LogisticRegression(C=_REGULARISED, max_iter=5000).fit(rows / spread, right)
    weights, least = model.coef_[0] / spread, -float(model.intercept_[0])
    choices = [Fitted(weights, least + step / 20) for step in range(-50, 50)]
    scores = [(score(one, read), one) for one in choices]
    good = [(counts.recall, one.asked, one) for counts, one in scores
            if counts.precision >= _PRECISION]  # fmt: skip
    return max(good, key=lambda one: one[:2])[2]


def score(fit: Fitted, read: Sequence[Rivals]) -> Counts:
    """Score the disagreements that a fit finds, every claim having at most one rival."""
    right = wrong = missed = 0
    for one in read:
        kept = _best(one.evidence @ fit.weights - fit.asked, one.ends)
        hits = sum(bool(one.right[at]) for at in kept)
        right += hits
        wrong += len(kept) - hits
        missed += len(one.pair.disputes) - hits
    return Counts(right, wrong, missed)


def _best(surety: Any, ends: Sequence[Ends]) -> list[int]:
    taken: set[tuple[str, int, int]] = set()
    kept = []
    for at in np.argsort(-surety, kind="stable"):
        if surety[at] >= 0 and taken.isdisjoint(ends[at]):
            taken |= {*ends[at]}
            kept.append(int(at))
    return kept


def main() -> None:
    """Print the numbers, and what they are worth on the halves they were not fitted to."""
    read = {half: [rivals(pair) for pair in labelled_pairs(half)]
            for half in halves.folders("comparisons")}  # fmt: skip
    for held in read:
        others = [one for half, pairs in read.items() if half != held for one in pairs]
        found = score(fitted(others), read[held])
        told = f"precision {found.precision:.3f}, recall {found.recall:.3f}"
        print(f"# {held}, fitted to the others: {told}")
    everything = [one for pairs in read.values() for one in pairs]
    fit = fitted(everything)
    found = score(fit, everything)
    print(f"# fitted to all: precision {found.precision:.3f}, recall {found.recall:.3f}\n[weights]")
    for kind, weight in zip(EVIDENCE, fit.weights, strict=True):
        print(f"{kind} = {weight:.2f}")
    print(f"asked = {fit.asked:.2f}")


if __name__ == "__main__":
    main()
