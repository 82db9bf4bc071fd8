"""What the reader's tests share: documents to show, and a mouse that points at words."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from archivist.domain.model import Marker
from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind, LinkState, MarkerKind
from archivist.ui.reader.model import Highlight, ReaderModel, Stripe
from archivist.ui.reader.page_view import PageView
from archivist.ui.reader.text_view import TextView

STORY = (
    "The road to Kornidzor\n"
    "By early September 2023 the shops 😀 had almost nothing left to sell, and bread was "
    "handed out by the loaf.[55] Medicine and fuel had run short.[citation needed]\n"
    "The first cars 👩\u200d👧 reached the post on 24 September.[70] The minister said that "
    "some of the people who left had died on the way.[90]\n"
    "Անահիտ Ավանեսյան և e\u0301tude 𝔄.\n"
    "כך נאמר על ידי העדים כי הדרך and some English ואז הגיעו אל העיר.\n"
    "The end."
)


def paragraphs(text: str) -> tuple[Block, ...]:
    """Gives each line as a paragraph, the first as a heading."""
    blocks = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.PARAGRAPH if number else BlockKind.HEADING
        blocks.append(Block(kind, start, start + len(line), 0 if number else 1))
        start += len(line) + 1
    return tuple(blocks)


def model(text: str = STORY, direction: str = "ltr") -> ReaderModel:
    """Gives a document of paragraphs."""
    return ReaderModel(
        1, "A story", text, "text", blocks=paragraphs(text), direction=direction, sha256="ab" * 32
    )


def span(words: str, text: str = STORY) -> tuple[int, int]:
    """Gives where words stand."""
    start = text.index(words)
    return start, start + len(words)


def highlight(number: int, words: str, text: str = STORY, *events: str) -> Highlight:
    """Gives an excerpt over words."""
    stripes = tuple(Stripe("#0f766e", event) for event in events)
    return Highlight(number, *span(words, text), stripes=stripes, tooltip=f"1:{number}")


def markers(text: str = STORY) -> list[Marker]:
    """Gives the markers that stand in brackets."""
    return [
        Marker(
            number,
            1,
            *found.span(),
            found[1],
            MarkerKind.FLAG if found[1].startswith("citation") else MarkerKind.REFERENCE,
            LinkState.UNRESOLVED,
        )
        for number, found in enumerate(re.finditer(r"\[([^]]+)\]", text))
    ]


def point_at(view: TextView | PageView, start: int, *, after: bool = False) -> QPoint:
    """Gives a point of the viewport within a character: in its first or its last third."""
    area = view.range_area(start, start + 1)
    assert not area.isEmpty(), "the character is out of sight"
    third = area.width() / 3
    x = area.right() - third / 2 if after else area.left() + third / 2
    return QPoint(round(x), area.center().y())


def click(view: TextView | PageView, point: QPoint) -> None:
    """Clicks once, and lets what follows from it happen."""
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
    )
    QTest.qWait(1)


def drag(
    view: TextView | PageView,
    path: Sequence[QPoint],
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Presses at the first point, moves over the others with the button down, and lets go."""
    viewport = view.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, keys, path[0])
    for point in path[1:]:
        move(viewport, point)
    QTest.mouseRelease(viewport, left, keys, path[-1])
    QTest.qWait(1)


def move(widget: QWidget, point: QPoint) -> None:
    """Moves with the left button down, which QTest.mouseMove does not say on every platform."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
