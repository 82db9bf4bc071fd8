"""Makes menus, shortcuts and lines of the gestures sheet out of the tables of actions."""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from archivist.ui.actions.archive_rows import ARCHIVE_ACTIONS
from archivist.ui.actions.excerpt_rows import EXCERPT_ACTIONS
from archivist.ui.actions.spec import ActionSpec, MenuSpec, Needs
from archivist.ui.actions.table import (
    ACTIONS,
    MENUS,
    PICKER_GESTURES,
    REVIEW_GESTURES,
    SEARCH_GESTURES,
)
from archivist.ui.actions.view_rows import VIEW_ACTIONS
from archivist.ui.appearance import icon


def translated(text: object) -> str:
    """Gives a text of the tables in the window's language."""
    return QCoreApplication.translate("Actions", str(text)) if text else ""


class Actions:
    """The window's actions by name, bound to its controllers."""

    def __init__(self, window: QWidget, controller: Callable[[str], object]) -> None:
        """Makes the actions; `controller` gives the owner of a slot by name when it is needed."""
        self._actions = {spec.name: _make(window, spec, controller) for spec in ACTIONS}
        self.menus: dict[str, QMenu] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Makes the menus."""
        for menu in MENUS:
            self._fill(bar.addMenu(translated(menu.title)), menu)

    def enable(self, is_there: Mapping[Needs, bool]) -> None:
        """Enables what makes sense now."""
        for spec in ACTIONS:
            self._actions[spec.name].setEnabled(is_there[spec.needs])

    def update_icons(self) -> None:
        """Takes the theme's icons."""
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.name].setIcon(icon(spec.icon))

    def _fill(self, menu: QMenu, spec: MenuSpec) -> None:
        self.menus[spec.name] = menu
        menu.setToolTipsVisible(True)
        for entry in spec.entries:
            if isinstance(entry, MenuSpec):
                self._fill(menu.addMenu(translated(entry.title)), entry)
            elif entry:
                menu.addAction(self._actions[entry])
            else:
                menu.addSeparator()


def gestures() -> Iterator[tuple[str, str, str]]:
    """Gives the lines of the sheet, the main work first: what one wants, mouse, keys."""
    first_keys = {spec.name: _native(spec.shortcuts[0]) for spec in ACTIONS if spec.shortcuts}
    for spec in (*EXCERPT_ACTIONS, *ARCHIVE_ACTIONS, *VIEW_ACTIONS):
        if spec.gesture:
            keys = first_keys[spec.name]
            if spec.partner:
                keys += f"  {first_keys[spec.partner]}"
            yield translated(spec.gesture), translated(spec.mouse), keys
    for line in (*SEARCH_GESTURES, *PICKER_GESTURES, *REVIEW_GESTURES):
        yield translated(line.text), translated(line.mouse), line.keys


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def slot_of(spec: ActionSpec, controller: Callable[[str], object]) -> Callable[[], object]:
    """Gives what an action does: the method of its controller."""
    owner, _, method = spec.slot.partition(".")
    slot: Callable[[], object] = attrgetter(method)(controller(owner))
    return slot


def _make(window: QWidget, spec: ActionSpec, controller: Callable[[str], object]) -> QAction:
    action = QAction(translated(spec.text), window)
    action.setObjectName(spec.name)
    action.setShortcuts([QKeySequence(key) for key in spec.shortcuts])
    action.setCheckable(spec.is_checkable)
    # Qt hands over whether an action is checked; the slots ask the widgets instead.
    action.triggered.connect(lambda _checked: slot_of(spec, controller)())
    plain = action.text().replace("&", "")
    keys = _native(spec.shortcuts[0]) if spec.shortcuts else ""
    action.setToolTip(f"{plain} ({keys})" if keys else plain)
    window.addAction(action)
    return action
