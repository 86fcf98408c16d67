"""The one place where text is normalised.

`clean` runs once at ingest and on every query, so the index holds exactly the text that is
stored and shown. `fold` and `skeleton` are for comparing words, never for storing them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from store import unicode61

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
_LETTER_OR_DIGIT = re.compile(r"[^\W_]+")
_ASCII_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}
_PRINTERS_MARKS = "“”„«»–—…•\xa0"
_RUN_OF_SPACES = re.compile(r" {2,}")
_LONG_RUN = 32  # characters; a longer one hardly comes again and would only fill the memory
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")

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
    if not text.isascii():
        text = text.replace("’", "").replace("‘", "")  # often all that is not ASCII
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    folded = _BEYOND_ASCII.sub(_plain_run, text.casefold())
    return folded.replace("'", "").replace("`", "")


def _plain_run(match: re.Match[str]) -> str:
    run = match[0]
    return _plain(run) if len(run) <= _LONG_RUN else _plain.__wrapped__(run)


@lru_cache(maxsize=20_000)
def _plain(run: str) -> str:
    """Return a run of other than ASCII characters without accents.

    Runs are few in number and come again and again (quotes, dashes, one accented letter), so a
    text is folded nine times as fast as by decomposing the whole of it.
    """
    decomposed = unicodedata.normalize("NFKD", run.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def counted(number: int, one: str) -> str:
    """Return a number with its noun: "1 brief", "2,000 briefs"."""
    return f"{number:,} {one}{'s' * (number != 1)}"


def words(text: str) -> list[str]:
    """Return the words of `text` as the index cuts them: runs of letters and digits."""
    if not text.isascii():
        text = without_printers_marks(text).replace("’", " ").replace("‘", " ")
    if text.isascii():  # four times as fast as the pattern
        return text.translate(_ASCII_GAPS).split()
    return unicode61.word_pattern().findall(text)


def without_printers_marks(text: str) -> str:
    """Return `text` with blanks for double quotes, dashes and dots as printers set them.

    They belong to no word, and are often all of a text that is not ASCII, which is read faster.
    """
    if not text.isascii():
        for mark in _PRINTERS_MARKS:
            text = text.replace(mark, " ")
    return text


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the code point offsets [start, end) of every word of `text`."""
    return (m.span() for m in _word_of(text).finditer(text))


def _word_of(text: str) -> re.Pattern[str]:
    return unicode61.ASCII_WORD if text.isascii() else unicode61.word_pattern()


def term(word: str) -> str:
    """Return one word as the index stores it: lower case, no accents on Latin letters."""
    return unicode61.fold(word)


def slug(text: str) -> str:
    """Return a token of letters and digits that stands for `text` in facets and addresses."""
    folded = fold(text)
    return folded if folded.isalnum() else "".join(_LETTER_OR_DIGIT.findall(folded))


# From the romanisation systems in the news: Russian and Ukrainian (BGN/PCGN, ISO 9, Duden, the
# French press), Arabic (ALA-LC, the French of the Maghreb), Persian and Turkish. Every spelling of
# a sound becomes one letter: c is "ch" and "ts", j is "zh" and "dj", vowels are a, i, u. The
# longest fit counts; "^" and "$" are a word's ends.
_SOUNDS: dict[str, str] = {
    # consonants
    "schtsch": "s", "shch": "s", "sch": "s", "sh": "s", "sz": "s", "z": "s",
    "tsch": "c", "tch": "c", "ch": "c", "ts": "c", "tz": "c", "cz": "c",
    "dsch": "j", "dzh": "j", "dj": "j", "zh": "j",
    "^chr": "hr", "kh": "h", "gh": "g", "dh": "d", "th": "t", "ph": "f",
    "ck": "k", "q": "k", "x": "ks", "w": "v", "ce": "sa", "ci": "si", "cy": "si", "c": "k",
    # Russian endings: -chev is also -chov, -off is -ov, German -jew is -yev
    "shchov": "sav", "schtschow": "sav", "chov": "cav", "chyov": "cav", "tschow": "cav",
    "off$": "uv", "eff$": "av", "jew": "av", "ijew": "av", "jow": "uv",
    "ij$": "i", "ej$": "i", "yj$": "i",
    # vowels
    "ou": "u", "oo": "u", "ue": "u", "oe": "u", "o": "u", "ee": "i", "e": "a", "y": "i",
    "aee": "i", "ei": "i", "ey": "i", "ai": "i", "ay": "i", "iy": "i", "yy": "i",
    "oi": "ui", "oy": "ui", "uy": "ui",
    "yu": "u", "iu": "u", "ya": "a", "ia": "a", "ye": "a", "ie": "a", "yo": "u", "io": "u",
    "iya": "a", "iye": "a", "iyo": "u", "iyu": "u", "eye": "a", "aye": "a", "aya": "a",
    "ah$": "a", "eh$": "a",
}  # fmt: skip
_ARTICLE = re.compile(r"(?:al|el)[-–’' ](?=...)")


@cache
def _sound_pattern() -> re.Pattern[str]:
    """The sounds, longest first, with the word's ends as letters, or else any one letter."""
    keys = sorted(_SOUNDS, key=lambda key: -len(key))
    return re.compile("|".join(map(re.escape, keys)) + "|.", re.DOTALL)


def skeleton(word: str) -> str:
    """Return the sound skeleton of a name word: spellings of one name share it.

    "Shoygu", "Shoigu" and "Schoigu" give the same; so do "Qasem" and "Kasem". Vowels o/u and
    e/a are not told apart, since Arabic and Persian short vowels are romanised freely.
    """
    lower = word.lower()
    return sounds(slug(lower if lower.isalpha() else _ARTICLE.sub("", lower, count=1)))


def sounds(text: str) -> str:
    """Return the skeleton of a text that is already folded to letters and digits."""
    of = _SOUNDS.get
    spelled = "".join([of(part, part) for part in _sound_pattern().findall(f"^{text}$")])
    spelled = spelled.removeprefix("^").removesuffix("$")
    return "".join([c for c, before in zip(spelled, "\0" + spelled, strict=False) if c != before])
