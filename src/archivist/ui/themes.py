"""The light or dark theme as a person chose it, or as the desktop has it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from archivist.ui import appearance
from archivist.ui.appearance import ThemeChoice
from archivist.ui.settings import Settings


class Themes(QObject):
    """What the Theme menu does."""

    changed = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._settings = settings
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    @property
    def choice(self) -> ThemeChoice:
        """What is chosen."""
        return self._settings.theme

    def use_system_theme(self) -> None:
        """Follows the desktop."""
        self._use(ThemeChoice.SYSTEM)

    def use_light_theme(self) -> None:
        """Stays light."""
        self._use(ThemeChoice.LIGHT)

    def use_dark_theme(self) -> None:
        """Stays dark."""
        self._use(ThemeChoice.DARK)

    def _follow_desktop(self) -> None:
        if self._settings.theme == ThemeChoice.SYSTEM:
            self._use(ThemeChoice.SYSTEM)

    def _use(self, choice: ThemeChoice) -> None:
        self._settings.theme = choice
        application = QApplication.instance()
        if isinstance(application, QApplication):
            appearance.apply(application, choice)
        self.changed.emit()
