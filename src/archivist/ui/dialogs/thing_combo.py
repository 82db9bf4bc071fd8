"""A choice of one thing among many, found by typing any part of its name."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget


class ThingCombo(QComboBox):
    """Names with ids; what was typed and is no name goes back to what was chosen before."""

    def __init__(
        self,
        things: Iterable[tuple[int, str]],
        chosen: int | None,
        *,
        none: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offers `none` (its words) and the things, each an id and a name."""
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.addItem(none, None)
        for number, name in things:
            self.addItem(name, number)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._settle)
            line.setCursorPosition(0)

    def value(self) -> int | None:
        """Gives the id of the thing whose name stands there, else of the one chosen, or None."""
        found = self._named()
        chosen = self.itemData(found) if found >= 0 else self.currentData()
        return chosen if isinstance(chosen, int) else None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settles; while its list was open Qt does not say that editing has finished."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def _named(self) -> int:
        """Gives the index of the name that stands there; an empty one means none; -1 if unknown.

        Of several things of one name the chosen one is kept.
        """
        typed = self.currentText().strip()
        if not typed:
            return 0
        if self.itemText(self.currentIndex()).casefold() == typed.casefold():
            return self.currentIndex()
        return self.findText(typed, Qt.MatchFlag.MatchFixedString)

    def _settle(self) -> None:
        """Takes the thing of the typed name; without one, shows again what was chosen."""
        found = self._named()
        if found >= 0:
            self.setCurrentIndex(found)
        self.setEditText(self.itemText(self.currentIndex()))
