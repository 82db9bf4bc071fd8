"""Pages of an encrypted file after a restart, when its password is no longer known."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas
from tests.ui.hand import Hand

from archivist.ui.dialogs.password import PasswordDialog
from archivist.ui.reader import PageService
from archivist.ui.reader.locked_pages import LockedPages

PASSWORD = "open sesame"
WORDS = "The ledger of the mill was kept under lock."

IMPORT = """
import sys
from pathlib import Path
from archivist.archive.archive import create
from archivist.importer import prepare, store

if __name__ == "__main__":
    with create(Path(sys.argv[1])) as archive:
        store(archive, prepare(Path(sys.argv[2]), password=sys.argv[3]))
"""


@pytest.fixture
def restarted(hand: Hand, tmp_path: Path) -> Hand:
    """A window on an archive whose one document was imported by another run of the program."""
    data = io.BytesIO()
    sheet = canvas.Canvas(data, encrypt=StandardEncryption(PASSWORD, strength=128))
    for number in range(3):
        sheet.drawString(72, 700, f"{WORDS} {number + 1}")
        sheet.showPage()
    sheet.save()
    file, archive, program = tmp_path / "l.pdf", tmp_path / "l.archivist", tmp_path / "l.py"
    file.write_bytes(data.getvalue())
    program.write_text(IMPORT, encoding="utf-8")
    subprocess.run([sys.executable, program, archive, file, PASSWORD], check=True)
    hand.window.archives.open(archive)
    hand.settle()
    hand.window.bench.documents.open(1)
    hand.settle()
    return hand


def service(hand: Hand) -> PageService:
    (found,) = hand.window.findChildren(PageService)
    return found


def locked(hand: Hand) -> LockedPages:
    (found,) = hand.window.findChildren(LockedPages)
    return found


def give(hand: Hand, password: str) -> None:
    """Presses the button by the keyboard, types a password and presses Enter."""
    hand.press(Qt.Key.Key_Space, on=locked(hand).button)
    hand.wait(lambda: any(each.isVisible() for each in hand.window.findChildren(PasswordDialog)))
    (dialog,) = (each for each in hand.window.findChildren(PasswordDialog) if each.isVisible())
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(password)
    hand.press(Qt.Key.Key_Return, on=field)


def test_the_right_password_draws_the_pages_and_a_wrong_one_is_said_to_be_wrong(
    restarted: Hand,
) -> None:
    restarted.wait(lambda: locked(restarted).isVisible())
    assert "encrypted" in locked(restarted).words
    give(restarted, "wrong")
    restarted.wait(lambda: "does not open" in locked(restarted).words)
    assert locked(restarted).isVisible()
    give(restarted, PASSWORD)
    restarted.wait(lambda: service(restarted).image(1) is not None)
    assert not locked(restarted).isVisible()
    restarted.wait(lambda: service(restarted).layout(1) is not None)


def test_the_text_is_there_without_the_password(restarted: Hand) -> None:
    restarted.wait(lambda: locked(restarted).isVisible())
    restarted.reader.switch_view()
    restarted.settle()
    assert not locked(restarted).isVisible()
    assert WORDS in restarted.reader.text_view.text()
    restarted.select(4, 10)
    restarted.press(Qt.Key.Key_H, on=restarted.reader.text_view)
    assert "1 excerpt" in restarted.window.status.text


def test_the_password_is_kept_until_the_window_is_closed(restarted: Hand) -> None:
    restarted.wait(lambda: locked(restarted).isVisible())
    give(restarted, PASSWORD)
    restarted.wait(lambda: service(restarted).image(1) is not None)
    restarted.window.bench.documents.close_current()
    QApplication.sendPostedEvents()
    restarted.settle()
    restarted.window.bench.documents.open(1)
    restarted.settle()
    newest = restarted.window.findChildren(PageService)[-1]
    restarted.wait(lambda: newest.image(1) is not None)


def test_the_keyboard_reaches_the_button(restarted: Hand) -> None:
    restarted.wait(lambda: locked(restarted).isVisible())
    restarted.window.bench.library.setFocus()
    restarted.reader.setFocus()
    restarted.settle()
    assert locked(restarted).button.hasFocus()
    assert "without" in locked(restarted).button.accessibleDescription()
