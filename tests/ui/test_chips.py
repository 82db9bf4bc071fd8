"""Chips and the lines they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from archivist.ui import theme
from archivist.ui.chip_painting import (
    ChipRole,
    chip_colors,
    chip_size,
    paint_chip,
    reads_right_to_left,
)
from archivist.ui.chips import Chip
from archivist.ui.flow_layout import FlowLayout

ROLES: tuple[ChipRole, ...] = ("event", "actor", "citation", "topic", "warning", "neutral")


def luminance(color: QColor) -> float:
    """Gives the relative luminance of WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(color.redF())
        + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_every_chip_can_be_read_in_light_and_dark(*, dark: bool) -> None:
    now = theme.choose(dark=dark)
    try:
        for role in ROLES:
            assert contrast(*chip_colors(role)) >= 4.5, role
        for color in (*now.events, "#ffff00", "#000000", "#ffffff", "#123456"):
            assert contrast(*chip_colors("event", color)) >= 4.2, color
    finally:
        theme.choose(dark=False)


def test_a_chip_is_as_wide_as_its_text_and_elides_what_does_not_fit(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    size = chip_size(metrics, "Evacuation to Syunik")
    assert size.width() > metrics.horizontalAdvance("Evacuation to Syunik")
    pictures = []
    for width in (size.width(), size.width() // 2):
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setFont(qapp.font())
        paint_chip(painter, QRect(0, 0, width, size.height()), "Evacuation to Syunik", "event")
        painter.end()
        pictures.append(image)
    beyond = QRect(size.width() // 2 + 1, 0, size.width() // 2 - 1, size.height())
    blank = QImage(beyond.size(), QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    assert pictures[1].copy(beyond) == blank
    assert pictures[0] != pictures[1]


def test_a_name_keeps_its_own_direction() -> None:
    assert not reads_right_to_left("[90] Briefing")
    assert reads_right_to_left("[90] שלום")
    assert reads_right_to_left("Briefing", "rtl")
    assert not reads_right_to_left("123")


def test_keys_remove_and_open(qtbot: QtBot) -> None:
    filled: list[QMenu] = []
    chip = Chip("Flood", "event", removable=True, menu=filled.append)
    qtbot.addWidget(chip)
    chip.show()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        with qtbot.waitSignal(chip.removal_requested):
            QTest.keyClick(chip, key)
    with qtbot.assertNotEmitted(chip.removal_requested):
        QTest.keyClick(chip, Qt.Key.Key_Return)
    assert len(filled) == 1
    assert [action.text() for action in filled[0].actions() if action.text()] == ["Remove"]
    filled[0].close()


def test_delete_on_a_chip_is_not_the_windows_delete(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chip = Chip("Flood", "event", removable=True, parent=window)
    shortcut = QShortcut(QKeySequence("Delete"), window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chip.setFocus()
    with (
        qtbot.assertNotEmitted(shortcut.activated),
        qtbot.waitSignal(chip.removal_requested),
    ):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_a_chip_that_cannot_be_removed_shows_no_cross_and_stays(qtbot: QtBot) -> None:
    chip = Chip("Flood", "event", name="Event Flood")
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.removal_requested):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    assert chip.accessibleName() == "Event Flood"


class _Box(QWidget):
    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._width, 30), 20)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@given(widths=st.lists(st.integers(1, 400), max_size=12), width=st.integers(40, 600))
def test_items_never_overlap_never_leave_the_pane_and_height_is_told_right(
    qapp: QApplication, direction: Qt.LayoutDirection, widths: list[int], width: int
) -> None:
    pane = QWidget()
    pane.setLayoutDirection(direction)
    flow = FlowLayout(pane)
    boxes = [_Box(each) for each in widths]
    for box in boxes:
        flow.addWidget(box)
    height = flow.heightForWidth(width)
    pane.resize(width, max(height, 1))
    flow.setGeometry(QRect(0, 0, width, height))
    places = [box.geometry() for box in boxes]
    for number, place in enumerate(places):
        assert place.left() >= 0
        assert place.right() < width
        assert place.bottom() < height
        assert not any(place.intersects(other) for other in places[number + 1 :])
    pane.deleteLater()


def test_a_row_of_chips_gets_the_height_it_needs_in_a_pane(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    column = QVBoxLayout(pane)
    row = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    flow = FlowLayout(row)
    chips = [Chip(f"Tag number {number}", "topic") for number in range(12)]
    for chip in chips:
        flow.addWidget(chip)
    column.addWidget(row)
    column.addStretch(1)
    pane.resize(260, 600)
    pane.show()
    QApplication.processEvents()
    assert row.height() >= flow.heightForWidth(row.width())
    for chip in chips:
        assert row.rect().contains(chip.geometry())
