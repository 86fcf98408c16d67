"""Paragraphs linked by the cosine of their TF-IDF vectors, with scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer

from bench.labelled_comments import LabelledPair, Link


def likenesses(pairs: Sequence[LabelledPair]) -> list[dict[Link, float]]:
    """Return the likeness (0..1) of every paragraph of one comment to every one of the other.

    English stop words are left out and counts are damped, which is this measure at its best here.
    Words are weighed over all paragraphs of `pairs`.
    """
    texts = [text for pair in pairs for comment in pair.comments for text in comment]
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit(texts)
    found = []
    for pair in pairs:
        one, other = (vectors.transform(comment) for comment in pair.comments)
        table = (one @ other.T).toarray()
        found.append(
            {(i + 1, j + 1): float(x) for i, row in enumerate(table) for j, x in enumerate(row)}
        )
    return found
