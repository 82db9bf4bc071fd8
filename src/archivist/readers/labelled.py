"""Pages of a text that has none of paper: messages, cues, chapters, each with a label."""

from collections.abc import Sequence
from itertools import pairwise

from archivist.domain.reading import Page


def labelled_pages(labels: Sequence[tuple[int, str]], length: int) -> tuple[Page, ...]:
    """Gives the pages of a text of some length, from where each begins and its label.

    The line end before a page belongs to neither; the first page begins the text.
    """
    starts = [0, *(start for start, _ in labels[1:]), length + 1]
    return tuple(
        Page(number, label, start, end - 1)
        for number, ((start, end), (_, label)) in enumerate(
            zip(pairwise(starts), labels, strict=True), 1
        )
    )
