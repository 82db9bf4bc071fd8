"""The panes in step: what is chosen in one is chosen in all; keys, search, markers, export."""

import csv
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from tests.ui.conftest import range_of
from tests.ui.hand import NO_KEY, Hand

from archivist.archive.archive import open_archive
from archivist.ui import theme
from archivist.ui.dialogs.event import EventDialog
from archivist.ui.dialogs.link import LinkDialog
from archivist.ui.history_view import HistoryView

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIRST = "the river rose over the lower yard"
SECOND = "the company denied it."


def highlight(hand: Hand, *passages: str) -> None:
    for words in passages:
        hand.select(*range_of(words))
        hand.press(Qt.Key.Key_H)


def test_n_and_p_walk_the_excerpts_and_the_panes_follow(mill: Hand) -> None:
    highlight(mill, SECOND, FIRST)
    mill.window.hub.choose_excerpt(None)
    walked = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P):
        mill.press(key, on=mill.reader.text_view)
        model = mill.window.bench.inspector.model
        assert model is not None
        walked.append(model.excerpt.anchor.quote)
    assert walked == [FIRST, SECOND, FIRST, SECOND]


def test_single_keys_stay_letters_where_one_types(mill: Hand) -> None:
    highlight(mill, FIRST)
    mill.select(*range_of(SECOND))
    field = mill.window.search_field
    field.setFocus()
    mill.type("htnp")
    assert field.text() == "htnp"
    assert "1 excerpt" in mill.window.status.text


def test_the_same_passage_is_not_highlighted_twice(mill: Hand) -> None:
    highlight(mill, FIRST)
    mill.reader.select(*range_of(FIRST))
    mill.press(Qt.Key.Key_H)
    assert "1 excerpt" in mill.window.status.text


def test_tagging_a_selection_is_one_step(mill: Hand) -> None:
    mill.select(*range_of(FIRST))
    mill.press(Qt.Key.Key_T)
    mill.type("Flood")
    mill.press(Qt.Key.Key_Return, CONTROL)
    mill.press(Qt.Key.Key_Escape)
    mill.press(Qt.Key.Key_Z, CONTROL)
    mill.wait(lambda: "0 excerpts" in mill.window.status.text)
    assert mill.window.hub.archive.events.all() == []


def test_leaving_the_picker_makes_nothing(mill: Hand) -> None:
    mill.select(*range_of(FIRST))
    mill.press(Qt.Key.Key_T)
    mill.press(Qt.Key.Key_Escape)
    assert "0 excerpts" in mill.window.status.text
    assert QApplication.focusWidget() is mill.reader.text_view


def test_l_links_to_a_citation_by_its_name(mill: Hand) -> None:
    mill.window.hub.archive.citations.create(key="ledger", raw="Yard ledger, 1931")
    highlight(mill, FIRST)
    mill.press(Qt.Key.Key_L)
    mill.type("ledger")
    mill.press(Qt.Key.Key_Return)
    mill.press(Qt.Key.Key_Escape)
    model = mill.window.bench.inspector.model
    assert model is not None
    assert [tag.citation.key for tag in model.citations] == ["ledger"]


def test_a_marker_that_does_not_follow_offers_what_can_be_done(mill: Hand) -> None:
    highlight(mill, FIRST)
    (marker,) = [m for m in mill.window.hub.archive.markers.in_document(1) if m.label == "2"]
    menu = mill.window.bench.citing.menu(marker)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "[2] leads to no citation yet"
    assert {"Link excerpt 1:1 to it", "New citation…", "Choose its citation…"} <= set(texts)
    menu.deleteLater()


def test_a_label_is_given_its_citation_for_the_whole_document(mill: Hand) -> None:
    archive = mill.window.hub.archive
    ledger = archive.citations.create(key="ledger", raw="Yard ledger, 1931")
    (marker,) = [m for m in archive.markers.in_document(1) if m.label == "3"]
    mill.window.bench.tagging.choose_citation_of(marker)
    mill.type("ledger")
    mill.press(Qt.Key.Key_Return)
    assert archive.markers.citation_for(marker.id, create=False) == ledger
    assert "0 excerpts" in mill.window.status.text


def test_no_marker_follows_is_said(mill: Hand) -> None:
    highlight(mill, FIRST)
    mill.press(Qt.Key.Key_C, ALT)
    assert mill.window.status.message == "No marker follows this passage."


def test_shift_alt_arrows_move_the_ends_word_by_word(mill: Hand) -> None:
    modifiers = Qt.KeyboardModifier.ShiftModifier | ALT
    highlight(mill, "river rose over")
    for key, quote in (
        (Qt.Key.Key_Right, "river rose over the"),
        (Qt.Key.Key_Left, "river rose over"),
        (Qt.Key.Key_Up, "the river rose over"),
        (Qt.Key.Key_Down, "river rose over"),
        (Qt.Key.Key_Left, "river rose"),
    ):
        mill.press(key, modifiers, on=mill.reader.text_view)
        model = mill.window.bench.inspector.model
        assert model is not None
        assert model.excerpt.anchor.quote == quote


