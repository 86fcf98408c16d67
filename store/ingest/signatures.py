"""Names with what stands behind them: "A, role, house; B (house)" and what several share."""

from __future__ import annotations

import re
from dataclasses import replace

from store.brief import Author
from store.ingest.affiliations import ends_as_house, is_institution, is_role, read_affiliation
from store.ingest.names import are_names, is_given_name, is_name, split_names

DASHES = re.compile(r"(?<! ) ++(?:-{1,3}|–|—|―) +")
# What stands in bylines and is nobody's role: addresses, handles, the time of day.
CONTACT = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{1,5})?"
    r"|(?:e-?mail|twitter|follow|contact|x|tel|phone)\b[:.]? *\S*(?:@\S+|\.\S+)?"
    r"|\S{1,80}@\S{1,80}|@\w{1,40}",
    re.IGNORECASE,
)


# Where the contact begins in "Ada Lee. Email: a@b.example, Twitter: @ada".
_CONTACT_TAIL = re.compile(
    r"(?:[.,;|]|(?<! )) *+(?:\b(?:e-?mail|twitter|contact|tel|phone|follow (?:her|him|them|on))\b"
    r".{0,5}:? ?|[(\[]?(?=\S{1,80}@\S{1,80}\.))",
    re.IGNORECASE,
)
# Between "Ann Lee (Fellow, Amber House)" and the next person.
_BRACKETED = re.compile(r"(?<=\))(?:[,;] (?:and )?| and | & )(?=[^\W\d_])")
_OF_HOUSE = re.compile(r",? (of|for|at|from|with|in) (?:the )?(?=[A-Z])")
# Where each of the names was: "Ada Lee in Oslo and Bo Ray in New York".
_PLACES = re.compile(r" in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?=,| and | & |$)")
_HOUSE_OF_TWO = re.compile(r"[A-Z][\w’'-]+ & [A-Z][\w’'-]+")
_AGENCIES = frozenset((
    "reuters", "afp", "ap", "associated press", "the associated press", "agence france-presse",
    "xinhua", "tass", "itar-tass", "upi", "dpa", "ansa", "efe", "irna", "bloomberg", "interfax",
))  # fmt: skip
_COLLECTIVES = frozenset(("team", "desk", "staff", "unit", "bureau", "group", "project"))


def without_contact(text: str) -> tuple[str, str]:
    """Cut "Email: …", "Twitter: …" and addresses off the end of a byline; return both parts."""
    found = _CONTACT_TAIL.search(text)
    if found is None or "@" not in text[found.start() :]:
        return text, ""
    return text[: found.start()].rstrip(" ,;.("), text[found.start() :].strip(" .,;")


def shared(names: list[str], affiliations: list[str], printed: str) -> tuple[Author, ...]:
    """Give every name its affiliation: its own where they are as many, else the common one."""
    if len(names) == 1 and not are_names(names[0]):
        own = signed(printed)
        if own and own[0].role is None and own[0].institution is None:
            names = [author.name for author in own]
        elif own:
            return _completed(own, affiliations)
    listed = affiliations[0].split(";") if len(affiliations) == 1 else affiliations
    each = len(affiliations) == 1 or all(map(_is_whole, affiliations))
    if len(names) > 1 and len(listed) == len(names) and each:
        pairs = zip(names, map(read_affiliation, listed), strict=True)
        return tuple(Author(name, *affiliation) for name, affiliation in pairs)
    role, institution = _joined(affiliations)
    roles = (role or "").split(", ")
    if len(roles) == len(names) > 1 and all(map(is_role, roles)):
        return tuple(Author(n, own, institution) for n, own in zip(names, roles, strict=True))
    return tuple(Author(name, role, institution) for name in names)


def _is_whole(affiliation: str) -> bool:
    return all(read_affiliation(affiliation))


def _joined(affiliations: list[str]) -> tuple[str | None, str | None]:
    """Read "role | institution" in either order, and "role - institution" in one part."""
    if len(affiliations) == 1:
        return read_affiliation(affiliations[0])
    first, last = affiliations[0], affiliations[-1]
    if len(affiliations) == 2 and is_institution(first) and is_role(last) and not is_role(first):
        return last, first
    return ", ".join(affiliations[:-1]), last


def _completed(authors: tuple[Author, ...], affiliations: list[str]) -> tuple[Author, ...]:
    """Fill what "By NAME, role | institution" leaves open from the parts behind the names."""
    role, institution = _joined(affiliations)
    done = []
    for author in authors:
        if author.role and author.institution:
            done.append(replace(author, institution=f"{author.institution}, {affiliations[0]}"))
        elif author.role and role:
            done.append(replace(author, role=f"{author.role}, {role}", institution=institution))
        else:
            done.append(Author(author.name, author.role or role, author.institution or institution))
    return tuple(done)


def signed(text: str) -> tuple[Author, ...]:
    """Read names that carry their own affiliations, one person to a semicolon."""
    authors: list[Author] = []
    if several := _each_housed(text):
        return several
    persons = _BRACKETED.split(text) if text.count(" (") > 1 else text.split(";")
    for person in persons:
        person = person.strip().removeprefix("and ").strip()
        if person and not (found := _people(person)):
            return ()
        authors += found if person else ()
    return tuple(authors)


