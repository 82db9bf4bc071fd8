"""Folders that Archivist uses on this computer, and the files it brings along."""

from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """Gives the folder for archives that nobody chose a place for (the sample collection)."""
    return Path(platformdirs.user_data_dir("archivist", appauthor=False))


def settings_file() -> Path:
    """Gives the file that remembers windows, open tabs and recent archives."""
    return Path(platformdirs.user_config_dir("archivist", appauthor=False)) / "settings.ini"


def log_file() -> Path:
    """Gives the file that unexpected errors are written to."""
    return Path(platformdirs.user_log_dir("archivist", appauthor=False)) / "archivist.log"


def resource(*parts: str) -> Path:
    """Gives a bundled file's path: inside the installed package, else in a checkout's top level."""
    package = Path(__file__).resolve().parent
    bundled = package / "resources"
    top = bundled if bundled.is_dir() else package.parents[1] / "resources"
    return top.joinpath(*parts)
