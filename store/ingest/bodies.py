"""The text below the head: sections of report and comment, and what is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from store.brief import Reading, Section, SectionKind
from store.ingest.boilerplate import is_boilerplate
from store.ingest.label_cuts import cut_at_labels, end_of_comment
from store.ingest.label_words import is_takeaway
from store.ingest.labels import Label, enumerator, read_label
from store.ingest.markup import is_heading, plain, unheaded
from store.ingest.paragraphs import is_bullet

_LONGEST_TOPIC = 60
_SHORTEST_TEXT = 80


@dataclass(slots=True)
class Body:
    """The sections of one brief in reading order; `reading` says how its comment was told apart."""

    sections: list[Section] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    reading: Reading | None = None


@dataclass(slots=True)
class _Open:
    """The section now being filled; `listed` if it is the list of takeaways above the text."""

    kind: SectionKind = "report"
    label: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    listed: bool = False


def read_body(paragraphs: Sequence[str], *, one_line: bool = False) -> Body:
    """Sort paragraphs into sections; a comment runs until another label or its end marker.

    `one_line` says that the document was run together, so that labels are looked for inside
    paragraphs too.
    """
    body = Body()
    section = _Open()
    labels = [read_label(paragraph) for paragraph in paragraphs]
    returns = _returns(paragraphs, labels)
    for index, paragraph in enumerate(paragraphs):
        if index in returns and section.kind == "comment":
            _close(body, section)
            section = _Open("report", unheaded(plain(paragraph)))
            continue
        for piece, label in _pieces(paragraph, labels[index], section, one_line=one_line):
            section = _sort(body, section, piece, label)
    _close(body, section)
    return body


def _returns(paragraphs: Sequence[str], labels: Sequence[Label | None]) -> set[int]:
    """Return where a heading leads from one comment back to the report, before the next comment."""
    comments = [
        (i, i if label.rest else i + 1)  # where it is, and its first paragraph of text
        for i, label in enumerate(labels)
        if label is not None and label.kind == "comment"
    ]
    return {
        index
        for (_, start), (end, _) in pairwise(comments)
        for index in range(start + 1, end - 1)
        if _is_topic(paragraphs[index]) and len(paragraphs[index + 1]) > _SHORTEST_TEXT
    }


def _is_topic(line: str) -> bool:
    """Whether a line, *between two comments*, is the heading of the next subject."""
    text = plain(line)
    if len(text) > _LONGEST_TOPIC or is_bullet(line) or read_label(line) is not None:
        return False
    return text[:1].isupper() and (is_heading(line) or text[-1].isalnum())


def _pieces(
    paragraph: str, label: Label | None, section: _Open, *, one_line: bool
) -> Iterator[tuple[str, Label | None]]:
    """Cut a paragraph where a comment begins in it; inside a comment the word is only a word.

    Each piece comes with its label; `label` is that of the whole.
    """
    comes = label is not None and label.kind == "comment" and label.after is None
    if section.kind == "comment" or comes:
        yield paragraph, label
        return
    before, *behind = cut_at_labels(paragraph, one_line=one_line)
    yield before, label if before == paragraph else read_label(before)
    if behind:
        rest = " ".join(behind)
        yield rest, read_label(rest)


def _sort(body: Body, section: _Open, paragraph: str, label: Label | None) -> _Open:
    """Add one paragraph with its label; returns the section that is open after it."""
    if is_boilerplate(paragraph):
        body.aside.append(paragraph)
        return section
    if label is None and section.listed and _ends_list(section.paragraphs, paragraph):
        _close(body, section)
        section = _Open()
    if label is not None and label.goes_on and section.kind == "report":
        label = None
    if label is None or _is_lead_in(section, label):
        return _add(body, section, paragraph)
    _close(body, section)
    if number := enumerator(paragraph):
        body.aside.append(number)
    if label.rest and _opens_text(body, label):
        _close(body, _add(body, _opened(body, label), label.rest))
        return _Open()
    if label.after is None:
        return _add(body, _opened(body, label), label.rest)
    _close(body, _add(body, _opened(body, label), label.rest))
    return _add(body, _Open(section.kind, section.label), label.after)


def _ends_list(taken: Sequence[str], paragraph: str) -> bool:
    """Whether the takeaways above the text are over: behind bullets prose or numbers, behind
    prose numbers."""
    if not taken:
        return False
    if not is_bullet(taken[0]):
        return paragraph[:1].isdigit() and is_bullet(paragraph)
    return not is_bullet(paragraph) or taken[0][0].isdigit() != paragraph[0].isdigit()


def _opens_text(body: Body, label: Label) -> bool:
    """Whether a takeaway stands above all the text: it is one paragraph, and the report follows."""
    return not body.sections and label.kind == "comment" and is_takeaway(label.text)


def _is_lead_in(section: _Open, label: Label) -> bool:
    """Whether a report-like word only leads into a paragraph of a comment ("Context: …")."""
    weak = label.kind == "report" and label.confidence != "sure"
    return section.kind == "comment" and weak and bool(label.rest)


def _add(body: Body, section: _Open, paragraph: str) -> _Open:
    """Add text to a section; "End comment" closes it and the report goes on."""
    closable = section.kind == "comment" or section.label is not None
    ended = end_of_comment(paragraph) if closable else None
    text = unheaded(ended[0] if ended else paragraph)
    if text:
        section.paragraphs.append(text)
    if ended is None:
        return section
    body.aside.append(ended[1])
    _close(body, section)
    return _Open()


def _opened(body: Body, label: Label) -> _Open:
    if label.kind == "comment" and body.reading is None:
        body.reading = Reading(label.confidence, label.reason)
    listed = not body.sections and not label.rest and is_takeaway(label.text)
    return _Open(label.kind, label.text, listed=listed)


def _close(body: Body, section: _Open) -> None:
    """Keep a section that has text; the label of an empty one is set aside, not lost."""
    if section.paragraphs:
        body.sections.append(Section(section.kind, section.label, tuple(section.paragraphs)))
    elif section.label:
        body.aside.append(section.label)
