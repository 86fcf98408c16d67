"""Why paragraphs stand on one row, in words that can be checked against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from store.compare.contests import Contest
from store.compare.links import Link
from store.compare.paragraphs import Feature, FeatureKind, Paragraph

_SAID: Mapping[FeatureKind, str] = {
    "people": "people", "countries": "countries", "quotation": "quotation", "figure": "figure",
    "date": "date", "names": "names", "words": "words", "topics": "topics",
}  # fmt: skip
_AT_MOST = 5  # things named per reason
_TELLING = 0.12  # what adds less to a link is not worth naming, unless there is nothing else


def reasons(links: Iterable[Link], disputes: Iterable[Contest]) -> tuple[str, ...]:
    """Return the reasons of the links of one row, the weightiest first."""
    added: dict[Feature, float] = defaultdict(float)
    labels: dict[Feature, str] = {}
    for link in links:
        for feature, much in link.shared.items():
            added[feature] = max(added[feature], much)
            label = min(_labels(feature, link.one, link.other), key=lambda text: (len(text), text))
            labels[feature] = min(label, labels.get(feature, label), key=lambda t: (len(t), t))
    telling = {f: much for f, much in added.items() if much >= _TELLING} or added
    by_kind: dict[FeatureKind, list[Feature]] = defaultdict(list)
    for feature in sorted(telling, key=lambda f: (-telling[f], f)):
        by_kind[_named_as(feature, labels).kind].append(feature)
    kinds = sorted(by_kind, key=lambda kind: (-sum(telling[f] for f in by_kind[kind]), kind))
    shared = [f"{_SAID[kind]}: {_listed(by_kind[kind], labels)}" for kind in kinds]
    disputed = sorted({f"{d.kind}s differ: {d.what}" for d in disputes})
    return (*disputed, *shared)


def _labels(feature: Feature, *paragraphs: Paragraph) -> list[str]:
    return [paragraph.labels[feature] for paragraph in paragraphs]


def _named_as(feature: Feature, labels: Mapping[Feature, str]) -> Feature:
    """Return a word as the name that it is, where both paragraphs print it as one."""
    name = Feature("names", feature.key)
    return name if feature.kind == "words" and name in labels else feature


def _listed(features: list[Feature], labels: Mapping[Feature, str]) -> str:
    named = dict.fromkeys(labels[_named_as(feature, labels)] for feature in features)
    return ", ".join(list(named)[:_AT_MOST])
