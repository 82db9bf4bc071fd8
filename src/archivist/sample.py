"""The sample collection: its files, imported and annotated from its own list of annotations.

`resources/sample/annotations.json` is one object of lists; fields that are left out are empty:

- `documents`, in the order they are imported: `file`, and what the file does not say itself:
  `title`, `author`, `date` (EDTF), `source`, `rights`, `note`, `shelfmark` (an object with
  `repository`, `fonds`, `series`, `box`, `folder`).
- `events`: `name`, `date` (EDTF) with `date_text`, `modifier`, `certainty`, `extent`; `place`,
  `description`, `color`, and `parent` (the name of an event before it in the list).
- `actors`: `name`, `kind`, `description`, `identifiers`, `names` (objects with `name`, `type`,
  `language`).
- `excerpts`: `document` (its file), `quote` (which stands there once; its white space may differ),
  `events` and `topics` (names), `actors` (objects with `name`, `role`, `stance`), `cite` (labels of
  the document's markers), `note`, `state`, and `claims`: `property`, `minimum`, `maximum`, `unit`,
  `text`, `event`, `speaker` (an actor), `as_of` (EDTF), `confidence`, `status`. With `region`
  (page; left, top, right, bottom in points) it is that rectangle, and the quote what stands there.
"""

import json
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from archivist.archive.archive import Archive, create
from archivist.domain.anchor import describe
from archivist.domain.dates import Certainty, Extent, Modifier, UncertainDate, from_edtf
from archivist.domain.errors import (
    ArchiveRefusedError,
    CancelledError,
    StorageError,
    UnreadableFileError,
)
from archivist.domain.model import ActorName, Anchor, Shelfmark
from archivist.domain.reading import Rectangle
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import ActorKind, ClaimStatus, ExcerptState, NameType, Role, Stance
from archivist.importer import Status, import_paths
from archivist.paths import data_folder, is_there, resource

_DOCUMENT_FIELDS = ("title", "author", "source", "rights", "note")


def sample_path() -> Path:
    """Gives the place where a user's own copy of the sample collection is kept."""
    return data_folder() / "sample" / "sample.archivist"


