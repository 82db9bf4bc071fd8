"""Office documents and e-books of others: documents or clear sentences, and none lost silently."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.material import MATERIAL, needs_material
from tests.readers.contract import assert_sound

from archivist.domain.errors import ArchivistError
from archivist.readers import read_document
from archivist.readers.isolate import Child

pytestmark = needs_material

CORPORA = (MATERIAL or Path()) / "corpora"
SUFFIXES = (".docx", ".odt", ".rtf", ".epub")
SECONDS = 20
NO_TEXT = "holds no text"
LOCKED = "is encrypted; give its password"
# Which files are no document, and what is said of them.
REFUSED = {
    "empty.docx": NO_TEXT,
    "external-picture.docx": NO_TEXT,
    "tika-protected_normal_case.docx": LOCKED,
    "tika-testODTEncrypted.odt": LOCKED,
    "tika-testODTnotaZipFile.odt": "it is damaged",
    "tika-testWORD_charts.docx": NO_TEXT,
    "tika-testWORD_missing_ooxml_bean1.docx": NO_TEXT,
    "tika-testWORD_multi_authors.docx": NO_TEXT,
    "tika-testWORD_protected_passtika.docx": LOCKED,
    "tika-test_list_override.rtf": NO_TEXT,
    "d1-bomb-1GB-text.docx": "far more than a document holds",
    "d3-xxe.docx": "entities of its own",
}


def files() -> list[Path]:
    found = [path for folder in ("office", "hostile") for path in (CORPORA / folder).glob("*.*")]
    return sorted(path for path in found if path.suffix in SUFFIXES)


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child(memory=1 << 30) as child:
        yield child


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_every_file_is_a_document_or_refused_for_a_known_reason(path: Path, child: Child) -> None:
    begun = time.monotonic()
    try:
        assert_sound(child.run(read_document, path))
        said = ""
    except ArchivistError as error:
        said = error.sentence
    assert time.monotonic() - begun < SECONDS
    assert bool(said) == (path.name in REFUSED)
    assert REFUSED.get(path.name, "") in said
    assert not said or path.name in said


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "tika-testWORD_various.docx",
            ["Here is a text box", "Bullet 2\nBullet 3", "ゾルゲと尾崎"],
        ),
        ("tika-testRTFJapanese.rtf", ["ゾルゲの処刑記録、", "（東京都三鷹市）"]),
        ("tika-testRTFWindowsCodepage1250.rtf", ["zażółć gęślą jaźń"]),
        ("tika-testRTFIgnoredControlWord.rtf", ["The quick brown fox jumps over the lazy dog"]),
        ("tika-testODTStyles3.odt", ["Beschermde persoon is overleden"]),
        ("tika-testEPUB_xml_ext.epub", ["the clocks were striking thirteen"]),
        ("tika-testAltChunkHTML.docx", ["Simple paragraph with a emphasized word."]),
        ("strict-format.docx", ["Test"]),
    ],
)
def test_the_words_of_real_documents_are_found(name: str, parts: list[str], child: Child) -> None:
    text = child.run(read_document, CORPORA / "office" / name).text
    assert [part for part in parts if part not in text] == []
