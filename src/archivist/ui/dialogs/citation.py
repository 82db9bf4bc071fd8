"""The form of a citation: a CSL-JSON item, field by field, with the raw reference beside it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from archivist.domain.model import Citation
from archivist.domain.references import guess_item, issued_date
from archivist.domain.vocabulary import CitationState
from archivist.ui.dialogs import csl
from archivist.ui.dialogs.date_field import DateField
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.rows_field import RowsField
from archivist.ui.dialogs.text_field import TextField, plain_text
from archivist.ui.words import word


class _RawField(TextField):
    pasted = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Says when something was pasted or dropped."""
        super().insertFromMimeData(source)
        self.pasted.emit()


class CitationDialog(FormDialog):
    """The fields people cite by; fields of the item that are not shown here are kept as they are.

    A raw reference that is pasted fills the fields that are empty, as guesses to be checked.
    """

    def __init__(
        self,
        citation: Citation,
        keys: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Shows a citation; `keys` are those of all citations, to see doubled ones."""
        title = self.tr("Edit citation") if citation.id else self.tr("New citation")
        super().__init__(title, parent)
        self._citation = citation
        self._taken = {key.casefold() for key in keys} - {citation.key.casefold()}
        item = dict(citation.item)
        self._people: list[Mapping[str, Any]] = list(item.get("author") or ())
        self._build_raw(citation)
        self.key = self.add_line(
            self.tr("&Key:"), citation.key, hint=self.tr("made from author and year")
        )
        self.type = QComboBox()
        for value, name in csl.types(str(item.get("type") or "")):
            self.type.addItem(name, value)
        self.type.setCurrentIndex(self.type.findData(item.get("type") or "document"))
        self.add_row(self.tr("&Type:"), self.type)
        self.authors = RowsField(
            (self.tr("Family name"), self.tr("Given names"), self.tr("or organization")),
            csl.people_rows(self._people),
            add=self.tr("&Add author"),
        )
        self.authors.changed.connect(self.refresh)
        self.add_row(self.tr("A&uthors:"), self.authors)
        self.lines = {
            name: self.add_line(label, str(item.get(name) or "")) for name, label in self._first()
        }
        self._issued_text = csl.written_date(item.get("issued"))
        self.issued = DateField(issued_date(item), uncertain=False)
        self.issued.line.setText(self._issued_text)
        self.issued.changed.connect(self.refresh)
        self.add_row(self.tr("Publi&shed on:"), self.issued)
        self.lines |= {
            name: self.add_line(label, str(item.get(name) or "")) for name, label in self._second()
        }
        self._accessed_text = csl.written_date(item.get("accessed"))
        self.accessed = DateField(None, uncertain=False)
        self.accessed.line.setText(self._accessed_text)
        self.add_row(self.tr("Acc&essed on:"), self.accessed)
        self.state = QComboBox()
        for state in CitationState:
            self.state.addItem(word(state), state)
        self.state.setCurrentIndex(self.state.findData(citation.state))
        self.add_row(self.tr("State:"), self.state)
        self.note = self.add_text(self.tr("N&ote:"), citation.note)
        self.refresh()

    def problem(self) -> str:
        """Says that nothing is filled in, or that the key lacks or is another citation's."""
        key = self.key.text().strip()
        if key.casefold() in self._taken:
            return self.tr("Another citation has the key “{key}”; choose another.").format(key=key)
        if self._citation.id and not key:
            return self.tr("Give the citation a key, as people type it.")
        known = any(field.text().strip() for field in self.lines.values())
        if not (key or known or plain_text(self.raw) or self.authors.rows()):
            return self.tr("Give the citation a title, a reference or at least a key.")
        return ""

    def value(self) -> Citation:
        """Gives the citation as it was filled in; its date follows the item."""
        item = dict(self._citation.item)
        item["type"] = self.type.currentData()
        for name, field in self.lines.items():
            _put(item, name, field.text().strip())
        _put(item, "DOI", csl.bare_doi(self.lines["DOI"].text()))
        _put(item, "author", csl.people_from(self.authors.rows(), self._people))
        for name, date, before in (
            ("issued", self.issued, self._issued_text),
            ("accessed", self.accessed, self._accessed_text),
        ):
            text = date.line.text().strip()
            if text != before:
                _put(item, name, csl.csl_date(date.value(), text) if text else {})
        return replace(
            self._citation,
            key=self.key.text().strip(),
            item=item,
            raw=plain_text(self.raw),
            state=CitationState(self.state.currentData()),
            note=plain_text(self.note),
            date=issued_date(item),
        )

    def fill_from_raw(self) -> None:
        """Guesses fields from the raw reference, and fills those that are empty."""
        guess = guess_item(plain_text(self.raw))
        filled = False
        for name, field in self.lines.items():
            if not field.text().strip() and guess.get(name):
                field.setText(str(guess[name]))
                filled = True
        if not self.authors.rows() and guess.get("author"):
            self._people = list(guess["author"])
            self.authors.set_rows(csl.people_rows(self._people))
            filled = True
        for name, date in (("issued", self.issued), ("accessed", self.accessed)):
            if not date.line.text().strip() and guess.get(name):
                date.line.setText(csl.written_date(guess[name]))
                filled = True
        if self.type.currentData() == "document" and guess.get("type"):
            self.type.setCurrentIndex(max(0, self.type.findData(guess["type"])))
        if filled and self.state.currentData() == CitationState.STUB:
            self.state.setCurrentIndex(self.state.findData(CitationState.PARSED))
        self.refresh()

    def _build_raw(self, citation: Citation) -> None:
        self.raw = _RawField(citation.raw, lines=3)
        self.raw.setPlaceholderText(
            self.tr("Paste a reference here: what it plainly says fills the fields below.")
        )
        self.raw.textChanged.connect(self.refresh)
        self.raw.pasted.connect(self.fill_from_raw)
        self.raw.setAccessibleName(self.tr("Reference"))
        self.fill_button = QPushButton(self.tr("&Fill empty fields from it"))
        self.fill_button.setAutoDefault(False)
        self.fill_button.clicked.connect(self.fill_from_raw)
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.raw)
        layout.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignLeading)
        both.setFocusProxy(self.raw)
        self.add_row(self.tr("&Reference:"), both)

    def _first(self) -> list[tuple[str, str]]:
        return [
            ("title", self.tr("T&itle:")),
            ("container-title", self.tr("Publis&hed in:")),
            ("publisher", self.tr("&Publisher:")),
        ]

    def _second(self) -> list[tuple[str, str]]:
        return [
            ("volume", self.tr("&Volume:")),
            ("issue", self.tr("Issue:")),
            ("page", self.tr("Pa&ges:")),
            ("DOI", self.tr("&DOI:")),
            ("ISBN", self.tr("IS&BN:")),
            ("URL", self.tr("&Web address:")),
            ("language", self.tr("&Language:")),
        ]


def _put(item: dict[str, Any], name: str, value: object) -> None:
    """Sets a field of an item; an empty one is no field."""
    if value:
        item[name] = value
    else:
        item.pop(name, None)
