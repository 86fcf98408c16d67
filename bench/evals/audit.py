"""Whether any word of a source is lost: it is in the brief, in what was set aside, or in a problem.

Words are counted, so one printed twice has to be held twice; only a title that is printed again
and the words of the form itself ("By", "Author:") need not be, and a word cut in two at the end of
a line is held by the whole word. Read are the real texts, where they are at hand, and the labelled
layouts that are plain text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import halves
from bench.results import SHARED, table
from store.brief import Brief
from store.ingest.character_entities import without_entities
from store.ingest.fields import FIELD_NAMES
from store.ingest.layout import read_layout
from store.ingest.leftovers import FORM_WORDS
from store.ingest.paragraphs import squeeze
from store.ingest.readers import plain
from store.text import words

TITLE = "Audit of words"
_PLAIN = {".txt", ".md"}
_CUT = re.compile(r"([^\W\d_]+)-[ \t]*\n[ \t]*([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Audit:
    """One set of files: how many there are, briefs and words read from them, and what was lost."""

    files: int
    briefs: int
    words: int
    aside: int
    lost: dict[str, Counter[str]]


def run() -> str:
    """Audit every set of texts and list what was lost, file by file."""
    audits = {name: audit(list(_files(folder))) for name, folder in _folders().items()}
    rows = [
        (name, a.files, a.briefs, a.words, a.aside, sum(map(Counter.total, a.lost.values())))
        for name, a in audits.items()
    ]
    told = table(["texts", "files", "briefs", "words", "set aside", "lost"], rows)
    lost = [
        f"* {name}/{file}: {' '.join(list(gone)[:20])}"
        for name, a in audits.items()
        for file, gone in a.lost.items()
    ]
    absent = "" if SHARED.exists() else "\nThe real texts are not at hand (DATELINE_REAL).\n"
    return "\n".join([told, absent, *(["Lost:\n", *lost] if lost else ["No word was lost."])])


def _folders() -> dict[str, Path]:
    real = {p.name: p for p in sorted((SHARED / "texts").glob("*")) if p.is_dir()}
    model = {f"the model brief, {p.stem}": p for p in SHARED.glob("*.txt")}
    own = {f"layouts, {half}": place for half, place in halves.folders("layouts").items()}
    return {**model, **real, **own}


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
    else:
        yield from sorted(p for p in folder.iterdir() if p.suffix in _PLAIN)


def audit(paths: list[Path]) -> Audit:
    """Read files and count what became of their words."""
    lost: dict[str, Counter[str]] = {}
    briefs = total = aside = 0
    for path in paths:
        text = without_entities(plain.read(path.read_bytes()))
        read = read_layout(text, name=path.name)
        source = Counter(words(squeeze(_uncut(text, read))))
        briefs += len(read)
        total += source.total()
        aside += sum(len(words(line)) for brief in read for line in brief.boilerplate)
        if gone := missing(source, read):
            lost[path.name] = gone
    return Audit(len(paths), briefs, total, aside, lost)


def _uncut(text: str, briefs: list[Brief]) -> str:
    """Return a text with the words put together that the reader put together at a line's end."""
    held = {word for brief in briefs for part in _texts(brief) for word in words(part)}

    def whole(found: re.Match[str]) -> str:
        word = f"{found[1]}{found[2]}"
        return word if word in held else found[0]

    return _CUT.sub(whole, text)


def missing(source: Counter[str], briefs: list[Brief]) -> Counter[str]:
    """Return the words of a source that nothing holds."""
    held: Counter[str] = Counter()
    titles: set[str] = set()
    for brief in briefs:
        titles.update(words(brief.title))
        for text in _texts(brief):
            held.update(words(text))
    gone = source - held
    form = FORM_WORDS | {word for name in FIELD_NAMES for word in words(name)}
    return Counter({w: n for w, n in gone.items() if w not in titles and w.lower() not in form})


def _texts(brief: Brief) -> Iterator[str]:
    yield from (passage.text for passage in brief.passages())
    yield from (section.label for section in brief.sections if section.label)
    yield from brief.boilerplate
    yield from {part for a in brief.authors for part in (a.name, a.role, a.institution) if part}
    yield brief.date_text or ""
    for problem in brief.problems:
        yield f"{problem.reason} {problem.guess or ''}"
