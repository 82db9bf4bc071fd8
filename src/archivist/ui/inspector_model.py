"""What the inspector shows; the shell makes it from the archive."""

from dataclasses import dataclass

from archivist.domain.dates import UncertainDate
from archivist.domain.model import (
    Actor,
    ActorLink,
    Citation,
    CitationLink,
    Claim,
    Event,
    Excerpt,
    Origin,
    Topic,
)


@dataclass(frozen=True, slots=True)
class ActorTag:
    """An actor with what it does in the excerpt."""

    actor: Actor
    link: ActorLink


@dataclass(frozen=True, slots=True)
class CitationTag:
    """A citation behind the excerpt; `label` is the marker by which the document knows it."""

    citation: Citation
    link: CitationLink
    label: str = ""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A figure with its speaker's name, and whether another excerpt gives a figure that differs."""

    claim: Claim
    speaker: str = ""
    conflicts: bool = False


@dataclass(frozen=True, slots=True)
class InspectorModel:
    """An excerpt with everything linked to it; `nearest_date` stands nearest to it in the text.

    `stand_in` is what a region that quotes no words is called.
    """

    excerpt: Excerpt
    document_title: str
    page_label: str = ""
    direction: str = ""  # of the document's text: "ltr", "rtl" or "" (unknown)
    events: tuple[Event, ...] = ()
    actors: tuple[ActorTag, ...] = ()
    topics: tuple[Topic, ...] = ()
    citations: tuple[CitationTag, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    nearest_date: UncertainDate | None = None
    origin: Origin | None = None  # of an excerpt that came with its document
    read_only: bool = False
    stand_in: str = ""
