"""Asks what to do with a link that leads outside; it is opened only when a person says so here."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

_OPENED = frozenset({"http", "https", "mailto"})
_LINES = 4


class LinkDialog(QDialog):
    """Shows the whole address before it can be copied or opened."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self.setWindowTitle(self.tr("Link"))
        url = QUrl(address)
        can_open = url.isValid() and url.scheme().lower() in _OPENED
        words = QLabel(
            self.tr(
                "This link leads outside the archive. Opening it tells whoever keeps that place "
                "that somebody followed it."
            )
            if can_open
            else self.tr("This link leads to a place that only its own document knows.")
        )
        words.setWordWrap(True)
        # With every letter of a foreign script written out, so that none can pass for another.
        shown = bytes(url.toEncoded().data()).decode("ascii", "replace") if can_open else address
        self.field = QPlainTextEdit(shown)
        self.field.setReadOnly(True)
        self.field.setTabChangesFocus(True)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.setAccessibleName(self.tr("Address"))
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copying = buttons.addButton(self.tr("&Copy Address"), role)
        self.opening = buttons.addButton(self.tr("&Open in Browser"), role)
        self.opening.setEnabled(can_open)
        for button in (self.opening, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)
        self.copying.setDefault(True)
        self.copying.clicked.connect(self._copy)
        self.opening.clicked.connect(self._open)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        for widget in (words, self.field, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(460)
        self.copying.setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._address)
        self.accept()

    def _open(self) -> None:
        self.accept()
        QDesktopServices.openUrl(QUrl(self._address))
