"""The timeline's model, kept in step with the archive: only what a step touched is read again."""

from collections.abc import Iterable, Mapping

from archivist.archive.archive import Archive
from archivist.archive.tags import ExcerptTags
from archivist.domain.dates import UncertainDate, reading
from archivist.domain.model import Excerpt
from archivist.domain.timeline import (
    ActorMention,
    CitationMention,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineModel,
    span_of,
)
from archivist.ui.quoting import region_words
from archivist.ui.words import word

_Place = tuple[int, int, int, int, int, int]
"""Document, start, end, page, number, id: the order of reading."""
_EVENTS_SHOW = frozenset({"event", "claim"})
_CITATIONS_SHOW = frozenset({"citation", "marker"})


class KeptTimeline:
    """Everything that can stand on the timeline, as it is at every `update`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._moment = archive.changes.moment()
        self._excerpts: dict[int, TimelineExcerpt] = {}
        self._place_of: dict[int, _Place] = {}
        self._places: list[_Place] = []
        excerpts = archive.excerpts
        self._take(excerpts.all(), excerpts.tags(), archive.markers.labels(), excerpts.own_dates())
        self._places = sorted(self._place_of.values())
        self._events = self._read_events()
        self._citations = self._read_citations()
        self.model = self._made_model()

    def update(self) -> None:
        """Reads again what was touched since the last time."""
        archive = self._archive
        moment = archive.changes.moment()
        touched = archive.changes.since(self._moment)
        self._moment = moment
        if touched.tables & _EVENTS_SHOW:
            self._events = self._read_events()
        if touched.tables & _CITATIONS_SHOW:
            self._citations = self._read_citations()
        if touched.excerpts:
            self._replace(touched.excerpts)
        self.model = self._made_model()

    def _replace(self, excerpt_ids: frozenset[int]) -> None:
        excerpts = self._archive.excerpts
        before = {self._place_of.pop(id_, None) for id_ in excerpt_ids} - {None}
        for excerpt_id in excerpt_ids:
            self._excerpts.pop(excerpt_id, None)
        tags = excerpts.tags(list(excerpt_ids))
        cited = {citation.id for links in tags.citations.values() for citation, _ in links}
        self._take(
            excerpts.some(excerpt_ids),
            tags,
            self._archive.markers.labels(cited),
            excerpts.own_dates(excerpt_ids),
        )
        after = {self._place_of[id_] for id_ in excerpt_ids if id_ in self._place_of}
        if before != after:
            self._places = [place for place in self._places if place not in before]
            self._places += after
            self._places.sort()

    def _take(
        self,
        excerpts: Iterable[Excerpt],
        tags: ExcerptTags,
        labels: Mapping[int, str],
        dates: Mapping[int, UncertainDate],
    ) -> None:
        for excerpt in excerpts:
            self._excerpts[excerpt.id] = _made_excerpt(
                excerpt,
                tags,
                labels,
                dates.get(excerpt.id),
                region_words(self._archive, excerpt),
            )
            anchor = excerpt.anchor
            self._place_of[excerpt.id] = (
                excerpt.document_id,
                anchor.start,
                anchor.end,
                anchor.page or 0,
                excerpt.number,
                excerpt.id,
            )  # fmt: skip

    def _made_model(self) -> TimelineModel:
        excerpts = self._excerpts
        return TimelineModel(
            self._events, tuple([excerpts[place[-1]] for place in self._places]), self._citations
        )

    def _read_events(self) -> tuple[TimelineEvent, ...]:
        archive = self._archive
        conflicting = {claim.event_id for group in archive.claims.conflicts() for claim in group}
        return tuple(
            TimelineEvent(
                event.id,
                event.name,
                span_of(event.date, reading(event.date) if event.date else ""),
                event.color,
                figures_conflict=event.id in conflicting,
                parent_id=event.parent_id,
            )
            for event in archive.events.all()
        )

    def _read_citations(self) -> tuple[TimelineCitation, ...]:
        labels = self._archive.markers.labels()
        return tuple(
            TimelineCitation(
                citation.id,
                labels.get(citation.id, citation.key),
                citation.title,
                span_of(citation.date, reading(citation.date) if citation.date else ""),
            )
            for citation in self._archive.citations.all()
        )


def _made_excerpt(
    excerpt: Excerpt,
    tags: ExcerptTags,
    labels: Mapping[int, str],
    date: UncertainDate | None,
    stand_in: str,
) -> TimelineExcerpt:
    return TimelineExcerpt(
        id=excerpt.id,
        document_id=excerpt.document_id,
        name=excerpt.name,
        quote=excerpt.anchor.quote,
        event_ids=tuple([event.id for event in tags.events.get(excerpt.id, ())]),
        actors=tuple(
            [
                ActorMention(actor.id, actor.name, word(link.stance or link.role))
                for actor, link in tags.actors.get(excerpt.id, ())
            ]
        ),
        citations=tuple(
            [
                CitationMention(citation.id, labels.get(citation.id, citation.key), citation.title)
                for citation, _ in tags.citations.get(excerpt.id, ())
            ]
        ),
        topic_ids=tuple([topic.id for topic in tags.topics.get(excerpt.id, ())]),
        stand_in=stand_in,
        span=span_of(date, reading(date)) if date else None,
    )
