"""Documents with suggestions kept, to test what becomes of them."""

from collections.abc import Mapping
from typing import Any

from archivist.archive.archive import Archive
from archivist.domain.dates import from_edtf
from archivist.domain.reading import FoundDate
from archivist.domain.suggestions import Proposal, Suggestion, SuggestionKind
from tests.curation import add_text

STORY = (
    "On 24 September the mill closed.[1] Ivo Brandt said that some 500 people had left. "
    "The Red Cross came.[2]\n\n"
    "Later the Red Cross, with Ivo Brandt, counted 300 to 400 beds. Ivo Brandt slept.\n\n"
    "[1] Lind, Ada. The Mill. London: Press, 1932.\n"
)


def suggestion(
    what: str,
    words: str,
    value: str = "",
    details: Mapping[str, Any] | None = None,
    *,
    nth: int = 0,
    text: str = STORY,
) -> Suggestion:
    """Gives a suggestion of a kind for the nth place at which some words stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    return Suggestion(SuggestionKind(what), start, end, words, value or words, details or {})


def everything(text: str = STORY) -> list[Suggestion]:
    """Gives what a finder proposes for the story: one of each kind, and two names."""
    day = "1931-09-24"
    date = {"edtf": day, "earliest": day, "latest": day, "modifier": None, "extent": "span"}
    marker = {"kind": "reference", "state": "unresolved", "target": None}
    person = {"actor_id": None, "kind": "person", "mentions": 3, "rank": 1}
    body = {"actor_id": None, "kind": "organization", "mentions": 2, "rank": 2}
    figure = {"minimum": 450, "maximum": 550, "unit": "people", "property": "left"}
    entry = "Lind, Ada. The Mill. London: Press, 1932."
    return [
        suggestion("date", "24 September", day, {**date, "certainty": "inferred"}, text=text),
        suggestion("marker", "[2]", "2", marker, text=text),
        *(suggestion("name", "Ivo Brandt", "", person, nth=nth, text=text) for nth in range(3)),
        *(suggestion("name", "Red Cross", "", body, nth=nth, text=text) for nth in range(2)),
        suggestion(
            "source", "some 500 people had left", "Ivo Brandt", {"stance": "asserts"}, text=text
        ),
        suggestion("figure", "some 500 people", "500", figure, text=text),
        suggestion(
            "reference", f"[1] {entry}", entry, {"fields": {"title": "The Mill"}}, text=text
        ),
    ]


def add_story(archive: Archive, text: str = STORY, name: str = "story.txt") -> int:
    """Stores the story with what was found in it."""
    document = add_text(archive, text, name=name)
    date = from_edtf("1931-09-24", text="24 September", certainty=None)
    start = text.index("24 September")
    with archive.step("Find dates"):
        archive.found_dates.put(document, start, start + len("24 September"), date)
        archive.store.write("UPDATE found_date SET certainty = 'inferred'")
    archive.suggestions.keep(document, everything(text), 1)
    return document


def proposals(archive: Archive, kind: str, document: int | None = None) -> list[Proposal]:
    """Gives the open proposals of a kind."""
    return archive.suggestions.open(document, SuggestionKind(kind))


def found_date(archive: Archive, document: int) -> FoundDate:
    """Gives the only date of a document."""
    (found,) = archive.documents.dates(document)
    return found
