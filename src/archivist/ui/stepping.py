"""Undo and redo of steps, named as they were made; they reach back beyond the last start."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.ui.actions import Actions
from archivist.ui.hub import Hub


class Stepping(QObject):
    """What the two arrows in the toolbar do; what is being typed becomes a step first."""

    about_to_step = Signal()

    def __init__(self, window: QWidget, hub: Hub) -> None:
        super().__init__(window)
        self._hub = hub

    def undo(self) -> None:
        """Takes back the last step."""
        with self._hub.showing_failures():
            self.about_to_step.emit()
            name = self._hub.archive.history.undo()
            if name is not None:
                self._hub.message_shown.emit(self.tr("Undone: {step}").format(step=name))

    def redo(self) -> None:
        """Does again what was taken back last."""
        with self._hub.showing_failures():
            self.about_to_step.emit()
            name = self._hub.archive.history.redo()
            if name is not None:
                self._hub.message_shown.emit(self.tr("Done again: {step}").format(step=name))

    def name_steps(self, actions: Actions) -> None:
        """Writes into menu and tooltips which step each arrow means."""
        history = self._hub.archive.history if self._hub.is_writable else None
        undoable = history.undoable if history else None
        redoable = history.redoable if history else None
        undo = self.tr("Undo {step}").format(step=undoable) if undoable else self.tr("Undo")
        redo = self.tr("Redo {step}").format(step=redoable) if redoable else self.tr("Redo")
        for name, text in (("undo", undo), ("redo", redo)):
            action = actions[name]
            action.setText(text.replace("&", "&&"))
            action.setToolTip(f"{text} ({action.shortcut().toString()})")
