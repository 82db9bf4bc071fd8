"""Many documents described or filed at once, in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from archivist.archive.documents import Documents
from archivist.archive.store import Store
from archivist.domain.collection import Place, place_of
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Shelfmark


class Collections:
    """What is said of several documents together."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store, self._documents = store, documents

    def edit(
        self,
        document_ids: Sequence[int],
        fields: Mapping[str, Any],
        shelfmark: Mapping[str, str],
    ) -> None:
        """Change the same of several documents, in one step; what is not named stays as it is.

        `fields` are those of `Documents.update`, `shelfmark` names the levels of it that change.

        Raises:
            NotFoundError: one of the documents is not there; none is changed.
            InvalidValueError: a value cannot be; none is changed.
        """
        with self._store.step(f"Edit {_counted(document_ids)}"):
            for document_id in document_ids:
                changed = dict(fields)
                if shelfmark:
                    before = self._documents.get(document_id).shelfmark
                    changed["shelfmark"] = replace(before, **shelfmark)
                self._documents.update(document_id, **changed)

    def file(self, document_ids: Sequence[int], shelfmark: Shelfmark) -> None:
        """File documents under a shelfmark, in one step.

        What came inside one of them and was filed with it goes along.

        Raises:
            NotFoundError: one of the documents is not there; none is changed.
        """
        with self._store.step(f"File {_counted(document_ids)}"):
            for document_id in document_ids:
                self._file(document_id, shelfmark)

    def rename(self, place: Place, name: str) -> None:
        """Give a place in the collection another name, in one step.

        Raises:
            InvalidValueError: the name is empty.
        """
        name = name.strip()
        if not name:
            raise InvalidValueError("A place in the collection needs a name. Type one, or cancel.")
        level, _before = place[-1]
        with self._store.step(f"Rename {level}"):
            for document in self._documents.all():
                if place_of(document.shelfmark)[: len(place)] == place:
                    shelfmark = replace(document.shelfmark, **{level: name})
                    self._documents.update(document.id, shelfmark=shelfmark)

    def _file(self, document_id: int, shelfmark: Shelfmark) -> None:
        before = self._documents.get(document_id).shelfmark
        if before == shelfmark:
            return
        self._documents.update(document_id, shelfmark=shelfmark)
        if before != Shelfmark():
            for inside in self._documents.attachments(document_id):
                if inside.shelfmark == before:
                    self._file(inside.id, shelfmark)


def _counted(document_ids: Sequence[int]) -> str:
    return f"{len(document_ids):,} document{'' if len(document_ids) == 1 else 's'}"
