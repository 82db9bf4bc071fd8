"""Links between excerpts and events, actors, topics and citations, each with its own facts."""

from typing import Any

from archivist.archive.markers import Markers
from archivist.archive.named import check_confidence, existing, refuse_unknown
from archivist.archive.store import Store
from archivist.archive.tags import citation_link_from
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import CitationLink
from archivist.domain.vocabulary import AnchorState, LinkOrigin, Relation, Role, Stance

_CITATION_FACTS = ("locator", "relation", "confidence")


class Links:
    """Tags excerpts and links them to citations; linking twice is linking once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._markers = Markers(store)

    def tag_event(self, excerpt_id: int, event_id: int) -> int:
        """Tags an excerpt with an event and gives the link's id.

        The figures in it that are of no event yet are figures of its only one, so that they are
        compared with what other passages say of that event.

        Raises:
            NotFoundError: The excerpt or the event is not there.
        """
        store = self._store
        with store.step(f"Tag excerpt with event “{existing(store, 'event', event_id)['name']}”"):
            link_id = self._tag("event", excerpt_id, event_id)
            events = store.value(
                "SELECT count(*) FROM excerpt_event WHERE excerpt_id = ?", (excerpt_id,)
            )
            for claim in store.rows(
                "SELECT id FROM claim WHERE excerpt_id = ? AND event_id IS NULL AND ? = 1",
                (excerpt_id, events),
            ):
                store.update("claim", claim["id"], {"event_id": event_id})
        return link_id

    def untag_event(self, excerpt_id: int, event_id: int) -> None:
        """Takes an event off an excerpt."""
        self._untag("event", excerpt_id, event_id)

    def tag_topic(self, excerpt_id: int, topic_id: int) -> int:
        """Tags an excerpt with a topic and gives the link's id.

        Raises:
            NotFoundError: The excerpt or the topic is not there.
        """
        return self._tag("topic", excerpt_id, topic_id)

    def untag_topic(self, excerpt_id: int, topic_id: int) -> None:
        """Takes a topic off an excerpt."""
        self._untag("topic", excerpt_id, topic_id)

    def tag_actor(
        self,
        excerpt_id: int,
        actor_id: int,
        role: Role = Role.MENTIONED,
        stance: Stance | None = None,
    ) -> int:
        """Tags an excerpt with an actor in a role and gives the link's id.

        An actor can have several roles in one excerpt. A stance given later is added.

        Raises:
            NotFoundError: The excerpt or the actor is not there.
            InvalidValueError: A stance was given to a role other than source.
        """
        _check_stance(role, stance)
        store = self._store
        name = existing(store, "actor", actor_id)["name"]
        with store.step(f"Tag excerpt with actor “{name}”"):
            existing(store, "excerpt", excerpt_id)
            link = store.row(
                "SELECT * FROM excerpt_actor WHERE excerpt_id = ? AND actor_id = ? AND role = ?",
                (excerpt_id, actor_id, role.value),
            )
            if link is None:
                return store.insert(
                    "excerpt_actor",
                    {
                        "excerpt_id": excerpt_id,
                        "actor_id": actor_id,
                        "role": role.value,
                        "stance": stance.value if stance else None,
                    },
                )
            if stance is not None and link["stance"] != stance:
                store.update("excerpt_actor", link["id"], {"stance": stance.value})
            return int(link["id"])

    def set_role(self, link_id: int, role: Role, stance: Stance | None = None) -> None:
        """Gives an actor another role or stance in an excerpt.

        Raises:
            NotFoundError: There is no such link.
            InvalidValueError: The actor has that role there already, or a stance was given to a
                role other than source.
        """
        _check_stance(role, stance)
        store = self._store
        link = existing(store, "excerpt_actor", link_id)
        name = existing(store, "actor", link["actor_id"])["name"]
        with store.step(f"Set role of “{name}”"):
            if store.row(
                """SELECT 1 FROM excerpt_actor
                   WHERE excerpt_id = ? AND actor_id = ? AND role = ? AND id <> ?""",
                (link["excerpt_id"], link["actor_id"], role.value, link_id),
            ):
                raise InvalidValueError(
                    f"“{name}” is already {role.value} in this excerpt; remove one of the two."
                )
            store.update(
                "excerpt_actor",
                link_id,
                {"role": role.value, "stance": stance.value if stance else None},
            )

    def untag_actor(self, link_id: int) -> None:
        """Takes an actor, in one role, off an excerpt.

        Raises:
            NotFoundError: There is no such link.
        """
        link = existing(self._store, "excerpt_actor", link_id)
        name = existing(self._store, "actor", link["actor_id"])["name"]
        with self._store.step(f"Remove actor “{name}” from excerpt"):
            self._store.delete("excerpt_actor", link_id)

    def cite(
        self,
        excerpt_id: int,
        citation_id: int,
        *,
        locator: str = "",
        relation: Relation = Relation.SUPPORTS,
        origin: LinkOrigin = LinkOrigin.BY_HAND,
        confidence: int | None = None,
    ) -> int:
        """Links an excerpt to a citation and gives the link's id; a link that is there stays.

        Raises:
            NotFoundError: The excerpt or the citation is not there.
            InvalidValueError: The confidence is not 0 to 4.
        """
        check_confidence(confidence)
        store = self._store
        key = existing(store, "citation", citation_id)["key"]
        with store.step(f"Link excerpt to citation “{key}”"):
            existing(store, "excerpt", excerpt_id)
            found = store.value(
                "SELECT id FROM excerpt_citation WHERE excerpt_id = ? AND citation_id = ?",
                (excerpt_id, citation_id),
            )
            if found is not None:
                return int(found)
            return store.insert(
                "excerpt_citation",
                {
                    "excerpt_id": excerpt_id,
                    "citation_id": citation_id,
                    "locator": locator.strip(),
                    "relation": relation.value,
                    "origin": origin.value,
                    "confidence": confidence,
                },
            )

    def citation_link(self, link_id: int) -> CitationLink:
        """Gives a link to a citation.

        Raises:
            NotFoundError: There is none.
        """
        return citation_link_from(existing(self._store, "excerpt_citation", link_id))

    def update_citation_link(self, link_id: int, **fields: Any) -> None:
        """Changes facts of a link to a citation: locator, relation, confidence.

        Raises:
            NotFoundError: There is no such link.
            InvalidValueError: The confidence is not 0 to 4.
        """
        refuse_unknown(fields, _CITATION_FACTS)
        values: dict[str, object] = {}
        if "locator" in fields:
            values["locator"] = fields["locator"].strip()
        if "relation" in fields:
            values["relation"] = Relation(fields["relation"]).value
        if "confidence" in fields:
            check_confidence(fields["confidence"])
            values["confidence"] = fields["confidence"]
        link = self.citation_link(link_id)
        key = existing(self._store, "citation", link.citation_id)["key"]
        with self._store.step(f"Edit link to citation “{key}”"):
            self._store.update("excerpt_citation", link_id, values)

    def uncite(self, link_id: int) -> None:
        """Takes a citation off an excerpt.

        Raises:
            NotFoundError: There is no such link.
        """
        link = self.citation_link(link_id)
        key = existing(self._store, "citation", link.citation_id)["key"]
        with self._store.step(f"Unlink citation “{key}”"):
            self._store.delete("excerpt_citation", link_id)

    def cite_markers(self, excerpt_id: int) -> int:
        """Links an excerpt to what the markers at its end cite; gives how many became linked.

        A label without a citation gets one: of its reference entry, or a stub.

        Raises:
            NotFoundError: There is no such excerpt.
            InvalidValueError: It is orphaned: nobody knows what markers follow it.
        """
        store = self._store
        with store.step("Link excerpt to its markers"):
            excerpt = existing(store, "excerpt", excerpt_id)
            if excerpt["anchor_state"] == AnchorState.ORPHANED.value:
                raise InvalidValueError(
                    f"Excerpt {excerpt['document_id']}:{excerpt['number']} has no place in its"
                    " document any more. Anchor it first."
                )
            count = "SELECT count(*) FROM excerpt_citation WHERE excerpt_id = ?"
            before = store.value(count, (excerpt_id,))
            for marker in self._markers.following(
                excerpt["document_id"], excerpt["end"], start=excerpt["start"]
            ):
                citation_id = self._markers.citation_for(marker.id)
                if citation_id is not None:
                    self.cite(
                        excerpt_id,
                        citation_id,
                        locator=marker.locator,
                        origin=LinkOrigin.MARKER,
                    )
            return int(store.value(count, (excerpt_id,)) - before)

    def _tag(self, kind: str, excerpt_id: int, thing_id: int) -> int:
        store, table = self._store, f"excerpt_{kind}"
        name = existing(store, kind, thing_id)["name"]
        with store.step(f"Tag excerpt with {kind} “{name}”"):
            existing(store, "excerpt", excerpt_id)
            found = store.value(
                f"SELECT id FROM {table} WHERE excerpt_id = ? AND {kind}_id = ?",
                (excerpt_id, thing_id),
            )
            if found is not None:
                return int(found)
            return store.insert(table, {"excerpt_id": excerpt_id, f"{kind}_id": thing_id})

    def _untag(self, kind: str, excerpt_id: int, thing_id: int) -> None:
        store, table = self._store, f"excerpt_{kind}"
        name = existing(store, kind, thing_id)["name"]
        link_id = store.value(
            f"SELECT id FROM {table} WHERE excerpt_id = ? AND {kind}_id = ?",
            (excerpt_id, thing_id),
        )
        if link_id is None:
            raise NotFoundError(f"The excerpt is not tagged with the {kind} “{name}”.")
        with store.step(f"Remove {kind} “{name}” from excerpt"):
            store.delete(table, link_id)


def _check_stance(role: Role, stance: Stance | None) -> None:
    if stance is not None and role is not Role.SOURCE:
        raise InvalidValueError(
            f"Only a source has a stance; as {role.value} the actor cannot have “{stance.value}”."
        )
