"""Text of scans in the window: offered, recognized in a job, selected, highlighted, taken back."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.readers import pictures
from tests.tesseract import needs_tesseract
from tests.ui.reader.views import drag, point_at

from archivist.archive.archive import create
from archivist.archive.integrity import check
from archivist.importer import import_paths
from archivist.readers import tesseract
from archivist.ui.dialogs.recognition import InstallDialog, RecognitionDialog, RecognitionWish
from archivist.ui.main_window import MainWindow
from archivist.ui.reader import Reader
from archivist.ui.reader.page_view import PageView

SCAN = 1


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    scan, text = tmp_path / "card.tif", tmp_path / "notes.txt"
    scan.write_bytes(
        pictures.tiff([pictures.slip(), pictures.slip(["Second sheet."])], dpi=(100, 100))
    )
    text.write_text("Words alone.", "utf-8")
    path = tmp_path / "a.archivist"
    with create(path, user="Ani") as archive:
        for result in import_paths(archive, [scan, text]):
            assert result.document_id is not None
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.archives.open(path)
    made.bench.documents.open(SCAN)
    yield made
    made.close()


def reader_of(window: MainWindow) -> Reader:
    reader = window.bench.documents.reader
    assert reader is not None
    return reader


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def asked(window: MainWindow) -> RecognitionDialog:
    window.actions_["recognize_text"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecognitionDialog)
    return dialog


def drawn_pages(qtbot: QtBot, window: MainWindow) -> PageView:
    """Gives the pages once both are drawn; then they stay as they look."""
    view = reader_of(window).page_view
    assert view is not None
    for page in (1, 2):
        qtbot.waitUntil(partial(_is_drawn, view, page), timeout=20_000)
    return view


def _is_drawn(view: PageView, page: int) -> bool:
    return view._service.image(page) is not None


def recognized(qtbot: QtBot, window: MainWindow, pages: tuple[int, ...] = (1, 2)) -> None:
    with qtbot.waitSignal(window.hub.tables_changed, timeout=60_000):
        window.bench.recognizing.recognize(SCAN, RecognitionWish(("eng",), pages))


def test_a_scan_says_that_its_pages_are_pictures_and_a_text_does_not(window: MainWindow) -> None:
    assert reader_of(window).notice.words.startswith("The pages are pictures")
    window.bench.documents.open(2)
    assert reader_of(window).notice.words == ""


@needs_tesseract
def test_the_notice_leads_to_the_form_and_the_form_to_the_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    reader_of(window).notice.button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecognitionDialog)
    assert dialog.value() == RecognitionWish(("eng",), (1, 2))
    with qtbot.waitSignal(window.hub.tables_changed, timeout=60_000):
        dialog.accept()
    assert "harbour" in window.hub.archive.documents.text(SCAN)
    assert window.messages.text.startswith("Recognized 2 page")
    assert reader_of(window).notice.words == ""
    assert window.hub.archive.history.undoable == "Recognize text"


@needs_tesseract
def test_recognized_words_are_selected_on_the_page_and_highlighted(
    qtbot: QtBot, window: MainWindow
) -> None:
    recognized(qtbot, window)
    reader = reader_of(window)
    view = drawn_pages(qtbot, window)
    text = window.hub.archive.documents.text(SCAN)
    start = text.index("northern gate")
    end = start + len("northern gate")
    view.show_range(start, end)
    drag(view, [point_at(view, start), point_at(view, end - 1, after=True)])
    assert reader.selection() == (start, end)
    window.actions_["highlight"].trigger()
    (excerpt,) = window.hub.archive.excerpts.in_document(SCAN)
    assert excerpt.anchor.quote == "northern gate"
    assert excerpt.anchor.page == 1
    (box,) = excerpt.anchor.rectangles
    assert 72 < box.left < box.right < 595
    assert 100 < box.top < box.bottom < 135
    assert check(window.hub.archive) == []


@needs_tesseract
def test_undo_makes_the_page_a_picture_again(qtbot: QtBot, window: MainWindow) -> None:
    recognized(qtbot, window)
    with qtbot.waitSignal(window.hub.tables_changed):
        window.actions_["undo"].trigger()
    assert reader_of(window).notice.words.startswith("The pages are pictures")


@needs_tesseract
def test_words_are_found_in_the_document_and_in_the_archive(
    qtbot: QtBot, window: MainWindow
) -> None:
    recognized(qtbot, window)
    assert [hit.document_id for hit in window.hub.archive.search.find("relief train")] == [SCAN]
    reader = reader_of(window)
    reader.find_words()
    QTest.keyClicks(focused(), "relief train")
    reader.find_next()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    selected = reader.selection()
    assert selected is not None
    assert window.hub.archive.documents.text(SCAN)[slice(*selected)] == "relief train"


@needs_tesseract
def test_doubtful_words_are_marked_while_that_is_wished(qtbot: QtBot, window: MainWindow) -> None:
    recognized(qtbot, window)
    archive = window.hub.archive
    with archive.step("Doubt"):
        archive.store.write("UPDATE recognized_page SET words = replace(words, ',9', ',1')")
    view = drawn_pages(qtbot, window)
    before = view.grab().toImage()
    action = window.actions_["show_doubtful"]
    action.trigger()
    assert action.isChecked()
    assert view.grab().toImage() != before
    window.bench.recognizing.toggle_doubtful()
    assert not action.isChecked()
    assert view.grab().toImage() == before


@needs_tesseract
def test_one_page_is_recognized_in_a_language_that_is_ticked(window: MainWindow) -> None:
    dialog = asked(window)
    dialog.this_page.click()
    assert dialog.value().pages == (1,)
    dialog.languages.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.ok.isEnabled()
    assert dialog.sentence == "Tick the language of the words."
    dialog.reject()


def test_without_tesseract_one_reads_how_to_install_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tesseract, "_PLACES", ())
    window.actions_["recognize_text"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, InstallDialog)
    dialog.reject()


def test_in_a_text_there_is_nothing_to_recognize(qtbot: QtBot, window: MainWindow) -> None:
    window.bench.documents.open(2)
    with qtbot.waitSignal(window.hub.message_shown) as told:
        window.actions_["recognize_text"].trigger()
    assert told.args is not None
    assert "nothing to recognize" in told.args[0]


@needs_tesseract
def test_a_failure_is_told_and_nothing_is_changed(qtbot: QtBot, window: MainWindow) -> None:
    window.bench.recognizing.recognize(SCAN, RecognitionWish(("qqq",), (1,)))
    qtbot.waitUntil(lambda: "qqq" in window.messages.text, timeout=30_000)
    assert window.hub.archive.documents.text(SCAN) == "\n"
