"""A new version in the window: read in a job, told in a dialog, decided by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.ui.conftest import TEXT, range_of
from tests.ui.hand import Hand

from archivist.archive.integrity import check
from archivist.domain.vocabulary import AnchorState
from archivist.ui.dialogs.replacement import ReplacementDialog

KEPT, MENDED, GONE = (
    "the river rose over the lower yard",
    "nobody had been told to leave",
    "A clerk counted 14 families in the school hall.",
)
_CHANGED = TEXT[: TEXT.index("By 5 March")] + "All is over.\n"
NEW = "A second edition.\n\n" + _CHANGED.replace(MENDED, "no one had been told to leave")
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def replaced(mill: Hand, tmp_path: Path) -> Hand:
    for words in (KEPT, MENDED, GONE):
        mill.select(*range_of(words))
        mill.press(Qt.Key.Key_H)
    path = tmp_path / "mill-2.txt"
    path.write_text(NEW, encoding="utf-8")
    mill.window.bench.replacing.replace(1, path)
    mill.wait_for_jobs()
    return mill


def dialog_of(hand: Hand) -> ReplacementDialog:
    return hand.window.findChildren(ReplacementDialog)[-1]


def states(hand: Hand) -> list[AnchorState]:
    return [each.anchor_state for each in hand.window.hub.archive.excerpts.all()]


def test_the_dialog_tells_each_fate_and_keys_accept_a_proposal(replaced: Hand) -> None:
    dialog = dialog_of(replaced)
    told = replaced.texts_of(dialog)
    assert "1 excerpt moved along" in told
    assert "For 1 excerpt a place is proposed" in told
    assert "Nothing reads like 1 excerpt" in told
    assert dialog.old.toPlainText() == MENDED
    assert dialog.new.toPlainText() == "no one had been told to leave"
    replaced.press(Qt.Key.Key_C, ALT, on=dialog)
    replaced.wait(lambda: dialog.proposals.count() == 0)
    replaced.press(Qt.Key.Key_Escape, on=dialog)
    archive = replaced.window.hub.archive
    assert sorted(states(replaced)) == ["moved", "moved", "orphaned"]
    assert "no one had been told to leave" in {e.anchor.quote for e in archive.excerpts.all()}
    assert replaced.reader.text_view is not None
    assert check(archive) == []


def test_what_is_left_stays_orphaned_and_undo_shows_the_old_text(replaced: Hand) -> None:
    dialog = dialog_of(replaced)
    replaced.press(Qt.Key.Key_L, ALT, on=dialog)
    replaced.wait(lambda: dialog.proposals.count() == 0)
    replaced.press(Qt.Key.Key_Escape, on=dialog)
    documents = replaced.window.bench.documents
    assert sorted(states(replaced)) == ["moved", "orphaned", "orphaned"]
    assert documents.tab is not None
    assert documents.tab.model is not None
    assert documents.tab.model.text == NEW
    replaced.press(Qt.Key.Key_Z, CONTROL, on=replaced.window)
    assert documents.tab.model is not None
    assert documents.tab.model.text == TEXT
    assert states(replaced) == [AnchorState.ANCHORED] * 3


def test_an_orphaned_excerpt_is_anchored_at_the_selected_words(replaced: Hand) -> None:
    replaced.press(Qt.Key.Key_Escape, on=dialog_of(replaced))
    hub = replaced.window.hub
    [lost] = [e for e in hub.archive.excerpts.all() if e.anchor.quote == GONE]
    hub.choose_excerpt(lost.id)
    replaced.settle()
    assert replaced.window.bench.inspector.anchor_button.isVisible()
    start = NEW.index("over.\n")
    replaced.select(start, start + 5)
    hub.choose_excerpt(lost.id)
    replaced.press(Qt.Key.Key_A, on=replaced.reader.text_view)
    now = hub.archive.excerpts.get(lost.id)
    assert (now.anchor.quote, now.anchor_state) == ("over.", AnchorState.MOVED)
    assert not replaced.window.bench.inspector.anchor_button.isVisible()
    replaced.press(Qt.Key.Key_Z, CONTROL, on=replaced.window)
    assert hub.archive.excerpts.get(lost.id).anchor.quote == GONE


def test_the_same_file_is_said_to_bring_nothing_new(mill: Hand, tmp_path: Path) -> None:
    mill.window.bench.replacing.replace(1, tmp_path / "mill.txt")
    mill.wait_for_jobs()
    assert "Nothing is new in “mill.txt”" in mill.window.messages.text
