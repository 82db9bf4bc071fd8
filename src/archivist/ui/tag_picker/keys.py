"""Which keys the tag picker takes before the window's shortcuts see them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_ours(event: QKeyEvent) -> bool:
    """Says whether the popup, not a shortcut of the window, takes a key."""
    keys = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
    keys |= {Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down}
    keys |= {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
    alt_c = event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.AltModifier
    return alt_c or event.key() in keys
