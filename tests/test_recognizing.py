"""From a scan to a highlighted, exported passage: recognized, kept in one step, nothing lost."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from archivist.archive.archive import Archive, create, open_archive
from archivist.archive.integrity import check
from archivist.domain.anchor import describe
from archivist.domain.errors import CancelledError, InvalidValueError, PasswordNeededError
from archivist.domain.model import Anchor
from archivist.domain.reading import Rectangle
from archivist.domain.recognition import Recognition, RecognizedPage, RecognizedWord
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState, TextSource
from archivist.exporter import export_csv
from archivist.importer import prepare, store
from archivist.readers import tesseract
from archivist.readers.tesseract import Engine
from archivist.recognizing import (
    Recognized,
    keep,
    pages_without_text,
    recognize,
    usual_languages,
)
from archivist.recognizing.composing import composed
from tests.archive.shelf import dump
from tests.readers import pictures
from tests.tesseract import needs_tesseract

FIRST, SECOND, THIRD = pictures.LINES


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sheets = [pictures.slip(), pictures.slip(["The second sheet names nobody."])]
    folder = tmp_path_factory.mktemp("scan")
    return pictures.written(folder, "card.tif", pictures.tiff(sheets, dpi=(100, 100)))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with create(tmp_path / "test.archivist", user="Ani") as opened:
        yield opened


def added(archive: Archive, path: Path) -> int:
    document_id = store(archive, prepare(path)).document_id
    assert document_id is not None
    return document_id


def excerpt(archive: Archive, document: int, words: str) -> int:
    text = archive.documents.text(document)
    start = text.index(words)
    page = next(p for p in archive.documents.pages(document) if p.start <= start < p.end)
    box = Rectangle(page.number, 10, 10, 50, 20)
    anchor = describe(text, start, start + len(words), page=page.number, rectangles=(box,))
    return archive.excerpts.create(document, anchor)


def mixed(folder: Path) -> Path:
    """A PDF of three pages: words, a picture of words, and the same words as on the first."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "mixed.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for page in range(3):
        if page == 1:
            canvas.drawImage(ImageReader(pictures.slip()), 0, 590, 595, 245)
        else:
            canvas.drawString(72, 700, "It rained all day. It rained all day.")
        canvas.showPage()
    canvas.save()
    return path


def by_hand(archive: Archive, document: int, **texts: str) -> Recognized:
    """What a program would have recognized, with every word as a box; needs no program."""
    pages = []
    for name, text in texts.items():
        words, start = [], 0
        for number, word in enumerate(text.split(" ")):
            box = (72.0 + 40 * number, 72.0, 110.0 + 40 * number, 84.0)
            words.append(RecognizedWord(start, start + len(word), *box, 30 + 10 * number))
            start += len(word) + 1
        paragraphs = ((0, len(text)),) if text else ()
        pages.append(RecognizedPage(int(name[1:]), text, tuple(words), paragraphs))
    recognition = Recognition(tuple(pages), "Tesseract 5", "eng")
    return composed(archive, archive.documents.get(document), recognition, None)


@needs_tesseract
def test_a_scanned_page_is_recognized_highlighted_found_and_exported(
    archive: Archive, scan: Path, tmp_path: Path
) -> None:
    document = added(archive, scan)
    assert pages_without_text(archive, document) == [1, 2]
    told: list[tuple[int, int]] = []
    recognized = recognize(
        archive,
        document,
        languages=["eng"],
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 2), (2, 2)]
    kept = keep(archive, recognized)
    assert (kept.pages, kept.document_id) == (2, document)
    text = archive.documents.text(document)
    assert " ".join(text.split()) == f"{FIRST} {SECOND} {THIRD} The second sheet names nobody."
    pages = archive.documents.pages(document)
    assert [page.text_source for page in pages] == [TextSource.OCR] * 2
    assert pages_without_text(archive, document) == []
    (date,) = archive.documents.dates(document)
    assert date.date.edtf == "1917-12-06"
    assert [hit.document_id for hit in archive.search.find("northern gate")] == [document]
    highlighted = excerpt(archive, document, "Nobody was allowed to pass")
    archive.links.tag_event(highlighted, archive.events.ensure("The closing"))
    target = tmp_path / "excerpts.csv"
    export_csv(archive, target)
    (row,) = csv.DictReader(target.read_text("utf-8-sig").splitlines())
    assert (row["excerpt"], row["page"]) == ("Nobody was allowed to pass", "1")
    assert row["events"] == "The closing"
    assert check(archive) == []


@needs_tesseract
def test_it_is_one_step_that_can_be_undone_also_after_a_restart(
    archive: Archive, scan: Path
) -> None:
    document = added(archive, scan)
    before, sha256 = dump(archive), archive.documents.get(document).sha256
    keep(archive, recognize(archive, document, languages=["eng"]))
    after = dump(archive)
    assert archive.documents.get(document).sha256 == sha256
    path = archive.path
    archive.close()
    with open_archive(path, user="Ani") as again:
        assert again.history.undo() == "Recognize text"
        assert dump(again) == before
        assert check(again) == []
        assert not again.search.find("northern")
        assert again.history.redo() == "Recognize text"
        assert dump(again) == after
        assert check(again) == []


