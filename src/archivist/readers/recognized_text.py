"""Tesseract's table of words made into a page's text, and the text's words placed on the page.

Words of a line stand beside each other, lines below each other, and paragraphs apart by an empty
line. A word that a line's end has divided is put together as PDFium does it: its hyphen becomes a
soft one.
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archivist.domain.recognition import RecognizedPage, RecognizedWord
from archivist.domain.text import clean
from archivist.readers.pages import Box, PageLayout

_WORD = "5"  # the level of a row that is a word
_COLUMNS = 12
_HYPHENS = ("-", "‐")
_SOFT_HYPHEN = "\u00ad"
_EMPTY: Box = (0.0, 0.0, 0.0, 0.0)
_DIGITS = 1  # of a point that are kept


@dataclass(frozen=True, slots=True)
class _Row:
    paragraph: tuple[str, str]  # numbers of block and paragraph
    line: str
    box: tuple[int, int, int, int]  # left, top, right, bottom in pixels
    confidence: int
    text: str


def recognized_page(
    table: str, number: int, points_across: float, points_down: float
) -> RecognizedPage:
    """Gives the page (from 1) that a table tells of.

    Args:
        table: Tab-separated values as Tesseract writes them.
        number: The page's number.
        points_across: How many points a pixel is wide.
        points_down: How many points a pixel is high.
    """
    parts: list[str] = []
    words: list[RecognizedWord] = []
    paragraphs: list[tuple[int, int]] = []
    length = begun = 0
    before: _Row | None = None
    for row in _rows(table):
        if before is not None and row.paragraph != before.paragraph:
            paragraphs.append((begun, length))
            parts.append("\n\n")
            begun = length = length + 2
        elif before is not None and row.line != before.line and _goes_on(before.text, row.text):
            parts[-1] = parts[-1][:-1] + _SOFT_HYPHEN
        elif before is not None:
            parts.append(" " if row.line == before.line else "\n")
            length += 1
        left, top, right, bottom = row.box
        words.append(
            RecognizedWord(
                length,
                length + len(row.text),
                round(left * points_across, _DIGITS),
                round(top * points_down, _DIGITS),
                round(right * points_across, _DIGITS),
                round(bottom * points_down, _DIGITS),
                row.confidence,
            )
        )
        parts.append(row.text)
        length += len(row.text)
        before = row
    if before is not None:
        paragraphs.append((begun, length))
    return RecognizedPage(number, "".join(parts), tuple(words), tuple(paragraphs))


def placed_words(
    page: int, width: float, height: float, text: str, words: Sequence[RecognizedWord]
) -> PageLayout:
    """Gives where each code point of a page's text stands: an equal share of its word.

    A word in a script that runs leftward is shared from the right, one that is higher than wide,
    as on a sheet lying on its side, from where the words of its line begin.
    """
    boxes = [_EMPTY] * len(text)
    for index, word in enumerate(words):
        count = word.end - word.start
        if count <= 0 or word.end > len(text):
            continue
        shares = list(_shares(word, count, _runs_upward(words, index)))
        if _is_leftward(text[word.start : word.end]):
            shares.reverse()
        boxes[word.start : word.end] = shares
    return PageLayout(page, width, height, text, tuple(boxes))


def _shares(word: RecognizedWord, count: int, runs_upward: bool | None) -> Iterator[Box]:
    wide, high = word.right - word.left, word.bottom - word.top
    for number in range(count):
        first, last = number / count, (number + 1) / count
        if runs_upward is None:
            yield word.left + wide * first, word.top, word.left + wide * last, word.bottom
        elif runs_upward:
            yield word.left, word.bottom - high * last, word.right, word.bottom - high * first
        else:
            yield word.left, word.top + high * first, word.right, word.top + high * last


def _runs_upward(words: Sequence[RecognizedWord], index: int) -> bool | None:
    """Says whether a word that stands upright is read from below; None for one that lies."""
    word = words[index]
    letters = word.end - word.start
    if letters < 3 or word.bottom - word.top < 1.5 * (word.right - word.left):
        near = words[max(0, index - 1) : index + 2]
        upright = [each for each in near if each.end - each.start >= 3]
        if (
            letters >= 3
            or not upright
            or not all(each.bottom - each.top > 1.5 * (each.right - each.left) for each in upright)
        ):
            return None
    beside = words[index + 1] if index + 1 < len(words) else words[index - 1]
    return (beside.top < word.top) == (beside.start > word.start)


def _is_leftward(word: str) -> bool:
    kinds = (unicodedata.bidirectional(letter) for letter in word)
    return next((kind in {"R", "AL"} for kind in kinds if kind in {"L", "R", "AL", "EN"}), False)


def _rows(table: str) -> Iterator[_Row]:
    for line in table.split("\n"):
        fields = line.rstrip("\r").split("\t", _COLUMNS - 1)
        if len(fields) < _COLUMNS or fields[0] != _WORD:
            continue
        text = "".join(clean(fields[11]).split())
        if not text:  # a picture on the page is a word of one space
            continue
        try:
            left, top, width, height = map(int, fields[6:10])
            confidence = float(fields[10])
        except ValueError:
            continue
        if not math.isfinite(confidence):
            continue
        yield _Row(
            (fields[2], fields[3]),
            fields[4],
            (left, top, left + width, top + height),
            min(max(round(confidence), 0), 100),
            text,
        )


def _goes_on(before: str, after: str) -> bool:
    """Says whether a line's last word goes on with the first of the next line."""
    return (
        before.endswith(_HYPHENS)
        and before[-2:-1].isalpha()
        and before[-2:-1].islower()
        and after[:1].islower()
    )
