"""Settings in the running app: keys and themes, also while it runs."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import Drive
from tests.tui.running import program, terminal
from tui.app import DatelineApp
from tui.widgets.key_line import KeyLine


@asynccontextmanager
async def driven(
    library: Library, settings: Path, text: str, *, few_colours: bool = False
) -> AsyncIterator[Drive]:
    """Run the app on a file of settings with this text."""
    settings.write_text(text)
    app = DatelineApp(library, settings=settings, few_colours=few_colours)
    async with app.run_test(size=(120, 40)) as pilot:
        drive = Drive(app, pilot, library)
        await drive.rest()
        yield drive


async def save(d: Drive, settings: Path, text: str) -> None:
    """Save other settings, as from an editor one comes back from."""
    settings.write_text(text)
    stamp = settings.stat().st_mtime_ns + 1_000_000_000
    os.utime(settings, ns=(stamp, stamp))
    d.app.look_at_settings()
    await d.rest()


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the app notifies the reader of, which goes from the screen after a while."""
    said: list[str] = []
    monkeypatch.setattr(DatelineApp, "notify", lambda app, text, **how: said.append(text))
    return said


async def starred(d: Drive, *keys: str) -> bool:
    """Whether these keys changed the star of the brief under the cursor."""
    brief = d.row.id
    before = d.library.brief(brief).starred
    await d.press(*keys)
    return d.library.brief(brief).starred != before


async def test_another_key_acts_and_the_old_one_no_longer(library: Library, settings: Path) -> None:
    async with driven(library, settings, '[keys]\nstar = ["Ø", ","]\n') as d:
        assert await starred(d, "Ø")
        assert await starred(d, ",")
        assert not await starred(d, "s")


async def test_a_sequence_acts_in_every_pane(library: Library, settings: Path) -> None:
    async with driven(library, settings, '[keys]\nstar = "ø s"\n') as d:
        assert await starred(d, "ø", "s")
        await d.press("enter")
        assert d.screen.reader.has_focus
        assert await starred(d, "ø", "s")
        assert not await starred(d, "ø", "x", "s")


async def test_two_commands_change_keys(library: Library, settings: Path) -> None:
    async with driven(library, settings, '[keys]\nstar = "x"\nmark = "s"\n') as d:
        assert await starred(d, "x")
        assert not await starred(d, "s")
        assert len(d.screen.listing.marks) == 1


async def test_a_command_without_keys_is_still_in_the_palette(
    library: Library, settings: Path
) -> None:
    async with driven(library, settings, "[keys]\npairs = []\n") as d:
        await d.press("2")
        assert d.kind == "briefs"
        assert "2 pairs" not in d.text(d.screen.query_one(KeyLine))
        await d.pilot.press("ctrl+p", *"pairs", "enter")
        await d.rest()
        assert d.kind == "pairs"


async def test_quit_keeps_its_key(library: Library, settings: Path) -> None:
    async with driven(library, settings, "[keys]\nquit = []\n") as d:
        await d.leave("ctrl+q")
        assert not d.app.is_running


async def test_lanes_obey_too(library: Library, settings: Path) -> None:
    settings.write_text('[keys]\nlock = "Ø"\nbottom = "ø ø"\n')
    app = DatelineApp(library, "pair:IR-RU", settings=settings)
    async with app.run_test(size=(120, 40)) as pilot:
        d = Drive(app, pilot, library)
        await d.rest()
        await d.press("c")
        assert "Ø scroll lock" in d.text()
        before = d.text()
        await d.press("Ø")
        assert d.text() != before
        before = d.text()
        await d.press("ø", "ø")
        assert d.text() != before


async def test_foot_help_and_palette_tell_the_keys_as_they_are(
    library: Library, settings: Path
) -> None:
    async with driven(library, settings, '[keys]\nstar = ["Ø"]\nhelp = ["f2"]\n') as d:
        foot = d.text(d.screen.query_one(KeyLine))
        assert "Ø star" in foot
        assert "F2 help" in foot
        await d.press("f2")
        for _ in range(60):
            await d.press("j")
            if "Ø      " in d.text():
                break
        assert "Star the marked briefs" in next(
            line for line in d.text().splitlines() if " Ø   " in line
        )


