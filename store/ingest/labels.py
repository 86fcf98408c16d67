"""Section labels: "Comment:", "## Analysis", "BOTTOM LINE — …", and what is only like them.

A label stands at the start of a paragraph, or alone on its line. Which words are judgement and
which are report stands in `label_words`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.brief import Confidence, SectionKind
from store.ingest.label_words import is_contract, kind_of
from store.ingest.markup import is_heading, plain
from store.text import fold, words

_LONGEST = 70
_LONGEST_ASIDE = 20_000
_LEAD = re.compile(
    r"(?:#{1,6} +)?¶?(?:<(?:b|strong|i|em|u)>)?[*_\[(<=~>»•●▪/-]{0,4} ?"
    r"(?:(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)] +)?"
    # the classification mark of a cable's paragraph: "2. (C) Comment: …"
    r"(?:\([A-Z]{1,3}(?://[A-Z]{2,3})?\) ?)?[*_]{0,3}"
)
_CLOSE = re.compile(
    r"[*_]{0,3}(?::|：|\.(?= )|[\])>?](?= )|//(?= )|[*_~]{1,3}(?= )|\]| - | – | — |—| -- |--)"
    r"[*_:]{0,4}(?:</(?:b|strong|i|em|u)>)?"
)
_SIGNATURE = re.compile(r" (?:\([A-Z][^()]{0,40}\)|(?:by|BY) [A-Z][^.!?:]{2,40})$")
_MONTH_AT_END = re.compile(r"[ ,:|–—-]{1,4}[^\W\d_]{3,10}\.? (?:19|20)\d\d$")
_TAIL = re.compile(r"(?<![\s*_=~<>#:.?\])-])[\s*_=~<>#:.?\])-]++$")
# Comments that are the readers', not the analyst's.
_READERS = frozenset(("no", "reader", "readers", "user", "your", "leave", "add", "recent", "new"))


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a paragraph: its kind, its words as printed, the text after it.

    `after` is set where a bracket closes a comment again, "(Comment: …) …": it is the text behind
    the bracket, which belongs to the section before. `goes_on` marks the lead-in of a digest
    ("Update. …"), which leaves a comment but is text within a report.
    """

    kind: SectionKind
    text: str
    rest: str
    confidence: Confidence
    reason: str
    after: str | None = None
    goes_on: bool = False


def read_label(paragraph: str) -> Label | None:
    """Return the label with which `paragraph` starts, or which it is; None if there is none."""
    lead = _LEAD.match(paragraph)
    start = lead.end() if lead else 0
    head = paragraph[start : start + _LONGEST]
    if not head[:1].isalpha():
        return None
    return _alone(paragraph) or _inline(paragraph, start, head) or _lead_in(paragraph)


_LEAD_IN = re.compile(
    r"(Update|Feedback|For the record|Security|Correction|Note)\. (?=[A-Z“\"])", re.IGNORECASE
)


def _lead_in(paragraph: str) -> Label | None:
    """Read "Feedback. A reader wrote …", with which a digest goes on behind a comment."""
    found = _LEAD_IN.match(paragraph)
    if found is None or not paragraph[0].isupper():
        return None
    reason = f"lead-in “{found[1]}”"
    return Label("report", found[1], paragraph[found.end() :], "sure", reason, goes_on=True)


def enumerator(paragraph: str) -> str:
    """Return the number or mark that stands before a paragraph's label, "" without one."""
    lead = _LEAD.match(paragraph)
    return lead[0].strip("#*_[(<=~- ") if lead else ""


def is_enumerator(text: str) -> bool:
    """Whether `text` is only a number or mark that may stand before a label ("3. ", "(C) ")."""
    return len(text) <= 20 and _LEAD.fullmatch(text) is not None


