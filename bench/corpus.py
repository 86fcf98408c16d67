"""Large libraries, made by seed and kept in the cache folder: `python -m bench.corpus 100000`.

The briefs are invented, their proportions are not: a report and a comment of together some 500
words (3.2 kB), 4,000 set phrases, 6,000 people, countries by weight, dates over thirty years with a
few days of thousands. They are written by the library's own `Writer` into its own tables; only
reading files and finding entities are left out.

Words follow Zipf and Mandelbrot with a tail that falls off faster (`invented.zipf`), and every
brief brings two words that none before it had, names of people and places. Both were fitted to 360
real texts (wire reports, essays, press briefings), and the vocabulary grows as theirs does. The
trickle of names is chosen so that 100,000 briefs come to some 285,000 terms:

    words                69,000  160,000  357,000  470,000  697,000  4,900,000  49,000,000
    terms, real texts     5,638    8,399   12,971   14,666   17,787
    terms, these briefs   5,286    8,285   12,806   14,901   18,519     56,121     277,240

The commonest word is 6.5 % of the real texts and 6.0 % of these, the 500th 0.023 and 0.021 %. 460
words in a row hold 213 different ones there, 224 here; of all words 35 % are met once there and
52 % here.
"""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench import invented
from bench.results import HERE
from store import schema
from store.brief import (
    Author,
    Brief,
    CountryMentions,
    Entities,
    PairMention,
    PersonMentions,
    Section,
    Span,
)
from store.entities.countries import display_name
from store.library import Library, index
from store.library.prepared import prepare
from store.library.writer import Parsed, Writer

CACHE = HERE / "cache"
SEED = 20171020
RECIPE = 2
"""Raised when what is made here changes, so that what was kept is made anew."""
_BATCH = 20_000
_SENTENCE = 22  # words
_FIRST, _DAYS = dt.date(1994, 1, 1), 30 * 365
_CODES = invented.words_of("""
    US RU CN IR GB FR DE IL SA TR SY IQ UA IN PK JP KR KP AF EG LB QA AE YE JO VE BR MX PL IT ES
    GR CY AM AZ GE KZ UZ TM TJ KG BY MD RO BG RS HU AT CH SE NO FI DK NL BE PT CA AU NZ ZA NG ET
    SD LY TN DZ MA KE VN PH ID MY TH MM BD LK NP CU CO PE CL AR
""")


@dataclass
class World:
    """Everything briefs are made of."""

    rng: random.Random
    words: list[str] = field(init=False)
    phrases: list[str] = field(init=False)
    people: list[tuple[str, str]] = field(init=False)
    given: list[str] = field(init=False)
    analysts: list[Author] = field(init=False)
    countries: list[str] = field(init=False)

    def __post_init__(self) -> None:
        rng = self.rng
        self.words = invented.words(rng, 200_000)
        self.phrases = [" ".join(self.run(rng.choice((2, 2, 3)))) for _ in range(4_000)]
        self.people = invented.names(rng, 6_000)
        self.given = list(dict.fromkeys(given for given, _ in self.people))
        houses = [f"{a} Institute" for _, a in invented.names(rng, 60)]
        self.analysts = [
            Author(f"{a} {b}", "Fellow", rng.choice(houses)) for a, b in invented.names(rng, 300)
        ]
        self.countries = _CODES

    def run(self, count: int) -> list[str]:
        """Return `count` words as they follow one another in no text before."""
        return self.rng.choices(self.words, cum_weights=_WORDS, k=count)

    def topic(self) -> list[str]:
        """Return the few set phrases that a brief comes back to."""
        return self.rng.choices(self.phrases, cum_weights=_PHRASES, k=5)


_WORDS = invented.zipf(200_000, bend=1_000, tail=1.2)
_PHRASES, _PEOPLE = invented.zipf(4_000), invented.zipf(6_000, 0.8, 20)
_COUNTRIES, _ANALYSTS = invented.zipf(len(_CODES), 0.9), invented.zipf(300, 0.6)


def briefs(world: World, count: int) -> Iterator[tuple[Brief, Entities]]:
    """Yield `count` briefs with their entities, oldest first."""
    for date in _dates(world.rng, count):
        yield _brief(world, date)


