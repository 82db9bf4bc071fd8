"""What a reader makes of a file, as frozen values; offsets are code points, [start, end)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archivist.domain.dates import UncertainDate
from archivist.domain.vocabulary import (
    AnnotationKind,
    BlockKind,
    LinkState,
    MarkerKind,
    MarkKind,
    TextSource,
)


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
class OutlineEntry:
    """A line of a document's own table of contents."""

    title: str
    level: int
    start: int


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
