"""Everything that can go wrong, as a tree.

    DatelineError                 one clear line: what, where, why, what to do
    ├── UsageError                the request itself makes no sense              (exit 2)
    ├── NotFound                  no brief, person, pair or analyst by that name (exit 1)
    ├── Interrupted               a newer request stopped this one
    ├── InputError                a source could not be read                     (exit 1)
    │   ├── MissingExtra          the reader for this format is not installed
    │   └── TooLarge              a limit on size, nesting or time was reached
    └── LibraryError              the library cannot be used or is unsound       (exit 3)
        ├── LibraryMissing        there is no library at this path
        ├── LibraryForeign        the file is no Dateline library
        ├── LibraryNewer          it was written by a newer version
        ├── LibraryBusy           another process holds the write lock
        └── LibraryReadOnly       it can be read but not written

Each class carries the exit code that the command line answers with, so that no
command has to translate.
"""

from __future__ import annotations

__all__ = [
    "DatelineError",
    "InputError",
    "Interrupted",
    "LibraryBusy",
    "LibraryError",
    "LibraryForeign",
    "LibraryMissing",
    "LibraryNewer",
    "LibraryReadOnly",
    "MissingExtra",
    "NotFound",
    "TooLarge",
    "UsageError",
]


class DatelineError(Exception):
    """The root: its text is a single line fit to be shown to a reader."""

    exit_code = 1


class UsageError(DatelineError):
    """The request itself makes no sense."""

    exit_code = 2


class NotFound(DatelineError):
    """No brief, person, pair or analyst answers to that name."""


class Interrupted(DatelineError):
    """A newer request stopped this one; its answer would come too late."""


class InputError(DatelineError):
    """A source could not be read."""


class MissingExtra(InputError):
    """The reader for this format is an extra that is not installed."""


class TooLarge(InputError):
    """A limit on size, nesting or time was reached."""


class LibraryError(DatelineError):
    """The library cannot be used or is unsound."""

    exit_code = 3


class LibraryMissing(LibraryError):
    """There is no library at this path."""


class LibraryForeign(LibraryError):
    """The file is no Dateline library."""


class LibraryNewer(LibraryError):
    """The library was written by a newer version; it is left untouched."""


class LibraryBusy(LibraryError):
    """Another process holds the write lock for too long."""


class LibraryReadOnly(LibraryError):
    """The library can be read but not written."""
