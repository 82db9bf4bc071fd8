"""Pictures inside documents: kept at their place with their words, and never fetched."""

import base64
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image
from tests.readers.contract import assert_sound
from tests.readers.images import picture
from tests.readers.packages import docx, paragraph, zipped
from tests.readers.test_epub import epub
from tests.readers.test_odt import odt

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind
from archivist.readers import embedded, read_document
from archivist.readers.build import Builder, Shape
from archivist.readers.embedded_pixels import draw
from archivist.readers.html import write_fragment
from archivist.readers.html_shapes import Context

RED, BLUE = picture(), picture(color="blue")
_DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr descr="{words}"/>'
    '<a:blip xmlns:a="a" r:embed="{name}"/></wp:inline></w:drawing></w:r>'
)


def drawing(name: str, words: str) -> str:
    return _DRAWING.format(name=name, words=words)


def data(content: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(content).decode()


def read(folder: Path, name: str, content: bytes | str) -> ReadDocument:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    document = read_document(path)
    assert_sound(document)
    return document


def shown(document: ReadDocument) -> list[tuple[str, bytes]]:
    """Gives the words of each picture, and its bytes."""
    return [(document.text[each.start : each.end], each.content) for each in document.pictures]


def test_a_picture_of_a_page_is_a_block_after_the_paragraph_it_stands_in(tmp_path: Path) -> None:
    page = f'<p>Before <img src="{data(RED)}" alt="The  yard\n1931"> after.<p>Next.'
    document = read(tmp_path, "page.html", page)
    assert document.text == "Before after.\n\nThe yard 1931\n\nNext."
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.PICTURE, BlockKind.PARAGRAPH]
    assert shown(document) == [("The yard 1931", RED)]
    (found,) = document.pictures
    assert (found.media_type, found.width, found.height) == ("image/png", 60, 40)


def test_a_picture_without_words_is_an_object_replacement_character(tmp_path: Path) -> None:
    document = read(
        tmp_path, "page.html", f'<img src="{data(RED)}"><img src="{data(BLUE)}" alt="">'
    )
    assert document.text == "\ufffc\n\n\ufffc"
    assert [content for _, content in shown(document)] == [RED, BLUE]


def test_a_picture_in_a_cell_is_a_line_of_the_cell(tmp_path: Path) -> None:
    page = f'<table><tr><td>a<td>x<img src="{data(RED)}" alt="map">y<tr><td>b<td>c</table>'
    document = read(tmp_path, "page.html", page)
    assert document.text == "a\tx\nmap\ny\nb\tc"
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_CELL}


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png",
        "//127.0.0.1/x.png",
        "file:///etc/hostname",
        r"\\127.0.0.1\share\x.png",
        "x.png",
        "data:image/png;base64,!!!!",
        "data:image/svg+xml,<svg/>",
        "data:text/html,<p>hello",
        data(picture(1, 1)),
        data(picture(300, 2)),
    ],
)
def test_what_the_page_does_not_hold_or_only_adorns_it_is_left_out(
    tmp_path: Path, address: str
) -> None:
    (tmp_path / "x.png").write_bytes(RED)
    document = read(tmp_path, "page.html", f"<p>Words<img src='{address}' alt='no'>")
    assert (document.text, document.pictures) == ("Words", ())


def test_word_documents_have_their_pictures_with_what_they_are_said_to_show(tmp_path: Path) -> None:
    body = paragraph("Before ", drawing("a.png", "The bridge"), "after.") + paragraph("Next.")
    document = read(tmp_path, "a.docx", docx(body, pictures={"a.png": RED}))
    assert document.text == "Before after.\n\nThe bridge\n\nNext."
    assert shown(document) == [("The bridge", RED)]
    assert document.warnings == ()


def test_a_word_document_that_is_only_a_scan_is_a_document(tmp_path: Path) -> None:
    body = paragraph(drawing("a.jpg", ""))
    document = read(tmp_path, "a.docx", docx(body, pictures={"a.jpg": picture(kind="JPEG")}))
    assert document.text == "\ufffc"


def test_pictures_in_other_formats_are_told_of(tmp_path: Path) -> None:
    body = paragraph("Words.", drawing("a.emf", "a chart"))
    document = read(tmp_path, "a.docx", docx(body, pictures={"a.emf": b"\x01\0\0\0 EMF"}))
    assert document.pictures == ()
    assert "pictures (1)" in document.warnings[0]


def test_a_picture_outside_a_word_document_is_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(RED)
    for target in ("../../x.png", "file:///x.png", "/etc/hostname"):
        parts = {
            "[Content_Types].xml": "<Types/>",
            "word/_rels/document.xml.rels": "<Relationships>"
            f'<Relationship Id="a.png" Type="x/image" Target="{target}"/></Relationships>',
            "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/'
            'wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships"><w:body>'
            + paragraph("Words.", drawing("a.png", "no"))
            + "</w:body></w:document>",
        }
        document = read(tmp_path, "a.docx", zipped(parts))
        assert (document.text, document.pictures) == ("Words.", ())


def test_opendocument_texts_have_their_pictures(tmp_path: Path) -> None:
    frame = (
        '<text:p>Before<draw:frame><draw:image xlink:href="Pictures/a.png"/>'
        '<svg:desc xmlns:svg="svg">The mill</svg:desc></draw:frame> after.</text:p>'
    )
    whole = odt(frame)
    document = read(tmp_path, "a.odt", with_part(whole, "Pictures/a.png", RED))
    assert document.text == "Before after.\n\nThe mill"
    assert shown(document) == [("The mill", RED)]


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return zipped({**parts, name: content})


