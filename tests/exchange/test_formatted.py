from typing import Any

import pytest
from citeproc import CitationStylesStyle
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.model import Citation
from archivist.domain.vocabulary import CitationState
from archivist.exchange.formatted import ReferenceFormatter, presentable
from archivist.paths import resource

FORMATTER = ReferenceFormatter({7: "90"})


def reference(item: dict[str, Any], *, raw: str = "", number: int = 0) -> str:
    formatter = FORMATTER if number else ReferenceFormatter()
    return formatter.reference(Citation(number, "uid", "key", item, raw, CitationState.PARSED))


KAY = {"family": "Kay", "given": "Ari Ben"}
LEE = {"family": "Lee", "given": "Ida"}


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (
            {
                "type": "article-journal",
                "author": [KAY, LEE],
                "issued": {"date-parts": [[2015, 3]]},
                "title": "On bread",
                "container-title": "Journal of Food",
                "volume": 12,
                "issue": "3",
                "page": "45–67",
                "DOI": "10.1000/1",
                "URL": "https://example.org",
            },
            (
                "Kay, A. B., & Lee, I. (2015). On bread. Journal of Food, 12(3), 45–67."
                " https://doi.org/10.1000/1"
            ),
        ),
        (
            {
                "type": "webpage",
                "author": [{"literal": "European Parliament"}],
                "issued": {"date-parts": [[2023, 10, 5]]},
                "title": "Why?",
                "URL": "https://example.org/a",
            },
            "European Parliament. (2023, October 5). Why? https://example.org/a",
        ),
        (
            {
                "type": "chapter",
                "author": [KAY],
                "editor": [LEE],
                "issued": {"date-parts": [[1978]]},
                "title": "The Fire",
                "container-title": "Fires",
                "publisher": "Mill",
                "page": "3–9",
            },
            "Kay, A. B. (1978). The Fire. In I. Lee (Ed.), Fires (pp. 3–9). Mill.",
        ),
        (
            {"type": "book", "editor": [KAY, LEE], "title": "Ground", "publisher": "Nimbus"},
            "Kay, A. B., & Lee, I. (Eds.). (n.d.). Ground. Nimbus.",
        ),
        ({"title": "News <i>of</i> the day"}, "News of the day. (n.d.)."),
        ({"type": "book", "author": [], "title": "T", "issued": {"literal": "soon"}}, "T. (soon)."),
    ],
)
def test_an_item_is_written_in_author_date_form(item: dict[str, Any], line: str) -> None:
    assert reference(item) == line


def test_what_has_no_fields_is_given_as_it_was_found() -> None:
    assert reference({}, raw="^ Ministry  report.") == "Ministry report."
    assert reference({}, number=7) == "[90]"
    assert reference({"issued": {"date-parts": [[2015]]}}) == "key"


def test_the_bundled_style_fits_the_schema_of_its_format() -> None:
    # A style that does not fit is a warning, and so an error here.
    CitationStylesStyle(str(resource("csl", "apa.csl")), validate=True)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = ("title", "author", "editor", "issued", "accessed", "volume", "type", "custom", "page")
PARTS = st.sampled_from(["family", "given", "literal", "x"])
PEOPLE = st.lists(st.dictionaries(PARTS, JSON, max_size=3), max_size=3)
DAYS = st.lists(st.lists(st.integers(-50, 3000), max_size=4), max_size=3)
DATES = st.fixed_dictionaries({}, optional={"date-parts": DAYS | JSON, "literal": JSON})


@given(st.dictionaries(st.sampled_from(NAMES), JSON | PEOPLE | DATES))
def test_an_item_of_another_tool_is_never_too_odd_to_be_written(item: dict[str, Any]) -> None:
    shown = presentable(item)
    line = FORMATTER._format({**shown, "title": "T"})
    assert "T" in line
    assert "\n" not in line
