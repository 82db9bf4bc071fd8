from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from archivist.ui.reader.offsets import Offsets, for_qt

# Letters that Qt counts twice, that join, that combine, and that run from right to left.
ALPHABET = "aé\u0301 \n\u2028ẞՀայևשָׁלוֹםالعَرَبِيَّة😀👩\u200d👧🇦🇲𝔄\u202e"
texts = st.text(alphabet=st.sampled_from(ALPHABET), max_size=200)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_position_comes_back_from_qt_as_it_went(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        unit = offsets.to_units(point)
        assert unit == units(text[:point])
        assert offsets.to_points(unit) == point
    assert offsets.to_units(offsets.length) == units(text)


@given(texts)
def test_a_position_within_a_surrogate_pair_is_its_characters_own(text: str) -> None:
    offsets = Offsets(text)
    for point, character in enumerate(text):
        if units(character) == 2:
            assert offsets.to_points(offsets.to_units(point) + 1) == point


@given(st.text(max_size=300))
def test_what_qt_is_given_has_the_length_and_the_lines_that_qt_keeps(text: str) -> None:
    shown = for_qt(text)
    document = QTextDocument()
    document.setPlainText(shown)
    assert len(shown) == len(text)
    assert document.characterCount() - 1 == units(shown)
    assert document.blockCount() == shown.count("\n") + shown.count("\u2029") + 1


def test_a_text_without_astral_characters_keeps_its_positions() -> None:
    offsets = Offsets("plain text")
    assert [offsets.to_units(point) for point in range(11)] == list(range(11))
