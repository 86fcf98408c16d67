"""Fit `store/compare/data/link_weights.toml` to the labelled pairs of comments.

`HALVES="development earlier" python -m bench.lists.link_weights` prints the numbers of that file,
and how links fare on each half when the numbers are fitted to the other halves alone.

A logistic regression says how much each kind of shared thing bears on whether a reader links two
paragraphs. What is asked for is then the least evidence that gives the best F1, every paragraph
having one partner in a comment. No kind counts against a link, and a quotation, which the halves
hardly hold, counts as a word does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench import halves
from bench.aligners.scores import score_links
from bench.gold import Counts
from bench.labelled_comments import LabelledPair, Link, labelled_pairs
from store.compare.affinity import Affinities
from store.compare.links import Spoken, are_kin, in_common
from store.compare.paragraphs import FeatureKind, comment_paragraphs

_KINDS: tuple[str, ...] = (*get_args(FeatureKind), "affinity", "kin")
_REGULARISED = 3.0  # scikit-learn's C, on columns of one spread


@dataclass(frozen=True, slots=True)
class Candidates:
    """A labelled pair with a row of evidence, in the order of `_KINDS`, for every possible link."""

    pair: LabelledPair
    links: list[Link]
    evidence: Any


@dataclass(frozen=True, slots=True)
class Fitted:
    """What each kind of evidence says, and how much is asked for; `kin` lessens what is asked."""

    weights: Any
    asked: float

    def strengths(self, one: Candidates) -> Any:
        """Return by how much each candidate passes what is asked of it."""
        return one.evidence @ self.weights - self.asked


def candidates(pair: LabelledPair) -> Candidates:
    """Return the links that a pair may have with the evidence for each."""
    ours, theirs = (comment_paragraphs(view) for view in pair.views)
    kin = float(are_kin(*pair.views))
    links, rows = [], []
    plain = dict.fromkeys(_KINDS, 1.0)
    for common in in_common(Spoken.of(ours), Spoken.of(theirs), Affinities([ours, theirs]), plain):
        sums = dict.fromkeys(_KINDS, 0.0) | {"affinity": common.affinity, "kin": kin}
        for feature, much in common.shared().items():
            sums[feature.kind] += much
        links.append((common.one.paragraph.number, common.other.paragraph.number))
        rows.append([sums[kind] for kind in _KINDS])
    return Candidates(pair, links, np.array(rows).reshape(len(rows), len(_KINDS)))


def fitted(read: Sequence[Candidates]) -> Fitted:
    """Fit the weights to labelled pairs."""
    rows = np.concatenate([one.evidence for one in read])
    right = np.array([link in one.pair.links for one in read for link in one.links])
    sure = np.array([link not in one.pair.doubtful for one in read for link in one.links])
    spread = rows[sure].std(0) + 1e-9
    model = LogisticRegression(C=_REGULARISED, max_iter=5000)
    model.fit(rows[sure] / spread, right[sure])
    weights = np.maximum(model.coef_[0] / spread, 0)
    weights[_KINDS.index("quotation")] = weights[_KINDS.index("words")]
    intercept = -float(model.intercept_[0])
    choices = [Fitted(weights, intercept + step / 10) for step in range(-25, 5)]
    return max(choices, key=lambda one: score(one, read).f1)


def score(fit: Fitted, read: Sequence[Candidates]) -> Counts:
    """Score the links that a fit makes, every paragraph having at most one partner."""
    return score_links([one.pair for one in read], [_best(fit, one) for one in read])


def _best(fit: Fitted, one: Candidates) -> list[Link]:
    strengths = fit.strengths(one)
    taken: set[tuple[str, int]] = set()
    found = []
    for at in np.argsort(-strengths, kind="stable"):
        ours, theirs = one.links[at]
        ends = {("ours", ours), ("theirs", theirs)}
        if strengths[at] >= 0 and not ends & taken:
            taken |= ends
            found.append((ours, theirs))
    return found


def _told(fit: Fitted) -> str:
    """Return a fit as the file holds it: so that 1 is asked of kin."""
    asked = fit.asked - fit.weights[_KINDS.index("kin")]
    lines = ["[asked]", "kin = 1.0", f"strangers = {fit.asked / asked:.2f}", "", "[weights]"]
    told = zip(_KINDS, fit.weights, strict=True)
    return "\n".join([*lines, *(f"{k} = {w / asked:.2f}" for k, w in told if k != "kin")])


def main() -> None:
    """Print the numbers, and what they are worth on the halves they were not fitted to."""
    read = {half: [candidates(pair) for pair in labelled_pairs(half)]
            for half in halves.folders("comparisons")}  # fmt: skip
    for held in read:
        others = [one for half, pairs in read.items() if half != held for one in pairs]
        found = score(fitted(others), read[held])
        print(f"# {held}, fitted to the others: F1 {found.f1:.3f}")
    everything = [one for pairs in read.values() for one in pairs]
    fit = fitted(everything)
    print(f"# fitted to all: F1 {score(fit, everything).f1:.3f}\n{_told(fit)}")


if __name__ == "__main__":
    main()
