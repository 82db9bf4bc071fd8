"""Office documents under a password: asked for, unlocked in memory, read like any other."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from msoffcrypto.method.ecma376_agile import ECMA376Agile
from tests.material import MATERIAL, needs_material
from tests.readers.packages import docx, paragraph, zipped

from archivist.domain.errors import ArchivistError, PasswordNeededError, UnreadableFileError
from archivist.importer import prepare
from archivist.readers import read_document
from archivist.readers.isolate import Child

SENTENCE = "The list was kept under a password."


def locked(content: bytes, password: str = "sesame") -> bytes:
    package = io.BytesIO(content)
    with zipfile.ZipFile(package, "a") as archive:  # the library locks small ones wrongly
        archive.writestr("media/noise.bin", random.Random(3).randbytes(6000))
    package.seek(0)
    return ECMA376Agile.encrypt(password, package)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.docx"
    path.write_bytes(locked(docx(paragraph(SENTENCE))))
    return path


def test_the_right_password_opens_a_word_document(path: Path) -> None:
    document = read_document(path, password="sesame")
    assert (document.format, document.text) == ("docx", SENTENCE)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [(None, "give its password"), ("", "give its password"), ("open", "does not open")],
)
def test_a_missing_or_wrong_password_is_asked_for(
    path: Path, password: str | None, sentence: str
) -> None:
    with pytest.raises(PasswordNeededError, match=sentence):
        read_document(path, password=password)


def test_the_format_is_told_by_what_is_under_the_password(path: Path) -> None:
    path.write_bytes(locked(zipped({"ppt/presentation.xml": "<p/>"})))
    with pytest.raises(UnreadableFileError, match="nothing that Archivist can read"):
        read_document(path, password="sesame")


def test_a_damaged_one_is_a_document_or_a_clear_error(path: Path) -> None:
    whole = path.read_bytes()
    refused = []
    with Child() as child:
        for number in range(24):
            data = bytearray(whole)
            for place in range(number * 37 % 512, len(data), 700 + 13 * number):
                data[place] ^= 0x5A
            path.write_bytes(data if number % 3 else data[: len(data) * number // 24 + 600])
            try:
                prepare(path, password="sesame", child=child)
            except ArchivistError as error:
                refused.append(error.sentence)
    assert refused
    assert not [sentence for sentence in refused if "its reader failed" in sentence]


@needs_material
def test_documents_that_office_protected_open_with_their_passwords() -> None:
    assert MATERIAL is not None
    folder = MATERIAL / "corpora" / "office"
    document = read_document(folder / "tika-testWORD_protected_passtika.docx", password="tika")
    assert document.text == "This is an encrypted Word 2007 File."
