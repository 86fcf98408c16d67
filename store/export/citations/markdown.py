"""Citations as Markdown footnotes, the title a link to the source where there is one."""

from __future__ import annotations

from collections.abc import Sequence

from store.export.citations.chicago import inner, names_in_note
from store.export.citations.dates import in_american, parts_of
from store.export.citations.work import Work
from store.export.markdown import escaped, link_target


def write(works: Sequence[Work]) -> str:
    """Return the footnotes, one a line; their names are the keys of the works."""
    return "".join(f"[^{_name(work)}]: {_text(work)}\n" for work in works)


def _name(work: Work) -> str:
    """The key, and the place in a form without blanks: two places of one brief are two notes."""
    place = (work.place or "").replace(", para. ", "-")
    return f"{work.key}-{place}" if place else work.key


def _text(work: Work) -> str:
    title = f"“{escaped(inner(work.title))}”"
    if work.url:
        title = f"[{title}]({link_target(work.url)})"
    parts = (
        escaped(names_in_note(work.authors)),
        title,
        escaped(work.publisher or ""),
        in_american(work.date),
        f"version {work.version}" if work.version else "",
        work.place,
        f"accessed {in_american(parts_of(work.accessed))}",
        f"brief:{work.id}",
    )
    return f"{', '.join(part for part in parts if part)}."
