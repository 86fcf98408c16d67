"""From the text of a file to its briefs: who wrote what when, and what is report or judgement.

The model is: title, "By NAME | role - institution | date", the title again, report paragraphs,
and a paragraph that opens with "Comment:", which runs to the end. The rooms beside this one each
know one thing about it (dates, bylines, labels …); here they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from store.brief import Brief, Confidence, Problem, Reading
from store.ingest.bodies import Body, read_body
from store.ingest.bylines import read_byline, says_by
from store.ingest.character_entities import without_entities
from store.ingest.closings import read_closing
from store.ingest.date_forms import Dated
from store.ingest.datelines import cut_dateline, read_dateline
from store.ingest.dates import date_at_end, date_at_start, find_date, only_date, settle
from store.ingest.digests import Item, split_items
from store.ingest.fields import Fields, split_front_matter
from store.ingest.heads import Head, read_head
from store.ingest.leftovers import leftover
from store.ingest.markup import without_links
from store.ingest.paragraphs import paragraphs
from store.ingest.running_heads import without_running_heads
from store.ingest.titles import could_be_title, title_from_text

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def read_layout(text: str, *, name: str | None = None) -> list[Brief]:
    """Read the briefs in `text`, which is decoded and cleaned; never raises on any text.

    `name` is the file's name, used only where the text itself gives no date. A text without a
    word gives no brief; anything else gives at least one, with what is doubtful in `problems`.
    """
    if _LETTER_OR_DIGIT.search(text) is None:
        return []
    fields, rest = split_front_matter(without_entities(text))
    found = _unlinked(paragraphs(rest), fields)
    starts = _starts(found)
    if len(starts) < 2:
        return _read_document(found, fields, name)
    briefs: list[Brief] = []
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        briefs += _read_document(found[start:end], fields if start == 0 else Fields(), name)
    return briefs


def _unlinked(found: list[str], fields: Fields) -> list[str]:
    """Return the paragraphs without the targets of Markdown links, which are set aside."""
    if not any("](" in paragraph for paragraph in found):
        return found
    read = [without_links(paragraph) for paragraph in found]
    fields.aside += dict.fromkeys(target for _, targets in read for target in targets)
    return [paragraph for paragraph, _ in read]


def _starts(found: Sequence[str]) -> list[int]:
    """Return where briefs start in a file that holds several, one full byline each."""
    starts: list[int] = []
    for index, paragraph in enumerate(found):
        if not _full_byline(paragraph):
            continue
        above = index > 0 and could_be_title(found[index - 1]) and not says_by(found[index - 1])
        starts.append(index - 1 if above else index)
    if not starts or any(b - a < 3 for a, b in pairwise(starts)):
        return [0]
    return [0, *starts[1:]]


def _full_byline(paragraph: str) -> bool:
    if "|" not in paragraph[:1000] or len(paragraph) > 1000 or not says_by(paragraph):
        return False
    byline = read_byline(paragraph)
    return byline is not None and byline.date is not None


def _read_document(found: Sequence[str], fields: Fields, name: str | None) -> list[Brief]:
    found, running = without_running_heads(found)
    head = read_head(found, fields)
    head.aside += running
    one_line = len(found) <= 2
    read_closing(head)
    _find_date(head, name)
    _cut_dateline(head)
    intro, items = split_items(head.body, _code_of())
    if items:
        return _digest(head, intro, items)
    body = read_body(head.body, one_line=one_line)
    if not head.title and not body.sections:
        _any_title(head, found)
    return [_assemble(head, body)] if head.title or body.sections else []


def _any_title(head: Head, found: Sequence[str]) -> None:
    """Give a text that is all byline or furniture a title, so that it is there to be seen."""
    first = next((p for p in found if any(c.isalnum() for c in p)), "")
    if first:
        head.title = title_from_text(first)
        head.title_reading = Reading("guess", "first line, for want of a title")
        head.problems.append(
            Problem("title", "no title found; the first line was taken", head.title)
        )


def _code_of() -> Callable[[str], str | None]:
    # Late, because the table of countries is only needed once there is something to read.
    from store.entities.countries import code_of

    return code_of


def _find_date(head: Head, name: str | None) -> None:
    """Look for a date where the head had none: title, dateline, and last the file's name."""
    found = head.date or _below_label(head) or _title_date(head.title)
    if found is not None and found.iso is None:  # "March 14, 6:30 pm" below "…, March 14, 2023"
        titled = _title_date(head.title)
        if titled is not None and titled.precise:
            head.aside.append(found.text)
            found = titled
    found = found or _first_dateline(head.body)
    hint = PurePath(name).stem if name else ""
    if found is not None and hint:
        found = settle(found, hint)
    if found is None and hint and (other := find_date(hint)) and other.precise:
        problem = "no date in the text; the one in the file name was taken"
        found = replace(other, confidence="guess", reason="file name", problem=problem)
    head.date = found


