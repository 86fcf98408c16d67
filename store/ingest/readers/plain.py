"""Plain text and Markdown: bytes in any encoding to clean text."""

from __future__ import annotations

import codecs

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
_SAMPLE = 1 << 18


def read(data: bytes) -> str:
    """Return the clean text of a plain text or Markdown file.

    Raises `InputError` for bytes that are no text.
    """
    text = _decode(data)
    if any(sign in text for sign in _SIGNS):
        text = _mend(text)
    return clean(text)


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    if text.count("\0") * 100 > len(text):
        raise InputError("holds binary data, not text")
    return text


def _guess(data: bytes) -> str:
    if b"\0" in data[:_SAMPLE]:
        raise InputError("holds binary data, not text")
    # Late, because it is only needed for the rare file that is not UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise InputError("no text encoding fits its bytes")
    return data.decode(best.encoding, errors="replace")


def _mend(text: str) -> str:
    # Late as well; curly quotes are the author's own and stay curly.
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, unescape_html=False)
