"""A date as a person writes it, with how it reads standing below while it is typed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from archivist.domain.dates import Certainty, Extent, UncertainDate, reading
from archivist.domain.errors import InvalidValueError
from archivist.finding.dates import read_date
from archivist.ui import theme
from archivist.ui.words import word


class DateField(QWidget):
    """A line for the date, its reading, and where asked for its certainty and extent.

    The date it was given stays as it is until its words are changed: "On 24 September" has a
    year that the words alone do not tell.
    """

    changed = Signal()

    def __init__(
        self,
        date: UncertainDate | None,
        *,
        language: str = "",
        uncertain: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Shows a date; with `uncertain`, certainty and extent can be chosen."""
        super().__init__(parent)
        self._given = date
        self._date = date
        self._language = language
        self._problem = ""
        self.line = QLineEdit(date.text or date.edtf if date else "")
        self.line.setPlaceholderText(self.tr("24 September 2023, early 1915, 1914–1918, 2023-09"))
        self.line.setAccessibleName(self.tr("Date"))
        self.line.textChanged.connect(self._read)
        self.setFocusProxy(self.line)
        self.reading = QLabel()
        self.reading.setWordWrap(True)
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.certainty = QComboBox()
        self.certainty.setAccessibleName(self.tr("Certainty of the date"))
        for certainty in Certainty:
            self.certainty.addItem(word(certainty), certainty)
        self.extent = QComboBox()
        self.extent.setAccessibleName(self.tr("Extent of the date"))
        for extent in Extent:
            self.extent.addItem(word(extent), extent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.reading)
        choices = QHBoxLayout()
        choices.addWidget(self.certainty)
        choices.addWidget(self.extent)
        choices.addStretch(1)
        layout.addLayout(choices)
        self.certainty.activated.connect(self._choose)
        self.extent.activated.connect(self._choose)
        for choice in (self.certainty, self.extent):
            choice.setVisible(uncertain)
        self._show_choices()
        self._show_reading()

    def value(self) -> UncertainDate | None:
        """Gives the date; None where there is none or it cannot be read."""
        return self._date

    def problem(self) -> str:
        """Says that it cannot be read, or ""; why is said below the line itself."""
        return self.tr("The date cannot be read.") if self._problem else ""

    def _read(self) -> None:
        text = self.line.text().strip()
        self._problem = ""
        if self._given is not None and text == (self._given.text or self._given.edtf):
            self._date = self._given
        elif not text:
            self._date = None
        else:
            try:
                self._date = read_date(text, language=self._language)
            except InvalidValueError as error:
                self._date = None
                self._problem = error.sentence
        self._show_choices()
        self._show_reading()
        self.changed.emit()

    def _choose(self) -> None:
        if self._date is not None:
            # Qt gives an enumeration member back as a bare string.
            self._date = replace(
                self._date,
                certainty=Certainty(self.certainty.currentData()),
                extent=Extent(self.extent.currentData()),
            )
        self._show_reading()
        self.changed.emit()

    def _show_choices(self) -> None:
        date = self._date
        for choice in (self.certainty, self.extent):
            choice.setEnabled(date is not None)
        if date is not None:
            self.certainty.setCurrentIndex(self.certainty.findData(date.certainty))
            self.extent.setCurrentIndex(self.extent.findData(date.extent))

    def _show_reading(self) -> None:
        now = theme.current()
        if self._problem:
            text, color = self._problem, now.warning
        elif self._date is None:
            text, color = self.tr("no date"), now.text_muted
        else:
            text = self.tr("reads as: {date}").format(date=reading(self._date))
            color = now.event
        self.reading.setText(text)
        palette = self.reading.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(color))
        self.reading.setPalette(palette)
        self.line.setAccessibleDescription(text)
