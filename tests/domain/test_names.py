"""When two names are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.errors import InvalidValueError
from archivist.domain.names import clean_name, name_key


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
def test_composed_and_decomposed_names_are_one(name: str) -> None:
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)
    assert name_key(unicodedata.normalize("NFC", name)) == name_key(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("  Council  of\u00a0Europe ", "council of europe"),
        ("Mijatovi\u0107", "MIJATOVIC\u0301"),
        ("ՀԱՅԵՐԵՆ", "հայերեն"),
    ],
)
def test_names_that_differ_in_case_or_spaces_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_that_differ_in_letters_are_two() -> None:
    assert name_key("Şuşa") != name_key("Susa")


def test_a_cleaned_name_keeps_its_letters() -> None:
    assert clean_name(" Council \n of  Europe ") == "Council of Europe"


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="actor's name is empty"):
        clean_name(" \n", "actor's name")
