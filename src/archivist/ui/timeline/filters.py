"""The row of filters above the axis: chips that open choices, and a chip for each one in force."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from archivist.domain.timeline import TimelineFilter
from archivist.ui.chip_painting import ChipRole
from archivist.ui.chips import Chip
from archivist.ui.flow_layout import FlowLayout
from archivist.ui.timeline.choices import Choices

Axis = Literal["event", "actor", "topic", "citation"]
Names = Sequence[tuple[int, str]]

_AXES: tuple[Axis, ...] = ("event", "actor", "topic", "citation")
_MOST_NAMED = 3  # values of an axis that get a chip each; more of them share one


class FilterRow(QWidget):
    """Holds the filter in force; `changed` tells each one that a person sets."""

    changed = Signal(object)  # TimelineFilter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = TimelineFilter()
        self._names: dict[Axis, dict[int, str]] = {axis: {} for axis in _AXES}
        self._document_id: int | None = None
        self._documents_name = ""
        self._flow = FlowLayout(self)
        self._fill()

    def set_offered(self, axis: Axis, names: Names) -> None:
        """Sets the ids and names that can be chosen on an axis."""
        if self._names[axis] != dict(names):
            self._names[axis] = dict(names)
            self._fill()

    def set_document(self, document_id: int | None) -> None:
        """Sets which document “This document” is; a filter by document follows it."""
        self._document_id = document_id
        if self.filter.document_id not in {None, document_id}:
            self._set(replace(self.filter, document_id=document_id))
        else:
            self._fill()

    def set_documents(self, document_ids: frozenset[int], name: str) -> None:
        """Shows only what some documents tell of; the name is what their chip says."""
        self._documents_name = name
        self._set(replace(self.filter, document_ids=document_ids))
        self._fill()

    def set_filter(self, wanted: TimelineFilter) -> None:
        """Puts a filter in force that was set elsewhere."""
        self._set(wanted)

    def _set(self, wanted: TimelineFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._fill()
            self.changed.emit(wanted)

    def _fill(self) -> None:
        """Makes the chips anew, and gives the keyboard back to the one that had it."""
        focused = next((chip.objectName() for chip in self._chips() if chip.hasFocus()), "")
        for chip in self._chips():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._add_choice("event", self.tr("All events"), self.tr("Events"))
        self._add_choice("actor", self.tr("All actors"), self.tr("Actors"))
        self._add_citations()
        if self._names["topic"]:
            self._add_choice("topic", self.tr("All topics"), self.tr("Topics"))
        self._add_document()
        for axis in _AXES:
            self._add_chosen(axis)
        if self.filter.document_ids:
            self._add_removable(
                "documents",
                self._documents_name,
                "neutral",
                lambda: replace(self.filter, document_ids=frozenset()),
            )
        if self.filter.excerpt_ids is not None:
            self._add_removable(
                "search",
                self.tr("Search results"),
                "neutral",
                lambda: replace(self.filter, excerpt_ids=None),
            )
        same = (chip for chip in self._chips() if focused and chip.objectName() == focused)
        if (again := next(same, None)) is not None:
            again.setFocus()
        self.updateGeometry()

    def _chips(self) -> list[Chip]:
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Chip)]

    def _add(self, name: str, chip: Chip) -> Chip:
        chip.setObjectName(name)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _add_choice(self, axis: Axis, everything: str, title: str) -> None:
        chosen = _chosen(self.filter, axis)
        text = f"{title if chosen else everything} ▾"
        name = self.tr("Choose which are shown: {axis}").format(axis=title)
        chip = self._add(f"{axis}Choice", Chip(text, axis, name=name, parent=self))
        chip.setEnabled(bool(self._names[axis]))
        chip.clicked.connect(lambda: self._open_choices(axis, title, chip))

    def _open_choices(self, axis: Axis, title: str, chip: Chip) -> None:
        names = sorted(self._names[axis].items(), key=lambda pair: pair[1].casefold())
        choices = Choices(title, names, _chosen(self.filter, axis), self)
        choices.changed.connect(lambda ids: self._set(_with(self.filter, axis, ids)))
        choices.open_at(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _add_citations(self) -> None:
        shown = self.filter.citations_shown
        text = self.tr("Citations shown") if shown else self.tr("Citations hidden")
        role: ChipRole = "citation" if shown else "neutral"
        name = self.tr("Show or hide citations at the dates of their publication")
        chip = self._add("citationsShown", Chip(text, role, name=f"{text}. {name}", parent=self))
        chip.clicked.connect(lambda: self._set(replace(self.filter, citations_shown=not shown)))

    def _add_document(self) -> None:
        text = self.tr("This document")
        if self.filter.document_id is not None:
            self._add_removable(
                "document", text, "event", lambda: replace(self.filter, document_id=None)
            )
            return
        name = self.tr("Show only what this document tells of")
        chip = self._add("document", Chip(text, "neutral", name=name, parent=self))
        chip.setEnabled(self._document_id is not None)
        chip.clicked.connect(lambda: self._set(replace(self.filter, document_id=self._document_id)))

    def _add_chosen(self, axis: Axis) -> None:
        chosen = _chosen(self.filter, axis)
        if len(chosen) > _MOST_NAMED:
            text = self.tr("{n} chosen").format(n=len(chosen))
            self._add_removable(
                f"{axis}All", text, axis, lambda: _with(self.filter, axis, frozenset())
            )
            return
        for id_ in sorted(chosen):
            name = self._names[axis].get(id_, str(id_))
            self._add_removable(f"{axis}{id_}", name, axis, self._without(axis, id_))

    def _without(self, axis: Axis, id_: int) -> Callable[[], TimelineFilter]:
        return lambda: _with(self.filter, axis, _chosen(self.filter, axis) - {id_})

    def _add_removable(
        self, name: str, text: str, role: ChipRole, wanted: Callable[[], TimelineFilter]
    ) -> None:
        chip = self._add(name, Chip(text, role, removable=True, parent=self))
        chip.removal_requested.connect(lambda: self._set(wanted()))


def _chosen(wanted: TimelineFilter, axis: Axis) -> frozenset[int]:
    return {
        "event": wanted.events,
        "actor": wanted.actors,
        "topic": wanted.topics,
        "citation": wanted.citations,
    }[axis]


def _with(wanted: TimelineFilter, axis: Axis, ids: frozenset[int]) -> TimelineFilter:
    if axis == "event":
        return replace(wanted, events=ids)
    if axis == "actor":
        return replace(wanted, actors=ids)
    if axis == "topic":
        return replace(wanted, topics=ids)
    return replace(wanted, citations=ids)
