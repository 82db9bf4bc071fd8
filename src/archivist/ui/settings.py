"""What a window remembers from one start to the next, in an ini file; losing it loses no work."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from archivist import paths
from archivist.ui.appearance import ThemeChoice

_RECENT_LIMIT = 10
_OUTLINE_WIDTH = 210  # pixels, until a person moves its edge


class Settings:
    """Typed access to the settings file."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or paths.settings_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark or as the desktop."""
        value = str(self._store.value("window/theme", ThemeChoice.SYSTEM.value))
        return ThemeChoice(value) if value in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("window/theme", choice.value)

    def bytes(self, name: str) -> QByteArray:
        """Gives a widget's saved state, empty where none was saved."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, name: str, value: QByteArray) -> None:
        """Keeps a widget's state."""
        self._store.setValue(f"window/{name}", value)

    @property
    def hidden_panes(self) -> list[str]:
        """The panes that a person hid."""
        return self._listed("window/hidden")

    @hidden_panes.setter
    def hidden_panes(self, names: list[str]) -> None:
        self._store.setValue("window/hidden", json.dumps(names))

    @property
    def outline_shown(self) -> bool:
        """Whether the contents stand beside a document."""
        return self._json("window/outline") is True

    @outline_shown.setter
    def outline_shown(self, shown: bool) -> None:
        self._store.setValue("window/outline", json.dumps(shown))

    @property
    def outline_width(self) -> int:
        """How wide they are, in pixels."""
        value = self._json("window/outlineWidth")
        return value if isinstance(value, int) and 0 < value < 2000 else _OUTLINE_WIDTH

    @outline_width.setter
    def outline_width(self, width: int) -> None:
        self._store.setValue("window/outlineWidth", json.dumps(width))

    @property
    def by_collection(self) -> bool:
        """Whether the library shows documents where they are filed."""
        return self._json("window/byCollection") is True

    @by_collection.setter
    def by_collection(self, shown: bool) -> None:
        self._store.setValue("window/byCollection", json.dumps(shown))

    @property
    def suggestions_shown(self) -> bool:
        """Whether suggestions are marked in the text."""
        return self._json("window/suggestions") is not False

    @suggestions_shown.setter
    def suggestions_shown(self, shown: bool) -> None:
        self._store.setValue("window/suggestions", json.dumps(shown))

    @property
    def folder(self) -> Path:
        """The folder that a file was last chosen in."""
        return Path(str(self._store.value("window/folder", str(Path.home()))))

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("window/folder", str(folder))

    @property
    def recent(self) -> list[Path]:
        """Archives opened lately that are still there, the last one first."""
        listed = self._listed("archives/recent")
        return [path for path in map(Path, listed) if path.exists()]

    def add_recent(self, archive: Path) -> None:
        """Puts an archive first among those opened lately."""
        path = archive.resolve()
        listed = [path, *(other for other in self.recent if other != path)][:_RECENT_LIMIT]
        self._store.setValue("archives/recent", json.dumps([str(item) for item in listed]))

    def view(self, archive: Path) -> dict[str, Any]:
        """Gives what was open in an archive: JSON values, empty where it is new."""
        value = self._json(_view_key(archive))
        return value if isinstance(value, dict) else {}

    def set_view(self, archive: Path, view: Mapping[str, Any]) -> None:
        """Keeps what is open in an archive."""
        self._store.setValue(_view_key(archive), json.dumps(view))

    def _listed(self, name: str) -> list[str]:
        value = self._json(name)
        return [str(item) for item in value] if isinstance(value, list) else []

    def _json(self, name: str) -> Any:
        """Gives a value; None where it is missing, or somebody has broken the file."""
        try:
            return json.loads(str(self._store.value(name, "null")))
        except json.JSONDecodeError:
            return None

    def save(self) -> None:
        """Writes everything to the file now."""
        self._store.sync()


def _view_key(archive: Path) -> str:
    return "views/" + hashlib.sha256(str(archive.resolve()).encode()).hexdigest()[:16]
