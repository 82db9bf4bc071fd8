"""The panes of an open archive, in splitters that can be resized, hidden and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.inspector import Inspector
from archivist.ui.library import Library
from archivist.ui.review import ReviewPane
from archivist.ui.settings import Settings
from archivist.ui.timeline import Timeline

_WIDTHS = (0.174, 0.526, 0.3)  # shares of the window, until a person moves a splitter
_HEIGHTS = (0.56, 0.44)


class Workspace(QSplitter):
    """Library, documents over the review, and beside them timeline over inspector.

    The review is shown while somebody works in it; it is not remembered from one start to the next.
    """

    pane_names = ("library", "timeline", "inspector")

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.library = Library()
        self.documents = Documents(hub)
        self.timeline = Timeline()
        self.inspector = Inspector()
        self.review = ReviewPane()
        self.review.hide()
        self._side = QSplitter(Qt.Orientation.Vertical)
        self._centre = QSplitter(Qt.Orientation.Vertical)
        for splitter in (self, self._side, self._centre):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._side.addWidget(self.timeline)
        self._side.addWidget(self.inspector)
        self._centre.addWidget(self.documents)
        self._centre.addWidget(self.review)
        self._centre.setStretchFactor(0, 1)
        for widget in (self.library, self._centre, self._side):
            self.addWidget(widget)
            self.setStretchFactor(self.count() - 1, int(widget is self._centre))
        self._is_sized = False  # by a person, now or in an earlier session
        for splitter in (self, self._side):
            splitter.splitterMoved.connect(self._keep_sizes)
        self.library.setMinimumWidth(150)
        self._centre.setMinimumWidth(280)
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
            "review": self.review,
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
        settings.set_bytes("centre", self._centre.saveState())
        settings.suggestions_shown = self.documents.shows_suggestions
        settings.hidden_panes = [name for name in self.pane_names if self.pane(name).isHidden()]

    def restore(self, settings: Settings) -> None:
        """Takes up sizes and what was hidden."""
        self._is_sized = self.restoreState(settings.bytes("columns"))
        self._side.restoreState(settings.bytes("side"))
        self._centre.restoreState(settings.bytes("centre"))
        self.documents.show_suggestions(shown=settings.suggestions_shown)
        for name in settings.hidden_panes:
            self.set_pane_shown(name, shown=False)
