"""The dateline that opens a wire report: a place where it was written, not what it is about."""

from __future__ import annotations

import re

from store.entities.gazetteer import Gazetteer

_REACH = 150
# "PARIS (Reuters) -", "Lima, 23 Aug 88 (EFE) -- [Text]", "TEHRAN, Iran (AP) —", and with the
# country of the place in brackets first: "Berlin (FRG), 6 Nov 88 (ADN) --".
_PLACE = r"\A\s*+[^\W\d_a-z][\w.']{0,20}(?:[ -][^\W\d_a-z][\w.']{0,20}){0,3}"
_DASH = r"(?:--|—|–|-)\s"
_AGENCY = re.compile(
    _PLACE
    + r"(?: \([^()]{1,30}\))?(?:, ?[^()]{1,40})? {0,2}\(([^\W\d_a-z][^()]{1,60})\) {0,3}"
    + _DASH
)
_BARE = re.compile(r"\A\s*+([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.' ]{1,30})(?:,[^()—–\n]{1,40}?)?\s" + _DASH)


def dateline_end(text: str, table: Gazetteer) -> int:
    """Return where the dateline that opens `text` ends, 0 if there is none.

    A bare "PLACE — " is one only when the place is a town: "IRAN — …" is the lead of an item.
    """
    opening = text[:_REACH]
    if "- " not in opening and "— " not in opening and "– " not in opening:
        return 0
    agency = _AGENCY.match(opening)
    if agency and agency.group(1) not in table.surfaces:
        return agency.end()
    bare = _BARE.match(opening)
    if bare and not text.isupper():
        place = table.surfaces.get(bare.group(1).strip())
        if place is None or place.kind in ("seat", "place", "region", "venue"):
            return bare.end()
    return 0
