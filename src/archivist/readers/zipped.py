"""Formats that are a ZIP archive of XML parts, read within bounds.

An entry's name is only looked up, never a path; a part is unpacked in memory and never beyond what
it may hold; XML with entities of its own is refused, and nothing outside the file is looked at.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from posixpath import normpath
from types import TracebackType
from typing import Self
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from archivist.domain.errors import UnreadableFileError
from archivist.readers.formats import OLE, first_bytes, unopened

_ENTRIES = 20_000
_PART = 64 << 20  # bytes of one part, unpacked
_TOTAL = 256 << 20  # bytes of all parts that are read
_RATIO = 300  # prose in XML packs to a twentieth; deflate itself goes to a thousandth
_SMALL = 4 << 20  # bytes below which the ratio says nothing
_DEPTH = 200  # elements inside each other; nested tables of Word need four each
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what office formats and EPUB allow
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    ValueError,
)
_TAG = re.compile(r"\{([^}]*)\}(.*)", re.S)


def _content(path: Path, password: str | None) -> Path | BytesIO:
    if not first_bytes(path, len(OLE)).startswith(OLE):
        return path
    from archivist.readers.protected import unlocked  # loads what only such files need

    return unlocked(path, password)


class Package:
    """A ZIP archive that is one document; a context manager."""

    def __init__(self, path: Path, what: str, password: str | None = None) -> None:
        """Opens a file that should be `what` ("Word document"), with what unlocks it.

        Raises:
            UnreadableFileError: It is damaged, encrypted, or out of all proportion.
            PasswordNeededError: Office protected it, and the password is missing or wrong.
        """
        self._name = path.name
        self._what = what
        self._read = 0
        self._pictures: dict[str, bytes] = {}
        self._openers: dict[str, Callable[[bytes, int], bytes]] = {}
        try:
            self._archive = zipfile.ZipFile(_content(path, password))
        except _DAMAGE as error:
            raise self._damaged() from error
        except OSError as error:
            raise unopened(path, error) from error
        self._entries = {each.filename: each for each in self._archive.infolist()}
        self._folded = {name.casefold(): name for name in self._entries}
        try:
            self._check()
        except UnreadableFileError:
            self._archive.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._archive.close()

    def names(self) -> tuple[str, ...]:
        """Gives the names of all entries."""
        return tuple(self._entries)

    def find(self, name: str) -> str:
        """Gives an entry's name as the file has it, "" where there is none."""
        return name if name in self._entries else self._folded.get(name.casefold(), "")

    def part(self, name: str) -> bytes:
        """Gives a part's bytes, b"" where there is none of that name.

        Raises:
            UnreadableFileError: It is damaged or unpacks to too much.
        """
        entry = self._entries.get(self.find(name))
        if entry is None:
            return b""
        packed = max(entry.compress_size, 1)
        if entry.file_size > _SMALL and entry.file_size / packed > _RATIO:
            raise self._bomb()
        if entry.flag_bits & 1:
            raise self.protected()
        if entry.compress_type not in _METHODS:
            raise self._damaged()
        # What the directory says of sizes may be a lie.
        bound = min(_PART, _TOTAL - self._read)
        try:
            with self._archive.open(entry) as file:
                data = file.read(bound + 1)
        except (*_DAMAGE, OSError) as error:
            raise self._damaged() from error
        if len(data) > bound:
            raise self._bomb()
        if entry.filename in self._openers:
            data = self._openers[entry.filename](data, bound)
            if len(data) > bound:
                raise self._bomb()
        self._read += len(data)
        return data

    def picture(self, name: str) -> bytes:
        """Gives a picture's bytes, b"" where it is missing, damaged or beyond what is kept.

        Pictures have a bound of their own: they never take the room of a document's text.
        """
        if name not in self._pictures:
            before, data = self._read, b""
            if sum(map(len, self._pictures.values())) < _TOTAL:
                with suppress(UnreadableFileError):
                    data = self.part(name)
            self._read = before
            self._pictures[name] = data
        return self._pictures[name]

    def unlock(self, openers: Mapping[str, Callable[[bytes, int], bytes]]) -> None:
        """Takes what opens parts that are locked: it is given a part's bytes, and a bound."""
        self._openers = dict(openers)

    def xml(self, name: str, prefixes: Mapping[str, str]) -> Element | None:
        """Gives a part's root element, None where there is no such part.

        Args:
            name: The part's name.
            prefixes: The prefixes by which namespaces are called: a tag is "w|p" in the tree, as
                in CSS. Of other namespaces, and without one, only the local name is left.

        Raises:
            UnreadableFileError: It is no XML, or XML that is out of all proportion.
        """
        data = self.part(name)
        if not data:
            return None
        self._refuse_entities(data)
        try:
            root = ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise self._damaged() from error
        if not _named(root, prefixes):
            raise self._too_deep()
        return root

    def each(self, name: str, tag: str) -> Iterator[Element]:
        """Gives the elements of a part that have a tag, each dropped when the next one comes.

        All names in them are local ones, without a prefix.

        Raises:
            UnreadableFileError: It is no XML, or XML that is out of all proportion.
        """
        data = self.part(name)
        if not data:
            return
        self._refuse_entities(data)
        around: list[Element] = []
        try:
            for event, element in ElementTree.iterparse(io.BytesIO(data), ("start", "end")):
                if event == "start":
                    if len(around) >= _DEPTH:
                        raise self._too_deep()
                    around.append(element)
                    continue
                around.pop()
                if element.tag.rpartition("}")[2] == tag:
                    _named(element, {})
                    yield element
                    if around:
                        around[-1].clear()
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise self._damaged() from error

    def protected(self) -> UnreadableFileError:
        """Gives the error for a file that is encrypted."""
        return UnreadableFileError(
            f"{self._name} is protected with a password and cannot be unlocked here. "
            "Save a copy without the password in its own program, and import that."
        )

    def other(self, what: str) -> UnreadableFileError:
        """Gives the error for a file that is a document of another kind."""
        return UnreadableFileError(
            f"{self._name} is {what} and cannot be read as {self._what}. "
            "Save it as PDF in its own program, and import that."
        )

    def without(self, part: str) -> UnreadableFileError:
        """Gives the error for a file that lacks what makes it a document."""
        return UnreadableFileError(
            f"{self._name} could not be read as {self._what}: {part} is missing in it. "
            "Open it in its own program, save it anew, and import that."
        )

    def _check(self) -> None:
        entries = list(self._entries.values())
        if len(self._archive.infolist()) > _ENTRIES:
            raise self._bomb()
        spans = sorted((each.header_offset, each.compress_size) for each in entries)
        if any(start + size > following for (start, size), (following, _) in pairwise(spans)):
            raise self._bomb()

    def _refuse_entities(self, data: bytes) -> None:
        # UTF-16 has NULs between; a document of these formats never declares an entity.
        if b"<!ENTITY" in data.replace(b"\0", b"").upper():
            raise UnreadableFileError(
                f"{self._name} was not read: its XML declares entities of its own, as only "
                "files made to do harm have them."
            )

    def _too_deep(self) -> UnreadableFileError:
        return UnreadableFileError(
            f"{self._name} was not read: its parts are nested too deep for a document."
        )

    def _bomb(self) -> UnreadableFileError:
        return UnreadableFileError(
            f"{self._name} was not read: it would unpack to far more than a document holds, "
            "as files made to do harm do."
        )

    def _damaged(self) -> UnreadableFileError:
        return UnreadableFileError(
            f"{self._name} could not be read as {self._what}: it is damaged. "
            "Open it in its own program, save it anew, and import that."
        )


