"""Names that a sentence signs with: no line of their own, but a phrase before or around the text.

"This update was compiled by Amber Institute analysts A, B and C", "by Ada Lee The talks began …",
"(Amber Journal) Ada Lee and Bo Ray - The talks began …".
"""

from __future__ import annotations

import re
from dataclasses import replace

from store.brief import Author
from store.ingest.affiliations import is_role
from store.ingest.bylines import Byline, says_by
from store.ingest.dates import date_at_end
from store.ingest.markup import plain
from store.ingest.names import are_names, is_name, split_names, starts_sentence
from store.ingest.signatures import is_collective

_LONGEST = 500
_MADE = (
    "(?:compiled|prepared|written|produced|drafted|authored|edited|researched|assembled"
    "|contributed)"
)
_COMPILED = re.compile(
    rf"(?:(?:this|the) [\w ’'-]{{1,60}}? (?:was|were|is|has been|have been) |"
    rf"(?:an?|the) [^.!?:]{{8,200}}? )?{_MADE}"
    rf"(?: and {_MADE})? by (?=\S)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r",? with (?:the )?(?:additional |further )?"
    r"(?:contributions?|contributors?|assistance|help|support|reporting|input|research)"
    r"(?: (?:from|by|of))? ",
    re.IGNORECASE,
)
_WORKERS = re.compile(
    r"(?:^|(?<= ))((?:senior |research |lead )?"
    r"(?:analyst|researcher|fellow|editor|associate|staff member|intern|author)s?),? (?=[A-Z])",
    re.IGNORECASE,
)
_OF_HOUSE = re.compile(r",? (?:of|at|from) (?:the )?(?=[A-Z])")
_EDITED = re.compile(
    r",? and (?:was )?(?:edited|reviewed|designed|translated) by .*", re.IGNORECASE
)
_TAGS = frozenset(("text", "excerpt", "excerpts", "summary", "article", "report", "commentary"))
_SOURCE_FIRST = re.compile(
    r"[(\[]([A-Z][^()\[\]]{2,60})[)\]] ?([A-Z][^()]{3,150}?) (?:-{1,2}|–|—) (?=\S)"
)
_COMPILED_REASON = "a sentence that says who compiled it"
_TEAM = re.compile(
    r"(?:the )?([A-Z][^,.;:]{2,50} (?:team|desk|staff|Team|Desk|Staff))"
    r"(?:,? (?:at|of) (?:the )?([A-Z][^,.;:]{2,60}))?"
)
_NEXT_SENTENCE = re.compile(
    r"\.(?= (?:Follow|Contact|Email|E-mail|You can|They can|He can|She can)\b)"
)
_FOR_HOUSE = re.compile(r" (?:for|at|of) (?:the )?([A-Z][^,.;]{2,60})$")
_BY = re.compile(r"by:? (?=\S)", re.IGNORECASE)
_FEWEST_LETTERS = 60  # of the sentence that names run into


def read_compilers(paragraph: str) -> Byline | None:
    """Read a sentence that says who compiled the text; None if it is none.

    Contributors named behind "with" count as authors, for the sentence credits them as such.
    """
    text = plain(paragraph).strip("()[] ")
    made = _COMPILED.match(text) if len(text) <= _LONGEST else None
    if made is None:
        return None
    said = _EDITED.sub("", _followed(text[made.end() :]))
    date = date_at_end(said)
    said = said[: date.start].rstrip(" ,;-–—(") if date else said
    if team := _TEAM.fullmatch(said):
        author = Author(team[1], None, team[2])
        return Byline((author,), date, "likely", _COMPILED_REASON, unread=(paragraph,))
    said, house = _covering(said)
    credit, *helpers = _WITH.split(said, maxsplit=1)
    authors = _workers(credit)
    if authors is None:
        return None
    names = split_names(_bare(helpers[0])) if helpers else []
    if not all(map(is_name, names)):
        return None
    authors += tuple(Author(name) for name in names)
    authors = tuple(replace(a, institution=a.institution or house) for a in authors)
    return Byline(authors, date, "likely", _COMPILED_REASON, unread=(paragraph,))


def _followed(said: str) -> str:
    """Cut "Follow him on …" and what else comes in a sentence of its own behind the names."""
    cut = _NEXT_SENTENCE.search(said)
    return (said[: cut.start()] if cut else said).rstrip(" .")


def _covering(said: str) -> tuple[str, str | None]:
    """Cut ", who covers ferries for the Amber Institute" off the names; returns the house too."""
    names, who, rest = said.partition(", who ")
    house = _FOR_HOUSE.search(rest) if who else None
    return (names, house[1].strip()) if house else (names, None)


def _workers(credit: str) -> tuple[Author, ...] | None:
    """Read "Amber Institute analysts A, B and C" or "analysts A and B of the Amber Institute"."""
    role, house, names = None, None, credit
    if found := _WORKERS.search(credit):
        role = found[1].lower().removesuffix("s")
        house = credit[: found.start()].strip(" ,").removeprefix("the ") or None
        names = credit[found.end() :]
    if (cut := _OF_HOUSE.search(names)) and are_names(names[: cut.start()]):
        house, names = names[cut.end() :], names[: cut.start()]
    people = split_names(names)
    if not people or not all(is_name(n) or is_collective(n.removeprefix("the ")) for n in people):
        return None
    return tuple(Author(name, role, house) for name in people)


def _bare(text: str) -> str:
    found = _WORKERS.match(text)
    return text[found.end() :] if found else text


def read_run_in(paragraph: str) -> Byline | None:
    """Read names that run straight into the first sentence, which comes back as `rest`."""
    text = plain(paragraph)
    if found := _SOURCE_FIRST.match(text[:400]):
        names = split_names(found[2])
        if all(map(is_name, names)) and names and found[1].lower() not in _TAGS:
            authors = tuple(Author(name, None, found[1]) for name in names)
            return Byline(authors, None, "likely", "source and names before the text",
                          rest=text[found.end() :])  # fmt: skip
    return _by_run_in(text) if says_by(text) else None


def _by_run_in(text: str) -> Byline | None:
    said = text[match.end() :] if (match := _BY.match(text)) else ""
    parts = said[:200].split(" ")
    small = next((i for i, word in enumerate(parts) if word[:1].islower()), 0)
    length = next((i for i in range(2, min(small, 5)) if starts_sentence(parts[i])), small - 1)
    name = " ".join(parts[:length])
    rest = said[len(name) :].strip()
    if not 2 <= length <= 4 or not is_name(name) or is_role(name) or len(rest) < _FEWEST_LETTERS:
        return None
    reason = "“by” and a name before the first sentence"
    return Byline((Author(name),), None, "likely", reason, rest=rest)
