"""Importing in the window: files, folders, drops, what fails, what is there already, Cancel."""

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit
from tests.ui.hand import Hand

from archivist.archive.archive import create, open_archive
from archivist.archive.integrity import check
from archivist.importer import Imported
from archivist.paths import resource
from archivist.ui.dialogs.password import PasswordDialog
from archivist.ui.import_report import ImportReport
from archivist.ui.reader import PageService


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sources"
    (made / "deeper").mkdir(parents=True)
    (made / "one.txt").write_text("The first one.", encoding="utf-8")
    (made / "deeper" / "two.md").write_text("# Two\n\nThe second one.", encoding="utf-8")
    (made / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing that could be read")
    return made


def test_an_empty_archive_says_what_to_do_next(empty: Hand) -> None:
    assert "Ctrl+I" in empty.window.bench.documents.hint


def test_a_dropped_folder_is_imported_and_the_broken_file_is_told(
    empty: Hand, folder: Path
) -> None:
    outcomes: list[list[Imported]] = []
    empty.window.bench.importing.finished.connect(outcomes.append)
    empty.drop_files(folder)
    empty.wait(lambda: bool(outcomes))
    by_name = {outcome.path.name: outcome for outcome in outcomes[0]}
    assert {name: item.status for name, item in by_name.items()} == {
        "one.txt": "imported",
        "two.md": "imported",
        "broken.pdf": "failed",
    }
    assert "broken.pdf" in by_name["broken.pdf"].reason
    assert "Imported 2 documents" in empty.window.messages.text
    assert "2 documents" in empty.window.status.text


def test_what_is_there_already_is_not_stored_twice(empty: Hand, folder: Path) -> None:
    empty.import_paths(folder / "one.txt")
    shutil.copy(folder / "one.txt", folder / "copy.txt")
    empty.import_paths(folder / "copy.txt")
    assert "already" in empty.window.messages.text
    assert "1 document," in empty.window.status.text


def test_what_failed_and_what_was_there_already_are_told_apart(empty: Hand, folder: Path) -> None:
    empty.import_paths(folder / "one.txt")
    (folder / "broken too.pdf").write_bytes(b"%PDF-1.7\nanother")
    empty.import_paths(folder)
    assert empty.window.messages.text == (
        "Imported 1 document. 1 file in the archive already. 2 files failed."
    )
    empty.press(Qt.Key.Key_Space, on=empty.window.messages.button)
    report = empty.window.findChild(ImportReport)
    assert isinstance(report, ImportReport)
    assert "2 of 4 files failed; the others are in the archive." in empty.texts_of(report)


def test_a_reason_that_names_its_file_is_not_led_by_the_name(empty: Hand, folder: Path) -> None:
    empty.import_paths(folder / "broken.pdf")
    assert empty.window.messages.text.count("broken.pdf") == 1


def test_several_that_failed_are_listed_with_their_reasons(empty: Hand, folder: Path) -> None:
    shutil.copy(folder / "broken.pdf", folder / "broken too.pdf")
    (folder / "broken too.pdf").write_bytes(b"%PDF-1.7\nanother")
    empty.import_paths(folder)
    empty.press(Qt.Key.Key_Space, on=empty.window.messages.button)
    (report,) = empty.window.findChildren(ImportReport)
    assert sorted(name for name, _status, _reason in report.cells()) == [
        "broken too.pdf",
        "broken.pdf",
    ]
    report.close()


def test_a_password_is_asked_for_and_asked_for_again(empty: Hand, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(resource("sample", "counting-the-dead.pdf")))
    writer.encrypt("open sesame", algorithm="AES-256")
    locked = tmp_path / "locked.pdf"
    writer.write(locked)
    empty.window.bench.importing.import_paths([locked])
    for attempt, password in enumerate(("wrong", "open sesame")):
        empty.wait(lambda: bool(empty.window.findChildren(PasswordDialog)))
        dialog = empty.window.findChildren(PasswordDialog)[-1]
        assert ("does not open" in empty.texts_of(dialog)) == bool(attempt)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(password)
        empty.press(Qt.Key.Key_Return, on=field)
        empty.wait_for_jobs()
    empty.wait(lambda: "1 document," in empty.window.status.text)
    (pages,) = empty.window.findChildren(PageService)
    empty.wait(lambda: pages.image(1) is not None)


def test_cancel_keeps_what_was_imported_and_leaves_out_the_rest(
    empty: Hand, tmp_path: Path
) -> None:
    files = []
    for number in range(30):
        file = tmp_path / f"text {number:02}.txt"
        file.write_text(f"Text number {number}.", encoding="utf-8")
        files.append(file)
    window = empty.window

    def cancel_at_the_third() -> None:
        if "3 of 30" in window.status.task_text:
            window.status.cancel()

    # In the very turn in which the bar says so: a text can be read between two looks from outside.
    window.jobs.changed.connect(cancel_at_the_third)
    window.bench.importing.import_paths(files)
    empty.wait_for_jobs()
    kept = len(empty.window.hub.archive.documents.counts())
    assert 2 <= kept < 30
    assert f"Imported {kept} documents. Cancelled: {30 - kept} files" in empty.window.messages.text


def test_nothing_is_imported_into_an_archive_opened_to_be_read(
    hand: Hand, folder: Path, tmp_path: Path
) -> None:
    create(tmp_path / "read.archivist").close()
    hand.window.archives.open(tmp_path / "read.archivist", read_only=True)
    hand.import_paths(folder / "one.txt")
    assert "0 documents" in hand.window.status.text
    assert not hand.window.actions_["import_files"].isEnabled()


def test_closing_in_the_middle_of_an_import_keeps_what_is_finished(
    empty: Hand, tmp_path: Path
) -> None:
    files = []
    for number in range(20):
        file = tmp_path / f"text {number:02}.txt"
        file.write_text(f"Text number {number}.", encoding="utf-8")
        files.append(file)
    path = empty.window.hub.archive.path
    window = empty.window

    def close_at_the_fourth() -> None:
        if "4 of 20" in window.status.task_text:
            window.jobs.changed.disconnect(close_at_the_fourth)
            QTimer.singleShot(0, window.close)

    window.jobs.changed.connect(close_at_the_fourth)
    window.bench.importing.import_paths(files)
    empty.wait(lambda: not window.isVisible())
    with open_archive(path) as opened:
        assert 3 <= len(opened.documents.all()) < 20
        assert check(opened) == []


def encrypted(file: Path, password: str, title: str) -> Path:
    writer = PdfWriter(clone_from=PdfReader(resource("sample", "counting-the-dead.pdf")))
    writer.add_metadata({"/Title": title})
    writer.encrypt(password, algorithm="AES-256")
    writer.write(file)
    return file


def test_passwords_are_asked_for_when_all_others_are_in_and_one_may_open_several(
    empty: Hand, tmp_path: Path
) -> None:
    files = [
        encrypted(tmp_path / "a.pdf", "sesame", "First"),
        encrypted(tmp_path / "b.pdf", "sesame", "Second"),
        encrypted(tmp_path / "c.pdf", "other", "Third"),
        tmp_path / "last.txt",
    ]
    files[-1].write_text("The last one.", encoding="utf-8")
    outcomes: list[list[Imported]] = []
    empty.window.bench.importing.finished.connect(outcomes.append)
    empty.window.bench.importing.import_paths(files)
    empty.wait(lambda: bool(empty.window.findChildren(PasswordDialog)))
    assert "1 document," in empty.window.status.text
    field = empty.window.findChildren(PasswordDialog)[-1].findChild(QLineEdit)
    assert field is not None
    field.setText("sesame")
    empty.press(Qt.Key.Key_Return, on=field)
    empty.wait(lambda: "3 documents" in empty.window.status.text)
    empty.wait(lambda: bool(empty.window.findChildren(PasswordDialog)))
    dialog = empty.window.findChildren(PasswordDialog)[-1]
    assert "c.pdf" in empty.texts_of(dialog)
    assert "does not open" not in empty.texts_of(dialog)
    empty.press(Qt.Key.Key_Escape, on=dialog)
    empty.wait(lambda: bool(outcomes))
    assert [item.path.name for item in outcomes[0] if item.status == "failed"] == ["c.pdf"]
    assert "password" in empty.window.messages.text


def test_all_files_that_need_a_password_are_left_out_at_once(empty: Hand, tmp_path: Path) -> None:
    files = [encrypted(tmp_path / f"{name}.pdf", name, name) for name in ("a", "b", "c")]
    outcomes: list[list[Imported]] = []
    empty.window.bench.importing.finished.connect(outcomes.append)
    empty.window.bench.importing.import_paths(files)
    empty.wait(lambda: bool(empty.window.findChildren(PasswordDialog)))
    (dialog,) = empty.window.findChildren(PasswordDialog)
    (leave,) = [each for each in dialog.buttons.buttons() if each.text() == "Leave Out &All 3"]
    empty.press(Qt.Key.Key_Space, on=leave)
    empty.wait(lambda: bool(outcomes))
    assert [item.status for item in outcomes[0]] == ["failed"] * 3
    assert "3 files failed" in empty.window.messages.text


def test_enter_takes_the_button_of_a_message(empty: Hand, folder: Path) -> None:
    (folder / "broken too.pdf").write_bytes(b"%PDF-1.7\nanother")
    empty.import_paths(folder)
    empty.window.messages.button.setFocus()
    empty.press(Qt.Key.Key_Return)
    (report,) = empty.window.findChildren(ImportReport)
    report.close()


def test_a_full_disk_ends_the_batch_with_its_sentence(empty: Hand, tmp_path: Path) -> None:
    files = []
    for number in range(8):
        file = tmp_path / f"text {number:02}.txt"
        file.write_text(f"Text number {number}. " * 4000, encoding="utf-8")
        files.append(file)
    store = empty.window.hub.archive.store
    store.value(f"PRAGMA max_page_count={store.value('PRAGMA page_count') + 60}")
    empty.import_paths(*files)
    empty.wait(lambda: bool(empty.window.messages.text))
    kept = len(empty.window.hub.archive.documents.counts())
    assert kept < 7
    assert f"{7 - kept} files left out" in empty.window.messages.text
    assert "disk is full" in empty.window.messages.text


def test_an_empty_section_does_not_fold(empty: Hand, folder: Path) -> None:
    library = empty.window.bench.library
    library.view.setCurrentIndex(library.model.index(0, 0))
    empty.press(Qt.Key.Key_Return, on=library.view)
    empty.import_paths(folder / "one.txt")
    assert library.view.isExpanded(library.model.index(0, 0))