def _each_housed(text: str) -> tuple[Author, ...]:
    """Read "Ada Lee, Amber House, and Bo Ray, Other House": a house behind every name."""
    authors: list[Author] = []
    for person in text.split(", and "):
        name, comma, house = person.partition(", ")
        if not comma or not is_name(name) or is_role(name) or _only_names(house):
            return ()
        authors.append(Author(name, *read_affiliation(house)))
    return tuple(authors) if len(authors) > 1 else ()


def _only_names(text: str) -> bool:
    return are_names(text) and _HOUSE_OF_TWO.fullmatch(text) is None


def _people(text: str) -> tuple[Author, ...]:
    """Read "A, B and C", "A, role, institution", "A - role - institution", "A (institution)"."""
    if text.endswith(")") and text.find(" (") > 0 and are_names(text[: text.find(" (")]):
        printed, _, bracketed = text[:-1].partition(" (")
        if CONTACT.fullmatch(bracketed):
            return tuple(map(Author, split_names(printed)))
        return tuple(Author(n, *read_affiliation(bracketed)) for n in split_names(printed))
    if " in " in text and are_names(placeless := _PLACES.sub("", text)):
        return tuple(map(Author, split_names(placeless)))
    if (cut := _OF_HOUSE.search(text)) and are_names(text[: cut.start()]):
        return _of_house(text, cut)
    names, affiliation = _cut_names(text)
    if not names:
        return ()
    role, institution = read_affiliation(affiliation) if affiliation else (None, None)
    return tuple(Author(name, role, institution) for name in names)


def _of_house(text: str, cut: re.Match[str]) -> tuple[Author, ...]:
    """Read "Ada Lee of the Amber Institute"; what stands behind "in" is where it was written."""
    if cut[1] == "with" and are_names(text[cut.end() :]):
        return tuple(map(Author, split_names(text)))
    role, house = (None, None) if cut[1] == "in" else read_affiliation(text[cut.end() :])
    return tuple(Author(name, role, house) for name in split_names(text[: cut.start()]))


def _cut_names(text: str) -> tuple[list[str], str]:
    """Cut the leading names off a byline: the rest starts at the first dash, role or house."""
    dash = DASHES.search(text)
    head = text[: dash.start()] if dash else text
    taken: list[str] = []
    offset = 0
    for item in head.split(","):
        names = split_names(item)
        if not _goes_on(taken, item, names):
            break
        taken += names
        offset += len(item) + 1
    else:
        return split_names(head), text[dash.end() :] if dash else ""
    if not taken:
        return _whole_line(text)
    return split_names(head[: offset - 1]), text[offset:].strip()


def _goes_on(taken: list[str], item: str, names: list[str]) -> bool:
    """Whether `item` is still part of the list of names."""
    if taken and _HOUSE_OF_TWO.fullmatch(item.strip()):
        return False
    if taken and ends_as_house(item) and not is_given_name(item.split()[0]):
        return False
    if taken and CONTACT.fullmatch(item.strip()):
        return True
    if taken and names and len(names) == 1 and len(names[0].rstrip(".")) <= 4:
        return names[0].rstrip(".").lower() in {"jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "mp"}
    return bool(names) and are_names(item)


def _whole_line(text: str) -> tuple[list[str], str]:
    """Take a collective or an agency: "By Reuters", "By the Amber Institute Iran Team"."""
    bare = text.strip(" .,")
    if several := _collectives(bare):
        return several, ""
    for joint in (" of ", " at "):
        desk, _, house = bare.removeprefix("the ").partition(joint)
        if house and is_collective(desk) and is_institution(house):
            return [desk], house.removeprefix("the ")
    team, _, house = bare.partition(", ")
    if is_collective(team) and is_institution(house):
        return [team], house
    short = len(bare) <= 60 and len(bare.split()) <= 7 and not re.search(r"[\d.!?:]", bare)
    capital = all(w[0].isupper() or w in {"of", "and", "for", "the", "&"} for w in bare.split())
    return ([bare], "") if bare and short and capital else ([], "")


def is_collective(text: str) -> bool:
    """Whether `text` is the name of a team ("Amber Syria Team") or of a news agency."""
    parts = text.split()
    capital = all(w[0].isupper() or w in {"of", "the"} for w in parts[:-1])
    if not 1 <= len(parts) <= 6 or not capital or (len(parts) == 1 and text[0].islower()):
        return False
    return parts[-1].lower() in _COLLECTIVES or text.lower() in _AGENCIES


def _collectives(text: str) -> list[str]:
    """Part "The Amber Team and Ada Lee", where one of them is a team and each is a name."""
    parts = text.split(" and ")
    teams = [part for part in parts if part.split(" ")[-1].lower() in _COLLECTIVES]
    known = all(part in teams or is_name(part) for part in parts)
    return parts if len(parts) > 1 and teams and known else []
