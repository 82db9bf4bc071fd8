"""PDF: text, pages, what the file says about itself; a bad page costs only itself."""

from pathlib import Path

import pytest
from tests.readers import pdfs
from tests.readers.contract import ReaderContract, assert_sound

from archivist.domain.errors import PasswordNeededError, UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import TextSource
from archivist.readers import read_document
from archivist.readers.isolate import Child

LINES = [
    "The northern road",
    "The column left the town at dawn on 24 September and went by the northern road,",
    "which the soldiers had left open. Nobody had told the families in which direction",
    "they were to go.",
    "A second paragraph begins here and goes on for as long as the first one did before,",
    "until it ends.",
]


class TestPdf(ReaderContract):
    suffix = ".pdf"

    def sample(self, address: str) -> bytes:
        uri = b"<</S/URI/URI(%s)>>" % address.encode()
        annotation = b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A %s>>]/AA<</O %s>>"
        return pdfs.one_page(
            b"BT /F 12 Tf 20 150 Td (It left at dawn.) Tj 0 -20 Td (Nobody came.) Tj ET",
            page=annotation % (uri, uri),
        )


def read(folder: Path, data: bytes, password: str | None = None) -> ReadDocument:
    path = folder / "a.pdf"
    path.write_bytes(data)
    document = read_document(path, password=password)
    assert_sound(document)
    return document


def test_pages_are_ranges_of_the_text_with_sizes_in_points(tmp_path: Path) -> None:
    document = read(tmp_path, pdfs.made([["One"], [], ["Three"]]))
    assert document.text == "One\n\nThree"
    assert [(page.label, page.start, page.end) for page in document.pages] == [
        ("1", 0, 3),
        ("2", 4, 4),
        ("3", 5, 10),
    ]
    assert [page.text_source for page in document.pages] == [
        TextSource.EMBEDDED,
        TextSource.NONE,
        TextSource.EMBEDDED,
    ]
    assert (round(document.pages[0].width), round(document.pages[0].height)) == (595, 842)


def test_a_turned_page_has_the_size_that_one_sees(tmp_path: Path) -> None:
    path = pdfs.changed(pdfs.made([["One"]]), tmp_path, "rotate", 90)
    (page,) = read_document(path).pages
    assert (round(page.width), round(page.height)) == (842, 595)


def test_paragraphs_are_told_by_their_lines(tmp_path: Path) -> None:
    document = read(tmp_path, pdfs.made([LINES]))
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        LINES[0],
        "\n".join(LINES[1:4]),
        "\n".join(LINES[4:]),
    ]


def test_the_outline_leads_to_its_words(tmp_path: Path) -> None:
    document = read(tmp_path, pdfs.made([["Part one", "x"], ["y"], ["Part  two", "z"]]))
    assert [(each.title, each.level) for each in document.outline] == [
        ("Part one", 1),
        ("y", 2),
        ("Part two", 2),
    ]
    assert document.text[document.outline[2].start :].startswith("Part")


def test_a_hyphen_at_a_line_end_becomes_a_soft_one(tmp_path: Path) -> None:
    content = b"BT /F 12 Tf 20 150 Td (They were dan-) Tj 0 -14 Td (gerous to all.) Tj ET"
    assert read(tmp_path, pdfs.one_page(content)).text == "They were dan\u00adgerous to all."


def test_characters_that_a_font_does_not_tell_are_marked(tmp_path: Path) -> None:
    data = pdfs.one_page(
        b"BT /F 12 Tf 20 150 Td (aAbBcCd) Tj ET",
        to_unicode=b"<41> <D83DDE00>\n<42> <D83D>\n<43> <0000>",
    )
    assert read(tmp_path, data).text == "a\U0001f600b\ufffdc\ufffdd"


def test_printed_labels_are_kept(tmp_path: Path) -> None:
    path = pdfs.changed(pdfs.made([["a"], ["b"], ["c"]]), tmp_path, "labels", 7)
    assert [page.label for page in read_document(path).pages] == ["i", "ii", "A-7"]


