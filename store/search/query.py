"""The query language: from what is typed to a tree. Any text is a legal query.

Bare words are ANDed and the last one, while it is typed, completes; `"a phrase"`, `-word`,
`-field:x`, `a OR b` (binds looser than AND), parentheses, `wor*`, and the fields of
`tokens.FIELDS`. What cannot be used is left out or searched as words, and said in the notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from store.search import dates
from store.search.field_values import CHOICES, PLACES, chosen, fits
from store.search.tokens import FIELDS, QUOTES, Token, tokens
from store.search.tree import (
    And,
    DateRange,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    only_words,
    phrases_of,
    words_of,
)
from store.text import clean, word_spans

__all__ = [
    "And",
    "DateRange",
    "Field",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Query",
    "Word",
    "only_words",
    "parse",
    "phrases_of",
    "saved_name",
    "words_of",
]  # fmt: skip

MAX_DEPTH = 24
"""Parentheses nested deeper than this are ignored."""
MAX_WORDS = 200
"""Words and fields of a query beyond this are ignored."""
_VALUES = ("word", "phrase")
MAX_LENGTH = 20_000
"""Code points of a query beyond this are ignored."""


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; without a root it asks for everything. `text` is the cleaned text."""

    root: Node | None
    notices: tuple[str, ...]
    text: str


def parse(text: str) -> Query:
    """Parse a query. Never raises; what was ignored or taken otherwise is in the notices."""
    text = clean(text)
    parser = _Parser(min(len(text), MAX_LENGTH))
    if len(text) > MAX_LENGTH:
        parser.say(f"only the first {MAX_LENGTH:,} characters are read")
        text = text[:MAX_LENGTH]
    parser.tokens = parser.balanced(tokens(text))
    return Query(parser.any_of(), tuple(parser.notices), text)


def saved_name(text: str) -> str | None:
    """Return NAME if the whole query is `saved:NAME`."""
    root = parse(text).root
    return root.value if isinstance(root, Field) and root.name == "saved" else None


