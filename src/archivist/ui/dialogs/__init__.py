"""Forms over one value each: built from it, and giving it back changed; they touch no archive."""

from archivist.ui.dialogs.actor import ActorDialog
from archivist.ui.dialogs.citation import CitationDialog
from archivist.ui.dialogs.claim import ClaimDialog
from archivist.ui.dialogs.document import DocumentDialog
from archivist.ui.dialogs.event import EventDialog
from archivist.ui.dialogs.merge import Mergeable, MergeDialog
from archivist.ui.dialogs.password import PasswordDialog
from archivist.ui.dialogs.topic import TopicDialog

__all__ = [
    "ActorDialog",
    "CitationDialog",
    "ClaimDialog",
    "DocumentDialog",
    "EventDialog",
    "MergeDialog",
    "Mergeable",
    "PasswordDialog",
    "TopicDialog",
]
