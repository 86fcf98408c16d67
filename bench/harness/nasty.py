"""Hostile files, made by seed: every one named for what it tries."""

from __future__ import annotations

import io
import json
import os
import socket
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from bench.harness import payloads

File = tuple[str, bytes]

_REPORT = (
    "Iranian and Russian officials met in Moscow to review a plan, state media said on Friday."
)
_COMMENT = "Moscow likely wants the exercise more than Tehran does, and the budget says as much."
_BIG = 50_000_000  # bytes, above what a reader takes


def write(folder: Path, seed: int = 1, *, big: int = _BIG) -> int:
    """Fill a folder with hostile files; return how many there are. `big`: bytes of the largest."""
    folder.mkdir(parents=True)
    count = 0
    for name, content in files(seed, big=big):
        (folder / name).write_bytes(content)
        count += 1
    return count + _named(folder) + _no_files(folder)


def files(seed: int, *, big: int = _BIG) -> Iterator[File]:
    """Yield the names and bytes of all hostile files with ordinary names."""
    random = Random(seed)
    yield from _texts(random)
    yield from _encodings(random)
    yield from _structures(random, big)
    yield from _patterns()
    yield from _documents(random, 6 * big)


def brief(
    title: str = "Iran, Russia Plan Exercise", *, name: str = "Ottilie Brandvold",
    date: str = "March 3, 2019", report: str = _REPORT, comment: str = _COMMENT,
) -> str:  # fmt: skip
    """Return a brief of the model's form with something in one of its parts."""
    return (
        f"{title}\n\nBy {name} | Senior Fellow - Pinewater Institute | {date}\n\n{report}\n\n"
        f"Comment: {comment}\n"
    )


def _everywhere(text: str) -> str:
    """A brief that has a text in its title, byline, date, report, comment and a label."""
    return brief(
        f"Iran {text} Russia", name=f"Ottilie {text} Brandvold", date=f"March 3, 2019 {text}",
        report=f"{_REPORT} Foreign Minister {text} Zarif said so.\n\n{text}:\n\n{text}",
        comment=f"{text} {_COMMENT} “{text}”",
    )  # fmt: skip


def _texts(random: Random) -> Iterator[File]:
    for point in (*range(0x20), *range(0x7F, 0xA0)):
        text = _everywhere(f"a{chr(point)}b{chr(point) * random.randint(1, 9)}")
        yield f"control-{point:02x}.txt", text.encode()
    groups = (payloads.ESCAPES, payloads.INVISIBLE, payloads.MARKUP, payloads.CODE)
    for group in (*groups, payloads.HOMOGLYPHS):
        for name, payload in group.items():
            yield f"text-{name}.txt", _everywhere(payload).encode()
    for number, date in enumerate(payloads.DATES):
        yield f"date-{number:02}.txt", brief(f"Date {number}", date=date).encode()
    for name in ("osc-title", "osc-link", "osc-clipboard", "csi-clear", "c1-csi"):
        yield f"mail-{name}.eml", _mail(payloads.ESCAPES[name])
        yield f"page-{name}.html", _page(payloads.ESCAPES[name])
        record = {"title": payloads.ESCAPES[name], "text": _REPORT, "authors": [name]}
        yield f"lines-{name}.jsonl", json.dumps(record).encode()


def _mail(text: str) -> bytes:
    subject = text.replace("\n", " ")
    return f"From: {subject} <x@y>\nSubject: {subject}\nDate: Fri, 1 Mar 2019\n\n{brief()}".encode()


def _page(text: str) -> bytes:
    return (
        f"<html><head><title>{text}</title></head><body><article><h1>{text}</h1><p>{_REPORT * 5}"
        f"</p><p>Comment: {_COMMENT} {text}</p></article></body></html>"
    ).encode()


def _encodings(random: Random) -> Iterator[File]:
    text = brief("Îran, Россия, 伊朗")
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "utf-8-sig", "gb18030"):
        yield f"encoding-{codec}.txt", text.encode(codec)
    yield "encoding-lying-bom.txt", b"\xff\xfe" + text.encode()
    yield "encoding-odd-utf16.txt", text.encode("utf-16") + b"\x00"
    yield "encoding-overlong.txt", brief().encode() + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf"
    yield "encoding-truncated.txt", text.encode()[:-40] + b"\xe4\xbc"
    yield "encoding-surrogates.txt", brief("x").encode() + b"\xed\xa0\x80\xed\xb0\x80"
    yield "encoding-nuls.txt", b"\0".join(bytes([b]) for b in brief().encode())
    yield "encoding-only-nuls.txt", bytes(100_000)
    yield "encoding-noise.txt", random.randbytes(100_000)
    yield "encoding-noise.html", random.randbytes(100_000)
    page = _page("x").replace(b"<head>", b'<head><meta charset="utf-16">')
    yield "encoding-lying.html", page
    yield "encoding-unknown.html", page.replace(b"utf-16", b"x-\x1b[2J-none")
    charsets = ("utf-16", "x-none", "\x1b]0;PWNED\x07", "utf-8'%s", "base64", "idna", "rot13")
    for number, charset in enumerate(charsets):
        head = f"Subject: charset\nContent-Type: text/plain; charset={charset}\n\n"
        yield f"charset-{number}.eml", (head + brief()).encode()


