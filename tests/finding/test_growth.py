"""Finding takes time in proportion to the text, whatever stands in it."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from archivist.domain.names import KnownName
from archivist.domain.reading import Block, Mark
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.finding.entry_blocks import with_entries
from archivist.finding.figures import find_figures
from archivist.finding.markers import find_markers
from archivist.finding.names import find_names
from archivist.finding.speech import find_sources
from archivist.finding.supporting import supported_passage

_LONGER = 8
_BEARABLE = 24  # times as long for a text eight times as long; quadratic is sixty-four
_LEAST = 0.004  # seconds; what is shorter says nothing


def seconds(text: str, blocks: tuple[Block, ...] = (), marks: tuple[Mark, ...] = ()) -> float:
    begun = time.process_time()
    markers = find_markers(text, with_entries(text, blocks), marks)
    for marker in markers[:200]:
        supported_passage(text, marker, blocks, markers)
    return time.process_time() - begun


@pytest.mark.parametrize(
    "piece",
    [
        *("References\n", "References\n1. a\n", "Notes\n[1] x\n", "Index\nNotes\n", "Page 1\n"),
        *("[1] ", "[1", "[1][2]", "[23]:4", "(Suny 2015) ", "(A 2015, 3; B 2015) ", "("),
        *("(A 1999; ", "Suny (2015) ", "A (2015) ", "A and ", "A-", "see A (", "(2015)"),
        *("et al. ", "* a\n", "a* ", "1. x\n", "Smith, J. 1999.\n", "a.1 ", "¹", "[^a]: b\n"),
        *("1. Smith, J. 1999.\n2. Roe, A. 1999.\n", "Suny, R. (2015). X\n", " ", "\n", "- "),
        *("“a. ", "a.” ", '"', "a[1]", "References\nA 2015a. "),
    ],
)
def test_no_text_makes_finding_quadratic(piece: str) -> None:
    count = 2_500 // len(piece)
    assert grows_in_proportion(lambda times: seconds(piece * (count * times)))


def test_no_shape_makes_finding_quadratic() -> None:
    def shaped(times: int) -> float:
        count = 200 * times
        text = "References\n[1] a\n" * count
        places = range(0, len(text), 17)
        blocks = [Block(BlockKind.HEADING, start, start + 10, level=1) for start in places]
        blocks += [Block(BlockKind.LIST_ITEM, start + 11, start + 16) for start in places]
        marks = [Mark(MarkKind.ANCHOR, 11, 11, f"note-{number}") for number in range(count)]
        marks += [
            Mark(MarkKind.LINK, start + 11, start + 14, f"#note-{number}")
            for number, start in enumerate(places)
        ]
        ordered = tuple(sorted(blocks, key=lambda block: block.start))
        assert all(one.end <= other.start for one, other in pairwise(ordered))
        return seconds(text, ordered, tuple(marks))

    assert grows_in_proportion(shaped)


@pytest.mark.parametrize(
    "piece",
    [
        *("A ", "Ab ", "A-", "A.", "Ab, a ", "(Ab ", "US (US", "and Ab ", "of Ab ", "Council of "),
        *("President of the ", "Mr ", "Иван ", "e\u0301", "İ", "’", "a", "A", "\n", ". ", "[1]"),
        *(
            '"',
            "“a ",
            "said ",
            "Ab said ",
            "He said that ",
            "according to ",
            "was called by ",
            "by ",
        ),
        *(", said ", "A, said ", ", a miller, said ", "was accused. ", "St. A's ", "Women's "),
        *("1 ", "1,000 ", "1–", "$", "hundred ", "one hundred and ", "between 1 and ", "aged 5 "),
    ],
)
def test_no_text_makes_finding_who_and_how_many_quadratic(piece: str) -> None:
    known = [KnownName(1, "A A A"), KnownName(2, "A"), KnownName(3, "Иван Петров")]

    def work(times: int) -> float:
        text = piece * (2_000 // len(piece) * times) + "Ada Brook"
        begun = time.process_time()
        find_sources(text, names=find_names(text, known=known))
        find_figures(text)
        return time.process_time() - begun

    assert grows_in_proportion(work)


def grows_in_proportion(work: Callable[[int], float]) -> bool:
    """Whether some attempt on the longer text takes no more than its share of time."""
    limit = max(min(work(1) for _ in range(3)), _LEAST) * _BEARABLE
    return any(work(_LONGER) < limit for _ in range(3))
