"""PDF: the text layer by pypdf, and the document's own title, author and date.

The extra "pdf" brings pypdf; it is imported only when a PDF is read. Pages are bounded, and so is
the text taken, because a small PDF can unfold to gigabytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from store.errors import InputError, MissingExtra, TooLarge
from store.ingest.readers.document import Document
from store.text import clean, one_line

MAX_PAGES = 2000
MAX_CHARACTERS = 16 << 20
_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read(data: bytes) -> Iterator[Document]:
    """Yield the document's text. Raises `MissingExtra`, `TooLarge` or `InputError`."""
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        raise MissingExtra("needs the extra for PDF: install “dateline[pdf]”") from None
    try:
        pdf = pypdf.PdfReader(io.BytesIO(data))
        text = _text(pdf)
        about = pdf.metadata
    except (PyPdfError, ValueError, KeyError, RecursionError, NotImplementedError) as error:
        raise InputError(f"is no PDF that can be read ({one_line(str(error))[:120]})") from error
    if not text.strip():
        raise InputError("holds no text, perhaps only scanned pages; run a text recognition first")
    yield Document(
        text=clean(_HYPHENATED.sub("", text)),
        origin="PDF properties",
        title=_property(about, "title"),
        authors=tuple(filter(None, [_property(about, "author")])),
    )


def _text(pdf: Any) -> str:
    if len(pdf.pages) > MAX_PAGES:
        raise TooLarge(f"has {len(pdf.pages)} pages, over the limit of {MAX_PAGES}")
    pages: list[str] = []
    size = 0
    for page in pdf.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > MAX_CHARACTERS:
            raise TooLarge(f"unfolds to more than {MAX_CHARACTERS >> 20} million characters")
    return "\n\n".join(pages)


def _property(about: Any, name: str) -> str | None:
    value = getattr(about, name, None) if about is not None else None
    return one_line(str(value)) or None if value else None
