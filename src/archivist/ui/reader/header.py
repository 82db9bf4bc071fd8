"""The line above a document: where it comes from, which page is shown, and the choice of view."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from archivist.ui.appearance import icon
from archivist.ui.bidi import tip
from archivist.ui.reader.missing_letters import scripts_without_font
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.page_numbers import PageNumbers
from archivist.ui.reader.provenance import provenance, provenance_details
from archivist.ui.reader.strip import ElidedLabel, Strip
from archivist.ui.reader.typography import Typography

_HEIGHT = 32


class Header(Strip):
    """Provenance, page number, and for documents with pages the switch between text and pages."""

    view_chosen = Signal(str)  # "text" or "pages"
    page_requested = Signal(int)  # from 1
    fit_chosen = Signal(str)  # "width", "page" or "" for 100 %
    region_requested = Signal()
    tone_requested = Signal()
    turn_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerHeader")
        self.setFixedHeight(_HEIGHT)
        self._model = ReaderModel(0, "", "")
        self._label = ElidedLabel(self)
        self._label.setObjectName("provenanceLine")
        self._label.setAccessibleName(self.tr("Provenance"))
        self._boxes = QLabel(self)
        self._boxes.setObjectName("readerWarning")
        self.numbers = PageNumbers(self)
        self.numbers.page_requested.connect(self.page_requested)
        self._region = self._button(self.tr("Region"), "region")
        self._region.setToolTip(self.tr("Mark a region of the page (R), or drag with Shift"))
        self._region.clicked.connect(self.region_requested)
        self._tone = self._button(self.tr("Brightness and contrast"), "tone")
        self._tone.setToolTip(self.tr("Brightness and contrast, for faded pages (B)"))
        self._tone.clicked.connect(self.tone_requested)
        self._turn = self._button(self.tr("Turn"), "rotate")
        self._turn.setToolTip(self.tr("Turn the pages to the right (Ctrl+Shift+R)"))
        self._turn.clicked.connect(self.turn_requested)
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
            self._boxes,
            self.numbers,
            self._zoom,
            self._turn,
            self._tone,
            self._region,
            self._as_text,
            self._as_pages,
        ):
            self._row.addWidget(widget)
        self.show_views(has_pages=False, as_pages=False)

    def show_document(self, model: ReaderModel) -> None:
        """Tells of another document."""
        self._model = model
        self._label.setToolTip(tip(provenance_details(model)))
        self.numbers.set_pages(model.pages)
        self.show_page(1)
        missing = scripts_without_font(model.text, Typography().font)
        self._boxes.setVisible(bool(missing))
        self._boxes.setText(self.tr("No font for {scripts}").format(scripts=", ".join(missing)))
        self._boxes.setToolTip(
            self.tr(
                "Letters of these scripts are shown as boxes: no font of this computer has them. "
                "The text itself is whole; install a font for them, such as one of Noto's."
            )
        )

    def show_page(self, page: int) -> None:
        """Says which page is in sight."""
        self._label.setText(provenance(self._model, page))
        self.numbers.show_page(page)

    def show_views(self, *, has_pages: bool, as_pages: bool) -> None:
        """Offers the views there are, and what goes with the one that is shown."""
        for widget in (self._as_text, self._as_pages):
            widget.setVisible(has_pages)
        self.numbers.setVisible(has_pages)
        for each in (self._zoom, self._turn, self._tone, self._region):
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

    def tone_corner(self) -> QPoint:
        """Gives the screen's point below the button that opens the tone."""
        area = self._tone.rect()
        corner = area.bottomLeft() if self.isRightToLeft() else area.bottomRight()
        return self._tone.mapToGlobal(corner)

    def changeEvent(self, event: QEvent) -> None:
        """Takes the theme's icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self.findChildren(QToolButton):
                name = button.property("icon_name")
                if name:
                    button.setIcon(icon(str(name)))

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, fit in (
            (self.tr("Fit width (Ctrl+2)"), "width"),
            (self.tr("Fit page (Ctrl+1)"), "page"),
            (self.tr("100 % (Ctrl+0)"), ""),
        ):
            menu.addAction(words).triggered.connect(partial(self.fit_chosen.emit, fit))
        return menu

    def _button(self, words: str, icon_name: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        if icon_name:
            button.setIcon(icon(icon_name))
            button.setProperty("icon_name", icon_name)
            button.setAccessibleName(words)
        button.setAutoRaise(True)
        return button
