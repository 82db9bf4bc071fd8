"""What the reader shows, as frozen values; it holds no archive, and offsets are code points."""

from dataclasses import dataclass

from archivist.domain.model import Picture, region_of
from archivist.domain.provenance import Provenance
from archivist.domain.reading import Block, Mark, OutlineEntry, Page, Rectangle


@dataclass(frozen=True, slots=True)
class ReaderModel:
    """One document as the reader shows it; the last fields make the provenance line.

    `direction` is "ltr", "rtl" or "" (told from the text). `published` is the date as it reads to
    a person, `imported_at` an ISO moment.
    """

    document_id: int
    title: str
    text: str
    format: str = "text"
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    language: str = ""
    direction: str = ""
    published: str = ""
    imported_at: str = ""
    sha256: str = ""
    original_kept: bool = True
    source: str = ""
    provenance: Provenance | None = None  # of the file it has now, where that was noted
    parents: tuple[str, ...] = ()  # titles of the documents that it came inside of
    pictures: tuple[Picture, ...] = ()
    version: str = ""  # another one as soon as the file or its text is another


@dataclass(frozen=True, slots=True)
class Stripe:
    """A bar in the margin for one event of an excerpt: "#rrggbb" and the event's name."""

    color: str
    label: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """An excerpt as the reader draws it; rectangles are in points of their pages.

    `words` stands for a region where it is named; text is named by its quote.
    """

    excerpt_id: int
    start: int
    end: int
    rectangles: tuple[Rectangle, ...] = ()
    stripes: tuple[Stripe, ...] = ()
    reviewed: bool = False
    color: str = ""  # "#rrggbb" that it came with, "" for the usual
    tooltip: str = ""
    words: str = ""

    @property
    def region(self) -> Rectangle | None:
        """The rectangle of a region of a page; None for a passage of text."""
        return region_of(self.start, self.end, self.rectangles)

    def is_on_page(self, last: int) -> bool:
        """Says whether it is a region of a page up to the last; a damaged archive may have others.

        Its check tells of them.
        """
        return self.region is not None and 1 <= self.region.page <= last


@dataclass(frozen=True, slots=True)
class Suggested:
    """A place that a suggestion is about; `role` is the color role of what it would become.

    `kind` and `place` are what the suggestion is known by in its document.
    """

    start: int
    end: int
    role: str
    kind: str
    place: str
