"""Word: the paragraphs by python-docx, and the document's own title, author and date.

The extra "docx" brings python-docx; it is imported only when a Word file is read. A Word file is
a zip: its members are counted and weighed before anything is unpacked.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from store.errors import InputError, MissingExtra, TooLarge
from store.ingest.readers.document import Document
from store.text import clean, one_line

MAX_UNPACKED = 128 << 20
MAX_MEMBERS = 5000


def read(data: bytes) -> Iterator[Document]:
    """Yield the document's text. Raises `MissingExtra`, `TooLarge` or `InputError`."""
    try:
        import docx
    except ImportError:
        raise MissingExtra("needs the extra for Word: install “dateline[docx]”") from None
    _weigh(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except (ValueError, KeyError, SyntaxError, zipfile.BadZipFile) as error:
        raise InputError(
            f"is no Word file that can be read ({one_line(str(error))[:80]})"
        ) from error
    lines = [p.text for p in document.paragraphs if p.text.strip()]
    if not lines:
        raise InputError("holds no text")
    about = document.core_properties
    yield Document(
        text=clean("\n\n".join(lines)),
        origin="Word properties",
        title=one_line(about.title or "") or None,
        authors=tuple(filter(None, [one_line(about.author or "")])),
    )


def _weigh(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise InputError("is no Word file that can be read (not a zip archive)") from error
    size = sum(member.file_size for member in members)
    if size > MAX_UNPACKED or len(members) > MAX_MEMBERS:
        raise TooLarge(f"unpacks to {size >> 20} MB in {len(members)} parts, over the limit")
