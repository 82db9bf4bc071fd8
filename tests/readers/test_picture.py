"""Scans and photographs: pages without text, and what they say of themselves."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, PngImagePlugin, TiffImagePlugin
from tests.readers.contract import ReaderContract, assert_sound
from tests.readers.pictures import page, saved, square, tiff, written

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import TextSource
from archivist.readers import picture_pages, read_document
from archivist.readers.isolate import Child
from archivist.readers.pages import RenderedPage, Source


class TestPng(ReaderContract):
    suffix = ".png"
    has_text = False

    def sample(self, address: str) -> bytes:
        said = PngImagePlugin.PngInfo()
        said.add_itxt("Title", f"See {address}")
        return saved(page(), "PNG", pnginfo=said, dpi=(100, 100))


class TestJpeg(ReaderContract):
    suffix = ".jpg"
    has_text = False

    def sample(self, address: str) -> bytes:
        return saved(page(), "JPEG", comment=address.encode(), dpi=(100, 100))


class TestTiff(ReaderContract):
    suffix = ".tif"
    has_text = False

    def sample(self, address: str) -> bytes:
        tags = {270: f"see {address}"}
        return tiff([page(mode="1"), page(mode="1")], compression="group4", tiffinfo=tags)


class TestWebp(ReaderContract):
    suffix = ".webp"
    has_text = False

    def sample(self, address: str) -> bytes:
        return saved(page(), "WEBP", xmp=packet(f"<dc:source>{address}</dc:source>"))


def packet(properties: str) -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Goris">'
        f"{properties}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def read(folder: Path, data: bytes, name: str = "a.bin") -> ReadDocument:
    document = read_document(written(folder, name, data))
    assert_sound(document)
    return document


def drawn(folder: Path, data: bytes, *, scale: float = 1.0, number: int = 1) -> RenderedPage:
    source = Source(written(folder, "a.bin", data))
    try:
        return picture_pages.render(source, number, scale, 0)
    finally:
        picture_pages.close_pages(source)


def lightness(page: RenderedPage, x: int, y: int) -> int:
    start = y * page.stride + x * 4
    return sum(page.pixels[start : start + 3]) // 3


def test_a_page_is_as_large_as_its_resolution_says_and_has_no_text(tmp_path: Path) -> None:
    document = read(tmp_path, saved(page(), "PNG", dpi=(100, 100)))
    (only,) = document.pages
    assert (document.format, document.text, only.text_source) == ("png", "", TextSource.NONE)
    assert (round(only.width), round(only.height)) == (595, 842)


def test_a_fax_whose_pixels_are_not_square_has_the_shape_of_its_paper(tmp_path: Path) -> None:
    fax = Image.new("1", (1728, 1146), 1)
    document = read(tmp_path, saved(fax, "TIFF", compression="group4", dpi=(204, 98)))
    (only,) = document.pages
    assert (round(only.width), round(only.height)) == (610, 842)
    assert document.metadata.further["pixels an inch"] == "204 × 98"


@pytest.mark.parametrize("said", [{}, {"dpi": (72, 72)}])
def test_a_photograph_that_states_no_resolution_is_taken_for_a_sheet_of_paper(
    tmp_path: Path, said: dict[str, Any]
) -> None:
    document = read(tmp_path, saved(Image.new("L", (4000, 3000)), "JPEG", **said))
    (only,) = document.pages
    assert (round(only.width), round(only.height, 1)) == (842, 631.5)
    assert document.metadata.further["pixels an inch"] == "not stated"


def test_every_page_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    pages = [square(), square("1"), square("L", size=(200, 300))]
    document = read(tmp_path, tiff(pages, dpi=(72, 72)))
    assert [(each.width, each.height) for each in document.pages] == [
        (300, 200),
        (300, 200),
        (200, 300),
    ]
    assert document.text == "\n\n"


def test_a_small_copy_of_a_page_is_no_page(tmp_path: Path) -> None:
    file = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(file, new=True) as writer:
        for image, kind in ((square(), 0), (square(size=(50, 40)), 1)):
            image.save(writer, "TIFF", tiffinfo={254: kind})
            writer.newFrame()
        data = file.getvalue()
    (only,) = read(tmp_path, data).pages
    assert only.width / only.height == 1.5


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F"])
def test_a_picture_of_any_depth_and_colors_is_drawn_as_it_looks(tmp_path: Path, mode: str) -> None:
    image = square("L").convert("I") if mode in {"I;16", "I"} else square(mode)
    if mode in {"I;16", "I"}:
        image = image.point(lambda value: value * 257 + 0)
        image = image.convert(mode)
    shown = drawn(tmp_path, saved(image, "TIFF", dpi=(72, 72)))
    assert (shown.width, shown.height) == (300, 200)
    assert lightness(shown, 30, 30) < 50
    assert lightness(shown, 150, 100) > 200


def test_what_one_sees_through_is_white_paper(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    assert lightness(drawn(tmp_path, saved(clear, "PNG")), 30, 30) == 255
    gif_like = square("P")
    assert lightness(drawn(tmp_path, saved(gif_like, "PNG", transparency=0)), 150, 100) > 200


@pytest.mark.parametrize("form", ["JPEG", "TIFF", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_stands_upright(tmp_path: Path, form: str, orientation: int) -> None:
    """The square is where EXIF's table puts the corner that is stored at the top left."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    data = saved(square(), form, exif=exif, dpi=(72, 72))
    (only,) = read(tmp_path, data).pages
    shown = drawn(tmp_path, data, scale=72 / 72)
    wide, high = (300, 200) if orientation < 5 else (200, 300)
    assert only.width / only.height == pytest.approx(wide / high, rel=0.01)
    factor = shown.width / wide
    corners = {1: "lt", 2: "rt", 3: "rb", 4: "lb", 5: "lt", 6: "rt", 7: "rb", 8: "lb"}
    side, edge = corners[orientation][0], corners[orientation][1]
    x = 50 if side == "l" else wide - 50
    y = 50 if edge == "t" else high - 50
    assert lightness(shown, round(x * factor), round(y * factor)) < 60
    assert lightness(shown, round((wide - x) * factor), round((high - y) * factor)) > 200


