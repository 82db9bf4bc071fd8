"""The panes: showing, hiding, going to them by key, and the light or dark theme."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from archivist.ui import appearance
from archivist.ui.actions import Actions
from archivist.ui.appearance import ThemeChoice
from archivist.ui.settings import Settings
from archivist.ui.workspace import Workspace


class Panes(QObject):
    """What the View menu does to the window itself."""

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings) -> None:
        super().__init__(window)
        self._workspace, self._settings = workspace, settings
        self._actions: Actions | None = None

    def show_checks_on(self, actions: Actions) -> None:
        """Keeps the menu's checks in step with what is shown."""
        self._actions = actions
        self._update_checks()

    def show_library(self) -> None:
        """Shows or hides the library."""
        self._switch("library")

    def show_timeline(self) -> None:
        """Shows or hides the timeline."""
        self._switch("timeline")

    def show_inspector(self) -> None:
        """Shows or hides the inspector."""
        self._switch("inspector")

    def focus_library(self) -> None:
        """Goes to the library, which is shown where it was hidden."""
        self._focus("library")

    def focus_reader(self) -> None:
        """Goes to the document in front."""
        reader = self._workspace.documents.reader
        if reader is not None:
            reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_timeline(self) -> None:
        """Goes to the timeline."""
        self._focus("timeline")

    def focus_inspector(self) -> None:
        """Goes to the inspector."""
        self._focus("inspector")

    def use_system_theme(self) -> None:
        """Follows the desktop."""
        self._use(ThemeChoice.SYSTEM)

    def use_light_theme(self) -> None:
        """Stays light."""
        self._use(ThemeChoice.LIGHT)

    def use_dark_theme(self) -> None:
        """Stays dark."""
        self._use(ThemeChoice.DARK)

    def follow_desktop(self) -> None:
        """Takes the desktop's new scheme, where the desktop is followed."""
        if self._settings.theme == ThemeChoice.SYSTEM:
            self._use(ThemeChoice.SYSTEM)

    def _use(self, choice: ThemeChoice) -> None:
        self._settings.theme = choice
        application = QApplication.instance()
        if isinstance(application, QApplication):
            appearance.apply(application, choice)
        if self._actions is not None:
            self._actions.update_icons()
        self._update_checks()

    def _switch(self, name: str) -> None:
        self._workspace.set_pane_shown(name, shown=self._workspace.pane(name).isHidden())
        self._update_checks()

    def _focus(self, name: str) -> None:
        self._workspace.set_pane_shown(name, shown=True)
        self._update_checks()
        self._workspace.pane(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _update_checks(self) -> None:
        if self._actions is None:
            return
        for name in self._workspace.pane_names:
            shown = not self._workspace.pane(name).isHidden()
            self._actions[f"show_{name}"].setChecked(shown)
        for choice in ThemeChoice:
            self._actions[f"theme_{choice.value}"].setChecked(choice == self._settings.theme)