@needs_tesseract
def test_pages_of_a_pdf_without_text_are_recognized_and_the_others_left(
    archive: Archive, tmp_path: Path
) -> None:
    document = added(archive, mixed(tmp_path))
    assert pages_without_text(archive, document) == [2]
    keep(archive, recognize(archive, document, languages=["eng"]))
    first, second, third = archive.documents.pages(document)
    text = archive.documents.text(document)
    assert text[first.start : first.end] == text[third.start : third.end]
    assert "northern gate" in text[second.start : second.end]
    assert [page.text_source.value for page in (first, second, third)] == [
        "embedded",
        "ocr",
        "embedded",
    ]


def test_excerpts_stay_on_their_pages_even_where_words_are_repeated(
    archive: Archive, tmp_path: Path
) -> None:
    document = added(archive, mixed(tmp_path))
    text = archive.documents.text(document)
    last = text.rindex("It rained")
    anchor = describe(text, last, last + 9, page=3, rectangles=(Rectangle(3, 1, 2, 3, 4),))
    repeated = archive.excerpts.create(document, anchor)
    keep(archive, by_hand(archive, document, p2="It rained all day."))
    now = archive.excerpts.get(repeated)
    text = archive.documents.text(document)
    assert now.anchor.start == text.rindex("It rained")
    assert (now.anchor.page, now.anchor.rectangles) == (3, anchor.rectangles)
    assert now.anchor_state is AnchorState.ANCHORED
    assert check(archive) == []


def test_a_second_recognition_finds_excerpts_again_or_says_which_are_lost(
    archive: Archive, scan: Path
) -> None:
    document = added(archive, scan)
    keep(archive, by_hand(archive, document, p1="The gate was shut at noon by guards"))
    stays = excerpt(archive, document, "shut at noon")
    lost = excerpt(archive, document, "by guards")
    again = keep(archive, by_hand(archive, document, p1="The old gate was shut at noon, by us"))
    assert archive.excerpts.get(stays).anchor_state is AnchorState.MOVED
    assert archive.excerpts.get(lost).anchor_state is AnchorState.ORPHANED
    assert [each.excerpt.id for each in again.excerpts] == [lost]
    assert check(archive) == []
    archive.history.undo()
    assert archive.excerpts.get(lost).anchor_state is AnchorState.ANCHORED
    assert check(archive) == []


def test_words_keep_their_places_and_their_doubts(archive: Archive, scan: Path) -> None:
    document = added(archive, scan)
    kept = keep(archive, by_hand(archive, document, p1="a b c d e", p2="f g"))
    assert (kept.words, kept.doubtful) == (7, 5)
    words = archive.recognized.words(document, 1)
    assert [word.confidence for word in words] == [30, 40, 50, 60, 70]
    assert (words[1].left, words[1].top, words[1].right, words[1].bottom) == (112, 72, 150, 84)
    text = archive.documents.text(document)
    doubtful = archive.recognized.doubtful(document)
    assert [text[start:end] for start, end in doubtful] == ["a", "b", "c", "f", "g"]
    assert archive.recognized.numbers(document) == {1, 2}
    assert archive.recognized.words(document, 3) == ()


def test_a_region_stays_on_its_page(archive: Archive, scan: Path) -> None:
    document = added(archive, scan)
    box = Rectangle(2, 100, 100, 200, 150)
    place = describe_region(archive.documents.pages(document)[1], box)
    archive.excerpts.create(document, place)
    keep(archive, by_hand(archive, document, p1="Some words"))
    (region,) = archive.excerpts.in_document(document)
    start = archive.documents.pages(document)[1].start
    assert region.anchor == Anchor(start, start, "", page=2, rectangles=(box,))
    archive.excerpts.quote_words(region.id, "a stamp")
    keep(archive, by_hand(archive, document, p2="Words on its own page"))
    (region,) = archive.excerpts.in_document(document)
    assert (region.anchor.quote, region.anchor.rectangles) == ("a stamp", (box,))
    assert region.anchor_state is AnchorState.ANCHORED
    assert check(archive) == []


def test_what_labels_mean_is_kept(archive: Archive, scan: Path) -> None:
    document = added(archive, scan)
    keep(archive, by_hand(archive, document, p1="It was shut.[1] Nobody came.[2]"))
    citation = archive.citations.create(raw="Smith 1999")
    archive.markers.set_citation(document, "1", citation)
    keep(archive, by_hand(archive, document, p2="More of it.[1]"))
    meant = {(m.label, m.citation_id) for m in archive.markers.in_document(document)}
    assert meant == {("1", citation), ("2", None)}


