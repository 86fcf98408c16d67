"""The database: tables, numbered migrations and pragmas.

Three kinds of table live side by side and are kept apart on purpose:

* what a source says (`brief`, `version`, `source`, `entry`, `brief_*`, `problem`), which can always
  be made again from the sources;
* the index (`ft`, `head`, `vocab`, `near`, `facet`), which can always be made again from `entry`
  (`store.library.index`);
* what the reader did (`mark`, `tag`, `note`, `correction`, `ledger`, `act`, `saved`, `asked`),
  which hangs on `brief` alone and is never in the index.

Order of rows. `entry.row` is the row number of the full-text index. It ascends with the date, so
that "newest first" and a date range are plain row scans: undated briefs count up from 1, a dated
one stands at `FIRST_DAY + (day << DAY_BITS) + n`, where `day` is the proleptic Gregorian ordinal
of its first possible day plus whatever earlier, crowded days were widened by (table `wide`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID: Final = 0x44544C4E  # "DTLN": tells a Dateline library from any other SQLite file
VERSION: Final = 2  # the number of migrations; mirrored in PRAGMA user_version
FIRST_DAY: Final = 1 << 30
DAY_BITS: Final = 12  # 4,096 briefs a day before the day has to be widened

# Column weights of bm25, in the order of the index's columns: title > comment > report; facets
# only filter. Most words stand in the report, and the first column costs nothing to name: the index
# is a sixth smaller than with the title first.
WEIGHTS: Final = {"report": 1.0, "comment": 2.0, "title": 10.0, "byline": 2.0, "facets": 0.0}
TEXT_COLUMNS: Final = ("report", "comment", "title", "byline")
INDEXED: Final = {
    "ft": (*TEXT_COLUMNS, "facets"),
    "head": ("title", "byline", "people", "facets"),
}
"""The full-text tables and their columns, which are columns of `entry`."""

# A larger in-memory hash makes larger first segments, and merging eight of them rather than four at
# a time rewrites less: 78 against 100 µs a brief over 100,000 briefs in batches of 4,000.
_SETTINGS: Final = {"hashsize": 32 << 20, "automerge": 8}

READER_PRAGMAS: Final = (
    "query_only=1",
    "mmap_size=0",
    "cache_size=-16384",
    "temp_store=MEMORY",
)
WRITER_PRAGMAS: Final = (
    "foreign_keys=1",
    "synchronous=NORMAL",
    "secure_delete=OFF",
    "mmap_size=0",
    "cache_size=-32768",
    "temp_store=MEMORY",
)

# As the first library had them; what has changed since stands with the migrations.
_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE brief (
    id INTEGER PRIMARY KEY,
    public TEXT NOT NULL UNIQUE,        -- "b4f2k": short, typeable, never reused
    version INTEGER NOT NULL,           -- the newest version's number
    created TEXT NOT NULL,
    forgotten TEXT                      -- when it was forgotten; NULL while it is in the library
);
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    brief INTEGER NOT NULL REFERENCES brief(id),
    number INTEGER NOT NULL,
    digest BLOB NOT NULL UNIQUE,        -- identity: the normalised content
    ingested TEXT NOT NULL,
    reading BLOB,                       -- an older version, compressed; the newest is in entry
    UNIQUE (brief, number)
);
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    part INTEGER NOT NULL,              -- which brief of the file, from 0
    version INTEGER NOT NULL REFERENCES version(id),
    content BLOB,                       -- hash of the file's bytes: the same need no reading again
    seen TEXT NOT NULL,
    UNIQUE (path, part)
);
CREATE INDEX source_version ON source (version);

CREATE TABLE entry (                    -- the newest version of each brief in the library
    row INTEGER PRIMARY KEY,            -- the index's row number, ascending with the date
    brief INTEGER NOT NULL UNIQUE REFERENCES brief(id),
    date TEXT,
    date_text TEXT,
    authors TEXT NOT NULL,              -- JSON [[name, role, institution], …]
    pairs TEXT NOT NULL,                -- "IR-RU IR-SY", the main pair first
    comments INTEGER NOT NULL,          -- how many paragraphs of comment
    layout TEXT NOT NULL,               -- JSON [[kind, label, paragraphs], …]
    readings TEXT NOT NULL,             -- JSON {field: [confidence, reason]}
    boilerplate TEXT,                   -- what was set aside, a line each
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    people TEXT NOT NULL,               -- the names in it as printed, a line each
    facets TEXT NOT NULL,
    report TEXT NOT NULL,               -- paragraphs, a blank line between
    comment TEXT NOT NULL
);
CREATE INDEX entry_narrow ON entry (row, brief); -- a filter on briefs need not read their text
CREATE TABLE wide (day INTEGER PRIMARY KEY, extra INTEGER NOT NULL);

CREATE TABLE analyst (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
CREATE TABLE institution (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
CREATE TABLE brief_analyst (
    analyst INTEGER NOT NULL REFERENCES analyst(id),
    brief INTEGER NOT NULL REFERENCES brief(id),
    institution INTEGER REFERENCES institution(id),
    PRIMARY KEY (analyst, brief)
) WITHOUT ROWID;
CREATE INDEX brief_analyst_brief ON brief_analyst (brief);

CREATE TABLE brief_country (
    code TEXT NOT NULL,
    brief INTEGER NOT NULL REFERENCES brief(id),
    in_report INTEGER NOT NULL,
    in_comment INTEGER NOT NULL,
    spans TEXT NOT NULL,                -- "paragraph:start-end …"
    PRIMARY KEY (code, brief)
) WITHOUT ROWID;
CREATE INDEX brief_country_brief ON brief_country (brief);
CREATE TABLE brief_pair (
    pair TEXT NOT NULL,
    brief INTEGER NOT NULL REFERENCES brief(id),
    score REAL NOT NULL,
    main INTEGER NOT NULL,
    in_report INTEGER NOT NULL,
    in_comment INTEGER NOT NULL,
    PRIMARY KEY (pair, brief)
) WITHOUT ROWID;
CREATE INDEX brief_pair_brief ON brief_pair (brief);

CREATE TABLE name (                     -- a spelling-independent name; a person is one or more
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    surname TEXT NOT NULL,              -- sound skeleton of the surname
    printed TEXT NOT NULL,              -- the form it was first met in
    brief INTEGER REFERENCES brief(id), -- a bare surname belongs to one brief; else NULL
    home INTEGER NOT NULL,              -- the earliest name of the same person by structure
    person INTEGER NOT NULL             -- the same by structure and ledger: "p17" is name 17's
);
CREATE INDEX name_home ON name (home);
CREATE INDEX name_person ON name (person);
CREATE INDEX name_surname ON name (surname);
CREATE TABLE name_word (                -- the folded words of each name, to find it by
    word TEXT NOT NULL, name INTEGER NOT NULL REFERENCES name(id), PRIMARY KEY (word, name)
) WITHOUT ROWID;
CREATE TABLE spelling (                 -- how names of one sound are spelled in the library
    sound TEXT NOT NULL,                -- sound skeleton of one word of a name
    term TEXT NOT NULL,                 -- a term of the index
    PRIMARY KEY (sound, term)
) WITHOUT ROWID;
CREATE TABLE brief_person (
    name INTEGER NOT NULL REFERENCES name(id),
    brief INTEGER NOT NULL REFERENCES brief(id),
    printed TEXT NOT NULL,              -- every printed form, the fullest first, a line each
    known TEXT,                         -- the full name, where only the table of offices has it
    rank TEXT,
    office TEXT,
    country TEXT,
    country_reason TEXT,
    in_report INTEGER NOT NULL,
    in_comment INTEGER NOT NULL,
    spans TEXT NOT NULL,
    PRIMARY KEY (name, brief)
) WITHOUT ROWID;
CREATE INDEX brief_person_brief ON brief_person (brief);

CREATE TABLE sketch (                   -- the smallest hashes of a text's runs of words
    hash INTEGER NOT NULL, brief INTEGER NOT NULL REFERENCES brief(id), PRIMARY KEY (hash, brief)
) WITHOUT ROWID;
CREATE TABLE problem (
    id INTEGER PRIMARY KEY,
    brief INTEGER REFERENCES brief(id),
    source TEXT,
    field TEXT NOT NULL,
    reason TEXT NOT NULL,
    guess TEXT
);
CREATE INDEX problem_brief ON problem (brief);
CREATE INDEX problem_source ON problem (source);

CREATE TABLE mark (brief INTEGER PRIMARY KEY REFERENCES brief(id), read TEXT, starred TEXT);
CREATE INDEX mark_starred ON mark (brief) WHERE starred IS NOT NULL;
CREATE TABLE tag (
    tag TEXT NOT NULL, brief INTEGER NOT NULL REFERENCES brief(id), PRIMARY KEY (tag, brief)
) WITHOUT ROWID;
CREATE INDEX tag_brief ON tag (brief);
CREATE TABLE note (
    id INTEGER PRIMARY KEY, brief INTEGER NOT NULL REFERENCES brief(id), text TEXT NOT NULL,
    created TEXT NOT NULL, version INTEGER, paragraph INTEGER, quote TEXT
);
CREATE INDEX note_brief ON note (brief);
CREATE TABLE correction (
    brief INTEGER NOT NULL REFERENCES brief(id), field TEXT NOT NULL, value TEXT NOT NULL,
    anchor TEXT, created TEXT NOT NULL, PRIMARY KEY (brief, field)
) WITHOUT ROWID;
CREATE TABLE ledger (                   -- append-only: undo is a date, not a deletion
    id INTEGER PRIMARY KEY,
    act TEXT NOT NULL,                  -- same or different
    a TEXT NOT NULL,                    -- as in store.identities.reference
    b TEXT NOT NULL,
    evidence TEXT, created TEXT NOT NULL, undone TEXT
);
CREATE TABLE act (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL, created TEXT NOT NULL,
    undone TEXT
);
CREATE TABLE saved (
    name TEXT PRIMARY KEY COLLATE NOCASE, query TEXT NOT NULL,
    looked INTEGER NOT NULL             -- the newest brief.id when its results were last looked at
) WITHOUT ROWID;
CREATE TABLE asked (                    -- the history of queries, the latest last
    id INTEGER PRIMARY KEY, query TEXT NOT NULL UNIQUE
);

CREATE TABLE vocab (                    -- the terms of the index, facets apart
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    briefs INTEGER NOT NULL,            -- how many briefs hold it
    sound TEXT,                         -- skeleton and consonants; NULL for what is never varied
    bones TEXT
);
CREATE INDEX vocab_sound ON vocab (sound) WHERE sound IS NOT NULL;
CREATE INDEX vocab_bones ON vocab (bones) WHERE bones IS NOT NULL;
CREATE TABLE near (                     -- terms by what is left of them without one letter
    key INTEGER NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (key, term)
) WITHOUT ROWID;
CREATE TABLE facet (token TEXT PRIMARY KEY, briefs INTEGER NOT NULL) WITHOUT ROWID
"""
_FULL_TEXT: Final = """
CREATE VIRTUAL TABLE ft USING fts5(
    report, comment, title, byline, facets,
    content='entry', content_rowid='row', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE head USING fts5(   -- small, so that every beginning of a word can be kept
    title, byline, people, facets, prefix='1 2 3',
    content='entry', content_rowid='row', tokenize='unicode61 remove_diacritics 2'
)
"""
_SECOND: Final = """
CREATE TABLE heading (                  -- briefs by a hash of date and title
    hash INTEGER NOT NULL, brief INTEGER NOT NULL REFERENCES brief(id), PRIMARY KEY (hash, brief)
) WITHOUT ROWID;
DROP INDEX vocab_sound;
DROP INDEX vocab_bones;
CREATE INDEX vocab_bones ON vocab (bones, sound) WHERE bones IS NOT NULL
"""


