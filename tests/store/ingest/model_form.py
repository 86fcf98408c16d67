"""Texts of the model's form by invented analysts, with every part to be exchanged."""

from __future__ import annotations

from store.brief import Brief
from store.ingest.layout import read_layout
from store.text import clean

TITLE = "Ruritania, Borduria Weigh a Joint Railway Across the Pass"
BYLINE = (
    "By Vera Lindqvist | Fellow and Director of Passes Project - The Zenda Institute | Oct 20, 2017"
)
REPORT = (
    "Officials from Ruritania and Borduria met on Tuesday to discuss a railway, the Strelsau"
    " Gazette reported. Minister Anton Vesely said that work could begin next year, once the"
    " tunnel has been surveyed.",
    "The two governments also agreed to reopen the northern crossing. A second round of talks will"
    " be held in the spring, according to both sides, and a third before the snow.",
)
COMMENT = (
    "The railway matters less than the crossing, which has been shut since the quarrel over water.",
    "Neither side has said who will pay. That silence is the most informative part of the"
    " statement, and it is likely to last until the budget is passed.",
)


def document(
    byline: str = BYLINE,
    *,
    title: str = TITLE,
    repeat: str | None = TITLE,
    label: str = "Comment: ",
    gap: str = "\n\n",
) -> str:
    """Return a brief; `repeat` is printed under the byline, `gap` parts the paragraphs."""
    head = [title, byline + (f"\n{repeat}" if repeat else "")]
    return gap.join([*head, *REPORT, label + COMMENT[0], *COMMENT[1:]])


def read_one(text: str, name: str | None = None) -> Brief:
    """Read a text that holds one brief."""
    (brief,) = read_layout(clean(text), name=name)
    return brief


def who(brief: Brief) -> list[tuple[str, str | None, str | None]]:
    """Return name, role and institution of every author."""
    return [(a.name, a.role, a.institution) for a in brief.authors]


def problem_fields(brief: Brief) -> set[str]:
    """Return the fields a brief has problems with."""
    return {problem.field for problem in brief.problems}
