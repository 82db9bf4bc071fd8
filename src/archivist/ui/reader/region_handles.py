"""What can be taken hold of on a region: corners and sides size it, its outline moves it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

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


def _point(area: QRectF, grip: Grip) -> QPointF:
    x = (area.left(), area.center().x(), area.right())[grip.across + 1]
    y = (area.top(), area.center().y(), area.bottom())[grip.down + 1]
    return QPointF(x, y)
