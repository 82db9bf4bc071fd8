"""What the inspector asks the shell to do; each signal is one step in the archive."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Wishes(QWidget):
    """The inspector's signals, apart from its rows, which emit them."""

    tag_requested = Signal(int, str)  # excerpt, the sign of a kind: "#", "@" or "/"
    link_requested = Signal(int)  # excerpt
    passage_show_requested = Signal(int)  # excerpt
    anchoring_requested = Signal()  # the chosen excerpt, at the selected passage
    quoting_requested = Signal()  # of the words that stand in the chosen region
    deletion_requested = Signal(int)  # excerpt
    note_change_requested = Signal(int, str)  # excerpt, note
    state_change_requested = Signal(int, object)  # excerpt, ExcerptState

    event_untag_requested = Signal(int, int)  # excerpt, event
    event_edit_requested = Signal(int)  # event
    event_show_requested = Signal(int)  # event
    event_creation_requested = Signal(int, object)  # excerpt, UncertainDate
    event_date_requested = Signal(int, object)  # event, UncertainDate

    actor_untag_requested = Signal(int)  # link
    actor_edit_requested = Signal(int)  # actor
    role_change_requested = Signal(int, object, object)  # link, Role, Stance | None

    topic_untag_requested = Signal(int, int)  # excerpt, topic
    topic_edit_requested = Signal(int)  # topic

    uncite_requested = Signal(int)  # link
    citation_edit_requested = Signal(int)  # citation
    citation_show_requested = Signal(int)  # citation
    citation_link_change_requested = Signal(int, object)  # link, {field: value}

    claim_creation_requested = Signal(int)  # excerpt
    claim_edit_requested = Signal(int)  # claim
    claim_deletion_requested = Signal(int)  # claim
