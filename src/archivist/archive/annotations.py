"""Highlights and notes that came inside documents: taken over as excerpts, or declined again."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from archivist.archive.documents import Documents
from archivist.archive.excerpts import Excerpts
from archivist.archive.store import Store
from archivist.domain.anchor import describe
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Anchor, Origin
from archivist.domain.reading import Annotation, Page
from archivist.domain.regions import describe_region, spanned
from archivist.domain.vocabulary import AnnotationKind


class Annotations:
    """Makes excerpts of what other programs marked, and keeps what they said of it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._excerpts = Excerpts(store)
        self._documents = Documents(store)

    def take_over(self, document_id: int, annotations: Sequence[Annotation]) -> list[int]:
        """Makes an excerpt of each annotation, in one step; gives their ids.

        An excerpt is said to be made by the annotation's author and at its time, where the file
        tells them. What lies on no page of the document is left out.

        Raises:
            NotFoundError: There is no such document.
        """
        text = self._documents.text(document_id)
        pages = {page.number: page for page in self._documents.pages(document_id)}
        made = []
        with self._store.step("Take over highlights and notes"):
            for annotation in annotations:
                anchor = _anchor(annotation, text, pages.get(annotation.page))
                if anchor is not None:
                    made.append(self._take(document_id, anchor, annotation))
        return made

    def decline(self, excerpt_ids: Iterable[int]) -> None:
        """Deletes those excerpts that were taken over and that nobody has worked on since.

        An excerpt that was tagged, linked, noted or reviewed meanwhile is a person's work: it
        stays.
        """
        with self._store.step("Decline highlights and notes"):
            for excerpt_id in excerpt_ids:
                if self._store.value(_UNTOUCHED, {"excerpt": excerpt_id}):
                    self._store.delete("excerpt", excerpt_id)

    def origin(self, excerpt_id: int) -> Origin | None:
        """Gives what the document itself says of an excerpt; None for one that was made here."""
        row = self._store.row("SELECT * FROM excerpt_origin WHERE excerpt_id = ?", (excerpt_id,))
        if row is None:
            return None
        return Origin(AnnotationKind(row["kind"]), row["author"], row["made_at"])

    def _take(self, document_id: int, anchor: Anchor, annotation: Annotation) -> int:
        store = self._store
        excerpt_id = self._excerpts.create(document_id, anchor, note=annotation.note)
        said = {
            "color": annotation.color,
            "created_by": annotation.author,
            "created_at": _utc(annotation.made_at),
        }
        store.update("excerpt", excerpt_id, {name: value for name, value in said.items() if value})
        store.insert(
            "excerpt_origin",
            {
                "excerpt_id": excerpt_id,
                "kind": annotation.kind.value,
                "author": annotation.author,
                "made_at": annotation.made_at,
                "note": annotation.note,
            },
        )
        return excerpt_id


_LEAST = 16.0  # points of a side: a note is often a mere point, and has to be seen and clicked
_LINKED = ("excerpt_event", "excerpt_actor", "excerpt_topic", "excerpt_citation", "claim")
_UNTOUCHED = f"""SELECT 1 FROM excerpt
    JOIN excerpt_origin AS origin ON origin.excerpt_id = excerpt.id
    WHERE excerpt.id = :excerpt AND excerpt.note = origin.note AND excerpt.state = 'draft'
    {
    "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.excerpt_id = excerpt.id)"
        for table in _LINKED
    )
}"""


def _anchor(annotation: Annotation, text: str, page: Page | None) -> Anchor | None:
    """Gives where an annotation stands: on its words, else as a region of its page."""
    if page is None:
        return None
    if annotation.start < annotation.end:
        return describe(
            text,
            annotation.start,
            annotation.end,
            page=annotation.page,
            rectangles=annotation.rectangles,
        )
    boxes = annotation.rectangles
    try:
        left, top = min(box.left for box in boxes), min(box.top for box in boxes)
        right = max(left + _LEAST, *(box.right for box in boxes))
        bottom = max(top + _LEAST, *(box.bottom for box in boxes))
        return describe_region(page, spanned(page, (left, top), (right, bottom)))
    except (InvalidValueError, ValueError):  # it has no area, or lies beside the page
        return None


def _utc(made_at: str) -> str:
    """Gives a moment as the archive writes it; "" for a day alone or a moment of no known zone."""
    try:
        moment = datetime.fromisoformat(made_at)
    except ValueError:
        return ""
    if moment.tzinfo is None:
        return ""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
