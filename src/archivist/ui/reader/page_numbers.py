"""The field that says which page is in sight, and goes to the one that is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolTip, QWidget

from archivist.domain.reading import Page

_WIDTH = 52  # pixels


class PageNumbers(QWidget):
    """A page by its printed label, and which of how many it is where the two differ."""

    page_requested = Signal(int)  # from 1
    left = Signal()  # nothing was asked for: the keyboard goes back

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: Sequence[Page] = ()
        self._shown = 1
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Page"))
        self.field.setToolTip(self.tr("Go to a page (Ctrl+G): type its label or number, Enter"))
        self.field.setFixedWidth(_WIDTH)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.returnPressed.connect(self._ask)
        self.field.editingFinished.connect(self._show)
        self._total = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field)
        row.addWidget(self._total)

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Takes another document's pages, in order."""
        self._pages = pages
        self.show_page(1)

    def show_page(self, number: int) -> None:
        """Says which page is in sight, unless another is being typed."""
        self._shown = number
        if not self.field.hasFocus():
            self._show()

    def edit(self) -> None:
        """Puts the keyboard into the field, what stands there ready to be typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Gives up what is being typed with Escape, which the field leaves over."""
        if event.key() == Qt.Key.Key_Escape:
            self._show()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def page_named(self, text: str) -> int | None:
        """Gives the number of the page with a printed label, else of that number; None for none."""
        wanted = text.strip().casefold()
        labelled = (page.number for page in self._pages if page.label.casefold() == wanted)
        found = next(labelled, None) if wanted else None
        if found is None and wanted.isdecimal() and 1 <= int(wanted) <= len(self._pages):
            return int(wanted)
        return found

    def _show(self) -> None:
        shown = self._shown
        label = self._pages[shown - 1].label if 0 < shown <= len(self._pages) else ""
        self.field.setText(label or str(shown))
        total = len(self._pages)
        differs = bool(label) and label != str(shown)
        self._total.setText(
            self.tr("({0} of {1})").format(shown, total)
            if differs
            else self.tr("of {0}").format(total)
        )

    def _ask(self) -> None:
        typed = self.field.text()
        page = self.page_named(typed)
        if page is not None:
            self._shown = page
            self.page_requested.emit(page)
            return
        place = self.field.mapToGlobal(QPoint(0, self.field.height()))
        told = self.tr("There is no page “{0}”; there are {1}.").format(typed, len(self._pages))
        QToolTip.showText(place, told, self.field)
        self.field.selectAll()
