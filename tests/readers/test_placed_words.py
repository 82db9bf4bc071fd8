"""Each code point of a recognized text stands in its share of its word's box."""

import pytest

from archivist.domain.recognition import RecognizedWord
from archivist.readers.pages import Box
from archivist.readers.recognized_text import placed_words


def boxes(text: str, *words: RecognizedWord) -> tuple[Box, ...]:
    layout = placed_words(1, 595, 842, text, words)
    assert layout.text == text
    assert len(layout.boxes) == len(text)
    return layout.boxes


def test_letters_share_their_word_from_left_to_right() -> None:
    found = boxes(
        "ab c", RecognizedWord(0, 2, 10, 5, 30, 15, 90), RecognizedWord(3, 4, 40, 5, 50, 15, 90)
    )
    assert found == ((10, 5, 20, 15), (20, 5, 30, 15), (0, 0, 0, 0), (40, 5, 50, 15))


@pytest.mark.parametrize("word", ["שלום", "سلام"])
def test_letters_of_scripts_that_run_leftward_share_it_from_the_right(word: str) -> None:
    found = boxes(word, RecognizedWord(0, 4, 10, 5, 50, 15, 90))
    assert [box[0] for box in found] == [40, 30, 20, 10]


def test_figures_run_rightward_in_any_script() -> None:
    found = boxes("1917", RecognizedWord(0, 4, 10, 5, 50, 15, 90))
    assert [box[0] for box in found] == [10, 20, 30, 40]


@pytest.mark.parametrize("is_upward", [True, False])
def test_letters_on_a_sheet_lying_on_its_side_stand_above_each_other(*, is_upward: bool) -> None:
    first, second = (60.0, 10.0) if is_upward else (10.0, 60.0)
    found = boxes(
        "abcd efgh",
        RecognizedWord(0, 4, 5, first, 15, first + 40, 90),
        RecognizedWord(5, 9, 5, second, 15, second + 40, 90),
    )
    tops = [found[index][1] for index in (0, 1, 2, 3, 5, 6, 7, 8)]
    assert tops == sorted(tops, reverse=is_upward)


def test_words_that_do_not_fit_the_text_have_no_place() -> None:
    found = boxes("ab", RecognizedWord(0, 9, 1, 1, 2, 2, 90), RecognizedWord(1, 1, 1, 1, 2, 2, 90))
    assert found == ((0, 0, 0, 0), (0, 0, 0, 0))