async def test_saved_settings_are_taken_up_at_once(library: Library, settings: Path) -> None:
    async with driven(library, settings, "") as d:
        assert d.app.theme == "dateline-dark"
        assert await starred(d, "s")
        await save(d, settings, 'theme = "light"\n[keys]\nstar = "Ø"\n')
        assert d.app.theme == "dateline-light"
        assert "Ø star" in d.text(d.screen.query_one(KeyLine))
        assert await starred(d, "Ø")
        assert not await starred(d, "s")
        settings.unlink()
        d.app.look_at_settings()
        await d.rest()
        assert await starred(d, "s")


async def test_a_file_with_a_mistake_changes_nothing_and_it_is_said(
    library: Library, settings: Path, told: list[str]
) -> None:
    async with driven(library, settings, '[keys]\nstar = "Ø"\n') as d:
        await save(d, settings, '[keys]\nstar = "Æ"\nstarr = "Å"\n')
        assert await starred(d, "Ø")
        assert "config.toml:3" in told[0]
        assert "mean star?" in told[0]


async def test_an_app_started_on_a_mistake_says_so_and_is_as_it_comes(
    library: Library, settings: Path, told: list[str]
) -> None:
    async with driven(library, settings, 'theme = "lihgt"\n') as d:
        assert d.app.theme == "dateline-dark"
        assert "config.toml:1" in told[0]


async def test_the_palette_s_theme_stays_when_only_keys_are_saved(
    library: Library, settings: Path
) -> None:
    async with driven(library, settings, "") as d:
        d.app.theme = "dateline-high-contrast"
        await save(d, settings, '[keys]\nstar = "Ø"\n')
        assert d.app.theme == "dateline-high-contrast"


async def test_an_own_theme_is_its_base_with_other_colours(
    library: Library, settings: Path
) -> None:
    own = 'theme = "paper"\n[themes.paper]\nbase = "light"\ncomment = "{}"\npanel = "#102030"\n'
    async with driven(library, settings, own.format("#010203")) as d:
        assert d.app.theme == "dateline-paper"
        assert d.app.theme_variables["comment"] == "#010203"
        assert d.app.theme_variables["panel"].lower() == "#102030"
        assert d.app.theme_variables["report"] == "#1f5f99"
        await save(d, settings, own.format("#040506"))
        assert d.app.theme_variables["comment"] == "#040506"


async def test_few_colours_are_the_terminal_s_own(library: Library, settings: Path) -> None:
    async with driven(library, settings, "", few_colours=True) as d:
        assert d.app.theme == "dateline-ansi"
    async with driven(library, settings, 'theme = "dark"', few_colours=True) as d:
        assert d.app.theme == "dateline-dark"


# On terminals


def painted(library: Path, env: dict[str, str]) -> str:
    """What the app sends to a terminal until it is left, escapes and all."""
    command = [*program(), "--library", str(library), "open", "sanctions"]
    with terminal(command, env=env) as shown:
        shown.wait_for("search")
        shown.press("j\x1b[B\r")
        shown.wait_for("COMMENT")
        shown.press("\x11")
        assert shown.exit_code() == 0
    return shown.raw


def test_sixteen_colours(library_path: Path) -> None:
    raw = painted(library_path, {"TERM": "xterm", "COLORTERM": ""})
    assert "[38;2;" not in raw
    assert "[38;5;" not in raw
    assert any(f"[{code}" in raw for code in ("33m", "33;", "0;33", "1;33")), raw[-3000:]


def test_no_color(library_path: Path) -> None:
    raw = painted(library_path, {"NO_COLOR": "1", "COLORTERM": "truecolor"})
    for code in (
        "38;2;",
        "48;2;",
        "38;5;",
        "48;5;",
        *(f"[{n}m" for n in (*range(30, 38), *range(40, 48))),
    ):
        assert code not in raw, code
    assert "\x1b[1m" in raw or ";1m" in raw or "[1;" in raw
