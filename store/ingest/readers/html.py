"""HTML as saved by a browser: the main text by trafilatura, with the page's own metadata.

The extra "html" brings trafilatura; it is imported only when a page is read.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from store.errors import InputError, MissingExtra
from store.ingest.readers.document import Document, is_date
from store.ingest.readers.html_headings import with_headings
from store.text import clean, one_line


def read(data: bytes) -> Iterator[Document]:
    """Yield the page's text. Raises `MissingExtra` or, where nothing is found, `InputError`."""
    page = _parse(data)
    if page is None or not (page.text or "").strip():
        raise InputError("holds no readable text; perhaps it is only a frame or a script")
    date = page.date if page.date and is_date(page.date) else None
    yield Document(
        text=clean(with_headings(page.text, data)),
        origin="HTML metadata",
        title=one_line(page.title) if page.title else None,
        authors=_names(page.author),
        institution=one_line(page.sitename) if page.sitename else None,
        date=date,
        date_text=date,
    )


def _parse(data: bytes) -> Any:
    try:
        import trafilatura
    except ImportError:
        raise MissingExtra(
            "needs the extra for HTML: install “dateline[html]” or save the page as text"
        ) from None
    # Its own log tells of every empty page; what matters of that stands in our error.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=True, include_links=False,
        favor_recall=True,
    )  # fmt: skip


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(one_line(name) for name in (text or "").split(";") if name.strip())
