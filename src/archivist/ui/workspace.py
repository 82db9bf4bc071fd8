"""The three panes of an open archive, in splitters that can be resized, hidden and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.inspector import Inspector
from archivist.ui.library import Library
from archivist.ui.settings import Settings
from archivist.ui.timeline import Timeline

_WIDTHS = (250, 760, 430)  # pixels, of a window 1440 wide
_HEIGHTS = (460, 330)


class Workspace(QSplitter):
    """Library, documents, and beside them timeline over inspector."""

    pane_names = ("library", "timeline", "inspector")

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.library = Library()
        self.documents = Documents(hub)
        self.timeline = Timeline()
        self.inspector = Inspector()
        self._side = QSplitter(Qt.Orientation.Vertical)
        for splitter in (self, self._side):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._side.addWidget(self.timeline)
        self._side.addWidget(self.inspector)
        self._side.setSizes(_HEIGHTS)
        self._side.setStretchFactor(0, 1)
        for widget in (self.library, self.documents, self._side):
            self.addWidget(widget)
        self.setSizes(_WIDTHS)
        self.setStretchFactor(1, 1)
        for position in (0, 2):
            self.setStretchFactor(position, 0)
        self.library.setMinimumWidth(150)
        self.documents.setMinimumWidth(280)
        self._side.setMinimumWidth(240)

    def pane(self, name: str) -> QWidget:
        """Gives a pane that can be hidden."""
        panes: dict[str, QWidget] = {
            "library": self.library,
            "timeline": self.timeline,
            "inspector": self.inspector,
        }
        return panes[name]

    def set_pane_shown(self, name: str, *, shown: bool) -> None:
        """Shows or hides a pane; the side goes away with the last pane in it."""
        self.pane(name).setVisible(shown)
        self._side.setVisible(not (self.timeline.isHidden() and self.inspector.isHidden()))

    def save(self, settings: Settings) -> None:
        """Remembers sizes and what is hidden."""
        settings.set_bytes("columns", self.saveState())
        settings.set_bytes("side", self._side.saveState())
        settings.hidden_panes = [name for name in self.pane_names if self.pane(name).isHidden()]

    def restore(self, settings: Settings) -> None:
        """Takes up sizes and what was hidden."""
        self.restoreState(settings.bytes("columns"))
        self._side.restoreState(settings.bytes("side"))
        for name in settings.hidden_panes:
            self.set_pane_shown(name, shown=False)
