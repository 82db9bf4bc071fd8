"""A choice of one thing among many, found by typing any part of its name."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
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
        """Gives the id of the thing chosen, or None."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, int) else None

    def _settle(self) -> None:
        """Takes the thing of the typed name; without one, shows again what was chosen."""
        typed = self.currentText().strip()
        found = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        if not typed:
            found = 0
        if found >= 0 and self.itemText(self.currentIndex()) != typed:
            self.setCurrentIndex(found)
        self.setEditText(self.itemText(self.currentIndex()))
