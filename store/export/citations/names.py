"""Authors' names in the parts that citations want them in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.entities.names import parse_name
from store.ingest.affiliations import is_institution

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")


@dataclass(frozen=True, slots=True)
class Name:
    """An author's name as `printed`; a name of one word, or of a house or team, is all `family`."""

    family: str
    given: str = ""
    suffix: str = ""
    printed: str = ""

    @property
    def straight(self) -> str:
        """The name as it is spoken: "Ottilie Brandvold Jr.", "Kim Jong-un"."""
        return self.printed or " ".join(p for p in (self.given, self.family, self.suffix) if p)


def name_of(text: str) -> Name:
    """Split a printed name into family, given names and suffix, each as printed."""
    words = text.replace(",", " ").split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if len(words) < 2 or is_institution(text) or words[0].lower() == "the":
        return Name(text, printed=text)
    parsed = parse_name(" ".join(words))
    family = parsed.family.split()
    # The last place it stands at: some people bear one name twice.
    starts = range(1) if parsed.family_first else range(len(words) - len(family), -1, -1)
    at = next((at for at in starts if words[at : at + len(family)] == family), len(words) - 1)
    end = at + len(family)
    return Name(" ".join(words[at:end]), " ".join(words[:at] + words[end:]), suffix, text)
