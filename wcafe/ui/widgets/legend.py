"""What the colours of a drawing mean: a disc and a word each, in as many lines as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wcafe.i18n import labelled
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import desk_words

_SIZE, _LINE, _DISC, _GAP = 12, 22, 5, 14  # pixels: letters, a line, a disc's radius, between
_WIDEST = 170  # of one entry


@dataclass(frozen=True, slots=True)
class Entry:
    """A colour, None for the ring of those without one, and what it means; or a `sign`."""

    hue: str | None
    words: str
    sign: str = ""


class Legend(QWidget):
    """As high as its lines; a screen reader reads it as one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_entries(self, name: str, entries: Sequence[Entry]) -> None:
        """Show `entries`; `name` says what all of them are, such as “Group”."""
        self.entries = tuple(entries)
        words = ", ".join(entry.words for entry in entries)
        self.setAccessibleName(labelled(name, words, desk_words()) if words else name)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, self.height())

    def places(self) -> list[QRect]:
        """Return where each entry stands, in pixels."""
        metrics, left, top = QFontMetrics(sans(_SIZE)), 0, 0
        found = []
        for entry in self.entries:
            wide = min(metrics.horizontalAdvance(entry.words) + 3 * _DISC + 4, _WIDEST)
            if left and left + wide > self.width():
                left, top = 0, top + _LINE
            found.append(QRect(left, top, wide, _LINE))
            left += wide + _GAP
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sans(_SIZE))
        for entry, place in zip(self.entries, self.places(), strict=True):
            if entry.sign:
                painter.setPen(QColor(palette.ink))
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, entry.sign)
                self._paint_words(painter, entry, place)
                continue
            middle = QPointF(place.left() + _DISC + 1, place.center().y() + 1)
            painter.setPen(QPen(QColor(palette.muted)) if entry.hue is None else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(entry.hue or palette.sand))
            painter.drawEllipse(middle, _DISC, _DISC)
            self._paint_words(painter, entry, place)
        painter.end()

    def _paint_words(self, painter: QPainter, entry: Entry, place: QRect) -> None:
        painter.setPen(QColor(colours().muted))
        words = QRectF(place).adjusted(3 * _DISC, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(
            entry.words, Qt.TextElideMode.ElideRight, int(words.width()) + 1
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _fit(self) -> None:
        bottom = max((place.bottom() + 1 for place in self.places()), default=0)
        if bottom != self.height():
            self.setFixedHeight(bottom)
