"""The pane that goes through suggestions: a list, the chosen one in its context, and its keys.

It is given values and tells wishes; it knows no archive.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.suggestions import Proposal, SuggestionKind
from archivist.ui.elided_label import ElidedLabel
from archivist.ui.review.card import Card
from archivist.ui.review.delegate import ProposalDelegate
from archivist.ui.review.keys import ProposalView
from archivist.ui.review.model import Detail, ProposalModel
from archivist.ui.review.words import kind_words

_HEIGHT = 210  # pixels, until a person moves its edge


class ReviewPane(QFrame):
    """Lists what is open; every wish concerns the chosen suggestion, or those like it."""

    chosen = Signal(object)  # Proposal | None
    filter_changed = Signal()
    accept_requested = Signal(object)  # list[Proposal]
    accept_everywhere_requested = Signal(object)  # Proposal
    reject_requested = Signal(object, bool)  # Proposal, in the whole archive
    edit_requested = Signal(object)  # Proposal
    event_requested = Signal(object)  # Proposal: a new event of this date
    dating_requested = Signal(object)  # Proposal: the chosen event gets this date
    stop_requested = Signal()
    left = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPane")
        self.setAccessibleName(self.tr("Review of suggestions"))
        self.model = ProposalModel(self)
        self.view = ProposalView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ProposalDelegate(self.view))
        self.view.setAccessibleName(self.tr("Suggestions"))
        self.card = Card()
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Which documents"))
        self.scope.addItem(self.tr("This document"))
        self.scope.addItem(self.tr("All documents"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Which kind"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.addItem(self.tr("All kinds"), None)
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setObjectName("hint")
        self._hint.setMargin(18)
        self._body = QStackedWidget()
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.view)
        halves.addWidget(self.card)
        halves.setStretchFactor(0, 4)
        halves.setStretchFactor(1, 5)
        self.view.setMinimumWidth(150)
        halves.setSizes([420, 480])
        self._body.addWidget(self._hint)
        self._body.addWidget(halves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._body, 1)
        self.setFocusProxy(self.view)
        self.setMinimumHeight(_HEIGHT)
        self._row = 0  # that is chosen, also while the list is filled anew
        self._connect()

    @property
    def proposal(self) -> Proposal | None:
        """The chosen suggestion."""
        row = self.view.currentIndex().row()
        return self.model.proposals[row] if 0 <= row < len(self.model.proposals) else None

    @property
    def hint(self) -> str:
        """What stands where nothing is listed."""
        return self._hint.text() if self._body.currentIndex() == 0 else ""

    @property
    def is_of_all_documents(self) -> bool:
        """Whether the suggestions of all documents are listed."""
        return self.scope.currentIndex() == 1

    @property
    def kind_shown(self) -> SuggestionKind | None:
        """The only kind that is listed; None for all."""
        kind = self.kind.currentData()
        return None if kind is None else SuggestionKind(kind)

    @property
    def progress(self) -> str:
        """What is said about documents that are being looked through."""
        return "" if self._progress.isHidden() else self._progress.text()

    def show_all(self) -> None:
        """Lists all kinds, so that none is hidden."""
        self.kind.setCurrentIndex(0)

    def show_counts(self, counts: Mapping[SuggestionKind, int]) -> None:
        """Offers the kinds that there are, with how many are open; the chosen one stays chosen."""
        chosen = self.kind_shown
        blocker = QSignalBlocker(self.kind)
        self.kind.clear()
        self.kind.addItem(f"{self.tr('All kinds')} · {sum(counts.values()):n}", None)
        for kind in {**counts, **({chosen: 0} if chosen and chosen not in counts else {})}:
            self.kind.addItem(f"{kind_words(kind)} · {counts.get(kind, 0):n}", kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        blocker.unblock()

    def show_proposals(self, proposals: Sequence[Proposal], hint: str) -> None:
        """Lists suggestions; what came back is chosen, else what stands where the last one stood.

        Args:
            proposals: What is open.
            hint: What to say where nothing is.
        """
        before, chosen = list(self.model.proposals), self.proposal
        self._hint.setText(hint)
        self._body.setCurrentIndex(1 if proposals else 0)
        has_keyboard = self.isAncestorOf(self.focusWidget() or self)
        self.model.set_proposals(proposals)
        if not proposals:
            self.chosen.emit(None)
            return
        known = set(before)
        came_back = [row for row, each in enumerate(proposals) if each not in known]
        if before and 0 < len(came_back) < len(proposals) and len(proposals) > len(before):
            row = came_back[0]
        elif chosen is not None and chosen in known and chosen in proposals:
            row = list(proposals).index(chosen)
        else:
            # All of a kind may have gone, and those before the chosen one with it.
            left = set(proposals)
            row = sum(each in left for each in before[: self._row]) if before else self._row
            row = min(row, len(proposals) - 1)
        self.view.choose(row)
        if has_keyboard and not self.view.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_detail(self, detail: Detail, kind: SuggestionKind, *, writable: bool) -> None:
        """Shows the chosen suggestion in its context."""
        alike = sum(each.kind is kind for each in self.model.proposals)
        self.card.show_detail(detail, kind, alike, writable=writable)
        # Read out with the line, so that nobody has to leave the list for it.
        self.view.setAccessibleDescription(f"{detail.title}. {detail.problem or detail.becomes}")

    def show_progress(self, text: str) -> None:
        """Says which document is being looked through; "" for none."""
        self._progress.setText(text)
        self._progress.setVisible(bool(text))
        self._stop.setVisible(bool(text))

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Review"))
        title.setObjectName("paneTitle")
        self._progress = ElidedLabel()
        self._progress.setObjectName("mutedText")
        self._stop = QToolButton(autoRaise=True)
        self._stop.setText(self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop looking for suggestions"))
        self._close = QToolButton(autoRaise=True)
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close the review"))
        self._close.setToolTip(self.tr("Close the review (Ctrl+U)"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 5, 6, 5)
        head.addWidget(title)
        head.addSpacing(6)
        head.addWidget(self.scope)
        head.addSpacing(4)
        head.addWidget(self.kind)
        head.addSpacing(8)
        head.addWidget(self._progress, 1)
        head.addWidget(self._stop)
        head.addStretch(0)
        head.addWidget(self._close)
        self.show_progress("")
        return head

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._take_current)
        self.scope.currentIndexChanged.connect(self._take_filter)
        self.kind.currentIndexChanged.connect(self._take_filter)
        self._stop.clicked.connect(self.stop_requested)
        self._close.clicked.connect(self.closed)
        view, card = self.view, self.card
        view.left.connect(self.left)
        for signal in (view.accept_pressed, card.accept.clicked):
            signal.connect(self._accept)
        for signal in (view.reject_pressed, card.reject.clicked):
            signal.connect(lambda: self._reject(everywhere=False))
        for signal in (view.edit_pressed, card.edit.clicked):
            signal.connect(lambda: self._tell(self.edit_requested.emit))
        for signal in (view.event_pressed, card.new_event.triggered):
            signal.connect(lambda: self._tell(self.event_requested.emit))
        for signal in (view.accept_kind_pressed, card.accept_kind.triggered):
            signal.connect(self._accept_kind)
        for signal in (view.accept_everywhere_pressed, card.accept_everywhere.triggered):
            signal.connect(lambda: self._tell(self.accept_everywhere_requested.emit))
        for signal in (view.reject_everywhere_pressed, card.reject_everywhere.triggered):
            signal.connect(lambda: self._reject(everywhere=True))
        card.date_event.triggered.connect(lambda: self._tell(self.dating_requested.emit))
        card.skip.clicked.connect(lambda: view.step(1))

    def _tell(self, wish: Callable[[Proposal], None]) -> None:
        if self.proposal is not None:
            wish(self.proposal)

    def _accept(self) -> None:
        if self.proposal is not None:
            self.accept_requested.emit([self.proposal])

    def _accept_kind(self) -> None:
        """Accepts all that are listed of the chosen one's kind."""
        chosen = self.proposal
        if chosen is not None:
            alike = [each for each in self.model.proposals if each.kind is chosen.kind]
            self.accept_requested.emit(alike)

    def _reject(self, *, everywhere: bool) -> None:
        chosen = self.proposal
        if chosen is None:
            return
        if everywhere and chosen.kind is not SuggestionKind.NAME:
            return
        self.reject_requested.emit(chosen, everywhere)

    def _take_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._row = current.row()
            self.chosen.emit(self.proposal)

    def _take_filter(self) -> None:
        self._row = 0
        self.filter_changed.emit()