def test_the_file_says_who_wrote_it_and_when(tmp_path: Path) -> None:
    about = read(tmp_path, pdfs.made([["a"]], title="T\u00e9", author="A. Writer")).metadata
    assert (about.title, about.author, about.date) == ("T\u00e9", "A. Writer", "2000-01-01")
    assert about.further["producer"].startswith("ReportLab")


def test_what_newer_programs_write_about_a_file_is_read(tmp_path: Path) -> None:
    packet = pdfs.XMP.encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        pdfs.stream(packet).replace(b"<<", b"<</Type/Metadata/Subtype/XML", 1),
    ]
    about = read(tmp_path, pdfs.written(objects)).metadata
    assert (about.title, about.author, about.rights) == ("Отчёт", "A. One; B. Two", "CC BY")


def test_attachments_are_named_and_never_written(tmp_path: Path) -> None:
    path = pdfs.changed(pdfs.made([["a"]]), tmp_path, "attach", "../../evil.sh")
    assert read_document(path).metadata.further["attachments"] == "../../evil.sh"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_password_is_asked_for_and_tried(tmp_path: Path) -> None:
    path = pdfs.changed(pdfs.made([["Secret"]]), tmp_path, "encrypt", "open")
    with pytest.raises(PasswordNeededError, match="is encrypted; give its password"):
        read_document(path)
    with pytest.raises(PasswordNeededError, match="does not open"):
        read_document(path, password="wrong")
    assert read_document(path, password="open").text == "Secret"
    assert read_document(path, password="owner").text == "Secret"


def test_a_file_that_only_its_owner_may_change_opens_without_a_password(tmp_path: Path) -> None:
    path = pdfs.changed(pdfs.made([["Open"]], title="T"), tmp_path, "encrypt", "")
    document = read_document(path)
    assert (document.text, document.metadata.title) == ("Open", "T")


def test_a_page_that_never_ends_costs_only_itself(tmp_path: Path, child: Child) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdfs.with_endless_page(4))
    document: ReadDocument = child.run(read_document, path, patience=2.0)
    assert document.text == (
        "Page 1 is sound.\nPage 2 is sound.\n\nPage 4 is sound.\nPage 5 is sound."
    )
    assert document.pages[2].text_source is TextSource.NONE
    assert document.warnings == ("1 of 5 pages of a.pdf could not be read: 3.",)
    assert_sound(document)


def test_a_page_that_cannot_be_loaded_costs_only_itself(tmp_path: Path) -> None:
    data = pdfs.one_page(b"BT /F 12 Tf 20 150 Td (Sound) Tj ET")
    data = data.replace(b"/Kids[3 0 R]/Count 1", b"/Kids[9 0 R 3 0 R]/Count 2")
    document = read(tmp_path, data)
    assert document.text == "\nSound"
    assert document.warnings[0] == "1 of 2 pages of a.pdf could not be read: 1."


def test_pictures_of_pages_are_a_document_without_text(tmp_path: Path) -> None:
    document = read(tmp_path, pdfs.made([[], []]))
    assert document.text == "\n"
    assert document.blocks == ()
    assert document.warnings == ("a.pdf holds no text: its pages are pictures.",)


def test_a_file_that_only_begins_like_a_pdf_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="is damaged: it begins like a PDF"):
        read(tmp_path, b"%PDF-1.7\nnothing of the kind")


def test_where_one_engine_refuses_the_other_reads(tmp_path: Path) -> None:
    data = pdfs.one_page(b"BT /F 12 Tf 20 150 Td (Still here) Tj ET")
    document = read(tmp_path, data.replace(b"/Root 1 0 R", b"/Root 99 0 R"))
    assert document.text.strip() == "Still here"
    assert document.reader.startswith("pdf (pypdf;")


def test_a_protection_that_nobody_knows_is_a_clear_error(tmp_path: Path) -> None:
    data = pdfs.one_page(b"").replace(b"/Root", b"/Encrypt<</Filter/Foo/V 9>>/Root")
    with pytest.raises(UnreadableFileError, match="is protected in a way"):
        read(tmp_path, data)
