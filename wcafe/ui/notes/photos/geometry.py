"""Where on a picture its sheet and boxes lie, and how to lay them straight on the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPolygonF, QTransform

from wcafe.domain.filed_by_hand import shape_on
from wcafe.domain.photo_filing import SENTENCE
from wcafe.domain.photos import Photo
from wcafe.domain.rect import Rect
from wcafe.domain.sheet_layout import SheetLayout
from wcafe.domain.vote_layout import Layout, VoteLayout, layout_of
from wcafe.ui.notes.photos.draft import FROM_TABLE, KIND, SUPPORT

_AROUND = 1.2  # millimetres around what is cut out


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOnPhoto:
    """A sheet whose corners were found. Lengths on it are millimetres."""

    layout: Layout
    corners: tuple[QPointF, ...]

    @property
    def size(self) -> QSizeF:
        return QSizeF(self.layout.page.width, self.layout.page.height)

    def boxes(self) -> dict[int, QRectF]:
        """Return the outline of each box, or row of dots, by its number."""
        if isinstance(self.layout, VoteLayout):
            return {n: _area(row.outline) for n, row in enumerate(self.layout.rows, start=1)}
        outlines = {n: box.outline for n, box in enumerate(self.layout.boxes, start=1)}
        return {n: _area(rect) for n, rect in {**outlines, SENTENCE: self.layout.sentence}.items()}

    def written(self, box: int) -> QRectF:
        """Return what is enlarged of a box: where people write, with the kinds below."""
        if isinstance(self.layout, VoteLayout):
            return _area(self.layout.rows[box - 1].outline)
        if box == SENTENCE:
            return _area(self.layout.sentence)
        place = self.layout.boxes[box - 1]
        outline = _area(place.outline)
        outline.setRight(_area(place.writing).right() + _AROUND)
        return outline

    def ticks(self, box: int, fact: str) -> QRectF:
        """Return where `fact` is ticked in a box: kind, support or from_table."""
        assert isinstance(self.layout, SheetLayout)
        place = self.layout.boxes[box - 1]
        rects: dict[str, Iterable[Rect]] = {
            KIND: place.kinds.values(),
            SUPPORT: place.supports.values(),
            FROM_TABLE: (rect for row in place.digits for rect in row),
        }
        found = QRectF()
        for rect in rects[fact]:
            found = found.united(_area(rect))
        right = {KIND: 14.0, SUPPORT: 22.0}.get(fact, 0.0)  # the words beside the last one
        return found.adjusted(-_AROUND, -_AROUND, right + _AROUND, _AROUND)

    def dots(self, row: int) -> QRectF:
        """Return where the dots of a row are, with a little of the rows beside it."""
        assert isinstance(self.layout, VoteLayout)
        return _area(self.layout.rows[row - 1].field).adjusted(-3, -3, 3, 3)

    def onto(self, area: QRectF, target: QRectF) -> QTransform:
        """Return how to draw the picture so that `area` of the sheet fills `target`."""
        across, down = target.width() / area.width(), target.height() / area.height()
        marks = [
            QPointF(
                target.x() + (mark.middle[0] - area.x()) * across,
                target.y() + (mark.middle[1] - area.y()) * down,
            )
            for mark in self.layout.marks
        ]
        found = QTransform.quadToQuad(QPolygonF(self.corners), QPolygonF(marks))
        return found if isinstance(found, QTransform) else QTransform()


def sheet_of(photo: Photo) -> SheetOnPhoto | None:
    """Return the sheet on a picture; None where no sheet was found on it."""
    shape = shape_on(photo)
    if shape is None:
        return None
    corners = tuple(QPointF(*point) for point in photo.corners)
    return SheetOnPhoto(layout=layout_of(shape), corners=corners)


def draw_area(
    painter: QPainter, image: QImage, sheet: SheetOnPhoto, area: QRectF, target: QRectF
) -> None:
    """Draw an `area` of the sheet straight into `target`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipRect(target)
    painter.setTransform(sheet.onto(area, target), True)
    painter.drawImage(0, 0, image)
    painter.restore()


def straight(image: QImage, sheet: SheetOnPhoto, scale: float) -> QImage:
    """Return the whole sheet straight, with so many pixels for a millimetre."""
    size = sheet.size
    target = QRectF(0, 0, round(size.width() * scale), round(size.height() * scale))
    made = QImage(target.size().toSize(), QImage.Format.Format_RGB32)
    made.fill(0xFFFFFFFF)
    painter = QPainter(made)
    draw_area(painter, image, sheet, QRectF(0, 0, size.width(), size.height()), target)
    painter.end()
    return made


def turned(image: QImage, turns: int) -> QImage:
    """Return the image turned to the right by so many quarters."""
    return image.transformed(QTransform().rotate(90 * turns)) if turns % 4 else image


def _area(rect: Rect) -> QRectF:
    return QRectF(rect.left, rect.top, rect.width, rect.height)
