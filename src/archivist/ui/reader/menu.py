"""The menu over a text or page: what can be done with what is selected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from archivist.ui.reader.selecting import Selecting


def open_menu(
    selecting: Selecting,
    place: QPoint,
    find_words: Callable[[], object],
    further: Sequence[tuple[str, Callable[[], None]]] = (),
    mark_region: Callable[[], object] | None = None,
) -> None:
    """Opens the menu at a place on the screen; it does not wait for a choice.

    What there is to do only at this place (`further`: words, and what they do) stands first; over
    pages, `mark_region` lets a region be drawn.
    """

    def tr(words: str) -> str:
        return QCoreApplication.translate("ReaderMenu", words)

    selects = selecting.selected() is not None
    menu = QMenu(selecting.bar.parentWidget())
    for said, ask in further:
        menu.addAction(said).triggered.connect(ask)
    if further:
        menu.addSeparator()
    for words, keys, slot, enabled in (
        (tr("Highlight"), "H", selecting.request_highlight, selects),
        (tr("Tag…"), "T", selecting.request_tag, selecting.can_tag()),
        (tr("Mark region"), "R", mark_region, mark_region is not None),
        (tr("Copy"), "Ctrl+C", selecting.copy, selects),
        (tr("Select all"), "Ctrl+A", selecting.select_all, True),
        (tr("Find…"), "Ctrl+F", find_words, True),
    ):
        if slot is None:
            continue
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setEnabled(enabled)
        action.triggered.connect(slot)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
