"""Actors: who acts, speaks or suffers, under a preferred name and any number of further ones."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archivist.archive.named import (
    add_to_note,
    existing,
    joined,
    refuse_itself,
    refuse_second,
    refuse_unknown,
)
from archivist.archive.rows import from_json, json_text
from archivist.archive.store import Store
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Actor, ActorName
from archivist.domain.names import clean_name, name_key
from archivist.domain.vocabulary import ActorKind, NameType, Role

_FIELDS = ("name", "kind", "description", "identifiers", "names")


class Actors:
    """Makes, finds, changes and merges actors."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(
        self,
        name: str,
        *,
        kind: ActorKind = ActorKind.UNSTATED,
        description: str = "",
        identifiers: Mapping[str, str] | None = None,
        names: Iterable[ActorName] = (),
    ) -> int:
        """Makes an actor and gives its id.

        Raises:
            InvalidValueError: The name is empty, or another actor's preferred one.
        """
        name = clean_name(name, "actor's name")
        with self._store.step(f"New actor “{name}”"):
            refuse_second(self._store, "actor", name)
            actor_id = self._store.insert(
                "actor",
                {
                    "uid": self._store.new_uid(),
                    "name": name,
                    "name_key": name_key(name),
                    "kind": kind.value,
                    "description": description,
                    "identifiers": json_text(_cleaned(identifiers or {})),
                },
            )
            self._write_names(actor_id, name, names)
            return actor_id

    def ensure(self, name: str) -> int:
        """Gives the id of the actor of that name (of any kind of name), a new one where none is.

        Raises:
            InvalidValueError: The name is empty, or a further name of several actors.
        """
        found = self.by_name(name)
        return self.create(name) if found is None else found.id

    def get(self, actor_id: int) -> Actor:
        """Gives an actor.

        Raises:
            NotFoundError: There is none.
        """
        return actors_from(self._store, [existing(self._store, "actor", actor_id)])[0]

    def all(self) -> list[Actor]:
        """Gives every actor, by preferred name."""
        return actors_from(
            self._store, self._store.rows("SELECT * FROM actor ORDER BY name_key, id")
        )

    def by_name(self, name: str) -> Actor | None:
        """Gives the actor of that preferred name, else the only one with that further name.

        Raises:
            InvalidValueError: It is a further name of several actors: which one is for a person
                to say.
        """
        key = name_key(name)
        rows = self._store.rows("SELECT * FROM actor WHERE name_key = ? ORDER BY id", (key,))
        if not rows:
            rows = self._store.rows(
                """SELECT * FROM actor WHERE id IN
                   (SELECT actor_id FROM actor_name WHERE name_key = ?) ORDER BY name_key, id""",
                (key,),
            )
            if len(rows) > 1:
                several = ", ".join(f"“{row['name']}”" for row in rows)
                raise InvalidValueError(
                    f"“{name}” is a name of several actors: {several}; say which one is meant."
                )
        return actors_from(self._store, rows)[0] if rows else None

    def update(self, actor_id: int, **fields: Any) -> None:
        """Changes fields of an actor: name, kind, description, identifiers, names.

        Raises:
            NotFoundError: There is none.
            InvalidValueError: A name is empty, or another actor's preferred one.
        """
        refuse_unknown(fields, _FIELDS)
        before = self.get(actor_id)
        name = clean_name(fields.get("name", before.name), "actor's name")
        values: dict[str, object] = {"name": name, "name_key": name_key(name)}
        if "kind" in fields:
            values["kind"] = ActorKind(fields["kind"]).value
        if "description" in fields:
            values["description"] = fields["description"]
        if "identifiers" in fields:
            values["identifiers"] = json_text(_cleaned(fields["identifiers"]))
        with self._store.step(f"Edit actor “{before.name}”"):
            refuse_second(self._store, "actor", name, besides=actor_id)
            self._store.update("actor", actor_id, values)
            self._write_names(actor_id, name, fields.get("names", before.names))

    def set_names(self, actor_id: int, names: Iterable[ActorName]) -> None:
        """Replaces an actor's further names.

        Raises:
            NotFoundError: There is none.
            InvalidValueError: A name is empty.
        """
        actor = self.get(actor_id)
        with self._store.step(f"Edit names of “{actor.name}”"):
            self._write_names(actor_id, actor.name, names)

    def delete(self, actor_id: int) -> None:
        """Deletes an actor; its excerpts stay, and claims lose their speaker.

        Raises:
            NotFoundError: There is none.
        """
        name = self.get(actor_id).name
        with self._store.step(f"Delete actor “{name}”"):
            self._store.delete("actor", actor_id)

    def merge(self, keep_id: int, gone_id: int) -> None:
        """Makes two actors one; the gone one's names stay as further names.

        In an excerpt that both are tagged in, *mentioned* gives way to a role that says more. What
        both say differently is kept: as lines of the description, and two stances in one excerpt
        as a line of its note.

        Raises:
            NotFoundError: One of them is not there.
            InvalidValueError: Both are the same actor.
        """
        refuse_itself("actor", keep_id, gone_id)
        keep, gone = self.get(keep_id), self.get(gone_id)
        with self._store.step(f"Merge actor “{gone.name}” into “{keep.name}”"):
            self._merge_links(keep, gone)
            self._store.write(
                "UPDATE claim SET speaker_id = ? WHERE speaker_id = ?", (keep_id, gone_id)
            )
            differing = [
                f"{scheme}: {value}"
                for scheme, value in gone.identifiers.items()
                if keep.identifiers.get(scheme, value) != value
            ]
            kind = keep.kind or gone.kind  # one that nobody stated gives way
            if gone.kind not in {kind, ActorKind.UNSTATED}:
                differing.append(f"kind: {gone.kind.value}")
            self._store.update(
                "actor",
                keep_id,
                {
                    "kind": kind.value,
                    "description": joined((keep.description, gone.description, *differing)),
                    "identifiers": json_text({**gone.identifiers, **keep.identifiers}),
                },
            )
            self._store.delete("actor", gone_id)
            names = (*keep.names, ActorName(gone.name), *gone.names)
            self._write_names(keep_id, keep.name, names)

    def counts(self) -> dict[int, int]:
        """Counts the excerpts of each actor, in whatever role, also where there are none."""
        rows = self._store.rows(
            """SELECT actor.id, count(DISTINCT link.excerpt_id) FROM actor
               LEFT JOIN excerpt_actor AS link ON link.actor_id = actor.id GROUP BY actor.id"""
        )
        return {row[0]: row[1] for row in rows}

    def _write_names(self, actor_id: int, preferred: str, names: Iterable[ActorName]) -> None:
        """Writes further names, each once by its key and none that is the preferred one."""
        wanted: dict[str, ActorName] = {}
        for name in names:
            cleaned = clean_name(name.name, "actor's further name")
            if name_key(cleaned) != name_key(preferred):
                wanted.setdefault(name_key(cleaned), ActorName(cleaned, name.type, name.language))
        if list(wanted.values()) == list(self.get(actor_id).names):
            return
        self._store.write("DELETE FROM actor_name WHERE actor_id = ?", (actor_id,))
        for key, name in wanted.items():
            self._store.insert(
                "actor_name",
                {
                    "actor_id": actor_id,
                    "name": name.name,
                    "name_key": key,
                    "type": name.type.value,
                    "language": name.language,
                },
            )

    def _merge_links(self, keep: Actor, gone: Actor) -> None:
        store = self._store
        shared = store.rows(
            """SELECT kept.id AS kept, kept.excerpt_id, kept.role, kept.stance,
                      other.id AS other, other.stance AS other_stance
               FROM excerpt_actor AS kept JOIN excerpt_actor AS other
               ON other.excerpt_id = kept.excerpt_id AND other.role = kept.role
               WHERE kept.actor_id = ? AND other.actor_id = ?""",
            (keep.id, gone.id),
        )
        both = {"keep": keep.id, "gone": gone.id, "mentioned": Role.MENTIONED.value}
        for row in shared:
            if row["stance"] is None and row["other_stance"] is not None:
                store.update("excerpt_actor", row["kept"], {"stance": row["other_stance"]})
            elif row["other_stance"] not in {None, row["stance"]}:
                line = f"{gone.name}: {row['role']}, {row['other_stance']}"
                add_to_note(store, row["excerpt_id"], line)
            store.delete("excerpt_actor", row["other"])
        store.write(
            """DELETE FROM excerpt_actor AS link WHERE role = :mentioned AND EXISTS
               (SELECT 1 FROM excerpt_actor AS more WHERE more.excerpt_id = link.excerpt_id
                AND more.role <> :mentioned AND
                ((link.actor_id = :keep AND more.actor_id = :gone)
                 OR (link.actor_id = :gone AND more.actor_id = :keep)))""",
            both,
        )
        store.write(
            "UPDATE excerpt_actor SET actor_id = :keep WHERE actor_id = :gone",
            {"keep": keep.id, "gone": gone.id},
        )


def actors_from(store: Store, rows: Sequence[sqlite3.Row]) -> list[Actor]:
    """Makes actors of their rows, with their further names read in one query."""
    names: dict[int, list[ActorName]] = defaultdict(list)
    found = store.rows(
        """SELECT * FROM actor_name WHERE actor_id IN (SELECT value FROM json_each(?))
           ORDER BY id""",
        (json.dumps([row["id"] for row in rows]),),
    )
    for row in found:
        names[row["actor_id"]].append(
            ActorName(row["name"], NameType(row["type"]), row["language"])
        )
    return [
        Actor(
            id=row["id"],
            uid=row["uid"],
            name=row["name"],
            kind=ActorKind(row["kind"]),
            description=row["description"],
            identifiers=from_json(row["identifiers"]),
            names=tuple(names[row["id"]]),
        )
        for row in rows
    ]


def _cleaned(identifiers: Mapping[str, str]) -> dict[str, str]:
    """Gives identifiers without empty ones, schemes in lower case."""
    return {
        scheme.strip().lower(): value.strip()
        for scheme, value in identifiers.items()
        if scheme.strip() and value.strip()
    }
