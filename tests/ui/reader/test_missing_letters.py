"""A reader is told where boxes stand for letters."""

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from archivist.ui.reader import Reader
from archivist.ui.reader.missing_letters import scripts_without_font
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.typography import Typography


def test_letters_of_the_reading_font_are_not_missed(qtbot: QtBot) -> None:
    assert scripts_without_font("Plain words, Zürich, 1931.", Typography().font) == []


def test_scripts_without_a_font_are_named_once(qtbot: QtBot) -> None:
    bare = QFont()
    bare.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)  # as if no other font were there
    bare.setFamily(QFontInfo(Typography().font).family())
    found = scripts_without_font("Words 한국어 and 한국 again", bare)
    assert found == ["Hangul"]
    assert scripts_without_font("人々 and カナ", bare) == ["Han", "Katakana"]


def test_the_line_above_a_text_is_silent_where_none_are_missing(qtbot: QtBot) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.set_document(ReaderModel(1, "", "Plain words."))
    (label,) = reader.findChildren(QLabel, "readerWarning")
    assert label.isHidden()
