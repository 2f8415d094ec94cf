"""The picture itself: the whole sheet with its boxes, and one box enlarged."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wcafe.domain.photos import Photo
from wcafe.ui.notes.photos.geometry import SheetOnPhoto, draw_area, straight, turned
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _

_SCALE = 5.0  # pixels for a millimetre of the straight sheet that is kept while it is looked at


class SheetView(QWidget):
    """A whole picture, straightened where its sheet was found, with the box outlined.

    Signals:
        box_chosen: the number of a box that was clicked.
    """

    box_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None  # as it is drawn, before it is scaled
        self._scaled: QImage | None = None
        self._sheet: SheetOnPhoto | None = None  # where boxes can be outlined
        self._box = 0
        self._made_for: tuple[object, ...] = ()
        self.setMinimumSize(120, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("The whole picture"))

    def sizeHint(self) -> QSize:
        return QSize(260, 360)

    def show_picture(
        self,
        photo: Photo | None,
        image: QImage | None,
        sheet: SheetOnPhoto | None,
        box: int,
    ) -> None:
        """Show a picture; with `sheet` straight, else as it lies, turned as somebody wished."""
        made_for = (photo and (photo.id, photo.turns), image and image.cacheKey(), sheet)
        if made_for != self._made_for:
            self._made_for, self._scaled = made_for, None
            if image is None or photo is None:
                self._image = None
            elif sheet is not None:
                self._image = straight(image, sheet, _SCALE)
            else:
                self._image = turned(image, photo.turns)
        self._sheet, self._box = sheet, box
        if photo is not None:
            self.setAccessibleDescription(photo.alternative)
        self.update()

    @property
    def shown_in(self) -> QRectF:
        """Where in this widget the picture is."""
        if self._image is None:
            return QRectF()
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())

    def place_of(self, area: QRectF) -> QRectF:
        """Return where in this widget an area of the sheet is."""
        shown = self.shown_in
        if self._sheet is None or shown.isEmpty():
            return QRectF()
        factor = shown.width() / self._sheet.size.width()
        return QRectF(
            shown.x() + area.x() * factor,
            shown.y() + area.y() * factor,
            area.width() * factor,
            area.height() * factor,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.shown_in
        if self._image is None:
            painter.setPen(QColor(palette.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "…")
            painter.end()
            return
        painter.drawImage(shown.topLeft(), self._fitted(shown))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawRect(shown)
        if self._sheet is not None and (area := self._sheet.boxes().get(self._box)) is not None:
            painter.setPen(QPen(QColor("#A8481F"), 2))  # on paper, which is white in the dark too
            painter.drawRoundedRect(self.place_of(area).adjusted(-1, -1, 1, 1), 3, 3)
        painter.end()

    def _fitted(self, shown: QRectF) -> QImage:
        """Return the picture in the pixels of the screen, scaled once for each size."""
        assert self._image is not None
        ratio = self.devicePixelRatioF()
        size = (shown.size() * ratio).toSize()
        if self._scaled is None or self._scaled.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._sheet is None or event.button() != Qt.MouseButton.LeftButton:
            return
        for number, area in self._sheet.boxes().items():
            if self.place_of(area).contains(QPointF(event.position())):
                self.box_chosen.emit(number)
                return


class Enlarged(QWidget):
    """An area of a sheet, straight and as wide as there is room.

    Args:
        name: what a screen reader calls it.
        most: pixels that it is high at most.
    """

    def __init__(self, name: str, *, most: int) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._sheet: SheetOnPhoto | None = None
        self._area = QRectF()
        self._most = most
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_area(self, image: QImage | None, sheet: SheetOnPhoto | None, area: QRectF) -> None:
        self._image, self._sheet = image, sheet
        if area != self._area:
            self._area = area
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._area.isEmpty():
            return 40
        return min(round(width * self._area.height() / self._area.width()), self._most)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image is not None and self._sheet is not None and not self._area.isEmpty():
            size = self._area.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(QPointF(0, 0), size)
            target.moveCenter(QRectF(self.rect()).center())
            draw_area(painter, self._image, self._sheet, self._area, target)
            painter.setPen(QPen(QColor(colours().line), 1))
            painter.drawRect(target.adjusted(0, 0, -1, -1))
        painter.end()