def build_sample(
    target: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Makes the sample collection as a new archive, whole or not at all, and gives its path.

    Args:
        target: The archive's file.
        progress: Told how many of its files are imported, and of how many.
        cancelled: Asked again and again whether to stop.

    Raises:
        ArchiveRefusedError: There is a file of that name already.
        StorageError: The folder cannot be written.
        CancelledError: `cancelled` said so.
    """
    if is_there(target):
        raise ArchiveRefusedError(f"“{target.name}” is there already and was not touched.")
    folder = resource("sample")
    annotations = json.loads((folder / "annotations.json").read_text("utf-8"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".sample-", dir=target.parent) as scratch:
            unfinished = Path(scratch) / target.name
            with create(unfinished) as archive:
                documents = _import(archive, folder, annotations["documents"], progress, cancelled)
                with archive.step("Annotate the sample collection"):
                    _Annotator(archive, documents).annotate(annotations)
            unfinished.replace(target)
    except OSError as error:
        raise StorageError(
            f"The sample collection cannot be written to “{target.parent}”: {error.strerror}."
        ) from error
    return target


def _import(
    archive: Archive,
    folder: Path,
    described: list[dict[str, Any]],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> dict[str, int]:
    """Imports the files and gives the documents' ids by file name."""
    documents: dict[str, int] = {}
    paths = [folder / document["file"] for document in described]
    for path, result in zip(paths, import_paths(archive, paths, cancelled=cancelled), strict=True):
        if result.document_id is None or result.status is Status.FAILED:
            raise UnreadableFileError(result.error)
        documents[path.name] = result.document_id
        if progress is not None:
            progress(len(documents), len(paths))
        if cancelled is not None and cancelled():
            raise CancelledError("Preparing the sample collection was cancelled.")
    return documents


class _Annotator:
    """Puts a list of annotations into an archive whose documents are there."""

    def __init__(self, archive: Archive, documents: Mapping[str, int]) -> None:
        self._archive = archive
        self._documents = documents

    def annotate(self, annotations: Mapping[str, list[dict[str, Any]]]) -> None:
        for document in annotations["documents"]:
            self._describe_document(document)
        for event in annotations["events"]:
            self._add_event(event)
        for actor in annotations["actors"]:
            self._add_actor(actor)
        for excerpt in annotations["excerpts"]:
            self._add_excerpt(excerpt)

    def _describe_document(self, values: Mapping[str, Any]) -> None:
        documents = self._archive.documents
        document_id = self._documents[values["file"]]
        documents.update(
            document_id, **{name: values[name] for name in _DOCUMENT_FIELDS if name in values}
        )
        documents.update(document_id, shelfmark=Shelfmark(**values.get("shelfmark", {})))
        if "date" in values:
            documents.update(document_id, date=_date(values))

    def _add_event(self, values: Mapping[str, Any]) -> None:
        events = self._archive.events
        events.create(
            values["name"],
            date=_date(values),
            description=values.get("description", ""),
            parent_id=events.ensure(values["parent"]) if "parent" in values else None,
            place=values.get("place", ""),
            color=values.get("color", ""),
        )

    def _add_actor(self, values: Mapping[str, Any]) -> None:
        self._archive.actors.create(
            values["name"],
            kind=ActorKind(values.get("kind", ActorKind.UNSTATED)),
            description=values.get("description", ""),
            identifiers=values.get("identifiers", {}),
            names=[
                ActorName(
                    name["name"],
                    NameType(name.get("type", NameType.ALIAS)),
                    name.get("language", ""),
                )
                for name in values.get("names", ())
            ],
        )

    def _add_excerpt(self, values: Mapping[str, Any]) -> None:
        archive = self._archive
        document_id = self._documents[values["document"]]
        anchor = self._anchor(document_id, values)
        start, end = anchor.start, anchor.end
        excerpt_id = archive.excerpts.create(document_id, anchor, note=values.get("note", ""))
        archive.excerpts.set_state(excerpt_id, ExcerptState(values.get("state", "draft")))
        for name in values.get("events", ()):
            archive.links.tag_event(excerpt_id, archive.events.ensure(name))
        for name in values.get("topics", ()):
            archive.links.tag_topic(excerpt_id, archive.topics.ensure(name))
        for actor in values.get("actors", ()):
            archive.links.tag_actor(
                excerpt_id,
                archive.actors.ensure(actor["name"]),
                Role(actor.get("role", Role.MENTIONED)),
                Stance(actor["stance"]) if "stance" in actor else None,
            )
        for label in values.get("cite", ()):
            meant = archive.markers.meant_by(document_id, label, start, end)
            if meant is None:
                raise ValueError(f"{values['document']} has no marker [{label}]")
            archive.links.cite(
                excerpt_id, meant.citation_id, locator=meant.locator, origin=meant.origin
            )
        for claim in values.get("claims", ()):
            self._add_claim(excerpt_id, claim)

    def _anchor(self, document_id: int, values: Mapping[str, Any]) -> Anchor:
        documents = self._archive.documents
        pages = documents.pages(document_id)
        if "region" in values:
            box = Rectangle(*values["region"])
            return describe_region(pages[box.page - 1], box, values["quote"])
        text = documents.text(document_id)
        start, end = _place(text, values["quote"])
        page = next((page.number for page in pages if page.start <= start < page.end), None)
        return describe(text, start, end, page=page)

    def _add_claim(self, excerpt_id: int, values: Mapping[str, Any]) -> None:
        archive = self._archive
        archive.claims.create(
            excerpt_id,
            property=values["property"],
            minimum=values.get("minimum"),
            maximum=values.get("maximum"),
            unit=values.get("unit", ""),
            text=values.get("text", ""),
            event_id=archive.events.ensure(values["event"]) if "event" in values else None,
            as_of=from_edtf(values["as_of"]) if "as_of" in values else None,
            speaker_id=archive.actors.ensure(values["speaker"]) if "speaker" in values else None,
            confidence=values.get("confidence"),
            status=ClaimStatus(values.get("status", ClaimStatus.ACCEPTED)),
        )


def _date(values: Mapping[str, Any]) -> UncertainDate | None:
    if "date" not in values:
        return None
    return from_edtf(
        values["date"],
        text=values.get("date_text", ""),
        modifier=Modifier(values["modifier"]) if "modifier" in values else None,
        certainty=Certainty(values["certainty"]) if "certainty" in values else None,
        extent=Extent(values["extent"]) if "extent" in values else None,
    )


def _place(text: str, quote: str) -> tuple[int, int]:
    """Gives the range of a quote, whose lines may be broken elsewhere in the text."""
    places = list(re.finditer(r"\s+".join(map(re.escape, quote.split())), text))
    if len(places) != 1:
        raise ValueError(f"The sample's quote “{quote}” stands in its document {len(places)} times")
    return places[0].span()
