"""What can be a title, what only stands above one, and where a title is printed again."""

from __future__ import annotations

import re

from store.ingest.dates import find_date
from store.ingest.markup import is_heading, plain
from store.text import slug, word_spans

_LONGEST = 260
_LONGEST_FROM_TEXT = 140
_DOCUMENT_NUMBER = re.compile(r"[A-Z\d]{1,12}(?:[-/_.][A-Z\d]{1,12}){1,5}(?: \([A-Z ]{1,30}\))?")
_KICKER = re.compile(
    r"""(?:(?:[^\W\d_]+\ ){0,2}
        (?:policy|flash|research|issue|daily|weekly|special|news|intelligence|situation|press
        |analyst|occasional|working|discussion|conference|position|white|background|strategic
        |technical|briefing|expert|rapid|weekend|morning|evening|country|risk|threat)[ ]
        |[A-Z]{2,6}\ )?
    (?:brief|briefing|report|commentary|analysis|analyses|comment|update|dispatch|memo|memorandum
    |paper|note|perspective|opinion|news|article|blog|publication|series|feature|news\ analysis
    |sitrep|insight|alert|explainer|bulletin|assessment|snapshot|memoranda|factsheet|fact\ sheet
    |special\ report|executive\ brief|viewpoint|in\ (?:brief|focus|depth)|spotlight|long\ read
    |expert\ view|quick\ take|world|politics|interview|q\ ?&\ ?a|magazine|testimony
    |backgrounder|commentary\ magazine)s?
    (?:,?\ (?:no|nr|issue|vol|volume|number|\#)?[.:]?\ ?\#?\d{1,5}(?:/\d{2,4})?)?""",
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
    "dispatches", "list", "watchlist", "roundup", "letter", "briefs", "notes", "magazine",
    "watch", "observer", "yearbook", "survey",
))  # fmt: skip
_ISSUE = re.compile(
    r"(?:[^\W\d_]{3,9} (?:\d{4} )?)?(?:publication: .{0,60} )?"
    r"(?:vol(?:ume)?|no|nr|number|issue)[.:]? ?\#?\d{1,5}\b",
    re.IGNORECASE,
)
_SERIES_END = re.compile(
    r",? (?:(?:policy|working|occasional|research|discussion|issue) )?"
    r"(?:note|paper|brief|report|memo|bulletin|commentary|comment|analysis|alert|dispatch|issue|no\.?|nr\.?|number|\#)"
    r" ?\#?\d{1,4}(?:[/.,-]\d{1,4})?$",
    re.IGNORECASE,
)
_SERIES = re.compile(
    rf"[^.!?:]{{4,70}}?(?:{_SERIES_END.pattern})|[^.!?:]{{4,60}} / [^.!?:]{{4,60}} \d{{1,4}}",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"(?:(?:prepared|written|opening|oral) )?(?:testimony|statement|evidence|remarks|speech"
    r"|lecture|address)(?: as)?(?: (?:prepared|given|delivered|submitted|presented))?"
    r" (?:before|to|for|at) ",
    re.IGNORECASE,
)
# What stands between the kickers of one line.
PARTED = re.compile(r" ?[|│] ?| [/·•–—-] ")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_IMPRINT = frozenset((
    "volume", "vol", "no", "nr", "number", "issue", "comment", "comments", "paper", "brief",
    "report", "commentary", "analysis", "note", "pages", "page", "pp", "policy", "research",
    "working", "occasional", "strategic", "series",
))  # fmt: skip
_NAMED_NUMBER = re.compile(
    r"[A-Z][^\W\d_]{3,20}(?: [A-Z][^\W\d_]{2,20})? (?!(?:19|20)\d\d$)\d{3,5}"
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
    parts = [part.strip() for part in PARTED.split(text)]
    return all(map(_is_kicker, parts)) or _OCCASION.match(text) is not None


def _is_kicker(text: str) -> bool:
    return _KICKER.fullmatch(text) is not None or _NUMBERED.fullmatch(text) is not None


def is_series(line: str) -> bool:
    """Whether `line` numbers a piece of a series ("Amber Programme Note 9/11")."""
    return len(line) <= 120 and _SERIES.fullmatch(plain(line)) is not None


def is_imprint(line: str) -> bool:
    """Whether `line` is a piece's kind, number and month ("Amber Comment 17, April 2020")."""
    text = plain(line)
    if len(text) > 120 or _IMPRINT.isdisjoint(w.lower() for w in _WORD.findall(text)):
        return False
    date = find_date(text)
    if date is None or date.iso is None or not any(c.isalpha() for c in date.text):
        return False
    said = [w.lower() for w in _WORD.findall(text[: date.start] + " " + text[date.end :])]
    kinds = [w for w in said if w in _IMPRINT]
    return bool(kinds) and any(w.isdigit() for w in said) and len(said) - len(kinds) - sum(
        w.isdigit() or len(w) == 1 for w in said
    ) <= 1  # fmt: skip


def unnumbered(line: str) -> str:
    """Return `line` without the kind and number of a piece at its end."""
    return _SERIES_END.sub("", line)


def is_issue(line: str) -> bool:
    """Whether `line` numbers an issue ("Vol. 4, No. 28, 22 July 2004", "June 2006 No. 1")."""
    return len(line) <= 120 and _ISSUE.match(plain(line)) is not None


def is_masthead(line: str) -> bool:
    """Whether `line` is formed like a periodical's name ("Amber Weekly", "Watch 3021")."""
    if _NAMED_NUMBER.fullmatch(plain(line)):
        return True
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
