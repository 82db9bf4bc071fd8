"""The row of tabs over the open documents: their titles, and each one's way to be closed."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

from archivist.ui.bidi import isolated, tip
from archivist.ui.document_tab import DocumentTab


class DocumentTabs(QTabWidget):
    """Tabs that can be moved, and closed by their cross or the middle button."""

    close_requested = Signal(object)  # DocumentTab

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, movable=True, documentMode=True)
        self.setObjectName("documents")
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        bar = self.tabBar()
        bar.setObjectName("documentTabs")
        bar.setExpanding(False)
        bar.setDrawBase(False)
        bar.setAccessibleName(self.tr("Open documents"))
        bar.installEventFilter(self)

    @property
    def current(self) -> DocumentTab | None:
        """The tab in front."""
        tab = self.currentWidget()
        return tab if isinstance(tab, DocumentTab) else None

    def opened(self) -> Iterator[DocumentTab]:
        """Gives all tabs, from the first to the last."""
        for position in range(self.count()):
            tab = self.widget(position)
            if isinstance(tab, DocumentTab):
                yield tab

    def of(self, document_id: int) -> DocumentTab | None:
        """Gives a document's tab; None where it is not open."""
        return next((tab for tab in self.opened() if tab.document_id == document_id), None)

    def add(self, tab: DocumentTab, title: str) -> None:
        """Puts a document's tab behind the others."""
        position = self.addTab(tab, "")
        self.name(tab, title)
        close = QToolButton(autoRaise=True)
        close.setText("×")
        close.setObjectName("closeTab")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(self.tr("Close {title}").format(title=title))
        close.setToolTip(self.tr("Close (Ctrl+W)"))
        close.clicked.connect(lambda: self.close_requested.emit(tab))
        self.tabBar().setTabButton(position, QTabBar.ButtonPosition.RightSide, close)

    def name(self, tab: DocumentTab, title: str) -> None:
        """Shows a document's title over its tab."""
        position = self.indexOf(tab)
        self.setTabText(position, isolated(title.replace("&", "&&")))
        self.setTabToolTip(position, tip(title))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The middle button closes a tab."""
        bar = self.tabBar()
        if (
            watched is bar
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.MiddleButton
        ):
            tab = self.widget(bar.tabAt(event.position().toPoint()))
            if isinstance(tab, DocumentTab):
                self.close_requested.emit(tab)
                return True
        return super().eventFilter(watched, event)
