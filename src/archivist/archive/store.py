"""The connection to an archive; `with store.step("Tag excerpt"):` is the only way to write to it.

A step is one transaction, one entry of the history and one notice to listeners. Outside a step
SQLite itself refuses to write (`query_only`).
"""

import getpass
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from archivist.archive.faults import explain, primary_code
from archivist.domain.errors import ReadOnlyError, StorageError
from archivist.domain.model import Notice
from archivist.domain.vocabulary import StepKind

Parameters = Sequence[object] | Mapping[str, object]
Result = TypeVar("Result")
Listener = Callable[[Notice], None]


class Store:
    """One open archive file; use it from the thread that made it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        path: Path,
        read_only: bool = False,
        user: str | None = None,
    ) -> None:
        self.path = path.absolute()
        self.read_only = read_only
        self.user = user or login_name()
        self._connection = connection
        self._connection.row_factory = sqlite3.Row
        self._file = _identity(path)
        self._depth = 0
        self._nothing_to_keep = False
        self._listeners: list[Listener] = []
        self._connection.execute("PRAGMA query_only=ON")

    @property
    def is_in_place(self) -> bool:
        """Whether the open file still stands under its name: systems let it be moved or deleted.

        Where it does not, what is written would be lost with the last program that has it open.
        """
        return _identity(self.path) == self._file

    # Reading

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self._faults():
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row of a query, None where there is none."""
        with self._faults():
            row: sqlite3.Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, None where there is no row."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[sqlite3.Row]:
        """The rows of a query one by one, without holding them all in memory."""
        with self._faults():
            yield from self._connection.execute(sql, parameters)

    def read_with(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        """What a function reads that wants the connection itself."""
        with self._faults():
            return function(self._connection)

    # Writing

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one writing statement inside a step; returns the id of the row it inserted, if any.

        Raises:
            RuntimeError: no step is open.
        """
        self._require_transaction()
        with self._faults():
            return self._connection.execute(sql, parameters).lastrowid or 0

    def write_many(self, sql: str, parameters: Iterable[Parameters]) -> int:
        """Run one writing statement for each set of parameters; returns how many rows it changed.

        Raises:
            RuntimeError: no step is open.
        """
        self._require_transaction()
        with self._faults():
            return max(self._connection.executemany(sql, parameters).rowcount, 0)

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Insert a row and return its id."""
        return self.write(_insertion(table, tuple(values)), tuple(values.values()))

    def insert_many(
        self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]
    ) -> None:
        """Insert rows, each with its values in the order of the columns."""
        self.write_many(_insertion(table, columns), rows)

    def update(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """Change columns of the row with this id."""
        if values:
            self.write(_change(table, tuple(values)), (*values.values(), row_id))

    def delete(self, table: str, row_id: int) -> None:
        """Delete the row with this id, and what belongs to it."""
        self.write(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))

    @contextmanager
    def step(self, name: str, *, kind: StepKind = StepKind.DO) -> Iterator[None]:
        """Write inside this: all of it is kept under this name, or nothing.

        A step inside a step joins the outer one, and an exception in it undoes only its own part
        if the outer step catches it. A step that changes nothing leaves no entry.

        Raises:
            ReadOnlyError: the archive was opened read-only.
            StorageError: the disk is full, the drive is gone; nothing of the step is kept.
        """
        if self._depth:
            with self._savepoint():
                yield
            return
        tables: frozenset[str] = frozenset()
        with self._transaction():
            step_id = self.insert(
                "step",
                {
                    "uid": self.new_uid(),
                    "name": name,
                    "kind": kind.value,
                    "at": self.now(),
                    "by": self.user,
                },
            )
            before = self._connection.total_changes
            yield
            changed = self.rows(
                "SELECT DISTINCT table_name FROM change WHERE step_id = ?", (step_id,)
            )
            tables = frozenset(row[0] for row in changed)
            if not tables:
                self._nothing_to_keep = self._connection.total_changes == before
                self.delete("step", step_id)
        if tables:
            for listener in tuple(self._listeners):
                listener(Notice(name, tables))

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Write what is no user's work (originals, indexes), in one transaction, without history.

        Raises:
            RuntimeError: a table that the history keeps was changed.
        """
        if self._depth:
            with self._savepoint():
                yield
            return
        with self._transaction():
            last = self.value("SELECT max(id) FROM change")
            yield
            if self.value("SELECT max(id) FROM change") != last:
                raise RuntimeError("a tracked table was changed outside a step")

    # Listening

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each finished step; returns what ends this."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return unsubscribe

    # What new rows are given

    @staticmethod
    def now() -> str:
        """The time in UTC, ISO 8601 with seconds."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @staticmethod
    def new_uid() -> str:
        """A new UUID."""
        return str(uuid.uuid4())

    # Inside

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.read_only:
            raise ReadOnlyError(
                f"“{self.path.name}” was opened read-only and was not changed. "
                "Close it where it is open for writing, then open it again."
            )
        if not self.is_in_place:
            raise StorageError(
                f"“{self.path.name}” is no longer in “{self.path.parent}”: it was moved, renamed "
                "or deleted, or its drive is gone. The last step was not kept. Put it back there, "
                "or make a backup before you close it."
            )
        with self._faults():
            self._connection.execute("PRAGMA query_only=OFF")
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._depth = 1
                self._nothing_to_keep = False
                yield
                self._require_transaction()
                self._connection.execute("ROLLBACK" if self._nothing_to_keep else "COMMIT")
            except BaseException:
                # SQLite has rolled back already after some faults, such as a full disk.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0
                self._connection.execute("PRAGMA query_only=ON")

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        self._require_transaction()
        name = f"step_{self._depth}"
        with self._faults():
            self._connection.execute(f"SAVEPOINT {name}")
            self._depth += 1
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute(f"ROLLBACK TO {name}")
                    self._connection.execute(f"RELEASE {name}")
                raise
            else:
                self._require_transaction()
                self._connection.execute(f"RELEASE {name}")
            finally:
                self._depth -= 1

    def _require_transaction(self) -> None:
        if not self._depth:
            raise RuntimeError("write inside `with store.step(name):`")
        if not self._connection.in_transaction:
            raise RuntimeError("the step was rolled back by an earlier fault; leave it")

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn the world's faults into the errors that users see, and let bugs through."""
        try:
            yield
        except sqlite3.Error as error:
            outside = not (self._depth or self.read_only)
            if outside and primary_code(error) == sqlite3.SQLITE_READONLY:
                raise RuntimeError("write inside `with store.step(name):`") from error
            fault = explain(error, self.path)
            if fault is None:
                raise
            raise fault from error


def _identity(path: Path) -> tuple[int, int] | None:
    """Drive and number of a file; None where there is none, or nobody can tell."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def login_name() -> str:
    """The name under which the user is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user is known to the machine
        return "unknown"


@lru_cache(maxsize=256)
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'


@lru_cache(maxsize=256)
def _change(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}" = ?' for column in columns)
    return f'UPDATE "{table}" SET {names} WHERE id = ?'
