"""What is kept in step with the archive reads, after any steps, as if it were read anew."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.archive.shelf import put_original, read_document

from archivist.archive.archive import Archive, create
from archivist.archive.lists import lists_of
from archivist.domain.anchor import describe
from archivist.domain.dates import parse_date
from archivist.domain.errors import ArchivistError
from archivist.domain.model import Notice
from archivist.domain.reading import FoundDate, FoundMarker
from archivist.domain.vocabulary import ExcerptState, MarkerKind, Role, Stance
from archivist.ui.annotations_kept import KeptAnnotations
from archivist.ui.timeline_kept import KeptTimeline

STEPS = 150
LINES = [
    f"House {number} was cleared on {number % 28 + 1:02} March 1931.[{number % 5}]"
    for number in range(12)
]
TEXT = "\n".join(LINES)


def shelve(archive: Archive) -> int:
    """Adds a document, with a date and a marker in each of its lines."""
    starts = [TEXT.index(line) for line in LINES]
    return archive.documents.add(
        read_document(TEXT),
        original_name="houses.txt",
        sha256=put_original(archive, TEXT.encode()),
        markers=[
            FoundMarker(start + len(line) - 3, start + len(line), line[-2], MarkerKind.REFERENCE)
            for start, line in zip(starts, LINES, strict=True)
        ],
        dates=[
            FoundDate(start + place, start + place + 13, parse_date(f"1931-03-{line[place:][:2]}"))
            for start, line in zip(starts, LINES, strict=True)
            for place in [line.index(" on ") + 4]
        ],
    )


class Worker:
    """Does one random step after another, as curators do, undoing and deleting included."""

    def __init__(self, archive: Archive, seed: int) -> None:
        self.archive = archive
        self.chance = random.Random(seed)
        self.names = iter(range(10_000))

    def one(self, table: str) -> int:
        """Gives the id of some row; 0 where there is none."""
        rows = self.archive.store.rows(f"SELECT id FROM {table}")
        return self.chance.choice(rows)[0] if rows else 0

    def name(self) -> str:
        return f"Thing {next(self.names)}"

    def anchor_in_text(self) -> tuple[int, int]:
        start = self.chance.randrange(len(TEXT) - 80)
        return start, start + self.chance.choice((5, 20, 45, 75))

    def highlight(self) -> None:
        place = describe(TEXT, *self.anchor_in_text())
        self.archive.excerpts.create(self.one("document"), place)

    def highlight_again(self) -> None:
        """Makes several excerpts of the same words, whose order is by their numbers."""
        for _again in range(2):
            self.archive.excerpts.create(self.one("document"), describe(TEXT, 0, 30))

    def step(self) -> None:
        """Does one step; one that a rule refuses is none."""
        deed = self.chance.choice(self.deeds())
        with suppress(ArchivistError):
            deed()

    def deeds(self) -> list[Callable[[], object]]:
        archive, one, chance = self.archive, self.one, self.chance
        links, role = archive.links, Role.MENTIONED
        day = parse_date(f"19{chance.randrange(10, 99)}-05-0{chance.randrange(1, 9)}")
        often: list[Callable[[], object]] = [
            self.highlight,
            self.highlight_again,
            lambda: links.tag_event(one("excerpt"), one("event")),
            lambda: links.tag_actor(one("excerpt"), one("actor"), role),
            lambda: links.tag_topic(one("excerpt"), one("topic")),
            lambda: links.cite(one("excerpt"), one("citation")),
            lambda: links.cite_markers(one("excerpt")),
            archive.history.undo,
            archive.history.redo,
        ]
        return often * 3 + [
            lambda: archive.events.create(self.name(), date=day),
            lambda: archive.events.create(self.name(), parent_id=one("event") or None),
            lambda: archive.actors.create(self.name()),
            lambda: archive.topics.create(self.name()),
            lambda: archive.citations.create(key=self.name(), item={"title": self.name()}),
            lambda: links.set_role(one("excerpt_actor"), Role.SOURCE, Stance.DENIES),
            lambda: links.untag_actor(one("excerpt_actor")),
            lambda: links.untag_event(one("excerpt"), one("event")),
            lambda: links.uncite(one("excerpt_citation")),
            lambda: archive.excerpts.set_state(one("excerpt"), ExcerptState.REVIEWED),
            lambda: archive.excerpts.move(one("excerpt"), describe(TEXT, *self.anchor_in_text())),
            lambda: archive.excerpts.delete(one("excerpt")),
            lambda: archive.events.update(one("event"), name=self.name(), date=day),
            lambda: archive.events.update(one("event"), color="#123456", date=None),
            lambda: archive.events.merge(one("event"), one("event")),
            lambda: archive.events.delete(one("event")),
            lambda: archive.actors.update(one("actor"), name=self.name()),
            lambda: archive.actors.merge(one("actor"), one("actor")),
            lambda: archive.actors.delete(one("actor")),
            lambda: archive.topics.update(one("topic"), name=self.name()),
            lambda: archive.topics.merge(one("topic"), one("topic")),
            lambda: archive.topics.delete(one("topic")),
            lambda: archive.citations.update(one("citation"), key=self.name()),
            lambda: archive.citations.merge(one("citation"), one("citation")),
            lambda: archive.citations.delete(one("citation")),
            lambda: archive.markers.set_citation(
                one("document"), str(chance.randrange(5)), one("citation") or None
            ),
            lambda: archive.claims.create(
                one("excerpt"),
                property="dead",
                minimum=chance.randrange(3),
                maximum=chance.randrange(3, 5),
                event_id=one("event") or None,
            ),
            lambda: archive.claims.delete(one("claim")),
            lambda: shelve(archive),
            lambda: archive.documents.delete(one("document")),
        ]


def drawn(kept: KeptAnnotations) -> tuple[object, ...]:
    return kept.highlights, kept.markers.items, kept.dates.items


@pytest.mark.parametrize("seed", range(8))
def test_kept_models_are_what_reading_anew_gives_after_any_steps(tmp_path: Path, seed: int) -> None:
    with create(tmp_path / "kept.archivist") as archive:
        first, other = shelve(archive), shelve(archive)
        worker = Worker(archive, seed)
        timeline = KeptTimeline(archive)
        readers = {document: KeptAnnotations(archive, document) for document in (first, other)}
        for number in range(STEPS):
            worker.step()
            if worker.chance.random() < 0.3:  # several steps can be told at once
                continue
            timeline.update()
            assert timeline.model == KeptTimeline(archive).model, number
            readers[first].update()
            assert drawn(readers[first]) == drawn(KeptAnnotations(archive, first)), number
        readers[other].update()  # as a tab that was behind all the while
        assert drawn(readers[other]) == drawn(KeptAnnotations(archive, other))
        assert archive.store.value("SELECT count(*) FROM excerpt") or archive.history.undoable


@pytest.mark.parametrize("seed", range(4))
def test_lists_are_counted_again_whenever_a_step_can_have_changed_them(
    tmp_path: Path, seed: int
) -> None:
    with create(tmp_path / "lists.archivist") as archive:
        shelve(archive)
        counts = archive.lists.counts()

        def count(notice: Notice) -> None:
            counts.update({name: archive.lists.count(name) for name in lists_of(notice.tables)})

        archive.store.subscribe(count)
        worker = Worker(archive, 100 + seed)
        for number in range(STEPS):
            worker.step()
            assert counts == archive.lists.counts(), number


def test_a_step_is_told_by_the_excerpts_that_read_otherwise(tmp_path: Path) -> None:
    with create(tmp_path / "few.archivist") as archive:
        document = shelve(archive)
        ids = [archive.excerpts.create(document, describe(TEXT, at, at + 20)) for at in range(9)]
        event = archive.events.create("Clearing")
        archive.links.tag_event(ids[2], event)
        archive.links.tag_event(ids[5], event)
        moment = archive.changes.moment()
        archive.links.tag_event(ids[3], event)
        assert archive.changes.since(moment).excerpts == {ids[3]}
        moment = archive.changes.moment()
        archive.events.update(event, name="The clearing")
        assert archive.changes.since(moment).excerpts == {ids[2], ids[3], ids[5]}
        moment = archive.changes.moment()
        archive.events.delete(event)
        assert archive.changes.since(moment).excerpts == {ids[2], ids[3], ids[5]}
        assert archive.changes.since(archive.changes.moment()).excerpts == frozenset()
