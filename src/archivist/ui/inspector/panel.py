"""The inspector's pane: it shows the model it is given and asks for every change by a signal."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.model import Origin
from archivist.domain.vocabulary import AnchorState, ExcerptState
from archivist.ui.inspector.chip_row import ChipRow, ChipSpec
from archivist.ui.inspector.evidence_chips import citation_chips, claim_chips
from archivist.ui.inspector.note_field import NoteField
from archivist.ui.inspector.quote_label import QuoteLabel
from archivist.ui.inspector.region_picture import RegionPicture
from archivist.ui.inspector.tag_chips import actor_chips, date_chips, event_chips, topic_chips
from archivist.ui.inspector.wishes import Wishes
from archivist.ui.inspector_model import CitationTag, InspectorModel
from archivist.ui.naming import moment
from archivist.ui.words import word


class Inspector(Wishes):
    """The chosen excerpt, or what to do when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self._model: InspectorModel | None = None
        self._locator: QLineEdit | None = None
        self._pages = QStackedLayout(self)
        self._empty = _muted(
            self.tr(
                "Choose an excerpt to see its tags, sources and figures. "
                "To make one, select a passage and press H."
            )
        )
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self._empty)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages.addWidget(self._area)
        pane = self._build()
        self._area.setWidget(pane)
        for ground in (self, self._area.viewport(), pane):
            ground.setBackgroundRole(QPalette.ColorRole.AlternateBase)
            ground.setAutoFillBackground(True)

    @property
    def model(self) -> InspectorModel | None:
        """Gives what is shown."""
        return self._model

    def set_model(self, model: InspectorModel | None) -> None:
        """Shows an excerpt, or the hint of what to do; a note being typed is kept first."""
        self._close_locator()
        self._model = model
        if model is None:
            self.note.set_note(None, "")
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentWidget(self._area)
        self._update_head(model)
        self._update_chips(model)
        self.note.set_note(model.excerpt.id, model.excerpt.note)
        self.note.setReadOnly(model.read_only)
        self._update_state(model)
        self._order_tabs()

    def show_region(self, picture: QImage | None, words: str) -> None:
        """Shows what the excerpt's region looks like, and offers the words that stand in it."""
        self.picture.set_image(picture)
        offers = self._model is not None and bool(words) and not self._model.read_only
        self.words_button.setVisible(offers)
        self.words_button.setToolTip(self.tr("“{words}” (Q)").format(words=words))

    def commit_note(self) -> None:
        """Hands over a note that is being typed; call it before the archive is left."""
        self.note.commit()

    def edit_note(self) -> None:
        """Puts the keyboard into the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.note)

    def changeEvent(self, event: QEvent) -> None:
        """Makes the chips anew when the theme changes: event colors differ in the dark."""
        if event.type() == QEvent.Type.PaletteChange and self._model is not None:
            self._update_chips(self._model)
        super().changeEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Lets Esc leave the locator's field without a change."""
        if watched is self._locator and isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape
            if escape and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if escape and event.type() == QEvent.Type.KeyPress:
                self._close_locator()
                return True
        return False

    def _build(self) -> QWidget:
        pane = QWidget(self)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(6)
        head = QHBoxLayout()
        self._title = QLabel(pane)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._place = _muted("")
        self._place.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title)
        head.addWidget(self._place, 1)
        layout.addLayout(head)
        self.quote = QuoteLabel(pane)
        self.quote.activated.connect(self._show_passage)
        layout.addWidget(self.quote)
        self.picture = RegionPicture(pane)
        self.picture.activated.connect(self._show_passage)
        layout.addWidget(self.picture)
        self.words_button = QPushButton(self.tr("Quote its words"), pane)
        self.words_button.clicked.connect(self.quoting_requested)
        self.words_button.hide()
        layout.addWidget(self.words_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.anchor_button = QPushButton(self.tr("Anchor here"), pane)
        self.anchor_button.setToolTip(
            self.tr("Its words were not found: select its passage in the text, then press A")
        )
        self.anchor_button.clicked.connect(self.anchoring_requested)
        self.anchor_button.hide()
        layout.addWidget(self.anchor_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._document = _muted("")
        layout.addWidget(self._document)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        self.events = self._add_row(self.tr("Events"))
        self.actors = self._add_row(self.tr("Actors"))
        self.topics = self._add_row(self.tr("Topics"))
        self.dates = self._add_row(self.tr("When"))
        self.citations = self._add_row(self.tr("Cites"))
        self.claims = self._add_row(self.tr("Figures"))
        self.note = NoteField(pane)
        self.note.committed.connect(self.note_change_requested)
        self._add_field(self.tr("Note"), self.note)
        self.reviewed = QCheckBox(self.tr("Reviewed"), pane)
        self.reviewed.clicked.connect(self._change_state)
        self._add_field(self.tr("State"), self.reviewed)
        foot = QHBoxLayout()
        self._provenance = _muted("")
        self.delete_button = QPushButton(self.tr("Delete excerpt"), pane)
        self.delete_button.setToolTip(self.tr("Delete this excerpt; Undo brings it back"))
        self.delete_button.setFlat(True)
        self.delete_button.clicked.connect(self._delete)
        foot.addWidget(self._provenance, 1)
        foot.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(foot)
        layout.addStretch(1)
        return pane

    def _add_row(self, title: str) -> ChipRow:
        row = ChipRow()
        row.setAccessibleName(title)
        self._add_field(title, row)
        return row

    def _add_field(self, title: str, field: QWidget) -> None:
        number = self._grid.rowCount()
        label = _muted(title)
        label.setWordWrap(False)
        label.setBuddy(field)
        # The label's first line stands level with the text of the chips beside it.
        label.setContentsMargins(0, 2, 0, 2)
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, number, 1)

    def _update_head(self, model: InspectorModel) -> None:
        excerpt = model.excerpt
        anchor = excerpt.anchor
        self._title.setText(self.tr("Excerpt {name}").format(name=excerpt.name))
        place = self.tr("characters {start}–{end} · {state}").format(
            start=anchor.start, end=anchor.end, state=word(excerpt.anchor_state)
        )
        if anchor.region is not None:
            place = self.tr("region of page {page} · {state}").format(
                page=model.page_label or anchor.page, state=word(excerpt.anchor_state)
            )
        lost = excerpt.anchor_state is AnchorState.ORPHANED
        self._place.setText(word(excerpt.anchor_state) if lost else place)
        self.anchor_button.setVisible(lost and not model.read_only)
        self._place.setToolTip(
            self.tr("The passage was not found again in the document's text") if lost else place
        )
        self.quote.set_quote(anchor.quote, model.direction, stand_in=model.stand_in)
        document = model.document_title
        if model.page_label:
            document = self.tr("{document}, page {page}").format(
                document=document, page=model.page_label
            )
        self._document.setText(document)
        made = self.tr("created {at} by {by}").format(
            at=moment(excerpt.created_at), by=excerpt.created_by
        )
        if excerpt.modified_at and excerpt.modified_at != excerpt.created_at:
            changed = self.tr("changed {at}").format(at=moment(excerpt.modified_at))
            made = f"{made} · {changed}"
        if model.origin is not None:
            made = f"{_came(model.origin)} · {made}"
        self._provenance.setText(made)

    def _update_chips(self, model: InspectorModel) -> None:
        self._fill(self.events, event_chips(model, self))
        self._fill(self.actors, actor_chips(model, self))
        self._fill(self.topics, topic_chips(model, self))
        dates = list(date_chips(model, self))
        nothing = ChipSpec(("none", 0), self.tr("no date in the text nearby"), flat=True)
        self._fill(self.dates, dates or [nothing])
        self._fill(self.citations, citation_chips(model, self, self._open_locator))
        self._fill(self.claims, claim_chips(model, self))

    def _fill(self, row: ChipRow, specs: Iterable[ChipSpec]) -> None:
        if self._model is not None and self._model.read_only:
            specs = [
                replace(spec, menu=None, remove=None, click=None)
                for spec in specs
                if spec.key[0] != "add"
            ]
        row.set_chips(list(specs))

    def _update_state(self, model: InspectorModel) -> None:
        self.reviewed.setChecked(model.excerpt.state is ExcerptState.REVIEWED)
        self.reviewed.setEnabled(not model.read_only)
        self.delete_button.setEnabled(not model.read_only)

    def _order_tabs(self) -> None:
        """Sets the keyboard's way through the rows as they are read; new chips come last in Qt."""
        rows = (self.events, self.actors, self.topics, self.dates, self.citations, self.claims)
        way: list[QWidget] = [self.quote, self.picture, self.words_button, self.anchor_button]
        for row in rows:
            way += row.chips
        way += [self.note, self.reviewed, self.delete_button]
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def _open_locator(self, tag: CitationTag) -> None:
        """Puts a field for page or place after the citation's chip."""
        self._close_locator()
        chip = self.citations.chip(("citation", tag.link.id))
        if chip is None:
            return
        field = QLineEdit(tag.link.locator)
        field.setPlaceholderText(self.tr("page, chapter, time…"))
        field.setAccessibleName(self.tr("Page or place in {name}").format(name=chip.text()))
        field.setMaximumWidth(field.fontMetrics().averageCharWidth() * 26)
        field.installEventFilter(self)
        field.editingFinished.connect(lambda: self._keep_locator(tag, field.text()))
        self.citations.insert(self.citations.chips.index(chip) + 1, field)
        self._locator = field
        field.selectAll()
        field.setFocus()

    def _keep_locator(self, tag: CitationTag, text: str) -> None:
        if self._locator is None:
            return
        self._close_locator()
        if text.strip() != tag.link.locator:
            self.citation_link_change_requested.emit(tag.link.id, {"locator": text.strip()})

    def _close_locator(self) -> None:
        field, self._locator = self._locator, None
        if field is not None:
            had_focus = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had_focus and self.citations.chips:
                self.citations.chips[0].setFocus()

    def _show_passage(self) -> None:
        if self._model is not None:
            self.passage_show_requested.emit(self._model.excerpt.id)

    def _change_state(self) -> None:
        if self._model is not None:
            state = ExcerptState.REVIEWED if self.reviewed.isChecked() else ExcerptState.DRAFT
            self.state_change_requested.emit(self._model.excerpt.id, state)

    def _delete(self) -> None:
        if self._model is not None:
            self.deletion_requested.emit(self._model.excerpt.id)


def _came(origin: Origin) -> str:
    """Says where an excerpt that came with its document has its mark from."""
    kind = word(origin.kind)
    if not origin.author:
        return QCoreApplication.translate("Inspector", "{kind} in the file").format(kind=kind)
    words = QCoreApplication.translate("Inspector", "{kind} in the file, by {author}")
    return words.format(kind=kind, author=origin.author)


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
