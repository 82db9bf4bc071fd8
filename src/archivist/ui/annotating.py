"""Making, moving and deleting excerpts: from what keys and reader wish to steps in the archive."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from archivist.domain.model import Excerpt
from archivist.domain.reading import Rectangle
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState
from archivist.ui import passages
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.passages import Passage
from archivist.ui.quoting import excerpt_words
from archivist.ui.reader import Reader
from archivist.ui.words_in_text import next_word_end, previous_word_start


class Annotating(QObject):
    """What the Excerpt menu does to excerpts themselves."""

    picker_requested = Signal(object, bool)  # Passage, whether only citations are offered
    markers_link_requested = Signal(object)  # Passage

    def __init__(self, window: QWidget, hub: Hub, documents: Documents) -> None:
        super().__init__(window)
        self._hub, self._documents = hub, documents
        documents.reader_added.connect(self._connect_reader)

    def highlight(self) -> None:
        """Makes an excerpt of the selected text."""
        passage = passages.selected(self._documents)
        if passage is not None:
            self._highlight(passage)
        else:
            self._ask_to_select()

    def tag(self) -> None:
        """Asks for the picker, for the selected text or else the chosen excerpt."""
        self._ask_for_picker(citations=False)

    def link(self) -> None:
        """Asks for the picker with citations only."""
        self._ask_for_picker(citations=True)

    def cite_markers(self) -> None:
        """Asks to link the selected text, or the chosen excerpt, to the markers that follow."""
        passage = self._passage()
        if passage is None:
            self._ask_to_select()
        else:
            self.markers_link_requested.emit(passage)

    def next_excerpt(self) -> None:
        """Goes to the next excerpt of the document."""
        self._go(1)

    def previous_excerpt(self) -> None:
        """Goes to the excerpt before."""
        self._go(-1)

    def extend_end(self) -> None:
        """Takes in the next word."""
        self._resize(end_by=1)

    def shrink_end(self) -> None:
        """Gives up the last word."""
        self._resize(end_by=-1)

    def extend_start(self) -> None:
        """Takes in the word before."""
        self._resize(start_by=-1)

    def shrink_start(self) -> None:
        """Gives up the first word."""
        self._resize(start_by=1)

    def anchor_here(self) -> None:
        """Anchors the chosen excerpt, which is orphaned, at the selected text of its document."""
        if self._hub.excerpt_id is None:
            return
        with self._hub.showing_failures():
            archive = self._hub.archive
            excerpt = archive.excerpts.get(self._hub.excerpt_id)
            passage = passages.selected(self._documents)
            if excerpt.anchor_state is not AnchorState.ORPHANED:
                told = self.tr("Excerpt {name} has its place; nothing was changed.")
            elif passage is None or passage.document_id != excerpt.document_id:
                told = self.tr("Select the passage of {name} in its document first.")
            else:
                text = passages.text_of(self._documents.tab, archive, excerpt.document_id)
                pages = archive.documents.pages(excerpt.document_id)
                place = passages.anchor_of(
                    text, pages, passage.start, passage.end, passage.rectangles
                )
                if passage.region is not None:
                    place = replace(place, quote=excerpt.anchor.quote)
                archive.excerpts.anchor_anew(excerpt.id, place)
                passages.let_go(self._documents, passage)
                told = self.tr("Anchored {name}. Ctrl+Z takes it back.")
            self._hub.message_shown.emit(told.format(name=excerpt.name))

    def quote_words(self) -> None:
        """Takes the words that stand in the chosen region as its quote; Undo gives them up."""
        excerpt_id, reader = self._hub.excerpt_id, self._documents.reader
        if excerpt_id is None or reader is None:
            return
        with self._hub.showing_failures():
            excerpt = self._hub.archive.excerpts.get(excerpt_id)
            box = excerpt.anchor.region
            is_in_front = excerpt.document_id == self._hub.document_id
            words = reader.pages.words_in(box) if box is not None and is_in_front else ""
            if box is None:
                told = self.tr("{name} is a passage of text: it quotes what it covers.")
            elif not words:
                told = self.tr("No words are known to stand in the region {name}.")
            else:
                self._hub.archive.excerpts.quote_words(excerpt_id, words)
                told = self.tr("{name} quotes its words now. Ctrl+Z takes that back.")
            self._hub.message_shown.emit(told.format(name=excerpt.name))

    def delete(self) -> None:
        """Deletes the chosen excerpt; Undo brings it back."""
        excerpt_id = self._hub.excerpt_id
        if excerpt_id is None:
            return
        with self._hub.showing_failures():
            name = self._hub.archive.excerpts.get(excerpt_id).name
            self._hub.archive.excerpts.delete(excerpt_id)
            self._hub.choose_excerpt(None)
            self._hub.message_shown.emit(
                self.tr("Deleted excerpt {name}. Ctrl+Z brings it back.").format(name=name)
            )

    def copy_with_name(self) -> None:
        """Copies the chosen excerpt with its name and document, ready to be cited."""
        if self._hub.excerpt_id is None:
            return
        with self._hub.showing_failures():
            excerpt = self._hub.archive.excerpts.get(self._hub.excerpt_id)
            title = self._hub.archive.documents.get(excerpt.document_id).title
            words = excerpt_words(self._hub.archive, excerpt)
            QApplication.clipboard().setText(f"{words} ({title}, {excerpt.name})")
            self._hub.message_shown.emit(self.tr("Copied {name}.").format(name=excerpt.name))

    def _connect_reader(self, reader: Reader) -> None:
        reader.highlight_requested.connect(self._take_highlight)
        reader.excerpt_clicked.connect(self._hub.choose_excerpt)
        reader.excerpt_resize_requested.connect(self._move)
        reader.pages.region_change_requested.connect(self._move_region)

    def _take_highlight(self, start: int, end: int, rectangles: Sequence[Rectangle]) -> None:
        if self._hub.document_id is not None and self._hub.is_writable:
            self._highlight(Passage(self._hub.document_id, start, end, tuple(rectangles)))

    def _highlight(self, passage: Passage) -> None:
        with self._hub.showing_failures():
            archive = self._hub.archive
            known = passages.known(archive, passage)
            excerpt_id = passages.keep(
                archive,
                known,
                passages.text_of(self._documents.tab, archive, passage.document_id),
                archive.documents.pages(passage.document_id),
            )
            passages.let_go(self._documents, passage)
            self._hub.tell_now()
            self._hub.choose_excerpt(excerpt_id)
            self._offer_words(excerpt_id, passage)

    def _offer_words(self, excerpt_id: int, passage: Passage) -> None:
        """Says that a region covers words, which are taken only if a person wants them."""
        reader = self._documents.reader
        if reader is None or passage.region is None or not reader.pages.words_in(passage.region):
            return
        name = self._hub.archive.excerpts.get(excerpt_id).name
        self._hub.message_shown.emit(
            self.tr("{name} covers words; press Q to quote them.").format(name=name)
        )

    def _passage(self) -> Passage | None:
        selected = passages.selected(self._documents)
        if selected is not None:
            return passages.known(self._hub.archive, selected)
        return passages.chosen(self._hub)

    def _ask_for_picker(self, *, citations: bool) -> None:
        passage = self._passage()
        if passage is None:
            self._ask_to_select()
        else:
            self.picker_requested.emit(passage, citations)

    def _ask_to_select(self) -> None:
        self._hub.message_shown.emit(
            self.tr("Select a passage in the text first, or choose an excerpt.")
        )

    def _go(self, by: int) -> None:
        document_id = self._hub.document_id
        if document_id is None:
            return
        excerpts = self._hub.archive.excerpts.in_document(document_id)
        if not excerpts:
            self._hub.message_shown.emit(self.tr("This document has no excerpts yet."))
            return
        self._documents.show_excerpt(self._neighbour(excerpts, by).id)

    def _neighbour(self, excerpts: Sequence[Excerpt], by: int) -> Excerpt:
        ids = [excerpt.id for excerpt in excerpts]
        if self._hub.excerpt_id in ids:
            return excerpts[(ids.index(self._hub.excerpt_id) + by) % len(excerpts)]
        return excerpts[0 if by > 0 else -1]

    def _resize(self, *, start_by: int = 0, end_by: int = 0) -> None:
        chosen = passages.chosen(self._hub)
        if chosen is None or chosen.excerpt_id is None:
            return
        if chosen.region is not None:
            self._shift_region(chosen.excerpt_id, chosen.region, end_by, start_by)
            return
        if chosen.start == chosen.end:
            self._hub.message_shown.emit(
                self.tr("This excerpt has no place in its document any more. Anchor it first.")
            )
            return
        text = passages.text_of(self._documents.tab, self._hub.archive, chosen.document_id)
        start, end = chosen.start, chosen.end
        if end_by:
            end = next_word_end(text, end) if end_by > 0 else previous_word_start(text, end)
            end = len(text[:end].rstrip()) if end_by < 0 else end
        if start_by < 0:
            start = previous_word_start(text, start)
        elif start_by > 0:
            after = next_word_end(text, start)
            start = after + len(text[after:]) - len(text[after:].lstrip())
        if start < end:
            self._move(chosen.excerpt_id, start, end)

    def _move(self, excerpt_id: int, start: int, end: int) -> None:
        if not self._hub.is_writable:
            return
        with self._hub.showing_failures():
            archive = self._hub.archive
            excerpt = archive.excerpts.get(excerpt_id)
            tab = self._documents.tab
            reader = tab.reader if tab and tab.document_id == excerpt.document_id else None
            place = passages.anchor_of(
                passages.text_of(tab, archive, excerpt.document_id),
                archive.documents.pages(excerpt.document_id),
                start,
                end,
                reader.rectangles(start, end) if reader is not None else (),
            )
            archive.excerpts.move(excerpt_id, place)

    def _shift_region(self, excerpt_id: int, box: Rectangle, across: int, down: int) -> None:
        """Moves a region by a step of the arrow keys, as its page is seen."""
        reader = self._documents.reader
        pages = reader.page_view if reader is not None else None
        if pages is not None and pages.has_page(box.page):
            self._move_region(excerpt_id, pages.regions.stepped(box, across, down))

    def _move_region(self, excerpt_id: int, box: Rectangle) -> None:
        if not self._hub.is_writable:
            return
        with self._hub.showing_failures():
            excerpts = self._hub.archive.excerpts
            excerpt = excerpts.get(excerpt_id)
            pages = self._hub.archive.documents.pages(excerpt.document_id)
            place = describe_region(pages[box.page - 1], box, excerpt.anchor.quote)
            if place != excerpt.anchor:
                excerpts.move(excerpt_id, place)
