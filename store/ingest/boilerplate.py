"""Page furniture: lines that are neither report nor comment and would only add false mentions.

Only short lines are looked at, and only forms that no analyst writes as a sentence of a brief.
What is set aside is kept in `Brief.boilerplate`, never dropped.
"""

from __future__ import annotations

import re
from functools import lru_cache

from store.ingest.markup import plain
from store.text import fold

_LONGEST = 600
_SHORT = 120

# A line starting like this is furniture, however it goes on (up to `_LONGEST` characters).
_OPENINGS = re.compile(
    r"""(?:un)?subscribe\b(?:\ (?:to|now|here|today|from)|:|\ ?\|) | sign\ up\ (?:for|here|to)
    | you(?:\ are|’re|'re)\ receiving\ this
    | (?:this|the)\ (?:e-?mail|message|newsletter)\ was\ sent
    | (?:view|read|open)\ (?:this|the)\ (?:e-?mail|newsletter|message)\ (?:in|on)
    | having\ trouble\ viewing | forward\ (?:this|to\ a\ friend) | was\ this\ forwarded
    | (?:update|manage|change)\ (?:your\ )?(?:e-?mail\ )?(?:preferences|subscriptions?)
    | if\ you\ (?:no\ longer\ wish|wish\ to\ (?:un)?subscribe|would\ like\ to\ (?:un)?subscribe)
    | information\ cut-?off\b | classification:\ ? | end\ of\ (?:the\ )?\w{1,30}\ for\ .{0,30}\d
    | (?-i:(?:FM|TO|INFO|FROM)\ [A-Z0-9]{3,30}(?:\ [A-Z0-9/]{1,30}){1,6}$)
    | next\ issue: | follow\ (?:him|her|them|me)\b | (?:contact|e-?mail)\ (?:the\ (?:author|reporter
      |editor)s?|him|her|them)\b
    | related\ (?:analysis|reading|links|publications|coverage|articles?|posts?|content):?$
    | (?:read|see)\ (?:more|also|next)\ ?:
    | to\ (?:receive|subscribe|unsubscribe)\b.{0,80}(?:newsletter|e-?mail|list|click)
    | (?:copyright|©|\(c\)\ )\ ?.{0,60}\d{4} | all\ rights\ reserved
    | (?:tags?|tagged|labels|filed\ under|categor(?:y|ies)|keywords|topics|posted\ in)\ ?:
    | (?:photo|image|picture)(?:\ (?:credit|copyright|caption|source|by))?s?\ ?:
    | image\ (?:copyright|caption) | media\ playback\ is | accessibility\ links
    | read\ (?:it|this|more)\ (?:here|at|on|by|from|about)\b
    | related:\  | you\ (?:may|might)\ also\ like\b | (?:also\ (?:read|see)|see\ also|read\ next):
    | \[?description\ of\ source: | newer\ posts?\b | older\ posts?\b
    | share\ (?:this|on|via)\b.{0,12}[:|] | \d{1,3}\ ?-?min(?:ute)?s?\.?\ read\b
    | (?:estimated\ )?reading\ time\b | (?:posted|shared|sent)\ from\ my\b
    | (?-i:UNCLAS(?:SIFIED)?\ (?:SECTION|[A-Z ]{2,30}\ \d{3,6})|C\ O\ N\ F\ I\ D|S\ E\ C\ R\ E\ T
      |(?:CONFIDENTIAL|SECRET)\ (?:SECTION\ \d|[A-Z ]{2,30}\ \d{3,6})|SIPDIS\b|NOFORN\b
      |E\.\ ?O\.\ ?1\d{4}\b|DEPT\ (?:FOR|PASS)\ |REF:\ |REFS:\ )
    | classified\ by:?\ | save\ articles\ to\ read\ later | thanks\ for\ reading\ [A-Z]
    | [(\[](?:additional\ )?(?:reporting|writing|editing)\ (?:and\ (?:writing|editing)\ )?by\ [A-Z]
    | (?:additional\ )?reporting\ by\ .{3,120};\ ?(?:additional|writing|editing)
    | (?:to\ )?(?:download|get|read|view)\ (?:the\ |this\ )?(?:full\ )?(?:pdf|report\ here)
    | (?:for\ )?(?:media|press)\ (?:inquir|enquir|contact|quer)
    | (?:donate|support\ (?:us|our\ work))\b.{0,60}$ | listen\ (?:to\ this|now|here)\b
    | (?:join|become)\ (?:us|a\ member)\ (?:on|at|today|now)\b | enjoyed\ this\b
    | the\ (?:author|writer)s?\ (?:is|are)\ solely
    | for\ (?:more|further)\ information,?\ (?:contact|visit|see)
    | this\ content\ is\ available\ exclusively
    | no\ comments?\b | comments?\ (?:are|is)\ (?:now\ )?(?:closed|disabled|off)
    | \d+\ comments?$ | comments?\ ?\(\d+\)
    | (?:leave|write|post|add)\ (?:a|your)\ (?:comment|reply)
    | log\ ?in\ to\ (?:post|comment|leave) | (?:please\ )?click\ here\b
    | the\ pdf\ version\ (?:is|of)
    | (?:the\ )?(?:views|opinions)\ (?:expressed|presented|represented|and\ opinions)
    | read\ (?:the\ )?full\ (?:article|story|report|text|post) | we\ use\ cookies
    | this\ (?:site|website|page)\ uses\ cookies | \[notice:
    | follow\ (?:us|[^.!?]{1,50})\ (?:on|at)
      \ (?:@|twitter|facebook|x\b|linkedin|social|instagram|mastodon|bluesky)
    | \*?\ ?to\ read\ part\b
    | \*?\ ?this\ is\ (?:the\ )?(?:first|second|third|part)\b.{0,40}\bparts?\b
    | (?:series\ )?editors?:\  | disclaimer:\  | posted\ in\ .{1,60}\| | issues:\ .{1,80}\|
    | \(?(?:photo|image|picture|map|graphic)\ (?:by|credit|courtesy)\b | you\ are\ here:
    | get\ the\ (?:latest|best)\b.{0,60}\b(?:inbox|e-?mail)
    | [(\[*]{0,2}(?:read\ )?(?:part|the\ (?:first|second|third)\ part)\ \S{1,6}\ (?:here\b
      |(?:is|can\ be)\ (?:available|found|read|here)\b)
    | warning:\ .{0,80}\.php | -{0,5}begin\ pgp | hash:\ (?:sha|md5) | reuters/.{0,60}file
    | \(e\)\ =\ | photograph(?:s|y)?\ by\ | illustrations?\ by\ | graphics?\ by
    | \d{1,4}\ (?:responses?|replies|thoughts|comments?)\ (?:to|on)\b | (?:name|e-?mail)\ \(
    | your\ e-?mail\ address | (?:home|start)\ [»>›/] | about\ the\ author
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A line that is one of these and nothing more (whole line, case and outer marks apart).
_WHOLE = re.compile(
    r"""(?:read|see|view|learn|show)\ more | more | continue\ reading | full\ story
    | contact(?:\ us)? | print(?:\ (?:this\ )?(?:page|article|version))? | text\ size
    | print\ ?/\ ?text\ size | share(?:\ this(?:\ article|\ page|\ post)?)? | share\ embed | embed
    | tweet | save | paid | cite | listen | views?:?\ \d+ | accessibility\ links | archives? | about
    | newer(?:\ posts?)? | older(?:\ posts?)? | forward\ to\ a\ friend | unsubscribe
    | view\ (?:online|in\ browser|as\ (?:a\ )?(?:pdf|web\ ?page))
    | printer[-\ ]friendly(?:\ version)?
    | email\ this | share\ on\ (?:facebook|twitter|x|linkedin|whatsapp|e-?mail)
    | (?:(?:e-?mail|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|share|tweet|print
        |x|bluesky|copy\ link|save|pdf|comment)\b[\ ,•·/]{0,3}){2,9}
    | e-?mail | facebook | twitter | linkedin | whatsapp | telegram | reddit
    | download(?:\ (?:as\ )?(?:the\ )?pdf|\ report)? | advertisement | sponsored | breaking\ news
    | related(?:\ (?:articles?|posts?|content|stories))? | skip\ to\ (?:main\ )?content | menu
    | search | subscribe | newsletter | log\ ?in | sign\ (?:in|up) | back\ to\ top
    | next(?:\ article|\ post)? | previous(?:\ article|\ post)? | cookies?(?:\ policy)?
    | privacy(?:\ policy)? | terms\ of\ use | page\ \d+(?:\ (?:of|/)\ \d+)?
    | https?://\S+ | www\.\S+ | follow\ us | comments?\ off | comments?:?\ ?\(?\d+\)? | loading
    | table\ of\ contents
    | about\ us | home | ends? | \d\d | xxx | \#\#\# | more\ (?:from|by)\ [^.!?:]{2,40}
    | most\ (?:popular|read|viewed|shared) | trending(?:\ now)? | top\ stories
    | (?:latest|more)\ (?:news|headlines|stories) | recommended(?:\ for\ you)?
    | you\ may\ also\ like | editors?[’']?s?[’']?\ picks | popular\ posts | site\ ?map
    | toggle\ navigation | (?:open|close)(?:\ menu)? | imprint | disclaimer | rss(?:\ feed)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The credit that ends a caption: "… on April 2, 2013. REUTERS/Bo Example/File Photo - RTX2FG6B".
_CREDIT = re.compile(
    r"(?:\b(?:REUTERS|AFP|EPA|EFE|TASS|Xinhua|Anadolu|Bloomberg|AP)/|\bAP Photo\b|\bGetty Images\b"
    r"|(?:[.)] |^)[A-Z]{3,}(?:/[A-Z][\w. ]{1,30}){1,3}(?: - [A-Z0-9]{5,})?$"
    r"|\((?:AP|AFP|EPA|Reuters|Getty)(?: [Pp]hoto|/[^()]{2,40})\)$"
    r"|/(?:Files?|File Photo|Handout|Pool)\b|\b[Ff]ile [Pp]hoto\b|\bRTX[A-Z0-9]{4,10}\b"
    r"|\b(?:[Pp]hoto|[Pp]icture|Image)(?: credit)?(?: by|:) |\([Cc]redit: )[^.!?]{0,60}[.)]{0,2}$"
)
_LONGEST_CAPTION = 300
# What a *closing* paragraph says about the page, the newsletter or the house rather than the world.
_NOTICE = re.compile(
    r"""\b(?:un)?subscribe\b | \bnewsletter | \bmailing\ list | \ball\ rights\b | \bcopyright\b
    | \b(?:reproduced|reprinted|republished|redistributed)\b
    | \b(?:first|originally)\ (?:appeared|published|posted)\b | \bour\ web\ ?site\b
    | \bthis\ (?:web\ ?site|site|web\ ?page|page|e-?mail|message)\b | \bcookies?\b
    | \b(?:views|opinions)\ (?:here|in\ this|expressed|presented)\b
    | \bofficial\ (?:views?|positions?|policy)\b
    | \bdo(?:es)?\ not\ necessarily\ (?:reflect|represent)
    | \bclick\ here\b | \bdownload\ (?:the|this|a)\b | \bpdf\b | \bprint\ version\b
    | https?:// | \bwww\. | \b\w[\w.-]{0,60}@\w[\w.-]{0,60}\.\w | (?:^|\s)@\w{2,40}\b
    | \bdo(?:es)?\ not\ take\b.{0,40}\bpositions?\b | \b(?:only\ )?represents?\ the\ views\b
    | \btakes?\ no\ (?:institutional\ )?positions?\b
    | \bis\ (?:produced|published|brought\ to)\b.{0,30}\bby\b | \btax-exempt\b
    | \bwith\ reporting\ by\b | \bfollow\ us\b | \b(?:please|suggested)\ cit(?:e|ation)\b
    | \bissn\b | \bisbn\b
    | ^editors?[’']?s?\ note\b | ^correction: | ^listen\ to\b
    | \bthis\ (?:article|brief|report|issue|bulletin|paper|post|piece|essay|commentary|analysis)
      \ (?:first\ |originally\ )?(?:appeared|(?:is|was|has\ been)\ (?:also\ |first\ |originally\ )?
      (?:published|produced|distributed|made\ possible|funded|supported|available|part\ of|adapted
      |excerpted|reprinted|an\ excerpt))\b
    | ^(?:the\ )?[^.]{3,60}\ is\ an?\ [^.]{0,80}\b(?:independent|non-?partisan|non-?profit
      |think[-\ ]tank|non-?governmental|research\ (?:institut|organi[sz]ation|cent))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_NOTICE = 400
_MENU = re.compile(r"[-*•] (?:\[[^\]]{1,40}\]\([^)]{0,200}\)|[^\W\d_][\w &’'-]{0,30})")
_MENU_WORDS = frozenset((
    "home", "about", "about us", "contact", "contact us", "experts", "publications", "events",
    "donate", "careers", "jobs", "press", "media", "subscribe", "newsletter", "share", "tweet",
    "print", "search", "login", "log in", "sign in", "archive", "archives", "podcasts", "videos",
    "programs", "projects", "research", "people", "topics", "regions", "blog", "support us",
    "privacy", "privacy policy", "terms", "follow us", "rss", "email", "e-mail", "facebook",
    "twitter", "linkedin", "back to top", "read more", "more", "next", "previous", "cookies",
))  # fmt: skip
_EDGES = " \t*_#[](){}<>»›→>.…|-–—•∙·"
_TAG = re.compile(r"[A-Z\d][\w.&'’/ -]{0,40}")


def is_boilerplate(paragraph: str) -> bool:
    """Whether `paragraph` is page furniture: share bars, rights lines, tags, reader comments."""
    return len(paragraph) <= _LONGEST and _is_furniture(paragraph)


@lru_cache(maxsize=1024)  # a line is asked for in the head, at the end and in the text
def _is_furniture(paragraph: str) -> bool:
    line = plain(paragraph).strip()
    if _OPENINGS.match(line.lstrip("•-*> ")):
        return True
    if len(line) <= _LONGEST_CAPTION and _credited(line[-120:]):
        return True
    parts = line.split("|") if len(line) <= _SHORT else []
    return bool(parts) and (all(map(_is_whole, parts)) or _is_navigation(parts))


def _is_navigation(parts: list[str]) -> bool:
    """Whether a line is a page's navigation ("Home | Politics | World")."""
    home = len(parts) > 2 and parts[0].strip(_EDGES).lower() == "home"
    return home and all(0 < len(part.split()) <= 3 for part in parts)


def _credited(end: str) -> bool:
    # The plain look comes first because it is much the cheaper one.
    return ("/" in end or "hoto" in end or ":" in end or "Getty" in end or "RTX" in end or
            "by " in end) and _CREDIT.search(end) is not None  # fmt: skip


def _is_whole(part: str) -> bool:
    bare = part.strip(_EDGES)
    return bool(bare) and _WHOLE.fullmatch(bare) is not None


def is_menu_item(line: str) -> bool:
    """Whether `line`, *above the title*, is one bullet of a page's menu ("- About us")."""
    return len(line) <= _SHORT and _MENU.fullmatch(line.strip()) is not None


def is_notice(paragraph: str) -> bool:
    """Whether a *closing* paragraph tells of page, newsletter or house, not of the world."""
    return len(paragraph) <= _LONGEST_NOTICE and _NOTICE.search(paragraph) is not None


def is_menu_entry(line: str) -> bool:
    """Whether `line`, *at the end*, is a bullet of a page's menu: a link, or "- About"."""
    if not is_menu_item(line):
        return False
    return "](" in line or is_menu_word(line)


def is_menu_word(line: str) -> bool:
    """Whether `line` is one of the words of which menus are made ("Experts", "About us")."""
    return len(line) <= _SHORT and line.strip(_EDGES).lower() in _MENU_WORDS


def is_tag_tail(paragraph: str) -> bool:
    """Whether a *closing* paragraph is a bare list of tags ("Russia, Iran, S-300 missiles")."""
    if len(paragraph) > 200 or paragraph.endswith((".", "!", "?", ":", "”", '"')):
        return False
    items = [item.strip() for item in paragraph.split(",")]
    return len(items) >= 3 and all(
        _TAG.fullmatch(item) and len(item.split()) <= 4 for item in items
    )


_ADDRESSES = ("Dr", "Mr", "Ms", "Mrs", "Prof", "Professor")


def is_biography(paragraph: str, authors: tuple[str, ...]) -> bool:
    """Whether a *closing* paragraph introduces one of the authors ("X is a fellow at …")."""
    if len(paragraph) > _LONGEST:
        return False
    line = fold(plain(paragraph).lstrip("*_ ")).replace(".", "")
    line = line.replace("(ret) ", "").replace("(res) ", "")
    if line.startswith(("the author is a", "the author is the ", "the writer is a")):
        return True
    authors = tuple(author.replace(".", "") for author in authors)
    authors += tuple(f"{mr} {a.split()[-1]}" for a in authors if a.split() for mr in _ADDRESSES)
    met = [a for a in map(fold, authors) if a and line.startswith((a, f"about {a}"))]
    if any(line.startswith((f"about {a}", f"{a} tweets", f"{a} covers ", f"{a} writes ",
                            f"{a} reports ", f"{a} teaches ", f"{a} directs ", f"{a} leads "))
           for a in met):  # fmt: skip
        return True
    return any(line.startswith((f"{a} is a", f"{a} is the ", f"{a} is senior", f"{a} is director",
                                f"{a} is research", f"{a} is fellow", f"{a} serves as ",
                                f"{a} works ", f"{a}, a ", f"{a}, the "))
               or _does(line, a) for a in met)  # fmt: skip


def _does(line: str, author: str) -> bool:
    """Whether a short line says what an author does: "Ada Lee farms near Thiès"."""
    rest = line.removeprefix(author)
    word = rest[1:].partition(" ")[0]
    return rest[:1] == " " and len(line) <= _SHORT * 2 and len(word) > 2 and word.endswith("s")
