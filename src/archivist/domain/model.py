"""The things an archive holds, as frozen values; offsets are code points, [start, end)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from archivist.domain.dates import UncertainDate


class TextSource(StrEnum):
    """Where a page's text comes from."""

    EMBEDDED = "embedded"
    OCR = "ocr"
    NONE = "none"


class BlockKind(StrEnum):
    """What a range of text is, so that reading keeps its shape."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    REFERENCE_ENTRY = "reference entry"
    PREFORMATTED = "preformatted"
    PICTURE = "picture"  # the picture's alternative text, or U+FFFC where it has none


class MarkKind(StrEnum):
    """Inline marks over a text."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKETHROUGH = "strikethrough"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    LINK = "link"  # value: the target, "#cite_note-23" or an address
    ANCHOR = "anchor"  # value: the name that links of this document lead to
    CITE = "cite"  # value: what the page's own markup says of a source (`domain.coins`); unseen


class MarkerKind(StrEnum):
    """What a marker is: a citation, a note, or a maintenance flag that cites nothing."""

    REFERENCE = "reference"
    NOTE = "note"
    FLAG = "flag"


class LinkState(StrEnum):
    """Whether a marker is known to lead to a citation."""

    RESOLVED = "resolved"
    UNRESOLVED = "unresolved"
    AMBIGUOUS = "ambiguous"
    MANUAL = "manual"


class ExcerptState(StrEnum):
    """How far the work on an excerpt has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


class AnchorState(StrEnum):
    """Whether an excerpt still stands where it was made."""

    ANCHORED = "anchored"
    MOVED = "moved"
    ORPHANED = "orphaned"


class ActorKind(StrEnum):
    """What an actor is; UNSTATED until somebody says so, since a name alone does not."""

    UNSTATED = ""
    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    STATE = "state"
    BODY = "body"
    FAMILY = "family"


class NameType(StrEnum):
    """How a further name relates to an actor's preferred name."""

    ALIAS = "alias"
    FORMER = "former name"
    TRANSLITERATION = "transliteration"


class Role(StrEnum):
    """What an actor does in an excerpt; a perpetrator is always an alleged one."""

    SOURCE = "source"
    PERPETRATOR = "perpetrator"
    VICTIM = "victim"
    WITNESS = "witness"
    PARTICIPANT = "participant"
    INTERVENING = "intervening"
    ORGANIZER = "organizer"
    MENTIONED = "mentioned"


class Stance(StrEnum):
    """How a source stands to what the excerpt says."""

    ASSERTS = "asserts"
    DENIES = "denies"
    REPORTS = "reports"
    CHARACTERIZES = "characterizes"
    QUESTIONS = "questions"


class Relation(StrEnum):
    """What a citation does for an excerpt."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class LinkOrigin(StrEnum):
    """How an excerpt came to be linked to a citation."""

    MARKER = "marker"
    BY_HAND = "by hand"


class CitationState(StrEnum):
    """How much of a citation is known: a label only, guessed fields, or checked by a person."""

    STUB = "stub"
    PARSED = "parsed"
    VERIFIED = "verified"


class ClaimStatus(StrEnum):
    """What a person thinks of a claim, beside others about the same thing."""

    ACCEPTED = "accepted"
    CONFLICT = "conflict"
    WORK_NEEDED = "work needed"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: number from 1, printed label, text range, and size in points after rotation."""

    number: int
    label: str
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    text_source: TextSource = TextSource.EMBEDDED

    @property
    def seen_size(self) -> tuple[float, float]:
        """Width and height in points as it is shown: that of A4 where it does not tell its own."""
        known = self.width > 0 and self.height > 0
        return (self.width, self.height) if known else (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Block:
    """A range of text with its shape; blocks of a document stand in order and do not overlap.

    `level` is a heading's level (1–6) or the nesting depth of a list item, quotation or footnote
    (0 = outermost). `attributes` holds what only one kind knows, as JSON values: a list item's
    `ordered` (bool), `number` (int) and `label` ("b)", where it is written otherwise), a cell's
    `table`, `row`, `column` (from 0), `row_span`, `column_span` and `header` (bool).
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark over a range, which may be empty for ANCHOR and CITE."""

    kind: MarkKind
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture inside a document, on a line of its own: [start, end) is its alternative text.

    Where it has none the line is U+FFFC. Width and height are its own, in pixels.
    """

    start: int
    end: int
    media_type: str
    width: int
    height: int
    sha256: str
    content: bytes = field(repr=False)


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
class OutlineEntry:
    """A line of a document's own table of contents."""

    title: str
    level: int
    start: int


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
class Metadata:
    """What a file says about itself; empty where it says nothing."""

    title: str = ""
    author: str = ""
    date: str = ""  # verbatim, as the file has it
    language: str = ""  # BCP 47
    direction: str = ""  # "ltr", "rtl" or "" (unknown)
    source: str = ""  # an address
    rights: str = ""
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came inside another; its name is only a name, never a path."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on a page, in points from the page's top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class AnnotationKind(StrEnum):
    """How somebody marked a place of a document with another program."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKEOUT = "strikeout"
    NOTE = "note"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark that was in a document when it came: its words, or an area without any.

    The range is empty where no words are marked. `color` is "#rrggbb" or "", `made_at` an ISO day
    or moment or "".
    """

    kind: AnnotationKind
    page: int
    start: int
    end: int
    rectangles: tuple[Rectangle, ...]
    note: str = ""
    author: str = ""
    color: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document says of an excerpt that came with it: who marked it, how, and when."""

    kind: AnnotationKind
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a reader makes of a file; `warnings` are sentences about parts that were unreadable."""

    format: str  # the key of its format among those that can be read
    reader: str  # the reader's name and the library it stands on, with version
    text: str
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    pictures: tuple[FoundPicture, ...] = ()
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundMarker:
    """A place where a text cites. `[26–28]` gives three, of one range, with labels 26, 27, 28.

    `target` is the start of the reference entry it leads to, where the document has one;
    `entry` is that entry's text. `locator` is where in the source it points ("34", "ch. 2").
    """

    start: int
    end: int
    label: str
    kind: MarkerKind
    state: LinkState = LinkState.UNRESOLVED
    target: int | None = None
    entry: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its range and what it means."""

    start: int
    end: int
    date: UncertainDate


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


class StepKind(StrEnum):
    """Whether a person did a step, or undid or redid an earlier one."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


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


class HitKind(StrEnum):
    """What a search has found."""

    PASSAGE = "passage"
    EVENT = "event"
    ACTOR = "actor"
    CITATION = "citation"
    DOCUMENT = "document"
    NOTE = "note"


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
