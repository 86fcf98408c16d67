"""Which words open a section, and of which kind: the contract's list with its close variants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from store.brief import SectionKind
from store.text import fold, words

_COMMENT = frozenset((
    "comment", "comments", "commentary", "analysis", "analyses", "assessment", "assessments",
    "outlook", "implications", "implication", "takeaway", "takeaways", "key takeaway",
    "key takeaways", "key judgment", "key judgments", "key judgement", "key judgements",
    "judgment", "judgement", "bluf", "bottom line", "bottom line up front",
    "bluf bottom line up front", "bottom line up front bluf", "why it matters",
    "why this matters", "what it means", "what this means", "so what", "significance",
    "conclusion", "conclusions", "concluding remarks", "concluding comment", "recommendation",
    "recommendations", "forecast", "prognosis", "takeaway line", "analyst view", "our take",
    "our view", "what to watch", "what to watch for", "looking ahead",
    "what comes next", "what s next", "whats next", "what next", "what to expect", "my take",
    "what does it mean", "what does this mean", "why does it matter", "so what now", "the take",
    "what happens next", "road ahead", "way forward", "way ahead", "final thoughts",
    "closing thoughts", "concluding thoughts", "analyst note", "analysts note", "analyst s note",
    "analyst s view", "analysts view", "between the lines", "big picture", "upshot",
    "prospects", "looking forward", "what we think", "what we make of it",
    # the same in other languages that briefs come in
    "commentaire", "commentaires", "analyse", "perspectives", "recommandations", "kommentar",
    "bewertung", "einschatzung", "ausblick", "fazit", "schlussfolgerung", "schlussfolgerungen",
    "comentario", "comentarios", "analisis", "valoracion", "conclusiones", "recomendaciones",
    "comentariu", "concluzii", "komentar", "analiza", "zakljucak", "procena", "procjena",
    "komentarz", "wnioski", "ocena", "commentaar", "conclusie", "коментар", "анализа", "закључак",
    "процена", "аналіз", "висновки", "تفسیر", "دیدگاه",
    "commento", "analisi", "valutazione", "conclusioni", "analise", "yorum", "degerlendirme",
    "комментарии", "анализ", "оценка", "вывод", "выводы", "прогноз", "تعليق", "تحليل", "تحلیل",
))  # fmt: skip
_REPORT = frozenset((
    "summary", "executive summary", "summary of events", "key points", "key point", "key findings",
    "key developments", "key facts",
    "latest developments", "recent developments", "developments",
    "latest development", "background", "context", "toplines", "introduction", "overview", "report",
    "reporting", "facts", "abstract", "key events", "main developments", "main points", "in brief",
    "details", "timeline", "chronology", "trends", "what happened", "news summary", "event",
    "events", "the news",
))  # fmt: skip
# Neither judgement nor news: apparatus that closes a comment when it has a heading of its own.
_APPARATUS = frozenset((
    "notes", "endnotes", "footnotes", "references", "sources", "bibliography", "further reading",
    "annex", "appendix", "glossary", "methodology",
))  # fmt: skip
_QUALIFIERS = frozenset((
    "special", "analyst", "analysts", "expert", "experts", "author", "authors", "editor",
    "editors", "editorial", "our", "my", "brief", "short", "final", "concluding", "closing",
    "initial", "preliminary", "strategic", "political", "military", "economic", "security",
    "regional", "overall", "general", "policy", "key", "main", "further", "additional",
    "critical", "quick", "staff", "next", "steps", "analytical", "the", "and", "s", "risk",
    "threat",
    "intelligence",
    "near", "term", "long",
))  # fmt: skip
_CORES = frozenset((
    "comment", "comments", "analysis", "assessment", "assessments", "outlook", "implications",
    "conclusion", "conclusions", "recommendations", "recommendation", "takeaway", "takeaways",
    "forecast", "judgments", "judgements",
))  # fmt: skip
_CONTRACT = (_COMMENT - {"comments", "commentary"}) | {
    "summary", "executive summary", "key points", "latest developments", "background",
}  # fmt: skip
_NOT_LABELS = frozenset(("no comment", "no comments", "editor", "end comment", "end comments"))


# "My key points are as follows:"
_AS_FOLLOWS = re.compile(r"^(?:my|our) (?=key|main)| (?:are|were)(?: as follows| these)?$")
# What the profile of the house that is being read adds.
_HOUSE: ContextVar[Mapping[str, SectionKind]] = ContextVar("labels of a house", default={})  # noqa: B039


@contextmanager
def of_house(labels: Iterable[tuple[str, SectionKind]]) -> Iterator[None]:
    """Let a house's own label words count while its text is read."""
    token = _HOUSE.set({_normal(word): kind for word, kind in labels})
    try:
        yield
    finally:
        _HOUSE.reset(token)


def kind_of(label: str, *, heading: bool = False) -> SectionKind | None:
    """Return what sort of section `label` opens, None if it is no section label.

    `heading` says that it stands alone on its line, where apparatus ("Notes") counts too.
    """
    name = _normal(label)
    if name in _HOUSE.get():
        return _HOUSE.get()[name]
    if name in _NOT_LABELS or any(map(str.isdigit, name)):
        return None
    name = _AS_FOLLOWS.sub("", name)
    if name in _COMMENT:
        return "comment"
    if name in _REPORT or (heading and name in _APPARATUS):
        return "report"
    if name.startswith(("trends for ", "trends in ")) and len(name.split()) <= 5:
        return "report"
    return "comment" if _qualified(name.split()) else None


def is_takeaway(label: str) -> bool:
    """Whether `label` opens what is put first in a few words: BLUF, bottom line, key takeaway."""
    name = _normal(label)
    return "takeaway" in name or "bluf" in name or name.startswith("bottom line")


def _qualified(name: list[str]) -> bool:
    """Whether `name` is "Analyst's Comment", or "Implications for Iraq"."""
    if not 2 <= len(name) <= 8:
        return False
    first, last = name[0], name[-1]
    if first in _CORES and name[1] in {"for", "and"}:
        listed = len(name) > 2 and name[2] in _QUALIFIERS | _CORES
        return name[1] == "for" or (len(name) <= 4 and listed)
    return last in _CORES and all(word in _QUALIFIERS or word in _CORES for word in name[:-1])


def is_contract(label: str) -> bool:
    """Whether `label` is one of the contract's or the house's own words, not only close to one."""
    name = _normal(label)
    return name in _CONTRACT or name in _HOUSE.get() or _qualified(name.split())


def _normal(label: str) -> str:
    return " ".join(words(fold(label))).removeprefix("the ")
