"""Timelines of any size for tests, and metrics that need no font."""

from hypothesis import strategies as st

from archivist.domain.timeline import (
    Span,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineModel,
)
from archivist.domain.timeline_index import Item


class FixedMetrics:
    """Headings of 24 pixels, opened ones of 30, quotes of 50, clusters of 22."""

    cluster_height = 22.0

    def item_height(self, item: Item, *, opened: bool) -> float:
        return 30.0 if opened else 24.0

    def excerpt_height(self, excerpt: TimelineExcerpt) -> float:
        return 50.0


@st.composite
def spans(draw: st.DrawFn) -> Span:
    day = draw(st.integers(-2000, 2000) | st.integers(0, 3) | st.integers(-900_000, 900_000))
    length = draw(st.integers(0, 3) | st.integers(0, 5000))
    ends = draw(st.sampled_from(["both", "both", "both", "start", "end"]))
    return Span(None if ends == "end" else day, None if ends == "start" else day + length)


@st.composite
def models(draw: st.DrawFn) -> TimelineModel:
    some_spans = st.none() | spans()
    dates = draw(st.lists(some_spans, max_size=40))
    events = tuple(TimelineEvent(at, f"Event {at}", span) for at, span in enumerate(dates))
    homes = st.lists(st.integers(0, max(len(events) - 1, 0)), unique=True, max_size=3)
    told = draw(st.lists(st.tuples(homes, some_spans), max_size=40))
    excerpts = tuple(
        TimelineExcerpt(at, 1, f"1:{at}", f"Quote {at}", tuple(home) if events else (), span=span)
        for at, (home, span) in enumerate(told)
    )
    published = draw(st.lists(some_spans, max_size=15))
    citations = tuple(
        TimelineCitation(at, str(at), f"Report {at}", span) for at, span in enumerate(published)
    )
    return TimelineModel(events, excerpts, citations)
