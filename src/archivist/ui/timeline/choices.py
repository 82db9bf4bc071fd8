"""A small window to pick several names from a list that can be long: type to narrow it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from archivist.ui.bidi import tip

_WIDTH = 260
_HEIGHT = 320


class Choices(QFrame):
    """Names with check boxes; `changed` tells the ids that are checked, after each change."""

    changed = Signal(object)  # frozenset[int]

    def __init__(
        self,
        title: str,
        names: Sequence[tuple[int, str]],
        chosen: frozenset[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(title)
        self.field = QLineEdit()
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for id_, name in names:
            item = QListWidgetItem(name, self.list)
            item.setToolTip(tip(name))
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_check_state(chosen=id_ in chosen))
        self.list.itemClicked.connect(self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.resize(_WIDTH, min(_HEIGHT, 70 + 24 * max(len(names), 2)))

    def open_at(self, point: QPoint) -> None:
        """Opens at a point of the screen, within the screen's bounds."""
        area = self.screen().availableGeometry()
        x = min(max(point.x(), area.left()), area.right() - self.width())
        y = min(point.y(), area.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Moves in the list and checks its lines while the field has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self.list.currentItem() is not None:
                    self._toggle(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count():
            if not self.list.item(row).isHidden():
                self.list.setCurrentRow(row)
                return
            row += step

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())
        self.list.setCurrentRow(-1)
        self._step(1)

    def _toggle(self, item: QListWidgetItem) -> None:
        checked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(_check_state(chosen=not checked))
        rows = (self.list.item(row) for row in range(self.list.count()))
        self.changed.emit(
            frozenset(
                int(one.data(Qt.ItemDataRole.UserRole))
                for one in rows
                if one.checkState() == Qt.CheckState.Checked
            )
        )


def _check_state(*, chosen: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
