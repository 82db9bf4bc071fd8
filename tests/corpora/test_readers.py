"""Every file of the corpora ends as a document or a clear error, in bounded time and memory."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.material import MATERIAL, needs_material
from tests.readers.contract import assert_sound

from archivist.archive.archive import create
from archivist.domain.errors import ArchivistError, PasswordNeededError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers import read_document
from archivist.readers.isolate import Child, Worker
from archivist.readers.pages import PageLayout, RenderedPage, Source

pytestmark = needs_material

CORPORA = (MATERIAL or Path()) / "corpora"
SECONDS = 20
GIGABYTE = 1_000_000_000
MEASURE = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "archivist", *sys.argv[1:]], capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
# As the projects say that made the files.
PASSWORDS = {
    "005-libreoffice-writer-password-libreoffice-writer-password.pdf": "openpassword",
    "pypdf-libreoffice-writer-password.pdf": "openpassword",
    "pypdf-crazyones-encrypted-256.pdf": "password",
    "pypdf-encrypted-file.pdf": "test",
    "pypdf-r2-user-password.pdf": "asdfzxcv",
    "pypdf-r3-user-password.pdf": "asdfzxcv",
    "pypdf-r4-user-password.pdf": "asdfzxcv",
    "pypdf-r6-both-passwords.pdf": "foo",
}
# In an encoding that nobody can tell, and with headers of no use and no text.
NOTHING_TO_READ = ("_ude_euc-tw1.txt", "py-msg_18.eml")


def files(*folders: str) -> list[Path]:
    if MATERIAL is None:
        return []
    found = (path for folder in folders for path in sorted((CORPORA / folder).rglob("*")))
    return [path for path in found if path.is_file()]


def name(path: Path) -> str:
    return str(path.relative_to(CORPORA))


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child() as child:
        yield child


@pytest.mark.parametrize("path", files("pdf", "html", "text", "udhr", "email", "hostile"), ids=name)
def test_every_file_is_a_document_or_a_clear_error(path: Path, child: Child) -> None:
    begun = time.monotonic()
    try:
        document = child.run(read_document, path)
    except ArchivistError as error:
        outcome = error.sentence
    else:
        outcome = "read"
        assert isinstance(document, ReadDocument)
        assert_sound(document)
    assert time.monotonic() - begun < SECONDS
    assert outcome == "read" or path.name in outcome
    assert "its reader failed" not in outcome
    if path.parent.name != "hostile" and path.name not in (*PASSWORDS, *NOTHING_TO_READ):
        assert outcome == "read"


@pytest.mark.parametrize("path", [path for path in files("pdf") if path.name in PASSWORDS])
def test_a_password_is_needed_where_the_file_has_one(path: Path) -> None:
    with pytest.raises(PasswordNeededError):
        read_document(path)
    assert_sound(read_document(path, password=PASSWORDS[path.name]))


@pytest.mark.parametrize("path", files("pdf"), ids=name)
def test_the_layout_of_every_page_has_its_text(path: Path) -> None:
    document = read_document(path, password=PASSWORDS.get(path.name))
    worker = Worker()
    source = Source(path, PASSWORDS.get(path.name))
    for page in document.pages:
        worker.layout(source, page.number)
    answers = []
    while worker.busy:
        answers += worker.poll()
        time.sleep(0.002)
    worker.close()
    for page, answer in zip(document.pages, answers, strict=True):
        layout = answer.value
        assert isinstance(layout, PageLayout)
        assert layout.text == document.text[page.start : page.end]
        assert len(layout.boxes) == len(layout.text)
        assert (layout.width, layout.height) == (page.width, page.height)
        seen = [box for box, each in zip(layout.boxes, layout.text, strict=True) if each.isalnum()]
        assert all(left <= right and top <= bottom for left, top, right, bottom in seen)


@pytest.mark.parametrize("path", [p for p in files("hostile") if p.suffix == ".pdf"], ids=name)
def test_a_hostile_page_is_pixels_or_a_clear_error_and_the_next_one_comes(path: Path) -> None:
    sound = CORPORA / "pdf" / "001-trivial-minimal-document.pdf"
    worker = Worker(deadline=SECONDS / 4)
    worker.render(Source(path), 1, 2.0)
    worker.render(Source(sound), 1, 1.0)
    answers = []
    while worker.busy:
        answers += worker.poll()
        time.sleep(0.002)
    worker.close()
    assert isinstance(answers[0].value, RenderedPage) or answers[0].error is not None
    assert isinstance(answers[1].value, RenderedPage)


@pytest.mark.parametrize("article", ["wikipedia-1.html", "wikipedia-2.html"])
def test_the_markers_of_an_article_lead_to_its_references(article: str) -> None:
    document = read_document(CORPORA / "html" / article)
    entries = {
        block.start: block for block in document.blocks if block.kind is BlockKind.REFERENCE_ENTRY
    }
    places = {mark.value: mark for mark in document.marks if mark.kind is MarkKind.ANCHOR}
    links = [
        mark
        for mark in document.marks
        if mark.kind is MarkKind.LINK and mark.value.startswith("#cite_note")
    ]
    assert len(entries) >= 5
    assert len(links) >= len(entries)
    for link in links:
        assert document.text[link.start] == "["
        assert places[link.value[1:]].start in entries


@pytest.mark.parametrize(
    ("folder", "codec"),
    [
        ("iso-8859-2-polish", "iso8859-2"),
        ("iso-8859-2-czech", "iso8859-2"),
        ("iso-8859-2-hungarian", "iso8859-2"),
        ("windows-1250-hungarian", "cp1250"),
        ("windows-1250-polish", "cp1250"),
        ("windows-1250-slovak", "cp1250"),
        ("MacCyrillic", "mac-cyrillic"),
        ("IBM855", "cp855"),
        ("IBM866", "cp866"),
        ("UTF-16LE", "utf-16-le"),
        ("UTF-32BE", "utf-32-be"),
        ("Johab", "johab"),
        ("GB2312", "gb18030"),
    ],
)
def test_encodings_are_told_apart(folder: str, codec: str) -> None:
    (path,) = (CORPORA / "text" / folder).iterdir()
    text = path.read_bytes().decode(codec).replace("\r\n", "\n")
    assert read_document(path).text == text


@pytest.mark.skipif(sys.platform != "linux", reason="kilobytes are what Linux tells")
def test_no_process_of_an_import_takes_a_gigabyte(tmp_path: Path) -> None:
    archive = tmp_path / "hostile.archivist"
    create(archive).close()
    command = [sys.executable, "-c", MEASURE, "import", str(archive), str(CORPORA / "hostile")]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(answer.stdout) * 1024 < GIGABYTE
