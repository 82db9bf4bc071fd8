"""The text of a page in its place, also where the sheet lies on its side."""

import pytest

from archivist.readers.page_text import PageText
from archivist.readers.pages import Box

TEXT = "Two words\nand more"
SIZE = 100.0  # points; of the square page that is turned
EMPTY = (0.0, 0.0, 0.0, 0.0)


def level(text: str = TEXT) -> list[Box]:
    """Gives letters of 5 by 10 points in lines from left to right."""
    boxes, x, y = [], 10.0, 10.0
    for letter in text:
        boxes.append((x, y, x + 5, y + 10) if not letter.isspace() else EMPTY)
        x, y = (10.0, y + 20) if letter == "\n" else (x + 5, y)
    return boxes


def turned(box: Box, degrees: int) -> Box:
    """Gives where a box stands once its page was turned clockwise."""
    left, top, right, bottom = box
    if box == EMPTY or not degrees:
        return box
    if degrees == 90:
        return SIZE - bottom, left, SIZE - top, right
    return top, SIZE - right, bottom, SIZE - left


def page(degrees: int) -> PageText:
    return PageText(TEXT, [turned(box, degrees) for box in level()])


@pytest.mark.parametrize("degrees", [0, 90, 270])
def test_lines_are_known_in_whichever_direction_they_run(degrees: int) -> None:
    found = page(degrees)
    assert found.turn == degrees
    assert found.boxes(0, len(TEXT)) == [
        turned((10, 10, 55, 20), degrees),
        turned((10, 30, 50, 40), degrees),
    ]
    assert found.boxes(4, 9) == [turned((30, 10, 55, 20), degrees)]


@pytest.mark.parametrize("degrees", [0, 90, 270])
def test_points_lead_to_letters_in_whichever_direction_lines_run(degrees: int) -> None:
    found = page(degrees)
    x, y, _, _ = turned((31, 15, 31, 15), degrees)
    assert found.character_at(x, y) == found.caret_at(x, y) == 4
    x, y, _, _ = turned((34, 15, 34, 15), degrees)
    assert found.caret_at(x, y) == 5
    assert found.words_in(turned((25, 5, 60, 25), degrees)) == "words"


@pytest.mark.parametrize("degrees", [0, 90, 270])
def test_a_range_begins_at_its_head_and_ends_at_its_foot(degrees: int) -> None:
    head, foot = turned((10, 10, 10, 10), degrees), turned((50, 40, 50, 40), degrees)
    assert page(degrees).ends(0, len(TEXT)) == (head[:2], foot[:2])
    assert page(degrees).ends(3, 4) is None


def test_a_page_without_words_is_level() -> None:
    assert PageText("", []).turn == 0
    assert PageText("a b", [EMPTY] * 3).turn == 0
