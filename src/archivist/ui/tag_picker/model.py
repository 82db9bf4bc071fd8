"""What the tag picker offers, and what a line of its list does when it is taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from archivist.domain.dates import UncertainDate
from archivist.domain.model import Actor, Citation, Event, Topic
from archivist.domain.vocabulary import ActorKind, Role, Stance
from archivist.ui.chip_painting import ChipRole


@dataclass(frozen=True, slots=True)
class PickerModel:
    """The things that can be tagged, and what is known about the passage.

    `recent` and `tagged` hold (kind, id) with kinds "event", "actor", "topic" and "citation";
    `recent` begins with what was used last. `labels` gives the marker by which the document knows
    a citation; `following` are the labels of the markers that follow the passage.
    """

    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    topics: tuple[Topic, ...] = ()
    citations: tuple[Citation, ...] = ()
    labels: Mapping[int, str] = field(default_factory=dict)
    recent: tuple[tuple[str, int], ...] = ()
    tagged: frozenset[tuple[str, int]] = frozenset()
    nearest_date: UncertainDate | None = None
    following: tuple[str, ...] = ()
    # The labels that lead to no citation yet, each with the id of its first marker.
    unresolved: tuple[tuple[str, int], ...] = ()


class Deed(Enum):
    """What taking a choice does."""

    TAG_EVENT = auto()
    TAG_ACTOR = auto()
    TAG_TOPIC = auto()
    CITE = auto()
    MAKE_EVENT = auto()
    MAKE_ACTOR = auto()
    MAKE_TOPIC = auto()
    MAKE_CITATION = auto()
    LINK_MARKERS = auto()
    CITE_LABEL = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list: a chip or plain words, what stands beside it, and what it does."""

    deed: Deed
    text: str
    chip: ChipRole | None = None
    color: str = ""
    detail: str = ""  # muted, after the text: an alias that matched, a date
    hint: str = ""  # at the far end: the kind, or the keys
    chosen_hint: str = ""  # the same while the line is the current one
    completion: str = ""  # what Tab writes into the field
    id: int = 0
    name: str = ""  # of what is to be made
    role: Role = Role.MENTIONED
    stance: Stance | None = None
    actor_kind: ActorKind = ActorKind.UNSTATED
    tagged: bool = False
