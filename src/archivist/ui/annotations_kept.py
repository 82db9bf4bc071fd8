"""What is drawn over one document's text, kept in step: only what a step touched is read again."""

from collections.abc import Iterable

from archivist.archive.archive import Archive
from archivist.archive.tags import ExcerptTags
from archivist.domain.model import Excerpt, Marker
from archivist.domain.reading import FoundDate
from archivist.domain.suggestions import SuggestionKind
from archivist.domain.vocabulary import AnchorState, ExcerptState
from archivist.ui import theme
from archivist.ui.quoting import excerpt_words
from archivist.ui.reader.model import Highlight, Stripe, Suggested
from archivist.ui.reader.ranges import Ranges
from archivist.ui.words import word

# The color roles of what suggestions would become.
_ROLES = {
    SuggestionKind.NAME: "actor",
    SuggestionKind.SOURCE: "actor",
    SuggestionKind.FIGURE: "text_muted",
}


class KeptAnnotations:
    """Highlights, markers, dates and suggestions of a document, as they are at every `update`."""

    def __init__(self, archive: Archive, document_id: int) -> None:
        self._archive, self._document_id = archive, document_id
        self._colors = theme.current()
        self._moment = archive.changes.moment()
        self._highlights: dict[int, Highlight] = {}
        self._take(archive.excerpts.in_document(document_id))
        # Ranges, which a step that touches none of them does not sort again.
        self.markers: Ranges[Marker] = Ranges(archive.markers.in_document(document_id))
        self.dates: Ranges[FoundDate] = Ranges(archive.documents.dates(document_id))
        self.suggestions: Ranges[Suggested] = Ranges()
        self._take_suggestions()

    @property
    def highlights(self) -> list[Highlight]:
        """The document's excerpts, as they were made."""
        return [self._highlights[excerpt_id] for excerpt_id in sorted(self._highlights)]

    def update(self, *, looked_through: bool = False) -> None:
        """Reads again what was touched since the last time; another theme colors all anew.

        Suggestions are no step: they are read again after the document was looked through, too.
        """
        archive = self._archive
        moment = archive.changes.moment()
        touched = archive.changes.since(self._moment)
        self._moment = moment
        if self._colors is not theme.current():
            self._colors = theme.current()
            self._highlights.clear()
            self._take(archive.excerpts.in_document(self._document_id))
        else:
            for excerpt_id in touched.excerpts:
                self._highlights.pop(excerpt_id, None)
            self._take(
                excerpt
                for excerpt in archive.excerpts.some(touched.excerpts)
                if excerpt.document_id == self._document_id
            )
        if "marker" in touched.tables:
            self.markers = Ranges(archive.markers.in_document(self._document_id))
        if "found_date" in touched.tables:
            self.dates = Ranges(archive.documents.dates(self._document_id))
        if looked_through or "decision" in touched.tables:
            self._take_suggestions()

    def _take_suggestions(self) -> None:
        """Reads what is open; dates and markers are drawn already, and entries are a whole list."""
        self.suggestions = Ranges(
            Suggested(start, end, _ROLES[kind], kind.value, place)
            for kind, place, start, end in self._archive.suggestions.marked(self._document_id)
            if kind in _ROLES
        )

    def _take(self, found: Iterable[Excerpt]) -> None:
        excerpts = list(found)
        tags = self._archive.excerpts.tags([excerpt.id for excerpt in excerpts])
        for excerpt in excerpts:
            if excerpt.anchor_state is AnchorState.ORPHANED:
                continue  # where it was, other words stand now
            self._highlights[excerpt.id] = self._highlight(excerpt, tags)

    def _highlight(self, excerpt: Excerpt, tags: ExcerptTags) -> Highlight:
        events = tags.events.get(excerpt.id, [])
        names = [event.name for event in events]
        names += [
            f"{actor.name} · {word(link.role)}" for actor, link in tags.actors.get(excerpt.id, [])
        ]
        names += [topic.name for topic in tags.topics.get(excerpt.id, [])]
        return Highlight(
            excerpt_id=excerpt.id,
            start=excerpt.anchor.start,
            end=excerpt.anchor.end,
            rectangles=excerpt.anchor.rectangles,
            stripes=tuple(
                Stripe(self._colors.event_color(event.id, event.color), event.name)
                for event in events
            ),
            reviewed=excerpt.state == ExcerptState.REVIEWED,
            color=excerpt.color,
            tooltip="\n".join([excerpt.name, *names]),
            words=excerpt_words(self._archive, excerpt) if excerpt.anchor.region else "",
        )
