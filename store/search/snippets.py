"""The passage of a brief that best shows why it was found."""

from __future__ import annotations

from collections.abc import Sequence

from store.brief import Passage
from store.search.matcher import Hit, Matcher, merged
from store.views import Snippet

__all__ = ["Matcher", "best_snippet"]

MAX_READ = 400_000
"""Code points of a brief that are looked at; a hit further on is not shown in its snippet."""
_CUT = "…"
_ORDER = {"comment": 0, "report": 1, "title": 2}


def best_snippet(passages: Sequence[Passage], matcher: Matcher, width: int = 240) -> Snippet:
    """Return the window of at most `width` code points with the most different words found.

    The comment goes before the report if both hold as many; the title is shown only if nothing
    else holds any, or there is nothing else. Highlights are offsets into the snippet's text.
    """
    return best_passage(passages, matcher, width)[0]


def best_passage(
    passages: Sequence[Passage], matcher: Matcher, width: int = 240
) -> tuple[Snippet, list[list[Hit]]]:
    """Return the snippet of `best_snippet`, and the hits in each of the passages."""
    found = _hits(passages, matcher)
    best: tuple[int, int, tuple[int, int]] | None = None
    for number in sorted(range(len(passages)), key=lambda n: _ORDER[passages[n].kind]):
        if best and (passages[number].kind == "title" or best[0] == len(matcher.needles)):
            break
        count, window = _densest(found[number], width - 2 * len(_CUT))
        if found[number] and (best is None or count > best[0]):
            best = (count, number, window)
    if best is not None:
        _, number, window = best
        return _cut_out(passages[number], found[number], window, width), found
    shown = min(passages, key=lambda p: (not p.text.strip(), _ORDER[p.kind]), default=None)
    return _cut_out(shown, [], (0, 0), width) if shown else Snippet("title", ""), found


def _hits(passages: Sequence[Passage], matcher: Matcher) -> list[list[Hit]]:
    """The hits in each passage, as far as it is looked at: a title always, a book in part."""
    if sum(len(p.text) for p in passages) <= MAX_READ:
        return _split(passages, matcher.hits("\n".join(p.text for p in passages)))
    found: list[list[Hit]] = []
    room = {"title": MAX_READ, "report": MAX_READ, "comment": MAX_READ}
    for passage in passages:
        found.append(matcher.hits(passage.text[: max(0, room[passage.kind])]))
        room[passage.kind] -= len(passage.text)
    return found


def _split(passages: Sequence[Passage], hits: Sequence[Hit]) -> list[list[Hit]]:
    """Hits in passages joined by one character, as hits in each; none reaches over two."""
    found: list[list[Hit]] = []
    at = start = 0
    for passage in passages:
        inside: list[Hit] = []
        end = start + len(passage.text)
        while at < len(hits) and hits[at][0] <= end:
            first, last, number = hits[at]
            inside += [(first - start, last - start, number)] * (last <= end)
            at += 1
        found.append(inside)
        start = end + 1
    return found


def _densest(hits: Sequence[Hit], width: int) -> tuple[int, tuple[int, int]]:
    """Return how many needles the best stretch of at most `width` holds, and where it is."""
    best = (0, (0, 0))
    inside: dict[int, int] = {}
    first = 0
    for start, end, number in hits:
        inside[number] = inside.get(number, 0) + 1
        while hits[first][0] < start and end - hits[first][0] > width:
            left = hits[first][2]
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
            first += 1
        if len(inside) > best[0]:
            best = (len(inside), (hits[first][0], end))
    return best


def _cut_out(passage: Passage, hits: Sequence[Hit], window: tuple[int, int], width: int) -> Snippet:
    text = passage.text
    start, end = _frame(text, window, width)
    before, after = _CUT * (start > 0), _CUT * (end < len(text))
    shift = len(before) - start
    inside = [hit for hit in hits if start <= hit[0] and hit[1] <= end]
    shown = before + text[start:end].replace("\n", " ") + after
    return Snippet(passage.kind, shown, tuple((a + shift, b + shift) for a, b in merged(inside)))


def _frame(text: str, window: tuple[int, int], width: int) -> tuple[int, int]:
    """Widen a window to `width` with a third of the room before it, cut at spaces."""
    if len(text) <= width:
        return 0, len(text)
    width -= 2 * len(_CUT)
    first, last = window[0], min(window[1], window[0] + width)
    start = max(0, min(first - (width - (last - first)) // 3, len(text) - width))
    if start:
        start = _after_space(text, start, first)
    end = start + width
    end = _before_space(text, last, end) if end < len(text) else len(text)
    return start, end if end > start else start + width


def _after_space(text: str, start: int, limit: int) -> int:
    for at in range(start, limit):
        if text[at - 1] in " \n" and text[at] not in " \n":
            return at
    return limit


def _before_space(text: str, limit: int, end: int) -> int:
    for at in range(end, limit, -1):
        if text[at] in " \n" and text[at - 1] not in " \n":
            return at
    return limit
