"""Recognized pages change only themselves; all else keeps its place within its page."""

from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.reading import Block, Mark, OutlineEntry, Page, ReadDocument
from archivist.domain.recognition import Recognition, RecognizedPage, with_recognized
from archivist.domain.vocabulary import BlockKind, MarkKind, TextSource


def paged(texts: list[str]) -> ReadDocument:
    pages, start = [], 0
    for number, text in enumerate(texts, 1):
        source = TextSource.EMBEDDED if text else TextSource.NONE
        end = start + len(text)
        pages.append(Page(number, str(number), start, end, 595, 842, source))
        start = end + 1
    return ReadDocument("pdf", "pdf (PDFium)", "\n".join(texts), pages=tuple(pages))


def recognized(**texts: str) -> Recognition:
    pages = (
        RecognizedPage(int(name[1:]), text, paragraphs=((0, len(text)),) if text else ())
        for name, text in texts.items()
    )
    return Recognition(tuple(pages), "Tesseract 5", "eng")


def test_a_page_takes_its_text_in_and_the_others_move_along() -> None:
    read = paged(["First.", "", "Third page."])
    blocks = (Block(BlockKind.HEADING, 0, 6, 1), Block(BlockKind.PARAGRAPH, 8, 13))
    marks = (Mark(MarkKind.BOLD, 8, 13),)
    outline = (OutlineEntry("Second", 1, 7), OutlineEntry("Third", 1, 8))
    read = ReadDocument(
        "pdf", "pdf", read.text, pages=read.pages, blocks=blocks, marks=marks, outline=outline
    )
    after, moves = with_recognized(read, recognized(p2="Found here."))
    assert after.text == "First.\nFound here.\nThird page."
    assert [(page.start, page.end) for page in after.pages] == [(0, 6), (7, 18), (19, 30)]
    assert [page.text_source for page in after.pages] == [
        TextSource.EMBEDDED,
        TextSource.OCR,
        TextSource.EMBEDDED,
    ]
    assert [after.text[block.start : block.end] for block in after.blocks] == [
        "First.",
        "Found here.",
        "Third",
    ]
    assert after.text[after.marks[0].start : after.marks[0].end] == "Third"
    assert [entry.start for entry in after.outline] == [7, 19]
    assert moves.moved(14, 18) == (25, 29)
    assert moves.moved(0, 6) == (0, 6)
    assert moves.moved(7, 7) is None
    assert moves.moved(3, 10) is None
    assert after.reader == "pdf; text by Tesseract 5"


def test_a_second_recognition_replaces_the_first_and_is_named_alone() -> None:
    once, _ = with_recognized(paged([""]), recognized(p1="0ne"))
    twice, _ = with_recognized(once, recognized(p1="One"))
    assert (twice.text, twice.reader) == ("One", "pdf (PDFium); text by Tesseract 5")


def test_a_document_with_some_text_is_no_longer_said_to_have_none() -> None:
    bare = paged(["", ""])
    warned = ReadDocument(
        "pdf",
        "pdf",
        bare.text,
        pages=bare.pages,
        warnings=("a.pdf holds no text: its pages are pictures.", "Another."),
    )
    empty, _ = with_recognized(warned, recognized(p1=""))
    assert len(empty.warnings) == 2
    assert empty.pages[0].text_source is TextSource.OCR
    full, _ = with_recognized(warned, recognized(p1="مرحبا"))
    assert full.warnings == ("Another.",)
    assert full.metadata.direction == "rtl"


@given(
    st.lists(st.text("ab \n", max_size=6), min_size=1, max_size=5),
    st.dictionaries(st.integers(0, 4), st.text("xy", max_size=4)),
    st.data(),
)
def test_what_moves_reads_as_before(
    texts: list[str], found: dict[int, str], data: st.DataObject
) -> None:
    read = paged(texts)
    renewed = {f"p{index + 1}": text for index, text in found.items() if index < len(texts)}
    after, moves = with_recognized(read, recognized(**renewed))
    for old, new in zip(read.pages, after.pages, strict=True):
        expected = renewed.get(f"p{old.number}", read.text[old.start : old.end])
        assert after.text[new.start : new.end] == expected
    start = data.draw(st.integers(0, len(read.text)))
    end = data.draw(st.integers(start, len(read.text)))
    place = moves.moved(start, end)
    if place is not None:
        assert after.text[slice(*place)] == read.text[start:end]
