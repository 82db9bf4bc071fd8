"""Where an excerpt stands: describe a passage, and locate it again in a text that has changed.

A unique match moves, everything else is proposed or orphaned: never a silent guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Anchor
from archivist.domain.reading import Rectangle
from archivist.domain.vocabulary import AnchorState

CONTEXT = 32  # code points kept before and after a quote
_CANDIDATES = 10  # what a person can look through
_MOST_PLACES = 2000  # of one quote that are compared one by one


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a passage may stand; `score` is the share of its description that agrees."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands now; an orphaned one has candidates, best first, and none chosen."""

    state: AnchorState
    start: int | None = None
    end: int | None = None
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()


def describe(
    text: str,
    start: int,
    end: int,
    *,
    page: int | None = None,
    rectangles: tuple[Rectangle, ...] = (),
) -> Anchor:
    """Describes the passage [start, end) of a text, in code points, so that it is found again.

    Raises:
        InvalidValueError: The range is empty or reaches outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise InvalidValueError(
            f"There is no passage from {start} to {end}: the text has {len(text)} characters, and"
            " a passage starts before it ends."
        )
    return Anchor(
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        page=page,
        rectangles=rectangles,
    )


def locate(anchor: Anchor, text: str, *, trusts_place: bool = True) -> Located:
    """Finds a described passage in a text.

    The quote at its old position is anchored, unless another place fits the surroundings better,
    or (where the place is not to be trusted, since the text may have shifted) just as well.
    Otherwise the only place with the exact quote, or the one place among several whose surroundings
    agree more than any other's and by at least half, is a move. Else the passage is orphaned, with
    the places that could be meant.
    """
    found = [
        Candidate(start, start + len(anchor.quote), _agreement(anchor, text, start))
        for start in islice(_occurrences(anchor.quote, text), _MOST_PLACES)
    ]
    if len(found) == _MOST_PLACES:
        return _by_surroundings(anchor, text, trusts_place=trusts_place)
    if not found:
        return Located(AnchorState.ORPHANED, candidates=tuple(_between_surroundings(anchor, text)))
    best = max(candidate.score for candidate in found)
    equals = [candidate for candidate in found if candidate.score == best]
    for candidate in equals:
        if candidate.start == anchor.start and (trusts_place or len(equals) == 1):
            return Located(AnchorState.ANCHORED, candidate.start, candidate.end, best)
    if len(found) == 1 or (len(equals) == 1 and best >= 0.5):
        only = equals[0]
        return Located(AnchorState.MOVED, only.start, only.end, only.score)
    found.sort(key=lambda candidate: (-candidate.score, abs(candidate.start - anchor.start)))
    return Located(AnchorState.ORPHANED, candidates=tuple(found[:_CANDIDATES]))


def _by_surroundings(anchor: Anchor, text: str, *, trusts_place: bool) -> Located:
    """Finds words that stand nearly everywhere, by all of their surroundings or not at all."""
    length = len(anchor.quote)
    whole = anchor.prefix + anchor.quote + anchor.suffix
    if trusts_place and text.startswith(whole, max(0, anchor.start - len(anchor.prefix))):
        return Located(AnchorState.ANCHORED, anchor.start, anchor.start + length, 1.0)
    starts = [found + len(anchor.prefix) for found in islice(_occurrences(whole, text), 2)]
    if len(starts) != 1:
        return Located(AnchorState.ORPHANED)
    state = AnchorState.ANCHORED if starts[0] == anchor.start else AnchorState.MOVED
    return Located(state, starts[0], starts[0] + length, 1.0)


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    """Gives each start of a string in a text; occurrences may overlap."""
    if not wanted:
        return
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def _agreement(anchor: Anchor, text: str, start: int) -> float:
    """Gives the share of the surroundings, counted outwards from the quote, that agrees.

    A passage with no surroundings of its own (it was the whole text) agrees with any.
    """
    end = start + len(anchor.quote)
    before = text[max(0, start - len(anchor.prefix)) : start]
    after = text[end : end + len(anchor.suffix)]
    total = len(anchor.prefix) + len(anchor.suffix)
    if total == 0:
        return 1.0
    agreeing = _common(anchor.prefix[::-1], before[::-1]) + _common(anchor.suffix, after)
    return agreeing / total


def _common(first: str, second: str) -> int:
    """Gives the number of leading code points that two strings share."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _between_surroundings(anchor: Anchor, text: str) -> Iterator[Candidate]:
    """Gives what now stands between the old surroundings, where the quote itself is gone."""
    if not anchor.prefix or not anchor.suffix:
        return
    reach = 2 * len(anchor.quote) + CONTEXT
    given = 0
    for found in _occurrences(anchor.prefix, text):
        start = found + len(anchor.prefix)
        end = text.find(anchor.suffix, start, start + reach + len(anchor.suffix))
        if end > start:
            length = (len(anchor.prefix) + len(anchor.suffix)) / (
                len(anchor.prefix) + len(anchor.quote) + len(anchor.suffix)
            )
            yield Candidate(start, end, length)
            given += 1
            if given == _CANDIDATES:
                return
