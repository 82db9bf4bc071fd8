"""The three panes of an open archive, in splitters that can be resized, hidden and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.inspector import Inspector
from archivist.ui.library import Library
from archivist.ui.settings import Settings
from archivist.ui.timeline import Timeline

_WIDTHS = (0.174, 0.526, 0.3)  # shares of the window, until a person moves a splitter
_HEIGHTS = (0.56, 0.44)


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
        for widget in (self.library, self.documents, self._side):
            self.addWidget(widget)
            self.setStretchFactor(self.count() - 1, int(widget is self.documents))
        self._is_sized = False  # by a person, now or in an earlier session
        for splitter in (self, self._side):
            splitter.splitterMoved.connect(self._keep_sizes)
        self.library.setMinimumWidth(150)
        self.documents.setMinimumWidth(280)
        self._side.setMinimumWidth(240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room out in proportion, as long as nobody has sized the panes."""
        super().resizeEvent(event)
        if not self._is_sized:
            self.setSizes([round(share * event.size().width()) for share in _WIDTHS])
            self._side.setSizes([round(share * event.size().height()) for share in _HEIGHTS])

    def _keep_sizes(self) -> None:
        self._is_sized = True

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
        if self._is_sized:
            settings.set_bytes("columns", self.saveState())
            settings.set_bytes("side", self._side.saveState())
        settings.hidden_panes = [name for name in self.pane_names if self.pane(name).isHidden()]

    def restore(self, settings: Settings) -> None:
        """Takes up sizes and what was hidden."""
        self._is_sized = self.restoreState(settings.bytes("columns"))
        self._side.restoreState(settings.bytes("side"))
        for name in settings.hidden_panes:
            self.set_pane_shown(name, shown=False)
