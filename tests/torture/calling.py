"""Files of every format that ask for something outside: a page's images, a PDF's links, entities.

`address` is where they ask, "http://127.0.0.1:PORT"; `secret` a file whose text they try to hold.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

_REPORT = (
    "Iranian and Russian officials met in Moscow to review a plan for joint naval exercises in the"
    " Caspian Sea, according to state media. Foreign Minister Javad Zarif spoke of a long talk."
)
_COMMENT = "Moscow likely wants the exercise more than Tehran does, and the budget says as much."
_TITLE = "Iran, Russia Plan Naval Exercise"


def write(folder: Path, address: str, secret: Path) -> None:
    """Write one file, or some, of every format that Dateline reads."""
    folder.mkdir()
    asking = {
        "page.html": _page(address, secret).encode(),
        "mail.eml": _mail(address, secret).encode(),
        "box.mbox": b"From a Fri Mar  1 00:00:00 2019\n" + _mail(address, secret).encode(),
        "feed.xml": _feed(address).encode(),
        "atom.xml": _atom(address).encode(),
        "entity.xml": _entity(address, secret).encode(),
        "lines.jsonl": _lines(address, secret).encode(),
        "text.txt": _text(address).encode(),
        "marks.md": f"# {_TITLE}\n\n![x]({address}/md.png) <img src={address}/i.png>\n\n{_REPORT}\n"
        f"\nComment: {_COMMENT}\n".encode(),
        "word.docx": _word(address, secret),
        "paths.docx": _word(address, secret, strays=True),
        "paper.pdf": _paper(address, secret),
        "archive.zip": _zip({"../../PWNED.txt": b"x", "/tmp/PWNED.txt": b"x"}),
    }
    for name, content in asking.items():
        (folder / name).write_bytes(content)


def _text(address: str) -> str:
    return (
        f"{_TITLE}\n\nBy Ada Lee | {address}/a | March 3, 2019\n\n{_REPORT}\n\nComment: {address}"
    )


def _page(address: str, secret: Path) -> str:
    """A page that names something to fetch in every way that a page can."""
    return (
        f'<!DOCTYPE html SYSTEM "{address}/page.dtd"><html><head><title>{_TITLE}</title>'
        f'<base href="{address}/"><link rel="stylesheet" href="{address}/style.css">'
        f'<link rel="canonical" href="{address}/canonical">'
        f'<meta http-equiv="refresh" content="0;url={address}/refresh">'
        f'<meta property="og:image" content="{address}/og.png">'
        f'<script src="{address}/s.js"></script>'
        f"</head><body><article><h1>{_TITLE}</h1><p>{_REPORT * 4}</p>"
        f'<img src="{address}/image.png" srcset="{address}/2.png 2x">'
        f'<iframe src="{address}/frame"></iframe><object data="file://{secret}"></object>'
        f'<video src="{address}/v.mp4" poster="{address}/p.png"></video>'
        f'<svg><image href="{address}/svg.png"/><use href="file://{secret}#x"/></svg>'
        f'<p style="background:url({address}/css.png)">Comment: {_COMMENT}</p>'
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}"/>'
        "</article></body></html>"
    )


def _mail(address: str, secret: Path) -> str:
    return (
        f"From: Ada Lee <ada@example.org>\nSubject: {_TITLE}\n"
        "Date: Fri, 1 Mar 2019 10:00:00 +0000\n"
        f"List-Unsubscribe: <{address}/unsubscribe>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        f'--b\nContent-Type: message/external-body; access-type=local-file; name="{secret}"\n\n'
        "Content-Type: text/plain\n\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{_page(address, secret)}\n--b--\n"
    )


def _feed(address: str) -> str:
    return (
        f'<?xml-stylesheet href="{address}/feed.xsl"?><rss><channel><title>x</title>'
        f"<link>{address}</link><image><url>{address}/logo.png</url></image><item>"
        f'<title>{_TITLE}</title><link>{address}/item</link><enclosure url="{address}/e.mp3"/>'
        f"<description>&lt;img src='{address}/d.png'&gt;{_REPORT}</description></item>"
        "</channel></rss>"
    )


def _atom(address: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:xi="http://www.w3.org/2001/XInclude">'
        f'<entry><title>{_TITLE}</title><content src="{address}/content"/>'
        f'<xi:include href="{address}/include"/><summary>{_REPORT}</summary></entry></feed>'
    )


def _entity(address: str, secret: Path) -> str:
    return (
        f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{secret}"><!ENTITY n SYSTEM "{address}/entity">'
        f'<!ENTITY % p SYSTEM "{address}/parameter">%p;]>'
        "<rss><channel><item><title>&f;&n;</title></item></channel></rss>"
    )


def _lines(address: str, secret: Path) -> str:
    record = {"title": _TITLE, "text": _REPORT, "source": f"file://{secret}", "url": address}
    return json.dumps(record)


def _word(address: str, secret: Path, *, strays: bool = False) -> bytes:
    """A Word file with links, a picture and a template that stand elsewhere."""
    import docx

    document = docx.Document()
    document.add_heading(_TITLE)
    document.add_paragraph(_REPORT)
    document.add_paragraph(f"Comment: {_COMMENT}")
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    for kind in ("hyperlink", "image", "attachedTemplate", "subDocument", "oleObject"):
        document.part.relate_to(f"{address}/{kind}", kinds + kind, is_external=True)
        document.part.relate_to(f"file://{secret}", kinds + kind, is_external=True)
    file = io.BytesIO()
    document.save(file)
    if strays:
        with zipfile.ZipFile(file, "a") as packed:
            for name in ("../../PWNED.txt", "/tmp/PWNED.txt", "..\\..\\PWNED.txt"):
                packed.writestr(name, "x")
    return file.getvalue()


def _paper(address: str, secret: Path) -> bytes:
    """A PDF that opens an address, and whose page's text stands in another file."""
    words = f"BT /F1 12 Tf 9 99 Td ({_TITLE}) Tj 0 -20 Td ({_REPORT}) Tj ET".encode()
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({address}/open)>>"
        f"/AA<</WC<</S/SubmitForm/F({address}/submit)>>>>>>".encode(),
        b"<</Type/Pages/Count 2/Kids[3 0 R 6 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 600 600]/Annots[7 0 R 8 0 R]"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents<</Length 0/F({secret})>>>>".encode(),
        f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F({secret})/D[0/Fit]>>>>".encode(),
        f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({address}/link)>>>>".encode(),
    ]
    paper = b"%PDF-1.4\n"
    starts = []
    for number, content in enumerate(objects, start=1):
        starts.append(len(paper))
        paper += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(starts) + 1, len(paper))
    return paper + b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1) + table + end


def _zip(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()
