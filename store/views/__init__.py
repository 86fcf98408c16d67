"""What the library answers: frozen shapes whose field names are the promised JSON keys.

`plain` turns any of them into dicts, lists, strings and numbers for `json.dumps`. Fields marked
"internal" in a class's `HIDDEN` are for the app only and never reach the JSON.

Each shape stands in a module of its subject, which is imported when the first shape of it is asked
for: making all of them takes longer than answering a search (half a millisecond a dataclass).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from store.views.plain import plain as plain

# ruff: noqa: F403  (for type checkers only: every public name of these is one of ours)
if TYPE_CHECKING:
    from store.views.analysts import *
    from store.views.brief import *
    from store.views.comparing import *
    from store.views.countries import *
    from store.views.facets import *
    from store.views.identity import *
    from store.views.ingesting import *
    from store.views.pairs import *
    from store.views.people import *
    from store.views.rows import *
    from store.views.searching import *
    from store.views.upkeep import *
    from store.views.versions import *

_HOMES = {
    "analysts": "AnalystRow AnalystView HedgeCount",
    "brief": "AlsoAt BriefView CountryCount NoteView PairCount PersonCount ProblemView SourceView",
    "comparing": "AlignedRow Change ChangeKind Comparison Lane Point PointKind Side Succession",
    "countries": "CountryView",
    "facets": "FacetCount FacetCounts FacetKind",
    "identity": "Candidate Context LedgerEntry ReviewSide",
    "ingesting": "IngestItem IngestReport IngestedBrief",
    "pairs": "PairReason PairRow PairView",
    "people": "NamedCount OfficeView PassageView PersonRow PersonView",
    "rows": "Row Snippet",
    "searching": "Completion Correction SavedSearch SearchAnswer Sort",
    "upkeep": "Backup Finding Health Recovery Stats Suggestion",
    "versions": "Edit FieldEdit Place VersionDiff WordRun",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

if not TYPE_CHECKING:  # a type checker would take any name for one of a module that has this

    def __getattr__(name: str) -> Any:
        """Import a shape when it is first asked for (PEP 562)."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        shape = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = shape
        return shape