def test_search_finds_passages_and_things_and_goes_there(mill: Hand) -> None:
    highlight(mill, FIRST)
    mill.window.hub.archive.actors.create("Families of the yard")
    mill.press(Qt.Key.Key_K, CONTROL)
    mill.type("families")
    searching = mill.window.bench.searching
    mill.wait(searching.results.isVisible)
    kinds = {hit.kind.value for hit in searching.hits}
    assert kinds == {"passage", "actor"}
    for _press in range(len(searching.hits)):
        if searching.current is not None and searching.current.kind == "passage":
            break
        mill.press(Qt.Key.Key_Down)
    mill.press(Qt.Key.Key_Return)
    assert searching.results.isHidden()
    assert QApplication.focusWidget() is mill.reader.text_view
    assert mill.reader.passage_rectangle(*range_of("families")) is not None


def test_the_excerpts_that_a_search_finds_are_a_filter_of_the_timeline(mill: Hand) -> None:
    highlight(mill, FIRST, SECOND)
    bench = mill.window.bench
    found = mill.window.hub.archive.search.excerpts("river")
    assert len(found) == 1
    for act in ("keys", "mouse"):
        mill.press(Qt.Key.Key_K, CONTROL)
        mill.type("river")
        mill.wait(bench.searching.results.isVisible)
        if act == "keys":
            mill.press(Qt.Key.Key_Return, CONTROL)
        else:
            (line,) = bench.searching.results.findChildren(QToolButton)
            QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        assert bench.searching.results.isHidden()
        assert bench.timeline.filter.excerpt_ids == found
        bench.timeline.set_search_results(None)
    mill.press(Qt.Key.Key_K, CONTROL)
    mill.type("families")
    mill.wait(bench.searching.results.isVisible)
    mill.press(Qt.Key.Key_Return, CONTROL)
    assert bench.timeline.filter.excerpt_ids is None
    assert "No excerpt has “families”" in mill.window.status.message


def test_escape_leaves_the_search_and_gives_the_keyboard_back(mill: Hand) -> None:
    mill.reader.setFocus()
    mill.press(Qt.Key.Key_K, CONTROL)
    mill.type("nothing like this")
    mill.wait(mill.window.bench.searching.results.isVisible)
    mill.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is mill.reader.text_view
    assert mill.window.search_field.text() == ""


def test_an_export_takes_what_the_timeline_shows(mill: Hand, tmp_path: Path) -> None:
    mill.select(*range_of(FIRST))
    mill.press(Qt.Key.Key_T)
    mill.type("Flood")
    mill.press(Qt.Key.Key_Return, CONTROL)
    mill.press(Qt.Key.Key_Escape)
    highlight(mill, SECOND)
    timeline = mill.window.bench.timeline
    wanted = timeline.filter
    timeline.set_filter(type(wanted)(events=frozenset({1})))
    mill.settle()
    shown, everything = tmp_path / "shown.csv", tmp_path / "all" / "all.csv"
    everything.parent.mkdir()
    mill.window.bench.exporting.export_to(shown)
    mill.wait_for_jobs()
    assert "1 row " in mill.window.messages.text
    timeline.set_filter(wanted)
    mill.settle()
    mill.window.bench.exporting.export_to(everything)
    mill.wait_for_jobs()
    with everything.open(encoding="utf-8-sig", newline="") as file:
        assert [row["excerpt"] for row in csv.DictReader(file)] == [FIRST, SECOND]
    with shown.open(encoding="utf-8-sig", newline="") as file:
        assert [row["excerpt"] for row in csv.DictReader(file)] == [FIRST]


def test_an_export_that_cannot_be_written_says_so(mill: Hand, tmp_path: Path) -> None:
    highlight(mill, FIRST)
    mill.window.bench.exporting.export_to(tmp_path / "no such folder" / "out.csv")
    mill.wait_for_jobs()
    assert "no such folder" in mill.window.messages.text


def test_tabs_are_closed_by_the_middle_button_and_by_key(mill: Hand) -> None:
    tabs = mill.window.bench.documents.tabs
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, NO_KEY, bar.tabRect(0).center())
    assert tabs.count() == 0
    assert "library" in mill.window.bench.documents.hint
    mill.open_row("document", "mill")
    assert tabs.count() == 1
    mill.press(Qt.Key.Key_W, CONTROL)
    assert tabs.count() == 0
    assert not mill.window.actions_["find"].isEnabled()


def test_a_deleted_document_leaves_its_tab_and_comes_back(mill: Hand) -> None:
    highlight(mill, FIRST)
    mill.click_row("document", "mill")
    mill.press(Qt.Key.Key_Delete, on=mill.window.bench.library.view)
    assert mill.window.bench.documents.tabs.count() == 0
    mill.press(Qt.Key.Key_Z, CONTROL)
    mill.wait(lambda: "1 document, 1 excerpt" in mill.window.status.text)
    mill.open_row("document", "mill")
    assert mill.reader.text_view.text() == mill.window.hub.archive.documents.text(1)


