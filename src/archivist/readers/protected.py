"""Office documents under a password (ECMA-376 encryption): unlocked in memory, then read as usual.

What was unlocked never touches the disk.
"""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.parsers.expat import ExpatError

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.readers.formats import format_inside, locked

# What the library and those below it raise on damaged files.
_FAULTS = (
    FileFormatError,
    ParseError,
    DecryptionError,
    ExpatError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads what is under the password; the reader of its format unlocks it with the same one."""
    with zipfile.ZipFile(unlocked(path, password)) as archive:
        found = format_inside(archive.namelist())
    if found is None:
        raise UnreadableFileError(
            f"{path.name} is protected with a password, and under it is nothing that Archivist "
            "can read. Save it as PDF in its own program, and import that."
        )
    return found.reader()(path, password=password, progress=progress)


def unlocked(path: Path, password: str | None) -> BytesIO:
    """Gives the ZIP archive that a protected document holds.

    Raises:
        PasswordNeededError: The password is missing or wrong.
        UnreadableFileError: The file is damaged, or protected in a way that is not known.
    """
    if not password:
        raise locked(path, password)
    content = BytesIO()
    try:
        with path.open("rb") as file:
            office = msoffcrypto.OfficeFile(file)
            office.load_key(password=password, verify_password=True)
            office.decrypt(content)
    except InvalidKeyError as error:
        raise locked(path, password) from error
    except _FAULTS as error:
        raise _unknown(path) from error
    content.seek(0)
    if not zipfile.is_zipfile(content):
        raise _unknown(path)
    return content


def _unknown(path: Path) -> UnreadableFileError:
    return UnreadableFileError(
        f"{path.name} is protected in a way that Archivist does not know, or damaged. "
        "Save a copy without the password in its own program, and import that."
    )
