"""The rule by which text is cleaned, as laws."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.text import clean, clean_with_positions, direction_of

ANYTHING = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\r\n\t\0\v\f\x85\u2028\u2029\ud800\udfff\ufffe\uffff\ufdd0\U0001f600"),
    )
)


@given(ANYTHING)
def test_clean_text_holds_nothing_that_anything_else_refuses(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert not any(
        unicodedata.category(each) in {"Cc", "Cs"} for each in cleaned if each not in "\n\t"
    )
    assert not set(cleaned) & set("\r\u2028\u2029\ufffe\uffff\ufdd0\U0010ffff")


@given(ANYTHING)
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))))
def test_what_is_clean_already_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(ANYTHING)
def test_positions_lead_back_to_what_a_character_stands_for(text: str) -> None:
    cleaned, positions = clean_with_positions(text)
    assert cleaned == clean(text)
    assert len(positions) == len(cleaned)
    assert positions == sorted(set(positions))
    for character, position in zip(cleaned, positions, strict=True):
        if character not in "\n\ufffd":
            assert text[position] == character


@given(ANYTHING)
def test_only_a_carriage_return_before_a_line_feed_is_left_out(text: str) -> None:
    assert len(clean(text)) == len(text) - text.count("\r\n")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\nd\ve\ff\x85g\u2028h\u2029i", "a\nb\nc\nd\ne\nf\ng\nh\ni"),
        ("a\0b\x1b[0m\x7f\x9b", "a\ufffdb\ufffd[0m\ufffd\ufffd"),
        ("a\ud800b", "a\ufffdb"),
        ("\ufffe \U0001ffff", "\ufffd \ufffd"),
        ("tab\tand \u00a0 stay", "tab\tand \u00a0 stay"),
        ("e\u0301 \u202e \u200d \u00ad \ufeff", "e\u0301 \u202e \u200d \u00ad \ufeff"),
    ],
)
def test_the_rule_by_example(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("", ""),
        ("1948 — 2023!", ""),
        ("Sources", "ltr"),
        ("Հայերեն", "ltr"),
        ("تقرير الشهود", "rtl"),
        ("עדים, see Report", "ltr"),
        ("(PDF) דין וחשבון של העדים", "rtl"),
    ],
)
def test_direction_is_that_of_most_letters(text: str, direction: str) -> None:
    assert direction_of(text) == direction
