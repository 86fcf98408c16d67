"""Plain text and Markdown: bytes in any encoding to clean text."""

from __future__ import annotations

import codecs
import re

from store.errors import InputError
from store.text import clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What mojibake looks like: UTF-8 read as Latin-1 or Windows-1252 leaves one of these behind.
_SIGNS = ("Ã", "Â", "â€", "Ð", "Ñ", "ï»¿", "\x80", "\x91", "\x92", "\x93", "\x94", "\x96", "\x97")
_WESTERN = frozenset(
    "áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŸ‘’“”„‚«»–—…•€£§°º\xa0©®¡¿\xad´"
)
_ODD = re.compile(r"[^\W\d_][°º§£©®¡¿]\w|[ìè][ø]|ø[ìèù]")
_SAMPLE = 1 << 18


def read(data: bytes) -> str:
    """Return the clean text of a plain text or Markdown file.

    Raises `InputError` for bytes that are no text.
    """
    return read_as(data)[0]


def read_as(data: bytes) -> tuple[str, str | None]:
    """As `read`, with the name of the encoding if that had to be guessed, else None."""
    text, guessed = _decode(data)
    if any(sign in text for sign in _SIGNS):
        text = _mend(text)
    return clean(text), guessed


def _decode(data: bytes) -> tuple[str, str | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    if text.count("\0") * 100 > len(text):
        raise InputError("holds binary data, not text")
    return text, None


def _guess(data: bytes) -> tuple[str, str]:
    if b"\0" in data[:_SAMPLE]:
        raise InputError("holds binary data, not text")
    if _is_western(data[:_SAMPLE]):
        return data.decode("cp1252", errors="replace"), "Windows-1252"
    # Late, because it is only needed for the rare file that is not UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise InputError("no text encoding fits its bytes")
    return data.decode(best.encoding, errors="replace"), best.encoding


def _is_western(data: bytes) -> bool:
    """Whether bytes are text of Western Europe in Windows-1252, of which Latin-1 is a part.

    Told by its letters: the sparse accents of Spanish, French, German or the Nordic languages, and
    none of the signs that Polish, Czech or Turkish letters would look like.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = [c for c in text if c > "\x7f"]
    letters = sum(c.isalpha() for c in text)
    return all(c in _WESTERN for c in high) and 2 * len(high) < letters and not _ODD.search(text)


def _mend(text: str) -> str:
    # Late as well; curly quotes are the author's own and stay curly.
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, unescape_html=False)
