import unicodedata
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archivist.ui.reader.search import Match, find

Form = Literal["NFC", "NFD"]


def found(text: str, words: str, *, case: bool = False, whole: bool = False) -> list[str]:
    return [text[match.start : match.end] for match in find(text, words, case=case, whole=whole)]


def test_finds_without_regard_to_case_unless_asked_to() -> None:
    assert found("Road, road, ROAD", "road") == ["Road", "road", "ROAD"]
    assert found("Road, road, ROAD", "road", case=True) == ["road"]


def test_finds_whole_words_only_when_asked_to() -> None:
    assert len(found("the other they", "the")) == 3
    assert found("the other they", "the", whole=True) == ["the"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("sought", ["NFC", "NFD"])
def test_finds_composed_and_decomposed_letters_alike(form: Form, sought: Form) -> None:
    text = "x " + unicodedata.normalize(form, "Mijatović") + " y"
    words = unicodedata.normalize(sought, "mijatović")
    assert found(text, words) == [unicodedata.normalize(form, "Mijatović")]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("the ﬁrst oﬃce", "first", "ﬁrst"),
        ("the ﬁrst oﬃce", "office", "oﬃce"),
        ("die Straße", "strasse", "Straße"),
        ("Հայաստան և Արցախ", "եւ", "և"),
        ("the ministry’s list", "ministry's", "ministry’s"),
        ("handed\nout  by", "handed out by", "handed\nout  by"),
    ],
)
def test_finds_what_people_read_however_it_is_written(text: str, words: str, expected: str) -> None:
    assert found(text, words) == [expected]


def test_signs_are_taken_as_they_are() -> None:
    assert find("a [23] b (c) .*", "[23]") == [Match(2, 6)]
    assert find("a.*b", ".*") == [Match(1, 3)]
    assert find("anything", "  ") == []


@given(st.text(max_size=60), st.integers(0, 50), st.integers(1, 10))
@example("\U0001d15e", 0, 1)
@example("\ufb2a\ufb2b", 0, 2)
def test_any_piece_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    piece = text[start : start + length].strip()
    if piece:
        assert find(text, piece, case=True)
