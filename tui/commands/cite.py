"""`dateline cite`: briefs, or a paragraph of one, as citations."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import click

from store.brief import SectionKind
from store.errors import NotFound
from tui.acts import named_briefs
from tui.options import FreeWords, briefs_argument, open_library
from tui.output import print_text

if TYPE_CHECKING:
    from store.views import BriefView

STYLES = ("bibtex", "csl-json", "ris", "chicago", "markdown")
_PARAGRAPH = re.compile(r"([cr]?)([1-9][0-9]{0,5})", re.IGNORECASE)
_KINDS: dict[str, SectionKind] = {"c": "comment", "r": "report"}


def _paragraph(
    ctx: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[SectionKind | None, int] | None:
    if value is None:
        return None
    found = _PARAGRAPH.fullmatch(value)
    if found is None:
        raise click.BadParameter(
            f"“{value}” is no paragraph; write 4 (of the whole brief), c2 (of its comment) or r3"
        )
    return _KINDS.get(found[1].lower()), int(found[2])


@click.command("cite", cls=FreeWords)
@briefs_argument()
@click.option(
    "--style", type=click.Choice(STYLES), default="chicago", show_default=True, help="Which form."
)
@click.option(
    "--paragraph",
    callback=_paragraph,
    metavar="N",
    help="What is cited of one brief: 4 of the whole brief, c2 of its comment, r3 of its report.",
)
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="An older version of it.")
def command(
    briefs: tuple[str, ...],
    style: str,
    paragraph: tuple[SectionKind | None, int] | None,
    version: int | None,
) -> None:
    """Cite briefs for a text, or for a reference manager; with --paragraph, as a note.

    \b
    Example: dateline cite b4f2k --paragraph c2
    """
    from store.export.citations import cite

    with open_library() as library:
        ids = named_briefs(library, briefs)
        if len(ids) > 1 and (paragraph or version):
            raise click.UsageError("--paragraph and --version belong to one brief; give one ID")
        views = [library.brief(identity, version) for identity in ids]
    number = _in_reading_order(views[0], *paragraph) if paragraph else None
    print_text(cite(views, style, paragraph=number, today=today))


def today() -> dt.date:
    """Return the day of access, which a test may set."""
    return dt.date.today()


def _in_reading_order(brief: BriefView, kind: SectionKind | None, number: int) -> int:
    """Return the number in the whole brief of a paragraph that is counted within its kind."""
    if kind is None:
        return number
    kinds = [section.kind for section in brief.sections for _ in section.paragraphs]
    places = [at for at, each in enumerate(kinds, start=1) if each == kind]
    if number > len(places):
        there = f"paragraphs 1 to {len(places)}" if places else "no paragraphs"
        raise NotFound(f"the {kind} of {brief.id} has {there}, not {number}")
    return places[number - 1]
