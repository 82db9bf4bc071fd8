"""Tesseract as it is installed, or not, and what a run of it gives."""

import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tests.readers import pdfs, pictures
from tests.tesseract import needs_tesseract

from archivist.domain.errors import CancelledError, InvalidValueError, UnreadableFileError
from archivist.domain.recognition import RecognizedPage
from archivist.readers import tesseract
from archivist.readers.isolate import Child
from archivist.readers.pages import Source
from archivist.readers.recognize import recognize_page
from archivist.readers.tesseract import Engine, needed
from archivist.readers.tesseract_languages import codes_for, name_of, tag_of

INSTALLED = ("chi_sim", "chi_tra", "deu", "eng", "hye", "srp", "srp_latn")


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child() as child:
        yield child


def recognized(child: Child, path: Path, page: int = 1, languages: str = "eng") -> RecognizedPage:
    found = child.run(
        recognize_page, Source(path), page, needed(), languages, subject=path.name, deadline=100.0
    )
    assert isinstance(found, RecognizedPage)
    return found


def test_without_the_program_a_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tesseract, "_PLACES", ())
    assert tesseract.installed() is None
    with pytest.raises(tesseract.RecognizerMissingError, match="is not installed") as caught:
        needed()
    assert any(line in caught.value.sentence for line in tesseract.HOW_TO_INSTALL.values())


def test_a_program_that_only_has_the_name_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho something else\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(tesseract, "_PLACES", ())
    assert tesseract.installed() is None


def test_a_language_that_is_not_installed_is_refused_by_name() -> None:
    engine = Engine("tesseract", "5", ("eng", "hye"))
    engine.check(["eng", "hye"])
    with pytest.raises(InvalidValueError, match="“fra” here; it knows eng, hye"):
        engine.check(["eng", "fra"])
    with pytest.raises(InvalidValueError, match="“no language”"):
        engine.check([])


@pytest.mark.parametrize(
    ("language", "codes"),
    [
        ("en", ["eng"]),
        ("en-GB", ["eng"]),
        ("hy", ["hye"]),
        ("de-AT", ["deu"]),
        ("zh-Hant", ["chi_tra", "chi_sim"]),
        ("zh-TW", ["chi_tra", "chi_sim"]),
        ("zh", ["chi_sim", "chi_tra"]),
        ("sr-Latn", ["srp_latn", "srp"]),
        ("sr", ["srp", "srp_latn"]),
        ("fr", []),
        ("", []),
    ],
)
def test_the_language_of_a_document_leads_to_what_is_installed_for_it(
    language: str, codes: list[str]
) -> None:
    assert codes_for(language, INSTALLED) == codes


def test_languages_have_the_names_that_people_know() -> None:
    assert [name_of(code) for code in ("hye", "eng", "chi_sim", "grc", "xx_1")] == [
        "Armenian",
        "English",
        "Chinese (Simplified)",
        "Ancient Greek",
        "xx_1",
    ]
    assert name_of("hye", "de") == "Armenisch"
    assert tag_of("hye") == "hy"


@needs_tesseract
def test_a_page_is_recognized_with_the_places_of_its_words(tmp_path: Path, child: Child) -> None:
    path = pictures.written(
        tmp_path, "a.png", pictures.saved(pictures.slip(), "PNG", dpi=(100, 100))
    )
    page = recognized(child, path)
    assert " ".join(page.text.split()) == " ".join(pictures.LINES)
    first = page.words[0]
    # The first line begins an inch from the left and from the top, in 14 points.
    assert 70 < first.left < 75
    assert 72 <= first.top < first.bottom < 90
    assert all(0 <= word.confidence <= 100 for word in page.words)


@needs_tesseract
def test_a_page_of_a_pdf_without_text_is_recognized_likewise(tmp_path: Path, child: Child) -> None:
    path = tmp_path / "a.pdf"
    pictures.slip().save(path, "PDF", resolution=100)
    page = recognized(child, path)
    assert "harbour was closed" in page.text
    assert 70 < page.words[0].left < 75


@needs_tesseract
def test_a_page_lying_on_its_side_is_recognized_where_it_stands(
    tmp_path: Path, child: Child
) -> None:
    if not needed().turns_pages:
        pytest.skip("Tesseract has no data about orientation")
    lines = [line for line in pictures.LINES for _ in range(4)]
    turned = pictures.page(lines, size=(827, 700)).rotate(90, expand=True)
    path = pictures.written(tmp_path, "a.png", pictures.saved(turned, "PNG", dpi=(100, 100)))
    page = recognized(child, path)
    assert "harbour was closed" in page.text
    word = next(word for word in page.words if page.text[word.start : word.end] == "harbour")
    assert word.bottom - word.top > word.right - word.left


@needs_tesseract
def test_an_empty_page_has_no_words(tmp_path: Path, child: Child) -> None:
    path = pictures.written(tmp_path, "a.png", pictures.saved(pictures.slip([]), "PNG"))
    assert recognized(child, path).text == ""


@needs_tesseract
def test_a_language_that_fails_is_a_sentence_about_the_page(tmp_path: Path, child: Child) -> None:
    path = pictures.written(tmp_path, "a.png", pictures.saved(pictures.slip([]), "PNG"))
    with pytest.raises(UnreadableFileError, match=r"^No text could be recognized on page 1 of a"):
        recognized(child, path, languages="qqq")


@needs_tesseract
def test_cancelling_ends_the_program_too(tmp_path: Path) -> None:
    lines = [" ".join(pictures.LINES)] * 28
    page = pictures.page(lines, size=(4960, 7016), dpi=600)
    path = pictures.written(tmp_path, "a.png", pictures.saved(page, "PNG", dpi=(600, 600)))
    running: list[psutil.Process] = []

    def is_running() -> bool:
        below = psutil.Process().children(recursive=True)
        running.extend(each for each in below if "tesseract" in each.name())
        return bool(running)

    with Child() as child, pytest.raises(CancelledError):
        child.run(
            recognize_page, Source(path), 1, needed(), "eng", deadline=100.0, cancelled=is_running
        )
    psutil.wait_procs(running, timeout=10)
    until = time.monotonic() + 10
    while any(each.is_running() and each.status() != "zombie" for each in running):
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_damaged_page_is_a_sentence_before_any_program_runs(tmp_path: Path, child: Child) -> None:
    path = pictures.written(tmp_path, "a.pdf", pdfs.made([["x"]])[:40])
    engine = Engine("/nowhere/tesseract", "5", ("eng",))
    with pytest.raises(UnreadableFileError, match=r"a\.pdf"):
        child.run(recognize_page, Source(path), 1, engine, "eng", subject="a.pdf")
