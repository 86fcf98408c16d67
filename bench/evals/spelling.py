"""Whether a word that is spelled otherwise than in the library is found, and how high it stands.

Transliterations are pairs of real aliases: two forms of one person's name that differ in one word.
One half of the people, by a hash of the name, was for making the rules; the other is only scored.
The library's vocabulary is that of the real texts and of the names as listed first, and no query is
in it. Slips of the fingers are made by seed, at any letter of a word.
"""

from __future__ import annotations

import csv
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain
from typing import Literal

from rapidfuzz.distance import OSA

from bench import invented
from bench.results import SHARED, table
from store import schema
from store.search import vocabulary
from store.search.spelling import Speller
from store.text import clean, fold, term, words

TITLE = "Other spellings"
Half = Literal["made on", "scored only"]
Pair = tuple[str, str]
"""The word as typed, and as the library has it."""

_SHORTEST = 4
_SLIPS = 1_500
_ALIKE = 0.4  # below this two words of one person are two names, not two spellings


def run() -> str:
    """Score both halves of the transliterations, and slips of the fingers."""
    if not (SHARED / "names").is_dir():
        return "The real names are not at hand (DATELINE_REAL)."
    counts = _counts()
    speller = Speller(_database(counts))
    halves: tuple[Half, ...] = ("made on", "scored only")
    sets = {f"transliterations, half {half}": list(pairs(half, counts)) for half in halves}
    sets["one slip of the fingers"] = list(slips(counts))
    rows = [(name, len(found), *scores(speller, found)) for name, found in sets.items()]
    return table(["set", "words", "first", "in the first 5", "in the first 12"], rows)


def scores(speller: Speller, found: Iterable[Pair]) -> tuple[float, float, float]:
    """Return the shares of words found first, among five and among twelve."""
    places = [_place(speller, typed, meant) for typed, meant in found]
    return tuple(sum(p < n for p in places) / len(places) for n in (1, 5, 12))  # type: ignore[return-value]


def _place(speller: Speller, typed: str, meant: str) -> int:
    offered = [v.term for v in speller.variants(typed, 12)]
    return offered.index(meant) if meant in offered else 99


def pairs(half: Half, counts: Counter[str]) -> Iterator[Pair]:
    """Yield the words that differ between two forms of a name, of the people of one half."""
    seen: set[Pair] = set()
    for listed, others in _people():
        even = blake2b(listed.encode(), digest_size=1).digest()[0] % 2 == 0
        if even != (half == "made on"):
            continue
        for pair in (p for other in others for p in _differing(listed, other)):
            if pair not in seen and pair[0] not in counts and pair[1] in counts:
                seen.add(pair)
                yield pair


def slips(counts: Counter[str]) -> Iterator[Pair]:
    """Yield words of the library with one slip each that makes no other word of it."""
    rng = random.Random(3)
    known = sorted(w for w, n in counts.items() if n > 1 and len(w) > 4 and w.isalpha())
    for word in rng.sample(known, _SLIPS):
        typed = invented.respelled(rng, word)
        if typed not in counts:
            yield typed, word


def _differing(listed: str, other: str) -> Iterator[Pair]:
    have, typed = Counter(_words(listed)), Counter(_words(other))
    mine, theirs = list((have - typed).elements()), list((typed - have).elements())
    if len(mine) == len(theirs) == 1 and min(len(mine[0]), len(theirs[0])) >= _SHORTEST:
        likeness = OSA.normalized_similarity(mine[0], theirs[0])
        if likeness >= _ALIKE:
            yield theirs[0], mine[0]


def _words(name: str) -> list[str]:
    return [w for w in words(fold(clean(name))) if w.isascii() and w.isalpha()]


def _people() -> Iterator[tuple[str, list[str]]]:
    with (SHARED / "names" / "eu_listed_persons.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row[0], row[1].split(" | ")
    for line in (SHARED / "names" / "us_diplomatic_people.jsonl").open(encoding="utf-8"):
        person = json.loads(line)
        yield person["preferred"], person["variants"]


def _counts() -> Counter[str]:
    counts: Counter[str] = Counter()
    for path in sorted((SHARED / "texts").rglob("*.txt")):
        counts.update({term(w) for w in words(clean(path.read_text(encoding="utf-8")))})
    counts.update(chain.from_iterable(set(_words(listed)) for listed, _ in _people()))
    return counts


def _database(counts: Counter[str]) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    for statement in schema.statements(schema._TABLES):
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('vocabulary', '0')")
    vocabulary.add(db, counts)
    return db
