"""When two spellings are one person's: pairs of names drawn from real lists by a fixed seed."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from rapidfuzz import fuzz

from bench.results import SHARED, table
from store.entities.lexicon import title_words
from store.entities.names import parse_name
from store.entities.same_names import same_person
from store.text import clean, fold

TITLE = "Names merged across briefs"
_SEED = 20171020
_PAIRS = 2_000  # of each kind and half
_OF_A_SURNAME = 100  # different pairs at most of one surname
_ALIKE = 60  # ratio from which on two words may be spellings of one; neutral, so no rule of ours
_NOTES = """
Rows of the lists are dealt to two halves by a fixed seed: the rules were made on the first, the
second is scored only. Same: two spellings of one row, at most two pairs of each. Different:
spellings of two rows that share the surname letter for letter; rows that share a spelling word for
word are one row. "Spellings" are the same pairs without aliases that are other names (a nom de
guerre, a maiden name, a bare surname): at least two words of the shorter name must resemble words
of the longer one (rapidfuzz ratio ≥ 60, or an initial). Only Latin letters are compared. A merge is
what happens by itself; what is left over is offered for review.
Figures to reach: recall ≥ 85 %, false merges ≤ 1 %.
"""
_LATIN = re.compile(r"[^Ͱ-῾Ⰰ-￿]+")
Rows = list[tuple[str, ...]]


def run() -> str:
    """Score merging on both halves, beside rapidfuzz's token_sort_ratio."""
    folder = SHARED / "names"
    if not folder.is_dir():
        return "The lists of names are not on this machine; set DATELINE_REAL.\n"
    rows = _without_doubles([*_diplomats(), *_listed()])
    random.Random(_SEED).shuffle(rows)
    halves = {"first (rules made on it)": rows[::2], "second": rows[1::2]}
    lines = [line for half, part in halves.items() for line in _scored(half, part)]
    head = ("half", "method", "same pairs", "recall", "spellings", "recall", "different", "false")
    return f"{_NOTES}\n{table(head, lines)}"


def _scored(half: str, rows: Rows) -> Iterator[list[object]]:
    chance = random.Random(_SEED + 1)
    same, different = list(_same(rows, chance)), list(_different(rows, chance))
    chance.shuffle(same)
    chance.shuffle(different)
    same, different = same[: 2 * _PAIRS], different[:_PAIRS]
    spelled = [pair for pair in same if _spellings(*pair)][:_PAIRS]
    same = same[:_PAIRS]
    methods: dict[str, Callable[[str, str], bool]] = {
        "Dateline": same_person,
        "token_sort_ratio ≥ 85": lambda a, b: fuzz.token_sort_ratio(fold(a), fold(b)) >= 85,
    }
    for name, merge in methods.items():
        yield [
            half, name, len(same), _share(merge, same), len(spelled), _share(merge, spelled),
            len(different), _share(merge, different),
        ]  # fmt: skip


def _share(merge: Callable[[str, str], bool], pairs: list[tuple[str, str]]) -> str:
    return f"{100 * sum(merge(a, b) for a, b in pairs) / max(1, len(pairs)):.1f} %"


def _diplomats() -> Iterator[tuple[str, ...]]:
    with (SHARED / "names" / "us_diplomatic_people.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield _usable([row["preferred"], *row["variants"]])


def _listed() -> Iterator[tuple[str, ...]]:
    with (SHARED / "names" / "eu_listed_persons.tsv").open(encoding="utf-8") as file:
        for line in file:
            name, _, rest = line.rstrip("\n").partition("\t")
            yield _usable([name, *rest.partition("\t")[0].split(" | ")])


def _without_doubles(rows: Rows) -> Rows:
    """Rows that share a spelling word for word are one entry of both lists; the first is kept."""
    seen: set[frozenset[str]] = set()
    kept = []
    for row in rows:
        spelled = {frozenset(w for w in _words(n) if w not in title_words()) for n in row}
        spelled = {words for words in spelled if len(words) > 1}
        if not spelled & seen:
            kept.append(row)
        seen |= spelled
    return kept


def _usable(names: list[str]) -> tuple[str, ...]:
    kept = (clean(name).strip() for name in names)
    return tuple(dict.fromkeys(n for n in kept if n and _LATIN.fullmatch(n)))


def _same(rows: Rows, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Spellings of one row, at most two pairs of each, so that no long list of aliases weighs."""
    for row in rows:
        pairs = [pair for pair in combinations(row, 2) if fold(pair[0]) != fold(pair[1])]
        yield from chance.sample(pairs, min(2, len(pairs)))


def _different(rows: Rows, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Names of two rows with the same surname, some of each surname."""
    by_surname: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row:
            by_surname[fold(parse_name(row[0]).family)].append(chance.choice(row))
    for names in by_surname.values():
        chance.shuffle(names)
        for a, b in list(combinations(names, 2))[:_OF_A_SURNAME]:
            if fold(a) != fold(b):
                yield a, b


def _spellings(a: str, b: str) -> bool:
    """Whether two words of the shorter name resemble words of the longer one."""
    short, long = sorted((_words(a), _words(b)), key=len)
    return len(short) > 1 and sum(any(_alike(w, x) for x in long) for w in short) >= 2


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(name))


def _alike(a: str, b: str) -> bool:
    initial = a[0] == b[0] and 1 in (len(a), len(b))
    return initial or (len(a) > 1 and len(b) > 1 and fuzz.ratio(a, b) >= _ALIKE)
