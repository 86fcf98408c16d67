"""The text below the head: sections of report and comment, and what is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from store.brief import Reading, Section, SectionKind
from store.ingest.boilerplate import is_biography, is_boilerplate, is_tag_tail
from store.ingest.label_cuts import cut_at_labels, end_of_comment
from store.ingest.labels import Label, read_label
from store.ingest.markup import unheaded

_CLOSING = 12


@dataclass(slots=True)
class Body:
    """The sections of one brief in reading order; `reading` says how its comment was told apart."""

    sections: list[Section] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    reading: Reading | None = None

    @property
    def last(self) -> str | None:
        """The last paragraph, None if there is no text."""
        return self.sections[-1].paragraphs[-1] if self.sections else None

    def drop_last(self) -> None:
        """Take the last paragraph out, and its section if that was all."""
        section = self.sections.pop()
        if len(section.paragraphs) > 1:
            self.sections.append(Section(section.kind, section.label, section.paragraphs[:-1]))
        elif section.label:
            self.aside.append(section.label)


@dataclass(slots=True)
class _Open:
    """The section now being filled."""

    kind: SectionKind = "report"
    label: str | None = None
    paragraphs: list[str] = field(default_factory=list)


def read_body(
    paragraphs: Sequence[str], authors: tuple[str, ...] = (), *, one_line: bool = False
) -> Body:
    """Sort paragraphs into sections; a comment runs until another label or its end marker.

    `authors` are the byline's names, by which closing biographies are known; `one_line` says that
    the document was run together, so that labels are looked for inside paragraphs too.
    """
    body = Body()
    kept, closing = _without_closing(paragraphs, authors)
    section = _Open()
    for paragraph in kept:
        for piece in cut_at_labels(paragraph, one_line=one_line):
            section = _sort(body, section, piece)
    _close(body, section)
    body.aside += closing
    return body


def _without_closing(
    paragraphs: Sequence[str], authors: tuple[str, ...]
) -> tuple[Sequence[str], list[str]]:
    """Cut furniture, tags and the author's biography off the end."""
    end = len(paragraphs)
    while end > max(1, len(paragraphs) - _CLOSING) and _is_closing(paragraphs[end - 1], authors):
        end -= 1
    return paragraphs[:end], list(paragraphs[end:])


def _is_closing(paragraph: str, authors: tuple[str, ...]) -> bool:
    return (
        is_boilerplate(paragraph) or is_tag_tail(paragraph) or is_biography(paragraph, authors[:50])
    )


def _sort(body: Body, section: _Open, paragraph: str) -> _Open:
    """Add one paragraph; returns the section that is open after it."""
    if is_boilerplate(paragraph):
        body.aside.append(paragraph)
        return section
    label = read_label(paragraph)
    if label is None or _is_lead_in(section, label):
        return _add(body, section, paragraph)
    _close(body, section)
    if label.after is None:
        return _add(body, _opened(body, label), label.rest)
    _close(body, _add(body, _opened(body, label), label.rest))
    return _add(body, _Open(section.kind, section.label), label.after)


def _is_lead_in(section: _Open, label: Label) -> bool:
    """Whether a report-like word only leads into a paragraph of a comment ("Context: …")."""
    weak = label.kind == "report" and label.confidence != "sure"
    return section.kind == "comment" and weak and bool(label.rest)


def _add(body: Body, section: _Open, paragraph: str) -> _Open:
    """Add text to a section; "End comment" closes it and the report goes on."""
    ended = end_of_comment(paragraph) if section.kind == "comment" else None
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
    return _Open(label.kind, label.text)


def _close(body: Body, section: _Open) -> None:
    """Keep a section that has text; the label of an empty one is set aside, not lost."""
    if section.paragraphs:
        body.sections.append(Section(section.kind, section.label, tuple(section.paragraphs)))
    elif section.label:
        body.aside.append(section.label)