def resolved(target: str, base: str) -> str:
    """Gives the entry's name that a reference in the part `base` leads to, "" if it leads outside.

    Targets are percent-encoded; those that begin with a slash start from the package's root.
    """
    target = unquote(target)
    if re.match(r"[a-z][a-z0-9+.-]*:", target, re.I):
        return ""
    folder = base.rpartition("/")[0]
    whole = target if target.startswith("/") else f"{folder}/{target}"
    name = normpath(whole.replace("\\", "/")).lstrip("/")
    return "" if name == ".." or name.startswith("../") else name


def words(element: Element | None) -> str:
    """Gives an element's own text on one line, "" where there is none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def further(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Gives the further metadata that say something."""
    return {name: value for name, value in pairs if value}


def _named(root: Element, prefixes: Mapping[str, str]) -> bool:
    """Gives elements and attributes their prefixes; tells whether the tree is not too deep."""
    known: dict[str, str] = {}

    def short(name: str) -> str:
        if name not in known:
            match = _TAG.match(name)
            prefix = prefixes.get(match[1], "") if match else ""
            local = match[2] if match else name
            known[name] = f"{prefix}|{local}" if prefix else local
        return known[name]

    level = [root]
    for _ in range(_DEPTH):
        for element in level:
            element.tag = short(element.tag)
            if element.attrib:
                element.attrib = {short(name): value for name, value in element.attrib.items()}
        level = [child for element in level for child in element]
        if not level:
            return True
    return False
