"""Suggestions for files and documents, found in a child process; what they become is a person's.

Text and shape are handed to the child as values, so that finding touches no archive.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from archivist.archive.archive import Archive
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import NotFoundError
from archivist.domain.names import KnownName
from archivist.domain.reading import Block, Mark
from archivist.domain.suggestions import Suggestion, SuggestionKind
from archivist.domain.vocabulary import AnchorState
from archivist.finding.entry_blocks import with_entries
from archivist.finding.everything import find_everything
from archivist.finding.version import FINDER_VERSION
from archivist.importer import document_date
from archivist.readers import read_document
from archivist.readers.isolate import Child, Progress

# Many times what prose takes, so that a long text ends on a busy machine, too.
_SECONDS = 60.0
_SECONDS_PER_MILLION = 30.0  # code points, or bytes of a file


@dataclass(frozen=True, slots=True)
class Request:
    """What is sought, and what anchors it; where nothing is said, the document says it itself."""

    kinds: frozenset[SuggestionKind] | None = None
    language: str = ""
    date: UncertainDate | None = None


ALL = Request()


@dataclass(frozen=True, slots=True)
class Sought:
    """A document's text with all that finding goes by."""

    document_id: int
    title: str
    text_sha256: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    language: str
    date: UncertainDate | None
    known: tuple[KnownName, ...] = ()


def sought(archive: Archive, document_id: int) -> Sought:
    """Gives what finding goes by in a document of an archive.

    Raises:
        NotFoundError: There is no such document.
    """
    documents = archive.documents
    document = documents.get(document_id)
    return Sought(
        document_id,
        document.title,
        document.text_sha256,
        documents.text(document_id),
        tuple(documents.blocks(document_id)),
        tuple(documents.marks(document_id)),
        document.language,
        document.date,
        tuple(
            KnownName(actor.id, name)
            for actor in archive.actors.all()
            for name in (actor.name, *(further.name for further in actor.names))
        ),
    )


def find_in_document(
    child: Child,
    document: Sought,
    request: Request = ALL,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Suggestion]:
    """Finds what a document gives to propose; a text that its finder broke on gives an error.

    Raises:
        UnreadableFileError: The child crashed on it, or went beyond its time or memory.
        CancelledError: `cancelled` said so.
    """
    seconds = _seconds_for(len(document.text))
    found: list[Suggestion] = child.run(
        find_in_text,
        document,
        request,
        subject=document.title,
        deadline=seconds,
        patience=seconds,
        progress=progress,
        cancelled=cancelled,
    )
    return found


def keep(archive: Archive, document: Sought, found: Sequence[Suggestion]) -> bool:
    """Keeps what was found in a document, unless its text is another now; says whether it did."""
    try:
        now = archive.documents.get(document.document_id)
    except NotFoundError:  # deleted while it was looked through
        return False
    if now.text_sha256 != document.text_sha256:
        return False
    archive.suggestions.keep(
        document.document_id, _still_asking(archive, document.document_id, found), FINDER_VERSION
    )
    return True


def _still_asking(
    archive: Archive, document_id: int, found: Sequence[Suggestion]
) -> list[Suggestion]:
    """Leaves out the actors that are tagged wherever they are mentioned, as sources are."""
    tagged = _TaggedPlaces(archive, document_id)
    open_values = {
        each.value
        for each in found
        if each.kind is SuggestionKind.NAME
        and not tagged.hold(each.details.get("actor_id"), each.start, each.end)
    }
    return [
        each for each in found if each.kind is not SuggestionKind.NAME or each.value in open_values
    ]


class _TaggedPlaces:
    """The passages of a document that are tagged with an actor, by the actor's id."""

    def __init__(self, archive: Archive, document_id: int) -> None:
        excerpts = {
            each.id: each.anchor
            for each in archive.excerpts.in_document(document_id)
            if each.anchor_state is not AnchorState.ORPHANED
        }
        spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for excerpt_id, links in archive.excerpts.tags(list(excerpts)).actors.items():
            anchor = excerpts[excerpt_id]
            for actor, _ in links:
                spans[actor.id].append((anchor.start, anchor.end))
        self._starts: dict[int, list[int]] = {}
        self._reached: dict[int, list[int]] = {}  # the farthest end up to each start
        for actor_id, places in spans.items():
            places.sort()
            self._starts[actor_id] = [start for start, _ in places]
            self._reached[actor_id] = list(accumulate((end for _, end in places), max))

    def hold(self, actor_id: int | None, start: int, end: int) -> bool:
        """Says whether [start, end) stands in a passage that is tagged with an actor."""
        if actor_id is None or actor_id not in self._starts:
            return False
        place = bisect_right(self._starts[actor_id], start) - 1
        return place >= 0 and self._reached[actor_id][place] >= end


def find_in_file(
    path: Path, request: Request = ALL, *, password: str | None = None
) -> list[Suggestion]:
    """Finds what a file gives to propose, without an archive.

    Raises:
        UnreadableFileError: The file cannot be read as a document.
        PasswordNeededError: It is encrypted, and the password is missing or wrong.
    """
    path = path.absolute()
    seconds = _seconds_for(path.stat().st_size if path.is_file() else 0)
    with Child() as child:
        found: list[Suggestion] = child.run(
            read_and_suggest, path, password, request, deadline=seconds, patience=seconds
        )
    return found


def _seconds_for(size: int) -> float:
    """Gives how long finding may take in a text of so many code points, or a file of such bytes."""
    return _SECONDS + _SECONDS_PER_MILLION * size / 1e6


def find_in_text(document: Sought, request: Request, *, progress: Progress) -> list[Suggestion]:
    """Finds everything in a text that is at hand; runs in the child."""
    found = find_everything(
        document.text,
        blocks=document.blocks,
        marks=document.marks,
        language=request.language or document.language,
        document_date=request.date or document.date,
        known=document.known,
        kinds=request.kinds,
    )
    progress(1, 1)
    return found


def read_and_suggest(
    path: Path, password: str | None, request: Request, *, progress: Progress
) -> list[Suggestion]:
    """Reads a file and finds everything in its text; runs in the child."""
    read = read_document(path, password=password, progress=progress)
    return find_everything(
        read.text,
        blocks=with_entries(read.text, read.blocks),
        marks=read.marks,
        language=request.language or read.metadata.language,
        document_date=request.date or document_date(read.metadata.date),
        kinds=request.kinds,
    )
