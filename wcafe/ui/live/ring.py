"""The ring of the clock: how much is left, round the figures, on the desk and in the room."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from wcafe.domain.course import face
from wcafe.domain.moment import Moment
from wcafe.i18n import Words
from wcafe.ui.live.cues import CALL_BEFORE
from wcafe.ui.widgets.theme import colours, sans, serif


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """What a ring shows: figures, a word below them, and the share that is left, 0 to 1.

    `mood` is calm, last (the last two minutes), over (overtime) or cue, for the seconds in which
    a sound is heard. `sign` says the last minutes in words, until the end.
    """

    figures: str = "–"
    word: str = ""
    share: float = 0.0
    mood: str = "calm"
    sign: str = ""


def dial_of(moment: Moment, left: float, words: Words, *, is_cued: bool) -> Dial:
    """Return the ring at `moment` with `left` seconds; `is_cued` while a sound is heard."""
    _ = words.gettext
    if moment.clock is None:
        step = moment.next_step
        minutes = step.minutes if step is not None and not moment.is_over else 0
        mood = "cue" if is_cued else "calm"
        return Dial(figures=face(60.0 * minutes), word=_("not running"), mood=mood)
    whole = 60.0 * moment.step.minutes if moment.step is not None else 60.0
    is_over, sign = left <= -1, _sign(whole, left, words)
    mood = "over" if is_over else "last" if sign else "calm"
    word = _("overtime") if is_over else _("left")
    return Dial(
        figures=face(left),
        word=word if moment.clock.is_running else _("paused"),
        share=min(max(left / whole, 0.0), 1.0),
        mood="cue" if is_cued and not sign else mood,
        sign=sign,
    )


def _sign(whole: float, left: float, words: Words) -> str:
    """Return what is said of the last minutes of a step of `whole` seconds; nothing before."""
    _ = words.gettext
    if not -1 < left <= CALL_BEFORE < whole:
        return ""
    return _("the last two minutes") if left > 60 else _("the last minute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paints:
    """The colours of a ring."""

    track: str
    ink: str
    muted: str
    calm: str
    over: str
    cue: str
    last: str

    def of(self, mood: str) -> QColor:
        moods = {"over": self.over, "cue": self.cue, "last": self.last}
        return QColor(moods.get(mood, self.calm))


def paint_dial(painter: QPainter, square: QRectF, dial: Dial, paints: Paints) -> None:
    """Paint `dial` into `square`; the figures shrink until they are inside the ring."""
    size = square.width()
    pen = QPen(QColor(paints.track), size * 0.05)
    ring = square.adjusted(pen.widthF(), pen.widthF(), -pen.widthF(), -pen.widthF())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawEllipse(ring)
    colour = paints.of(dial.mood)
    if dial.mood != "calm":
        soft = QColor(colour)
        soft.setAlphaF(0.16)
        painter.setBrush(soft)
    pen = QPen(colour, size * 0.05, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if dial.mood == "over" or dial.share >= 1:
        painter.drawEllipse(ring)
    elif dial.share > 0:
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * dial.share))
    inside = size * 0.72
    font = serif(round(size * 0.24))
    while QFontMetricsF(font).horizontalAdvance(dial.figures) > inside and font.pixelSize() > 9:
        font.setPixelSize(font.pixelSize() - 1)
    painter.setFont(font)
    painter.setPen(colour if dial.mood == "over" else QColor(paints.ink))
    figures = QRectF(square).adjusted(0, -size * 0.03, 0, -size * 0.03)
    painter.drawText(figures, Qt.AlignmentFlag.AlignCenter, dial.figures)
    word = sans(max(round(size * 0.065), 9))
    while QFontMetricsF(word).horizontalAdvance(dial.word) > inside * 0.9 and word.pixelSize() > 8:
        word.setPixelSize(word.pixelSize() - 1)
    painter.setFont(word)
    painter.setPen(QColor(paints.muted))
    below = QRectF(square.left(), square.center().y() + size * 0.12, size, size * 0.14)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, dial.word)
    painter.restore()


class Ring(QWidget):
    """The ring on the desk."""

    def __init__(self, pixels: int) -> None:
        super().__init__()
        self.dial = Dial()
        self.set_size(pixels)

    def set_size(self, pixels: int) -> None:
        self.setFixedSize(pixels, pixels)

    def show_dial(self, dial: Dial) -> None:
        if dial != self.dial:
            self.dial = dial
            self.setAccessibleName(f"{dial.figures} {dial.word}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours()
        paints = Paints(
            track=palette.sand,
            ink=palette.ink,
            muted=palette.muted,
            calm=palette.accent,
            over=palette.bad,
            cue=palette.good,
            last=palette.care,
        )
        painter = QPainter(self)
        paint_dial(painter, QRectF(self.rect()), self.dial, paints)
        painter.end()
