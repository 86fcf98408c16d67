"""How a word may sound, under the romanisation it may have been typed in."""

from __future__ import annotations

import re
from functools import lru_cache

from store.text import sounds

# One letter, other sounds, put into the spelling that `sounds` expects. German: j is y, z is ts,
# ch is kh, sch may be zh. French: ch is sh, a final e is mute. Turkish: c is j, or ch without its
# cedilla. Belarusian writes av and ev as au and eu; Greek and Italian take ts for s and back.
_GERMAN = {"tsch": "ch", "sch": "sh", "dsch": "j", "ch": "kh", "j": "y", "z": "ts"}
_SYSTEMS: tuple[tuple[re.Pattern[str], dict[str, str]], ...] = (
    (re.compile("tsch|dsch|sch|ch|j|z"), _GERMAN),
    (re.compile("tsch|dsch|sch|ch|j|z"), {**_GERMAN, "sch": "zh"}),
    (re.compile(r"tch|ch|e\Z"), {"tch": "ch", "ch": "sh", "e": ""}),
    (re.compile("ch|c"), {"ch": "ch", "c": "j"}),
    (re.compile("ch|c"), {"ch": "ch", "c": "ch"}),
    (re.compile("au|eu|iu"), {"au": "ov", "eu": "ev", "iu": "yu"}),
    (re.compile(r"ov(?=\Z|[aieu])|ev(?=\Z|[aieu])"), {"ov": "au", "ev": "eu"}),
    (re.compile("tz|ts|s"), {"tz": "ts", "ts": "s", "s": "ts"}),
)
_VOWELS = "aiu"
_NEAR = str.maketrans("g", "k")


def readings(word: str) -> tuple[str, ...]:
    """Return the skeletons of a folded word under every system, the plain one first."""
    found = {sounds(word): None}
    for pattern, spelled in _SYSTEMS:
        read = pattern.sub(lambda m, spelled=spelled: spelled[m[0]], word)  # type: ignore[misc]
        if read != word:
            found[sounds(read)] = None
    return tuple(found)


def coarse(skeleton: str) -> str:
    """Return the consonants of a skeleton after its first sound, which stays: no h, g like k."""
    rest = "".join(c for c in skeleton[1:] if c not in "aiuh").translate(_NEAR)
    return first_sounds(skeleton)[0] + "".join(
        c for c, before in zip(rest, "\0" + rest, strict=False) if c != before
    )


def first_sounds(word: str) -> str:
    """Return the sounds a folded word or a skeleton may begin with; all vowels count as one."""
    return _first_sounds(word[:4])


@lru_cache(maxsize=1 << 15)
def _first_sounds(start: str) -> str:
    sound = sounds(start)[:1].translate(_NEAR)
    if sound in _VOWELS:
        return "a"
    return sound + "k" * (start.startswith("kh"))