def test_what_a_camera_says_is_kept(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Anna Kévorkian".encode()
    exif[ExifTags.Base.ImageDescription] = "The bridge at Hakari"
    exif[ExifTags.Base.Copyright] = "CC0"
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Zenit", "E"
    exif[ExifTags.Base.DateTime] = "2024:01:02 03:04:05"
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = "2023:09:24 10:11:12"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", (39.0, 36.0, 36.0)
    place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", (46.0, 30.0, 0.0)
    about = read(tmp_path, saved(square(), "JPEG", exif=exif)).metadata
    assert (about.author, about.date, about.rights) == (
        "Anna Kévorkian",
        "2023-09-24T10:11:12",
        "CC0",
    )
    assert about.further["description"] == "The bridge at Hakari"
    assert about.further["camera"] == "Zenit E"
    assert about.further["position"] == "39.61000, 46.50000"
    assert about.further["changed"] == "2024-01-02T03:04:05"


def test_the_day_of_scanning_is_no_date_of_the_document(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = "2024:01:02 03:04:05"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeDigitized] = "2024:01:01 00:00:00"
    about = read(tmp_path, saved(square(), "JPEG", exif=exif)).metadata
    assert about.date == ""
    assert about.further["digitized"] == "2024-01-01T00:00:00"


def test_what_people_wrote_counts_before_what_a_camera_wrote(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Camera owner"
    words = (
        "<dc:title><rdf:Alt><rdf:li xml:lang='hy'>Քարտ</rdf:li>"
        "<rdf:li xml:lang='x-default'>Ration card</rdf:li></rdf:Alt></dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>A. Clerk</rdf:li>"
        "<rdf:li>B. Clerk</rdf:li></rdf:Seq></dc:creator>"
        "<photoshop:DateCreated>1918-03</photoshop:DateCreated>"
        "<dc:language><rdf:Bag><rdf:li>hy</rdf:li></rdf:Bag></dc:language>"
    )
    about = read(tmp_path, saved(square(), "JPEG", exif=exif, xmp=packet(words))).metadata
    assert (about.title, about.author) == ("Ration card", "A. Clerk; B. Clerk")
    assert (about.date, about.language, about.further["place"]) == ("1918-03", "hy", "Goris")


@pytest.mark.parametrize(
    "damage",
    [
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + packet("<dc:title>&a;</dc:title>"),
        packet("<dc:title>unclosed"),
        b"<a>" * 100_000,
        b"\xff\xfe" * 40,
    ],
)
def test_a_packet_that_is_hostile_says_nothing(tmp_path: Path, damage: bytes) -> None:
    assert read(tmp_path, saved(square(), "WEBP", xmp=damage)).metadata.title == ""


def test_a_picture_that_was_cut_off_shows_what_is_left_and_says_so(tmp_path: Path) -> None:
    noise = Image.effect_noise((400, 400), 90)
    data = saved(noise, "JPEG")
    document = read(tmp_path, data[: len(data) // 2], "a.jpg")
    assert document.warnings == ("a.jpg is damaged: a part of the picture is missing.",)
    shown = drawn(tmp_path, data[: len(data) // 2])
    assert len({lightness(shown, x, 20) for x in range(0, shown.width, 7)}) > 5


def test_a_page_that_is_damaged_costs_only_itself(tmp_path: Path) -> None:
    noise = Image.effect_noise((200, 200), 90)
    data = tiff([noise, square("L"), noise], compression="tiff_adobe_deflate")
    with TiffImagePlugin.TiffImageFile(io.BytesIO(data)) as opened:
        opened.seek(1)
        (place, *_) = opened.tag_v2[TiffImagePlugin.STRIPOFFSETS]
    broken = data[:place] + b"\xff" * 40 + data[place + 40 :]
    document = read(tmp_path, broken, "a.tif")
    assert document.warnings == ("1 of 3 pages of a.tif could not be read: 2.",)
    assert len(document.pages) == 3
    with pytest.raises(UnreadableFileError, match=r"^Page 2 of a\.bin cannot be shown"):
        drawn(tmp_path, broken, number=2)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.webp"])
def test_a_file_that_only_begins_like_a_picture_is_one_sentence(tmp_path: Path, name: str) -> None:
    whole = saved(square(), {"jpg": "JPEG", "tif": "TIFF"}.get(name[2:], name[2:].upper()))
    with pytest.raises(UnreadableFileError, match=f"^{name} is damaged"):
        read_document(written(tmp_path, name, whole[:24]))


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that would be huge in memory: one bit a pixel, all alike."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    row = b"\0" + bytes((width + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def test_a_bomb_is_one_sentence(tmp_path: Path) -> None:
    data = bomb(60_000, 20_000)
    assert len(data) < 400_000
    with Child() as child, pytest.raises(UnreadableFileError, match="more than can be held"):
        child.run(read_document, written(tmp_path, "a.png", data))


def test_a_tiff_that_leads_to_itself_ends(tmp_path: Path) -> None:
    data = bytearray(saved(square("L"), "TIFF"))
    (directory,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, directory)
    struct.pack_into("<I", data, directory + 2 + entries * 12, directory)
    assert len(read(tmp_path, bytes(data)).pages) == 1


def test_of_a_moving_picture_the_first_one_is_the_page(tmp_path: Path) -> None:
    frames = [square("L"), square("L").rotate(180)]
    data = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    assert len(read(tmp_path, data).pages) == 1
