"""Every regular expression of Dateline's own, wherever it stands and whenever it is compiled.

What is compiled while modules are imported, or by a few calls that make a pattern of data, is
recorded in a fresh process. The source is read for what stands inside functions: its expression
is evaluated among the names of its module. A place that neither way reaches is an error.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, NamedTuple

_CALLS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}
_ANCHORED = {"match", "fullmatch"}

_RECORDER = """
import json, re, sys
from importlib import import_module
from pkgutil import walk_packages

whole, seen = re._compile, []

def recording(pattern, flags):
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__") == "re":
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "")
    compiled = whole(pattern, flags)
    if name.partition(".")[0] in ("store", "tui") and isinstance(pattern, (str, bytes)):
        text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        seen.append([name, frame.f_lineno, text, compiled.flags])
    return compiled

re._compile = recording
for name in ("store", "tui"):
    for found in walk_packages(import_module(name).__path__, name + "."):
        import_module(found.name)
from store import text, unicode61
from store.search import matcher
unicode61.word_pattern(), text.skeleton("al-Iran"), matcher.Matcher.of(["ir*"]).hits("Iran")
print(json.dumps(seen))
"""


class Own(NamedTuple):
    """A pattern, and whether it is only ever tried at the start of a text."""

    pattern: re.Pattern[str]
    anchored: bool


def collected() -> dict[str, Own]:
    """Return every pattern by its place, "module:line"; bytes are taken for Latin letters.

    A place that compiles several in turn has a number for each.
    """
    done = subprocess.run([sys.executable, "-c", _RECORDER], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    calls = {(module, line): call for module, call in _calls() for line in _lines(call)}
    found: dict[str, Own] = {}
    for module, line, text, flags in json.loads(done.stdout):
        call = calls.pop((module, line), None)
        for other in _lines(call) if call else ():
            calls.pop((module, other), None)
        own = Own(re.compile(text, flags), call is not None and _is_anchored(module, call))
        if own not in found.values():
            found[_free(f"{module}:{line}", found)] = own
    for module, call in dict.fromkeys((module, call) for (module, _), call in calls.items()):
        own = Own(_evaluated(module, call), _is_anchored(module, call))
        found[_free(f"{module}:{call.lineno}", found)] = own
    return found


def _lines(call: ast.Call) -> range:
    return range(call.lineno, (call.end_lineno or call.lineno) + 1)


def _free(place: str, found: dict[str, Own]) -> str:
    taken = sum(other.partition("#")[0] == place for other in found)
    return f"{place}#{taken}" if taken else place


def _is_anchored(module: str, call: ast.Call) -> bool:
    """Whether a call matches at the start, or makes a constant that is only used to do so."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if method != "compile":
        return method in _ANCHORED
    name = _given_to().get(id(call), "")
    uses = [use for place, use in _uses().get(name, ()) if place == module or name[:1] != "_"]
    return bool(uses) and all(use in _ANCHORED for use in uses)


@lru_cache(maxsize=1)
def _given_to() -> dict[int, str]:
    """The constant that each call is assigned to, by the call's identity."""
    return {
        id(node.value): node.targets[0].id
        for tree in _trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


@lru_cache(maxsize=1)
def _uses() -> dict[str, list[tuple[str, str]]]:
    """Where each name is loaded, and the attribute that is asked of it; "" where there is none."""
    found: dict[str, list[tuple[str, str]]] = {}
    for module, tree in _trees().items():
        nodes = list(ast.walk(tree))
        asked = {id(n.value): n.attr for n in nodes if isinstance(n, ast.Attribute)}
        for node in nodes:
            if isinstance(node, ast.Attribute):
                found.setdefault(node.attr, []).append((module, asked.get(id(node), "")))
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.setdefault(node.id, []).append((module, asked.get(id(node), "")))
    return found


@lru_cache(maxsize=1)
def _trees() -> dict[str, ast.Module]:
    """The source of every module, parsed."""
    return {
        found.name: ast.parse(Path(import_module(found.name).__file__ or "").read_text("utf-8"))
        for name in ("store", "tui")
        for found in walk_packages(import_module(name).__path__, f"{name}.")
    }


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of the module `re` in the source, with the module it stands in."""
    for module, tree in _trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                of = node.func.value
                if isinstance(of, ast.Name) and of.id == "re" and node.func.attr in _CALLS:
                    yield module, node


def _evaluated(module: str, call: ast.Call) -> re.Pattern[str]:
    """The pattern of a call inside a function, from its literal or the module's own names."""
    names: dict[str, Any] = dict(vars(import_module(module)))
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    flags = [code for arg in given if (code := ast.unparse(arg)).startswith("re.")]
    try:
        pattern = eval(ast.unparse(call.args[0]), names)
    except NameError as error:
        raise AssertionError(f"{module}:{call.lineno} is made of data: record it") from error
    if isinstance(pattern, re.Pattern):
        return pattern
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    return re.compile(text, eval(flags[0], names) if flags else 0)
