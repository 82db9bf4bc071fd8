"""Everything found in one text: in order, each at its own words, and only what was asked for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.domain.dates import from_edtf
from archivist.domain.reading import Block, Mark
from archivist.domain.suggestions import SuggestionKind
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.finding.entry_blocks import with_entries
from archivist.finding.everything import find_everything, flat

TEXT = (
    "On 3 March 1931 the river rose.[1] Ivo Brandt said that nobody had been told.[citation needed]"
    " By 5 March some 500 people were in the school.[2]\n\n"
    "References\n\n"
    "[1] Lind, Ada. The Mill. London: Press, 1932.\n"
)
PIECES = [
    "On 24 September ", "1915. ", "[12]", "[citation needed] ", "“It is over,” said Ivo Brandt. ",
    "approximately 5,000 people ", "according to the Red Cross (IRC), ", "the next day ", "\n\n",
    "References\n", "[1] Lind, Ada. The Mill. London: Press, 1932.\n", "Հայաստան ", "😀", "\u0301",
    "Իւան ", "19–20 жовтня 2023 р. ", "(Suny 2015: 34) ", "\u202e", "\u2029", "¹",
    "2,000-year-old ",
]  # fmt: skip


def test_suggestions_stand_in_the_order_of_the_text() -> None:
    found = find_everything(TEXT, blocks=with_entries(TEXT, ()))
    assert [each.start for each in found] == sorted(each.start for each in found)
    kinds = {each.kind for each in found}
    assert kinds >= {*(SuggestionKind(name) for name in ("date", "marker", "flag", "reference"))}


def test_only_the_kinds_that_are_asked_for_are_found() -> None:
    found = find_everything(TEXT, kinds={SuggestionKind.FLAG})
    assert [(each.kind, each.value) for each in found] == [("flag", "citation needed")]


def test_a_date_tells_its_bounds_and_how_it_is_known() -> None:
    stated, inferred = find_everything(TEXT, kinds={SuggestionKind.DATE})[:2]
    assert (stated.value, stated.details["inferred"]) == ("1931-03-03", False)
    assert (inferred.value, inferred.details["certainty"]) == ("../1931-03-05", "inferred")
    assert inferred.details["latest"] == "1931-03-05"


def test_the_document_s_own_date_gives_the_year_that_a_text_leaves_out() -> None:
    (found,) = find_everything(
        "It rained on 5 May.", document_date=from_edtf("1931"), kinds={SuggestionKind.DATE}
    )
    assert found.value == "1931-05-05"


def test_an_entry_of_a_list_gives_its_fields_and_the_address_it_links_to() -> None:
    entry = "Lind, Ada. The Mill. London: Press, 1932."
    text = f"See {entry}"
    (found,) = find_everything(
        text,
        blocks=[Block(BlockKind.REFERENCE_ENTRY, 4, len(text))],
        marks=[
            Mark(MarkKind.LINK, 0, 3, "https://example.org/before"),
            Mark(MarkKind.LINK, 15, 23, "https://example.org/mill"),
        ],
        kinds={SuggestionKind.REFERENCE},
    )
    assert (found.text, found.value) == (entry, entry)
    assert found.details["fields"]["author"] == [{"family": "Lind", "given": "Ada"}]
    assert found.details["fields"]["URL"] == "https://example.org/mill"


def test_a_suggestion_is_one_object_with_the_kind_before_what_is_called_alike() -> None:
    marker = next(each for each in find_everything(TEXT) if each.kind is SuggestionKind.MARKER)
    assert {**flat(marker), "target": None} == {
        "kind": "marker",
        "start": marker.start,
        "end": marker.end,
        "text": "[1]",
        "value": "1",
        "marker_kind": "reference",
        "state": "resolved",
        "target": None,
        "locator": "",
        "supports_start": 0,
        "supports_end": marker.start,
    }


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join))
@settings(deadline=None, max_examples=150)
def test_every_suggestion_s_text_is_what_stands_at_its_offsets(text: str) -> None:
    for each in find_everything(text, blocks=with_entries(text, ())):
        assert each.text == text[each.start : each.end]
        assert 0 <= each.start < each.end <= len(text)


def test_paragraphs_in_a_script_that_no_language_is_known_for_break_nothing() -> None:
    hebrew = "ביום 3 במרץ 1921 התכנסה המועצה בבית הספר והפקיד רשם שארבעים משפחות ביקשו לחם.[1]"
    arabic = "في 5 آذار 1921 كُتبت قائمة ثانية بأسماء العائلات، وفيها ستة وعشرون اسماً.[2]"
    for text in (f"{hebrew}\n\n{arabic}", f"{arabic}\n\n{hebrew}", f"{hebrew}\n\nOn 5 May 1921."):
        labels = [each.value for each in find_everything(text) if each.kind == "marker"]
        assert labels[0] in {"1", "2"}
