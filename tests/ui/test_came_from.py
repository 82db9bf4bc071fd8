"""Where a document came from, as the window tells it: above the text and in its form."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.hand import Hand

from archivist.ui.dialogs.document import DocumentDialog

LETTER = (
    b"Subject: Two lists\nContent-Type: multipart/mixed; boundary=b\n\n"
    b"--b\n\nSee below.\n"
    b'--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="list.txt"\n\n'
    b"Ana, 1880.\n--b--\n"
)


def test_what_came_inside_a_message_says_so_wherever_it_is_shown(
    hand: Hand, tmp_path: Path
) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(LETTER)
    hand.window.archives.start(tmp_path / "box.archivist")
    hand.import_paths(path)
    hand.open_row("document", "list")
    label = hand.reader.findChild(QLabel, "provenanceLine")
    assert label is not None
    assert "came inside “Two lists”" in label.text()
    assert f"{path} › list.txt" in label.toolTip()
    hand.press(Qt.Key.Key_F4, on=hand.window.bench.library.view)
    dialog = hand.window.findChild(DocumentDialog)
    assert isinstance(dialog, DocumentDialog)
    assert f"{path} › list.txt" in hand.texts_of(dialog)
    assert "Two lists" in hand.texts_of(dialog)
    dialog.reject()


def test_the_file_s_own_times_are_told(mill: Hand, tmp_path: Path) -> None:
    label = mill.reader.findChild(QLabel, "provenanceLine")
    assert label is not None
    assert str(tmp_path / "mill.txt") in label.toolTip()
    assert "File changed:" in label.toolTip()