def test_the_theme_changes_everywhere_at_once(mill: Hand) -> None:
    mill.window.actions_["theme_dark"].trigger()
    mill.settle()
    assert mill.window.grab().toImage().pixelColor(5, 5).lightness() < 80
    assert theme.current().dark
    mill.window.actions_["theme_light"].trigger()
    mill.settle()
    assert mill.window.grab().toImage().pixelColor(5, 5).lightness() > 200


def test_undo_is_named_in_menu_and_tooltip(mill: Hand) -> None:
    highlight(mill, FIRST)
    undo = mill.window.actions_["undo"]
    assert undo.text() != "Undo"
    assert undo.text() in undo.toolTip()


def test_every_widget_that_takes_the_keyboard_has_a_name(mill: Hand) -> None:
    highlight(mill, FIRST)
    nameless = [
        widget
        for widget in mill.window.findChildren(QLineEdit)
        if widget.isVisible() and not (widget.accessibleName() or widget.placeholderText())
    ]
    assert nameless == []


def test_a_date_in_the_text_can_become_an_event(mill: Hand) -> None:
    highlight(mill, FIRST)
    found = mill.window.hub.archive.documents.dates(1)[1]
    menu = mill.window.bench.following.date_menu(found)
    assert "5 March 1931" in menu.actions()[0].text()
    menu.actions()[-1].trigger()
    (dialog,) = mill.window.findChildren(EventDialog)
    dialog.name.setText("Clearing of the yard")
    dialog.accept()
    mill.settle()
    (event,) = mill.window.hub.archive.events.all()
    assert (event.name, event.date) == ("Clearing of the yard", found.date)
    menu.deleteLater()


def test_a_link_that_leads_outside_is_shown_and_never_followed(mill: Hand) -> None:
    mill.reader.link_activated.emit("https://example.org/page")
    (dialog,) = mill.window.findChildren(LinkDialog)
    assert dialog.field.toPlainText() == "https://example.org/page"
    mill.press(Qt.Key.Key_Return, on=dialog.copying)
    assert QApplication.clipboard().text() == "https://example.org/page"
    assert not dialog.isVisible()


class Browser(QObject):
    """Stands where the desktop's browser would be told of addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_an_address_is_opened_only_when_a_person_asks_for_it(mill: Hand) -> None:
    browser = Browser()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(
            scheme, browser, cast(bytes, "open")
        )  # bytes only to its stub
    try:
        mill.reader.link_activated.emit("https://example.org/page")
        (dialog,) = mill.window.findChildren(LinkDialog)
        assert browser.opened == []
        dialog.opening.click()
        assert browser.opened == ["https://example.org/page"]
        mill.settle()
        mill.reader.link_activated.emit("file:///etc/passwd")
        dialog = mill.window.findChildren(LinkDialog)[-1]
        assert not dialog.opening.isEnabled()
        dialog.reject()
    finally:
        for scheme in ("https", "file"):
            QDesktopServices.unsetUrlHandler(scheme)
    assert browser.opened == ["https://example.org/page"]


def test_the_history_follows_what_is_done(mill: Hand) -> None:
    mill.window.actions_["history"].trigger()
    (view,) = mill.window.findChildren(HistoryView)
    before = view.cells()
    mill.window.hub.archive.actors.create("Clerk")
    mill.settle()
    assert len(view.cells()) == len(before) + 1
    assert "Clerk" in view.cells()[0][0]
    view.close()


def test_a_check_says_that_all_is_whole(mill: Hand) -> None:
    mill.window.actions_["check"].trigger()
    mill.wait_for_jobs()
    assert mill.window.messages.text.startswith("Checked")


def test_a_backup_is_an_archive_of_its_own(mill: Hand, tmp_path: Path) -> None:
    highlight(mill, FIRST)
    mill.window.bench.tools.back_up_to(tmp_path / "copy.archivist")
    mill.wait_for_jobs()
    with open_archive(tmp_path / "copy.archivist", read_only=True) as copy:
        assert [excerpt.anchor.quote for excerpt in copy.excerpts.all()] == [FIRST]


def test_an_original_comes_back_byte_for_byte(mill: Hand, tmp_path: Path) -> None:
    document = mill.window.hub.archive.documents.get(1)
    mill.window.bench.tools.save_original_to(document.sha256, tmp_path / "back.txt")
    mill.wait_for_jobs()
    assert (tmp_path / "back.txt").read_bytes() == (tmp_path / "mill.txt").read_bytes()


def test_copying_an_excerpt_brings_its_name_along(mill: Hand) -> None:
    highlight(mill, FIRST)
    mill.window.actions_["copy_reference"].trigger()
    assert QApplication.clipboard().text() == f"“{FIRST}” (mill, 1:1)"
