"""The things an archive holds, as frozen values; offsets are code points, [start, end)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from archivist.domain.dates import UncertainDate
from archivist.domain.reading import Rectangle
from archivist.domain.vocabulary import (
    ActorKind,
    AnchorState,
    AnnotationKind,
    CitationState,
    ClaimStatus,
    ExcerptState,
    HitKind,
    LinkOrigin,
    LinkState,
    MarkerKind,
    NameType,
    Relation,
    Role,
    Stance,
    StepKind,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture kept with a document; its bytes are an original, by their SHA-256."""

    start: int
    end: int
    media_type: str
    width: int  # pixels
    height: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """Where the original stands, from the outermost unit to the innermost."""

    repository: str = ""
    fonds: str = ""
    series: str = ""
    box: str = ""
    folder: str = ""

    def __str__(self) -> str:
        parts = (self.repository, self.fonds, self.series, self.box, self.folder)
        return " / ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document says of an excerpt that came with it: who marked it, how, and when."""

    kind: AnnotationKind
    author: str
    made_at: str


def region_of(start: int, end: int, rectangles: Sequence[Rectangle]) -> Rectangle | None:
    """Gives the rectangle that makes an empty range a region of a page; None for a text's range."""
    return rectangles[0] if start == end and len(rectangles) == 1 else None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an excerpt stands: position, exact quote, 32 characters around it, page, rectangles.

    One that is empty, at the start of its page, and has one rectangle is a region of the page.
    """

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    page: int | None = None
    rectangles: tuple[Rectangle, ...] = ()

    @property
    def region(self) -> Rectangle | None:
        """The rectangle of a region; None for a passage of text."""
        return region_of(self.start, self.end, self.rectangles)


@dataclass(frozen=True, slots=True)
class Document:
    """A document without its text, pages and blocks, which are asked for apart."""

    id: int
    uid: str
    title: str
    format: str
    original_name: str
    sha256: str
    text_sha256: str
    characters: int
    pages: int
    language: str
    direction: str
    author: str
    date: UncertainDate | None
    source: str
    accessed: str
    rights: str
    shelfmark: Shelfmark
    note: str
    imported_at: str
    imported_by: str
    reader: str
    metadata: Mapping[str, str]
    warnings: tuple[str, ...]
    parent_id: int | None = None  # the document inside which it came, the first of several


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A highlighted passage; people call it `3:14`, excerpt 14 of document 3."""

    id: int
    uid: str
    document_id: int
    number: int
    anchor: Anchor
    note: str
    state: ExcerptState
    anchor_state: AnchorState
    created_at: str
    created_by: str
    modified_at: str
    color: str = ""  # "#rrggbb" where it came with one, "" for the usual

    @property
    def name(self) -> str:
        """The short stable name, never reused."""
        return f"{self.document_id}:{self.number}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `color` is "" (from the palette, by id) or "#rrggbb"."""

    id: int
    uid: str
    name: str
    description: str = ""
    parent_id: int | None = None
    place: str = ""
    color: str = ""
    date: UncertainDate | None = None


@dataclass(frozen=True, slots=True)
class ActorName:
    """A further name of an actor, with its language (BCP 47 or "")."""

    name: str
    type: NameType = NameType.ALIAS
    language: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, speaks or suffers; `identifiers` maps "wikidata", "viaf", "isni" to values."""

    id: int
    uid: str
    name: str
    kind: ActorKind
    description: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    names: tuple[ActorName, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A free tag, the third axis beside event and actor."""

    id: int
    uid: str
    name: str
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as a CSL-JSON item, with the raw text it came from and the key people type."""

    id: int
    uid: str
    key: str
    item: Mapping[str, Any]
    raw: str
    state: CitationState
    note: str = ""
    date: UncertainDate | None = None  # derived from the item's "issued"

    @property
    def title(self) -> str:
        """The item's title, else the start of the raw text, else the key."""
        return str(self.item.get("title") or "") or self.raw[:80] or self.key


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker kept in the archive; `citation_id` is what its label means in its document."""

    id: int
    document_id: int
    start: int
    end: int
    label: str
    kind: MarkerKind
    state: LinkState
    citation_id: int | None = None
    target: int | None = None
    locator: str = ""  # where in the source it points, "34" for a page


@dataclass(frozen=True, slots=True)
class ActorLink:
    """An actor in an excerpt; a stance is only for a source."""

    id: int
    excerpt_id: int
    actor_id: int
    role: Role
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class CitationLink:
    """A citation behind an excerpt; confidence 0–4 or None for not judged."""

    id: int
    excerpt_id: int
    citation_id: int
    locator: str = ""
    relation: Relation = Relation.SUPPORTS
    origin: LinkOrigin = LinkOrigin.BY_HAND
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that an excerpt gives, kept beside others and never overwritten by them."""

    id: int
    uid: str
    excerpt_id: int
    event_id: int | None
    property: str
    minimum: float | None
    maximum: float | None
    unit: str = ""
    text: str = ""  # verbatim
    as_of: UncertainDate | None = None
    speaker_id: int | None = None  # an actor
    confidence: int | None = None
    status: ClaimStatus = ClaimStatus.ACCEPTED


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history; `undone` says whether it was taken back by a later one."""

    id: int
    uid: str
    name: str
    at: str
    by: str
    undone: bool
    kind: StepKind = StepKind.DO


@dataclass(frozen=True, slots=True)
class Notice:
    """What a finished step, undo or redo tells listeners: its name and the tables it changed."""

    name: str
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something a search has found.

    `id` is that of the event, actor, citation, document or (for a note) excerpt; a passage has its
    document's. `start` and `end` are the words found in the document's text, or the excerpt's
    range. `ranges` are what to show in bold, in code points of `snippet`.
    """

    kind: HitKind
    id: int
    document_id: int | None
    start: int | None
    end: int | None
    snippet: str
    ranges: tuple[tuple[int, int], ...]
