"""Nearly the same text elsewhere in the library: reprints and copies that were cut or edited.

Of every text the three smallest hashes of its runs of four words are kept (a bottom sketch, as in
Broder's resemblance). Two texts that are nearly the same share one at least with a chance of
1 - (1 - r)^3 for a resemblance r: 99 % at 0.8. What shares one is then compared word for word, so
that nothing is called a reprint by chance. Reprints are shown together, never merged or deleted.
"""

from __future__ import annotations

import sqlite3
import zlib

from store.library import codec, identity
from store.text import fold, words
from store.views import AlsoAt

_RUN = 4
_KEPT = 3
_FEWEST_WORDS = 25
_MOST_CANDIDATES = 40
_NEAR = 0.6  # of all runs of words, for two texts to be nearly the same
_MASK = (1 << 32) - 1


_FACTORS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)  # a word's, by its place in a run


class _Hashes(dict[str, tuple[int, ...]]):
    """What every word met so far gives to the hash of a run, place by place.

    Emptied before it grows large.
    """

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > 1 << 16:
            self.clear()
        value = zlib.crc32(word.encode())
        self[word] = given = tuple(value * factor & _MASK for factor in _FACTORS)
        return given


_HASHES = _Hashes()


def sketch(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text's runs of words, () for one too short to tell."""
    return sketch_of(words(fold(text)))


def sketch_of(parts: list[str]) -> tuple[int, ...]:
    """As `sketch`, of folded words."""
    if len(parts) < _FEWEST_WORDS:
        return ()
    h = [_HASHES[word] for word in parts]
    runs = {
        a[0] ^ b[1] ^ c[2] ^ d[3]
        for a, b, c, d in zip(h, h[1:], h[2:], h[_RUN - 1 :], strict=False)
        if not a[0] & 3  # a fourth of them is sample enough, and always the same fourth
    }
    return tuple(sorted(runs)[:_KEPT])


def add(db: sqlite3.Connection, brief: int, hashes: tuple[int, ...]) -> None:
    """Keep the sketch of a brief."""
    db.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?)", [(h, brief) for h in hashes])


def remove(db: sqlite3.Connection, brief: int, hashes: tuple[int, ...]) -> None:
    """Drop the sketch of a brief."""
    db.executemany("DELETE FROM sketch WHERE hash = ? AND brief = ?", [(h, brief) for h in hashes])


def of(db: sqlite3.Connection, brief: int, text: str) -> tuple[AlsoAt, ...]:
    """Return the briefs whose text is nearly `text`, that of a brief; the nearest first."""
    hashes = sketch(text)
    if not hashes:
        return ()
    marks = ", ".join("?" * len(hashes))
    rows = db.execute(
        f"SELECT e.brief, e.title, e.date, e.report, e.comment, count(*) AS shared FROM sketch s"
        f" JOIN entry e ON e.brief = s.brief WHERE s.hash IN ({marks}) AND s.brief != ?"
        " GROUP BY e.brief ORDER BY shared DESC, e.brief LIMIT ?",
        [*hashes, brief, _MOST_CANDIDATES],
    ).fetchall()
    found, own = [], identity.shingles(text)
    for other, title, date, report, comment, _ in rows:
        share = identity.resemblance(own, identity.shingles(codec.joined([report, comment])))
        if share >= _NEAR:
            found.append(_view(db, other, title, date, round(100 * share)))
    return tuple(sorted(found, key=lambda also: (-also.share, also.id)))


def _view(db: sqlite3.Connection, brief: int, title: str, date: str | None, share: int) -> AlsoAt:
    (public,) = db.execute("SELECT public FROM brief WHERE id = ?", [brief]).fetchone()
    paths = db.execute(
        "SELECT s.path FROM source s JOIN version v ON v.id = s.version WHERE v.brief = ?"
        " ORDER BY s.id",
        [brief],
    )
    return AlsoAt(public, title, date, share, tuple(path for (path,) in paths))
