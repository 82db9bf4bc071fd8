"""Topics: free tags in a hierarchy; one topic a name below one parent."""

import sqlite3
from typing import Any

from archivist.archive.named import (
    check_parent,
    existing,
    hand_children_up,
    merge_places,
    move_links,
    refuse_itself,
    refuse_second,
    refuse_unknown,
)
from archivist.archive.store import Store
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Topic
from archivist.domain.names import clean_name, name_key


class Topics:
    """Makes, finds, changes and merges topics."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(self, name: str, parent_id: int | None = None) -> int:
        """Makes a topic and gives its id.

        Raises:
            InvalidValueError: The name is empty, or another topic below that parent has it.
            NotFoundError: There is no such parent.
        """
        name = clean_name(name, "topic's name")
        with self._store.step(f"New topic “{name}”"):
            check_parent(self._store, "topic", None, parent_id)
            self._refuse_second(name, parent_id)
            return self._store.insert(
                "topic",
                {
                    "uid": self._store.new_uid(),
                    "name": name,
                    "name_key": name_key(name),
                    "parent_id": parent_id,
                },
            )

    def ensure(self, name: str, parent_id: int | None = None) -> int:
        """Gives the id of the topic of that name below that parent, a new one where none is."""
        found = self._store.value(
            "SELECT id FROM topic WHERE name_key = ? AND parent_id IS ?",
            (name_key(name), parent_id),
        )
        return self.create(name, parent_id) if found is None else int(found)

    def get(self, topic_id: int) -> Topic:
        """Gives a topic.

        Raises:
            NotFoundError: There is none.
        """
        return topic_from(existing(self._store, "topic", topic_id))

    def all(self) -> list[Topic]:
        """Gives every topic, by name."""
        return [
            topic_from(row) for row in self._store.rows("SELECT * FROM topic ORDER BY name_key, id")
        ]

    def update(self, topic_id: int, **fields: Any) -> None:
        """Changes a topic's name or parent_id.

        Raises:
            NotFoundError: There is no such topic or parent.
            InvalidValueError: The name is empty or taken, or the parent stands below the topic.
        """
        refuse_unknown(fields, ("name", "parent_id"))
        before = self.get(topic_id)
        name = clean_name(fields.get("name", before.name), "topic's name")
        parent_id = fields.get("parent_id", before.parent_id)
        with self._store.step(f"Edit topic “{before.name}”"):
            check_parent(self._store, "topic", topic_id, parent_id)
            self._refuse_second(name, parent_id, besides=topic_id)
            self._store.update(
                "topic",
                topic_id,
                {"name": name, "name_key": name_key(name), "parent_id": parent_id},
            )

    def delete(self, topic_id: int) -> None:
        """Deletes a topic; its excerpts stay, the topics below it go to its parent.

        Raises:
            NotFoundError: There is none.
            InvalidValueError: Its parent has another topic of the same name below it.
        """
        name = self.get(topic_id).name
        with self._store.step(f"Delete topic “{name}”"):
            twin = self._store.value(
                """SELECT one.name FROM topic AS gone
                   JOIN topic AS one ON one.parent_id = gone.id
                   JOIN topic AS other ON other.name_key = one.name_key
                     AND other.parent_id IS gone.parent_id AND other.id <> gone.id
                   WHERE gone.id = ?""",
                (topic_id,),
            )
            if twin is not None:
                raise InvalidValueError(
                    f"There would be two topics “{twin}” in one place; merge them first."
                )
            hand_children_up(self._store, "topic", topic_id)
            self._store.delete("topic", topic_id)

    def merge(self, keep_id: int, gone_id: int) -> None:
        """Makes two topics one; what stands below both is merged alike where it has one name.

        Raises:
            NotFoundError: One of them is not there.
            InvalidValueError: Both are the same topic, or the place it would take has another
                topic of its name.
        """
        refuse_itself("topic", keep_id, gone_id)
        keep, gone = self.get(keep_id), self.get(gone_id)
        with self._store.step(f"Merge topic “{gone.name}” into “{keep.name}”"):
            merge_places(self._store, "topic", keep_id, gone_id)
            move_links(self._store, "excerpt_topic", "topic_id", keep_id, gone_id)
            self._store.delete("topic", gone_id)
            twins = self._store.rows(
                """SELECT min(id) AS kept, max(id) AS twin FROM topic WHERE parent_id = ?
                   GROUP BY name_key HAVING count(*) > 1""",
                (keep_id,),
            )
            for row in twins:
                self.merge(row["kept"], row["twin"])
            # The kept topic may have taken the other one's place in the hierarchy.
            self._refuse_second(keep.name, self.get(keep_id).parent_id, besides=keep_id)

    def counts(self) -> dict[int, int]:
        """Counts the excerpts of each topic itself, also where there are none."""
        rows = self._store.rows(
            """SELECT topic.id, count(link.id) FROM topic
               LEFT JOIN excerpt_topic AS link ON link.topic_id = topic.id GROUP BY topic.id"""
        )
        return {row[0]: row[1] for row in rows}

    def _refuse_second(
        self, name: str, parent_id: int | None, *, besides: int | None = None
    ) -> None:
        among = "parent_id IS NULL" if parent_id is None else f"parent_id = {parent_id:d}"
        refuse_second(self._store, "topic", name, besides=besides, among=among)


def topic_from(row: sqlite3.Row) -> Topic:
    """Makes a topic of its row."""
    return Topic(id=row["id"], uid=row["uid"], name=row["name"], parent_id=row["parent_id"])
