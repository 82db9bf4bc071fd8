"""Giving a document the text that was recognized: its excerpts stay, or are found again in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from archivist.archive.archive import Archive
from archivist.archive.replacing import Place, Version
from archivist.domain.anchor import describe
from archivist.domain.errors import (
    InvalidValueError,
)
from archivist.domain.model import Excerpt
from archivist.domain.recognition import (
    DOUBTFUL,
)
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState
from archivist.finding.relocating import Fate, Relocated, relocate
from archivist.recognizing.composing import Recognized, composed
from archivist.replacing import places


@dataclass(frozen=True, slots=True)
class Kept:
    """What recognizing gave: pages, words, those of little confidence, and lost excerpts."""

    document_id: int
    pages: int
    words: int
    doubtful: int
    excerpts: tuple[Relocated, ...] = ()  # of pages that had another text before


def keep(archive: Archive, recognized: Recognized) -> Kept:
    """Gives a document the text that was recognized, in one step.

    Excerpts on other pages, and regions of any, stay where they are. Those in a text that gives
    way to another are found again in it as in a new version.

    Raises:
        NotFoundError: There is no such document any more.
        InvalidValueError: It has another file by now.
        ReadOnlyError: The archive was opened only to be read.
        StorageError: The disk is full or the drive gone.
    """
    document = archive.documents.get(recognized.document_id)
    if document.sha256 != recognized.file:
        raise InvalidValueError(
            f"“{document.title}” has a new version since its text was recognized; nothing was"
            " changed. Recognize its text again."
        )
    if document.text_sha256 != recognized.before:
        recognized = composed(archive, document, recognized.recognition, None)
    before = archive.documents.text(document.id)
    stays, lost = _places(archive.excerpts.in_document(document.id), recognized)
    moved = relocate(lost, before, recognized.read.text, recognized.read.pages)
    version = Version(
        recognized.read,
        document.original_name,
        document.sha256,
        recognized.markers,
        recognized.dates,
        labels={marker.label: marker.label for marker in recognized.markers},
    )
    archive.recognized.take(document, recognized.recognition, version, {**stays, **places(moved)})
    words = [word for page in recognized.recognition.pages for word in page.words]
    return Kept(
        document.id,
        len(recognized.recognition.pages),
        len(words),
        sum(word.confidence < DOUBTFUL for word in words),
        tuple(each for each in moved if each.fate in {Fate.PROPOSED, Fate.ORPHANED}),
    )


def _places(
    excerpts: Sequence[Excerpt], recognized: Recognized
) -> tuple[dict[int, Place], list[Excerpt]]:
    """Gives the places of excerpts that stay where they are, and the others."""
    text = recognized.read.text
    pages = {page.number: page for page in recognized.read.pages}
    stays: dict[int, Place] = {}
    lost: list[Excerpt] = []
    for excerpt in excerpts:
        anchor = excerpt.anchor
        is_orphaned = excerpt.anchor_state is AnchorState.ORPHANED
        if anchor.region is not None and not is_orphaned:
            # It is on its page, whatever that reads.
            region = describe_region(pages[anchor.region.page], anchor.region, anchor.quote)
            stays[excerpt.id] = Place(region, excerpt.anchor_state)
            continue
        place = None if is_orphaned else recognized.moves.moved(anchor.start, anchor.end)
        if place is None:
            lost.append(excerpt)
            continue
        described = describe(text, *place, page=anchor.page, rectangles=anchor.rectangles)
        stays[excerpt.id] = Place(described, excerpt.anchor_state)
    return stays, lost
