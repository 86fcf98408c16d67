"""The last lines of a document: furniture, tags, biographies, and a date or byline printed late."""

from __future__ import annotations

import re
from dataclasses import replace

from store.brief import Author, Problem, Reading
from store.ingest.affiliations import is_institution, is_role, read_affiliation
from store.ingest.boilerplate import (
    is_biography,
    is_boilerplate,
    is_menu_entry,
    is_notice,
    is_tag_tail,
)
from store.ingest.bylines import Byline, read_byline, read_signature, says_by
from store.ingest.datelines import read_place_and_date
from store.ingest.dates import only_date
from store.ingest.digests import names_country
from store.ingest.endings import closing_block
from store.ingest.heads import Head
from store.ingest.labels import read_label
from store.ingest.leftovers import leftover
from store.ingest.markup import plain
from store.ingest.names import are_names, is_given_name, is_name, split_names
from store.ingest.paragraphs import is_bullet
from store.ingest.signed_prose import read_compilers
from store.text import fold

_MOST = 12
_LONGEST_STUB = 8  # words
_ENDS = (".", "!", "?", "”", '"', "’", ")", "…")
_QUOTES = ("“", "”", '"', "«", "»", "„")
_LONGEST_BIOGRAPHY = 600
_LONGEST_BYLINE = 200
_LONGEST_HOUSE = 90
_BIOGRAPHY = re.compile(
    r"(?:About the author:? )?((?:Dr\.? |Prof\.? )?[^\W\d_][^,;:!?()]{3,60}?)"
    r"(?: is | was |, )(?:currently )?(?:an? |the )?([^.;!?]{4,200})"
)
_WORKS = re.compile(
    r"(?:About the author:? )?((?:Dr\.? |Prof\.? )?[^\W\d_][^,;:!?()]{3,60}?)"
    r" (?:covers|writes|works|reports|teaches|edits|directs|leads|heads|tweets|blogs|studies"
    r"|follows|researches|monitors|analyses|analyzes|advises|manages|runs|chairs|lectures|speciali[sz]es"
    r"|focuses|reads)\b"
    r"([^.;!?]{4,200})"
)
_HOUSE = re.compile(r" (at|of|with|for|in) (?:the )?(?=[A-Z])")
_HANDLE = re.compile(r" \(@\w{2,40}\)")
_CREDITED = re.compile(
    r"\W{0,2}reporting by ([A-Z][^.;]{3,120}?)(?:;|\.|,? editing| and editing|$)", re.IGNORECASE
)
_FOLLOWED = re.compile(r"\W{0,3}follow ([A-Z][^@.!?]{3,50}?) on ", re.IGNORECASE)


def read_closing(head: Head) -> None:
    """Take what closes a text off the end of `head.body`, and fill what the head left open."""
    for _ in range(_MOST):
        if block := closing_block(head.body):
            head.aside += head.body[-block:]
            del head.body[-block:]
            continue
        if len(head.body) < 2 or not _Closing(head, head.body[-1]).take():
            break
        del head.body[-1]


