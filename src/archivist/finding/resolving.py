"""What a marker leads to: the one entry that it can mean, several, or none."""

from collections.abc import Sequence

from archivist.domain.reading import FoundMarker
from archivist.domain.vocabulary import LinkState, MarkerKind
from archivist.finding.list_lines import Entry


def marker_of(
    start: int,
    end: int,
    label: str,
    kind: MarkerKind,
    candidates: Sequence[Entry],
    locator: str = "",
) -> FoundMarker:
    """Makes a marker of a label and the entries that it can mean; none of several is chosen."""
    if len(candidates) != 1:
        state = LinkState.AMBIGUOUS if candidates else LinkState.UNRESOLVED
        return FoundMarker(start, end, label, kind, state, locator=locator)
    entry = candidates[0]
    return FoundMarker(
        start, end, label, kind, LinkState.RESOLVED, entry.start, entry.text, locator
    )
