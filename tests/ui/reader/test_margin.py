"""What stands in a margin is never cut at its beginning, however narrow the margin is."""

from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from archivist.ui.reader.margin_painter import page_words


def test_a_page_label_says_less_where_there_is_less_room(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance("p. 12")
    assert page_words("12", metrics, room) == "p. 12"
    assert page_words("12", metrics, room - 1) == "12"


def test_a_chapters_title_is_not_called_a_page(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    said = [page_words(label, metrics, 400) for label in ("xviii", "A-3", "First", "Sheet 1")]
    assert said == ["p. xviii", "p. A-3", "First", "Sheet 1"]


def test_a_long_label_is_shortened_at_its_end(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    words = page_words("2023-09-25 · The road to the post", metrics, 120)
    assert words.startswith("2023-09")
    assert words.endswith("…")
    assert metrics.horizontalAdvance(words) <= 120
    assert page_words("The road to the post", metrics, metrics.horizontalAdvance("Th…")) == ""
