"""Citations in the Chicago style (notes and bibliography, for reports and web pages).

A brief is cited as an entry of the bibliography, a paragraph of it as a note: as the manual has
it, the first has the family name first and stops, the second the printed name and commas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.export.citations.dates import in_american, parts_of
from store.export.citations.names import Name
from store.export.citations.work import Work

_MOST = 10  # of more authors, a bibliography (Chicago Manual, 17th edition, 14.76) names seven
_NAMED = 7
_MOST_IN_NOTE = 3  # of more, a note names the first


def write(works: Sequence[Work]) -> str:
    """Return the citations, one a line."""
    return "".join(f"{note(w) if w.place else entry(w)}\n" for w in works)


def entry(work: Work) -> str:
    """Return Family, Given. “Title.” Institution, October 20, 2017. Accessed … . URL."""
    # “What Remains?” needs no further stop.
    stop = "" if work.title.endswith(("?", "!")) else "."
    imprint = ", ".join(part for part in (work.publisher, *_dated(work)) if part)
    parts = [_inverted(work.authors), f"“{inner(work.title)}{stop}”", f"{imprint}."]
    parts.append(f"Accessed {in_american(parts_of(work.accessed))}.")
    if work.url:
        parts.append(f"{work.url}.")
    return " ".join(part for part in parts if part)


def note(work: Work) -> str:
    """Return Given Family, “Title,” Institution, October 20, 2017, place, accessed …, URL."""
    # The comma is not set after the "?" that ends a title, but it is after the mark that closes it.
    title = inner(work.title)
    titled = f"“{title}”" if title.endswith(("?", "!")) else f"“{title},”"
    comma = "," if title.endswith(("?", "!")) else ""
    after = [work.publisher, *_dated(work), work.place]
    after += [f"accessed {in_american(parts_of(work.accessed))}", work.url]
    authors = f"{names_in_note(work.authors)}, " if work.authors else ""
    return f"{authors}{titled}{comma} {', '.join(part for part in after if part)}."


def names_in_note(authors: Sequence[Name]) -> str:
    """Return "A", "A and B", "A, B, and C" or "A et al.", as printed; "" for nobody."""
    names = [name.straight for name in authors]
    return f"{names[0]} et al." if len(names) > _MOST_IN_NOTE else _joined(names)


def inner(title: str) -> str:
    """Return a title with the quotation marks in it made single, as they stand within others."""
    title = title.replace("“", "‘").replace("”", "’")
    before, *rest = title.split('"')
    if len(rest) % 2:  # a mark without its partner stays what it is
        return title
    return before + "".join("‘’"[n % 2] + part for n, part in enumerate(rest))


def _dated(work: Work) -> Iterator[str]:
    yield in_american(work.date)
    if work.version:
        yield f"version {work.version}"


def _inverted(authors: Sequence[Name]) -> str:
    """The names of a bibliography entry, with a stop; only the first is turned round."""
    if not authors:
        return ""
    first = authors[0]
    turned = ", ".join(part for part in (first.family, first.given, first.suffix) if part)
    names = [turned if first.given else first.straight, *(name.straight for name in authors[1:])]
    text = ", ".join([*names[:_NAMED], "et al."]) if len(names) > _MOST else _joined(names, turned)
    return text if text.endswith(".") else f"{text}."


def _joined(names: Sequence[str], turned: str = "") -> str:
    """Names in a row; two take a comma between them only after one that is turned round."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 or "," in turned else ""
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"
