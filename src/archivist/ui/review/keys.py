"""The list of suggestions and its keys: one for each decision, also those that menus have, too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEY = Qt.Key


class ProposalView(QListView):
    """Arrow keys go through it; other keys decide."""

    accept_pressed = Signal()
    accept_kind_pressed = Signal()
    accept_everywhere_pressed = Signal()
    reject_pressed = Signal()
    reject_everywhere_pressed = Signal()
    edit_pressed = Signal()
    event_pressed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("proposalList")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._slots: dict[QKeyCombination, Callable[[], None]] = {
            QKeyCombination(_KEY.Key_A): self.accept_pressed.emit,
            QKeyCombination(_KEY.Key_Return): self.accept_pressed.emit,
            QKeyCombination(_KEY.Key_Enter): self.accept_pressed.emit,
            QKeyCombination(Qt.KeyboardModifier.KeypadModifier, _KEY.Key_Enter): (
                self.accept_pressed.emit
            ),
            QKeyCombination(_SHIFT, _KEY.Key_A): self.accept_kind_pressed.emit,
            QKeyCombination(_KEY.Key_W): self.accept_everywhere_pressed.emit,
            QKeyCombination(_KEY.Key_X): self.reject_pressed.emit,
            QKeyCombination(_KEY.Key_Delete): self.reject_pressed.emit,
            QKeyCombination(_SHIFT, _KEY.Key_X): self.reject_everywhere_pressed.emit,
            QKeyCombination(_KEY.Key_E): self.edit_pressed.emit,
            QKeyCombination(_KEY.Key_V): self.event_pressed.emit,
            QKeyCombination(_KEY.Key_S): lambda: self.step(1),
            QKeyCombination(_KEY.Key_N): lambda: self.step(1),
            QKeyCombination(_KEY.Key_P): lambda: self.step(-1),
            QKeyCombination(_KEY.Key_Escape): self.left.emit,
        }

    def step(self, by: int) -> None:
        """Goes on by some lines; after the last one comes the first."""
        rows = self.model().rowCount()
        if rows:
            self.choose((self.currentIndex().row() + by) % rows)

    def choose(self, row: int) -> None:
        """Chooses a line and brings it into sight."""
        self.setCurrentIndex(self.model().index(row, 0))

    def event(self, event: QEvent) -> bool:
        """Keeps its keys from the menus while it has the keyboard: N is the next suggestion."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.keyCombination() in self._slots
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decides, or goes through the list."""
        slot = self._slots.get(event.keyCombination())
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()
