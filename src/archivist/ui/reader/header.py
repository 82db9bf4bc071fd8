"""The line above a document: where it comes from, which page is shown, and the choice of view."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from archivist.ui.bidi import tip
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.provenance import provenance, provenance_details
from archivist.ui.reader.strip import ElidedLabel, Strip

_HEIGHT = 32


class Header(Strip):
    """Provenance, page number, and for documents with pages the switch between text and pages."""

    view_chosen = Signal(str)  # "text" or "pages"
    page_requested = Signal(int)  # from 1
    fit_chosen = Signal(str)  # "width", "page" or "" for 100 %

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerHeader")
        self.setFixedHeight(_HEIGHT)
        self._model = ReaderModel(0, "", "")
        self._label = ElidedLabel(self)
        self._label.setAccessibleName(self.tr("Provenance"))
        self._page = QLineEdit(self)
        self._page.setAccessibleName(self.tr("Page"))
        self._page.setToolTip(self.tr("Go to a page: type its number, Enter"))
        self._page.setFixedWidth(52)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.returnPressed.connect(self._ask_for_page)
        self._total = QLabel(self)
        self._zoom = self._button("")
        self._zoom.setAccessibleName(self.tr("Zoom"))
        self._zoom.setToolTip(self.tr("Zoom (Ctrl+plus, Ctrl+minus, Ctrl+0)"))
        self._zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._zoom.setMenu(self._zoom_menu())
        self._as_text = self._button(self.tr("Text"))
        self._as_pages = self._button(self.tr("Page"))
        group = QButtonGroup(self)
        for button in (self._as_text, self._as_pages):
            button.setCheckable(True)
            group.addButton(button)
        self._as_text.setChecked(True)
        self._as_text.clicked.connect(lambda: self.view_chosen.emit("text"))
        self._as_pages.clicked.connect(lambda: self.view_chosen.emit("pages"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 10, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._label, 1)
        for widget in (
            self._page,
            self._total,
            self._zoom,
            self._as_text,
            self._as_pages,
        ):
            self._row.addWidget(widget)
        self.show_views(has_pages=False, as_pages=False)

    def show_document(self, model: ReaderModel) -> None:
        """Tells of another document."""
        self._model = model
        self._label.setToolTip(tip(provenance_details(model)))
        self._page.setValidator(QIntValidator(1, max(1, len(model.pages)), self))
        self._total.setText(self.tr("of {0}").format(len(model.pages)))
        self.show_page(1)

    def show_page(self, page: int) -> None:
        """Says which page is in sight."""
        self._label.setText(provenance(self._model, page))
        if not self._page.hasFocus():
            self._page.setText(str(page))

    def show_views(self, *, has_pages: bool, as_pages: bool) -> None:
        """Offers the views there are, and what goes with the one that is shown."""
        for widget in (self._as_text, self._as_pages):
            widget.setVisible(has_pages)
        paging = (self._page, self._total, self._zoom)
        for each in paging:
            each.setVisible(has_pages and as_pages)
        self._as_pages.setChecked(as_pages)
        self._as_text.setChecked(not as_pages)

    def show_zoom(self, zoom: float) -> None:
        """Says how large the pages are (1.0 is 100 %)."""
        self._zoom.setText(self.tr("{0} %").format(round(zoom * 100)))

    def set_indent(self, indent: float) -> None:
        """Lets the line begin where the text does."""
        leading, trailing = max(12, round(indent)), 10
        if self.isRightToLeft():  # margins are not mirrored with what they surround
            leading, trailing = trailing, leading
        self._row.setContentsMargins(leading, 0, trailing, 0)

    def line(self) -> str:
        """Gives the provenance line."""
        return self._label.text()

    def _ask_for_page(self) -> None:
        self.page_requested.emit(int(self._page.text()))

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, fit in (
            (self.tr("Fit width"), "width"),
            (self.tr("Fit page"), "page"),
            (self.tr("100 %"), ""),
        ):
            menu.addAction(words).triggered.connect(partial(self.fit_chosen.emit, fit))
        return menu

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setAutoRaise(True)
        return button