def test_books_have_their_pictures_and_their_covers_as_pages(tmp_path: Path) -> None:
    book = epub(
        {
            "cover": '<svg><image xlink:href="../i/c.png"/></svg>',
            "a": '<p>One<img src="../i/c.png" alt="again"/></p>',
        }
    )
    document = read(tmp_path, "a.epub", with_part(book, "OPS/i/c.png", RED))
    assert document.text == "\ufffc\nOne\n\nagain"
    assert shown(document) == [("\ufffc", RED), ("again", RED)]
    assert len(document.pages) == 2


def letter(page: str, *, disposition: str = "inline") -> str:
    return (
        "From: a@example.org\nSubject: Yard\nMIME-Version: 1.0\n"
        "Content-Type: multipart/related; boundary=X\n\n--X\n"
        f"Content-Type: text/html\n\n{page}\n--X\nContent-Type: image/png; name=yard.png\n"
        f"Content-ID: <yard@x>\nContent-Disposition: {disposition}\n"
        f"Content-Transfer-Encoding: base64\n\n{base64.encodebytes(RED).decode()}\n--X--\n"
    )


def test_pictures_inside_a_message_stand_in_its_text_and_not_beside_it(tmp_path: Path) -> None:
    document = read(tmp_path, "a.eml", letter('<p>Look<img src="cid:yard@x" alt="The yard">'))
    assert shown(document) == [("The yard", RED)]
    assert document.attachments == ()


def test_a_picture_that_a_message_names_and_never_shows_stays_attached(tmp_path: Path) -> None:
    page = '<p>Look<span hidden><img src="cid:yard@x"></span>'
    document = read(tmp_path, "a.eml", letter(page))
    assert document.pictures == ()
    assert [each.name for each in document.attachments] == ["yard.png"]


def test_pictures_inside_markdown_are_kept(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", f"Before\n\n![The mill]({data(RED)})\n\n![far](http://x/y)")
    assert shown(document) == [("The mill", RED)]
    assert document.text == "Before\n\nThe mill\n\nfar"


def test_a_document_keeps_no_more_pictures_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_MOST", 2)
    album = embedded.Album()
    assert [album.take(each) is not None for each in (RED, RED, BLUE)] == [True, True, False]
    monkeypatch.setattr(embedded, "_TOTAL", len(RED))
    album = embedded.Album()
    assert [album.take(each) is not None for each in (RED, BLUE, RED)] == [True, False, True]
    assert album.left_out == 1


def test_pixels_come_no_wider_than_asked_and_with_white_under_what_is_transparent() -> None:
    drawn = draw(picture(400, 200, (0, 0, 255, 255), mode="RGBA"), 100)
    assert (drawn.width, drawn.height, drawn.stride) == (100, 50, 400)
    assert drawn.pixels[:4] == bytes((255, 0, 0, 255))
    clear = draw(picture(30, 30, (0, 0, 0, 0), mode="RGBA"), 100)
    assert (clear.width, clear.pixels[:4]) == (30, bytes((255, 255, 255, 255)))


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK"])
def test_pixels_of_every_kind_of_picture_are_drawn(mode: str) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    drawn = draw(picture(40, 30, 0, kind=kind, mode=mode), 40)
    assert len(drawn.pixels) == drawn.stride * drawn.height == 40 * 4 * 30


def test_a_picture_taken_with_the_camera_on_its_side_stands_upright() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    buffer = io.BytesIO()
    Image.new("RGB", (80, 40)).save(buffer, "JPEG", exif=exif)
    found = embedded.Album().take(buffer.getvalue())
    assert found is not None
    assert (found.width, found.height) == (40, 80)
    drawn = draw(buffer.getvalue(), 20)
    assert (drawn.width, drawn.height) == (20, 40)


def test_a_damaged_picture_ends_in_a_sentence() -> None:
    whole = picture(200, 200)
    for content in (whole[:60], b"", b"no picture", whole[: len(whole) // 2]):
        with pytest.raises(UnreadableFileError, match="cannot be shown"):
            draw(content, 100)


_TAGS = ("p", "div", "li", "ul", "ol", "blockquote", "h2", "b", "span", "table", "tr", "td", "pre")
_PIECES = st.recursive(
    st.sampled_from(["words ", " ", "more", "<br>", "<img>"]),
    lambda inside: st.tuples(st.sampled_from(_TAGS), st.lists(inside, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=14,
)


@given(st.lists(_PIECES, min_size=1, max_size=5).map("".join))
def test_every_picture_has_a_line_of_its_own_wherever_it_stands(markup: str) -> None:
    images = markup.count("<img>")
    markup = markup.replace("<img>", '<img alt="shown" src="x">')
    builder = Builder()
    write_fragment(f"<body>{markup}", builder, Context(Shape()), lambda _address: RED)
    text, blocks, marks = builder.finish()
    found = ReadDocument(
        "html", "", text, blocks=blocks, marks=marks, pictures=tuple(builder.pictures)
    )
    assert len(found.pictures) == images
    assert all(text[each.start : each.end] == "shown" for each in found.pictures)
    if text:
        assert_sound(found)
