"""A small timeline as an archivist has one, and a large one, for the tests of the pane."""

from archivist.domain.calendar import day_number
from archivist.domain.timeline import (
    ActorMention,
    CitationMention,
    Span,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineModel,
)

BLOCKADE, OFFENSIVE, VISIT, UNDATED_EVENT = 1, 2, 3, 4


def span(first: str, last: str, reading: str = "") -> Span:
    return Span(day_number(first), day_number(last), reading or first)


SMALL = TimelineModel(
    events=(
        TimelineEvent(
            BLOCKADE,
            "Blockade",
            Span(None, day_number("2023-09-10"), "… – early September 2023", approximate=True),
        ),
        TimelineEvent(
            OFFENSIVE,
            "Offensive",
            span("2023-09-19", "2023-09-20", "19–20 September 2023"),
            figures_conflict=True,
        ),
        TimelineEvent(VISIT, "Visit", span("2023-10-16", "2023-10-23", "16–23 October 2023")),
        TimelineEvent(UNDATED_EVENT, "A meeting"),
    ),
    excerpts=(
        TimelineExcerpt(11, 1, "1:11", "Bread was handed out.", (BLOCKADE,)),
        TimelineExcerpt(
            12,
            1,
            "1:12",
            "Shelling began.",
            (OFFENSIVE,),
            (ActorMention(1, "Red Cross", "reports"),),
            (CitationMention(70, "70"),),
        ),
        TimelineExcerpt(13, 2, "2:1", "She travelled through the region.", (VISIT,)),
        TimelineExcerpt(14, 2, "2:2", "They met in the evening.", (UNDATED_EVENT,)),
    ),
    citations=(
        TimelineCitation(70, "70", "A briefing", span("2023-10-01", "2023-10-01")),
        TimelineCitation(71, "71", "An undated leaflet"),
    ),
)


def large(count: int) -> TimelineModel:
    """Gives a timeline with an event a day, each with two excerpts."""
    return TimelineModel(
        tuple(TimelineEvent(at, f"Event {at}", Span(at, at, f"day {at}")) for at in range(count)),
        tuple(
            TimelineExcerpt(2 * at + half, 1, f"1:{at}", f"Quote {half} of {at}", (at,))
            for at in range(count)
            for half in (0, 1)
        ),
    )


def crowded_day(count: int) -> TimelineModel:
    """Gives a timeline whose events are all of one day."""
    return TimelineModel(
        tuple(TimelineEvent(at, f"Event {at}", Span(5, 5, "one day")) for at in range(count))
    )
