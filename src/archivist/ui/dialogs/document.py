"""The form of a document: what is known about it, over what its import recorded."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from archivist.domain.model import Document, Shelfmark
from archivist.domain.provenance import Provenance
from archivist.ui.came_from import facts_of_file, told
from archivist.ui.dialogs.date_field import DateField
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.text_field import plain_text
from archivist.ui.naming import moment

# BCP 47 in outline: subtags of letters and digits, joined by hyphens.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class DocumentDialog(FormDialog):
    """Description and shelfmark can be changed; provenance is shown and stays."""

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        *,
        imports: Sequence[Provenance] = (),
        parents: Sequence[Document] = (),
    ) -> None:
        """Shows a document, the imports of its file, the newest last, and what it came inside."""
        super().__init__(self.tr("Document"), parent)
        self._document = document
        self.title = self.add_line(self.tr("&Title:"), document.title)
        self.author = self.add_line(self.tr("&Author:"), document.author)
        self.date = DateField(document.date, language=document.language)
        self.date.changed.connect(self.refresh)
        self.add_row(self.tr("&Date:"), self.date)
        self.language = self.add_line(
            self.tr("&Language:"), document.language, hint=self.tr("en, hy, ar, pt-BR …")
        )
        self.direction = QComboBox()
        self.direction.addItem(self.tr("as its letters run"), "")
        self.direction.addItem(self.tr("left to right"), "ltr")
        self.direction.addItem(self.tr("right to left"), "rtl")
        self.direction.setCurrentIndex(max(0, self.direction.findData(document.direction)))
        self.add_row(self.tr("Readin&g direction:"), self.direction)
        self.source = self.add_line(self.tr("S&ource:"), document.source)
        self.accessed = self.add_line(self.tr("A&ccessed:"), document.accessed)
        self.rights = self.add_line(self.tr("&Rights:"), document.rights)
        self.add_heading(self.tr("Shelfmark"))
        shelfmark = document.shelfmark
        self.repository = self.add_line(self.tr("Re&pository:"), shelfmark.repository)
        self.fonds = self.add_line(self.tr("&Fonds:"), shelfmark.fonds)
        self.series = self.add_line(self.tr("&Series:"), shelfmark.series)
        self.box = self.add_line(self.tr("&Box:"), shelfmark.box)
        self.folder = self.add_line(self.tr("Fold&er:"), shelfmark.folder)
        self.note = self.add_text(self.tr("&Note:"), document.note)
        self.add_heading(self.tr("Provenance"))
        for label, text in self._provenance(imports, parents):
            self._add_fact(label, text)
        self.refresh()

    def problem(self) -> str:
        """Says that the title lacks, or which of date and language cannot be."""
        if not self.title.text().strip():
            return self.tr("Give the document a title.")
        return language_problem(self.language.text().strip()) or self.date.problem()

    def value(self) -> Document:
        """Gives the document as it was filled in."""
        return replace(
            self._document,
            title=" ".join(self.title.text().split()),
            author=self.author.text().strip(),
            date=self.date.value(),
            language=self.language.text().strip(),
            direction=self.direction.currentData(),
            source=self.source.text().strip(),
            accessed=self.accessed.text().strip(),
            rights=self.rights.text().strip(),
            shelfmark=Shelfmark(
                repository=self.repository.text().strip(),
                fonds=self.fonds.text().strip(),
                series=self.series.text().strip(),
                box=self.box.text().strip(),
                folder=self.folder.text().strip(),
            ),
            note=plain_text(self.note),
        )

    def _provenance(
        self, imports: Sequence[Provenance], parents: Sequence[Document]
    ) -> list[tuple[str, str]]:
        document = self._document
        length = self.tr("%n character(s)", "", document.characters)
        if document.pages:
            length = self.tr("{length} on %n page(s)", "", document.pages).format(length=length)
        facts = [
            (self.tr("Original:"), document.original_name),
            (self.tr("SHA-256:"), document.sha256),
            (self.tr("Text:"), length),
            (
                self.tr("Imported:"),
                self.tr("{at} by {by}").format(
                    at=moment(document.imported_at), by=document.imported_by
                ),
            ),
            (self.tr("Read with:"), document.reader),
        ]
        facts[1:1] = [(self.tr("Came inside:"), parent.title) for parent in parents]
        for now in imports[-1:]:
            facts[1:1] = facts_of_file(now)
        facts += [(self.tr("Before:"), told(before)) for before in imports[:-1]]
        if document.warnings:
            facts.append((self.tr("Not read:"), "\n".join(document.warnings)))
        return facts

    def _add_fact(self, label: str, text: str) -> None:
        fact = QLabel(text)
        fact.setTextFormat(Qt.TextFormat.PlainText)
        fact.setWordWrap(True)
        fact.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if len(text) == 64 and " " not in text:
            # A hash has no place to break a line; invisible ones are no part of what is copied.
            fact.setText(text[:32] + "\n" + text[32:])
        self.add_row(label, fact)


def language_problem(language: str) -> str:
    """Gives a sentence for what is no language tag; "" for one, and for nothing at all."""
    if not language or _LANGUAGE.fullmatch(language):
        return ""
    said = QCoreApplication.translate(
        "DocumentDialog", "“{text}” is no language tag; one looks like en or pt-BR."
    )
    return said.format(text=language)
