"""The room window: what everybody looks at, dark and large, on a second screen if there is one."""

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from wcafe.domain.scene import Scene, scene_of
from wcafe.i18n import words_for
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.live.ring import Dial, Paints, dial_of, paint_dial
from wcafe.ui.widgets.projector import ProjectorWindow
from wcafe.ui.widgets.theme import sans, serif

PAPER, INK, MUTED, LINE, ACCENT = "#2B1E18", "#FCEFE3", "#DCC9B8", "#4A392F", "#E08A52"
PAINTS = Paints(
    track=LINE, ink=INK, muted=MUTED, calm=ACCENT, over="#F3D08B", cue="#A5DDBB", last="#F3D08B"
)
_WIDE, _HIGH = 1440.0, 810.0  # the size the measures below are for
_EDGE, _RING, _LARGEST, _SMALLEST = 64.0, 390.0, 62, 6
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RoomWindow(ProjectorWindow):
    """Shows the scene of the moment. Esc leaves the full screen, then closes."""

    def __init__(self, presenter: LivePresenter) -> None:
        super().__init__(
            lambda: presenter.room_screen, lambda name: setattr(presenter, "room_screen", name)
        )
        self._presenter = presenter
        self.scene: Scene
        self.dial = Dial()
        self.clock = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        presenter.shown.connect(self.show_scene)
        presenter.ticked.connect(self.show_time)
        self.show_scene()

    @Slot()
    def show_scene(self) -> None:
        presenter = self._presenter
        self._words = words_for(presenter.cafe.language)
        self.scene = scene_of(presenter.moment, self._words, has_plan=presenter.has_plan)
        self.setWindowTitle(presenter.cafe.title)
        self.setAccessibleName(f"{self.scene.eyebrow} {self.scene.text}".strip())
        self.show_time()
        self.update()

    @Slot()
    def show_time(self) -> None:
        """Paint again if anything that shows time has changed."""
        presenter = self._presenter
        dial = dial_of(presenter.moment, presenter.left, self._words, is_cued=presenter.is_cued)
        clock = presenter.wall_time.strftime("%H:%M")
        if (dial, clock) != (self.dial, self.clock):
            self.dial, self.clock = dial, clock
            self.setAccessibleDescription(f"{dial.figures} {dial.sign or dial.word}")
            self.update()

    def question_font(self, area: QRectF) -> QFont:
        """Return the largest serif in which the big text fits into `area`."""
        least, most = _SMALLEST, max(round(_LARGEST * self._unit), _SMALLEST)
        while least < most:
            middle = (least + most + 1) // 2
            taken = QFontMetricsF(serif(middle)).boundingRect(area, _WRAPS, self.scene.text)
            fits = taken.width() <= area.width() and taken.height() <= area.height()
            least, most = (middle, most) if fits else (least, middle - 1)
        return serif(least)

    @property
    def question_area(self) -> QRectF:
        """Where the big text may be."""
        unit, edge = self._unit, _EDGE * self._unit
        right = self.width() - 2 * edge - _RING * unit - 40 * unit
        return QRectF(edge, 170 * unit, right - edge, self.height() - (170 + 130) * unit)

    @property
    def _unit(self) -> float:
        return min(self.width() / _WIDE, self.height() / _HIGH)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PAPER))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        self._paint_text(painter)
        unit = self._unit
        size = _RING * unit
        left = self.width() - _EDGE * unit - size
        ring = QRectF(left, (self.height() - size) / 2, size, size)
        paint_dial(painter, ring, self.dial, PAINTS)
        self._paint_sign(painter, ring)
        self._paint_foot(painter)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        unit = self._unit
        font = sans(max(round(25 * unit), 8))
        self._paint_pair(painter, 40 * unit, self.head(font), self.clock, font)

    def head(self, font: QFont) -> str:
        """Return title and place as they are painted: a long title gives way to the place."""
        metrics, elided = QFontMetricsF(font), Qt.TextElideMode.ElideRight
        free = self._beside(self.clock, font)
        place = metrics.elidedText(self.scene.place, elided, free)
        if not (place and self.scene.title):
            return place or metrics.elidedText(self.scene.title, elided, free)
        free -= metrics.horizontalAdvance(f" · {place}")
        title = metrics.elidedText(self.scene.title, elided, free)
        return f"{title} · {place}" if len(title) > 1 else place

    def _beside(self, right: str, font: QFont) -> float:
        """Return the pixels of a line that are free for words beside those at its right end."""
        edge = _EDGE * self._unit
        return self.width() - 2 * edge - QFontMetricsF(font).horizontalAdvance(right) - edge / 2

    def _paint_sign(self, painter: QPainter, ring: QRectF) -> None:
        """Say the last minutes below the ring, so that the last row can read it."""
        unit = self._unit
        font = sans(max(round(32 * unit), 9), is_bold=True)
        area = QRectF(
            ring.left() - 30 * unit, ring.bottom() + 18 * unit, ring.width() + 60 * unit, 48 * unit
        )
        while QFontMetricsF(font).horizontalAdvance(self.dial.sign) > area.width():
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(PAINTS.of(self.dial.mood))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.dial.sign)

    def _paint_text(self, painter: QPainter) -> None:
        unit, area = self._unit, self.question_area
        font = self.question_font(area)
        taken = QFontMetricsF(font).boundingRect(area, _WRAPS, self.scene.text)
        small = sans(max(round(22 * unit), 8))
        small.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.4 * unit)
        painter.setFont(small)
        painter.setPen(QColor(ACCENT))
        above = QRectF(area.left(), taken.top() - 56 * unit, area.width(), 40 * unit)
        eyebrow = self.scene.eyebrow.upper()
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, eyebrow)
        painter.setFont(font)
        painter.setPen(QColor(INK))
        painter.drawText(area, int(_WRAPS), self.scene.text)

    def _paint_foot(self, painter: QPainter) -> None:
        unit = self._unit
        line = self.height() - 98 * unit
        painter.setPen(QPen(QColor(LINE), max(1.5 * unit, 1)))
        painter.drawLine(QPointF(_EDGE * unit, line), QPointF(self.width() - _EDGE * unit, line))
        font = sans(max(round(22 * unit), 8))
        self._paint_pair(painter, line + 20 * unit, self.scene.foot, self.scene.aside, font)

    def _paint_pair(
        self, painter: QPainter, top: float, left: str, right: str, font: QFont
    ) -> None:
        """Paint one line with words at both ends; the left ones give way, which may be long."""
        edge = _EDGE * self._unit
        line = QRectF(edge, top, self.width() - 2 * edge, 44 * self._unit)
        metrics = QFontMetricsF(font)
        free = self._beside(right, font)
        shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, free)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(MUTED))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, right)

    # What happens

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._presenter.toggle()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._presenter.set_room(None)
        self.deleteLater()
