"""Where a comment starts and ends inside a paragraph, without a line break to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.ingest.labels import is_enumerator, read_label

_END_MARK = re.compile(
    r"[\[(<]{0,2}/{0,2}\s{0,2}(?:end\s{1,2}(?:of\s{1,2})?(?:analyst\s{1,2}|special\s{1,2})?"
    r"(?:comments?|fyi|analysis|note|editorial|summary))\s{0,2}[.\])>/]{0,3}$",
    re.IGNORECASE,
)
_NEEDLES = ("omment:", "OMMENT:", "omments:", "omment:**", "OMMENTS:")
_ONE_LINE_NEEDLES = (
    *_NEEDLES, "nalysis:", "NALYSIS:", "ssessment:", "SSESSMENT:", "utlook:", "UTLOOK:",
    "mplications:", "akeaway:", "akeaways:", "ottom line:", "ottom Line:", "BLUF:", "t Matters:",
    "t matters:", "onclusion:", "onclusions:", "ecommendations:",
)  # fmt: skip


def end_of_comment(paragraph: str) -> tuple[str, str] | None:
    """Split "… text. End comment." into text and marker; None if no marker closes the paragraph."""
    offset = max(0, len(paragraph) - 40)
    match = _END_MARK.search(paragraph, offset)
    if match is None or not _at_sentence(paragraph, match.start()):
        return None
    return paragraph[: match.start()].rstrip(), match[0].strip()


def cut_at_labels(paragraph: str, *, one_line: bool = False) -> Iterator[str]:
    """Yield `paragraph` cut before every comment label that opens a sentence inside it.

    In a document whose lines were all run together (`one_line`) every comment label counts, in
    others only "Comment:" and its kin, which no sentence uses.
    """
    cuts = sorted(set(_cuts(paragraph, _ONE_LINE_NEEDLES if one_line else _NEEDLES)))
    start = 0
    for cut in cuts:
        yield paragraph[start:cut].rstrip()
        start = cut
    yield paragraph[start:]


def _cuts(paragraph: str, needles: tuple[str, ...]) -> Iterator[int]:
    for needle in needles:
        at = paragraph.find(needle, 1)
        while at >= 0:
            start = _label_start(paragraph, at)
            if start and not is_enumerator(paragraph[:start]):
                yield start
            at = paragraph.find(needle, at + 1)


def _label_start(paragraph: str, at: int) -> int | None:
    """Return where the label around offset `at` starts, if a sentence ends just before it."""
    low = max(0, at - 40)
    before = paragraph[low:at]
    for cut in range(len(before) - 1, 0, -1):
        if before[cut - 1] == " " and _at_sentence(paragraph, low + cut):
            label = read_label(paragraph[low + cut : at + 60])
            if label is not None and label.kind == "comment" and label.text[0].isupper():
                return low + cut
            return None
    return None


def _at_sentence(paragraph: str, offset: int) -> bool:
    before = paragraph[max(0, offset - 6) : offset].rstrip(" ([*_")
    return not before or before.endswith((".", "!", "?", "”", '"', "’", ")", "]", "…"))