def test_what_was_recognized_of_a_text_that_has_changed_since_is_kept_all_the_same(
    archive: Archive, scan: Path
) -> None:
    document = added(archive, scan)
    first = by_hand(archive, document, p1="First words")
    second = by_hand(archive, document, p2="Second words")
    keep(archive, first)
    keep(archive, second)
    assert archive.documents.text(document) == "First words\nSecond words"
    assert check(archive) == []


def test_a_new_version_takes_the_recognized_words_away(
    archive: Archive, scan: Path, tmp_path: Path
) -> None:
    from archivist.replacing import replace

    document = added(archive, scan)
    late = by_hand(archive, document, p2="Late")
    keep(archive, by_hand(archive, document, p1="First words"))
    other = tmp_path / "other.png"
    other.write_bytes(pictures.saved(pictures.square(), "PNG"))
    replace(archive, document, prepare(other))
    assert archive.recognized.numbers(document) == frozenset()
    with pytest.raises(InvalidValueError, match="has a new version since"):
        keep(archive, late)
    archive.history.undo()
    assert archive.documents.text(document) == "First words\n"
    assert len(archive.recognized.words(document, 1)) == 2
    assert check(archive) == []


@needs_tesseract
def test_cancelled_it_gives_what_is_done_and_else_says_that_it_was_cancelled(
    archive: Archive, scan: Path
) -> None:
    document = added(archive, scan)
    with pytest.raises(CancelledError):
        recognize(archive, document, cancelled=lambda: True)
    done: list[int] = []
    recognized = recognize(
        archive,
        document,
        pages=[1, 2],
        progress=lambda so_far, _total: done.append(so_far),
        cancelled=lambda: bool(done),
    )
    assert (len(recognized.recognition.pages), recognized.left_out) == (1, 1)
    keep(archive, recognized)
    assert check(archive) == []


@needs_tesseract
def test_a_page_that_is_damaged_costs_only_itself(archive: Archive, tmp_path: Path) -> None:
    from PIL import TiffImagePlugin

    noise = Image.effect_noise((200, 200), 90)
    data = pictures.tiff([pictures.slip(), noise], compression="tiff_adobe_deflate")
    path = pictures.written(tmp_path, "a.tif", data)
    with TiffImagePlugin.TiffImageFile(path) as opened:
        opened.seek(1)
        (place, *_) = opened.tag_v2[TiffImagePlugin.STRIPOFFSETS]
    path.write_bytes(data[:place] + b"\xff" * 40 + data[place + 40 :])
    document = added(archive, path)
    recognized = recognize(archive, document, languages=["eng"])
    (failure,) = recognized.failures
    assert failure == "Page 2 of a.tif cannot be shown: it is damaged."
    assert [page.number for page in recognized.recognition.pages] == [1]
    with pytest.raises(InvalidValueError, match="it is damaged"):
        recognize(archive, document, languages=["eng"], pages=[2])


@needs_tesseract
def test_what_cannot_be_recognized_is_said(
    archive: Archive, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Words.", "utf-8")
    words, document = added(archive, text), added(archive, scan)
    with pytest.raises(InvalidValueError, match="has no pages that are pictures"):
        recognize(archive, words)
    assert pages_without_text(archive, words) == []
    with pytest.raises(InvalidValueError, match="has no page 7"):
        recognize(archive, document, pages=[7])
    with pytest.raises(InvalidValueError, match="“qqq” here"):
        recognize(archive, document, languages=["qqq"])
    keep(archive, by_hand(archive, document, p1="", p2=""))
    with pytest.raises(InvalidValueError, match="has its text"):
        recognize(archive, document)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tesseract, "_PLACES", ())
    with pytest.raises(tesseract.RecognizerMissingError):
        recognize(archive, document, pages=[1])


@needs_tesseract
def test_an_encrypted_file_asks_for_its_password(archive: Archive, tmp_path: Path) -> None:
    from tests.readers import pdfs

    plain = tmp_path / "plain.pdf"
    pictures.slip().save(plain, "PDF", resolution=100)
    locked = pdfs.changed(plain.read_bytes(), tmp_path, "encrypt", "open")
    document = store(archive, prepare(locked, password="open")).document_id
    assert document is not None
    with pytest.raises(PasswordNeededError):
        recognize(archive, document, languages=["eng"])
    keep(archive, recognize(archive, document, languages=["eng"], password="open"))
    assert "harbour" in archive.documents.text(document)


def test_the_languages_to_try_first_are_those_used_last_or_of_the_document(
    archive: Archive, scan: Path
) -> None:
    document = added(archive, scan)
    engine = Engine("tesseract", "5", ("deu", "eng", "hye"))
    assert usual_languages(archive, document, engine) == ["eng"]
    archive.documents.update(document, language="hy")
    assert usual_languages(archive, document, engine) == ["hye"]
    recognized = by_hand(archive, document, p1="x")
    keep(archive, recognized)
    assert usual_languages(archive, document, engine) == ["eng"]
    assert usual_languages(archive, document, Engine("tesseract", "5", ())) == []
