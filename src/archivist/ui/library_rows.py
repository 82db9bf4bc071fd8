"""Makes the library's sections from the archive: one function a section, with the tables it shows.

Only the sections whose tables changed are made again. What is to do is counted elsewhere, list by
list, since counting costs more than the rest together.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from archivist.archive.archive import Archive
from archivist.archive.tags import event_place
from archivist.domain.collection import Line, Place, shelved
from archivist.domain.dates import reading
from archivist.domain.model import Document
from archivist.domain.names import name_key
from archivist.ui import theme
from archivist.ui.library_model import Row, Section
from archivist.ui.naming import citation_name
from archivist.ui.words import word

TODO_TITLES: dict[str, object] = {
    "unresolved_citations": QT_TRANSLATE_NOOP("Library", "Unresolved citations"),
    "citation_needed": QT_TRANSLATE_NOOP("Library", "Citation needed"),
    "without_event": QT_TRANSLATE_NOOP("Library", "Excerpts without an event"),
    "without_actor": QT_TRANSLATE_NOOP("Library", "Excerpts without an actor"),
    "without_citation": QT_TRANSLATE_NOOP("Library", "Excerpts without a citation"),
    "undated_events": QT_TRANSLATE_NOOP("Library", "Undated events"),
    "one_source_events": QT_TRANSLATE_NOOP("Library", "Events with one source"),
    "conflicting_figures": QT_TRANSLATE_NOOP("Library", "Conflicting figures"),
    "orphaned": QT_TRANSLATE_NOOP("Library", "Orphaned excerpts"),
}
_WARNINGS = frozenset({"unresolved_citations", "conflicting_figures", "orphaned"})


def todo_title(name: str) -> str:
    """Gives the name of a to-do list as a person reads it."""
    return QCoreApplication.translate("Library", str(TODO_TITLES[name]))


def sections(
    archive: Archive, changed: frozenset[str] | None = None, *, by_collection: bool = False
) -> list[Section]:
    """Gives the sections that show any of the changed tables, or all of them.

    With `by_collection`, documents stand where they are filed, else in one list.
    """
    makers = [make for make, tables in _SECTIONS.items() if changed is None or tables & changed]
    return [
        collection_rows(archive) if by_collection and make is _documents else make(archive)
        for make in makers
    ]


def _documents(archive: Archive) -> Section:
    counts = archive.documents.counts()
    rows = tuple(
        _document(document, counts.get(document.id, 0)) for document in archive.documents.all()
    )
    return Section("documents", QCoreApplication.translate("Library", "Documents"), rows)


def _document(document: Document, excerpts: int) -> Row:
    return Row(
        "document",
        document.id,
        document.title,
        excerpts,
        detail=_document_detail(document),
        other_names=(document.original_name, document.author, str(document.shelfmark)),
    )


def collection_rows(archive: Archive) -> Section:
    """Gives the documents by where they are filed; what came inside one stands below it."""
    documents = archive.documents.all()
    counts = archive.documents.counts()
    rows = []
    for line in shelved(documents):
        if line.document is None:
            rows.append(_shelf(line))
        else:
            row = _document(line.document, counts.get(line.document.id, 0))
            rows.append(replace(row, depth=line.depth))
    title = QCoreApplication.translate("Library", "Documents")
    return Section("documents", title, tuple(rows), count=len(documents), is_tree=True)


def shelf_place(row: Row) -> Place:
    """Gives where in the collection a shelf of the library is."""
    return tuple((level, name) for level, name in json.loads(row.name))


def _shelf(line: Line) -> Row:
    translate = QCoreApplication.translate
    levels = {
        "repository": translate("Library", "Repository"),
        "fonds": translate("Library", "Fonds"),
        "series": translate("Library", "Series"),
        "box": translate("Library", "Box"),
        "folder": translate("Library", "Folder"),
    }
    label, detail = translate("Library", "Not filed"), ""
    if line.place:
        level, label = line.place[-1]
        detail = levels[level]
        if label[0].isdigit():  # "3" alone would not say what it is
            label = f"{detail} {label}"
    name = json.dumps(line.place, ensure_ascii=False)
    return Row("shelf", 0, label, line.count, "open", name, detail, depth=line.depth)


def _document_detail(document: Document) -> str:
    parts = [document.original_name, document.author, str(document.shelfmark)]
    parts.append(reading(document.date) if document.date else "")
    return " · ".join(part for part in parts if part)


def _events(archive: Archive) -> Section:
    counts = archive.events.counts()
    colors = theme.current()
    rows = tuple(
        Row(
            "event",
            event.id,
            event.name,
            counts.get(event.id, 0),
            mark=colors.event_color(event.id, event.color),
            detail=" · ".join(
                part for part in (reading(event.date) if event.date else "", event.place) if part
            ),
        )
        for event in sorted(archive.events.all(), key=event_place)
    )
    return Section("events", QCoreApplication.translate("Library", "Events"), rows)


def _actors(archive: Archive) -> Section:
    counts = archive.actors.counts()
    rows = [
        Row(
            "actor",
            actor.id,
            actor.name,
            counts.get(actor.id, 0),
            mark=actor.kind.name,  # the value of a kind that nobody stated is empty
            detail=", ".join([word(actor.kind), *(name.name for name in actor.names)]),
            other_names=tuple(name.name for name in actor.names),
        )
        for actor in archive.actors.all()
    ]
    rows.sort(key=lambda row: (-row.count, name_key(row.label)))
    return Section("actors", QCoreApplication.translate("Library", "Actors"), tuple(rows))


def _topics(archive: Archive) -> Section:
    counts = archive.topics.counts()
    rows = [
        Row("topic", topic.id, topic.name, counts.get(topic.id, 0))
        for topic in archive.topics.all()
    ]
    title = QCoreApplication.translate("Library", "Topics")
    return Section("topics", title, tuple(rows), hides_empty=True)


def _citations(archive: Archive) -> Section:
    counts = archive.citations.counts()
    rows = [
        Row(
            "citation",
            citation.id,
            citation_name(citation),
            counts.get(citation.id, 0),
            detail=f"{word(citation.state)}\n{citation.raw}".strip(),
            other_names=(citation.raw,),
        )
        for citation in archive.citations.all()
    ]
    rows.sort(key=lambda row: -row.count)
    return Section("citations", QCoreApplication.translate("Library", "Citations"), tuple(rows))


def todo(counts: Mapping[str, int]) -> Section:
    """Gives the section of to-do lists; those with nothing on them are left out."""
    rows = tuple(
        Row(
            "list",
            0,
            todo_title(name),
            counts[name],
            name=name,
            is_warning=name in _WARNINGS,
        )
        for name in TODO_TITLES
        if counts.get(name)
    )
    title = QCoreApplication.translate("Library", "To do")
    return Section("todo", title, rows, shows_count=False)


_SECTIONS: dict[Callable[[Archive], Section], frozenset[str]] = {
    _documents: frozenset({"document", "attachment", "excerpt"}),
    _events: frozenset({"event", "excerpt_event", "excerpt"}),
    _actors: frozenset({"actor", "actor_name", "excerpt_actor", "excerpt"}),
    _topics: frozenset({"topic", "excerpt_topic", "excerpt"}),
    _citations: frozenset({"citation", "excerpt_citation", "excerpt"}),
}
