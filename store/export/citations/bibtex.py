"""Citations as BibTeX entries: a technical report where there is an institution, else misc.

`version`, `urldate` and `day` are biblatex's; BibTeX proper passes over fields it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.export.citations.names import Name
from store.export.citations.work import Work

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What TeX would act on. A brace by name, because BibTeX counts `\{` among those to be closed.
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&",
    "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
# Two signs of which TeX makes one: a dash, a quotation mark, "¡", "¿".
_LIGATURE = re.compile(r"-(?=-)|[`!?](?=`)|'(?=')|,(?=,)")
# In a URL nothing is escaped for TeX; what would end the field, or the URL, is put as URLs have it.
_NOT_IN_URLS = re.compile(r"[\s{}\\\"<>^`|]")


def write(works: Sequence[Work]) -> str:
    """Return the entries, a blank line between."""
    return "\n".join(_entry(work) for work in works)


def escaped(text: str) -> str:
    """Return a text in which TeX acts on nothing and all braces are closed."""
    return _LIGATURE.sub(r"\g<0>{}", _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text))


def _entry(work: Work) -> str:
    kind = "techreport" if work.publisher else "misc"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(work))
    return f"@{kind}{{{work.key},\n{fields}\n}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    if work.authors:
        yield "author", _braced(" and ".join(map(_author, work.authors)))
    # Two pairs of braces keep the capitals of a title as they are printed.
    yield "title", _braced(_braced(escaped(work.title)))
    if work.publisher:
        yield "institution", _braced(_braced(escaped(work.publisher)))
    yield from _date_fields(work)
    if work.version:
        yield "version", _braced(str(work.version))
    if work.url:
        yield "url", _braced(_NOT_IN_URLS.sub(_percent, work.url))
    yield "urldate", _braced(work.accessed.isoformat())
    note = ", ".join(part for part in (work.place, f"brief:{work.id}") if part)
    yield "note", _braced(note)


def _date_fields(work: Work) -> Iterator[tuple[str, str]]:
    if work.date:
        yield "year", _braced(f"{work.date[0]:04d}")
    if len(work.date) > 1:
        yield "month", _MONTHS[work.date[1] - 1]
    if len(work.date) > 2:
        yield "day", _braced(str(work.date[2]))


def _author(name: Name) -> str:
    """The three parts that BibTeX reads; braces keep a team, or an "and" in a name, together."""
    if not name.given:
        return _braced(escaped(name.straight))
    parts = (part for part in (name.family, name.suffix, name.given) if part)
    return ", ".join(_kept(escaped(part)) for part in parts)


def _kept(part: str) -> str:
    return _braced(part) if re.search(r",|\band\b", part, re.IGNORECASE) else part


def _braced(text: str) -> str:
    return "{" + text + "}"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
