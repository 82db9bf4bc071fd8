"""What a page's own markup says about a source."""

from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.coins import CITE_CLASS, item_from_markup
from archivist.domain.references import guess_item

JOURNAL = {
    "ctx_ver": "Z39.88-2004",
    "rft_val_fmt": "info:ofi/fmt:kev:mtx:journal",
    "rft.genre": "article",
    "rft.atitle": "On bread.",
    "rft.jtitle": "Journal of Food",
    "rft.aulast": "Roe",
    "rft.aufirst": "Ann B.",
    "rft.date": "2015-03-04",
    "rft.volume": "12",
    "rft.issue": "3",
    "rft.pages": "45-67",
    "rft.issn": "0261-3077",
    "rft_id": "info:doi/10.1000/xyz",
}


def kind(words: str) -> str:
    return urlencode({CITE_CLASS: words})


def test_a_context_object_gives_an_item() -> None:
    query = urlencode([*JOURNAL.items(), ("rft.au", "Roe, Ann B."), ("rft.au", "Poe, Li")])
    assert item_from_markup([query]) == {
        "type": "article-journal",
        "title": "On bread",
        "container-title": "Journal of Food",
        "author": [{"family": "Roe", "given": "Ann B."}, {"family": "Poe", "given": "Li"}],
        "issued": {"date-parts": [[2015, 3, 4]]},
        "volume": "12",
        "issue": "3",
        "page": "45-67",
        "ISSN": "0261-3077",
        "DOI": "10.1000/xyz",
    }


@pytest.mark.parametrize(
    ("pairs", "classes", "expected"),
    [
        ({"rft.genre": "book", "rft.btitle": "B", "rft.isbn": "1"}, "", "book"),
        ({"rft.genre": "bookitem", "rft.atitle": "C", "rft.btitle": "B"}, "", "chapter"),
        ({"rft.genre": "unknown", "rft.btitle": "B", "rft_id": "//example.org/b"}, "", "webpage"),
        ({"rft.genre": "book", "rft.btitle": "B", "rft_id": "http://example.org"}, "", "webpage"),
        ({"rft.genre": "unknown", "rft.title": "B"}, "", "document"),
        ({"rft.genre": "unknown", "rft.atitle": "A"}, "citation news cs1", "article-newspaper"),
        ({"rft.genre": "book", "rft.atitle": "C", "rft.btitle": "B"}, "citation book", "chapter"),
        ({"rft.genre": "unknown", "rft.btitle": "T"}, "citation thesis cs1", "thesis"),
    ],
)
def test_the_type_is_what_class_or_genre_say(
    pairs: dict[str, str], classes: str, expected: str
) -> None:
    assert item_from_markup([kind(classes), urlencode(pairs)])["type"] == expected


def test_markup_counts_before_words_and_words_fill_what_it_leaves_out() -> None:
    raw = (
        '“Sanction”. Herald. Archived from the original on 6 May 2020. Retrieved 7 May 2020. "x" y.'
    )
    query = urlencode({"rft.atitle": "Sanctions &amp; bread", "rft.jtitle": "The Herald"})
    addresses = ["https://web.archive.org/web/2020/https://example.org", "https://example.org"]
    assert guess_item(raw, addresses, [kind("citation news"), query]) == {
        "type": "article-newspaper",
        "title": "Sanctions & bread",
        "container-title": "The Herald",
        "URL": "https://example.org",
        "archive_location": "https://web.archive.org/web/2020/https://example.org",
        "custom": {"archived": "2020-05-06"},
        "accessed": {"date-parts": [[2020, 5, 7]]},
    }


def test_a_title_whose_bytes_are_mangled_is_taken_from_the_words() -> None:
    item = guess_item("“Roe’s bread”. Herald.", (), ["rft.atitle=Roe%99s+bread&rft.jtitle=Herald"])
    assert (item["title"], item["container-title"]) == ("Roe’s bread", "Herald")


def test_an_entry_that_bundles_sources_is_about_its_first() -> None:
    first, second = urlencode({"rft.btitle": "One"}), urlencode({"rft.btitle": "Two"})
    assert item_from_markup([first, second])["title"] == "One"


@given(st.lists(st.text(max_size=60) | st.sampled_from([urlencode(JOURNAL), "rft.au=%99"])))
def test_any_markup_gives_an_item_or_nothing(values: list[str]) -> None:
    item: dict[str, Any] = item_from_markup(values)
    assert all(item.values())