def _alone(paragraph: str) -> Label | None:
    """Read a label that is the whole paragraph: a heading on a line of its own."""
    if len(paragraph) > _LONGEST:
        return None
    lead = _LEAD.match(plain(paragraph))
    text = _TAIL.sub("", plain(paragraph)[lead.end() if lead else 0 :])
    if text[1:2] == " " and all(len(letter) == 1 for letter in text.split()):
        text = text.replace(" ", "")  # "C O M M E N T"
    if text[-1:].isdigit():
        text = _MONTH_AT_END.sub("", text)  # "Outlook for This Month   April 2021"
    colon = paragraph.rstrip("*_ ").endswith(":")
    kind = kind_of(text, heading=True)
    asks = paragraph.endswith("?") and text.lower().startswith(("so what", "what", "why"))
    stopped = paragraph.endswith(".") and text.isupper() and is_contract(text)  # "ASSESSMENT."
    ends = paragraph.endswith((".", "!", "?"))
    if kind is None or (ends and not (colon or asks or stopped)):
        return None
    if not (text[0].isupper() or colon or is_heading(paragraph)):
        return None
    confidence: Confidence = "sure" if is_contract(text) else "likely"
    if fold(text) == "comments":  # just as often the heading over the readers' comments
        confidence = "guess"
    return Label(kind, text, "", confidence, f"label “{text}” on a line of its own")


def _inline(paragraph: str, start: int, head: str) -> Label | None:
    """Read a label with its text on the same line."""
    for close in _CLOSE.finditer(head):
        text = _unsigned(head[: close.start()].strip("*_ "), close[0])
        kind = kind_of(text) or _signed(text, close[0])
        if kind is not None and _goes_on_small(text, paragraph[start + close.end() :]):
            return None
        if kind is not None and _closes(text, close[0], paragraph[:start]):
            return _with_rest(paragraph, start, text, kind, close)
        if ":" in close[0] or len(words(text)) > 8:
            return None
    return None


def _unsigned(text: str, mark: str) -> str:
    """Return a label without whose it is: "Comment (Lee):"."""
    signed = _SIGNATURE.search(text) if ":" in mark else None
    return text[: signed.start()] if signed else text


def _goes_on_small(text: str, rest: str) -> bool:
    """Whether a colon only goes on in small letters: "Analysis: a word he used twice"."""
    ours = fold(text).endswith(("comment", "comments"))
    return rest.lstrip()[:1].islower() and not ours


def _signed(text: str, mark: str) -> SectionKind | None:
    """Read "Amber Institute Comment:", a label that carries the name of the house."""
    name = text.split()
    acronym = name[0].isupper() and len(name) == 2 if name else False
    if (
        (":" not in mark and not acronym)
        or not 2 <= len(name) <= 4
        or fold(name[-1]) not in {"comment", "comments"}
    ):
        return None
    named = (
        all(w[0].isupper() for w in (name[:-1] if len(name) > 2 else name))
        and fold(name[0]) not in _READERS
    )
    return "comment" if named else None


def _closes(text: str, mark: str, before: str) -> bool:
    """Whether `mark` ends a label here; dash, full stop and bracket ask for more than a colon."""
    if ":" in mark or "：" in mark:
        return True
    if not text[0].isupper() or not is_contract(text):
        return False
    if mark.strip("*_~") == "":
        return before[-1:] == mark[-1:]
    asks = "?" not in mark or fold(text).startswith(("so what", "what", "why"))
    return asks and all(p[1] not in mark or p[0] in before for p in ("[]", "()", "<>", "//"))


def _with_rest(
    paragraph: str, start: int, text: str, kind: SectionKind, close: re.Match[str]
) -> Label:
    rest = paragraph[start + close.end() :].lstrip()
    rest, after = _bracketed(rest, paragraph[:start].strip("#*_ ")[:1], close[0])
    colon = ":" in close[0]
    confidence: Confidence = "sure" if colon and is_contract(text) else "likely"
    shown = f'label "{text}:" at a paragraph start' if colon else f"label “{text}”"
    return Label(kind, text, rest, confidence, shown, after)


def _bracketed(rest: str, opened: str, mark: str) -> tuple[str, str | None]:
    """Cut "(Comment: …) …" at its closing bracket; "[Comment] …" closes nothing but the label."""
    if opened not in {"(", "["} or any(closing in mark for closing in "])>"):
        return rest, None
    if rest.startswith("]"):
        return rest[1:].lstrip(), None
    depth = 1
    for offset, letter in enumerate(rest[:_LONGEST_ASIDE]):
        depth += (letter in "([") - (letter in ")]")
        if depth == 0:
            return rest[:offset].rstrip(), rest[offset + 1 :].lstrip()
    return rest, None
