"""Rows of the timeline composed into lines of words and chips, measured once for a width.

Positions are those of a left-to-right pane; whoever paints or clicks mirrors them.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from archivist.domain.timeline import (
    CitationMention,
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
)
from archivist.domain.timeline_index import Counts, Item
from archivist.ui.chip_painting import ChipRole, chip_size
from archivist.ui.timeline import words

Kind = Literal["event", "excerpt", "citation", "cluster"]

QUOTE_LINES = 2
QUOTE_INDENT = 10  # pixels from the bar that marks a quote to its words
GAP = 5  # pixels between the pieces of a line
ROW_GAP = 7  # pixels below a row
QUOTE_GAP = 3  # pixels between an event's heading and its first quote
_MOST_KEPT = 6000  # composed blocks in memory
_LONGEST_QUOTE = 400  # characters that can be read in two lines at any width
_NARROWEST_WORDS = 36  # pixels; narrower, a new line is better
_CHIPS_OF_EVENT = 3  # citations named beside an event whose excerpts are folded


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a timeline, made from its widget's own."""

    name: QFont
    muted: QFont
    quote: QFont
    chip: QFont

    @classmethod
    def of(cls, font: QFont) -> "Fonts":
        """Makes them: names bold, the rest a little smaller, quotes in a book face."""
        size = font.pointSizeF()
        name, muted, quote, chip = QFont(font), QFont(font), QFont(font), QFont(font)
        name.setBold(True)
        muted.setPointSizeF(size * 0.9)
        chip.setPointSizeF(size * 0.86)
        quote.setFamilies(["Noto Serif", "DejaVu Serif", "Georgia", "Times New Roman", "serif"])
        quote.setStyleHint(QFont.StyleHint.Serif)
        return cls(name, muted, quote, chip)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or chip in a block; `target` is what a click or a drop on it means."""

    rect: QRect
    text: str
    full: str  # what the tooltip says where the text was shortened, or what a chip stands for
    font: QFont
    role: ChipRole | None = None  # of a chip; None for plain words
    muted: bool = False
    target: tuple[Kind, int] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """What stands beside the axis for one item: pieces, a quote above them, and their height."""

    height: int
    pieces: tuple[Piece, ...]
    quote: QTextLayout | None = None


class Composer:
    """Composes and measures blocks for a width; the metrics of a layout."""

    def __init__(self, fonts: Fonts, width: int) -> None:
        self.fonts = fonts
        self.width = width
        self._name = QFontMetrics(fonts.name)
        self._muted = QFontMetrics(fonts.muted)
        self.chip_metrics = QFontMetrics(fonts.chip)
        self._quote_line = QFontMetrics(fonts.quote).lineSpacing()
        self.line_height = max(self._name.height(), chip_size(self.chip_metrics, "0").height()) + 2
        self.cluster_height = float(self.line_height + ROW_GAP)
        self._kept: dict[tuple[str, int, int], Block] = {}
        self._clusters: dict[Counts, Block] = {}
        self._heights: dict[tuple[str, int, bool], float] = {}

    def item_height(self, item: Item, *, opened: bool) -> float:
        """Gives the height of an item's heading, with the gap below it."""
        key = (item.kind.value, item.value.id, opened)
        if key not in self._heights:
            # “1 of 2” is the longest thing said of shown excerpts.
            block = self.item(item, int(opened))
            self._heights[key] = float(block.height + (QUOTE_GAP if opened else ROW_GAP))
        return self._heights[key]

    def excerpt_height(self, excerpt: TimelineExcerpt) -> float:
        """Gives the height of a quote with its chips, with the gap below it."""
        return float(self.excerpt(excerpt).height + ROW_GAP)

    def item(self, item: Item, shown: int) -> Block:
        """Composes an event's heading, a citation, or a lone excerpt."""
        if isinstance(item.value, TimelineExcerpt):
            return self.excerpt(item.value)
        key = (item.kind.value, item.value.id, shown)
        if key not in self._kept:
            if isinstance(item.value, TimelineEvent):
                block = self._event(item.value, item.excerpts, shown)
            else:
                block = self._citation(item.value)
            self._keep(key, block)
        return self._kept[key]

    def excerpt(self, excerpt: TimelineExcerpt) -> Block:
        """Composes a quote of at most two lines with the chips of its actors and citations."""
        key = ("quote", excerpt.id, 0)
        if key not in self._kept:
            self._keep(key, self._excerpt(excerpt))
        return self._kept[key]

    def cluster(self, counts: Counts) -> Block:
        """Composes the line of a cluster."""
        if counts not in self._clusters:
            if len(self._clusters) >= _MOST_KEPT:
                self._clusters.clear()
            line = _Line(self, 0)
            line.words(words.counts_text(counts), self.fonts.muted, self._muted)
            self._clusters[counts] = Block(line.bottom, tuple(line.pieces))
        return self._clusters[counts]

    def _keep(self, key: tuple[str, int, int], block: Block) -> None:
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[key] = block

    def _event(
        self, event: TimelineEvent, excerpts: tuple[TimelineExcerpt, ...], shown: int
    ) -> Block:
        line = _Line(self, 0)
        line.words(event.name, self.fonts.name, self._name, target=("event", event.id))
        facts = []
        if event.span and event.span.reading and not words.tells_all(event.span):
            facts.append(event.span.reading)
        if excerpts:
            facts.append(words.excerpts_text(shown, len(excerpts)))
        for number, fact in enumerate(facts):
            line.words(fact, self.fonts.muted, self._muted, muted=True, after="·" if number else "")
        if event.figures_conflict:
            line.chip(
                words.translate("Timeline", "figures conflict"),
                words.translate("Timeline", "Sources give figures that cannot all be right"),
                "warning",
            )
        if excerpts and not shown:
            cited = {mention.id: mention for one in excerpts for mention in one.citations}
            self._citation_chips(line, cited.values())
        return Block(line.bottom, tuple(line.pieces))

    def _citation(self, citation: TimelineCitation) -> Block:
        line = _Line(self, 0)
        target: tuple[Kind, int] = ("citation", citation.id)
        line.chip(citation.label, citation.title, "citation", target=target)
        line.words(
            citation.title,
            self.fonts.muted,
            self._muted,
            muted=True,
            target=target,
            before=" · " + words.translate("Timeline", "published"),
        )
        return Block(line.bottom, tuple(line.pieces))

    def _excerpt(self, excerpt: TimelineExcerpt) -> Block:
        quote, height = self._wrapped(words.quoted(excerpt, _LONGEST_QUOTE))
        line = _Line(self, QUOTE_INDENT, height + 2)
        for actor in excerpt.actors:
            said = words.actor_text(actor.name, actor.words)
            line.chip(said, said, "actor")
        self._citation_chips(line, excerpt.citations)
        return Block(line.bottom if line.pieces else height + 2, tuple(line.pieces), quote)

    def _citation_chips(self, line: "_Line", mentions: Iterable[CitationMention]) -> None:
        cited = list(mentions)
        for mention in cited[:_CHIPS_OF_EVENT]:
            name = words.citation_name(mention)
            line.chip(mention.label, name, "citation", target=("citation", mention.id))
        if len(cited) > _CHIPS_OF_EVENT:
            said = words.sources_text(len(cited))
            line.chip(said, ", ".join(mention.label for mention in cited[:40]), "neutral")

    def _wrapped(self, quote: str) -> tuple[QTextLayout, int]:
        """Breaks a quote into lines; what does not fit into the last one is elided."""
        width = max(self.width - QUOTE_INDENT - 2, 20)
        layout = self._lines(quote, width)
        if layout.lineCount() > QUOTE_LINES:
            last = layout.lineAt(QUOTE_LINES - 1).textStart()
            metrics = QFontMetrics(self.fonts.quote)
            end = metrics.elidedText(quote[last:], Qt.TextElideMode.ElideRight, width - 2)
            layout = self._lines(quote[:last] + end, width)
        return layout, min(layout.lineCount(), QUOTE_LINES) * self._quote_line

    def _lines(self, quote: str, width: int) -> QTextLayout:
        layout = QTextLayout(quote, self.fonts.quote)
        option = QTextOption()
        # A passage keeps its own direction, whatever the window's is.
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft
            if reads_right_to_left(quote)
            else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0
        for _ in range(QUOTE_LINES + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += self._quote_line
        layout.endLayout()
        return layout


class _Line:
    """Sets pieces one after the other and begins a new line where the width ends."""

    def __init__(self, composer: Composer, indent: int, top: int = 0) -> None:
        self.pieces: list[Piece] = []
        self._composer = composer
        self._indent = indent
        self._x = indent
        self._top = top
        self._room = composer.width

    @property
    def bottom(self) -> int:
        """The height of all lines."""
        return self._top + self._composer.line_height

    def words(
        self,
        said: str,
        font: QFont,
        metrics: QFontMetrics,
        *,
        muted: bool = False,
        target: tuple[Kind, int] | None = None,
        after: str = "",
        before: str = "",
    ) -> None:
        """Sets plain words, elided where too long.

        `after` parts them from those before them on their line; `before` stands behind them, and
        is kept on the line when they are elided to fit.
        """
        room = self._room - self._x - metrics.horizontalAdvance(before) - 1
        if before and metrics.horizontalAdvance(said) > room > _NARROWEST_WORDS:
            said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        said += before
        both = metrics.horizontalAdvance(after) + GAP + metrics.horizontalAdvance(said)
        if after and self._x + both < self._room:
            self.words(after, font, metrics, muted=muted)
        size = QSize(metrics.horizontalAdvance(said) + 1, self._composer.line_height)
        rect = self._place(size)
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, rect.width())
        full = said if shown != said else ""
        self.pieces.append(Piece(rect, shown, full, font, None, muted, target))

    def chip(
        self,
        said: str,
        full: str,
        role: ChipRole,
        *,
        target: tuple[Kind, int] | None = None,
    ) -> None:
        """Sets a chip."""
        font = self._composer.fonts.chip
        size = chip_size(self._composer.chip_metrics, said)
        rect = self._place(size)
        rect.translate(0, (self._composer.line_height - size.height()) // 2)
        self.pieces.append(Piece(rect, said, full, font, role, target=target))

    def _place(self, size: QSize) -> QRect:
        if self._x > self._indent and self._x + size.width() > self._room:
            self._x = self._indent
            self._top += self._composer.line_height
        width = min(size.width(), self._room - self._x)
        rect = QRect(self._x, self._top, width, size.height())
        self._x += width + GAP
        return rect


def reads_right_to_left(quote: str) -> bool:
    """Says what the first letter with a direction of its own says (as the bidi algorithm's P2)."""
    directions = (unicodedata.bidirectional(letter) for letter in quote)
    return next((one in {"R", "AL"} for one in directions if one in {"L", "R", "AL"}), False)
