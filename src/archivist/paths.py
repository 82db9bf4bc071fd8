"""Folders that Archivist uses on this computer, the files it brings along, and what a path is."""

import stat
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


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; False also where nobody may look.

    `Path.exists` raises there, and for names that are too long, in the middle of a question.
    """
    return _mode(path) is not None


def is_folder(path: Path) -> bool:
    """Whether this is a folder, links followed; False also where nobody may look."""
    return stat.S_ISDIR(_mode(path) or 0)


def is_ordinary_file(path: Path) -> bool:
    """Whether this is a file, no folder, device or pipe; False also where nobody may look."""
    return stat.S_ISREG(_mode(path) or 0)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # a name with a NUL byte is a ValueError
        return None
