"""What stands beside a full name: its title, before or after it, and its original letters."""

from __future__ import annotations

from store.entities.appositions import title_after
from store.entities.geography import country_before
from store.entities.offices import title_before, title_before_comma
from store.entities.phrases import Title

_RULES = ("government of ", "regime of ", "administration of ", "presidency of ", "rule of ",
          "leadership of ")  # fmt: skip


def title_of(text: str, start: int, stop: int) -> Title | None:
    """Return the title of the name at [start, stop): rank, office and country told beside it."""
    before = title_before(text, start)
    if before and before.office and before.office.lower() == "commander":
        before = before._replace(rank=before.office, office=None)  # of what, none tells
        comma = title_before_comma(text, before.start)
        if comma is None or comma.counterpart:
            return before._replace(rank=None, office=before.rank)
    if before and before.office:
        return before
    comma = title_before_comma(text, before.start if before else start)
    after = comma or title_after(text, stop) or (None if before else _ruled(text, start))
    if before is None or after is None:
        return before or after
    return before._replace(
        office=after.office,
        country=before.country or after.country,
        reason=before.reason or after.reason,
    )


def _ruled(text: str, start: int) -> Title | None:
    """ "The Syrian government of X": the country stands before the rule."""
    before = text[max(0, start - 60) : start]
    rule = next((rule for rule in _RULES if before.endswith(rule)), None)
    if rule is None:
        owner = before.rstrip().rpartition(" ")[2]
        if not owner.endswith(("’s", "'s")) or not owner[0].isupper():
            return None
        code, _ = country_before(before.split())
        return Title(country=code, reason=f"“{owner} …”") if code else None
    words = before.removesuffix(rule).split()
    code, size = country_before(words)
    return Title(country=code, reason=f"“{' '.join(words[-size:])} {rule}…”" if code else None)


def original_of(text: str, stop: int) -> str | None:
    """Return the name in another script, in brackets right after it."""
    if text[stop : stop + 2] != " (":
        return None
    close = text.find(")", stop, stop + 70)
    inside = text[stop + 2 : close] if close > 0 else ""
    letters = [c for c in inside if c.isalpha()]
    if letters and all(ord(c) > 0x36F for c in letters):
        return inside.strip()
    return None