class _Closing:
    """One last paragraph of a document."""

    def __init__(self, head: Head, text: str) -> None:
        self.head, self.text = head, text

    def take(self) -> bool:
        """Whether the paragraph closes the text; what it says is kept in the head."""
        known = (
            self._about()
            or self._stacked()
            or self._furniture()
            or self._date()
            or self._byline()
            or self._biography()
            or self._only_named()
        )
        return known or self._notice() or self._stub()

    def _aside(self, text: str | None = None) -> bool:
        self.head.aside.append(self.text if text is None else text)
        return True

    def _stacked(self) -> bool:
        """Read a name with its role or house below it, as the two last lines."""
        if self.head.authors or len(self.head.body) < 3:
            return False
        name, text = plain(self.head.body[-2]), plain(self.text)
        told = is_institution(text) or is_role(text)
        if not told or len(text) > _LONGEST_HOUSE or text[-1] in ".!?:":
            return False
        if not is_name(name) or is_role(name) or is_institution(name):
            return False
        self._authors((Author(name, *read_affiliation(text)),), "name and house at the end")
        del self.head.body[-2]
        return True

    def _only_named(self) -> bool:
        """Read "(Ada Lee)", or a name alone, of somebody the text never speaks of."""
        name = plain(self.text).strip("()[] ")
        if self.head.authors or not is_name(name) or len(name.split()) > 4 or is_role(name):
            return False
        bracketed = self.text[:1] + self.text[-1:] in {"()", "[]"}
        if not (bracketed or is_given_name(name.split()[0])) or is_institution(name):
            return False
        if "," in name or not self._new(name) or names_country(name, [name]):
            return False
        self._authors((Author(name),), "a name alone at the end", guess=True)
        return True

    def _about(self) -> bool:
        """Read "About the author: Ada Lee is …", which else is furniture."""
        return self.text.lower().startswith("about the author:") and self._biography()

    def _furniture(self) -> bool:
        furniture = is_boilerplate(self.text) or is_menu_entry(self.text)
        if not (furniture or is_tag_tail(self.text) or self._ends_series()):
            return False
        found = _FOLLOWED.match(self.text)
        if found and is_name(found[1]) and not self.head.authors:
            self._authors(
                (Author(found[1].strip()),), "whom to follow, named at the end", guess=True
            )
        credit = _CREDITED.match(self.text)
        if credit and not self.head.authors and are_names(credit[1]):
            names = split_names(credit[1])
            self._authors(tuple(map(Author, names)), "credited with the reporting at the end")
        return self._aside()

    def _ends_series(self) -> bool:
        """Whether the line only says that the series ends here ("End of NightWatch for …")."""
        words = fold(plain(self.text)).split()
        return len(words) < 12 and words[:2] == ["end", "of"] and not self.text.endswith("?")

    def _notice(self) -> bool:
        if not is_notice(self.text) or read_label(self.text):
            return False
        return self._aside()

    def _stub(self) -> bool:
        """Take a line that is no sentence though the text above ends in one: a link's, a tag's."""
        text, above = plain(self.text), self.head.body[-2]
        if len(text.split()) > _LONGEST_STUB or is_bullet(self.text) or read_label(self.text):
            return False
        ended = above.endswith(_ENDS) and len(above.split()) > _LONGEST_STUB
        return text[-1:].isalnum() and ended and self._aside()

    def _date(self) -> bool:
        date = only_date(self.text) or read_place_and_date(self.text)
        if date is None or not date.precise or self.head.date is not None:
            return False
        self.head.date = replace(date, confidence="likely", reason="last line")
        return self._aside(leftover(self.text, [date.text]))

    def _byline(self) -> bool:
        if self.head.authors and not self._only_introduced():
            return False
        byline = self._signed()
        if byline is None:
            return False
        self.head.authors = list(byline.authors)
        self.head.authors_reading = Reading("likely", f"{byline.reason} at the end")
        self.head.aside += [byline.above, byline.rest, *byline.unread]
        if self.head.date is not None and byline.date is not None:
            self._aside(byline.date.text)
        self.head.date = self.head.date or byline.date
        return True

    def _signed(self) -> Byline | None:
        if compiled := read_compilers(self.text):
            return compiled
        if len(self.text) > _LONGEST_BYLINE:
            return None
        if says_by(self.text):
            return read_byline(self.text)
        signature = read_signature(self.text, dashed=True)
        quoted = self.head.body[-2].startswith(_QUOTES) or self.head.body[-2].endswith(_QUOTES)
        if signature is None or (
            signature.date is None and (quoted or not self._housed(signature))
        ):
            return None
        return signature

    def _housed(self, signature: Byline) -> bool:
        return all(author.role is None and author.institution for author in signature.authors)

    def _only_introduced(self) -> bool:
        """Whether the authors are known from a closing biography only, which a byline outdoes."""
        reading = self.head.authors_reading
        return reading is not None and reading.reason == _INTRODUCED

    def _biography(self) -> bool:
        if len(self.text) > _LONGEST_BIOGRAPHY:
            return False
        if is_biography(self.text, tuple(a.name for a in self.head.authors[:50])):
            return self._aside()
        if self.head.authors and not self._only_introduced():
            return False
        text = _HANDLE.sub("", plain(self.text).lstrip("*_ "))
        works = _WORKS.match(text)
        if works and is_name(works[1]) and not is_role(works[1]):
            return self._works(works[1], works[2])
        found = _BIOGRAPHY.match(text)
        if found is None or not is_name(found[1]) or is_role(found[1]) or not is_role(found[2]):
            return False
        return self._introduced(found[1], found[2])

    def _works(self, name: str, rest: str) -> bool:
        """Take the author from "X covers ferries for the Amber Institute", "X tweets at @x"."""
        house = _HOUSE.search(rest)
        institution = rest[house.end() :].split(",")[0].strip() if house else None
        if institution is not None and not is_institution(institution):
            institution = None
        if institution is None and "@" not in self.text and not self._new(name):
            return False
        self._authors((Author(name, None, institution),), _INTRODUCED)
        return self._aside()

    def _introduced(self, name: str, rest: str) -> bool:
        """Take the author from "X is a fellow at the Amber Institute"; a house is asked for."""
        house = _HOUSE.search(rest)
        role, institution = read_affiliation(rest[: house.start()]) if house else (None, None)
        if house is None and self._new(name) and f"{name} is " in plain(self.text):
            self._authors((Author(name),), _INTRODUCED)
            return self._aside()
        if house is None or not role:
            return False
        institution = rest[house.end() :].split(",")[0].removesuffix(" and").strip()
        if house[1] in {"of", "in"} and not is_institution(institution):
            role, institution = read_affiliation(rest)[0] or role, ""  # "of Iranian law": a subject
        self._authors((Author(name, role, institution or None),), _INTRODUCED)
        return self._aside()

    def _new(self, name: str) -> bool:
        """Whether the text above never speaks of a person, who then can only be its author."""
        surname = name.split()[-1]
        return not any(
            surname in paragraph for paragraph in (self.head.title, *self.head.body[:-1])
        )

    def _authors(self, authors: tuple[Author, ...], reason: str, *, guess: bool = False) -> None:
        self.head.authors = [*authors, *self.head.authors]
        self.head.authors_reading = Reading("guess" if guess else "likely", reason)
        if guess:
            names = ", ".join(author.name for author in authors)
            self.head.problems.append(Problem("authors", reason, names))


_INTRODUCED = "introduced at the end"
