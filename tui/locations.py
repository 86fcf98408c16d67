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


def own_profiles() -> Path | None:
    """Return the folder of the reader's own institute profiles, None if there is none."""
    from platformdirs import user_config_path

    folder = user_config_path("dateline", appauthor=False) / "institutes"
    return folder if folder.is_dir() else None


def config_file() -> Path:
    """Return the file of settings in the user's config folder (it need not exist)."""
    from platformdirs import user_config_path

    return user_config_path("dateline", appauthor=False) / "config.toml"
