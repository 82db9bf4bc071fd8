"""What every form shares: fields that scroll, a sentence on what is wrong, OK and Cancel."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archivist.ui import theme
from archivist.ui.dialogs.text_field import TextField


class FormDialog(QDialog):
    """A form over one value. OK stays shut, and a sentence says why, while `problem` gives one."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper: Callable[[Any], bool] | None = None
        self._first_field: QWidget | None = None
        self.setWindowTitle(title)
        self.setSizeGripEnabled(True)
        pane = QWidget()
        self.form = QFormLayout(pane)
        self.form.setContentsMargins(2, 2, 8, 2)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setVerticalSpacing(9)
        self.form.setHorizontalSpacing(14)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(pane)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setObjectName("formProblem")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        # Enter in a field must never mean Cancel, which Qt takes while OK is shut.
        self.ok.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._sentence)
        layout.addWidget(self.buttons)

    @abstractmethod
    def value(self) -> Any:
        """Gives the value as it was filled in."""

    def problem(self) -> str:
        """Gives the sentence that says what keeps the value from being taken, or ""."""
        return ""

    @property
    def ok(self) -> QPushButton:
        """Gives the OK button."""
        return self.buttons.button(QDialogButtonBox.StandardButton.Ok)

    @property
    def sentence(self) -> str:
        """Gives the sentence shown."""
        return self._sentence.text()

    def refresh(self) -> None:
        """Shows what is wrong now; forms connect it to every field's change."""
        problem = self.problem()
        self._sentence.setText(problem)
        palette = self._sentence.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.current().warning))
        self._sentence.setPalette(palette)
        self._sentence.setVisible(bool(problem))
        self.ok.setEnabled(not problem)

    def set_keeper(self, keeper: Callable[[Any], bool]) -> None:
        """Hands the value to somebody who says whether it was kept; if not, the form stays open."""
        self._keeper = keeper

    def accept(self) -> None:
        """Takes the value, unless something is wrong with it or it cannot be kept."""
        # A cell that is being edited hands over its text when it loses the keyboard.
        self.ok.setFocus()
        self.refresh()
        if self.ok.isEnabled() and (self._keeper is None or self._keeper(self.value())):
            super().accept()

    def begin_at(self, field: QWidget) -> None:
        """Puts the keyboard into another field than the first when the form comes up."""
        self._first_field = field

    def showEvent(self, event: QShowEvent) -> None:
        """Puts the keyboard into the first field."""
        super().showEvent(event)
        pane, bar = self._area.widget(), self._area.verticalScrollBar()
        if pane is not None:
            # Fields scroll up and down only, so that the form is never narrower than they are.
            width = pane.minimumSizeHint().width() + bar.sizeHint().width()
            self._area.setMinimumWidth(min(width, self.screen().availableGeometry().width() - 60))
        if self._first_field is not None:
            self._first_field.setFocus(Qt.FocusReason.TabFocusReason)
            self._first_field = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes Ctrl+Enter for OK, from fields where Enter makes a line too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolls to the field that gets the keyboard."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Gives the form's own size, as far as the screen has room for it."""
        pane = self._area.widget()
        wanted = pane.sizeHint() if pane is not None else QSize()
        room = self.screen().availableGeometry().size() * 0.85
        width = max(wanted.width() + 48, self.fontMetrics().averageCharWidth() * 88)
        around = 90 + self.fontMetrics().lineSpacing() * 3
        height = wanted.height() + around
        return QSize(min(width, room.width()), min(height, room.height()))

    def add_line(self, label: str, text: str, *, hint: str = "") -> QLineEdit:
        """Adds a row with a line of text; `&` in the label marks its key."""
        field = QLineEdit(text)
        field.setPlaceholderText(hint)
        field.setCursorPosition(0)
        field.textChanged.connect(self.refresh)
        self.add_row(label, field)
        return field

    def add_text(self, label: str, text: str, *, lines: int = 3) -> TextField:
        """Adds a row with a text of several lines; Tab leaves it."""
        field = TextField(text, lines=lines)
        field.textChanged.connect(self.refresh)
        self.add_row(label, field)
        return field

    def add_row(self, label: str, field: QWidget) -> None:
        """Adds a row; the label names the field for a screen reader too."""
        self.form.addRow(label, field)
        self._first_field = self._first_field or field
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", "").rstrip(":"))
        field.installEventFilter(self)

    def add_heading(self, text: str) -> None:
        """Adds a heading over the rows that follow."""
        heading = QLabel(text)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setContentsMargins(0, 8, 0, 0)
        self.form.addRow(heading)
