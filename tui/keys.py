"""Every command of the app, stated once.

Key bindings, the line of keys at the foot, the palette, the help screen and `dateline keys` are
all derived from `COMMANDS`. Nothing here knows Textual, so the command line can print the table
without loading the screens.

`COMMANDS` has the keys as they come; `remap` gives commands the keys that the reader's settings
name, and `commands`, `commands_at` and `sequences_at` tell the keys as they are now.

A key is a printed character ("/", "G") or a name as terminals have it ("ctrl+d", "pagedown");
two keys with a space between them are pressed one after the other ("g g").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Where = Literal[
    "app", "browse", "query", "list", "places", "reader", "page", "matrix", "matrix_screen",
    "compare", "prompt", "picker", "review",
    "leaflet",
]  # fmt: skip

TITLES: dict[Where, str] = {
    "app": "Everywhere",
    "browse": "Browsing",
    "query": "In the query bar",
    "list": "In the list",
    "places": "Among the places",
    "reader": "In the brief",
    "page": "On the page of a pair, country, person or analyst",
    "matrix": "In the matrix of pairs",
    "matrix_screen": "Around the matrix",
    "compare": "Side by side",
    "prompt": "Where something is asked at the foot",
    "picker": "In a list to choose from",
    "review": "Who is who",
    "leaflet": "On a page laid over the screen",
}

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the app can do.

    `id` is the name of the action, `label` one or two words for the foot of the screen, `help`
    one sentence, `where` the parts of the app that answer to it, `footer` its rank on the line of
    keys: those of rank 1 stand first, those of rank 0 not at all.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[Where, ...]
    footer: int = 0

    @property
    def shown(self) -> str:
        """All keys as a person would write them: "g g  Home"."""
        return "  ".join(shown_key(key) for key in self.keys)


_MOVING: tuple[Where, ...] = ("list", "places", "reader", "page", "matrix", "compare")
_SHEETS: tuple[Where, ...] = ("review", "leaflet")
_PAGED: tuple[Where, ...] = (*_MOVING, "leaflet")
_TEXTS: tuple[Where, ...] = ("reader", "compare", "leaflet")

MOVEMENT = frozenset({
    "down", "up", "half_down", "half_up", "page_down", "page_up", "top", "bottom",
})  # fmt: skip
"""Commands, by id, that are the same wherever one moves: help tells them once."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "search", ("/",), "search", "Search where you stand; every key counts.", ("browse",), 1
    ),
    Command(
        "to_results", ("enter", "down"), "results", "Go down to the results.", ("query",), 1
    ),
    Command(
        "leave_query", ("escape",), "leave", "Leave the bar; the results stay.", ("query",), 1
    ),
    Command(
        "leave", ("escape",), "leave",
        "Leave the brief, or drop the search: back to where you were.", ("browse",), 2,
    ),
    Command("explain", ("f1",), "explain", "Say how the query was understood.", ("browse",)),
    Command("down", ("j", "down"), "down", "One line or row down.", (*_MOVING, *_SHEETS)),
    Command("up", ("k", "up"), "up", "One line or row up.", (*_MOVING, *_SHEETS)),
    Command("half_down", ("ctrl+d",), "half down", "Half a screen down.", _PAGED),
    Command("half_up", ("ctrl+u",), "half up", "Half a screen up.", _PAGED),
    Command("page_down", ("pagedown",), "page down", "A screen down.", _PAGED),
    Command("page_up", ("pageup",), "page up", "A screen up.", _PAGED),
    Command("top", ("g g", "home"), "top", "To the very top.", _PAGED),
    Command("bottom", ("G", "end"), "bottom", "To the very bottom.", _PAGED),
    Command("read_on", ("space",), "read on", "A screen down in the text.", _TEXTS, 1),
    Command("read_back", ("b",), "read back", "A screen up in the text.", _TEXTS),
    Command(
        "open", ("enter",), "open", "Read the brief, or stand on what is chosen.",
        ("list", "places", "page", "matrix"), 1,
    ),
    Command(
        "mark", ("space", "x"), "mark", "Mark or unmark, to compare or to act on several.",
        ("list",), 1,
    ),
    Command(
        "mark_all", ("*",), "mark all", "Mark all that the list holds, or unmark all.", ("browse",)
    ),
    Command(
        "next_hit", ("n",), "next hit", "To the next hit, on into the next brief.",
        ("browse",), 2,
    ),
    Command(
        "previous_hit", ("N",), "previous hit", "To the hit before, back into the brief before.",
        ("browse",),
    ),
    Command(
        "next_entity", ("}",), "next name", "To the next person or country of the brief.",
        ("reader",), 1,
    ),
    Command(
        "previous_entity", ("{",), "name before", "To the person or country before.", ("reader",)
    ),
    Command(
        "follow", ("enter",), "go there", "Stand on the person or country that is picked out.",
        ("reader",), 1,
    ),
    Command(
        "next_paragraph", ("J", ")"), "paragraph", "Pick out the next paragraph.", ("reader",), 1,
    ),
    Command(
        "previous_paragraph", ("K", "("), "paragraph before", "Pick out the paragraph before.",
        ("reader",),
    ),
    Command("compare", ("c",), "compare", "Lay the marked briefs side by side.", ("browse",), 2),
    Command(
        "star", ("s",), "star", "Star the marked briefs or this one, or take the stars away.",
        ("browse",), 3,
    ),
    Command(
        "toggle_read", ("r",), "read/unread", "Call the marked briefs or this one read or unread.",
        ("browse",), 3,
    ),
    Command(
        "tag", ("t",), "tag", "Put tags on the marked briefs or this one, or take them away.",
        ("browse",), 3,
    ),
    Command("note", ("a",), "note", "Write a note on this brief.", ("browse",), 3),
    Command(
        "forget", ("d",), "forget", "Take the marked briefs or this one out of every view.",
        ("browse",),
    ),
    Command("undo", ("U",), "undo", "Take back what was done last.", ("browse",), 5),
    Command(
        "copy", ("y",), "copy", "Copy a passage of this brief: the paragraph, or what was found.",
        ("browse",), 3,
    ),
    Command(
        "cite", ("Y",), "copy citation", "Copy the citations of the marked briefs or of this one.",
        ("browse",), 3,
    ),
    Command(
        "open_source", ("o",), "source", "Open what the brief was read from.", ("browse",)
    ),
    Command(
        "edit", ("e",), "correct",
        "Correct a field of this brief, or where its comment begins.", ("browse",),
    ),
    Command(
        "pipe", ("|",), "pipe", "Give the marked briefs or this one to another program.",
        ("browse",),
    ),
    Command(
        "include", ("f",), "narrow", "Only briefs on a country, pair, person, year …", ("browse",),
        4,
    ),
    Command("exclude", ("F",), "leave out", "Without the briefs on something.", ("browse",)),
    Command("save_search", ("S",), "save search", "Keep the search under a name.", ("browse",)),
    Command("versions", ("v",), "versions", "What changed since an older version.", ("browse",)),
    Command("ingest", ("i",), "ingest", "Read files and folders into the library.", ("browse",)),
    Command(
        "widen", ("w",), "widen", "The same search in the whole library.", ("browse",), 2,
    ),
    Command("back", ("backspace", "["), "back", "Back to where you were.", ("browse",), 2),
    Command("forward", ("]",), "forward", "Forward again.", ("browse",)),
    Command("briefs", ("1",), "briefs", "All briefs, newest first.", ("browse",)),
    Command("pairs", ("2",), "pairs", "Country pairs, most briefs first.", ("browse",), 4),
    Command("people", ("3",), "people", "People, most briefs first.", ("browse",), 4),
    Command("analysts", ("4",), "analysts", "Analysts, most briefs first.", ("browse",)),
    Command("marked", ("5",), "show marked", "The briefs that are marked.", ("browse",), 2),
    Command(
        "page", ("p",), "page", "All about the pair, country, person or analyst; or the brief.",
        ("browse",), 2,
    ),
    Command(
        "matrix", ("M",), "matrix", "Country against country: how many briefs each pair has.",
        ("browse",),
    ),
    Command("cell_left", ("h", "left"), "left", "A country to the left.", ("matrix",)),
    Command("cell_right", ("l", "right"), "right", "A country to the right.", ("matrix",)),
    Command("next_pair", ("n",), "next pair", "To the next pair with briefs.", ("matrix",), 1),
    Command("filter", ("/",), "filter", "Keep only some countries.", ("matrix_screen",), 1),
    Command(
        "to_matrix", ("enter", "down", "escape"), "matrix", "From the filter to the matrix.",
        ("matrix_screen",), 1,
    ),
    Command("sort", ("s",), "sort", "Most briefs first, or by name.", ("matrix_screen",), 1),
    Command(
        "leave_matrix", ("q", "escape", "backspace", "["), "back",
        "Out of the filter, then back to the list.", ("matrix_screen",), 1,
    ),
    Command(
        "who_is_who", ("m",), "who is who", "Ask about names that may be one person's.",
        ("browse",),
    ),
    Command("next_pane", ("tab",), "next pane", "To the next pane.", ("browse",)),
    Command("left", ("h", "left"), "left", "To the pane on the left.", ("browse",)),
    Command("right", ("l", "right"), "right", "To the pane on the right.", ("browse",)),
    Command("close", ("q",), "back/quit", "Back; at the first screen, quit.", ("browse",)),
    Command(
        "lane_left", ("h", "left"), "lane left", "To the lane on the left.", ("compare",), 3
    ),
    Command(
        "lane_right", ("l", "right"), "lane right", "To the lane on the right.", ("compare",), 3
    ),
    Command(
        "lock", ("z",), "scroll lock", "All lanes scroll together, or each on its own.",
        ("compare",), 2,
    ),
    Command(
        "points", ("p",), "points", "What is shared, what differs; p again for the lanes.",
        ("compare",), 1,
    ),
    Command("reports", ("R",), "reports", "Reports too, or comments only.", ("compare",), 2),
    Command("order", ("A",), "by analyst/date", "By analyst, or by date.", ("compare",), 2),
    Command(
        "end_compare", ("q", "escape", "backspace", "["), "back",
        "Back to the list; from the points, to the lanes.", ("compare",), 1,
    ),
    Command("is_same", ("y",), "same", "They are one person.", ("review",), 1),
    Command("is_different", ("n",), "different", "They are two people.", ("review",), 1),
    Command("decide_later", ("l",), "later", "On to the next, undecided.", ("review",), 1),
    Command("take_back", ("U",), "take back", "Take back the last answer.", ("review",), 1),
    Command(
        "end_review", ("q", "escape", "backspace", "["), "back", "Back to the people.",
        ("review",), 1,
    ),
    Command("answer", ("enter",), "answer", "Take what is typed.", ("prompt",), 1),
    Command("cancel", ("escape",), "cancel", "Ask no more.", ("prompt",), 1),
    Command("complete", ("tab",), "complete", "Complete what is typed.", ("prompt",), 1),
    Command(
        "write_elsewhere", ("ctrl+o",), "editor", "Write the note in your editor.",
        ("prompt",), 1,
    ),
    Command("pick", ("enter",), "choose", "Take the choice under the cursor.", ("picker",), 1),
    Command("pick_none", ("escape",), "cancel", "Choose nothing.", ("picker",), 1),
    Command("pick_next", ("down", "tab"), "down", "To the next choice.", ("picker",)),
    Command("pick_previous", ("up", "shift+tab"), "up", "To the choice before.", ("picker",)),
    Command("dismiss", ("q", "escape"), "close", "Close this page.", ("leaflet",), 1),
    Command(
        "find_line", ("/",), "find", "Keep only the lines with some words; Esc shows all.",
        ("leaflet",), 1,
    ),
    Command("help", ("?",), "help", "All keys, and what the signs mean.", ("app",), 1),
    Command("palette", ("ctrl+p",), "palette", "Find a command or a theme by name.", ("app",)),
    Command("quit", ("ctrl+q",), "quit", "Quit at once.", ("app",)),
)  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as a person would write it: "pagedown" → "PgDn", "ctrl+d" → "Ctrl+d"."""
    if " " in key:
        return " ".join(shown_key(part) for part in key.split())
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:]}"
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return _NAMES.get(key, key)


UNDER: Mapping[Where, tuple[Where, ...]] = {
    "list": ("browse",), "places": ("browse",), "reader": ("browse",), "page": ("browse",),
    "matrix": ("matrix_screen",),
}  # fmt: skip
"""Parts whose commands also work in another, below the commands of that one itself."""

_live: list[Command] = list(COMMANDS)

ALWAYS = {"quit": "ctrl+q"}
"""Commands that keep a key whatever the settings say, so that the app can always be left."""


def remap(keys: Mapping[str, Sequence[str]]) -> None:
    """Give the commands named by id other keys, all others their own, from now on."""
    for at, command in enumerate(COMMANDS):
        given = tuple(keys.get(command.id, command.keys))
        kept = ALWAYS.get(command.id)
        if kept and kept not in given:
            given += (kept,)
        _live[at] = command if given == command.keys else replace(command, keys=given)


def commands() -> tuple[Command, ...]:
    """Return all commands with the keys they have now, in the order of the table."""
    return tuple(_live)


def commands_at(where: Where) -> tuple[Command, ...]:
    """Return the commands that a part of the app answers to, in the order of the table."""
    return tuple(command for command in _live if where in command.where)


def sequences_at(where: Where) -> dict[str, str]:
    """Return the key sequences of a part of the app and of what lies under it.

    "g g" → the command's id; of one sequence in two parts, that of the part itself counts.
    """
    places = ("app", *UNDER.get(where, ()), where)
    found = (command for place in places for command in commands_at(place))
    return {key: command.id for command in found for key in command.keys if " " in key}
