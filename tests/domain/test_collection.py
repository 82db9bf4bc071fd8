"""The collection tree: where documents are filed, what stands below what, and in which order."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.collection import (
    LEVELS,
    ids_at,
    natural_key,
    place_of,
    places_of,
    shelfmark_at,
    shelved,
)
from archivist.domain.model import Document, Shelfmark


def document(
    number: int, title: str = "", shelfmark: Shelfmark | None = None, parent: int | None = None
) -> Document:
    return Document(
        id=number,
        uid=str(number),
        title=title or f"Document {number}",
        format="text",
        original_name="",
        sha256="",
        text_sha256="",
        characters=0,
        pages=0,
        language="",
        direction="",
        author="",
        date=None,
        source="",
        accessed="",
        rights="",
        shelfmark=shelfmark or Shelfmark(),
        note="",
        imported_at="",
        imported_by="",
        reader="",
        metadata={},
        warnings=(),
        parent_id=parent,
    )


def drawn(documents: Sequence[Document]) -> list[str]:
    return [
        "  " * line.depth
        + (
            line.document.title
            if line.document
            else f"{line.place[-1][1] if line.place else '—'} ({line.count})"
        )
        for line in shelved(documents)
    ]


def test_documents_stand_below_their_shelves_and_what_is_filed_nowhere_is_last() -> None:
    documents = [
        document(1, "loose"),
        document(2, "letter", Shelfmark("State Archive", "F 12", "", "10", "")),
        document(3, "report", Shelfmark("State Archive", "F 12", "", "9", "a")),
        document(4, "map", Shelfmark("City Library")),
    ]
    assert drawn(documents) == [
        "City Library (1)",
        "  map",
        "State Archive (2)",
        "  F 12 (2)",
        "    9 (1)",
        "      a (1)",
        "        report",
        "    10 (1)",
        "      letter",
        "— (1)",
        "  loose",
    ]


def test_what_came_inside_a_document_stands_below_it_unless_it_was_filed_elsewhere() -> None:
    box = Shelfmark(box="1")
    documents = [
        document(1, "message", box),
        document(2, "list", parent=1),
        document(3, "photograph", Shelfmark(box="2"), parent=1),
        document(4, "note in the list", box, parent=2),
    ]
    assert drawn(documents) == [
        "1 (3)",
        "  message",
        "    list",
        "  note in the list",
        "2 (1)",
        "  photograph",
    ]
    assert ids_at(documents, (("box", "1"),)) == [1, 2, 4]


def test_documents_that_hold_each_other_are_seen_once() -> None:
    documents = [document(1, "a", parent=2), document(2, "b", parent=1), document(3, "c")]
    assert drawn(documents) == ["— (3)", "  c", "  a", "    b"]


def test_names_are_in_their_natural_order() -> None:
    names = ["Box 10", "Box 9", "box 1a", "10", "9", "Łódź 2", "²"]
    assert sorted(names, key=natural_key) == [
        "9",
        "10",
        "box 1a",
        "Box 9",
        "Box 10",
        "²",
        "Łódź 2",
    ]


names = st.sampled_from(["", "A", "B", "1", "10"])
shelfmarks = st.builds(Shelfmark, names, names, names, names, names)
trees = st.lists(st.tuples(shelfmarks, st.none() | st.integers(1, 12)), max_size=12).map(
    lambda rows: [document(n, "", mark, parent) for n, (mark, parent) in enumerate(rows, 1)]
)


@given(trees)
def test_every_document_is_seen_once_and_counted_by_all_around_it(
    documents: list[Document],
) -> None:
    lines = list(shelved(documents))
    seen = [line.document.id for line in lines if line.document]
    assert sorted(seen) == [each.id for each in documents]
    assert sum(line.count for line in lines if line.document is None and not line.depth) == len(
        documents
    )
    for line in lines:
        if line.document is None:
            assert len(ids_at(documents, line.place)) == line.count


@given(shelfmarks)
def test_a_place_and_its_shelfmark_say_the_same(shelfmark: Shelfmark) -> None:
    assert shelfmark_at(place_of(shelfmark)) == shelfmark
    assert [level for level, _name in place_of(shelfmark)] == [
        level for level in LEVELS if getattr(shelfmark, level)
    ]


def test_places_around_a_place_can_be_chosen_too() -> None:
    documents = [document(1, "", Shelfmark(repository="R", box="1")), document(2)]
    assert [str(shelfmark_at(place)) for place in places_of(documents)] == ["R", "R / 1"]
