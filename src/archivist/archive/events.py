"""Events: what happened, when and where; one event a name, in a hierarchy without circles."""

import re
import sqlite3
from typing import Any

from archivist.archive.named import (
    check_parent,
    existing,
    hand_children_up,
    joined,
    merge_places,
    move_links,
    refuse_itself,
    refuse_second,
    refuse_unknown,
)
from archivist.archive.rows import date_from, date_values
from archivist.archive.store import Store
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Event
from archivist.domain.names import clean_name, name_key

_FIELDS = ("name", "description", "parent_id", "place", "color", "date")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


class Events:
    """Makes, finds, changes and merges events."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(
        self,
        name: str,
        *,
        date: UncertainDate | None = None,
        description: str = "",
        parent_id: int | None = None,
        place: str = "",
        color: str = "",
    ) -> int:
        """Makes an event and gives its id.

        Raises:
            InvalidValueError: The name is empty or taken, or the color is none.
            NotFoundError: There is no such parent.
        """
        name = clean_name(name, "event's name")
        with self._store.step(f"New event “{name}”"):
            refuse_second(self._store, "event", name)
            check_parent(self._store, "event", None, parent_id)
            return self._store.insert(
                "event",
                {
                    "uid": self._store.new_uid(),
                    "name": name,
                    "name_key": name_key(name),
                    "description": description,
                    "parent_id": parent_id,
                    "place": place.strip(),
                    "color": _checked_color(color),
                    **date_values(date),
                },
            )

    def ensure(self, name: str) -> int:
        """Gives the id of the event of that name, a new one where there is none."""
        found = self.by_name(name)
        return self.create(name) if found is None else found.id

    def get(self, event_id: int) -> Event:
        """Gives an event.

        Raises:
            NotFoundError: There is none.
        """
        return event_from(existing(self._store, "event", event_id))

    def all(self) -> list[Event]:
        """Gives every event, by name."""
        return [
            event_from(row) for row in self._store.rows("SELECT * FROM event ORDER BY name_key, id")
        ]

    def by_name(self, name: str) -> Event | None:
        """Gives the event of that name, in whatever case it is written."""
        row = self._store.row(
            "SELECT * FROM event WHERE name_key = ? ORDER BY id", (name_key(name),)
        )
        return None if row is None else event_from(row)

    def update(self, event_id: int, **fields: Any) -> None:
        """Changes fields of an event: name, description, parent_id, place, color, date.

        Raises:
            NotFoundError: There is no such event or parent.
            InvalidValueError: The name is empty or taken, the color is none, or the parent stands
                below the event.
        """
        refuse_unknown(fields, _FIELDS)
        before = self.get(event_id)
        values: dict[str, object] = {
            field: fields[field] for field in ("description", "parent_id") if field in fields
        }
        if "name" in fields:
            name = clean_name(fields["name"], "event's name")
            values |= {"name": name, "name_key": name_key(name)}
        if "place" in fields:
            values["place"] = fields["place"].strip()
        if "color" in fields:
            values["color"] = _checked_color(fields["color"])
        if "date" in fields:
            values |= date_values(fields["date"])
        with self._store.step(f"Edit event “{before.name}”"):
            if "name" in fields:
                refuse_second(self._store, "event", fields["name"], besides=event_id)
            check_parent(self._store, "event", event_id, fields.get("parent_id"))
            self._store.update("event", event_id, values)

    def delete(self, event_id: int) -> None:
        """Deletes an event; its excerpts and claims stay, its parts go to its parent.

        Raises:
            NotFoundError: There is none.
        """
        name = self.get(event_id).name
        with self._store.step(f"Delete event “{name}”"):
            hand_children_up(self._store, "event", event_id)
            self._store.delete("event", event_id)

    def merge(self, keep_id: int, gone_id: int) -> None:
        """Makes two events one: links, claims and parts move, what the kept one lacks is filled.

        What both say differently is kept as lines of the description.

        Raises:
            NotFoundError: One of them is not there.
            InvalidValueError: Both are the same event.
        """
        refuse_itself("event", keep_id, gone_id)
        keep, gone = self.get(keep_id), self.get(gone_id)
        with self._store.step(f"Merge event “{gone.name}” into “{keep.name}”"):
            merge_places(self._store, "event", keep_id, gone_id)
            move_links(self._store, "excerpt_event", "event_id", keep_id, gone_id)
            self._store.write(
                "UPDATE claim SET event_id = ? WHERE event_id = ?", (keep_id, gone_id)
            )
            differing = [f"name: {gone.name}"]
            if keep.place and gone.place and keep.place != gone.place:
                differing.append(f"place: {gone.place}")
            if keep.date and gone.date and keep.date != gone.date:
                said = joined((gone.date.text, gone.date.edtf), " = ")
                differing.append(f"date: {said}")
            self._store.update(
                "event",
                keep_id,
                {
                    "description": joined((keep.description, gone.description, *differing)),
                    "place": keep.place or gone.place,
                    "color": keep.color or gone.color,
                    **date_values(keep.date or gone.date),
                },
            )
            self._store.delete("event", gone_id)

    def counts(self) -> dict[int, int]:
        """Counts the excerpts of each event, also where there are none."""
        rows = self._store.rows(
            """SELECT event.id, count(link.id) FROM event
               LEFT JOIN excerpt_event AS link ON link.event_id = event.id GROUP BY event.id"""
        )
        return {row[0]: row[1] for row in rows}


def event_from(row: sqlite3.Row) -> Event:
    """Makes an event of its row."""
    return Event(
        id=row["id"],
        uid=row["uid"],
        name=row["name"],
        description=row["description"],
        parent_id=row["parent_id"],
        place=row["place"],
        color=row["color"],
        date=date_from(row),
    )


def _checked_color(color: str) -> str:
    if color and not _COLOR.fullmatch(color):
        raise InvalidValueError(f"“{color}” is no color; write it as #rrggbb, or leave it empty.")
    return color.lower()
