"""What became of a document's excerpts in its new version, and what is proposed for the lost ones.

Closing it leaves everything that was not accepted as it is: orphaned, and on the list.
"""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.anchor import Candidate
from archivist.finding.relocating import Fate, Relocated
from archivist.finding.similar import differences
from archivist.replacing import Replaced
from archivist.ui import theme

_PROPOSAL = Qt.ItemDataRole.UserRole


class ReplacementDialog(QDialog):
    """Counts, and each proposal: the old quote beside the passage, with what differs marked."""

    accepted_place = Signal(int, object)  # excerpt, Candidate

    def __init__(
        self, title: str, replaced: Replaced, text: str, parent: QWidget | None = None
    ) -> None:
        """Shows what became of the excerpts of the document with this title; `text` is the new."""
        super().__init__(parent)
        self.setObjectName("replacementDialog")
        self.setWindowTitle(self.tr("New Version"))
        self.resize(860, 480)
        self._text = text
        summary = QLabel(self._summary(title, replaced), wordWrap=True)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        self.proposals = QListWidget()
        self.proposals.setAccessibleName(self.tr("Proposed places"))
        self.old = _passage(self.tr("Passage in the old version"))
        self.new = _passage(self.tr("Proposed passage in the new version"))
        self.accept_button = QPushButton(self.tr("A&ccept This Place"))
        self.leave_button = QPushButton(self.tr("&Leave Orphaned"))
        for button in (self.accept_button, self.leave_button):
            button.setAutoDefault(False)
        self.accept_button.clicked.connect(self._accept)
        self.leave_button.clicked.connect(self._leave)
        self.proposals.currentItemChanged.connect(lambda _now, _before: self._show())
        self.proposals.itemActivated.connect(lambda _item: self._accept())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.leave_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        self._close.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(summary)
        column.addWidget(self.proposals, 1)
        beside = QHBoxLayout()
        for heading, field in (
            (self.tr("Old version"), self.old),
            (self.tr("New version"), self.new),
        ):
            side = QVBoxLayout()
            label = QLabel(heading)
            label.setBuddy(field)
            side.addWidget(label)
            side.addWidget(field)
            beside.addLayout(side)
        column.addLayout(beside, 2)
        column.addWidget(buttons)
        for each in replaced.excerpts:
            for place in each.proposals:
                self._add(each, place)
        self.proposals.setCurrentRow(0)
        self._show()
        self.proposals.setFocus()

    def _summary(self, title: str, replaced: Replaced) -> str:
        lines = [self.tr("“{title}” has a new version.").format(title=title)]
        for fate, line in (
            (Fate.STAYS, self.tr("%n excerpt(s) stay in place.", "", replaced.count(Fate.STAYS))),
            (Fate.MOVED, self.tr("%n excerpt(s) moved along.", "", replaced.count(Fate.MOVED))),
            (
                Fate.PROPOSED,
                self.tr(
                    "For %n excerpt(s) a place is proposed below; until you accept one they are "
                    "listed as orphaned.",
                    "",
                    replaced.count(Fate.PROPOSED),
                ),
            ),
            (
                Fate.ORPHANED,
                self.tr(
                    "Nothing reads like %n excerpt(s); quote and tags are kept, and the library "
                    "lists what is orphaned.",
                    "",
                    replaced.count(Fate.ORPHANED),
                ),
            ),
        ):
            if replaced.count(fate):
                lines.append(line)
        return " ".join(lines)

    def _add(self, each: Relocated, place: Candidate) -> None:
        quote = " ".join(each.excerpt.anchor.quote.split())
        item = QListWidgetItem(
            self.tr("{name} · {score}% alike · {quote}").format(
                name=each.excerpt.name, score=int(place.score * 100), quote=quote[:90]
            )
        )
        item.setData(_PROPOSAL, (each, place))
        self.proposals.addItem(item)

    def _current(self) -> tuple[Relocated, Candidate] | None:
        item = self.proposals.currentItem()
        if item is None:
            return None
        each, place = item.data(_PROPOSAL)
        return each, place

    def _show(self) -> None:
        current = self._current()
        self.accept_button.setEnabled(current is not None)
        self.leave_button.setEnabled(current is not None)
        if current is None:
            self.old.clear()
            self.new.clear()
            self._close.setFocus()
            return
        each, place = current
        before, after = differences(each.excerpt.anchor.quote, self._text[place.start : place.end])
        colors = theme.current()
        self.old.setHtml(_marked(before, colors.warning_soft, struck=True))
        self.new.setHtml(_marked(after, colors.accent_soft, struck=False))

    def _accept(self) -> None:
        current = self._current()
        if current is not None:
            self.accepted_place.emit(current[0].excerpt.id, current[1])
            self._leave()

    def _leave(self) -> None:
        current = self._current()
        if current is None:
            return
        gone = current[0].excerpt.id
        for row in reversed(range(self.proposals.count())):
            if self.proposals.item(row).data(_PROPOSAL)[0].excerpt.id == gone:
                self.proposals.takeItem(row)
        self._show()


def _passage(name: str) -> QTextEdit:
    field = QTextEdit(readOnly=True)
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    return field


def _marked(pieces: list[tuple[str, bool]], color: str, *, struck: bool) -> str:
    """Gives pieces as HTML; what the other side lacks has a ground, and a line where it went."""
    line = "line-through" if struck else "underline"
    return "".join(
        html.escape(words).replace("\n", "<br>")
        if is_shared
        else f'<span style="background-color:{color};text-decoration:{line}">'
        f"{html.escape(words).replace(chr(10), '<br>')}</span>"
        for words, is_shared in pieces
    )
