"""Documents are looked through quietly, after import and when the finder or a text is another."""

from pathlib import Path

from PySide6.QtCore import Qt
from tests.ui.hand import Hand

from archivist.finding.version import FINDER_VERSION

TEXT = "Ada Lind said that approximately 500 people had left. On 5 May 1931 Ada Lind left, too."
LONGER = f"Nothing new.\n\n{TEXT}"


def start(hand: Hand, folder: Path, *texts: str) -> None:
    hand.window.archives.start(folder / "quiet.archivist")
    for number, text in enumerate(texts, 1):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    hand.import_paths(*(folder / f"{number}.txt" for number in range(1, len(texts) + 1)))


def wait_for_finder(hand: Hand) -> None:
    archive = hand.window.hub.archive
    hand.wait(lambda: archive.suggestions.stale(FINDER_VERSION) == [])
    hand.wait(lambda: not hand.window.bench.suggesting.is_busy)


def test_finding_takes_no_turn_of_what_a_person_asks_for(hand: Hand, tmp_path: Path) -> None:
    start(hand, tmp_path, TEXT)
    assert hand.window.jobs.tasks == ()
    assert hand.window.status.task_text == ""
    wait_for_finder(hand)
    assert sum(hand.window.hub.archive.suggestions.counts().values()) > 0


def test_every_document_of_a_batch_is_looked_through(hand: Hand, tmp_path: Path) -> None:
    start(hand, tmp_path, TEXT, LONGER, "Nothing at all is here.")
    wait_for_finder(hand)
    open_now = hand.window.hub.archive.suggestions.open()
    assert {each.document_id for each in open_now} == {1, 2}


def test_a_document_of_an_older_finder_is_looked_through_when_its_archive_is_opened(
    hand: Hand, tmp_path: Path
) -> None:
    start(hand, tmp_path, TEXT)
    wait_for_finder(hand)
    archive = hand.window.hub.archive
    archive.suggestions.keep(1, [], FINDER_VERSION - 1)
    path = archive.path
    hand.window.archives.close()
    hand.window.archives.open(path)
    wait_for_finder(hand)
    assert hand.window.hub.archive.suggestions.open() != []


def test_what_comes_back_by_undo_is_looked_through_again(hand: Hand, tmp_path: Path) -> None:
    start(hand, tmp_path, TEXT)
    wait_for_finder(hand)
    hand.window.hub.archive.documents.delete(1)
    hand.settle()
    assert hand.window.review_button.text() == "Review"
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_finder(hand)
    assert hand.window.review_button.text() != "Review"


def test_a_stopped_search_goes_on_when_it_is_asked_for(hand: Hand, tmp_path: Path) -> None:
    hand.window.archives.start(tmp_path / "quiet.archivist")
    hand.window.bench.suggesting.stop()
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    hand.import_paths(tmp_path / "1.txt")
    hand.wait(lambda: not hand.window.bench.suggesting.is_busy)
    assert hand.window.hub.archive.suggestions.stale(FINDER_VERSION) == [1]
    hand.press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    told = "Not looked through to the end: 1 document."
    assert hand.window.bench.workspace.review.hint.startswith(told)
    hand.window.actions_["look_again"].trigger()
    wait_for_finder(hand)


def test_an_archive_that_is_closed_meanwhile_is_left_alone(hand: Hand, tmp_path: Path) -> None:
    start(hand, tmp_path, TEXT)
    hand.window.bench.suggesting.look_again()
    hand.window.archives.close()
    hand.wait(lambda: not hand.window.bench.suggesting.is_busy)
    assert hand.window.review_button.text() == "Review"
    assert not hand.window.review_button.isEnabled()
