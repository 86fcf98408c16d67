"""What stands behind a name in a byline: role and institution told apart.

The printed form is "role - institution", split on the *last* spaced dash because a role may
hold one itself. Without a dash the words decide: a role names an occupation, an institution a
kind of house; what names neither is taken for an institution, since roles hardly ever do.
"""

from __future__ import annotations

import re

_ROLE_WORDS = frozenset((
    "fellow", "fellows", "director", "directors", "analyst", "analysts", "researcher",
    "researchers", "scholar", "scholars", "editor", "editors", "correspondent",
    "correspondents", "reporter", "reporters", "professor", "professors", "lecturer",
    "lecturers", "head", "heads", "chief", "chair", "chairman", "chairwoman", "chairperson",
    "president", "adviser", "advisers", "advisor", "advisors", "associate", "associates",
    "assistant", "assistants", "specialist", "specialists", "expert", "experts", "coordinator",
    "coordinators", "manager", "officer", "officers", "ambassador", "columnist", "contributor",
    "contributors", "intern", "economist", "historian", "journalist", "writer", "writers",
    "founder", "cofounder", "member", "student", "candidate", "consultant", "consultants",
    "strategist", "strategists", "lead", "leader", "secretary", "spokesman", "spokesperson",
    "commentator", "author", "authors", "investigator", "counsel", "attorney", "envoy",
    "commander", "general", "colonel", "major", "captain", "lieutenant", "admiral", "minister",
    "deputy", "visiting", "nonresident", "dean", "rector", "supervisor", "translator",
    "watcher", "blogger", "lawyer", "diplomat", "scientist", "physicist", "anthropologist",
    "engineer", "linguist", "geographer", "sociologist", "observer", "attaché",
    "referent", "direktor", "chercheur",     "directeur", "investigador", "direttore",
))  # fmt: skip
_HOUSE_WORDS = frozenset((
    "institute", "institution", "institut", "instituto", "center", "centre", "centro",
    "zentrum", "university", "universität", "université", "universidad", "college", "school",
    "academy", "council", "foundation", "stiftung", "fondation", "forum", "group",
    "observatory", "society", "association", "agency", "ministry", "department", "office",
    "bureau", "network", "initiative", "times", "post", "news", "journal", "review", "magazine",
    "press", "house", "fund", "endowment", "trust", "commission", "company", "corporation",
    "ltd", "inc", "llc", "gmbh", "lab", "laboratory", "club", "alliance", "union", "bank",
    "reuters", "afp", "ap", "afp/ap", "bbc", "cnn", "rand", "csis", "upi", "tass", "xinhua",
    "efe", "dpa", "ansa", "itar-tass", "irna", "fdd", "isw", "consultancy", "consulting",
    "partners", "service", "services", "team", "library", "museum", "parliament", "think-tank",
    "broadcasting", "radio", "television", "tv", "today", "tribune", "herald", "guardian",
    "telegraph", "chronicle", "wire", "gazette", "dispatch", "mail", "examiner", "courier",
    "observer", "weekly", "daily", "newspaper", "desk", "project", "programme", "program",
    "monitor", "archive", "archives", "archiv", "papers", "studies", "mission", "embassy",
    "analytics", "advisory", "syndicate", "taskforce", "thinktank", "directorate",
    "delegation", "secretariat", "committee", "staff", "board", "unit", "branch", "tank",
))  # fmt: skip
_DASH = re.compile(r"(?<! ) ++(?:-{1,3}|–|—|―|−) +")
_TIGHT_DASH = re.compile(r"(?<=[^\W\d_])[—―](?=[^\W\d_])")
_AT = re.compile(r",? (?:at|@|with) (?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,8}")
_EDGES = " ,;|-–—―−()[]"


# Words that end a house's name as often as a person's: asked only where a name has gone before.
_HOUSE_ENDS = frozenset((
    "row", "hall", "ridge", "gate", "court", "bridge", "bridges", "tower", "square", "lane",
    "street", "point", "works", "room", "watch", "lens", "atlas", "compass", "ledger", "lantern",
    "strategies", "risk", "risks", "insights", "insight", "dynamics", "horizons", "global",
    "perspectives", "associates", "intelligence", "security", "line", "lines", "circle",
    "quarterly", "reports", "report", "brief", "briefs", "page", "voice", "focus",
    "forecast", "data", "maps",
))  # fmt: skip


