"""What the TAB key of a shell completes, for the arguments and options of the subcommands.

Each function here is a `shell_complete` of click: it gets the context, the parameter and the
unfinished word. A completion that goes wrong (no library, one that is busy or broken) is none:
a shell has no place for a message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from store.library import Library
    from store.views import Suggestion

VARIABLE = "_DATELINE_COMPLETE"
"""The environment variable by which a shell asks for completions."""

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
Finder = Callable[["Library", "Typed"], "Iterator[Suggestion]"]

_PLAIN = re.compile(r"[\w.+@%/:(-]+")
"""Words that no shell takes for anything else: names and tags come from outside, and a shell puts
a completion into the command line as it is."""
_NAMES = ("person", "by", "at")
"""Fields whose values are names of several words, of which one is completed at a time."""


class Typed:
    """The words of one argument as they stand in the shell: finished ones, and one that is not.

    Bash cuts words at colons ("pair", ":", "IR"); they are put together again, and `cut` is what
    a completion must not repeat.
    """

    def __init__(self, ctx: click.Context, parameter: click.Parameter, incomplete: str) -> None:
        given = ctx.params.get(parameter.name or "") or ()
        words = [given] if isinstance(given, str) else [str(word) for word in given]
        self.cut = ""
        if incomplete == ":" and words:
            self.cut = f"{words.pop()}:"
            incomplete = self.cut
        elif len(words) > 1 and words[-1] == ":":
            words.pop()
            self.cut = f"{words.pop()}:"
            incomplete = self.cut + incomplete
        self.before: Sequence[str] = words
        self.word = incomplete


def completer(find: Finder) -> Completer:
    """Return the completer that asks the chosen library, and has nothing to offer on any error."""

    def complete(
        ctx: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from store.library import Library
        from tui.options import library_of

        try:
            typed = Typed(ctx, parameter, incomplete)
            with Library.open(library_of(ctx)) as library:
                found = {s.value: s for s in find(library, typed) if _PLAIN.fullmatch(s.value)}
                return [
                    CompletionItem(value.removeprefix(typed.cut), help=s.about or None)
                    for value, s in found.items()
                ]
        except Exception:
            return []

    return complete


def _of(field: str) -> Finder:
    def find(library: Library, typed: Typed) -> Iterator[Suggestion]:
        return _values(library, field, typed.word, typed.before)

    return find


def _values(
    library: Library, field: str, start: str, before: Sequence[str] = ()
) -> Iterator[Suggestion]:
    """Values of a field of the query language, which must begin with just what is typed."""
    from store.views import Suggestion

    sought = " ".join([*before, start]).replace('"', "")
    for found in library.complete(f'{field}:"{sought}'):
        value = found.text.strip().strip('"')
        if field in _NAMES:
            yield from _words_of(value, start, before)
            continue
        if field == "pair" and not value.startswith(start.upper()):
            value = "-".join(reversed(value.split("-")))
        if value.lower().startswith(start.lower()):
            yield Suggestion(value, "" if field in ("in", "is") else found.label)


def _words_of(name: str, start: str, before: Sequence[str]) -> Iterator[Suggestion]:
    """The words of a name that could be typed next."""
    from store.text import fold
    from store.views import Suggestion

    done = set(map(fold, before))
    for printed in name.split():
        word = printed.strip(".,()")
        bare = fold(word)
        if bare.startswith(fold(start)) and bare not in done:
            yield Suggestion(word if word.startswith(start) else bare, name)


def _ids(library: Library, typed: Typed) -> Iterator[Suggestion]:
    return iter(library.ids_beginning(typed.word))


def _query(library: Library, typed: Typed) -> Iterator[Suggestion]:
    """Fields, their values, and words of the briefs; a leading minus or parenthesis is kept."""
    from store.search.tokens import FIELDS
    from store.views import Suggestion

    bare = typed.word.lstrip("-(")
    lead = typed.word[: len(typed.word) - len(bare)]
    field, colon, start = bare.partition(":")
    if colon:
        found = list(_values(library, field, start))
        lead += f"{field}:"
    else:
        found = [Suggestion(f"{name}:") for name in FIELDS if name.startswith(bare)]
        found += library.words_beginning(bare)
    yield from (Suggestion(f"{lead}{each.value}", each.about) for each in found)


def _briefs_or_query(library: Library, typed: Typed) -> Iterator[Suggestion]:
    if ":" not in typed.word:
        yield from _ids(library, typed)
    if typed.word:
        yield from _query(library, typed)


def _tags_after_briefs(library: Library, typed: Typed) -> Iterator[Suggestion]:
    from store.views import Suggestion

    if typed.word[:1] not in ("+", "-"):
        yield from _briefs_or_query(library, typed)
        return
    for tag in _values(library, "tag", typed.word[1:]):
        yield Suggestion(typed.word[0] + tag.value)


def _places(library: Library, typed: Typed) -> Iterator[Suggestion]:
    from store.views import Suggestion

    yield from (Suggestion("brief:") for _ in range("brief:".startswith(typed.word)))
    yield from _briefs_or_query(library, typed)


briefs = completer(_ids)
pairs = completer(_of("pair"))
countries = completer(_of("country"))
people = completer(_of("person"))
analysts = completer(_of("by"))
tags = completer(_of("tag"))
saved = completer(_of("saved"))
query = completer(_query)
briefs_or_query = completer(_briefs_or_query)
tags_after_briefs = completer(_tags_after_briefs)
places = completer(_places)
