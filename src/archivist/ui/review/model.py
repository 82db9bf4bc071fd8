"""The suggestions that a pane lists, and what it says of the chosen one, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from archivist.domain.suggestions import Proposal
from archivist.ui.bidi import tip
from archivist.ui.library_model import Index
from archivist.ui.review.words import spoken

PROPOSAL_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Detail:
    """The chosen suggestion in its context, and what would become of it.

    `before`, `words` and `after` are the text around it; `problem` says why it cannot be accepted
    as it is. `names_everywhere` counts the documents that hold the same name, this one included;
    `event` is the name of the event that a date can be given to.
    """

    title: str
    before: str
    words: str
    after: str
    becomes: str
    problem: str = ""
    documents: int = 1
    event: str = ""


class ProposalModel(QAbstractListModel):
    """What is listed, in the order in which it is gone through."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.proposals: Sequence[Proposal] = ()

    def set_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Lists others; does nothing where they are the same."""
        if list(proposals) != list(self.proposals):
            self.beginResetModel()
            self.proposals = proposals
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Gives how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.proposals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Gives a suggestion, or what a screen reader says of it."""
        proposal = self.proposals[index.row()]
        if role == PROPOSAL_ROLE:
            return proposal
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(proposal)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(spoken(proposal), wraps=True)
        return None
