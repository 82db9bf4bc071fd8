"""Identifiers of people and bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain import identifiers
from archivist.domain.errors import InvalidValueError


def test_an_address_gives_the_identifier_in_it() -> None:
    assert identifiers.wikidata("https://www.wikidata.org/wiki/Q42") == "Q42"
    assert identifiers.wikidata(" q42 ") == "Q42"
    assert identifiers.viaf("https://viaf.org/viaf/113230702/") == "113230702"
    assert identifiers.isni("https://isni.org/isni/0000000121032683") == "0000 0001 2103 2683"
    assert identifiers.isni("ISNI 0000-0001-2103-2683") == "0000 0001 2103 2683"


@pytest.mark.parametrize("text", ["42", "Q", "Q0", "Q42x", "P31"])
def test_what_is_no_wikidata_item_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="Q42"):
        identifiers.wikidata(text)


@pytest.mark.parametrize("text", ["", "abc", "0123", "1" * 40])
def test_what_is_no_viaf_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        identifiers.viaf(text)


@pytest.mark.parametrize("text", ["", "0000 0001 2103", "0000 0001 2103 26832", "abcd"])
def test_an_isni_has_sixteen_characters(text: str) -> None:
    with pytest.raises(InvalidValueError, match="16 digits"):
        identifiers.isni(text)


def test_an_isni_may_end_with_x() -> None:
    assert identifiers.isni("0000 0001 2281 955X") == "0000 0001 2281 955X"


@given(
    digits=st.text("0123456789", min_size=15, max_size=15),
    place=st.integers(0, 14),
    other=st.sampled_from("0123456789"),
)
def test_one_mistyped_digit_of_an_isni_is_always_seen(digits: str, place: int, other: str) -> None:
    check = identifiers.isni_check(digits)
    assert identifiers.isni(digits + check)
    mistyped = digits[:place] + other + digits[place + 1 :]
    if mistyped != digits:
        with pytest.raises(InvalidValueError, match="mistyped"):
            identifiers.isni(mistyped + check)
