"""What an empty list says: what is missing, and what to do next."""

from __future__ import annotations

from tui.place import ALL, MARKED, STARRED, UNREAD, Place

WELCOME = (
    "Welcome to Dateline.",
    "",
    "This library holds no briefs yet.",
    "",
    "  i   reads files and folders in",
    "  ?   shows all keys,  q  quits",
    "",
    "In a shell: dateline ingest FOLDER,",
    "or dateline demo for sample briefs.",
)

STILL_LOOKING = ("Nothing yet; still looking …",)


def lines_for(place: Place, query: str) -> tuple[str, ...]:
    """Return the lines to show where the list at `place` for `query` holds nothing."""
    if query.strip():
        wider = (f"w      search all of the library, not only {place.name}",) if place.scope else ()
        return (
            "Nothing found.",
            "",
            "Drop a word, or try another spelling.",
            "Esc    back to where you were",
            "F1     how the query was understood",
            *wider,
        )
    if place == ALL:
        return WELCOME
    if place == MARKED:
        return ("Nothing is marked.", "", "Mark briefs with Space, then press c to compare them.")
    if place == UNREAD:
        return ("Everything is read.", "", "1 shows all briefs.")
    if place == STARRED:
        return ("Nothing is starred.", "", "s stars the brief you are on.")
    return (f"No {place.kind} here yet.", "", "1 shows all briefs, Backspace goes back.")
