"""The pane as a whole: header, filters, tray, and what it keeps while its model changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from tests.ui.timeline.conftest import Shown
from tests.ui.timeline.timeline_values import OFFENSIVE, SMALL, UNDATED_EVENT, VISIT, large, span

from archivist.domain.timeline import TimelineFilter, TimelineModel
from archivist.domain.timeline_index import ItemKind
from archivist.ui.chips import Chip
from archivist.ui.timeline import EXCERPT_MIME, Timeline
from archivist.ui.timeline.choices import Choices


def chip(timeline: Timeline, name: str) -> Chip:
    found = next(one for one in timeline.filters._chips() if one.objectName() == name)
    assert isinstance(found, Chip)
    return found


def chip_names(timeline: Timeline) -> list[str]:
    return [one.objectName() for one in timeline.filters._chips()]


def offered(timeline: Timeline) -> Timeline:
    timeline.set_filters_offered(
        [(event.id, event.name) for event in SMALL.events], [(1, "Red Cross")]
    )
    return timeline


def test_models_set_in_one_turn_are_shown_once(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    seen: list[int] = []
    timeline.axis.view_changed.connect(lambda *_: seen.append(len(timeline.axis.index.items)))
    for count in (5, 50, 500):
        timeline.set_model(large(count))
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert set(seen) == {500}


def test_zoom_and_moment_stay_when_the_model_changes(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(large(3000))
    timeline.axis.zoom(25, 300)
    timeline.axis.scroll_by(4000)
    per_day, (first, _) = timeline.axis.per_day, timeline.axis.visible_days()
    timeline.set_model(large(3001))
    qtbot.wait(10)
    assert timeline.axis.per_day == per_day
    assert timeline.axis.visible_days()[0] == pytest.approx(first, abs=2)


def test_an_edit_does_not_scroll_back_to_what_was_chosen(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(large(3000))
    timeline.axis.zoom(25, 300)
    timeline.choose("event", 1500)
    timeline.axis.scroll_by(9000)
    first, _ = timeline.axis.visible_days()
    assert first > 1500
    timeline.set_model(large(3001))
    timeline.choose("event", 1500)
    qtbot.wait(10)
    assert timeline.axis.visible_days()[0] == pytest.approx(first, abs=2)
    timeline.choose("event", 1500)
    assert timeline.axis.visible_days()[0] < 1500


def test_an_event_that_is_given_a_date_comes_into_view(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.choose("event", UNDATED_EVENT)
    dated = replace(SMALL.events[3], span=span("2023-12-01", "2023-12-01"))
    timeline.set_model(replace(SMALL, events=(*SMALL.events[:3], dated)))
    qtbot.wait(10)
    target = timeline.axis.focus_target()
    assert target is not None
    assert (target.kind, target.id) == ("event", UNDATED_EVENT)
    assert any(placed.target == target for placed in timeline.axis.frame_now().placed)


def test_everything_in_view_needs_no_scrollbar(shown: Shown) -> None:
    for model in (SMALL, large(3000)):
        assert not shown(model).axis.verticalScrollBar().isVisible()


def test_what_fits_keeps_fitting_as_events_come_and_the_pane_grows(
    qtbot: QtBot, shown: Shown
) -> None:
    timeline = shown(large(10))
    timeline.set_model(large(1000))
    qtbot.wait(10)
    first, last = timeline.axis.visible_days()
    assert first < 0
    assert last > 1000
    timeline.resize(420, 1000)
    assert timeline.axis.visible_days()[1] > 1000


def test_a_view_is_remembered(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(large(3000))
    timeline.axis.zoom(25, 300)
    timeline.axis.scroll_by(4000)
    state, days = timeline.view_state(), timeline.axis.visible_days()
    timeline.show_all()
    assert timeline.axis.visible_days() != pytest.approx(days)
    timeline.restore_view_state(state)
    assert timeline.axis.visible_days() == pytest.approx(days, abs=0.1)


def test_the_header_names_the_visible_range_and_its_buttons_zoom(
    qtbot: QtBot, shown: Shown
) -> None:
    timeline = shown(SMALL)
    assert timeline._range.text() == "9 Sep – 24 Oct 2023"
    per_day = timeline.axis.per_day
    for name, factor in (("zoomIn", 1.6), ("zoomOut", 1.0), ("zoomOut", 1 / 1.6), ("showAll", 1)):
        button = timeline.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert timeline.axis.per_day == pytest.approx(per_day * factor)


def test_an_event_is_chosen_in_the_filter_and_taken_off_by_its_chip(
    qtbot: QtBot, shown: Shown
) -> None:
    timeline = offered(shown(SMALL))
    QTest.mouseClick(chip(timeline, "eventChoice"), Qt.MouseButton.LeftButton)
    choices = QApplication.activePopupWidget()
    assert isinstance(choices, Choices)
    QTest.keyClicks(choices.field, "visit")
    with qtbot.waitSignal(timeline.filters_changed) as changed:
        QTest.keyClick(choices.field, Qt.Key.Key_Return)
    assert changed.args == [TimelineFilter(events=frozenset({VISIT}))]
    choices.close()
    qtbot.wait(10)
    assert [item.value.id for item in timeline.axis.index.items] == [VISIT]
    with qtbot.waitSignal(timeline.filters_changed):
        QTest.keyClick(chip(timeline, f"event{VISIT}"), Qt.Key.Key_Delete)
    assert timeline.filter == TimelineFilter()


def test_citations_are_hidden_and_shown_by_a_chip(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    for left in (0, 1):
        QTest.keyClick(chip(timeline, "citationsShown"), Qt.Key.Key_Space)
        qtbot.wait(10)
        kinds = [item.kind for item in timeline.axis.index.items]
        assert kinds.count(ItemKind.CITATION) == left


def test_this_document_follows_the_document_that_is_open(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    assert not chip(timeline, "document").isEnabled()
    timeline.set_document(1)
    QTest.mouseClick(chip(timeline, "document"), Qt.MouseButton.LeftButton)
    assert timeline.filter.document_id == 1
    timeline.set_document(2)
    qtbot.wait(10)
    assert timeline.filter.document_id == 2
    assert [item.value.id for item in timeline.axis.index.items] == [VISIT]
    QTest.keyClick(chip(timeline, "document"), Qt.Key.Key_Delete)
    assert timeline.filter.document_id is None


def test_search_results_are_a_filter_with_a_chip_of_its_own(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.set_search_results(frozenset({12}))
    qtbot.wait(10)
    assert [item.value.id for item in timeline.axis.index.items] == [OFFENSIVE, 70]
    assert "search" in chip_names(timeline)
    QTest.keyClick(chip(timeline, "search"), Qt.Key.Key_Delete)
    assert timeline.filter.excerpt_ids is None
    assert "search" not in chip_names(timeline)


def test_many_chosen_values_share_a_chip(qtbot: QtBot, shown: Shown) -> None:
    timeline = offered(shown(SMALL))
    timeline.set_filter(TimelineFilter(events=frozenset({1, 2, 3, 4})))
    assert chip(timeline, "eventAll").text() == "4 chosen"


def test_a_filter_that_leaves_nothing_says_so(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.set_search_results(frozenset())
    qtbot.wait(10)
    assert timeline.axis.index.items == []
    assert "filters" in timeline.axis._empty_text


def test_excerpts_without_an_event_are_told_to_be_tagged(shown: Shown) -> None:
    loose = tuple(replace(each, event_ids=()) for each in SMALL.excerpts)
    timeline = shown(TimelineModel(excerpts=loose))
    assert "tag it (T) with an event" in timeline.axis._empty_text
    assert "Open an event" not in timeline.axis._empty_text


def test_an_empty_timeline_says_what_to_do_next(shown: Shown) -> None:
    timeline = shown(TimelineModel())
    assert "Tag an excerpt with an event" in timeline.axis._empty_text
    assert not timeline.tray.isVisible()


def test_the_tray_counts_and_unfolds_what_has_no_date(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    tray = timeline.tray
    assert tray.heading.text() == "Undated: 1 event, 1 excerpt, 1 citation ▸"
    assert not tray.list.isVisible()
    QTest.keyClick(tray.heading, Qt.Key.Key_Space)
    assert tray.list.isVisible()
    lines = [tray.list.lines.index(row).data() for row in range(3)]
    assert lines == [
        "A meeting · 1 excerpt",
        "\u2003“They met in the evening.”",
        "71 · An undated leaflet",
    ]


def test_undated_things_are_chosen_and_opened(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.tray.heading.setChecked(True)
    undated = timeline.tray.list
    undated.setCurrentIndex(undated.lines.index(0))
    with qtbot.waitSignal(timeline.event_edit_requested) as opened:
        QTest.keyClick(undated, Qt.Key.Key_Return)
    assert opened.args == [UNDATED_EVENT]
    undated.setCurrentIndex(undated.lines.index(1))
    with qtbot.waitSignal(timeline.passage_requested) as passage:
        QTest.keyClick(undated, Qt.Key.Key_Return)
    assert passage.args == [14]


def test_choosing_an_undated_excerpt_unfolds_the_tray(shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.choose("excerpt", 14)
    assert timeline.tray.list.isVisible()
    assert timeline.tray.list.currentIndex().row() == 1


def test_an_excerpt_dropped_on_an_undated_event_is_linked_to_it(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.tray.heading.click()
    lines = timeline.tray.list.lines
    data = QMimeData()
    data.setData(EXCERPT_MIME, b"12")
    with qtbot.waitSignal(timeline.excerpt_dropped_on) as dropped:
        assert lines.dropMimeData(data, Qt.DropAction.LinkAction, -1, -1, lines.index(0))
    assert dropped.args == [12, "event", UNDATED_EVENT]
    assert not lines.dropMimeData(data, Qt.DropAction.LinkAction, 0, 0, QModelIndex())


def test_an_undated_excerpt_can_be_dragged_and_nothing_else(shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.tray.heading.click()
    lines = timeline.tray.list.lines
    draggable = [
        bool(lines.flags(lines.index(row)) & Qt.ItemFlag.ItemIsDragEnabled) for row in range(3)
    ]
    assert draggable == [False, True, False]
    carried = lines.mimeData([lines.index(1)])
    assert bytes(carried.data(EXCERPT_MIME).data()) == b"14"


def test_l_in_the_tray_links_the_chosen_excerpt(qtbot: QtBot, shown: Shown) -> None:
    timeline = shown(SMALL)
    timeline.choose("excerpt", 12)
    timeline.tray.heading.setChecked(True)
    undated = timeline.tray.list
    undated.setCurrentIndex(undated.lines.index(2))
    with qtbot.waitSignal(timeline.link_requested) as linked:
        QTest.keyClick(undated, Qt.Key.Key_L)
    assert linked.args == [12, "citation", 71]
