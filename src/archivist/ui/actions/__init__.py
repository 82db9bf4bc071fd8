"""Actions as data: one table for menus, shortcuts and the sheet of gestures."""

from archivist.ui.actions.making import Actions, gestures, slot_of
from archivist.ui.actions.spec import Needs

__all__ = ["Actions", "Needs", "gestures", "slot_of"]
