"""Passages that read nearly as a quote does: what to propose where its exact words are gone.

A proposal is for a person to take or to leave. Time grows with the text and with the number of
quotes, not with their product: the text is walked through once for the letters of all quotes.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from archivist.domain.anchor import Candidate
from archivist.domain.model import Anchor

_GRAM = 6  # code points that are looked up at once
_GRAMS = 120  # of a description, evenly spread
_PLACES = 24  # of one gram; what stands more often tells nothing
_WINDOWS = 4  # that are compared with a quote
_GIVEN = 3  # candidates
_LEAST = 0.68  # share of letters that agree
_SHORT = 256  # code points; such a quote is laid along the whole window
_LONG = 3000  # code points; of a longer quote, begin and end are looked for
_EDGE = 600  # code points of such a begin or end

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")

Places = Mapping[str, Sequence[int]]


def similar_passages(
    anchors: Sequence[Anchor], text: str, known: Sequence[Sequence[Candidate]] = ()
) -> list[tuple[Candidate, ...]]:
    """Gives for each description the passages of a text that read most like it, best first.

    A candidate's score is the share of letters that quote and passage have in common.

    Args:
        anchors: The descriptions.
        text: Where to look.
        known: For each description, places that were found by other means; they are compared, too.
    """
    places = _places(anchors, text)
    others = known or [()] * len(anchors)
    return [
        _similar(anchor, text, places, other) for anchor, other in zip(anchors, others, strict=True)
    ]


def _grams(words: str) -> list[tuple[int, str]]:
    """Gives pieces of a text and where they stand in it."""
    last = len(words) - _GRAM
    step = max(1, last // _GRAMS)
    return [(start, words[start : start + _GRAM]) for start in range(0, last + 1, step)]


def _described(anchor: Anchor) -> str:
    return anchor.prefix + anchor.quote + anchor.suffix


def _places(anchors: Sequence[Anchor], text: str) -> Places:
    """Finds where the pieces of all descriptions stand; too frequent ones are left out."""
    found: dict[str, list[int]] = {
        gram: [] for anchor in anchors for _, gram in _grams(_described(anchor))
    }
    if found:
        for start in range(len(text) - _GRAM + 1):
            starts = found.get(text[start : start + _GRAM])
            if starts is not None and len(starts) <= _PLACES:
                starts.append(start)
    return {gram: starts for gram, starts in found.items() if len(starts) <= _PLACES}


def _similar(
    anchor: Anchor, text: str, places: Places, known: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    found = [_compared(anchor.quote, text, each.start, each.end) for each in known]
    for start in _likely_starts(anchor, places):
        candidate = _fitted(anchor.quote, text, start)
        if candidate is not None and candidate.score >= _LEAST:
            found.append(candidate)
    found.sort(key=lambda each: (-each.score, abs(each.start - anchor.start)))
    given: list[Candidate] = []
    for candidate in found:  # the same passage with other edges is no other proposal
        if all(candidate.end <= each.start or each.end <= candidate.start for each in given):
            given.append(candidate)
    return tuple(given[:_GIVEN])


def _compared(quote: str, text: str, start: int, end: int) -> Candidate:
    score = Indel.normalized_similarity(quote, text[start:end])
    return Candidate(start, end, round(score, 4))


def _likely_starts(anchor: Anchor, places: Places) -> list[int]:
    """Gives where the quote would begin according to most of its pieces."""
    width = max(16, len(anchor.quote) // 4)
    votes: Counter[int] = Counter()
    for offset, gram in _grams(_described(anchor)):
        for place in places.get(gram, ()):
            votes[(place - offset + len(anchor.prefix)) // width] += 1
    # What falls on both sides of a border counts together.
    joined = {bucket: count + votes.get(bucket + 1, 0) for bucket, count in votes.items()}
    best = sorted(joined, key=lambda bucket: (-joined[bucket], abs(bucket * width - anchor.start)))
    return [bucket * width for bucket in best[:_WINDOWS]]


def _fitted(quote: str, text: str, start: int) -> Candidate | None:
    """Gives the passage near a place that fits a quote best."""
    if len(quote) > _LONG:
        head = _fitted(quote[:_EDGE], text, start)
        tail = _fitted(quote[-_EDGE:], text, start + len(quote) - _EDGE)
        if head is None or tail is None or tail.end <= head.start:
            return None
        return Candidate(head.start, tail.end, min(head.score, tail.score))
    slack = len(quote) // 2 + 64
    low = max(0, start - slack)
    window = text[low : start + len(quote) + slack]
    if not window:
        return None
    starts, ends = _edges(quote, window)
    scored = []
    for begin, end in {
        _whole_words(quote, window, first, last) for first in starts for last in ends
    }:
        if begin < end:
            scored.append(_compared(quote, text, low + begin, low + end))
    best = max(scored, key=lambda each: (each.score, -each.start), default=None)
    if best is not None and best.end == low + len(window) < len(text) and best.start > start:
        return _fitted(quote, text, best.start)  # cut off by the window: look again around it
    return best


def _edges(quote: str, window: str) -> tuple[set[int], set[int]]:
    """Gives where a passage that reads like a quote may start and end in a window of text.

    Its longer pieces in common span it, also where much was put in between; a passage of the same
    length is fitted, too, where lines like it stand around. Each edge may reach to the letter that
    the quote begins or ends with.
    """
    least = min(_GRAM, max(2, len(quote) // 3))
    blocks = [
        block
        for block in Indel.opcodes(quote, window)
        if block.tag == "equal" and block.src_end - block.src_start >= least
    ]
    starts, ends = set[int](), set[int]()
    if blocks:
        first, last = blocks[0], blocks[-1]
        starts.add(max(0, first.dest_start - first.src_start))
        ends.add(min(len(window), last.dest_end + len(quote) - last.src_end))
    aligned = fuzz.partial_ratio_alignment(quote, window) if len(quote) <= _SHORT else None
    if aligned is not None and len(quote) <= len(window):
        starts.add(aligned.dest_start)
        ends.add(aligned.dest_end)
    reach = 16 + len(quote) // 8
    starts |= {max(0, window.find(quote[0], start, start + reach)) for start in starts}
    ends |= {window.find(quote[-1], max(0, end - 1), end + reach) + 1 for end in ends}
    return starts, ends


def _whole_words(quote: str, window: str, start: int, end: int) -> tuple[int, int]:
    """Widens a range to whole words where the quote has whole words, without spaces around."""
    while 0 < start < end and window[start - 1].isalnum() and window[start].isalnum():
        start -= 1
    while start < end < len(window) and window[end - 1].isalnum() and window[end].isalnum():
        end += 1
    while start < end and window[start].isspace() and not quote[:1].isspace():
        start += 1
    while start < end and window[end - 1].isspace() and not quote[-1:].isspace():
        end -= 1
    return start, end


def differences(quote: str, passage: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Gives quote and passage in pieces of whole words, each with whether the other has it, too."""
    old, new = _WORDS.findall(quote), _WORDS.findall(passage)
    before: list[tuple[str, bool]] = []
    after: list[tuple[str, bool]] = []
    for step in Indel.opcodes(old, new):
        is_shared = step.tag == "equal"
        if step.src_start < step.src_end:
            before.append(("".join(old[step.src_start : step.src_end]), is_shared))
        if step.dest_start < step.dest_end:
            after.append(("".join(new[step.dest_start : step.dest_end]), is_shared))
    return before, after
