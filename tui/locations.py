"""Where things live on this machine; platformdirs is imported only when it is asked."""

from __future__ import annotations

from pathlib import Path


def state_folder() -> Path:
    """Return the user's folder for what is kept between runs (it need not exist)."""
    from platformdirs import user_state_path

    return user_state_path("dateline", appauthor=False)


def default_library() -> Path:
    """Return the library in the user data folder (it need not exist)."""
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False) / "library.db"
