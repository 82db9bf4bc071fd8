"""What a timeline shows, dated in day numbers, and which of it a filter lets through.

A filter's axes combine with *and*; the values of one axis combine with *or*.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from archivist.domain.calendar import day_number
from archivist.domain.dates import Certainty, Extent, Modifier, UncertainDate


@dataclass(frozen=True, slots=True)
class Span:
    """When something was, in day numbers (0 is 1 January 1970); None where an end is open.

    At least one end is known. `between` says that it happened some time within, not all the time.
    """

    earliest: int | None
    latest: int | None
    reading: str = ""  # how the date reads to a person
    approximate: bool = False
    inferred: bool = False
    questionable: bool = False
    between: bool = False

    @property
    def first(self) -> int:
        """The day its row stands at: its start, or its end where the start is open."""
        return _known(self.earliest, self.latest)

    @property
    def last(self) -> int:
        """The last day known of it."""
        return _known(self.latest, self.earliest)


def _known(end: int | None, other: int | None) -> int:
    if end is not None:
        return end
    if other is not None:
        return other
    raise ValueError("A span with two open ends is no date.")


def span_of(date: UncertainDate | None, reading: str = "") -> Span | None:
    """Gives the span of a date, or None where the date is missing or says nothing."""
    if date is None or (date.earliest is None and date.latest is None):
        return None
    earliest = None if date.earliest is None else day_number(date.earliest)
    latest = None if date.latest is None else day_number(date.latest)
    if date.modifier is Modifier.BEFORE and latest is not None:
        earliest = None
    if date.modifier is Modifier.AFTER and earliest is not None:
        latest = None
    return Span(
        earliest,
        latest,
        reading or date.text,
        approximate=date.certainty is Certainty.APPROXIMATE
        or date.modifier in {Modifier.APPROXIMATE, Modifier.START, Modifier.MID, Modifier.END},
        inferred=date.certainty is Certainty.INFERRED,
        questionable=date.certainty is Certainty.QUESTIONABLE,
        between=date.extent is Extent.BETWEEN,
    )


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An event; `color` is "" (from the palette, by id) or "#rrggbb"."""

    id: int
    name: str
    span: Span | None = None
    color: str = ""
    figures_conflict: bool = False
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor in an excerpt; `words` is the role or the stance as a person reads it."""

    id: int
    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CitationMention:
    """A citation behind an excerpt, by the label its text gives it; titles tell labels apart."""

    id: int
    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class TimelineExcerpt:
    """A quoted passage; `span` is the nearest date of its own, used where its events have none.

    A region of a page may quote nothing: then `stand_in` is what is shown of it.
    """

    id: int
    document_id: int
    name: str  # "3:14"
    quote: str
    event_ids: tuple[int, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    citations: tuple[CitationMention, ...] = ()
    topic_ids: tuple[int, ...] = ()
    span: Span | None = None
    stand_in: str = ""


@dataclass(frozen=True, slots=True)
class TimelineCitation:
    """A source, which stands at the date of its publication."""

    id: int
    label: str
    title: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class TimelineModel:
    """Everything a timeline can show; excerpts stand in the order they are to be read."""

    events: tuple[TimelineEvent, ...] = ()
    excerpts: tuple[TimelineExcerpt, ...] = ()
    citations: tuple[TimelineCitation, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """What to show: an empty set, or None, asks nothing of its axis.

    `excerpt_ids` are the results of a search; an empty set of them lets no excerpt through.
    """

    events: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()
    citations: frozenset[int] = frozenset()
    topics: frozenset[int] = frozenset()
    document_id: int | None = None
    document_ids: frozenset[int] = frozenset()
    excerpt_ids: frozenset[int] | None = None
    citations_shown: bool = True

    @property
    def asks_of_excerpts(self) -> bool:
        """Says whether an event needs an excerpt that passes in order to be shown."""
        return bool(
            self.actors
            or self.citations
            or self.topics
            or self.document_id is not None
            or self.document_ids
            or self.excerpt_ids is not None
        )


def filtered(model: TimelineModel, wanted: TimelineFilter) -> TimelineModel:
    """Gives what passes a filter; asking for an event asks for the events within it too."""
    if wanted == TimelineFilter():
        return model
    events = _with_descendants(model.events, wanted.events)
    excerpts = tuple(excerpt for excerpt in model.excerpts if _passes(excerpt, wanted, events))
    told_of = {event for excerpt in excerpts for event in excerpt.event_ids}
    cited = {mention.id for excerpt in excerpts for mention in excerpt.citations}
    restricted = wanted.asks_of_excerpts or bool(wanted.events)
    return TimelineModel(
        events=tuple(
            event
            for event in model.events
            if (not wanted.events or event.id in events)
            and (not wanted.asks_of_excerpts or event.id in told_of)
        ),
        excerpts=excerpts,
        citations=tuple(
            citation
            for citation in model.citations
            if wanted.citations_shown
            and (not restricted or citation.id in cited or citation.id in wanted.citations)
        ),
    )


def _passes(excerpt: TimelineExcerpt, wanted: TimelineFilter, events: frozenset[int]) -> bool:
    return (
        (not wanted.events or not events.isdisjoint(excerpt.event_ids))
        and (not wanted.actors or any(actor.id in wanted.actors for actor in excerpt.actors))
        and (
            not wanted.citations
            or any(mention.id in wanted.citations for mention in excerpt.citations)
        )
        and (not wanted.topics or not wanted.topics.isdisjoint(excerpt.topic_ids))
        and (wanted.document_id is None or excerpt.document_id == wanted.document_id)
        and (not wanted.document_ids or excerpt.document_id in wanted.document_ids)
        and (wanted.excerpt_ids is None or excerpt.id in wanted.excerpt_ids)
    )


def _with_descendants(events: Iterable[TimelineEvent], wanted: frozenset[int]) -> frozenset[int]:
    children: dict[int, list[int]] = {}
    for event in events:
        if event.parent_id is not None:
            children.setdefault(event.parent_id, []).append(event.id)
    found = set(wanted)
    waiting = list(wanted)
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return frozenset(found)
