"""The menu over a text or page: what can be done with what is selected."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class Commands(Protocol):
    """What the menu can ask of a reader."""

    def selected(self) -> object | None:
        """Gives what is selected: text, or a region that is drawn."""
        ...

    def can_tag(self) -> bool:
        """Says whether there is a selection or a chosen excerpt."""
        ...

    def request_highlight(self) -> None:
        """Wishes the selection to be highlighted."""
        ...

    def request_tag(self) -> None:
        """Wishes the selection, or the chosen excerpt, to be tagged."""
        ...

    def copy(self) -> None:
        """Copies the selection."""
        ...

    def select_all(self) -> None:
        """Selects everything."""
        ...

    def find_words(self) -> None:
        """Opens the find bar."""
        ...


def open_menu(
    reader: Commands,
    place: QPoint,
    further: Sequence[tuple[str, Callable[[], None]]] = (),
    mark_region: Callable[[], object] | None = None,
) -> None:
    """Opens the menu at a place on the screen; it does not wait for a choice.

    What there is to do only at this place (`further`: words, and what they do) stands first; over
    pages, `mark_region` lets a region be drawn.
    """

    def tr(words: str) -> str:
        return QCoreApplication.translate("ReaderMenu", words)

    selects = reader.selected() is not None
    menu = QMenu(reader if isinstance(reader, QWidget) else None)
    for said, ask in further:
        menu.addAction(said).triggered.connect(ask)
    if further:
        menu.addSeparator()
    for words, keys, slot, enabled in (
        (tr("Highlight"), "H", reader.request_highlight, selects),
        (tr("Tag…"), "T", reader.request_tag, reader.can_tag()),
        (tr("Mark region"), "R", mark_region, mark_region is not None),
        (tr("Copy"), "Ctrl+C", reader.copy, selects),
        (tr("Select all"), "Ctrl+A", reader.select_all, True),
        (tr("Find…"), "Ctrl+F", reader.find_words, True),
    ):
        if slot is None:
            continue
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setEnabled(enabled)
        action.triggered.connect(slot)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
