"""Where the excerpts of a text stand in another version of it: sure places, proposals, or none.

Only what cannot be another passage is taken; whatever could be two places is left to a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from archivist.domain.anchor import Candidate, describe, locate
from archivist.domain.model import Anchor, Excerpt
from archivist.domain.reading import Page
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState
from archivist.finding.similar import similar_passages


class Fate(StrEnum):
    """What becomes of an excerpt when its text is replaced."""

    STAYS = "stays"
    MOVED = "moved"
    PROPOSED = "proposed"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Relocated:
    """An excerpt as it was, its place in the new text if that is sure, else what could be it."""

    excerpt: Excerpt
    fate: Fate
    anchor: Anchor | None = None
    proposals: tuple[Candidate, ...] = ()


def relocate(
    excerpts: Sequence[Excerpt],
    before: str,
    after: str,
    pages: Sequence[Page] = (),
    pages_before: Sequence[Page] = (),
) -> list[Relocated]:
    """Finds excerpts of the text `before` again in the text `after`; both with their pages.

    What stands in a beginning or an end that both versions share is sure without looking. A region
    stays where its page reads as before and is as large; how a page without words looks nobody
    can tell from here, so that its regions are left to a person.
    """
    old_pages = {page.number: page for page in pages_before}
    new_pages = {page.number: page for page in pages}
    head = _shared(before, after)
    tail = _shared(before[::-1], after[::-1])
    shift = len(after) - len(before)
    found: list[Relocated] = []
    lost: list[int] = []
    for excerpt in excerpts:
        anchor, is_placed = excerpt.anchor, excerpt.anchor_state is not AnchorState.ORPHANED
        if anchor.region is not None:
            old, new = old_pages.get(anchor.region.page), new_pages.get(anchor.region.page)
            same = is_placed and old and new and _is_same_page(old, new, before, after)
            place = describe_region(new, anchor.region, anchor.quote) if same and new else None
            fate = Fate.STAYS if place else Fate.ORPHANED
            found.append(Relocated(excerpt, fate, place))
            continue
        if is_placed and anchor.end <= head:
            start = anchor.start
        elif is_placed and anchor.start >= len(before) - tail:
            start = anchor.start + shift
        else:
            located = locate(anchor, after, trusts_place=False)
            if located.start is None:
                lost.append(len(found))
                found.append(Relocated(excerpt, Fate.ORPHANED, proposals=located.candidates))
                continue
            start = located.start
        stays = is_placed and start == anchor.start
        place = _described(after, start, start + len(anchor.quote), pages)
        found.append(Relocated(excerpt, Fate.STAYS if stays else Fate.MOVED, place))
    similar = similar_passages(
        [found[number].excerpt.anchor for number in lost],
        after,
        [found[number].proposals for number in lost],
    )
    for number, proposals in zip(lost, similar, strict=True):
        fate = Fate.PROPOSED if proposals else Fate.ORPHANED
        found[number] = Relocated(found[number].excerpt, fate, proposals=proposals)
    return found


def anchor_at(candidate: Candidate, text: str, pages: Sequence[Page] = ()) -> Anchor:
    """Describes the place of a proposal that a person took."""
    return _described(text, candidate.start, candidate.end, pages)


def _described(text: str, start: int, end: int, pages: Sequence[Page]) -> Anchor:
    # Rectangles are left out: the new file's pages may be set otherwise.
    page = next((page.number for page in pages if page.start <= start < page.end), None)
    return describe(text, start, end, page=page)


def _is_same_page(old: Page, new: Page, before: str, after: str) -> bool:
    words = before[old.start : old.end]
    same_size = (old.width, old.height) == (new.width, new.height)
    return same_size and bool(words.strip()) and words == after[new.start : new.end]


def _shared(one: str, other: str) -> int:
    """Gives how many code points two texts begin with together."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
