"""Tesseract's table becomes a text whose words know where they stand."""

import pytest

from archivist.domain.recognition import RecognizedPage
from archivist.domain.text import clean
from archivist.readers.recognized_text import recognized_page

COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
HEAD = COLUMNS.replace(" ", "\t")


def table(*lines: tuple[int, int, str]) -> str:
    """Lines of words as block, line and words; each letter is 10 pixels wide and 20 high."""
    rows = [HEAD, "4\t1\t1\t1\t1\t0\t0\t0\t900\t20\t-1\t"]
    for block, line, words in lines:
        left = 100
        for number, word in enumerate(words.split(" "), 1):
            box = f"{left}\t{line * 30}\t{len(word) * 10}\t20"
            rows.append(f"5\t1\t{block}\t1\t{line}\t{number}\t{box}\t91.5\t{word}")
            left += len(word) * 10 + 10
    return "\n".join(rows) + "\n"


def read(*lines: tuple[int, int, str]) -> RecognizedPage:
    page = recognized_page(table(*lines), 3, 0.24, 0.24)
    assert page.text == clean(page.text)
    for word in page.words:
        assert not set(page.text[word.start : word.end]) & set(" \n")
    return page


def test_lines_stand_below_each_other_and_paragraphs_apart() -> None:
    page = read((1, 1, "The road"), (1, 2, "was open."), (2, 3, "Nobody came."))
    assert page.number == 3
    assert page.text == "The road\nwas open.\n\nNobody came."
    assert [page.text[start:end] for start, end in page.paragraphs] == [
        "The road\nwas open.",
        "Nobody came.",
    ]
    words = [page.text[word.start : word.end] for word in page.words]
    assert words == ["The", "road", "was", "open.", "Nobody", "came."]
    assert (page.words[1].left, page.words[1].top) == (33.6, 7.2)
    assert (page.words[1].right, page.words[1].bottom) == (43.2, 12.0)
    assert page.words[0].confidence == 92


def test_a_word_divided_by_a_line_end_is_one_word_with_a_soft_hyphen() -> None:
    page = read((1, 1, "It was danger-"), (1, 2, "ous there."))
    assert page.text == "It was danger\u00adous there."
    assert [page.text[word.start : word.end] for word in page.words][2:4] == ["danger\u00ad", "ous"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("A 1917-", "18 list"), ("Smith-", "Jones"), ("the end -", "and more"), ("UN-", "led")],
)
def test_other_hyphens_stay(first: str, second: str) -> None:
    assert read((1, 1, first), (1, 2, second)).text == f"{first}\n{second}"


def test_a_word_at_the_end_of_a_paragraph_does_not_go_on_in_the_next() -> None:
    assert read((1, 1, "danger-"), (2, 2, "ous")).text == "danger-\n\nous"


@pytest.mark.parametrize(
    "row",
    [
        "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t95\t ",
        "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\tnan\tword",
        "5\t1\t1\t1\t1\t1\tx\t0\t9\t9\t95\tword",
        "5\t1\t1",
        "nonsense",
    ],
)
def test_what_is_no_word_is_left_out(row: str) -> None:
    page = recognized_page(f"{HEAD}\n{row}\n", 1, 1.0, 1.0)
    assert (page.text, page.words, page.paragraphs) == ("", (), ())


def test_confidence_stays_within_its_bounds_and_characters_are_cleaned() -> None:
    place = "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t"
    rows = f"{HEAD}\n{place}-3\ta\u2028b\x01\n{place}140\tc"
    page = recognized_page(rows, 1, 1.0, 1.0)
    assert page.text == "ab\ufffd c"
    assert [word.confidence for word in page.words] == [0, 100]