def statements(script: str) -> list[str]:
    """Return the SQL statements of a script without its comments, one string each."""
    lines = (line.split("--", 1)[0].rstrip() for line in script.splitlines())
    return [s.strip() for s in "\n".join(lines).split(";") if s.strip()]


def full_text_tables() -> dict[str, str]:
    """Return the full-text tables, by name, with the statements that make them."""
    return {s.split()[3]: s for s in statements(_FULL_TEXT)}


def tune(connection: sqlite3.Connection, table: str) -> None:
    """Set what a full-text table keeps as its own settings."""
    if table == "ft":
        weights = ", ".join(str(w) for w in WEIGHTS.values())
        connection.execute("INSERT INTO ft(ft, rank) VALUES ('rank', ?)", [f"bm25({weights})"])
    for name, value in _SETTINGS.items():
        connection.execute(f"INSERT INTO {table}({table}, rank) VALUES (?, ?)", [name, value])


def _m001_first_library(db: Database) -> None:
    for statement in statements(_TABLES):
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('vocabulary', '0'), ('briefs', '0'), ('looked', '0')")
    for statement in full_text_tables().values():
        db.execute(statement)


def _m002_smaller_index(db: Database) -> None:
    """The report first in the index, one index for both sounds of a term, headings by hash."""
    from store.library import headings  # late: only this needs it

    for statement in statements(_SECOND):
        db.execute(statement)
    headings.rebuild(db.conn)
    for table, statement in full_text_tables().items():
        db.execute(f"DROP TABLE {table}")
        db.execute(statement)
        tune(db.conn, table)
        db.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")


MIGRATIONS: Final[dict[str, Callable[[Database], None]]] = {
    "m001_first_library": _m001_first_library,
    "m002_smaller_index": _m002_smaller_index,
}
"""Every migration by its name, in order; `VERSION` is their number."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the library up to `VERSION`, all in one transaction.

    sqlite-utils keeps the list of what was applied; it is imported here only, because a library
    that is up to date (PRAGMA user_version) must open without paying for that import.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("dateline")
    for name, migration in MIGRATIONS.items():
        migrations(name=name)(migration)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(connection))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # Ctrl-C may come just after the commit
            connection.execute("ROLLBACK")
        raise
