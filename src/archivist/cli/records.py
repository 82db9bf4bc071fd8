"""The things of an archive as JSON objects, with the names of their columns as keys."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from archivist.archive.rows import date_values
from archivist.archive.tags import ExcerptTags
from archivist.domain.model import Actor, Citation, Document, Event, Excerpt, Marker, Topic
from archivist.domain.provenance import Provenance


def document(item: Document, provenance: Provenance | None) -> dict[str, Any]:
    """Gives a document without its text, and where its file came from as far as that was noted."""
    file = provenance.file if provenance else None
    return {
        "id": item.id,
        "uid": item.uid,
        "title": item.title,
        "format": item.format,
        "original_name": item.original_name,
        "sha256": item.sha256,
        "text_sha256": item.text_sha256,
        "characters": item.characters,
        "pages": item.pages,
        "language": item.language,
        "direction": item.direction,
        "author": item.author,
        **date_values(item.date),
        "source": item.source,
        "accessed": item.accessed,
        "rights": item.rights,
        "repository": item.shelfmark.repository,
        "fonds": item.shelfmark.fonds,
        "series": item.shelfmark.series,
        "box": item.shelfmark.box,
        "folder": item.shelfmark.folder,
        "note": item.note,
        "imported_at": item.imported_at,
        "imported_by": item.imported_by,
        "reader": item.reader,
        "metadata": dict(item.metadata),
        "warnings": list(item.warnings),
        "parent": item.parent_id,
        "path": file.path if file else None,
        "member": file.member or None if file else None,
        "size": file.size if file else None,
        "file_modified": file.modified or None if file else None,
        "file_created": file.created or None if file else None,
    }


def excerpt(item: Excerpt, title: str, tags: ExcerptTags) -> dict[str, Any]:
    """Gives an excerpt with everything linked to it, by name."""
    anchor = item.anchor
    return {
        "id": item.id,
        "uid": item.uid,
        "name": item.name,
        "document_id": item.document_id,
        "document": title,
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "page": anchor.page,
        "kind": "region" if anchor.region else "text",
        "rectangles": [asdict(rectangle) for rectangle in anchor.rectangles],
        "note": item.note,
        "state": item.state.value,
        "anchor_state": item.anchor_state.value,
        "created_at": item.created_at,
        "created_by": item.created_by,
        "modified_at": item.modified_at,
        "events": [linked.name for linked in tags.events[item.id]],
        "actors": [
            {
                "name": actor.name,
                "kind": actor.kind.value,
                "role": link.role.value,
                "stance": link.stance.value if link.stance else None,
            }
            for actor, link in tags.actors[item.id]
        ],
        "topics": [linked.name for linked in tags.topics[item.id]],
        "citations": [
            {
                "key": citation.key,
                "relation": link.relation.value,
                "locator": link.locator,
                "origin": link.origin.value,
                "confidence": link.confidence,
            }
            for citation, link in tags.citations[item.id]
        ],
    }


def event(item: Event, excerpts: int) -> dict[str, Any]:
    """Gives an event and how many excerpts tell of it."""
    return {
        "id": item.id,
        "uid": item.uid,
        "name": item.name,
        "description": item.description,
        "parent_id": item.parent_id,
        "place": item.place,
        "color": item.color,
        **date_values(item.date),
        "excerpts": excerpts,
    }


def actor(item: Actor, excerpts: int) -> dict[str, Any]:
    """Gives an actor and how many excerpts it is in."""
    return {
        "id": item.id,
        "uid": item.uid,
        "name": item.name,
        "kind": item.kind.value,
        "description": item.description,
        "identifiers": dict(item.identifiers),
        "names": [
            {"name": name.name, "type": name.type.value, "language": name.language}
            for name in item.names
        ],
        "excerpts": excerpts,
    }


def topic(item: Topic, excerpts: int) -> dict[str, Any]:
    """Gives a topic and how many excerpts have it."""
    return {
        "id": item.id,
        "uid": item.uid,
        "name": item.name,
        "parent_id": item.parent_id,
        "excerpts": excerpts,
    }


def citation(item: Citation, excerpts: int) -> dict[str, Any]:
    """Gives a citation and how many excerpts it stands behind."""
    return {
        "id": item.id,
        "uid": item.uid,
        "key": item.key,
        "title": item.title,
        "item": dict(item.item),
        "raw": item.raw,
        "state": item.state.value,
        "note": item.note,
        **date_values(item.date),
        "excerpts": excerpts,
    }


def marker(item: Marker, keys: Mapping[int, str]) -> dict[str, Any]:
    """Gives a marker and the key of the citation it means (`keys` by citation id)."""
    return {
        "id": item.id,
        "document_id": item.document_id,
        "start": item.start,
        "end": item.end,
        "label": item.label,
        "kind": item.kind.value,
        "state": item.state.value,
        "citation_id": item.citation_id,
        "citation_key": None if item.citation_id is None else keys.get(item.citation_id),
        "target": item.target,
        "locator": item.locator,
    }
