"""Finding one's way in a document: its contents beside what is read, and where its links lead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from archivist.ui.reader.contents import contents_of
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.notes import Notes
from archivist.ui.reader.outline_pane import OutlinePane


class Guide(QSplitter):
    """The contents, which can be hidden, beside the view of a document."""

    entry_chosen = Signal(int)  # where it begins, in code points
    contents_resized = Signal(int)  # pixels
    left = Signal()  # by Escape

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.notes = Notes("")
        self._pane = OutlinePane()
        self._pane.hide()
        self._pane.entry_chosen.connect(self.entry_chosen)
        self._pane.left.connect(self.left)
        self.addWidget(self._pane)
        self.addWidget(view)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(lambda _position, _index: self._tell_width())

    @property
    def is_shown(self) -> bool:
        """Whether the contents are shown."""
        return not self._pane.isHidden()

    @property
    def contents_width(self) -> int:
        """How wide the contents are, in pixels; 0 where they are hidden."""
        return self._pane.width() + self.handleWidth() if self.is_shown else 0

    def set_document(self, model: ReaderModel) -> None:
        """Takes another document's contents and links."""
        self.notes = Notes(model.text, model.blocks, model.marks)
        self._pane.set_entries(contents_of(model))

    def show_contents(self, width: int) -> None:
        """Shows the contents, so many pixels wide; 0 hides them."""
        self._pane.setVisible(width > 0)
        if width:
            self.setSizes([width, max(self.width() - width, 1)])

    def go_to_contents(self) -> None:
        """Puts the keyboard into the contents."""
        self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, position: int) -> None:
        """Marks the section that a place belongs to."""
        if self.is_shown:
            self._pane.show_place(position)

    def _tell_width(self) -> None:
        self.contents_resized.emit(self._pane.width())
