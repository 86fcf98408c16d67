"""What the app wears: the config file as it is now, and whether it was changed meanwhile."""

from __future__ import annotations

from pathlib import Path

from tui.config import Config, read, told


class Wardrobe:
    """Reads the config file when asked; without a path there is none.

    `theme` is worn where the file names none, `faults` are the lines that say what is wrong in it.
    """

    def __init__(self, path: Path | None, theme: str) -> None:
        self.path = path
        self.theme = theme
        self.faults: tuple[str, ...] = ()
        self._seen = self._stamp()

    def look(self) -> Config:
        """Read the file and note what is wrong in it."""
        self._seen = self._stamp()
        if self.path is None:
            return Config()
        config, faults = read(self.path)
        self.faults = tuple(told(self.path, fault) for fault in faults)
        return config

    def changed(self) -> bool:
        """Whether the file is another one than when it was read."""
        return self._stamp() != self._seen

    def _stamp(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat() if self.path else None
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size) if found else None
