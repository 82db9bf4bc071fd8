"""The form of several documents: a field that nobody touches stays as it is in each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from archivist.domain.collection import LEVELS
from archivist.domain.dates import UncertainDate, reading
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Document
from archivist.finding.dates import read_date
from archivist.ui.dialogs.document import language_problem
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.shelf_labels import shelf_labels

_NAMED = 6  # documents whose titles stand in the form
_PLAIN = ("author", "language", "source", "accessed", "rights", "note")


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be the same in all documents: fields, and levels of the shelfmark, by name."""

    fields: dict[str, Any]
    shelfmark: dict[str, str]


class SharedLine(QWidget):
    """A line for one field of several documents; where they differ, it is empty and says so."""

    changed = Signal()

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._common = values[0] if len(set(values)) == 1 else None
        self.line = QLineEdit(self._common or "")
        self.line.setCursorPosition(0)
        self.empty = QToolButton()
        self.empty.setCheckable(True)
        self.empty.setText(self.tr("Empty"))
        self.empty.setToolTip(self.tr("Make this field empty in all of them"))
        self.empty.setVisible(self._common is None)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.empty)
        self.line.textChanged.connect(self._take_text)
        self.empty.toggled.connect(self._take_empty)
        self._show_hint()

    def name_for_readers(self, name: str) -> None:
        """Names the line and its button for a screen reader."""
        self.line.setAccessibleName(name)
        self.empty.setAccessibleName(self.tr("Empty: {name}").format(name=name))

    def value(self) -> str | None:
        """Gives what all are to have; None where each keeps what it has."""
        text = self.line.text().strip()
        if self._common is not None:
            return None if text == self._common.strip() else text
        return text if text or self.empty.isChecked() else None

    def _take_text(self, text: str) -> None:
        if text and self.empty.isChecked():
            self.empty.setChecked(False)
        self.changed.emit()

    def _take_empty(self, checked: bool) -> None:
        if checked:
            self.line.clear()
        self._show_hint()
        self.changed.emit()

    def _show_hint(self) -> None:
        if self._common is None:
            emptied = self.empty.isChecked()
            hint = self.tr("empty in all of them") if emptied else self.tr("several values")
            self.line.setPlaceholderText(hint)
            self.line.setAccessibleDescription(hint)


class DocumentsDialog(FormDialog):
    """Shows what several documents have in common, and takes what they are to have."""

    def __init__(self, documents: Sequence[Document], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Details of %n Document(s)", "", len(documents)), parent)
        titles = [f"• {document.title}" for document in documents[:_NAMED]]
        if len(documents) > _NAMED:
            titles.append(self.tr("and %n more", "", len(documents) - _NAMED))
        self._add_words("\n".join(titles))
        self._add_words(
            self.tr("What is changed here becomes the same in all of them; all else stays.")
        )
        self.lines: dict[str, SharedLine] = {}
        self._add("author", self.tr("&Author:"), [each.author for each in documents])
        self._add("date", self.tr("&Date:"), [_written(each.date) for each in documents])
        self._reading = self._add_words("")
        self._add("language", self.tr("&Language:"), [each.language for each in documents])
        self.direction = self._add_direction([each.direction for each in documents])
        self._add("source", self.tr("S&ource:"), [each.source for each in documents])
        self._add("accessed", self.tr("A&ccessed:"), [each.accessed for each in documents])
        self._add("rights", self.tr("&Rights:"), [each.rights for each in documents])
        self.add_heading(self.tr("Shelfmark"))
        for level, label in shelf_labels():
            self._add(level, label, [getattr(each.shelfmark, level) for each in documents])
        self._add("note", self.tr("&Note:"), [each.note for each in documents])
        self.refresh()

    def refresh(self) -> None:
        """Shows what is wrong now, and how the date reads."""
        super().refresh()
        date = self._date()
        said = self.tr("reads as: {date}").format(date=reading(date)) if date else ""
        self._reading.setText(said)
        self._reading.setVisible(bool(said))

    def problem(self) -> str:
        """Says which of date and language cannot be."""
        language = self.lines["language"].value()
        if language and (problem := language_problem(language)):
            return problem
        if self.lines["date"].value() and self._date() is None:
            return self.tr("The date cannot be read.")
        return ""

    def value(self) -> Changes:
        """Gives what was changed."""
        given = {name: line.value() for name, line in self.lines.items()}
        fields: dict[str, Any] = {name: given[name] for name in _PLAIN if given[name] is not None}
        if given["date"] is not None:
            fields["date"] = self._date()
        if self.direction.currentData() != self.direction.property("before"):
            fields["direction"] = self.direction.currentData()
        shelfmark = {level: text for level in LEVELS if (text := given[level]) is not None}
        return Changes(fields, shelfmark)

    def _date(self) -> UncertainDate | None:
        text = self.lines["date"].value()
        try:
            return read_date(text) if text else None
        except InvalidValueError:
            return None

    def _add(self, name: str, label: str, values: Sequence[str]) -> None:
        line = SharedLine(values)
        line.changed.connect(self.refresh)
        line.name_for_readers(label.replace("&", "").rstrip(":"))
        self.lines[name] = line
        self.add_row(label, line)

    def _add_direction(self, values: Sequence[str]) -> QComboBox:
        field = QComboBox()
        if len(set(values)) > 1:
            field.addItem(self.tr("several values"), None)
        for words, value in (
            (self.tr("as its letters run"), ""),
            (self.tr("left to right"), "ltr"),
            (self.tr("right to left"), "rtl"),
        ):
            field.addItem(words, value)
        if len(set(values)) == 1:
            field.setCurrentIndex(max(0, field.findData(values[0])))
        field.setProperty("before", field.currentData())
        self.add_row(self.tr("Readin&g direction:"), field)
        return field

    def _add_words(self, text: str) -> QLabel:
        label = QLabel(text, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow(label)
        return label


def _written(date: UncertainDate | None) -> str:
    return (date.text or date.edtf or "") if date else ""