@dataclass(slots=True)
class _Parser:
    length: int
    tokens: list[Token] = field(default_factory=list)
    at: int = 0
    words: int = 0
    notices: dict[str, None] = field(default_factory=dict)

    def say(self, notice: str) -> None:
        self.notices[notice] = None

    # -- parentheses and operators ---------------------------------------------------------------

    def balanced(self, found: Iterable[Token]) -> list[Token]:
        """Return the tokens with every parenthesis paired and none too deep."""
        kept: list[Token] = []
        depth = 0
        for token in found:
            if token.kind == "close" and not depth:
                self.say("a “)” without its “(” was ignored")
                continue
            depth += (token.kind == "open") - (token.kind == "close")
            if depth + (token.kind == "close") > MAX_DEPTH and token.kind in ("open", "close"):
                self.say(f"parentheses nested deeper than {MAX_DEPTH} levels were ignored")
                continue
            kept.append(token)
        if depth:
            self.say("a “(” is never closed: taken as closed at the end")
            kept += [Token("close", ")", self.length)] * min(depth, MAX_DEPTH)
        return kept

    def any_of(self) -> Node | None:
        """Alternatives up to a closing parenthesis or the end."""
        branches: list[Node | None] = [self.all_of()]
        while self.at < len(self.tokens) and self.tokens[self.at].kind == "or":
            self.at += 1
            branches.append(self.all_of())
        nodes = [b for b in branches if b is not None]
        if len(nodes) < len(branches) and len(branches) > 1:
            self.say("an OR without something on both sides was ignored")
        return Or(tuple(nodes)) if len(nodes) > 1 else (nodes[0] if nodes else None)

    def all_of(self) -> Node | None:
        nodes: list[Node] = []
        while self.at < len(self.tokens) and self.tokens[self.at].kind not in ("or", "close"):
            token = self.tokens[self.at]
            self.at += 1
            found = self.group() if token.kind == "open" else self.leaf(token)
            if found and token.minus:
                found = [Not(_settled(_joined(found)))]
            nodes += found
        return _joined(nodes) if nodes else None

    def group(self) -> list[Node]:
        inner = self.any_of()
        self.at += 1  # its closing parenthesis
        if inner is None:
            self.say("empty parentheses were ignored")
        return [inner] if inner else []

    # -- leaves ----------------------------------------------------------------------------------

    def leaf(self, token: Token) -> list[Node]:
        """Return what one token asks for; several nodes are to be ANDed."""
        match token.kind:
            case "field":
                return self.field(token)
            case "phrase":
                return self.phrase(token)
            case "and":
                self.say("AND was left out: words are ANDed anyway")
                return []
            case "dash":
                self.say(f"“{token.text}” was ignored: a hyphen excludes the word it stands before")
                return []
        if token.text == "NOT":
            self.say("NOT was searched as a word: -word excludes")
        if self.is_foreign(token):
            return []
        return self.words_of(token)

    def is_foreign(self, token: Token) -> bool:
        """Whether a token is what other query languages write for nearness."""
        before = self.tokens[self.at - 2] if self.at > 1 else None
        after = self.tokens[self.at] if self.at < len(self.tokens) else None
        near = token.text == "NEAR" and after is not None and after.kind == "open"
        slop = re.fullmatch(r"~[0-9]+", token.text) and before and before.kind == "phrase"
        if near or slop:
            self.say(f"“{token.text}” was left out: nearness cannot be asked for")
        return bool(near or slop)

    def words_of(self, token: Token) -> list[Node]:
        """Return a word, or a phrase if the token is cut into several ("S-300")."""
        prefix = token.text.endswith("*")
        if "*" in token.text.rstrip("*"):
            self.say("a “*” completes only at the end of a word")
        if not QUOTES.isdisjoint(token.text):
            self.say("a quotation mark inside a word was ignored")
        spans = self.affordable(list(word_spans(token.text)))
        found = tuple(token.text[start:end] for start, end in spans)
        if not found:
            return self.nothing(token.text)
        last = spans[-1][1]
        prefix = prefix and not token.text[last:].strip("*")
        typing = token.end == self.length and last == len(token.text)
        if len(found) > 1:
            return [Phrase(found, prefix or typing, typing)]
        return [Word(found[0], prefix, typing)]

    def phrase(self, token: Token) -> list[Node]:
        text = token.text.rstrip()
        prefix = token.star or text.endswith("*")
        if "*" in text.rstrip("*"):
            self.say("a “*” completes only at the end of a phrase")
        spans = self.affordable(list(word_spans(text)))
        if not spans:
            return self.nothing(f'"{token.text}"')
        found = tuple(text[start:end] for start, end in spans)
        typing = not token.closed and spans[-1][1] == len(token.text)
        if not token.closed:
            self.say(f"a quotation mark is never closed: searched as “{_short(text)}”")
        return [Phrase(found, prefix or typing, typing)]

    def affordable(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        room = MAX_WORDS - self.words
        self.words += len(spans)
        if len(spans) > room:
            self.say(f"only the first {MAX_WORDS} words and fields are used")
        return spans[: max(0, room)]

    def nothing(self, text: str) -> list[Node]:
        if self.words < MAX_WORDS:
            self.say(f"“{_short(text)}” holds no letter or digit and was ignored")
        return []

    # -- fields ----------------------------------------------------------------------------------

    def field(self, token: Token) -> list[Node]:
        name, value = token.field.lower(), token.text.strip()
        if name in FIELDS and not self.affordable([(0, 0)]):
            return []
        if not value:
            return self.without_value(token)
        if name in PLACES:
            return [_joined([Field("in", name), *self.as_words(token)])]
        if name not in FIELDS:
            self.say(f"no field “{token.field}”: searched as words")
            return self.as_words(token, token.field)
        if not token.closed:
            self.say(f"a quotation mark is never closed: taken as {name}:“{_short(value)}”")
        if name == "date":
            return self.date(token, value)
        if name in CHOICES:
            return self.choice(token, name, value)
        return [Field(name, value, token.quoted)]

    def without_value(self, token: Token) -> list[Node]:
        if adopted := self.adopted(token):
            return self.field(adopted)
        known = token.field.lower() in FIELDS
        if known and (token.end == self.length or token.quoted):
            self.say(f"{token.field}: has no value yet and was ignored")
            return []
        if known:
            self.say(f"{token.field}: has no value: searched as a word")
        return self.words_of(replace(token, text=token.field + ":"))

    def adopted(self, token: Token) -> Token | None:
        """The field with the next token as its value, if it was only put behind a space."""
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        name = token.field.lower()
        if token.quoted or not following or following.minus or following.kind not in _VALUES:
            return None
        if name not in FIELDS or not fits(name, following.text.strip()):
            return None
        self.at += 1
        self.say(f"{name}: {_short(following.text)} was taken as {name}:{_short(following.text)}")
        quoted = following.kind == "phrase"
        return replace(following, kind="field", field=name, quoted=quoted, minus=token.minus)

    def as_words(self, token: Token, *before: str) -> list[Node]:
        """Return the value as words, after other words of the token."""
        nodes = [n for text in before for n in self.words_of(Token("word", text, 0))]
        value = replace(token, kind="word", text=token.text)
        return nodes + (self.phrase(value) if token.quoted else self.words_of(value))

    def date(self, token: Token, value: str) -> list[Node]:
        found = dates.bounds(value)
        if found is None and token.end == self.length and dates.unfinished(value):
            self.say(f"date:{value} is not a date yet and was ignored")
            return []
        if found is None:
            self.say(f"“{_short(value)}” is not a date: searched as words")
            return self.as_words(token)
        first, last = found
        if first and last and first > last and not first.startswith(last):
            self.say(f"date:{value} was turned round")
            first, last = last, first
        return [DateRange(first, last)]

    def choice(self, token: Token, name: str, value: str) -> list[Node]:
        found = chosen(name, value, typing=token.end == self.length)
        if found is not None:
            fields = [Field(name, each) for each in dict.fromkeys(found)]
            # Several places are looked in together; of several states one will do.
            return list(fields) if name == "in" or len(fields) == 1 else [Or(tuple(fields))]
        choices = ", ".join(CHOICES[name])
        self.say(f"{name}:{_short(value)} is none of {choices}: searched as words")
        return self.as_words(token)


def _joined(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))


def _settled(node: Node) -> Node:
    """The same without completion: an exclusion must not grow while its word is typed."""
    match node:
        case Word(typing=True):
            return replace(node, typing=False)
        case Phrase(typing=True):
            return replace(node, prefix=False, typing=False)
        case And(nodes=nodes) | Or(nodes=nodes):
            return replace(node, nodes=tuple(map(_settled, nodes)))
        case _:
            return node


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
