"""Opening and closing archives: one holder at a time, recents, what is remembered, faults."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCommandLinkButton, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.conftest import TEXT, range_of
from tests.ui.hand import Hand

from archivist.archive.archive import create, open_archive
from archivist.sample import build_sample
from archivist.ui.main_window import MainWindow
from archivist.ui.settings import Settings


def test_the_first_page_offers_the_sample_a_new_archive_and_an_old_one(hand: Hand) -> None:
    choices = hand.window.start_page.findChildren(QCommandLinkButton)
    assert [choice.text() for choice in choices] == [
        "Open the sample collection",
        "Start a new archive",
        "Open an archive",
    ]
    assert hand.window.focusWidget() is choices[0]


def test_the_sample_collection_opens_with_work_in_it(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: hand.window.hub.is_open)
    assert "4 documents" in hand.window.status.text
    assert "0 excerpts" not in hand.window.status.text


def test_a_locked_archive_names_its_holder_and_can_be_read(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "held.archivist"
    with create(path, user="Ada") as holder:
        hand.window.archives.open(path)
        assert not hand.window.hub.is_open
        assert holder.store.user in hand.window.messages.text
        hand.press(Qt.Key.Key_Space, on=hand.window.messages.button)
        assert hand.window.hub.is_open
        assert "read-only" in hand.window.windowTitle()
        assert "Read-only" in hand.window.status.text
        assert not hand.window.actions_["new_event"].isEnabled()
        hand.window.archives.close()


def test_a_file_that_is_no_archive_leaves_the_open_one_alone(mill: Hand, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.archivist"
    stranger.write_bytes(b"not an archive at all")
    mill.window.archives.open(stranger)
    assert "stranger.archivist" in mill.window.messages.text
    assert mill.window.hub.archive.name == "mill"


def test_closing_gives_the_archive_back_to_others(mill: Hand, tmp_path: Path) -> None:
    mill.window.archives.close()
    assert not mill.window.hub.is_open
    with open_archive(tmp_path / "mill.archivist") as opened:
        assert not opened.read_only
    recent = mill.window.start_page.findChildren(QPushButton, "recentArchive")
    assert [button.text().split()[0] for button in recent] == ["mill"]


def test_tabs_and_places_are_there_again_after_a_restart(
    qtbot: QtBot, mill: Hand, tmp_path: Path
) -> None:
    other = tmp_path / "long.txt"
    other.write_text("\n\n".join(f"Paragraph {number}. {TEXT}" for number in range(60)))
    mill.import_paths(other)
    mill.reader.show_range(9000, 9010)
    mill.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier, on=mill.reader.text_view)
    before = mill.window.bench.documents.view()
    mill.window.close()
    again = Hand(qtbot)
    again.window.archives.open(tmp_path / "mill.archivist")
    again.settle()
    after = again.window.bench.documents.view()
    assert [tab["document"] for tab in after["tabs"]] == [1, 2]
    assert after["current"] == before["current"] == 1
    assert after["tabs"][1]["view"]["zoom"] == pytest.approx(before["tabs"][1]["view"]["zoom"])
    assert abs(after["tabs"][1]["view"]["place"] - before["tabs"][1]["view"]["place"]) < 200
    again.close()


def test_hidden_panes_stay_hidden_after_a_restart(qtbot: QtBot, mill: Hand) -> None:
    mill.window.actions_["show_inspector"].trigger()
    assert not mill.window.bench.inspector.isVisible()
    path = mill.window.hub.archive.path
    mill.window.close()
    again = Hand(qtbot)
    again.window.archives.open(path)
    again.settle()
    assert not again.window.bench.inspector.isVisible()
    assert not again.window.actions_["show_inspector"].isChecked()
    again.close()


def test_a_broken_settings_file_loses_the_view_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[archives]\nrecent=not json\n[window]\ntheme=neon\nhidden=7\n")
    settings = Settings(file)
    assert settings.recent == []
    assert settings.theme == "system"
    assert settings.hidden_panes == []
    assert settings.view(tmp_path / "x.archivist") == {}


def test_undo_reaches_back_beyond_the_start(qtbot: QtBot, mill: Hand) -> None:
    mill.select(*range_of("the river rose"))
    mill.press(Qt.Key.Key_H)
    path = mill.window.hub.archive.path
    mill.window.close()
    again = Hand(qtbot)
    again.window.archives.open(path)
    again.settle()
    assert "1 excerpt" in again.window.status.text
    again.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    again.wait(lambda: "0 excerpts" in again.window.status.text)
    again.close()


def test_the_timeline_is_where_it_was_after_a_restart(
    qtbot: QtBot, hand: Hand, tmp_path: Path
) -> None:
    path = build_sample(tmp_path / "sample.archivist")
    hand.window.archives.open(path)
    hand.settle()
    timeline = hand.window.bench.timeline
    timeline.axis.zoom(4.0)
    hand.settle()
    before = timeline.axis.visible_days()
    hand.window.close()
    again = Hand(qtbot)
    again.window.archives.open(path)
    again.settle()
    assert again.window.bench.timeline.axis.visible_days() == pytest.approx(before, abs=40)
    again.close()


def test_an_archive_named_at_the_start_opens_once_the_window_is_there(
    hand: Hand, tmp_path: Path
) -> None:
    create(tmp_path / "named.archivist").close()
    hand.window.open_soon(tmp_path / "named.archivist")
    assert not hand.window.hub.is_open
    assert "named" in hand.texts_of(hand.window)
    hand.wait(lambda: hand.window.hub.is_open)


def test_a_name_that_leads_nowhere_brings_back_the_first_page(hand: Hand, tmp_path: Path) -> None:
    hand.window.open_soon(tmp_path / "nowhere.archivist")
    hand.wait(lambda: "nowhere.archivist" in hand.window.messages.text)
    assert hand.window.start_page.isVisible()


def test_a_first_window_fits_on_the_screen_with_its_frame(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.height() <= room.height() - 40
    assert window.width() < room.width()


def test_an_archive_that_is_there_is_opened_where_a_new_one_was_asked_for(
    mill: Hand, tmp_path: Path
) -> None:
    mill.window.archives.close()
    mill.window.archives.start(tmp_path / "mill")
    mill.settle()
    assert "1 document," in mill.window.status.text
    assert "was there already" in mill.window.status.message


def test_enter_takes_a_choice_of_the_first_page(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "R&D.archivist"
    create(path).close()
    hand.window.start_page.set_recent([path])
    hand.settle()
    (button,) = hand.window.start_page.findChildren(QPushButton, "recentArchive")
    assert "R&&D" in button.text()
    hand.window.start_page.setFocus()
    assert button.hasFocus()
    hand.press(Qt.Key.Key_Return)
    assert hand.window.hub.archive.name == "R&D"


def test_an_archive_opened_for_the_first_time_shows_a_document(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: hand.window.hub.is_open)
    assert hand.reader.isVisible()


def test_the_document_in_front_is_not_taken_for_one_of_the_next_archive(
    mill: Hand, tmp_path: Path
) -> None:
    told: list[int] = []
    mill.window.hub.document_chosen.connect(told.append)
    mill.window.archives.start(tmp_path / "next.archivist")
    mill.settle()
    assert told == [0]
    assert mill.window.hub.document_id is None


def test_an_archive_deleted_while_it_is_open_takes_no_step_and_can_be_rescued(
    mill: Hand, tmp_path: Path
) -> None:
    (tmp_path / "mill.archivist").unlink()
    mill.select(*range_of("the river rose over the lower yard"))
    mill.press(Qt.Key.Key_H)
    assert "no longer in" in mill.window.messages.text
    assert "0 excerpts" in mill.window.status.text
    mill.window.bench.tools.back_up_to(tmp_path / "rescued.archivist")
    mill.window.archives.open(tmp_path / "rescued.archivist")
    mill.settle()
    assert "1 document," in mill.window.status.text