def _below_label(head: Head) -> Dated | None:
    """Take a date line that stands behind the first paragraphs ("Key Takeaway: …" at the top)."""
    for index, paragraph in enumerate(head.body[1:4], start=1):
        date = only_date(paragraph) if len(paragraph) < 100 else None
        if date and date.precise:
            del head.body[index]
            head.aside.append(leftover(paragraph, [date.text]))
            return replace(date, confidence="likely", reason="a line of its own in the text")
    return None


def _first_dateline(body: Sequence[str]) -> Dated | None:
    return read_dateline(body[0]) if body else None


def _cut_dateline(head: Head) -> None:
    """Set a dated dateline aside: it tells where and when it was filed, and is no report."""
    if head.body:
        dateline, text = cut_dateline(head.body[0])
        if dateline and text:
            head.aside.append(dateline)
            head.body[0] = text


def _title_date(title: str) -> Dated | None:
    found = date_at_end(title)
    if found is None and (first := date_at_start(title)) and first.start == 0:
        found = first
    if found is None:
        return None
    reason = "in the title" + (f"; {found.reason}" if found.reason else "")
    if found.precise or found.problem:
        confidence: Confidence = "guess" if found.confidence == "guess" else "likely"
        return replace(found, confidence=confidence, reason=reason)
    problem = f"“{found.text}” in the title may be what it is about"
    return replace(found, confidence="guess", reason=reason, problem=problem)


def _assemble(head: Head, body: Body) -> Brief:
    problems = list(head.problems)
    title, title_reading = head.title, head.title_reading
    texts = [p for section in body.sections for p in section.paragraphs]
    if not title and texts:
        title = title_from_text(texts[0])
        title_reading = Reading("guess", "first sentence of the text")
        problems.append(Problem("title", "no title found; the first sentence was taken", title))
    if title and not texts:
        problems.append(Problem("text", "no text below the title"))
    readings = {"title": title_reading} if title_reading else {}
    readings |= _read_fields(head, problems)
    if body.reading:
        readings["comment"] = body.reading
    date = head.date
    return Brief(
        title=title,
        sections=tuple(body.sections),
        date=date.iso if date else None,
        date_text=date.text if date else None,
        authors=tuple(head.authors),
        readings=readings,
        problems=tuple(problems),
        boilerplate=tuple(line for line in (*head.aside, *body.aside) if line),
    )


def _read_fields(head: Head, problems: list[Problem]) -> dict[str, Reading]:
    """Return the readings of date and authors, adding to `problems` what is missing or doubtful."""
    readings: dict[str, Reading] = {}
    if head.date is None:
        problems.append(Problem("date", "no date found"))
    else:
        readings["date"] = Reading(head.date.confidence, head.date.reason or "date line")
        if head.date.problem:
            problems.append(Problem("date", head.date.problem, head.date.iso))
    if head.authors and head.authors_reading:
        readings["authors"] = head.authors_reading
    else:
        problems.append(Problem("authors", "no byline found"))
    return readings


def _digest(head: Head, intro: list[str], items: list[Item]) -> list[Brief]:
    """Return one brief an item, with the digest's date and authors, and one for its opening."""
    briefs: list[Brief] = []
    series = [head.title, *head.repeats] if head.title else []
    opening = read_body(intro)
    if opening.sections:
        briefs.append(_assemble(head, opening))
        series = []
    for item in items:
        body = read_body(item.paragraphs)
        first = next((p for section in body.sections for p in section.paragraphs), "")
        sentence = title_from_text(first).removesuffix(".")
        title = f"{item.lead}: {sentence}" if sentence else item.lead
        reading = Reading("sure", "lead and first sentence of a digest's item")
        aside = [*series, *head.aside, *(opening.aside if not briefs else ())]
        own = Head(
            title, reading, head.authors, head.authors_reading, head.date,
            [p for p in head.problems if p.field != "title"], aside,
        )  # fmt: skip
        briefs.append(_assemble(own, body))
    return briefs
