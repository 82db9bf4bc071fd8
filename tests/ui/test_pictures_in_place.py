"""Pictures inside a text: drawn at their place from pixels that a child decoded."""

import base64
import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from tests.readers.images import picture
from tests.ui.hand import LEFT, NO_KEY, Hand

from archivist.ui.reader.figures import Figures
from archivist.ui.reader.picture_dialog import PictureDialog
from archivist.ui.reader.structure import Structure

WORDS = "The yard in 1931"


def open_page(hand: Hand, folder: Path, *contents: bytes) -> None:
    shown = "".join(
        f'<p>Paragraph {number}.<p><img alt="{WORDS} {number}" src="data:image/png;base64,'
        f'{base64.b64encode(content).decode()}">'
        for number, content in enumerate(contents)
    )
    source = folder / "page.html"
    source.write_text(f"<title>Page</title>{shown}<p>The end.", encoding="utf-8")
    hand.window.archives.start(folder / "page.archivist")
    hand.import_paths(source)


def figure_area(hand: Hand, number: int) -> QRect:
    """Gives where the picture is on the viewport, frame included."""
    view = hand.reader.text_view
    start = view.text().index(f"{WORDS} {number}")
    return view.range_area(start, start + len(f"{WORDS} {number}"))


def color_in(hand: Hand, number: int) -> QColor:
    image: QImage = hand.reader.text_view.viewport().grab().toImage()
    area = figure_area(hand, number)
    return image.pixelColor(area.left() + 30, area.top() + 30)


def test_a_picture_is_drawn_above_its_words(hand: Hand, tmp_path: Path) -> None:
    open_page(hand, tmp_path, picture(200, 120, "red"), picture(100, 100, "blue"))
    hand.wait(lambda: color_in(hand, 0) == QColor("red") and color_in(hand, 1) == QColor("blue"))
    assert figure_area(hand, 0).bottom() < figure_area(hand, 1).top()


def test_a_picture_is_highlighted_by_its_words(hand: Hand, tmp_path: Path) -> None:
    open_page(hand, tmp_path, picture(200, 120, "red"))
    text = hand.reader.text_view.text()
    start = text.index(WORDS)
    hand.reader.select(start, start + len(f"{WORDS} 0"))
    hand.press(Qt.Key.Key_H, on=hand.reader.text_view)
    (excerpt,) = hand.window.hub.archive.excerpts.in_document(1)
    assert excerpt.anchor.quote == f"{WORDS} 0"


def test_a_double_click_or_enter_shows_a_picture_by_itself(hand: Hand, tmp_path: Path) -> None:
    content = picture(1600, 900, "red")
    open_page(hand, tmp_path, content)
    hand.wait(lambda: color_in(hand, 0) == QColor("red"))
    view = hand.reader.text_view
    QTest.mouseDClick(view.viewport(), LEFT, NO_KEY, figure_area(hand, 0).center())
    (dialog,) = hand.window.findChildren(PictureDialog)
    assert dialog.windowTitle() == f"{WORDS} 0"
    hand.wait(lambda: dialog.image is not None and dialog.image.width() == 1600)
    assert dialog.zoom() < 1.0  # all of it is in sight
    hand.press(Qt.Key.Key_1, on=dialog)
    assert dialog.zoom() == 1.0
    dialog.copying.click()
    assert QGuiApplication.clipboard().image().width() == 1600
    dialog.reject()
    hand.settle()
    hand.window.bench.tools.save_original_to(hashlib.sha256(content).hexdigest(), tmp_path / "p")
    hand.wait_for_jobs()
    assert (tmp_path / "p").read_bytes() == content
    start = view.text().index(WORDS)
    hand.reader.select(start, start)
    hand.press(Qt.Key.Key_Return, on=view)
    assert [each.isVisible() for each in hand.window.findChildren(PictureDialog)] == [True]
    hand.window.findChildren(PictureDialog)[0].reject()


def test_what_turns_out_to_be_damaged_is_said_to_be(hand: Hand, tmp_path: Path) -> None:
    damaged = picture(200, 120, "red")[:60]
    open_page(hand, tmp_path, damaged, picture(60, 60, "blue"))
    hand.wait(lambda: color_in(hand, 1) == QColor("blue"))
    assert color_in(hand, 0) != QColor("red")
    assert WORDS in hand.reader.text_view.text()


@pytest.mark.parametrize(
    ("size", "zoom", "drawn"),
    [
        ((200, 100), 1.0, (200, 100)),
        ((200, 100), 1.5, (300, 150)),
        ((1000, 500), 1.0, (400, 200)),
        ((100, 100_000), 1.0, (1, 640)),
    ],
)
def test_a_picture_has_its_own_size_within_the_column(
    size: tuple[int, int], zoom: float, drawn: tuple[int, int]
) -> None:
    from archivist.domain.model import Picture

    kept = Picture(4, 8, "image/png", *size, "")
    figures = Figures([kept], Structure("abc\nword\nend", ()))
    found = figures.size(1, 400.0, zoom)
    assert (round(found.width()), round(found.height())) == drawn
    assert figures.size(0, 400.0, zoom).isEmpty()
