"""Any keys in any order: no screen of the app ends by an error, and every key is answered."""

from __future__ import annotations

import random

import pytest

from store.library import Library
from tests.tui.driving import Drive, driven
from tui.keys import Where, commands_at

STARTS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "compare": ("pair:IR-RU", ("c",)),
    "points": ("pair:IR-RU", ("c", "p")),
    "two": (None, ("space", "space", "c")),
    "matrix": (None, ("M",)),
}
WHERE: tuple[Where, ...] = ("compare", "matrix", "matrix_screen")
# A run ends by itself where these lead out of the screen, so they are pressed less often.
LEAVING = {"q", "escape", "backspace", "["}


def keys_of(where: tuple[Where, ...]) -> list[str]:
    """All keys the screens answer to, those that scroll and change lanes most often."""
    keys = [key for part in where for c in commands_at(part) for key in c.keys]
    staying = [part for key in keys if key not in LEAVING for part in key.split()]
    return sorted({*keys} & LEAVING) + 3 * sorted(staying)


async def wander(d: Drive, keys: list[str], chance: random.Random) -> list[str]:
    """Press keys at random, now and then in another size of the terminal."""
    pressed = []
    for _ in range(60):
        key = chance.choice(keys)
        pressed.append(key)
        await d.press(key)
        if chance.random() < 0.05:
            width, height = chance.choice([(120, 40), (80, 24), (40, 12), (20, 5), (200, 60)])
            pressed.append(f"{width}x{height}")
            await d.pilot.resize_terminal(width, height)
        if len(d.app.screen_stack) == 1:
            break
    return pressed


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("seed", range(4))
async def test_no_keys_end_the_app(library: Library, start: str, seed: int) -> None:
    place, first = STARTS[start]
    chance = random.Random(f"{start} {seed}")
    async with driven(library, chance.choice([(120, 40), (80, 24), (60, 10)]), place) as d:
        await d.press(*first)
        pressed = await wander(d, keys_of(WHERE), chance)
        assert d.app.is_running, pressed
        assert d.text().strip(), pressed
        assert not [n.message for n in d.app._notifications if "Could not" in n.message], pressed
