"""What formats say beside the text: pages' headings, mails' subjects and dates."""

from __future__ import annotations

import pytest

from store.brief import Brief
from store.ingest.parsing import read_briefs

T = "Oman and Yemen Count Lorries at Shahn"
P = (
    "Officials of Oman and Yemen met at Shahn on Sunday to count the lorries that had crossed since"
    " the new gate was opened in March.",
    "The count was 1,412 by the Omani book and 1,390 by the Yemeni one. Nobody was surprised by"
    " either number, for both had been read out a week before.",
    "Twenty-two lorries are the whole quarrel in small. Each side keeps a book that the other may"
    " not read, and neither lends it out.",
)


def mail(subject: str, text: str) -> list[Brief]:
    head = f"From: Gulf Desk <desk@tern.example>\nSubject: {subject}\nMessage-ID: <1@x>\n"
    data = f"{head}Date: Wed, 11 May 2016 08:00:00 +0000\nMIME-Version: 1.0\n\n{text}\n"
    return list(read_briefs(data.encode(), "a.eml"))


def test_c5_a_heading_between_paragraphs_of_a_bare_page_is_not_lost() -> None:
    pytest.importorskip("trafilatura")
    page = (
        f"<html><head><title>{T}</title></head><body><div>TERN</div><h2>{T}</h2><div><p>{P[0]}</p>"
        f"<p>{P[1]}</p><h3>Analysis</h3><p>{P[2]}</p></div></body></html>"
    )
    (brief,) = read_briefs(page.encode(), "a.html")
    assert brief.paragraphs("comment") == (P[2],)
    assert brief.paragraphs("report")[-2:] == P[:2]


@pytest.mark.parametrize("before", ["Fwd: ", "Re: FW: ", "WG: ", ""])
def test_a_mail_that_was_passed_on_has_its_own_title(before: str) -> None:
    (brief,) = mail(f"{before}{T}", f"{P[0]}\n\nComment: {P[2]}")
    assert brief.title == T


def test_c2_every_item_of_a_digest_by_mail_has_the_mails_date() -> None:
    text = f"Oman-Yemen: {P[0]}\n\nComment: {P[2]}\n\nIraq: {P[1]}"
    first, second = mail("Gulf Digest", text)
    assert (first.date, second.date) == ("2016-05-11", "2016-05-11")
    assert second.title.startswith("Iraq: ")
