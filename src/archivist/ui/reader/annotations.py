"""The highlights, markers, dates and suggestions of one document, asked for by place.

Both views draw from this. Lanes are dealt out once over the whole document, so that a stripe does
not jump from lane to lane while the text scrolls.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archivist.domain.model import Marker
from archivist.domain.reading import FoundDate
from archivist.ui.reader.model import Highlight, Stripe, Suggested
from archivist.ui.reader.ranges import Ranges

STRIPE_LANES = 5
LINE_DEPTHS = 3
# Two excerpts this near (in code points) may share a line, where their stripes would touch.
_SAME_LINE = 90


@dataclass(frozen=True, slots=True)
class PlacedStripe:
    """A stripe with its excerpt, its range, and its lane (0 is next to the text)."""

    highlight: Highlight
    stripe: Stripe
    lane: int

    @property
    def start(self) -> int:
        """Where the excerpt begins."""
        return self.highlight.start

    @property
    def end(self) -> int:
        """Where the excerpt ends."""
        return self.highlight.end


class Annotations:
    """What is drawn over one text, and which excerpt is chosen."""

    def __init__(
        self,
        highlights: Sequence[Highlight] = (),
        markers: Sequence[Marker] | Ranges[Marker] = (),
        dates: Sequence[FoundDate] | Ranges[FoundDate] = (),
        suggestions: Sequence[Suggested] | Ranges[Suggested] = (),
    ) -> None:
        self.highlights = Ranges(each for each in highlights if each.start < each.end)
        self._regions = _by_page(highlights)
        self.markers = Ranges.of(markers)
        self.dates = Ranges.of(dates)
        self.suggestions = Ranges.of(suggestions)
        self.stripes = Ranges(_placed(self.highlights.items))
        self.depths = _depths(self.highlights.items)
        self.chosen: Highlight | None = None
        self._by_id = {highlight.excerpt_id: highlight for highlight in highlights}

    def choose(self, excerpt_id: int | None) -> Highlight | None:
        """Marks an excerpt as the chosen one; gives it, or None where it is not in this text."""
        self.chosen = None if excerpt_id is None else self._by_id.get(excerpt_id)
        return self.chosen

    def regions_on(self, page: int) -> Sequence[Highlight]:
        """Gives the regions on a page (from 1), from the top to the bottom."""
        return self._regions.get(page, ())

    def of(self, excerpt_id: int) -> Highlight | None:
        """Gives an excerpt of this text, or None where it is in another."""
        return self._by_id.get(excerpt_id)

    def highlight_at(self, position: int) -> Highlight | None:
        """Gives the shortest highlight over a character: the one that overlaps hide least."""
        return min(self.highlights.at(position), key=_length, default=None)


def _by_page(highlights: Iterable[Highlight]) -> dict[int, list[Highlight]]:
    found: dict[int, list[Highlight]] = {}
    empty = [(each.region, each) for each in highlights if each.start == each.end]
    regions = [(box, each) for box, each in empty if box is not None]
    for box, highlight in sorted(regions, key=lambda pair: (pair[0].top, pair[1].excerpt_id)):
        found.setdefault(box.page, []).append(highlight)
    return found


def _length(highlight: Highlight) -> int:
    return highlight.end - highlight.start


def _placed(highlights: Iterable[Highlight]) -> list[PlacedStripe]:
    """Deals each stripe the innermost lane that is free around it; a full margin shares."""
    placed = []
    free_from = [0] * STRIPE_LANES
    for highlight in highlights:
        for stripe in highlight.stripes:
            lane = _free_lane(free_from, highlight.start)
            free_from[lane] = max(free_from[lane], highlight.end + _SAME_LINE)
            placed.append(PlacedStripe(highlight, stripe, lane))
    return placed


def _depths(highlights: Iterable[Highlight]) -> dict[int, int]:
    """Says for each excerpt how low its line is drawn, so that overlapping lines stay apart."""
    depths = {}
    free_from = [0] * LINE_DEPTHS
    for highlight in highlights:
        depth = _free_lane(free_from, highlight.start)
        free_from[depth] = max(free_from[depth], highlight.end)
        depths[highlight.excerpt_id] = depth
    return depths


def _free_lane(free_from: Sequence[int], start: int) -> int:
    """Gives the first lane that is free at a start, else the one that will be free soonest."""
    for lane, free in enumerate(free_from):
        if free <= start:
            return lane
    return free_from.index(min(free_from))
