"""OpenDocument texts saved with a password: asked for, and unlocked in memory."""

import base64
import hashlib
import random
import zlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from tests.readers.packages import zipped
from tests.readers.test_odt import odt

from archivist.domain.errors import ArchivistError, PasswordNeededError, UnreadableFileError
from archivist.readers import read_document
from archivist.readers.zipped import Package

CHANCE = random.Random(5)
SENTENCE = "The list was kept under a password. " * 60
AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"


def locked(content: bytes, password: str, name: str) -> tuple[bytes, str]:
    """Gives a part as an office program locks it, and what the manifest says of it."""
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(content) + packer.flush()
    salt, vector = CHANCE.randbytes(16), CHANCE.randbytes(16)
    start = hashlib.sha256(password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", start, salt, 1000, 32)
    fill = 16 - len(packed) % 16
    filled = packed + bytes(fill - 1) + bytes([fill])
    closer = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()

    def said(value: bytes) -> str:
        return base64.b64encode(value).decode()

    digest = said(hashlib.sha256(packed[:1024]).digest())
    entry = (
        f'<manifest:file-entry manifest:full-path="{name}"><manifest:encryption-data '
        f'manifest:checksum-type="urn:x#sha256-1k" manifest:checksum="{digest}">'
        f'<manifest:algorithm manifest:algorithm-name="{AES}" '
        f'manifest:initialisation-vector="{said(vector)}"/>'
        '<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" '
        f'manifest:iteration-count="1000" manifest:salt="{said(salt)}"/>'
        '<manifest:start-key-generation manifest:start-key-generation-name="urn:x#sha256"/>'
        "</manifest:encryption-data></manifest:file-entry>"
    )
    return closer.update(filled) + closer.finalize(), entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.odt"
    path.write_bytes(odt(f"<text:p>{SENTENCE}</text:p>"))
    with Package(path, "x") as package:
        parts = {name: package.part(name) for name in package.names()}
    entries = ""
    for name in ("content.xml", "meta.xml"):
        parts[name], entry = locked(parts[name], "sesame", name)
        entries += entry
    manifest = parts["META-INF/manifest.xml"].replace(b"></", b">" + entries.encode() + b"</")
    path.write_bytes(zipped({**parts, "META-INF/manifest.xml": manifest}))
    return path


def test_the_right_password_opens_it(path: Path) -> None:
    document = read_document(path, password="sesame")
    assert (document.format, document.text) == ("odt", SENTENCE.strip())


@pytest.mark.parametrize(
    ("password", "sentence"), [(None, "give its password"), ("open", "does not open")]
)
def test_a_missing_or_wrong_password_is_asked_for(
    path: Path, password: str | None, sentence: str
) -> None:
    with pytest.raises(PasswordNeededError, match=sentence):
        read_document(path, password=password)


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"aes256-cbc", b"rot13"),
        (b"PBKDF2", b"Argon2id"),
        (b'iteration-count="1000"', b'iteration-count="9999999999"'),
        (b"sha256-1k", b"md5"),
    ],
)
def test_a_lock_that_is_not_known_is_a_clear_error(
    path: Path, there: bytes, instead: bytes
) -> None:
    with Package(path, "x") as package:
        parts = {name: package.part(name) for name in package.names()}
    manifest = parts["META-INF/manifest.xml"].replace(there, instead)
    path.write_bytes(zipped({**parts, "META-INF/manifest.xml": manifest}))
    with pytest.raises(UnreadableFileError, match="cannot be unlocked here"):
        read_document(path, password="sesame")


def test_a_damaged_one_is_a_document_or_a_clear_error(path: Path) -> None:
    whole = path.read_bytes()
    refused = []
    for number in range(60):
        data = bytearray(whole)
        data[CHANCE.randrange(len(data))] ^= 1 + number
        path.write_bytes(data)
        try:
            read_document(path, password="sesame")
        except ArchivistError as error:
            refused.append(error.sentence)
    assert refused
    assert all(path.name in sentence for sentence in refused)
