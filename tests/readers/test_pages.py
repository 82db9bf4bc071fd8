"""Pages as pixels and boxes, from a child that is kept alive and may die."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.readers import pdfs, pictures

from archivist.domain.errors import PasswordNeededError, UnreadableFileError
from archivist.readers import pages, pdf_pages, read_document
from archivist.readers.isolate import Answer, Worker
from archivist.readers.pages import OpenedPages, PageLayout, RenderedPage, Source


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(deadline=20.0)
    yield worker
    worker.close()


def answers(worker: Worker) -> list[Answer]:
    found = []
    while worker.busy:
        found += worker.poll()
        time.sleep(0.002)
    return found


def source(folder: Path, data: bytes, name: str = "a.pdf") -> Source:
    path = folder / name
    path.write_bytes(data)
    return Source(path)


def rendered(worker: Worker) -> RenderedPage:
    (answer,) = answers(worker)
    assert isinstance(answer.value, RenderedPage)
    return answer.value


def is_dark(page: RenderedPage, x: float, y: float) -> bool:
    """Whether the pixel at a place in points from the top left corner is black."""
    start = int(y * page.scale) * page.stride + int(x * page.scale) * 4
    return sum(page.pixels[start : start + 3]) < 200


SQUARE = pdfs.one_page(b"20 150 30 30 re f BT /F 20 Tf 100 100 Td (Words) Tj ET")


def test_a_page_is_given_as_pixels(tmp_path: Path, worker: Worker) -> None:
    worker.render(source(tmp_path, SQUARE), 1, 2.0)
    page = rendered(worker)
    assert (page.width, page.height, page.scale) == (600, 400, 2.0)
    assert len(page.pixels) == page.stride * page.height
    assert is_dark(page, 35, 35)
    assert not is_dark(page, 150, 20)


def test_a_page_can_be_turned(tmp_path: Path, worker: Worker) -> None:
    worker.render(source(tmp_path, SQUARE), 1, 1.0, rotation=90)
    page = rendered(worker)
    assert (page.width, page.height) == (200, 300)
    assert is_dark(page, 165, 35)


def test_pages_of_a_scan_are_drawn_beside_those_of_a_pdf(tmp_path: Path, worker: Worker) -> None:
    sheets = pictures.tiff([pictures.page(), pictures.square()], dpi=(72, 72))
    scan = source(tmp_path, sheets, "a.tif")
    worker.open(scan)
    worker.render(scan, 2, 2.0)
    worker.render(source(tmp_path, SQUARE), 1, 1.0)
    worker.render(scan, 2, 1.0, rotation=90)
    worker.layout(scan, 1)
    opened, page, other, turned, layout = (answer.value for answer in answers(worker))
    assert isinstance(opened, OpenedPages)
    assert [tuple(map(round, size)) for size in opened.sizes] == [(827, 1169), (300, 200)]
    assert isinstance(page, RenderedPage)
    assert (page.width, page.height) == (600, 400)
    assert is_dark(page, 50, 50)
    assert not is_dark(page, 150, 150)
    assert isinstance(other, RenderedPage)
    assert is_dark(other, 35, 35)
    assert isinstance(turned, RenderedPage)
    assert (turned.width, turned.height) == (200, 300)
    assert is_dark(turned, 150, 50)
    assert isinstance(layout, PageLayout)
    assert (layout.text, layout.boxes) == ("", ())


def test_pixels_are_opaque_so_that_colors_can_be_laid_over_them(
    tmp_path: Path, worker: Worker
) -> None:
    scan = source(tmp_path, pictures.tiff([pictures.page()], dpi=(72, 72)), "a.tif")
    for file in (scan, source(tmp_path, SQUARE)):
        worker.render(file, 1, 1.0)
        assert set(rendered(worker).pixels[3::4]) == {255}


def test_a_scan_without_such_a_page_and_a_damaged_one_are_errors(
    tmp_path: Path, worker: Worker
) -> None:
    worker.render(source(tmp_path, pictures.saved(pictures.square(), "PNG"), "a.png"), 7, 1.0)
    worker.open(source(tmp_path, pictures.saved(pictures.square(), "PNG")[:20], "b.png"))
    missing, damaged = answers(worker)
    assert missing.error is not None
    assert missing.error.sentence == "a.png has no page 7."
    assert damaged.error is not None
    assert damaged.error.sentence.startswith("b.png is damaged")


def test_sizes_are_known_once_a_file_is_open(tmp_path: Path, worker: Worker) -> None:
    worker.open(source(tmp_path, pdfs.made([["a"], ["b"]])))
    (answer,) = answers(worker)
    assert isinstance(answer.value, OpenedPages)
    assert [(round(width), round(height)) for width, height in answer.value.sizes] == [
        (595, 842)
    ] * 2


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_boxes_stand_where_the_ink_is(tmp_path: Path, worker: Worker, turned: int) -> None:
    page = b"/Rotate %d/CropBox[50 20 280 190]" % turned
    where = source(tmp_path, pdfs.one_page(b"BT /F 60 Tf 100 100 Td (I I) Tj ET", page=page))
    worker.layout(where, 1)
    worker.render(where, 1, 2.0)
    layout, picture = (answer.value for answer in answers(worker))
    assert isinstance(layout, PageLayout)
    assert isinstance(picture, RenderedPage)
    assert layout.text == "I I"
    assert (round(layout.width * 2), round(layout.height * 2)) == (picture.width, picture.height)
    for (left, top, right, bottom), inked in zip(layout.boxes, (True, False, True), strict=True):
        assert 0 <= left <= right <= layout.width
        assert 0 <= top <= bottom <= layout.height
        assert is_dark(picture, (left + right) / 2, (top + bottom) / 2) is inked


@pytest.mark.parametrize(
    "data",
    [
        pdfs.made([["One line", "and another with an em\u00adoji"], [], ["Three"]]),
        pdfs.one_page(
            b"BT /F 12 Tf 20 150 Td (aAbBcCd) Tj 0 -14 Td (They were dan-) Tj"
            b" 0 -14 Td (gerous) Tj ET",
            to_unicode=b"<41> <D83DDE00>\n<42> <D83D>\n<43> <0000>",
        ),
    ],
)
def test_layout_and_document_have_the_same_text(
    tmp_path: Path, worker: Worker, data: bytes
) -> None:
    where = source(tmp_path, data)
    document = read_document(where.path)
    for page in document.pages:
        worker.layout(where, page.number)
        (answer,) = answers(worker)
        assert isinstance(answer.value, PageLayout)
        assert answer.value.text == document.text[page.start : page.end]
        assert len(answer.value.boxes) == page.end - page.start


def test_a_bitmap_is_never_larger_than_it_may_be(tmp_path: Path, worker: Worker) -> None:
    data = SQUARE.replace(b"[0 0 300 200]", b"[0 0 900000000 900000000]")
    worker.render(source(tmp_path, data), 1, 4.0)
    page = rendered(worker)
    assert page.stride * page.height <= pages.BITMAP_BYTES
    assert page.scale < 1e-4


def test_the_urgent_page_comes_first(tmp_path: Path, worker: Worker) -> None:
    where = source(tmp_path, pdfs.made([[str(number)] for number in range(4)]))
    first = worker.render(where, 1, 0.5)
    later = [worker.render(where, page, 0.5, priority=-page) for page in (2, 3, 4)]
    assert [answer.request for answer in answers(worker)] == [first, *reversed(later)]


def test_a_dropped_request_is_never_answered(tmp_path: Path, worker: Worker) -> None:
    where = source(tmp_path, pdfs.made([["a"], ["b"]]))
    at_work, waiting, kept = (worker.render(where, page, 0.5) for page in (1, 2, 2))
    worker.cancel(at_work)
    worker.cancel(waiting)
    assert [answer.request for answer in answers(worker)] == [kept]


def test_a_page_that_never_ends_is_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    # A fast computer fills the usual memory before the deadline.
    worker = Worker(deadline=1.5, memory=2_000_000_000)
    where = source(tmp_path, pdfs.with_endless_page(2))
    for page in (1, 2, 3):
        worker.render(where, page, 1.0)
    first, second, third = answers(worker)
    worker.close()
    assert first.error is None
    assert isinstance(second.error, UnreadableFileError)
    assert second.error.sentence.startswith("Page 2 of a.pdf could not be read: it was stopped")
    assert isinstance(third.value, RenderedPage)


def test_a_missing_password_a_missing_page_and_a_missing_file_are_errors(
    tmp_path: Path, worker: Worker
) -> None:
    locked = pdfs.changed(pdfs.made([["x"]]), tmp_path, "encrypt", "open")
    worker.open(Source(locked))
    worker.open(Source(locked, "open"))
    worker.render(source(tmp_path, SQUARE), 7, 1.0)
    worker.open(Source(tmp_path / "gone.pdf"))
    needed, opened, no_page, gone = answers(worker)
    assert isinstance(needed.error, PasswordNeededError)
    assert isinstance(opened.value, OpenedPages)
    assert no_page.error is not None
    assert no_page.error.sentence == "a.pdf has no page 7."
    assert gone.error is not None
    assert gone.error.sentence.startswith("gone.pdf could not be opened")


def test_pixels_come_without_shared_memory_too(tmp_path: Path) -> None:
    page = pdf_pages.render(source(tmp_path, SQUARE), 1, 1.0, 0)
    assert is_dark(page, 35, 35)
    pdf_pages.close_pages(source(tmp_path, SQUARE))
