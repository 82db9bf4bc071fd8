"""Text recognized on pages: taken into a document's text in one step, and where its words stand."""

import json
from collections.abc import Mapping, Sequence

from archivist.archive.document_rows import document_values
from archivist.archive.replacing import Place, Version, renew_text
from archivist.archive.store import Store
from archivist.domain.model import Document
from archivist.domain.recognition import DOUBTFUL, Recognition, RecognizedPage, RecognizedWord

STEP = "Recognize text"

# What of a document changes with its text; all else is said about its file, or by a person.
_RENEWED = ("text", "text_sha256", "characters", "reader", "warnings", "language", "direction")


class RecognizedPages:
    """The words on pages whose text was recognized; offsets are those of the page's text."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(
        self,
        document: Document,
        recognition: Recognition,
        version: Version,
        places: Mapping[int, Place],
    ) -> None:
        """Gives a document the text of recognized pages, in one step; its file stays.

        Args:
            document: The document.
            recognition: What was recognized.
            version: The document's whole text with it, under the same file.
            places: By excerpt, where it stands in that text; others become orphaned.

        Raises:
            InvalidValueError: A place does not fit the text.
        """
        read = document_values(version.read, document.original_name, document.source)
        values = {name: read[name] for name in _RENEWED}
        store = self._store
        with store.step(STEP):
            # Before the text: it only changes in a document that has such pages.
            self._note(document.id, recognition)
            renew_text(store, document.id, version, values, places)

    def numbers(self, document_id: int) -> frozenset[int]:
        """Gives the numbers of the pages whose text was recognized."""
        rows = self._store.rows(
            "SELECT number FROM recognized_page WHERE document_id = ?", (document_id,)
        )
        return frozenset(row["number"] for row in rows)

    def words(self, document_id: int, number: int) -> tuple[RecognizedWord, ...]:
        """Gives the words of a page (from 1), in the order of its text."""
        words = self._store.value(
            "SELECT words FROM recognized_page WHERE document_id = ? AND number = ?",
            (document_id, number),
        )
        return tuple(RecognizedWord(*word) for word in json.loads(words or "[]"))

    def doubtful(self, document_id: int, below: int = DOUBTFUL) -> list[tuple[int, int]]:
        """Gives the ranges of the document's text that are words of less confidence, in order."""
        rows = self._store.rows(
            """SELECT page.start + (word.value ->> 0) AS start, page.start + (word.value ->> 1)
                 AS "end"
               FROM recognized_page AS recognized
               JOIN page ON page.document_id = recognized.document_id
                 AND page.number = recognized.number,
               json_each(recognized.words) AS word
               WHERE recognized.document_id = ? AND (word.value ->> 6) < ? ORDER BY 1""",
            (document_id, below),
        )
        return [(row["start"], row["end"]) for row in rows]

    def languages(self, document_id: int) -> Sequence[str]:
        """Gives the languages in which its pages were recognized last, by the program's names."""
        last = self._store.value(
            "SELECT languages FROM recognized_page WHERE document_id = ?"
            " ORDER BY recognized_at DESC, id DESC",
            (document_id,),
        )
        return str(last).split("+") if last else ()

    def _note(self, document_id: int, recognition: Recognition) -> None:
        store = self._store
        for page in recognition.pages:
            values: dict[str, object] = {
                "engine": recognition.engine,
                "languages": recognition.languages,
                "recognized_at": store.now(),
                "recognized_by": store.user,
                "words": _words_json(page),
            }
            known = store.value(
                "SELECT id FROM recognized_page WHERE document_id = ? AND number = ?",
                (document_id, page.number),
            )
            if known is None:
                values |= {"document_id": document_id, "number": page.number}
                store.insert("recognized_page", values)
            else:
                store.update("recognized_page", known, values)


def _words_json(page: RecognizedPage) -> str:
    return json.dumps(
        [
            (word.start, word.end, word.left, word.top, word.right, word.bottom, word.confidence)
            for word in page.words
        ],
        separators=(",", ":"),
    )
