"""The tone changes how pages look, in order, and can be taken back wholly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.reader.conftest import PAGES

from archivist.ui.reader import Reader
from archivist.ui.reader.page_view import PageView
from archivist.ui.reader.tone import PLAIN, Tone, reading_tone, tone_of, toned
from archivist.ui.reader.tone_popup import TonePopup

amounts = st.integers(-100, 100)
tones = st.builds(Tone, amounts, amounts, st.booleans())


def image(*colors: str) -> QImage:
    made = QImage(len(colors), 2, QImage.Format.Format_RGB32)
    for x, color in enumerate(colors):
        for y in range(2):
            made.setPixelColor(x, y, QColor(color))
    return made


def test_a_plain_tone_changes_nothing() -> None:
    assert PLAIN.table() == bytes(range(256))


@given(tones)
def test_what_is_lighter_stays_lighter_or_when_inverted_darker(tone: Tone) -> None:
    table = list(tone.table())
    assert table == sorted(table, reverse=tone.inverted)


@given(amounts, amounts)
def test_inverting_exchanges_light_and_dark(brightness: int, contrast: int) -> None:
    plain = Tone(brightness, contrast).table()
    inverted = Tone(brightness, contrast, inverted=True).table()
    assert [255 - value for value in plain] == list(inverted)


@given(tones)
def test_a_tone_comes_back_from_its_state(tone: Tone) -> None:
    assert tone_of(tone.as_state()) == tone


def test_less_brightness_and_more_contrast_make_faded_ink_black_on_white() -> None:
    faded = image("#e8e8e8", "#c0c0c0", "#e8e8e8")
    strong = toned(faded, Tone(-60, 80))
    paper, ink = strong.pixelColor(0, 0).lightness(), strong.pixelColor(1, 0).lightness()
    assert paper - ink > 3 * (0xE8 - 0xC0)


def test_the_tone_for_a_faded_page_makes_ink_dark_and_paper_light() -> None:
    page = QImage(100, 40, QImage.Format.Format_RGB32)
    page.fill(QColor("#d8d8d8"))
    for x in range(0, 100, 9):
        for y in range(10):
            page.setPixelColor(x, y, QColor("#b4b4b4"))
    shown = toned(page, reading_tone(page))
    assert shown.pixelColor(0, 0).lightness() < 50
    assert shown.pixelColor(5, 20).lightness() > 225


@pytest.mark.parametrize("color", ["#000000", "#808080", "#ffffff"])
def test_a_page_without_ink_is_left_as_it_is(color: str) -> None:
    page = QImage(30, 30, QImage.Format.Format_RGB32)
    page.fill(QColor(color))
    assert reading_tone(page) == PLAIN


def test_a_page_of_black_on_white_is_hardly_changed() -> None:
    tone = reading_tone(image("#000000", "#ffffff", "#ffffff", "#ffffff", "#ffffff"))
    assert abs(tone.brightness) < 10
    assert tone.contrast == 0


def test_pixels_stay_opaque_and_where_they_were() -> None:
    turned_dark = toned(image("#ff0000", "#ffffff", "#00ff00"), Tone(inverted=True))
    colors = [turned_dark.pixelColor(x, 1).name() for x in range(3)]
    assert colors == ["#00ffff", "#000000", "#ff00ff"]
    assert turned_dark.pixel(1, 0) >> 24 == 0xFF


def test_the_sliders_change_the_page_at_once_and_the_way_back_is_one_press(
    qtbot: QtBot, reader: Reader, view: PageView
) -> None:
    assert reader.pages.open_tone()
    popup = reader.findChild(TonePopup)
    assert isinstance(popup, TonePopup)
    assert popup.isVisible()
    QTest.keyClick(popup.brightness, Qt.Key.Key_Left)
    QTest.keyClick(popup.contrast, Qt.Key.Key_PageUp)
    popup.inverted.click()
    assert view.tone() == Tone(-5, 20, inverted=True)
    dark = view.viewport().grab().toImage()
    corner = view.stack().area(0).topLeft() - view.in_sight().topLeft()
    place = (corner.toPoint()) + QPoint(20, 20)
    assert dark.pixelColor(place).lightness() < 40
    popup.automatic.click()
    assert view.tone().inverted
    assert popup.tone() == view.tone()
    popup.reset.click()
    assert view.tone() == PLAIN
    assert view.viewport().grab().toImage().pixelColor(place).lightness() > 245


def test_turn_and_tone_are_part_of_where_a_reader_stood(reader: Reader, view: PageView) -> None:
    assert reader.pages.turn(90)
    view.set_tone(Tone(10, 20))
    state = reader.view_state()
    reader.pages.turn(-90)
    view.set_tone(PLAIN)
    reader.restore_view_state(state)
    assert (view.rotation(), view.tone()) == (90, Tone(10, 20))


def test_turned_pages_lie_on_their_side(reader: Reader, view: PageView) -> None:
    upright = view.stack().area(0)
    view.go_to_page(PAGES - 2)
    reader.pages.turn(90)
    assert view.page_index() == PAGES - 2
    lying = view.stack().area(0)
    assert (upright.width() < upright.height()) == (lying.width() > lying.height())