def _dates(rng: random.Random, count: int) -> list[str]:
    crowded = [rng.randrange(_DAYS) for _ in range(5)]
    many = min(3_500, count // 100)
    days = [day for day in crowded for _ in range(many)]
    days += [rng.randrange(_DAYS) for _ in range(count - len(days))]
    return [(_FIRST + dt.timedelta(days=d)).isoformat() for d in sorted(days)]


def _brief(world: World, date: str) -> tuple[Brief, Entities]:
    rng = world.rng
    one, other = _two(rng.choices(world.countries, cum_weights=_COUNTRIES, k=4))
    first, second = display_name(one), display_name(other)
    people = list(dict.fromkeys(rng.choices(world.people, cum_weights=_PEOPLE, k=3)))
    people += [(rng.choice(world.given), invented.surname(rng))] if rng.random() < 0.4 else []
    places = [invented.surname(rng) for _ in range(2 if rng.random() < 0.6 else 1)]
    topic = world.topic()
    report = [f"{a} {_text(world, 65, topic)}" for a in (first, second)]
    report += [f"{a} {b} {_text(world, 55, topic)}" for a, b in people]
    report[0] += f" {topic[0].capitalize()} in {' and '.join(places)}."
    comment = [f"{a} {_text(world, 70, topic)}" for a in (f"{first} and {second}", people[0][1])]
    title = f"{first}, {second} {' '.join(world.run(6)).title()}"
    author = rng.choices(world.analysts, cum_weights=_ANALYSTS)[0]
    sections = (
        Section("report", None, tuple(report)),
        Section("comment", "Comment", tuple(comment)),
    )
    brief = Brief(title, sections, date, date, (author,))
    return brief, _entities(one, other, people, len(report))


def _two(drawn: list[str]) -> tuple[str, str]:
    found = list(dict.fromkeys((*drawn, "US", "RU")))
    return found[0], found[1]


def _text(world: World, count: int, topic: list[str]) -> str:
    """Return sentences of about `count` words, the first begun already, that touch the topic."""
    words = world.run(count)
    words[count // 2 : count // 2] = world.rng.sample(topic, 2)
    sentences = (words[at : at + _SENTENCE] for at in range(0, len(words), _SENTENCE))
    first, *others = (" ".join(sentence) for sentence in sentences)
    return " ".join([f"{first}.", *(f"{o[0].upper()}{o[1:]}." for o in others)])


def _entities(one: str, other: str, people: list[tuple[str, str]], reports: int) -> Entities:
    places = [(one, 1), (other, 2)]
    countries = tuple(
        CountryMentions(code, (Span(p, 0, len(display_name(code))),), 1, 1) for code, p in places
    )
    found = tuple(
        PersonMentions(
            f"{a} {b}", (b,), None, None, None, None, (Span(n, 0, len(a) + 1 + len(b)),), 1, n == 3
        )
        for n, (a, b) in enumerate(people, 3)
    )
    pair = "-".join(sorted((one, other)))
    return Entities(countries, found, (PairMention(pair, 60.0, True, 0, 1),))


def library(count: int) -> Path:
    """Return the library of `count` briefs, made first if it is not in the cache."""
    path = CACHE / f"{count}-{RECIPE}-{schema.VERSION}.db"
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        Library.open(making, create=True).close()
        _fill(making, count)
        making.rename(path)
    return path


def _fill(path: Path, count: int) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    # A file that nobody has yet needs no journal.
    for pragma in (*schema.WRITER_PRAGMAS, "journal_mode=DELETE", "journal_mode=OFF",
                   "synchronous=OFF", "cache_size=-400000"):  # fmt: skip
        db.execute(f"PRAGMA {pragma}")
    world = World(random.Random(SEED))
    started = time.monotonic()
    writer, number = Writer(db), 0
    db.execute("BEGIN")
    for number, (brief, entities) in enumerate(briefs(world, count), 1):
        writer.add(Parsed(f"invented/{number}.txt", 0, prepare(brief, entities)))
        if number % _BATCH == 0:
            writer.finish()
            db.execute("COMMIT")
            db.execute("BEGIN")
            writer = Writer(db)
            print(f"{number:,} briefs, {number / (time.monotonic() - started):.0f}/s", flush=True)
    writer.finish()
    db.execute("COMMIT")
    index.merge(db)
    db.execute("PRAGMA journal_mode=WAL")
    db.close()


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        print(library(int(argument)))
