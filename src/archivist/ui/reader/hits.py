"""What of a text is at a place of its layout, and where a range of it is, in its pixels."""

from PySide6.QtCore import QPointF, QRectF

from archivist.domain.model import Picture
from archivist.ui.reader.layout import DocumentLayout


def character_at(layout: DocumentLayout, place: QPointF) -> int | None:
    """Gives the character at a place, a picture's first one over it; None beside the text."""
    picture = picture_at(layout, place)
    if picture is not None:
        return picture.start
    line = layout.line_near(place)
    for visible in layout.visible_lines(place.y() - 1, place.y() + 1):
        if visible.line != line:
            continue
        within = place - visible.origin
        for drawn in (each.line for each in visible.drawn):
            if drawn.rect().contains(within) and drawn.naturalTextRect().contains(within):
                unit = drawn.xToCursor(within.x(), drawn.CursorPosition.CursorOnCharacter)
                position = layout.offsets.to_points(visible.unit + unit)
                return position if position < visible.end else None
    return None


def picture_at(layout: DocumentLayout, place: QPointF) -> Picture | None:
    """Gives the picture at a place."""
    for visible in layout.visible_lines(place.y() - 1, place.y() + 1):
        picture = layout.figures.at(visible.line)
        if picture is not None and layout.figure_area(visible).contains(place):
            return picture
    return None


def area_of(layout: DocumentLayout, view: QRectF, start: int, end: int) -> QRectF:
    """Gives the rectangle around the parts of a range that are in a view, or an empty one."""
    area = QRectF()
    for visible in layout.visible_lines(view.top(), view.bottom()):
        if visible.start < end and visible.end > start:
            for each in layout.rectangles(visible, start, end):
                area = area.united(each)
    return area.intersected(view)
