"""Actions as data: every slot is there, no shortcut is doubled, and the sheet says what holds."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from tests.ui.hand import Hand

from archivist.ui.actions import gestures, slot_of
from archivist.ui.actions.spec import MenuSpec
from archivist.ui.actions.table import ACTIONS, MENUS
from archivist.ui.help import GesturesSheet


def names_in(menu: MenuSpec) -> list[str]:
    names: list[str] = []
    for entry in menu.entries:
        names += names_in(entry) if isinstance(entry, MenuSpec) else [entry] * bool(entry)
    return names


def test_every_action_leads_to_a_method(mill: Hand) -> None:
    for spec in ACTIONS:
        assert callable(slot_of(spec, mill.window.controller)), spec.slot


def test_every_action_stands_in_one_menu() -> None:
    listed = Counter(name for menu in MENUS for name in names_in(menu))
    assert listed == Counter(spec.name for spec in ACTIONS)


def test_no_key_means_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.shortcuts)
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_mnemonics_of_a_menu_are_its_own(hand: Hand) -> None:
    for menu in hand.window.actions_.menus.values():
        letters = Counter(
            action.text()[action.text().index("&") + 1].lower()
            for action in menu.actions()
            if "&" in action.text().replace("&&", "")
        )
        doubled = [letter for letter, count in letters.items() if count > 1]
        assert doubled == [], menu.title()


def test_the_sheet_shows_the_keys_of_the_actions(hand: Hand) -> None:
    sheet = GesturesSheet(hand.window)
    shown = {wish: keys for wish, _mouse, keys in sheet.cells()}
    assert len(shown) == len(list(gestures()))
    for spec in ACTIONS:
        if spec.gesture:
            action = hand.window.actions_[spec.name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            assert shown[str(spec.gesture)].split()[0] == keys
    sheet.close()


def test_f1_opens_the_sheet(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F1)
    (sheet,) = hand.window.findChildren(GesturesSheet)
    assert sheet.isVisible()
    hand.press(Qt.Key.Key_Escape, on=sheet)


def test_without_an_archive_only_what_makes_sense_is_offered(hand: Hand) -> None:
    actions = hand.window.actions_
    assert actions["new"].isEnabled()
    for name in ("import_files", "export_all", "undo", "redo", "highlight", "delete", "search"):
        assert not actions[name].isEnabled(), name
