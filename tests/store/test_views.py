"""The shapes the library answers with, each in the module of its subject."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from store import views
from store.views import Correction, Row, SearchAnswer, plain


def _own_names(module: ModuleType) -> list[str]:
    """The public names that a module makes rather than imports."""
    names = (name for name in vars(module) if name[0].isupper())
    return [name for name in names if _home(vars(module)[name]) in (module.__name__, "typing")]


def _home(value: Any) -> str:
    return str(getattr(value, "__module__", ""))


@pytest.mark.parametrize(
    "module", [m.name for m in pkgutil.iter_modules(views.__path__) if m.name != "plain"]
)
def test_every_shape_can_be_had_from_the_package(module: str) -> None:
    home = import_module(f"store.views.{module}")
    shapes = [name for name in _own_names(home) if name not in ("ClassVar", "Literal", "Any")]
    assert shapes
    for name in shapes:
        assert getattr(views, name) is getattr(home, name)


def test_what_is_no_shape_is_said_to_be_missing() -> None:
    with pytest.raises(AttributeError, match="Briefing"):
        _ = views.Briefing  # type: ignore[attr-defined]


def test_asking_for_one_shape_makes_only_those_of_its_subject() -> None:
    code = (
        "import json, sys\nfrom store.views import Row\n"
        "print(json.dumps([m for m in sys.modules if m.startswith('store.views.')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert set(json.loads(done.stdout)) == {"store.views.plain", "store.views.rows"}


def test_the_json_has_the_promised_keys() -> None:
    row = Row("b4f2k", "Title", None, ("A. Writer",), ("IR-RU",))
    answer = SearchAnswer("shoigu", 1, (Correction("shoigu", ("shoygu",)),), (row,))
    told = plain(answer)
    assert told["corrections"] == [{"from": "shoigu", "to": ["shoygu"]}]
    assert told["results"][0]["pairs"] == ["IR-RU"]
    assert json.loads(json.dumps(told)) == told
