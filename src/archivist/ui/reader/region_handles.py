"""What can be taken hold of on a region: corners and sides size it, its outline moves it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import moved, sized, turned

_REACH = 7.0  # pixels around the middle of a handle
_OUTLINE = 4.0  # pixels to either side of the outline


@dataclass(frozen=True, slots=True)
class Grip:
    """The sides that follow the pointer: -1 left or top, 1 right or bottom, 0 neither.

    With neither, the whole region follows.
    """

    across: int = 0
    down: int = 0

    @property
    def moves(self) -> bool:
        """Says whether the region is moved as a whole."""
        return not self.across and not self.down

    @property
    def cursor(self) -> Qt.CursorShape:
        """What the pointer looks like over it."""
        if self.moves:
            return Qt.CursorShape.SizeAllCursor
        if not self.down:
            return Qt.CursorShape.SizeHorCursor
        if not self.across:
            return Qt.CursorShape.SizeVerCursor
        falling = self.across == self.down
        return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor


_SIZING = [Grip(across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down]


def handle_points(area: QRectF) -> list[QPointF]:
    """Gives the middles of a region's eight handles."""
    return [_point(area, grip) for grip in _SIZING]


def grip_at(area: QRectF, point: QPointF, *, inside: bool) -> Grip | None:
    """Gives what a press at a point takes hold of.

    Args:
        area: The region, in the same pixels as the point.
        point: Where it is pressed.
        inside: Whether the inside moves it, too; else only its outline does.
    """
    distances = [(point - _point(area, grip)).manhattanLength() for grip in _SIZING]
    nearest = distances.index(min(distances))
    if distances[nearest] <= _REACH:
        return _SIZING[nearest]
    if not area.adjusted(-_OUTLINE, -_OUTLINE, _OUTLINE, _OUTLINE).contains(point):
        return None
    core = area.adjusted(_OUTLINE, _OUTLINE, -_OUTLINE, -_OUTLINE)
    on_outline = not core.isValid() or not core.contains(point)
    return Grip() if inside or on_outline else None


def pulled(
    page: Page, box: Rectangle, grip: Grip, way: tuple[float, float], rotation: int
) -> Rectangle:
    """Gives a region pulled at a grip by so many points right and down, as its page is seen."""
    seen_page, seen = turned(page, box, rotation)
    dx, dy = way
    if grip.moves:
        seen = moved(seen_page, seen, dx, dy)
    else:
        seen = sized(
            seen_page,
            seen,
            left=dx if grip.across < 0 else 0.0,
            right=dx if grip.across > 0 else 0.0,
            top=dy if grip.down < 0 else 0.0,
            bottom=dy if grip.down > 0 else 0.0,
        )
    return turned(seen_page, seen, -rotation)[1]


def way_seen(
    page: Page, start: tuple[float, float], end: tuple[float, float], rotation: int
) -> tuple[float, float]:
    """Gives how far right and down, as the page is seen, it is from one of its points to another.

    All in points.
    """
    one, other = (
        turned(page, Rectangle(page.number, *point, *point), rotation)[1] for point in (start, end)
    )
    return other.left - one.left, other.top - one.top


def _point(area: QRectF, grip: Grip) -> QPointF:
    x = (area.left(), area.center().x(), area.right())[grip.across + 1]
    y = (area.top(), area.center().y(), area.bottom())[grip.down + 1]
    return QPointF(x, y)
