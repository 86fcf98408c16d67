""" "M." before names: an initial, or Monsieur where a brief calls several people so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.entities.pages import OpenPage
from store.entities.runs import Run

_PRINTED = ("M.", "MM.")
_LEAST = 3  # different names behind it; fewer may be initials


def take_messieurs_off(pages: Sequence[OpenPage]) -> None:
    """Take "M." out of the runs of words where it is no initial, so that names begin behind it."""
    if not any("M. " in page.passage.text for page in pages):
        return
    names = {name for page in pages for run in page.runs() for name in _called(run)}
    if len(names) < _LEAST:
        return
    for page in pages:
        page.keep([part for run in page.runs() for part in _parts(run)])


def _called(run: Run) -> Iterable[str]:
    """The words that stand behind an "M." that no given name stands before."""
    for at in range(len(run) - 1):
        if run[at].text in _PRINTED and (not at or run[at - 1].text[-1] != "."):
            yield run[at + 1].text


def _parts(run: Run) -> Iterable[Run]:
    """A run cut at every "M."; the pieces are runs of their own."""
    part: Run = []
    for token in run:
        if token.text in _PRINTED:
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part