def _structures(random: Random, big: int) -> Iterator[File]:
    yield "empty.txt", b""
    yield "one-byte.txt", b"\x1b"
    yield "one-line.txt", b"Iran and Russia met again. " * (big // 27)
    yield "no-break.txt", b"x" * (big // 10)
    yield "newlines.txt", b"\n" * 1_000_000
    yield "short-lines.txt", b"a\n\n" * 100_000
    yield "long-title.txt", brief("Iran " * 200_000).encode()
    yield "authors.txt", brief(name=", ".join(f"A{i:x} B{i:x}" for i in range(10_000))).encode()
    yield "authors-and.txt", brief(name=" and ".join(["Ann Ode"] * 10_000)).encode()
    yield "labels.txt", brief(report="\n\n".join(["Comment: x"] * 20_000)).encode()
    items = "\n\n".join(f"Iran-Russia: item {n}\n\nComment: {n}" for n in range(3_000))
    yield "digest.txt", ("Daily Digest\n\n" + items).encode()
    names = " ".join(
        f"President {random.randbytes(3).hex().title()} Zarif met." for _ in range(5000)
    )
    yield "people.txt", brief(report=names).encode()
    yield "countries.txt", brief(report="Iran Russia Syria Iraq Turkey China. " * 10_000).encode()
    yield "deep.html", b"<div>" * 100_000 + b"x"
    yield "deep-tables.html", b"<table><tr><td>" * 20_000
    yield "attributes.html", b"<p " + b" ".join(b"a%d=1" % i for i in range(50_000)) + b">x</p>"
    yield "entities.html", b"<p>" + b"&amp;&#0;&#x1b;&#155;&#xfffffff;&nosuch;" * 20_000
    yield "unclosed.html", b"<!--" + b"<![CDATA[" * 10_000
    yield "script.html", b"<script>" + b"<p>Iran</p>" * 50_000
    yield "deep.jsonl", b"[" * 100_000
    yield "deep-object.jsonl", b'{"a":' * 50_000
    yield "numbers.jsonl", b'{"title": 1e400, "text": NaN, "date": -1}\n' + b"1" * 5_000 + b"\n"
    yield "wrong-types.jsonl", b'{"title": ["x"], "text": {}, "authors": 7, "date": [2017]}\n' * 50
    yield "keys.jsonl", ('{"title": "x", ' * 1 + '"text": "a", ' * 50_000 + '"text": "b"}').encode()
    yield "escapes.jsonl", b'{"title": "\\u001b]0;PWNED\\u0007", "text": "\\ud800 \\u0000 x"}\n' * 9
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doc = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><rss><channel><item><title>&l11;</title></item>'
    yield "laughs.xml", f"<?xml version='1.0'?>{doc}</channel></rss>".encode()
    outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item>'
    yield "outside.xml", f"{outside}<title>&f;</title></item></channel></rss>".encode()
    yield "deep.xml", b"<rss><channel>" + b"<item>" * 50_000
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(500))
    yield "nested.eml", ("Subject: nested\n" + parts + brief()).encode()
    for number, sent in enumerate(payloads.SENT):
        head = f"From: a <a@b.c>\nSubject: Sent {number}\nDate: {sent}\n\n"
        yield f"sent-{number}.eml", (head + _REPORT).encode()
        item = f"<item><title>Sent {number}</title><pubDate>{sent}</pubDate>"
        yield (
            f"sent-{number}.xml",
            f"<rss><channel>{item}<description>{_REPORT} {number}</description></item>"
            "</channel></rss>".encode(),
        )
        record = {"title": f"Sent {number}", "text": _REPORT, "date": sent}
        yield f"sent-{number}.jsonl", json.dumps(record).encode()
        named = f'<html><head><meta name="date" content="{sent}"></head><body><p>{_REPORT * 5}'
        yield f"sent-{number}.html", named.encode()
    yield "headers.eml", b"Subject: x\n" + b"X-Y: z\n" * 100_000 + b"\n" + brief().encode()
    yield "header.eml", b"Subject: " + b"x" * 5_000_000 + b"\n\n" + brief().encode()
    words = b"=?utf-8?B?G11kMDtQV05FRAc=?= " * 5_000
    yield "encoded-words.eml", b"Subject: " + words + b"\n\n" + brief().encode()
    yield "references.eml", b"References: " + b"<a@b> " * 100_000 + b"\n\n" + brief().encode()


def _patterns() -> Iterator[File]:
    """What would make a pattern that backtracks run for ever, in title, byline and text."""
    repeats = (
        "A. ", "Mr. ", "By ", " - ", " | ", "(", "((", "“", "”“", "1/", "20 October ", "Comment",
        "Comment: ", "a-", "A-B ", "of the ", "and ", ", ", "Minister ", "President of ", " ", "\t",
        "O'", ".", "...", "—", "Iran-", "[", "<", "&", "=", "*", "#", "- ", "_", "0", "1,", "§",
        "Al-", "ibn ", "de la ", "http://", "@", "%", "\\",
    )  # fmt: skip
    for number, repeat in enumerate(repeats):
        run = repeat * (60_000 // len(repeat))
        yield f"pattern-title-{number:02}.txt", brief(run + "x").encode()
        yield f"pattern-byline-{number:02}.txt", brief(name=run + "x").encode()
        yield f"pattern-text-{number:02}.txt", brief(report=run + "!", comment=run).encode()


def _documents(random: Random, bomb: int) -> Iterator[File]:
    yield "junk.pdf", b"%PDF-1.7\n" + random.randbytes(20_000)
    yield (
        "loop.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>",
    )
    yield "bomb.pdf", _pdf_bomb(bomb)
    yield "deep.pdf", b"%PDF-1.4\n1 0 obj" + b"[" * 100_000 + b"endobj"
    yield "page.docx", _page("x")
    yield "junk.docx", b"PK\x03\x04" + random.randbytes(20_000)
    yield "empty.docx", _zip({})
    yield "no-document.docx", _zip({"word/other.xml": b"<x/>"})
    yield (
        "outside.docx",
        _zip({"../../PWNED": b"x", "/tmp/PWNED": b"x", "word/document.xml": b"<x/>"}),
    )
    yield "bomb.docx", _zip({"word/document.xml": b"<w:t>" + bytes(bomb)})
    yield "laughs.docx", _zip({"word/document.xml": dict(_structures(random, 10))["laughs.xml"]})
    yield "many.docx", _zip({f"word/{n}.xml": b"" for n in range(20_000)})
    yield "deep-xml.docx", _zip({"word/document.xml": b"<w:p>" * 100_000})


def _zip(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def _pdf_bomb(size: int) -> bytes:
    """A page whose content is so many zeros, packed twice."""
    stream = zlib.compress(zlib.compress(bytes(size)))
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    pages = b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n"
    kind = b"4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(stream)
    return head + pages + page + kind + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"


def _named(folder: Path) -> int:
    """Ordinary briefs under hostile names."""
    names: list[bytes] = [
        b"-rf.txt", b"--library.txt", b"$(touch PWNED).txt", b"; touch PWNED;.txt", b"a\nb.txt",
        b"\x1b]0;PWNED\x07.txt", b"\x1b[2J.txt", b"\xff\xfe\x80.txt", "\u202etxt.exe".encode(),
        "\u200b.txt".encode(), b"'; DROP TABLE brief; --.txt", b"[bold]x[/].txt", b"%s%n.txt",
        b"x" * 240 + b".txt", b"CON.txt", b"brief.txt.", b" .txt", "👩‍👩‍👧.txt".encode(), b"*?.txt",
        b"\\..\\x.txt", b"a:b.txt", b"{0}.txt", b"~.txt", b"`id`.txt", b"\xc2\x9b2J.txt",
    ]  # fmt: skip
    count = 0
    for number, name in enumerate(names):
        with suppress(OSError):  # a file system that does not take the name
            path = os.path.join(os.fsencode(folder), name)  # noqa: PTH118 - bytes, not text
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(brief(f"Named {number}").encode())
            count += 1
    return count


def _no_files(folder: Path) -> int:
    """Things that are no files, or somewhere else."""
    made: list[Callable[[], object]] = [
        lambda: os.mkfifo(folder / "pipe.txt"),
        lambda: (folder / "outside.txt").symlink_to("/etc/passwd"),
        lambda: (folder / "up.txt").symlink_to("../../../etc/hostname"),
        lambda: (folder / "loop.txt").symlink_to("loop.txt"),
        lambda: (folder / "self").symlink_to("."),
        lambda: (folder / "device.txt").symlink_to("/dev/zero"),
        lambda: (folder / "locked.txt").touch(mode=0),
        lambda: _socket(folder / "socket.txt"),
        lambda: (folder / "folder.txt").mkdir(),
    ]
    count = 0
    for make in made:
        with suppress(OSError):
            make()
            count += 1
    return count


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))
