"""What hostile text is made of: controls, escapes, bidi games, markup, and names that are code."""

from __future__ import annotations

ESCAPES = {
    "csi-clear": "\x1b[2J\x1b[H", "csi-report": "\x1b[6n", "csi-scroll": "\x1b[9999S",
    "csi-alt": "\x1b[?1049h", "csi-mouse": "\x1b[?1003h", "csi-paste": "\x1b[?2004l",
    "csi-sgr": "\x1b[8mhidden\x1b[28m", "csi-long": "\x1b[" + "9;" * 5000 + "m",
    "osc-title": "\x1b]0;PWNED\x07", "osc-icon": "\x1b]2;PWNED\x1b\\",
    "osc-link": "\x1b]8;;file:///etc/passwd\x07PWNED\x1b]8;;\x07",
    "osc-clipboard": "\x1b]52;c;UFdORUQ=\x07", "osc-colour": "\x1b]4;1;#ff0000\x07",
    "osc-notify": "\x1b]9;PWNED\x07", "osc-iterm": "\x1b]1337;File=inline=1:UFdORUQ=\x07",
    "osc-open": "\x1b]0;PWNED and never closed", "dcs": "\x1bPPWNED\x1b\\",
    "dcs-termcap": "\x1bP+q544e\x1b\\", "apc": "\x1b_PWNED\x1b\\", "pm": "\x1b^PWNED\x1b\\",
    "sos": "\x1bXPWNED\x1b\\", "reset": "\x1bc", "charset": "\x1b(0lqqk\x1b(B", "keypad": "\x1b=",
    "kitty": "\x1b_Ga=T;UFdORUQ=\x1b\\", "c1-csi": "\x9b2J", "c1-osc": "\x9d0;PWNED\x9c",
    "c1-dcs": "\x90PWNED\x9c", "split": "\x1b\n]0;PWNED\x07", "double": "\x1b\x1b[2J",
    "backspaces": "safe\b\b\b\bPWND", "carriage": "a safe line\rPWNED      ",
    "bell": "\x07" * 500, "lone": "ends in \x1b",
}  # fmt: skip
"""Escape sequences by family, in 7 and 8 bit forms."""

INVISIBLE = {
    f"u{point:04x}": chr(point)
    for point in (
        0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
        0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2066, 0x2067, 0x2068, 0x2069,
        0x206A, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xE0001, 0xE0041, 0xE007F,
    )
}  # fmt: skip
"""Characters that take no room, or turn the direction of what follows."""

MARKUP = {
    "rich-style": "[bold red]PWNED[/]", "rich-close": "[/] [/bold] [/nothing]",
    "rich-link": "[link=file:///etc/passwd]PWNED[/link]", "rich-open": "[", "rich-escape": "\\[b]",
    "textual-click": "[@click=app.quit]PWNED[/]", "textual-exec": "[@click=app.bell()]x[/]",
    "emoji-code": ":skull: :warning:", "rich-nested": "[" * 3000, "markdown": "![x](file:///etc/x)",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "format": "{0.__class__} %s %n",
}  # fmt: skip
"""Text that a careless screen would take for markup."""

CODE = {
    "sql-drop": "'; DROP TABLE brief; --", "sql-or": "\" OR 1=1 --", "sql-comment": "/* */ --",
    "fts-near": "NEAR(a b, 5)", "fts-operators": "AND OR NOT", "fts-column": "title : x",
    "fts-quotes": '"""', "fts-caret": "^first", "fts-star": "*", "fts-minus": "-",
    "fts-paren": "((((",
    "field": "pair:IR-RU OR in:comment", "facet-token": "xcir xhcomment", "like": "%_%",
    "path-up": "../../../../etc/passwd", "path-absolute": "/etc/passwd", "path-device": "CON",
    "path-home": "~root", "shell": "$(touch PWNED)", "shell-tick": "`touch PWNED`",
    "shell-semicolon": "; touch PWNED", "shell-pipe": "| touch PWNED", "nul-name": "a\0b",
    "formula-equals": '=HYPERLINK("http://x","y")', "formula-plus": "+1+cmd|' /C calc'!A0",
    "formula-minus": "-2+3", "formula-at": "@SUM(A1)", "formula-tab": "\t=1+1",
    "formula-return": "\r=1+1", "formula-dde": "=cmd|' /C calc'!A0", "newline": "one\ntwo",
}  # fmt: skip
"""Text that is code somewhere: SQL, FTS5, shells, paths, spreadsheets."""

HOMOGLYPHS = {
    "cyrillic": "Serg\u0435i L\u0430vr\u043ev", "greek": "\u0397assan Rouhani",
    "fullwidth": "\uff36\uff4c\uff41\uff44\uff49\uff4d\uff49\uff52", "dotless": "Erdoğan ıIİi",
    "mathematical": "\U0001d412\U0001d41e\U0001d42b\U0001d420", "rtl": "محمد جواد ظريف",
    "combining": "Z" + "\u0301" * 400 + "alko", "ligature": "\ufb01eld \ufb00 \ufdfa",
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 40, "noncharacters": "\ufffe\uffff",
    "private": "\ue000\uf8ff\U000f0000", "digits": "٢٠١٧-١٠-٢٠ ⅩⅣ ②",
}  # fmt: skip
"""Names that look like others, and letters that are none."""

DATES = (
    "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "99999999-01-01", "-2017-10-20",
    "February 30, 2017", "31 April 2017", "13/13/2017", "00/00/0000", "2017-10-20T99:99:99Z",
    "Oct 20, 17", "October 2017 2018 2019", "1" * 3000, "20 October " + "2" * 400, "1e9999", "NaN",
    "Infinity", "January 0, 2020", "٢٠ أكتوبر ٢٠١٧", "3 BC", "1 Jan 1970", "1969-12-31",
    "2017-W42-5", "20.10.2017.", "29 February 1900",
)  # fmt: skip
"""Dates that there are not, or not quite."""

QUERIES = (
    "", " ", '"', '""', "(", ")", "-", "--", "*", "a*b*", "OR", "NEAR(a b)", "title:x", "in:",
    "in:x", "pair:", "pair:XX-YY", "person:\x1b[2J", "date:9999..0000", "date:>", "tag:'; DROP",
    "is:is",
    "saved:nobody", "\x1b]0;PWNED\x07", "\u202eabc", "\0", "a" * 5000, "(" * 400, "x OR " * 300,
    '"' * 301, "-a -b -c", "é" * 50, "𝐒𝐞𝐫𝐠𝐞𝐢", "[@click=app.quit]x", "%s%n", "../../etc/passwd",
    "label:\x9b2J", "source:/etc", "by:*", "at:\"", "wor* *wor", "a AND NOT b", "^a", "{a b}",
    "a+b",
)  # fmt: skip
"""Queries that nobody means well with."""
SENT = (
    "Fri, 31 Dec 9999 23:59:59 -2300", "Mon, 01 Jan 0001 00:00:00 +2300",
    "Fri, 31 Dec 99999999999999999999 00:00:00 +0000", "Thu, 31 Feb 2019 25:61:00 +9999",
    "2017-13-45", "0000-00-00", "0000", "٢٠١٧-١٠-٢٠", "9999-12-31T23:59:59-23:00",
)  # fmt: skip
"""What a format may say of when it was sent: out of the calendar's range, and just inside it."""
