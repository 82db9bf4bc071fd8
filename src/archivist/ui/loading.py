"""From the archive to the plain models that widgets show; nothing here changes anything."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from archivist.archive.archive import Archive
from archivist.archive.tags import ExcerptTags
from archivist.domain.dates import UncertainDate, reading
from archivist.domain.model import Excerpt, ExcerptState, FoundDate, Marker
from archivist.domain.timeline import (
    ActorMention,
    CitationMention,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineModel,
    span_of,
)
from archivist.ui import theme
from archivist.ui.inspector_model import ActorTag, CitationTag, ClaimLine, InspectorModel
from archivist.ui.reader.model import Highlight, ReaderModel, Stripe
from archivist.ui.tag_picker import PickerModel
from archivist.ui.words import word


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
        language=document.language,
        direction=document.direction,
        published=reading(document.date) if document.date else "",
        imported_at=document.imported_at,
        sha256=document.sha256,
        original_kept=archive.originals.has(document.sha256),
        source=document.source,
    )


def annotations(
    archive: Archive, document_id: int
) -> tuple[list[Highlight], list[Marker], list[FoundDate]]:
    """Gives what is drawn over a document's text: highlights, markers and dates."""
    excerpts = archive.excerpts.in_document(document_id)
    tags = archive.excerpts.tags([excerpt.id for excerpt in excerpts])
    colors = theme.current()
    highlights = []
    for excerpt in excerpts:
        events = tags.events.get(excerpt.id, [])
        names = [event.name for event in events]
        names += [
            f"{actor.name} · {word(link.role)}" for actor, link in tags.actors.get(excerpt.id, [])
        ]
        names += [topic.name for topic in tags.topics.get(excerpt.id, [])]
        highlights.append(
            Highlight(
                excerpt_id=excerpt.id,
                start=excerpt.anchor.start,
                end=excerpt.anchor.end,
                rectangles=excerpt.anchor.rectangles,
                stripes=tuple(
                    Stripe(colors.event_color(event.id, event.color), event.name)
                    for event in events
                ),
                reviewed=excerpt.state == ExcerptState.REVIEWED,
                tooltip="\n".join([excerpt.name, *names]),
            )
        )
    return (
        highlights,
        archive.markers.in_document(document_id),
        archive.documents.dates(document_id),
    )


def nearest_date(dates: Sequence[FoundDate], start: int, end: int) -> UncertainDate | None:
    """Gives the date in a passage, else the one before or after it that stands nearest.

    Where two are equally far, the one before counts: texts date what follows.
    """
    if not dates:
        return None

    def distance(found: FoundDate) -> tuple[int, int]:
        if found.start < end and start < found.end:
            return 0, found.start
        if found.end <= start:
            return start - found.end, 0
        return found.start - end, 1

    return min(dates, key=distance).date


def inspector_model(archive: Archive, excerpt_id: int) -> InspectorModel:
    """Gives an excerpt with everything that is linked to it."""
    excerpt = archive.excerpts.get(excerpt_id)
    document = archive.documents.get(excerpt.document_id)
    tags = archive.excerpts.tags([excerpt_id])
    labels = marker_labels(archive, document.id)
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
        nearest_date=nearest_date(archive.documents.dates(document.id), anchor.start, anchor.end),
        read_only=archive.read_only,
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
    if excerpt_id is not None:
        tags = archive.excerpts.tags([excerpt_id])
        tagged |= {("event", event.id) for event in tags.events.get(excerpt_id, ())}
        tagged |= {("actor", actor.id) for actor, _ in tags.actors.get(excerpt_id, ())}
        tagged |= {("topic", topic.id) for topic in tags.topics.get(excerpt_id, ())}
        tagged |= {("citation", item.id) for item, _ in tags.citations.get(excerpt_id, ())}
    following = archive.markers.following(document_id, end, start=start)
    return PickerModel(
        events=tuple(archive.events.all()),
        actors=tuple(archive.actors.all()),
        topics=tuple(archive.topics.all()),
        citations=tuple(archive.citations.all()),
        labels=marker_labels(archive, document_id),
        recent=tuple(recent),
        tagged=frozenset(tagged),
        nearest_date=nearest_date(archive.documents.dates(document_id), start, end),
        following=tuple(dict.fromkeys(marker.label for marker in following)),
    )


def marker_labels(archive: Archive, document_id: int) -> dict[int, str]:
    """Gives the label by which a document knows each citation."""
    markers = archive.markers.in_document(document_id)
    return {
        marker.citation_id: marker.label for marker in markers if marker.citation_id is not None
    }


def timeline_model(archive: Archive) -> TimelineModel:
    """Gives everything that can stand on the timeline."""
    tags = archive.excerpts.tags()
    labels = archive.markers.labels()
    conflicting = {claim.event_id for group in archive.claims.conflicts() for claim in group}
    citations = archive.citations.all()
    return TimelineModel(
        events=tuple(
            TimelineEvent(
                event.id,
                event.name,
                span_of(event.date, reading(event.date) if event.date else ""),
                event.color,
                figures_conflict=event.id in conflicting,
                parent_id=event.parent_id,
            )
            for event in archive.events.all()
        ),
        excerpts=tuple(
            _timeline_excerpt(excerpt, tags, labels, date) for excerpt, date in _dated(archive)
        ),
        citations=tuple(
            TimelineCitation(
                citation.id,
                labels.get(citation.id, citation.key),
                citation.title,
                span_of(citation.date, reading(citation.date) if citation.date else ""),
            )
            for citation in citations
        ),
    )


def _dated(archive: Archive) -> Iterator[tuple[Excerpt, UncertainDate | None]]:
    """Gives every excerpt with the first date that its own words hold."""
    dates: list[FoundDate] = []
    document_id = 0
    for excerpt in archive.excerpts.all():
        if excerpt.document_id != document_id:
            document_id = excerpt.document_id
            dates = archive.documents.dates(document_id)
        start, end = excerpt.anchor.start, excerpt.anchor.end
        position = bisect_left(dates, start, key=lambda found: found.start)
        own = position < len(dates) and dates[position].end <= end
        yield excerpt, dates[position].date if own else None


def _timeline_excerpt(
    excerpt: Excerpt, tags: ExcerptTags, labels: Mapping[int, str], date: UncertainDate | None
) -> TimelineExcerpt:
    return TimelineExcerpt(
        id=excerpt.id,
        document_id=excerpt.document_id,
        name=excerpt.name,
        quote=excerpt.anchor.quote,
        event_ids=tuple(event.id for event in tags.events.get(excerpt.id, ())),
        actors=tuple(
            ActorMention(actor.id, actor.name, word(link.stance or link.role))
            for actor, link in tags.actors.get(excerpt.id, ())
        ),
        citations=tuple(
            CitationMention(citation.id, labels.get(citation.id, citation.key), citation.title)
            for citation, _ in tags.citations.get(excerpt.id, ())
        ),
        topic_ids=tuple(topic.id for topic in tags.topics.get(excerpt.id, ())),
        span=span_of(date, reading(date)) if date else None,
    )
