"""What can be a title, what only stands above one, and where a title is printed again."""

from __future__ import annotations

import re

from store.ingest.markup import is_heading, plain
from store.text import slug, word_spans

_LONGEST = 260
_LONGEST_FROM_TEXT = 140
_DOCUMENT_NUMBER = re.compile(r"[A-Z\d]{1,12}(?:[-/_.][A-Z\d]{1,12}){1,5}(?: \([A-Z ]{1,30}\))?")
_KICKER = re.compile(
    r"""(?:(?:[^\W\d_]+\ ){0,2}
        (?:policy|flash|research|issue|daily|weekly|special|news|intelligence|situation|press
        |analyst)\ |[A-Z]{2,6}\ )?
    (?:brief|briefing|report|commentary|analysis|analyses|comment|update|dispatch|memo|memorandum
    |paper|note|perspective|opinion|news|article|blog|publication|series|feature|news\ analysis
    |sitrep|magazine|testimony|backgrounder|commentary\ magazine)s?
    (?:,?\ (?:no|nr|issue|vol|volume|number|\#)?[.:]?\ ?\#?\d{1,5})?""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(
    r"(?:\S{1,20}[ ,|]){0,4}(?:vol(?:ume)?|no|nr|number|issue|series)\b[.:]? ?\#?\d{1,5}"
    r"(?:[ ,/|]{1,3}(?:vol(?:ume)?|no|nr|number|issue)?[.:]? ?\#?\d{1,5}){0,2}",
    re.IGNORECASE,
)
# The last word of a periodical's name, over the title of one of its pieces.
_PERIODICALS = frozenset((
    "weekly", "daily", "monthly", "quarterly", "monitor", "review", "bulletin", "digest", "papers",
    "file", "files", "journal", "newsletter", "ledger", "gazette", "chronicle", "tracker", "series",
    "dispatches", "briefs", "notes", "magazine", "watch", "observer", "yearbook", "survey",
))  # fmt: skip
_ISSUE = re.compile(
    r"(?:[^\W\d_]{3,9} (?:\d{4} )?)?(?:publication: .{0,60} )?"
    r"(?:vol(?:ume)?|no|nr|number|issue)[.:]? ?\#?\d{1,5}\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"(?:(?:prepared|written|opening|oral) )?(?:testimony|statement|evidence) "
    r"(?:before|to|submitted to|for) the ",
    re.IGNORECASE,
)
_FOOTNOTED = re.compile(r"(\d{1,4}\. .*[^\W\d_]{3})\d{1,2}")
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]{0,3}(?= )")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Sgt|Capt|Adm|Brig|Sen|Rep|Gov|St|No|Vol|vs"
    r"|Jr|Sr|U\.S|U\.K|U\.N|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|approx|ca|Rev|Hon|Inc|Ltd))\.$"
)


def could_be_title(line: str) -> bool:
    """Whether `line` is formed like a title: short, and not a sentence of running text."""
    text = plain(line)
    if not text or len(text) > _LONGEST or not any(c.isalpha() for c in text):
        return False
    if is_heading(line):
        return True
    if first_sentence(text) != text and len(text) > 120:
        return False
    return not (text.endswith((".", ";", ",")) and len(text) > 90)


def is_number(line: str) -> bool:
    """Whether `line` is a document's number ("TST4-MUC4-0001"), a poor title."""
    return _DOCUMENT_NUMBER.fullmatch(line) is not None and any(map(str.isdigit, line))


def is_kicker(line: str) -> bool:
    """Whether `line` names a series or genre ("Policy Brief", "ANALYSIS"), not this brief."""
    text = plain(line)
    if len(text) > 120:
        return False
    parts = [part.strip() for part in text.split("|")]
    return all(map(_is_kicker, parts)) or _OCCASION.match(text) is not None


def _is_kicker(text: str) -> bool:
    return _KICKER.fullmatch(text) is not None or _NUMBERED.fullmatch(text) is not None


def is_issue(line: str) -> bool:
    """Whether `line` numbers an issue ("Vol. 4, No. 28, 22 July 2004", "June 2006 No. 1")."""
    return len(line) <= 120 and _ISSUE.match(plain(line)) is not None


def is_masthead(line: str) -> bool:
    """Whether `line` is formed like a periodical's name ("Amber Political Weekly")."""
    parts = plain(line).lower().split()
    return 1 < len(parts) <= 6 and parts[-1] in _PERIODICALS


def unfootnoted(title: str) -> str:
    """Return a numbered title without the footnote's digit glued to its end."""
    found = _FOOTNOTED.fullmatch(title)
    return found[1] if found else title


def is_repeat(line: str, title: str) -> bool:
    """Whether `line` prints `title` again, case, quotes, accents and punctuation apart."""
    if not title or len(line) > 2 * len(title) + 20:
        return False
    return slug(plain(line)) == slug(title) != ""


def after_repeat(text: str, title: str) -> str | None:
    """Return what follows if `text` begins with `title` again (four words at least), else None."""
    head = text[: 3 * len(title) + 20]
    spans = word_spans(head)
    count, end = 0, 0
    for start, stop in word_spans(title):
        span = next(spans, None)
        if span is None or slug(head[slice(*span)]) != slug(title[start:stop]):
            return None
        count, end = count + 1, span[1]
    if count < 4:
        return None
    return text[end:].lstrip(" .,:;”\"'’*_–—-")


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`, abbreviations and initials not taken for its end."""
    head = text[:1000]
    for match in _SENTENCE_END.finditer(head):
        before = head[max(0, match.start() - 8) : match.end()]
        if match[0] != "." or not _ABBREVIATION.search(before):
            return head[: match.end()]
    return head.strip() if len(text) <= 1000 else head


def title_from_text(paragraph: str) -> str:
    """Return a title made of the first sentence, cut at a word if it is long."""
    sentence = plain(first_sentence(paragraph)).strip()
    if len(sentence) <= _LONGEST_FROM_TEXT:
        return sentence
    cut = sentence[:_LONGEST_FROM_TEXT]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:-–—") + "…"
