"""The one place where text is normalised.

`clean` runs once at ingest and on every query, so the index holds exactly the text that is
stored and shown. `fold` and `skeleton` are for comparing words, never for storing them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Characters that take no room and only break words apart or hide things: soft hyphen, zero-width
# space/joiners, word joiner, BOM, bidi marks, embeddings, overrides and isolates, tag characters.
_INVISIBLE = {
    0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E,
    0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x2066,
    0x2067, 0x2068, 0x2069, 0x206A, 0x206B, 0x206C, 0x206D, 0x206E, 0x206F, 0xFEFF, 0xFFF9, 0xFFFA,
    0xFFFB,
}  # fmt: skip
# A zero-width joiner is part of the text in these blocks only (Indic, Sinhala) and in emoji; we
# keep none of them: matching matters more here than ligatures.
_SPACES = {0x00A0, 0x1680, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B), 0x0009, 0x000B}
_BREAKS = {0x000C: "\n", 0x0085: "\n", 0x2028: "\n", 0x2029: "\n\n"}
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(range(0x20)),
    **dict.fromkeys(range(0x7F, 0xA0)),
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(range(0xE0000, 0xE0080)),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # lone surrogates cannot be stored
    **dict.fromkeys(_SPACES, " "),
    **_BREAKS,
    0x0A: "\n",
}
_WORD = re.compile(r"[^\W_]+")
_RUN_OF_SPACES = re.compile(r" {2,}")

# Letters that NFKD does not take apart, as the romanisations in use spell them.
_LETTERS = str.maketrans({
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
    "ħ": "h", "ŋ": "n", "ə": "e", "ʻ": "", "ʼ": "", "‘": "", "’": "", "'": "", "`": "", "ʿ": "",
    "ʾ": "", "ي": "ی", "ى": "ی", "ك": "ک", "ـ": "",
})  # fmt: skip


def clean(text: str) -> str:
    """Return `text` without what cannot be seen: controls, zero-width and bidi characters.

    Every kind of space becomes a plain one, every kind of line break a newline, and letters are
    composed (NFC). Nothing visible is changed: quotes, dashes and accents stay as printed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return `clean(text)` as a single line with single spaces, stripped."""
    return _RUN_OF_SPACES.sub(" ", clean(text).replace("\n", " ")).strip()


def fold(text: str) -> str:
    """Return `text` for comparing: no case, no accents, no apostrophes ("Khamene’i" → "khamenei").

    The length may change, so offsets into the folded text mean nothing in the original.
    """
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def words(text: str) -> list[str]:
    """Return the words of `text` as the index cuts them: runs of letters and digits."""
    return _WORD.findall(text)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the code point offsets [start, end) of every word of `text`."""
    return (m.span() for m in _WORD.finditer(text))


def slug(text: str) -> str:
    """Return a token of letters and digits that stands for `text` in facets and addresses."""
    return "".join(_WORD.findall(fold(text)))


# From the romanisation systems for Russian, Arabic and Persian (BGN/PCGN, ISO 9, ALA-LC, the
# German, French and Turkish newspaper spellings): digraphs of one sound become one letter.
# Longest first; the order matters.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("schtsch", "s"), ("shch", "s"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"),
    ("ch", "c"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("dj", "j"), ("dzh", "j"), ("ph", "f"),
    ("th", "t"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yu", "u"), ("iu", "u"), ("ya", "a"), ("ia", "a"),
    ("ye", "e"), ("ie", "e"), ("yo", "o"), ("ij", "i"), ("iy", "i"), ("yy", "i"), ("ei", "i"),
    ("ey", "i"), ("ai", "i"), ("ay", "i"), ("oi", "oi"), ("oy", "oi"), ("uy", "oi"), ("ui", "oi"),
    ("y", "i"), ("z", "s"),
)  # fmt: skip


def skeleton(word: str) -> str:
    """Return the sound skeleton of a name word: spellings of one name share it.

    "Shoygu", "Shoigu" and "Schoigu" give the same; so do "Qasem" and "Kasem". Vowels o/u and
    e/a are not told apart, since Arabic and Persian short vowels are romanised freely.
    """
    text = slug(word)
    for start in ("al", "el"):
        if text.startswith(start) and len(text) > 5 and word[2:3] in "-–’' ":
            text = text[2:]
    for printed, sound in _SOUNDS:
        text = text.replace(printed, sound)
    text = text.replace("o", "u").replace("e", "a")
    return _undouble(text)


def _undouble(text: str) -> str:
    return "".join(c for i, c in enumerate(text) if i == 0 or text[i - 1] != c)
