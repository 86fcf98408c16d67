"""How heavy a mention is: a party to what is told, its scene, or only a word."""

from __future__ import annotations

from store.entities.context import Around, begins
from store.entities.gazetteer import Rules

_SCENE_WORDS = frozenset({"in", "over", "inside", "from", "across", "within", "throughout"})
_DIRECTIONS = frozenset(
    """
    the northern southern eastern western central north-eastern north-western south-eastern
    south-western northeastern northwestern southeastern southwestern neighboring neighbouring
    nearby war-torn upper lower mainland
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_LIST_JOINTS = frozenset({", ", " and ", ", and ", " or ", ", or ", "/", ", the ", " and the "})
_LONGEST_JOINT = max(map(len, _LIST_JOINTS))
_ANTI = ("anti-", "non-", "un-")


class Scenes:
    """Weighs the matches of one passage in order: "in Syria, Iraq and Yemen" is one scene."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last_scene_end = -_LONGEST_JOINT - 1

    def weight(self, around: Around, rules: Rules) -> float:
        """Return 1 for a party, 0.5 for a scene or a place, 0 for "anti-American"."""
        if around.head[-5:].lower().endswith(_ANTI):
            return 0.0
        scene = self._is_scene(around)
        if scene:
            self._last_scene_end = around.end
        if around.surface.kind in ("place", "region"):
            return 0.25 if scene else 0.5
        if scene:
            return 0.5
        meeting = around.surface.kind == "seat" and begins(around.tail, rules.meetings)
        return 0.5 if meeting else 1.0

    def _is_scene(self, around: Around) -> bool:
        surface = around.surface
        if surface.kind in ("demonym", "body") or around.tail[:1] in ("'", "-"):
            return False
        if 0 < around.start - self._last_scene_end <= _LONGEST_JOINT:
            between = self._text[self._last_scene_end : around.start]
            if between in _LIST_JOINTS:
                return True
        if around.head[-1:] != " ":
            return False
        before = around.head[-40:].lower().split()
        if surface.text.isupper() and not around.headline and before[-1:] != ["the"]:
            return False  # "in U.S. policy", "from UK officials"
        while before and before[-1] in _DIRECTIONS:
            before.pop()
        return bool(before) and before[-1] in _SCENE_WORDS
