"""The chosen suggestion in its context, what would become of it, and the buttons that decide."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.suggestions import SuggestionKind
from archivist.ui import theme
from archivist.ui.flow_layout import FlowLayout
from archivist.ui.review.delegate import kind_color
from archivist.ui.review.model import Detail
from archivist.ui.review.words import from_word, kind_words, to_word

# Of the context, at most: so much that no line is cut where the pane is small.
_SHARES = (1.0, 0.7, 0.45, 0.25, 0.1)


class Card(QFrame):
    """Shows one suggestion; the buttons name their keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewCard")
        self._detail: Detail | None = None
        self._kind = SuggestionKind.DATE
        self._title = QLabel(wordWrap=True)
        self._title.setObjectName("paneTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._context = QLabel(wordWrap=True)
        self._context.setTextFormat(Qt.TextFormat.RichText)
        self._context.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._becomes = QLabel(wordWrap=True)
        self._becomes.setTextFormat(Qt.TextFormat.PlainText)
        words = QWidget()
        words.setObjectName("reviewWords")
        self._column = column = QVBoxLayout(words)
        column.setContentsMargins(12, 8, 12, 4)
        column.setSpacing(5)
        for label in (self._title, self._becomes, self._context):
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(words)
        self._area = area
        self.accept = _button(self.tr("Accept"), "A")
        self.edit = _button(self.tr("Edit…"), "E")
        self.reject = _button(self.tr("Reject"), "X")
        self.skip = _button(self.tr("Skip"), "S")
        self.more = _button(self.tr("More"), "▾")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.accept_kind = _action(menu, "Shift+A")
        self.accept_everywhere = _action(menu, "W")
        self.reject_everywhere = _action(menu, "Shift+X")
        self.new_event = _action(menu, "V")
        self.date_event = _action(menu, "")
        self.more.setMenu(menu)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=6)
        row.setContentsMargins(12, 4, 12, 8)
        for button in (self.accept, self.edit, self.reject, self.skip, self.more):
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(buttons)

    @property
    def text(self) -> str:
        """What the card says, as plain text."""
        detail = self._detail
        if detail is None:
            return ""
        context = f"{detail.before}{detail.words}{detail.after}"
        return "\n".join((detail.title, context, self._becomes.text()))

    def show_detail(
        self, detail: Detail, kind: SuggestionKind, alike: int, *, writable: bool
    ) -> None:
        """Shows a suggestion; `alike` says how many of its kind are listed."""
        self._detail, self._kind = detail, kind
        self._title.setText(detail.title)
        self._becomes.setText(detail.problem or detail.becomes)
        self.accept_kind.setText(
            self.tr("Accept all {count:n} of “{kind}”").format(count=alike, kind=kind_words(kind))
        )
        is_name, is_date = kind is SuggestionKind.NAME, kind is SuggestionKind.DATE
        self.accept_everywhere.setText(
            self.tr("Accept the name in all %n document(s)", "", detail.documents)
        )
        self.reject_everywhere.setText(self.tr("Reject the name in the whole archive"))
        self.new_event.setText(self.tr("New event of this date…"))
        self.date_event.setText(self.tr("Date “{name}” by it").format(name=detail.event))
        self.accept_everywhere.setVisible(is_name and detail.documents > 1)
        self.reject_everywhere.setVisible(is_name)
        self.new_event.setVisible(is_date)
        self.date_event.setVisible(is_date and bool(detail.event))
        for widget in (self.accept, self.edit, self.reject, self.more):
            widget.setEnabled(writable)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Takes another theme's colors."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as much of the context as there is place for now."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        """Writes context and outcome in the theme's colors; what stands in the way is a warning."""
        detail = self._detail
        if detail is None:
            return
        colors = theme.current()
        # By the window's direction, and not by that of the words, as a label does alone.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for label in (self._title, self._becomes):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        palette = self._becomes.palette()
        told = colors.warning if detail.problem else colors.text_muted
        palette.setColor(QPalette.ColorRole.WindowText, QColor(told))
        self._becomes.setPalette(palette)
        for share in _SHARES:
            self._write_context(detail, share)
            if self._column.heightForWidth(self._area.width()) <= self._area.height():
                break

    def _write_context(self, detail: Detail, share: float) -> None:
        """Writes the words with a share of what stands before and after them."""
        color, muted = kind_color(self._kind).name(), theme.current().text_muted
        before = from_word(detail.before, int(share * len(detail.before)))
        after = to_word(detail.after, int(share * len(detail.after)))
        self._context.setText(
            f"<span style='color:{muted}'>{_flat(before)}</span>"
            f"<b style='color:{color}'>{_flat(detail.words)}</b>"
            f"<span style='color:{muted}'>{_flat(after)}</span>"
        )


def _flat(text: str) -> str:
    """Gives a text for a rich label, on one line; a space at its ends stays."""
    flat = "".join(" " if letter.isspace() else letter for letter in text)
    return escape(flat)


def _button(text: str, key: str) -> QPushButton:
    button = QPushButton(f"{text}  {key}")
    button.setProperty("plain", "true")
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    return button


def _action(menu: QMenu, key: str) -> QAction:
    """Makes a line of the menu that names its key; the list itself takes the key."""
    action = menu.addAction("")
    action.setProperty("key", key)
    return action
