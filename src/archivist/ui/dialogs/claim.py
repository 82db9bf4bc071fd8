"""The form of a claim: a figure that an excerpt gives."""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from archivist.domain.model import Actor, Claim, Event
from archivist.domain.vocabulary import ClaimStatus
from archivist.ui.dialogs.date_field import DateField
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.text_field import plain_text
from archivist.ui.dialogs.thing_combo import ThingCombo
from archivist.ui.naming import claim_text, figure
from archivist.ui.words import confidence_word, word


class ClaimDialog(FormDialog):
    """What is counted, from how many to how many, of when, who says so; a new one has the id 0."""

    def __init__(
        self,
        claim: Claim,
        events: Sequence[Event] = (),
        actors: Sequence[Actor] = (),
        parent: QWidget | None = None,
        *,
        properties: Sequence[str] = (),
        units: Sequence[str] = (),
    ) -> None:
        """Shows a claim; `properties` and `units` are those used before, offered again."""
        super().__init__(self.tr("Edit figure") if claim.id else self.tr("New figure"), parent)
        self._claim = claim
        self.counted = _offering(
            properties, claim.property, self.tr("deaths, people displaced, travel time …")
        )
        self.counted.editTextChanged.connect(self.refresh)
        self.add_row(self.tr("&What is counted:"), self.counted)
        self.minimum = QLineEdit(_typed(claim.minimum))
        self.maximum = QLineEdit(_typed(claim.maximum))
        self.unit = _offering(units, claim.unit, self.tr("unit"))
        self._add_amount()
        self.text = self.add_text(self.tr("&As the passage says it:"), claim.text, lines=2)
        self.event_choice = ThingCombo(
            [(event.id, event.name) for event in events], claim.event_id, none=self.tr("no event")
        )
        self.add_row(self.tr("&Event:"), self.event_choice)
        self.as_of = DateField(claim.as_of)
        self.as_of.changed.connect(self.refresh)
        self.add_row(self.tr("As &of:"), self.as_of)
        self.speaker = ThingCombo(
            [(actor.id, actor.name) for actor in actors],
            claim.speaker_id,
            none=self.tr("nobody named"),
        )
        self.add_row(self.tr("Who sa&ys so:"), self.speaker)
        self.confidence = QComboBox()
        for confidence in (None, 0, 1, 2, 3, 4):
            self.confidence.addItem(confidence_word(confidence), confidence)
        self.confidence.setCurrentIndex(self.confidence.findData(claim.confidence))
        self.add_row(self.tr("&Confidence:"), self.confidence)
        self.status = QComboBox()
        for status in ClaimStatus:
            self.status.addItem(word(status), status)
        self.status.setCurrentIndex(self.status.findData(claim.status))
        self.add_row(self.tr("&Status:"), self.status)
        self._reading = QLabel()
        self._reading.setWordWrap(True)
        self.add_row(self.tr("Reads as:"), self._reading)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is wrong, and how the figure reads."""
        super().refresh()
        self._reading.setText("" if self.problem() else claim_text(self.value()))

    def problem(self) -> str:
        """Says what lacks, or which figure or date cannot be read."""
        if not self.counted.currentText().strip():
            return self.tr("Say what is counted.")
        for field in (self.minimum, self.maximum):
            if field.text().strip() and _number(field.text()) is None:
                return self.tr("“{text}” is no number.").format(text=field.text().strip())
        low, high = _number(self.minimum.text()), _number(self.maximum.text())
        if low is None and high is None and not plain_text(self.text):
            return self.tr("Give a figure, or the words of the passage.")
        if low is not None and high is not None and low > high:
            return self.tr("The least is more than the most; exchange them.")
        return self.as_of.problem()

    def value(self) -> Claim:
        """Gives the claim as it was filled in."""
        return replace(
            self._claim,
            property=" ".join(self.counted.currentText().split()),
            minimum=_number(self.minimum.text()),
            maximum=_number(self.maximum.text()),
            unit=" ".join(self.unit.currentText().split()),
            text=plain_text(self.text),
            event_id=self.event_choice.value(),
            as_of=self.as_of.value(),
            speaker_id=self.speaker.value(),
            confidence=self.confidence.currentData(),
            status=ClaimStatus(self.status.currentData()),
        )

    def _add_amount(self) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for field, name in (
            (self.minimum, self.tr("At least")),
            (self.maximum, self.tr("At most")),
        ):
            field.setPlaceholderText(name.lower())
            field.setAccessibleName(name)
            field.textChanged.connect(self.refresh)
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.editTextChanged.connect(self.refresh)
        layout.addWidget(self.minimum, 1)
        layout.addWidget(QLabel("–"))
        layout.addWidget(self.maximum, 1)
        layout.addWidget(self.unit, 1)
        row.setFocusProxy(self.minimum)
        self.add_row(self.tr("&Figure:"), row)


def _offering(offered: Sequence[str], text: str, hint: str) -> QComboBox:
    """Makes a field that offers words used before and takes any others."""
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(list(offered))
    combo.setCurrentIndex(-1)
    combo.setEditText(text)
    line = combo.lineEdit()
    if line is not None:
        line.setPlaceholderText(hint)
    return combo


def _typed(value: float | None) -> str:
    return "" if value is None else figure(value)


def _number(text: str) -> float | None:
    """Reads a number as the window's language writes it, else with a point; None where none."""
    bare = "".join(text.split())
    for locale in (QLocale(), QLocale.c()):
        value, is_number = locale.toDouble(bare)
        if is_number and math.isfinite(value):
            return float(value)
    return None