def ends_as_house(text: str) -> bool:
    """Whether the last word of two or more may end a house's name ("Kestrel Row")."""
    found = text.split()
    return len(found) > 1 and found[-1].lower().strip(".") in _HOUSE_ENDS


def is_role(text: str) -> bool:
    """Whether `text` names an occupation."""
    return not _ROLE_WORDS.isdisjoint(_parts(text))


def is_institution(text: str) -> bool:
    """Whether `text` names a kind of house."""
    return not _HOUSE_WORDS.isdisjoint(_parts(text))


_HOUSE_LINE = re.compile(
    r"(?:The |THE )?(?:[A-Z][\w.&’'-]*,? (?:(?:for|of|on|and|&|FOR|OF|ON|AND) (?:the )?)?){0,6}"
    r"[A-Z][\w.&-]*"
)


def is_house_line(line: str) -> bool:
    """Whether a whole line is the name of a house, as over a title ("The Amber Institute")."""
    if len(line) > 70 or not is_institution(line) or is_role(line) or "’s" in line or "'s" in line:
        return False
    found = line.split()
    ends = is_institution(found[-1]) or any(is_institution(w) for w in found[:3])
    return len(found) > 1 and ends and _HOUSE_LINE.fullmatch(line) is not None


def _parts(text: str) -> set[str]:
    found = {word.lower() for word in _WORD.findall(text)}
    return found | {part for word in found for part in word.split("-")}


def read_affiliation(text: str) -> tuple[str | None, str | None]:
    """Return the role and the institution that `text` prints, None for a missing one."""
    text = text.strip()
    dashes = list(_DASH.finditer(f" {text} ")) or list(_TIGHT_DASH.finditer(f" {text} "))
    if dashes:
        padded = f" {text} "
        last = dashes[-1]
        if len(dashes) > 1 and _is_house_before(padded, dashes):
            last, padded = dashes[-2], padded[: last.start()]  # the place of the house
        return _swapped(_bare(padded[: last.start()]), _bare(padded[last.end() :]))
    return _by_words(_bare(text) or "")


def _is_house_before(padded: str, dashes: list[re.Match[str]]) -> bool:
    """Whether "role – house – place" is printed: a house before the last dash, none behind."""
    house = padded[dashes[-2].end() : dashes[-1].start()]
    after = padded[dashes[-1].end() :]
    placed = len(after.split()) <= 2 and after.replace(" ", "").isalpha()
    return placed and is_institution(house) and not is_institution(after) and not is_role(after)


def _swapped(role: str | None, institution: str | None) -> tuple[str | None, str | None]:
    """Turn "institution - role" round when the words leave no doubt."""
    if role is None or institution is None:
        return role, institution
    backwards = is_role(institution) and not is_role(role) and is_institution(role)
    return (institution, role) if backwards else (role, institution)


def _by_words(text: str) -> tuple[str | None, str | None]:
    if not text:
        return None, None
    before, comma, last = text.rpartition(",")
    if comma and _splits(before, last):
        return _bare(before), _bare(last)
    first, comma, after = text.partition(",")
    if comma and is_institution(first) and not is_role(first) and is_role(after):
        return _bare(after), _bare(first)
    at = _AT.search(text)
    if at and is_role(text[: at.start()]):
        return _bare(text[: at.start()]), _bare(text[at.end() :].removeprefix("the "))
    return (text, None) if is_role(text) else (None, text)


def _splits(before: str, last: str) -> bool:
    """Whether a comma parts a role from a house: "Senior Fellow, Amber Institute"."""
    named = (
        is_institution(last)
        or ends_as_house(last)
        or _ACRONYM.fullmatch(last.strip())
        or last.startswith(" The ")
    )
    return bool(named) and is_role(before) and not is_role(last)


def _bare(text: str) -> str | None:
    return text.strip(" ,;|-–—―−") or None
