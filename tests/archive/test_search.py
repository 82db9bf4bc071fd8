"""Search finds what a person means, wherever it stands, and takes nothing typed for syntax."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.archive.shelf import TEXT, add_document

from archivist.archive.archive import Archive
from archivist.archive.passages import pieces
from archivist.archive.words import folded, snippet, words
from archivist.domain.anchor import describe
from archivist.domain.model import Hit
from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind, HitKind

LONG = "\n\n".join(
    f"Paragraph {number} speaks of river{number} and of grain." for number in range(200)
)


def passages(archive: Archive, text: str) -> list[Hit]:
    return [hit for hit in archive.search.find(text) if hit.kind is HitKind.PASSAGE]


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", "café", "caf", "closed cafe", '"the café"'])
def test_case_diacritics_order_and_unfinished_words_make_no_difference(
    archive: Archive, query: str
) -> None:
    add_document(archive)
    (hit,) = passages(archive, query)
    assert "café" in hit.snippet
    assert any("caf" in hit.snippet[start:end] for start, end in hit.ranges)


def test_a_hit_says_where_the_words_stand_in_the_text(archive: Archive) -> None:
    document = add_document(archive, "😀 " * 400 + "Here is a Wörd. " + LONG)
    (hit,) = passages(archive, "word ")
    text = archive.documents.text(document)
    assert hit.document_id == document
    assert hit.start is not None
    assert text[hit.start : hit.end] == "Wörd"
    assert [hit.snippet[start:end] for start, end in hit.ranges] == ["Wörd"]


def test_a_phrase_stands_together(archive: Archive) -> None:
    add_document(archive)
    assert passages(archive, '"café closed"')
    assert not passages(archive, '"closed café"')


def test_a_finished_word_is_a_whole_word(archive: Archive) -> None:
    add_document(archive)
    assert passages(archive, "caf")
    assert not passages(archive, "caf ")


def test_deleting_undo_and_redo_keep_search_right(archive: Archive) -> None:
    document = add_document(archive)
    archive.documents.delete(document)
    assert not passages(archive, "café")
    archive.history.undo()
    assert passages(archive, "café")
    archive.history.redo()
    assert not passages(archive, "café")
    archive.history.undo()
    archive.history.undo()
    assert archive.documents.all() == []
    assert not passages(archive, "café")
    archive.history.redo()
    assert len(passages(archive, "café")) == 1


def test_names_titles_citations_and_notes_are_found(archive: Archive) -> None:
    document = add_document(archive)
    event = archive.events.create("Siege of Kraków")
    actor = archive.actors.create("Zoë Krakowska")
    citation = archive.citations.create(item={"title": "Krakow under siege"})
    archive.documents.update(document, title="Letters from Krakow")
    with archive.step("Highlight"):
        excerpt = archive.store.insert(
            "excerpt",
            {
                "uid": "x",
                "document_id": document,
                "number": 1,
                "start": 3,
                "end": 6,
                "quote": TEXT[3:6],
                "note": "compare KRAKÓW",
                "created_at": "",
                "created_by": "",
                "modified_at": "",
            },
        )
    hits = {hit.kind: hit for hit in archive.search.find("krakow")}
    assert {kind: hit.id for kind, hit in hits.items()} == {
        HitKind.EVENT: event,
        HitKind.ACTOR: actor,
        HitKind.CITATION: citation,
        HitKind.DOCUMENT: document,
        HitKind.NOTE: excerpt,
    }
    assert (hits[HitKind.NOTE].start, hits[HitKind.NOTE].end) == (3, 6)
    found = hits[HitKind.EVENT]
    assert [found.snippet[start:end] for start, end in found.ranges] == ["Kraków"]


def test_excerpts_are_found_by_their_words_and_by_what_they_are_tagged_with(
    archive: Archive,
) -> None:
    document = add_document(archive)
    start = TEXT.index("café")
    quoted = archive.excerpts.create(document, describe(TEXT, start, start + 4))
    tagged = archive.excerpts.create(document, describe(TEXT, 0, 3))
    archive.excerpts.create(document, describe(TEXT, 0, 2))
    archive.excerpts.set_note(tagged, "compare the ledger")
    archive.links.tag_event(tagged, archive.events.create("Siege of Kraków"))
    archive.links.tag_actor(tagged, archive.actors.create("Zoë"))
    archive.links.tag_topic(tagged, archive.topics.create("Trade"))
    archive.links.cite(tagged, archive.citations.create(item={"title": "Under siege"}))
    assert archive.search.excerpts("CAFE") == {quoted}
    assert archive.search.excerpts("krakow zoe trade under led") == {tagged}
    assert archive.search.excerpts("krakow cafe") == frozenset()
    assert archive.search.excerpts(" ") == frozenset()


def test_an_actor_is_found_by_a_further_name(archive: Archive) -> None:
    actor = archive.actors.create("Clemens")
    with archive.step("Name"):
        archive.store.insert(
            "actor_name", {"actor_id": actor, "name": "Mark Twain", "name_key": "mark twain"}
        )
    (hit,) = archive.search.find("twain")
    assert (hit.kind, hit.id, hit.snippet, hit.ranges) == (HitKind.ACTOR, actor, "Clemens", ())


def test_scripts_without_spaces_are_searched_letter_by_letter(archive: Archive) -> None:
    document = add_document(archive, "一九四五年、東京都は日本の首都である。")
    (hit,) = passages(archive, "日本")
    assert hit.start is not None
    assert archive.documents.text(document)[hit.start : hit.end] == "日本"


def test_a_text_with_a_nul_is_searched_to_its_end(archive: Archive) -> None:
    add_document(archive, "before\0after the end")
    assert passages(archive, "after")


def test_the_limit_holds_and_the_best_come_first(archive: Archive) -> None:
    add_document(archive, LONG)
    assert len(archive.search.find("grain", limit=3)) <= 3
    (best, *_) = passages(archive, "river42 ")
    assert "river42" in best.snippet


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="ab\"“*:^()-+{}\\'\0 \ud800é日NEARORAND", max_size=30) | st.text())
def test_nothing_typed_is_an_error(archive: Archive, text: str) -> None:
    if not archive.documents.all():
        add_document(archive)
    for hit in archive.search.find(text):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.ranges)


@given(
    text=st.text(alphabet="ab \n", max_size=3000),
    ends=st.lists(st.integers(min_value=0, max_value=3000), max_size=20),
)
def test_passages_cover_a_text_once(text: str, ends: list[int]) -> None:
    blocks = [Block(BlockKind.PARAGRAPH, 0, min(end, len(text))) for end in ends]
    found = list(pieces(text, blocks))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= 1200 for start, end in found)


@given(text=st.text(max_size=200), first=st.integers(0, 199), length=st.integers(1, 20))
def test_a_snippet_shows_what_was_found(text: str, first: int, length: int) -> None:
    start = min(first, len(text))
    end = min(start + length, len(text))
    line, ranges = snippet(text, ((start, end),))
    if end > start:
        ((low, high),) = ranges
        shown = "".join(" " if letter.isspace() else letter for letter in text[start:end])
        assert line[low:high] == shown
    assert "\n" not in line


@given(text=st.text(max_size=50), part=st.text(min_size=1, max_size=3))
def test_ranges_are_where_the_letters_are(text: str, part: str) -> None:
    wanted = words(part)
    ranges = wanted.ranges_in(text)
    for one in wanted.parts:
        assert (ranges is None) or folded(one) in folded(text)
    for start, end in ranges or ():
        assert 0 <= start < end <= len(text)
