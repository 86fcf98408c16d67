"""Why paragraphs stand on one row, in words that can be checked against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.compare.affinity import Kindred, kindred, word_share
from store.compare.contests import Contest
from store.compare.links import Link, link_weights
from store.compare.paragraphs import Feature, FeatureKind, Paragraph

_AT_MOST = 5  # things named per reason
_TELLING = 0.12  # what adds less to a link is not worth naming, unless there is nothing else


def reasons(links: Sequence[Link], disputes: Iterable[Contest]) -> tuple[str, ...]:
    """Return the reasons of the links of one row, the weightiest first."""
    disputed = sorted({f"{d.kind}s differ: {d.what}" for d in disputes})
    added, labels = _shared(links)
    related = _related(links)
    everything = max([*added.values(), *related.values()], default=0.0)
    least = min(_TELLING, everything)
    told: list[tuple[float, str]] = []
    by_kind: dict[FeatureKind, list[Feature]] = defaultdict(list)
    for feature in sorted(added, key=lambda f: (-added[f], f)):
        if added[feature] >= least:
            by_kind[_named_as(feature, labels).kind].append(feature)
    for kind, features in by_kind.items():
        named = [labels[_named_as(feature, labels)] for feature in features]
        told.append((sum(added[f] for f in features), _said(kind, named)))
    words = [pair for pair in related if related[pair] >= least]
    if words:
        words.sort(key=lambda pair: (-related[pair], pair))
        told.append((sum(related[pair] for pair in words), _said("related words", words)))
    return (*disputed, *(text for _, text in sorted(told, key=lambda one: (-one[0], one[1]))))


def _said(kind: str, named: Iterable[str]) -> str:
    return f"{kind}: {', '.join([*dict.fromkeys(named)][:_AT_MOST])}"


def _shared(links: Iterable[Link]) -> tuple[dict[Feature, float], dict[Feature, str]]:
    """Return what each shared thing adds to the strongest of the links, and how it is printed."""
    added: dict[Feature, float] = defaultdict(float)
    labels: dict[Feature, str] = {}
    for link in links:
        alike = word_share(link.one, link.other) * link_weights()["affinity"]
        for feature, much in link.common.shared().items():
            if feature.kind == "words":
                much += alike * min(link.one.features[feature], link.other.features[feature])
            added[feature] = max(added[feature], much)
            label = min(_labels(feature, link.one, link.other), key=_short)
            labels[feature] = min(label, labels.get(feature, label), key=_short)
    return added, labels


def _related(links: Iterable[Link]) -> dict[str, float]:
    """Return pairs of related words as they are told, with what each adds."""
    found: dict[str, float] = defaultdict(float)
    for pair in _kindred(links):
        text = " ~ ".join(sorted((pair.one, pair.other)))
        found[text] = max(found[text], pair.much * link_weights()["affinity"])
    return found


def _kindred(links: Iterable[Link]) -> Iterator[Kindred]:
    for link in links:
        yield from kindred(link.one, link.other)


def _short(label: str) -> tuple[int, str]:
    return len(label), label


def _labels(feature: Feature, *paragraphs: Paragraph) -> list[str]:
    return [paragraph.labels[feature] for paragraph in paragraphs]


def _named_as(feature: Feature, labels: Mapping[Feature, str]) -> Feature:
    """Return a word as the name that it is, where both paragraphs print it as one."""
    name = Feature("names", feature.key)
    return name if feature.kind == "words" and name in labels else feature
