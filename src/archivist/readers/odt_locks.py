"""What unlocks the parts of an OpenDocument file that was saved with a password.

OpenDocument 1.2, part 3, 3.4 and 4.8: each part is packed, then encrypted with a key of its own;
the digest of its first 1,024 packed bytes tells whether the password was right.
"""

import base64
import binascii
import hashlib
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_ROUNDS = 5_000_000  # of key derivation; office programs write some 100,000
_BLOCK = 16  # bytes
_HASHED = 1024  # bytes of a packed part
_CIPHERS = {
    f"http://www.w3.org/2001/04/xmlenc#aes{bits}-cbc": bits // 8 for bits in (128, 192, 256)
}
_DIGESTS = {"sha1-1k": "sha1", "sha1/1k": "sha1", "sha256-1k": "sha256", "sha256/1k": "sha256"}


class WrongPasswordError(Exception):
    """A part did not become what its digest says."""


class UnknownLockError(Exception):
    """A part is locked in a way that is not known here."""


@dataclass(frozen=True, slots=True)
class Lock:
    """How a part is locked: lengths in bytes, `digest` and `start_digest` as hashlib names them."""

    key_size: int
    vector: bytes
    salt: bytes
    rounds: int
    start_digest: str
    digest: str
    checksum: bytes

    def open(self, data: bytes, password: str, bound: int) -> bytes:
        """Gives a part's content, one byte beyond the bound where it is longer.

        Raises:
            WrongPasswordError: The password is wrong.
        """
        start = hashlib.new(self.start_digest, password.encode()).digest()
        key = hashlib.pbkdf2_hmac("sha1", start, self.salt, self.rounds, self.key_size)
        if not data or len(data) % _BLOCK:
            raise WrongPasswordError
        opener = Cipher(algorithms.AES(key), modes.CBC(self.vector)).decryptor()
        packed = opener.update(data) + opener.finalize()
        # The last byte counts those that were added to fill the last block.
        packed = packed[: -packed[-1]] if 1 <= packed[-1] <= _BLOCK else packed
        if hashlib.new(self.digest, packed[:_HASHED]).digest() != self.checksum:
            raise WrongPasswordError
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, bound + 1)
        except zlib.error as error:
            raise WrongPasswordError from error


def locks(manifest: Element) -> dict[str, Lock]:
    """Gives the lock of each part that a manifest says is locked.

    Raises:
        UnknownLockError: One is locked in a way that is not known.
    """
    found = {}
    for entry in manifest.iter("manifest|file-entry"):
        locked = entry.find("manifest|encryption-data")
        if locked is not None:
            try:
                found[entry.get("manifest|full-path", "")] = _lock(locked)
            except (KeyError, ValueError, binascii.Error) as error:
                raise UnknownLockError from error
    return found


def _lock(locked: Element) -> Lock:
    algorithm = _said(locked, "algorithm")
    derivation = _said(locked, "key-derivation")
    start = _said(locked, "start-key-generation")
    if derivation["key-derivation-name"].rpartition("#")[2].casefold() != "pbkdf2":
        raise ValueError(derivation)
    key_size = _CIPHERS[algorithm["algorithm-name"]]
    rounds = int(derivation["iteration-count"])
    vector = base64.b64decode(algorithm["initialisation-vector"])
    if len(vector) != _BLOCK or not 0 < rounds <= _ROUNDS:
        raise ValueError(rounds)
    said = {name.removeprefix("manifest|"): value for name, value in locked.items()}
    name = start.get("start-key-generation-name", "SHA1").rpartition("#")[2].casefold()
    if name not in {"sha1", "sha256"}:
        raise ValueError(name)
    return Lock(
        key_size=key_size,
        vector=vector,
        salt=base64.b64decode(derivation["salt"]),
        rounds=rounds,
        start_digest=name,
        digest=_DIGESTS[said["checksum-type"].rpartition("#")[2].casefold()],
        checksum=base64.b64decode(said["checksum"]),
    )


def _said(locked: Element, part: str) -> dict[str, str]:
    found = locked.find(f"manifest|{part}")
    if found is None:
        return {}
    return {name.removeprefix("manifest|"): value for name, value in found.items()}
