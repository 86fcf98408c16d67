"""Settings: what a file may say, what is wrong with one, and `dateline config`."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.theme import Theme

from tests.tui.running import dateline
from tui.config import THEMES, Config, ConfigError, load, parse
from tui.config.colours import COLOURS, OwnTheme
from tui.config.text import to_toml
from tui.keys import COMMANDS
from tui.locations import config_file
from tui.themes import DARK
from tui.themes import THEMES as WORN

PATH = Path("/home/reader/config.toml")


def mistakes(text: str) -> list[str]:
    """What is said of a text, without the path."""
    with pytest.raises(ConfigError) as found:
        parse(dedent(text), PATH)
    return [line.removeprefix(f"{PATH}:") for line in found.value.lines]


def save(text: str) -> Path:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def test_no_file_and_an_empty_file_are_no_settings(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Config()
    assert parse("", PATH) == parse("# theme = 3\n[keys]\n", PATH) == Config()


def test_everything_that_can_be_set() -> None:
    text = """
        theme = "paper"
        [keys]
        star = "ø s"
        mark = ["é", "Ctrl+T", "PgDn"]
        page_down = []
        toggle_read = "r"
        [themes.paper]
        base = "light"
        hit-ground = "#FC0"
        """
    assert parse(dedent(text), PATH) == Config(
        "paper",
        {"star": ("ø s",), "mark": ("é", "ctrl+t", "pagedown"), "page_down": ()},
        (OwnTheme("paper", "light", {"hit-ground": "#FC0"}),),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('thme = "dark"', ["1: there is no setting “thme”; did you mean theme?"]),
        ('\ntheme = "drak"', ["2: there is no theme “drak”; did you mean dark?"]),
        ("theme = 3", [f"1: there is no theme “3”; there are {', '.join(THEMES)}"]),
        ("keys = 3", ["1: keys is a table: write [keys] on a line of its own"]),
        ('[keys]\nstarr = "x"', ["2: there is no command “starr”; did you mean star?"]),
        (
            '[keys]\nlane-left = "x"',
            ["2: there is no command “lane-left”; did you mean lane_left?"],
        ),
        ('[keys]\nstar = "pagdown"', ["2: star: “pagdown” is no key; did you mean pagedown?"]),
        ('[keys]\nstar = "ctl+x"', ["2: star: “ctl+x” is no key"]),
        ("[keys]\nstar = 3", ['2: star: keys are written ["x"] or ["x", "ctrl+x"]']),
        ('[keys]\nstar = "a b c"', ["2: star: “a b c”: a sequence is two printed characters"]),
        ('[keys]\nstar = "g f1"', ["2: star: “g f1”: a sequence is two printed characters"]),
        ('[keys]\nto_results = "x"', ["2: to_results: “x” is a letter to type there"]),
        (
            '[keys]\nleave_query = "x y"',
            ["2: leave_query: “x y”: no sequence can be pressed there"],
        ),
        ('[keys]\nstar = "r"', ["2: “r” is a key of both star and toggle_read"]),
        ('[keys]\nstar = "g"', ["2: “g” is a key of both top and star"]),
        ('[keys]\nstar = "j x"', ["2: “j” is a key of both down and star"]),
        ('[keys]\nstar = "ctrl+q"', ["2: “ctrl+q” is a key of both star and quit"]),
        ('[keys]\nquit = "x"', ["2: “x” is a key of both mark and quit"]),
        ("theme = = 1", ["1: this is not TOML: invalid value"]),
        ('a = 1\nb = "', ["this is not TOML: unterminated string"]),
        ("[themes.dark]", ["1: “dark” comes with Dateline: choose another for your theme"]),
        (
            '[themes."My Own"]',
            ["1: “My Own” is no name (a-z, 0-9, -): choose another for your theme"],
        ),
        ('[themes]\nmine = "x"', ["2: a theme is a table: write [themes.mine]"]),
        ('[themes.m]\nbase = "lite"', ["2: there is no theme “lite”; did you mean light?"]),
        ('[themes.m]\ncoment = "#fff"', ["2: there is no colour “coment”; did you mean comment?"]),
        ('[themes.m]\nhit = "red"', ["2: hit: 'red' is no colour; write “#ffcc00”"]),
        (
            '[themes.m]\nbase = "ansi"\nhit = "ansi_rde"',
            ["3: there is no colour “ansi_rde”; did you mean ansi_red?"],
        ),
    ],
)
def test_a_mistake_names_the_line_and_the_nearest_right_name(text: str, said: list[str]) -> None:
    assert mistakes(text) == [s if s[0].isdigit() else f" {s}" for s in said]


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    text = """
        theme = "drak"
        keys.starr = "x"

        [themes.mine]
        hit = 1
        [themes.'mine'.more]
        """
    assert [line.partition(":")[0] for line in mistakes(text)] == ["2", "3", "6", "7"]


@pytest.mark.parametrize(
    "text",
    ['[keys]\nstar = "x"\nmark = "s"', '[keys]\nopen = "f8"\nfollow = "f8"', '[keys]\nlock="s"'],
)
def test_keys_may_change_places_and_be_shared_where_they_do_not_meet(text: str) -> None:
    assert parse(text, PATH).keys


def test_the_keys_that_come_do_not_clash() -> None:
    every = {c.id: list(c.keys) for c in COMMANDS}
    text = "[keys]\n" + "\n".join(f"{name} = {json.dumps(k)}" for name, k in every.items())
    assert parse(text, PATH) == Config()


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a" * (1 << 21)])
def test_what_is_no_text_of_settings_is_said(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=r"config\.toml"):
        load(path)
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_settings_or_a_mistake(text: str) -> None:
    try:
        said = str(parse(text, PATH).theme)
    except ConfigError as error:
        said = str(error)
    assert said
    assert "\n" not in said


KEYS = ["Ø", "ctrl+g", "f7", "é", "ø ø", '"', "\\"]
CONFIGS = st.builds(
    Config,
    st.sampled_from(THEMES),
    st.dictionaries(
        st.sampled_from(["star", "widen", "compare", "explain"]),
        st.lists(st.sampled_from(KEYS), max_size=1).map(tuple),
        max_size=1,
    ),
    st.lists(
        st.builds(
            OwnTheme,
            st.sampled_from(["paper", "night-2", "my_own"]),
            st.sampled_from(["dark", "light"]),
            st.dictionaries(st.sampled_from(sorted(COLOURS)), st.just("#a1b2c3")),
        ),
        unique_by=lambda theme: theme.name,
    ).map(tuple),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(CONFIGS)
def test_what_is_printed_says_the_same_when_it_is_read(config: Config) -> None:
    changed = {
        n: k for n, k in config.keys.items() if k != next(c.keys for c in COMMANDS if c.id == n)
    }
    assert parse(to_toml(config, PATH), PATH) == Config(config.theme, changed, config.themes)


def test_the_colours_are_those_of_the_themes() -> None:
    plain = {f.name for f in fields(Theme)} - {"name", "dark", "luminosity_spread", "text_alpha"}
    plain -= {"variables", "ansi", "boost"}
    assert set(COLOURS) == plain | set(DARK.variables)
    assert {theme.name.removeprefix("dateline-") for theme in WORN} == set(THEMES) - {"auto"}


# The command


def test_config_prints_every_command_and_colour() -> None:
    done = dateline("config")
    assert done.exit_code == 0
    for command in COMMANDS:
        assert f"# {command.id} = [" in done.stdout
    for colour in COLOURS:
        assert colour in done.stdout
    assert str(config_file()) in done.stdout


def test_config_prints_what_is_set_and_may_be_uncommented() -> None:
    save('[keys]\nstar = ["Ø"]')
    printed = dateline("config").stdout
    assert '\nstar = ["Ø"]' in printed
    uncommented = "\n".join(
        line.removeprefix("# ") if " = [" in line else line for line in printed.splitlines()
    )
    assert parse(uncommented, PATH).keys == {"star": ("Ø",)}


def test_config_check() -> None:
    assert dateline("config", "--check").exit_code == 0
    path = save('theme = "drak"\n[keys]\nstarr = "x"\n')
    for args in (["config", "--check"], ["config"]):
        done = dateline(*args)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.splitlines() == [
            f"dateline: {path}:1: there is no theme “drak”; did you mean dark?",
            f"dateline: {path}:3: there is no command “starr”; did you mean star?",
        ]


def test_config_as_json() -> None:
    assert json.loads(dateline("config", "--json").stdout)["sound"] is True
    save("[keys]\nstarr = 1\n")
    done = dateline("config", "--check", "--json")
    assert done.exit_code == 2
    (mistake,) = json.loads(done.stdout)["mistakes"]
    assert mistake["line"] == 2


def test_where_says_where_the_settings_are() -> None:
    assert json.loads(dateline("where", "--json").stdout)["config"] == str(config_file())


def test_keys_are_told_as_they_are_set() -> None:
    save('[keys]\nstar = ["Ø", "ø s"]\n')
    keys = {
        each["id"]: each["keys"] for each in json.loads(dateline("keys", "--json").stdout)["keys"]
    }
    assert keys["star"] == ["Ø", "ø s"]
    assert keys["mark"] == ["space", "x"]
    assert "Ø  ø s" in dateline("keys").stdout


def test_keys_with_broken_settings_are_those_that_come_and_it_is_said() -> None:
    path = save("[keys]\nstar = 3\n")
    done = dateline("keys")
    assert done.exit_code == 0
    assert f"{path}:2" in done.stderr
    assert "keys that come with Dateline" in done.stderr
