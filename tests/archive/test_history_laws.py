"""Whatever is done, undone, redone and reopened, every table is exactly as it was."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.archive.shelf import add_document, dump, put_original, read_document

from archivist.archive.archive import create, open_archive
from archivist.archive.integrity import check
from archivist.archive.replacing import Version
from archivist.archive.schema import TRACKED

ANYTHING = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["", "a\0b", "\0", "😀\0é", "'\"", "1", "1.0", "NULL"]),
    st.binary(max_size=20),
    st.integers(min_value=-(2**63), max_value=2**63 - 1),
    st.floats(allow_nan=False),
)
# Columns that take any value, and tables whose rows can be deleted by a person.
FREE = {
    "event": ("description", "place", "color", "edtf", "date_text"),
    "actor": ("description", "name"),
    "excerpt": ("note", "page", "prefix"),
    "claim": ("minimum", "maximum", "confidence", "text", "latest"),
    "citation": ("raw", "note", "earliest"),
    "excerpt_citation": ("locator", "confidence"),
    "excerpt_actor": ("stance",),
    "marker": ("label", "target"),
    "document": ("title", "note", "box"),
    "topic": ("name",),
    "block": ("attributes", "level"),
}
ANY_ROW = st.integers(min_value=0, max_value=1000)
COLUMNS = [(table, column) for table, columns in FREE.items() for column in columns]


class Stop(Exception):  # noqa: N818 - no error, only a way out of a step
    pass


class Histories(RuleBasedStateMachine):
    """Compares the archive with the dumps that were taken after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.archive = create(self.folder / "laws.archivist", user="law")
        self.states = [dump(self.archive)]
        self.names: list[str] = []
        self.at = 0
        self.highest = dict.fromkeys(TRACKED, 0)
        self.count = 0

    def teardown(self) -> None:
        while self.archive.history.undo():
            pass
        assert dump(self.archive) == self.states[0]
        assert check(self.archive) == []
        self.archive.close()
        assert [path.name for path in self.folder.iterdir()] == ["laws.archivist"]
        shutil.rmtree(self.folder)

    # Steps

    def do(self, work: Callable[[], object]) -> None:
        self.count += 1
        name = f"Step {self.count}"
        entries = len(self.archive.history.steps(100_000))
        with self.archive.step(name):
            work()
        kept = len(self.archive.history.steps(100_000)) - entries
        now = dump(self.archive)
        if kept:
            assert kept == 1
            self.states = [*self.states[: self.at + 1], now]
            self.names = [*self.names[: self.at], name]
            self.at += 1
        assert now == self.states[self.at]

    def row(self, table: str, choice: int) -> int | None:
        ids = self.archive.store.rows(f"SELECT id FROM {table} ORDER BY id")
        return int(ids[choice % len(ids)][0]) if ids else None

    def insert(self, table: str, **values: object) -> int:
        row_id = self.archive.store.insert(table, values)
        assert row_id > self.highest[table]
        self.highest[table] = row_id
        return row_id

    def uid(self) -> str:
        return self.archive.store.new_uid()

    @initialize()
    def first_document(self) -> None:
        self.do(lambda: add_document(self.archive))

    @rule()
    def import_document(self) -> None:
        self.do(lambda: add_document(self.archive, f"Text {self.count}\nof this"))

    @rule(choice=ANY_ROW)
    def replace_a_document(self, choice: int) -> None:
        document = self.row("document", choice)
        if document is None:
            return
        text = f"Version {self.count}\nof this"
        version = Version(read_document(text), "v.txt", put_original(self.archive, text.encode()))
        self.do(lambda: self.archive.documents.replace(document, version, {}))

    @rule(parent=ANY_ROW, value=ANYTHING)
    def make_event(self, parent: int, value: Any) -> None:
        self.do(
            lambda: self.insert(
                "event",
                uid=self.uid(),
                name=value,
                name_key="",
                parent_id=self.row("event", parent),
                date_text=value,
            )
        )

    @rule(value=ANYTHING, names=st.integers(min_value=0, max_value=3))
    def make_actor_with_names(self, value: Any, names: int) -> None:
        def work() -> None:
            actor = self.insert("actor", uid=self.uid(), name=value, name_key="")
            for _ in range(names):
                self.insert("actor_name", actor_id=actor, name=value, name_key="")

        self.do(work)

    @rule(parent=ANY_ROW)
    def make_topic(self, parent: int) -> None:
        self.do(
            lambda: self.insert(
                "topic", uid=self.uid(), name="t", name_key="", parent_id=self.row("topic", parent)
            )
        )

    @rule(document=ANY_ROW, value=ANYTHING)
    def make_citation_and_marker(self, document: int, value: Any) -> None:
        def work() -> None:
            citation = self.insert("citation", uid=self.uid(), key="k", raw=value)
            where = self.row("document", document)
            if where is not None:
                self.insert(
                    "marker",
                    document_id=where,
                    start=0,
                    end=1,
                    label="1",
                    kind="reference",
                    citation_id=citation,
                )

        self.do(work)

    @rule(choices=st.tuples(ANY_ROW, ANY_ROW, ANY_ROW, ANY_ROW, ANY_ROW), value=ANYTHING)
    def highlight_and_tag(self, choices: tuple[int, int, int, int, int], value: Any) -> None:
        document = self.row("document", choices[0])
        if document is None:
            return

        def work() -> None:
            number = self.archive.store.value("SELECT coalesce(max(number), 0) + 1 FROM excerpt")
            excerpt = self.insert(
                "excerpt",
                uid=self.uid(),
                document_id=document,
                number=number,
                start=0,
                end=4,
                quote=self.archive.documents.text(document)[:4],
                note=value,
                created_at="",
                created_by="",
                modified_at="",
            )
            for table, choice in zip(
                ("event", "actor", "topic", "citation"), choices[1:], strict=True
            ):
                other = self.row(table, choice)
                if other is not None:
                    self.insert(f"excerpt_{table}", **{"excerpt_id": excerpt, f"{table}_id": other})
            self.insert(
                "claim",
                uid=self.uid(),
                excerpt_id=excerpt,
                event_id=self.row("event", choices[1]),
                speaker_id=self.row("actor", choices[2]),
                property="dead",
                minimum=value,
            )

        self.do(work)

    @rule(place=st.sampled_from(COLUMNS), choice=ANY_ROW, value=ANYTHING)
    def change_a_value(self, place: tuple[str, str], choice: int, value: Any) -> None:
        table, column = place
        row_id = self.row(table, choice)
        if row_id is not None:
            self.do(lambda: self.archive.store.update(table, row_id, {column: value}))

    @rule(table=st.sampled_from(sorted(FREE)), choice=ANY_ROW, values=st.tuples(*[ANYTHING] * 5))
    def change_several_values(self, table: str, choice: int, values: tuple[Any, ...]) -> None:
        row_id = self.row(table, choice)
        if row_id is not None:
            changes = dict(zip(FREE[table], values, strict=False))
            self.do(lambda: self.archive.store.update(table, row_id, changes))

    @rule(value=ANYTHING, table=st.sampled_from(["event", "marker", "block", "claim"]))
    def change_a_whole_table(self, value: Any, table: str) -> None:
        column = FREE[table][0]
        self.do(lambda: self.archive.store.write(f'UPDATE {table} SET "{column}" = ?', (value,)))

    @rule(table=st.sampled_from(TRACKED), choice=ANY_ROW)
    def delete_a_row(self, table: str, choice: int) -> None:
        row_id = self.row(table, choice)
        if row_id is not None:
            self.do(lambda: self.archive.store.delete(table, row_id))

    @rule(table=st.sampled_from(["document", "event", "actor", "excerpt"]))
    def delete_all_rows(self, table: str) -> None:
        self.do(lambda: self.archive.store.write(f"DELETE FROM {table}"))

    @rule(choice=ANY_ROW, value=st.text(max_size=5))
    def replace_a_row(self, choice: int, value: str) -> None:
        row_id = self.row("topic", choice)
        if row_id is not None:
            self.do(
                lambda: self.archive.store.write(
                    "INSERT OR REPLACE INTO topic (id, uid, name, name_key) VALUES (?, ?, ?, '')",
                    (row_id, self.uid(), value),
                )
            )

    @rule(table=st.sampled_from(["event", "excerpt", "document"]), choice=ANY_ROW)
    def delete_and_make_again_in_one_step(self, table: str, choice: int) -> None:
        row_id = self.row(table, choice)
        if row_id is None:
            return

        def work() -> None:
            columns = [row[1] for row in self.archive.store.rows(f"PRAGMA table_info({table})")]
            row = self.archive.store.row(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
            assert row is not None
            self.archive.store.delete(table, row_id)
            self.archive.store.insert(table, dict(zip(columns, tuple(row), strict=True)))

        self.do(work)

    @rule(value=ANYTHING)
    def step_that_fails(self, value: Any) -> None:
        entries = len(self.archive.history.steps(100_000))
        try:
            with self.archive.step("Fails"):
                self.archive.store.write("UPDATE event SET description = ?", (value,))
                self.archive.store.write("DELETE FROM document")
                raise Stop
        except Stop:
            pass
        assert len(self.archive.history.steps(100_000)) == entries

    @rule(value=ANYTHING)
    def inner_step_that_fails(self, value: Any) -> None:
        def work() -> None:
            self.insert("event", uid=self.uid(), name=value, name_key="")
            try:
                with self.archive.step("Inner"):
                    self.archive.store.write("DELETE FROM event")
                    raise Stop
            except Stop:
                pass
            with self.archive.step("Another"):
                self.insert("event", uid=self.uid(), name="kept", name_key="")

        self.do(work)

    # Going back and forth

    @precondition(lambda self: self.at > 0)
    @rule(times=st.integers(min_value=1, max_value=5))
    def undo(self, times: int) -> None:
        for _ in range(min(times, self.at)):
            self.at -= 1
            assert self.archive.history.undo() == self.names[self.at]
            assert dump(self.archive) == self.states[self.at]

    @precondition(lambda self: self.at < len(self.names))
    @rule(times=st.integers(min_value=1, max_value=5))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.names) - self.at)):
            assert self.archive.history.redo() == self.names[self.at]
            self.at += 1
            assert dump(self.archive) == self.states[self.at]

    @rule()
    def reopen(self) -> None:
        path = self.archive.path
        self.archive.close()
        self.archive = open_archive(path)

    @invariant()
    def archive_is_as_the_model_says(self) -> None:
        assert dump(self.archive) == self.states[self.at]
        undoable = self.names[self.at - 1] if self.at else None
        redoable = self.names[self.at] if self.at < len(self.names) else None
        assert self.archive.history.undoable == undoable
        assert self.archive.history.redoable == redoable
        assert self.archive.store.rows("PRAGMA foreign_key_check") == []


Histories.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestHistories = Histories.TestCase
