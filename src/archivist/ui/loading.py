"""From the archive to the plain models that widgets show; nothing here changes anything."""

from collections.abc import Sequence

from archivist.archive.archive import Archive
from archivist.domain.dates import reading
from archivist.domain.model import Document
from archivist.domain.vocabulary import AnchorState
from archivist.ui.inspector_model import ActorTag, CitationTag, ClaimLine, InspectorModel
from archivist.ui.quoting import region_words
from archivist.ui.reader.model import ReaderModel
from archivist.ui.tag_picker import PickerModel


def reader_model(archive: Archive, document_id: int) -> ReaderModel:
    """Gives a document as the reader shows it."""
    documents = archive.documents
    document = documents.get(document_id)
    return ReaderModel(
        document_id=document.id,
        title=document.title,
        text=documents.text(document_id),
        format=document.format,
        pages=tuple(documents.pages(document_id)),
        blocks=tuple(documents.blocks(document_id)),
        marks=tuple(documents.marks(document_id)),
        outline=tuple(documents.outline(document_id)),
        pictures=tuple(documents.pictures(document_id)),
        language=document.language,
        direction=document.direction,
        published=reading(document.date) if document.date else "",
        imported_at=document.imported_at,
        sha256=document.sha256,
        original_kept=archive.originals.has(document.sha256),
        source=document.source,
        provenance=archive.provenances.newest_of(document_id),
        parents=tuple(parent.title for parent in documents.parents(document_id)),
        version=version_of(archive, document),
    )


def version_of(archive: Archive, document: Document) -> str:
    """Gives what tells a document's file and text, and how much was recognized, from others."""
    recognized = len(archive.recognized.numbers(document.id))
    return f"{document.sha256} {document.text_sha256} {recognized}"


def inspector_model(archive: Archive, excerpt_id: int) -> InspectorModel:
    """Gives an excerpt with everything that is linked to it."""
    excerpt = archive.excerpts.get(excerpt_id)
    document = archive.documents.get(excerpt.document_id)
    tags = archive.excerpts.tags([excerpt_id])
    labels = archive.markers.labels_in(document.id)
    speakers = {actor.id: actor.name for actor in archive.actors.all()}
    conflicting = {claim.id for group in archive.claims.conflicts() for claim in group}
    pages = {page.number: page.label for page in archive.documents.pages(document.id)}
    anchor = excerpt.anchor
    return InspectorModel(
        excerpt=excerpt,
        document_title=document.title,
        page_label=pages.get(anchor.page, "") if anchor.page is not None else "",
        direction=document.direction,
        events=tuple(tags.events.get(excerpt_id, ())),
        actors=tuple(ActorTag(actor, link) for actor, link in tags.actors.get(excerpt_id, ())),
        topics=tuple(tags.topics.get(excerpt_id, ())),
        citations=tuple(
            CitationTag(citation, link, labels.get(citation.id, ""))
            for citation, link in tags.citations.get(excerpt_id, ())
        ),
        claims=tuple(
            ClaimLine(claim, speakers.get(claim.speaker_id or 0, ""), claim.id in conflicting)
            for claim in tags.claims.get(excerpt_id, ())
        ),
        nearest_date=(
            archive.documents.nearest_date(document.id, anchor.start, anchor.end)
            if excerpt.anchor_state is not AnchorState.ORPHANED and anchor.region is None
            else None
        ),
        origin=archive.annotations.origin(excerpt_id),
        read_only=archive.read_only,
        stand_in=region_words(archive, excerpt),
    )


def picker_model(
    archive: Archive,
    document_id: int,
    start: int,
    end: int,
    excerpt_id: int | None,
    recent: Sequence[tuple[str, int]],
) -> PickerModel:
    """Gives what a passage can be tagged with, and what is near it."""
    tagged: set[tuple[str, int]] = set()
    is_placed = True
    if excerpt_id is not None:
        is_placed = archive.excerpts.get(excerpt_id).anchor_state is not AnchorState.ORPHANED
        tags = archive.excerpts.tags([excerpt_id])
        tagged |= {("event", event.id) for event in tags.events.get(excerpt_id, ())}
        tagged |= {("actor", actor.id) for actor, _ in tags.actors.get(excerpt_id, ())}
        tagged |= {("topic", topic.id) for topic in tags.topics.get(excerpt_id, ())}
        tagged |= {("citation", item.id) for item, _ in tags.citations.get(excerpt_id, ())}
    following = archive.markers.following(document_id, end, start=start) if is_placed else []
    return PickerModel(
        events=tuple(archive.events.all()),
        actors=tuple(archive.actors.all()),
        topics=tuple(archive.topics.all()),
        citations=tuple(archive.citations.all()),
        labels=archive.markers.labels_in(document_id),
        recent=tuple(recent),
        tagged=frozenset(tagged),
        nearest_date=(
            archive.documents.nearest_date(document_id, start, end)
            if is_placed and start < end  # what is near a region of a page nobody can tell
            else None
        ),
        following=tuple(dict.fromkeys(marker.label for marker in following)),
    )
