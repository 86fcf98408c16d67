"""The config file: keys and a theme of one's own, worn while it is edited, faults told exactly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import Drive
from tests.tui.running import dateline
from tui.app import DatelineApp
from tui.config import Fault, config_path, read


def write(text: str) -> Path:
    path = config_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_is_an_empty_one() -> None:
    assert read(config_path()) == (read(config_path())[0], ())


def test_a_theme_and_keys() -> None:
    config, faults = read(write('theme = "light"\n[keys]\nstar = "*"\ntop = ["g g", "t"]\n'))
    assert faults == (Fault(3, "“*” is already the key of mark_all"),)
    assert config.theme == "light"
    assert config.keys == {"top": ("g g", "t")}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('\nthemes = "dark"\n', Fault(2, "no setting “themes”; did you mean theme?")),
        ('theme = "ligth"\n', Fault(1, "no theme “ligth”; did you mean light?")),
        ('[keys]\n\nstarr = "S"\n', Fault(3, "no command “starr”; did you mean star?")),
        ("[keys]\nstar = 5\n", Fault(2, "star needs a key, or a list of keys")),
        ('[keys]\nstar = "two words here"\n', None),
        (
            '[keys]\nstar = "ctrl+"\n',
            Fault(2, "“ctrl+” is no key; write g, G, ctrl+g, f2 or “g g”"),
        ),
        ('theme = "dark\n', Fault(1, "not TOML: illegal character '\\n'")),
        ('[keys]\nstar = "u"\ntag = "u"\n', Fault(3, "“u” is already the key of star")),
    ],
)
def test_faults_name_the_line_and_what_is_near(text: str, fault: Fault | None) -> None:
    config, faults = read(write(text))
    assert faults == ((fault,) if fault else ())
    assert config.theme is None


def test_a_key_given_up_by_another_command_is_free() -> None:
    config, faults = read(write('[keys]\nstar = "t"\ntag = "s"\n'))
    assert faults == ()
    assert config.keys == {"star": ("t",), "tag": ("s",)}


def test_quit_stays_bound() -> None:
    assert read(write('[keys]\nquit = "f10"\n'))[0].keys["quit"] == ("f10", "ctrl+q")


async def test_keys_and_theme_are_worn_and_worn_anew_when_the_file_changes(
    library: Library,
) -> None:
    path = write('theme = "light"\n[keys]\nstar = "f5"\ntop = "0"\nnext_paragraph = "z z"\n')
    app = DatelineApp(library, config=path)
    async with app.run_test(size=(120, 24)) as pilot:
        d = Drive(app, pilot, library)
        await d.rest()
        assert app.theme == "dateline-light"
        await d.press("s")
        assert not library.brief(d.row.id).starred
        await d.press("f5")
        assert library.brief(d.row.id).starred
        await d.press("j", "0")
        assert d.screen.listing.cursor == 0
        await d.press("j", "g", "g")
        assert d.screen.listing.cursor == 1
        await d.press("enter", "z", "z")
        assert d.screen.reader.paragraph == 1
        write('theme = "contrast"\n[keys]\nstar = "f6"\n')
        app._look_again()
        await d.rest()
        assert app.theme == "dateline-contrast"
        await d.press("f6", "escape", "g", "g")
        assert library.list(starred=True).total == 2
        assert d.screen.listing.cursor == 0
        write("[keys]\nstarr = 'f6'\n")
        app._look_again()
        await d.rest()
        assert any("config.toml:2: no command" in note.message for note in app._notifications)
    # Nothing of it is left for the next app.
    async with DatelineApp(library).run_test(size=(120, 24)) as pilot:
        d = Drive(pilot.app, pilot, library)  # type: ignore[arg-type]
        await d.rest()
        await d.press("s")
        assert not library.brief(d.row.id).starred


async def test_the_foot_and_the_help_show_the_new_keys(library: Library) -> None:
    path = write('[keys]\nstar = "f5"\n')
    app = DatelineApp(library, config=path)
    async with app.run_test(size=(160, 24)) as pilot:
        d = Drive(app, pilot, library)
        await d.rest()
        assert "F5 star" in d.text()


class TestCommand:
    def test_it_says_where_the_file_belongs_and_what_could_stand_in_it(self) -> None:
        done = dateline("config")
        assert done.exit_code == 0
        assert str(config_path()) in done.stderr
        write(done.stdout)
        assert read(config_path())[1] == ()
        write(done.stdout.replace("# star =", "star ="))
        assert read(config_path())[0].keys == {"star": ("s",)}

    def test_check_says_what_is_wrong(self) -> None:
        write("theme = 'dork'\n")
        done = dateline("config", "--check")
        assert done.exit_code == 2
        assert f"{config_path()}:1: no theme “dork”; did you mean dark?" in done.stderr
        write("theme = 'dark'\n")
        assert dateline("config", "--check").exit_code == 0

    def test_as_json(self) -> None:
        write("theme = 'dark'\n[keys]\nstar = 'f5'\n")
        answer = json.loads(dateline("config", "--json").stdout)
        assert answer["keys"] == {"star": ["f5"]}
        assert answer["path"] == str(config_path())

    def test_keys_lists_the_readers_own(self) -> None:
        write("[keys]\nstar = 'f5'\n")
        keys = json.loads(dateline("keys", "--json").stdout)["keys"]
        assert next(k for k in keys if k["id"] == "star")["keys"] == ["f5"]
        assert "F5" in dateline("keys").stdout
