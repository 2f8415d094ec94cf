"""The window of the headline wall: large cards for the room, which come calmly and never shift."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, QVariantAnimation, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)

from wcafe.domain.wall import WallCard
from wcafe.i18n import Words, words_for
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.wall_faces import WallFaces
from wcafe.ui.notes.wall_pages import WallPages
from wcafe.ui.widgets.motion import is_still
from wcafe.ui.widgets.projector import ProjectorWindow
from wcafe.ui.widgets.theme import colours, sans, serif

_WIDE, _HIGH = 1440.0, 810.0  # the size the measures below are for
_EDGE, _HEAD = 64.0, 104.0
SIZES = (21, 24, 27, 31, 36, 42, 50)
"""Sizes of the words, in pixels on a screen 810 high: at 1080 the smallest has 28."""
_MANY = 27  # where there are several pages
_LEAST = SIZES[0]
_WORDS_WIDE = 15  # widths of a letter M that a card needs
PAGE = 20_000  # milliseconds for which a page hangs
_FADE = 700  # milliseconds in which a card comes
_HINTED = 8_000  # milliseconds for which the way out is told, where the wall hides the desk
_TURNS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
}


class WallWindow(ProjectorWindow):
    """Shows what is marked for the wall, page by page. Esc closes it.

    What is being read stays where it is: a new card hangs behind the last one, one that is taken
    down leaves its place free. All is put in order anew when the first page comes again.
    """

    def __init__(self, presenter: NotesPresenter) -> None:
        wall = presenter.wall
        super().__init__(lambda: wall.screen, lambda name: setattr(wall, "screen", name))
        self._presenter = presenter
        self.page = 0
        self.letters = _MANY  # one of SIZES
        self.letters_chosen: int | None = None  # the same, where somebody chose it
        self.is_paused = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._fades: dict[str, QVariantAnimation] = {}
        self._cards: dict[str, WallCard] = {}
        self._turning = QTimer(self)
        self._turning.setInterval(PAGE)
        self._turning.timeout.connect(self._on_time)
        self._hint = QTimer(self)
        self._hint.setSingleShot(True)
        self._hint.setInterval(_HINTED)
        self._hint.timeout.connect(self.update)
        self._look()
        self._hang_anew()
        presenter.wall.changed.connect(self.show_cards)
        presenter.shown.connect(self.show_cards)
        presenter.watch(self)

    def open_on(self, desk: QScreen) -> None:
        """Fill the second screen, or with `desk` alone that one."""
        super().open_on(desk)
        if not self.isFullScreen():
            self._fill(desk)
            self._hint.start()

    @property
    def cards(self) -> list[WallCard]:
        """The cards on the page that hangs."""
        return [self._cards[hung.key] for hung in self._pages.pages[self.page]]

    @property
    def number_of_pages(self) -> int:
        return len(self._pages.pages)

    @property
    def words(self) -> Words:
        return words_for(self._presenter.cafe.language)

    def place_of(self, key: str) -> QRectF:
        """Return where a card of this page hangs, in pixels of the window."""
        hung = next(hung for hung in self._pages.pages[self.page] if hung.key == key)
        unit, width = self._unit, self._column_width
        left = _EDGE * unit + hung.column * (width + self._faces.gap)
        return QRectF(left, _HEAD * unit + hung.top, width, hung.height)

    @Slot()
    def show_cards(self) -> None:
        """Hang what came and take down what went; all else stays where it is."""
        if self._look():
            new = self._pages.follow(self._measured())
            self.page = min(self.page, self.number_of_pages - 1)
            for key in new:
                if self._pages.page_of(key) == self.page:
                    self._fade_in(key)
        self._say()

    def turn(self, by: int) -> None:
        """Show another page; whenever it is the first one, all is put in order anew."""
        self.page = (self.page + by) % self.number_of_pages
        if self.page == 0:
            self._hang_anew()
        for card in self.cards:
            self._fade_in(card.key)
        self._turning.start()
        self._say()

    def set_letters(self, steps: int) -> None:
        """Show words larger by so many of SIZES, smaller with -1; 0 is as it fits."""
        if steps:
            place = SIZES.index(self.letters) + steps
            self.letters_chosen = SIZES[min(max(place, 0), len(SIZES) - 1)]
        else:
            self.letters_chosen = None
        self._hang_anew()
        self._say()

    # Places

    @property
    def _unit(self) -> float:
        return min(self.width() / _WIDE, self.height() / _HIGH)

    def _look(self) -> bool:
        """Look what is on the wall; return whether anything is different."""
        cards = {card.key: card for card in self._presenter.wall.cards}
        is_other, self._cards = cards != self._cards, cards
        return is_other

    def _hang_anew(self) -> None:
        """Hang all cards in their order, as large as fits on one page, else on several."""
        chosen = self.letters_chosen
        fitting = [size for size in reversed(SIZES) if size >= _MANY]
        for size in [chosen] if chosen else fitting:
            self.letters = size
            self._measure(size)
            self._pages.follow(self._measured())
            if self.number_of_pages == 1:
                break
        self.page = min(self.page, self.number_of_pages - 1)
        self._turning.start()

    def _measure(self, size: int) -> None:
        unit = self._unit
        wide = self.width() - 2 * _EDGE * unit
        words = max(round(size * unit), 6)
        gap = round(0.7 * words)
        columns = max(1, int((wide + gap) / (_WORDS_WIDE * words + gap)))
        self._column_width = (wide - (columns - 1) * gap) / columns
        self._faces = WallFaces(self._column_width, words, max(round(_LEAST * unit), 6), self.words)
        high = round(self.height() - (_HEAD + _EDGE / 2) * unit)
        self._pages = WallPages(columns, high, self._faces.gap)

    def _measured(self) -> list[tuple[str, int]]:
        return [(key, self._faces.height_of(card)) for key, card in self._cards.items()]

    def _say(self) -> None:
        """Paint anew, and tell a screen reader what hangs there."""
        self.setWindowTitle(self._presenter.cafe.title)
        self.setAccessibleName(self._presenter.cafe.title)
        self.setAccessibleDescription(". ".join(card.text for card in self.cards))
        self.update()

    # Coming and turning

    def _fade_in(self, key: str) -> None:
        if is_still() or not self.isVisible():
            return
        fade = QVariantAnimation(self)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setDuration(_FADE)
        fade.valueChanged.connect(self._on_faded)
        self._fades[key] = fade
        fade.start(QVariantAnimation.DeletionPolicy.KeepWhenStopped)

    @Slot()
    def _on_faded(self) -> None:
        self.update()

    def _opacity(self, key: str) -> float:
        fade = self._fades.get(key)
        if fade is None:
            return 1.0
        if fade.state() is not QVariantAnimation.State.Running:
            del self._fades[key]
            fade.deleteLater()
            return 1.0
        return float(fade.currentValue())

    @Slot()
    def _on_time(self) -> None:
        if not self.is_paused and self.number_of_pages > 1:
            self.turn(1)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        if not self._cards:
            self._paint_empty(painter)
        for hung in self._pages.pages[self.page]:
            painter.setOpacity(self._opacity(hung.key))
            self._faces.paint(painter, self._cards[hung.key], self.place_of(hung.key))
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        unit, _ = self._unit, self.words.gettext
        line = QRectF(_EDGE * unit, 32 * unit, self.width() - 2 * _EDGE * unit, 48 * unit)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        page = ""
        if self._hint.isActive():
            page = _("Esc closes the wall")
        elif self.number_of_pages > 1:
            page = f"{self.page + 1} / {self.number_of_pages}"
            page = " · ".join([page, _("paused")] if self.is_paused else [page])
        font = sans(max(round(_LEAST * unit), 6))
        painter.setFont(font)
        painter.setPen(QColor(colours().muted))
        painter.drawText(line, middle | right, page)
        title = line.adjusted(0, 0, -QFontMetricsF(font).horizontalAdvance(page) - 24 * unit, 0)
        painter.setFont(serif(max(round(30 * unit), 6)))
        painter.setPen(QColor(colours().ink))
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetricsF(painter.font()).elidedText(
            self._presenter.cafe.title, elide, title.width()
        )
        painter.drawText(title, middle, words)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(sans(max(round(31 * self._unit), 6)))
        painter.setPen(QColor(colours().muted))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        told = self.words.gettext("What the tables note will be read here.")
        painter.drawText(QRectF(self.rect()), flags, told)

    # What happens

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.is_paused = not self.is_paused
            self._say()
        elif key in _TURNS:
            self.turn(_TURNS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
            self.set_letters({Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}.get(key, 1))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hang_anew()
        self._say()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._presenter.unwatch(self)
        self._presenter.wall.set_window(None)
        self.deleteLater()


def show_or_close(presenter: NotesPresenter, desk: QScreen) -> None:
    """Show the headline wall beside the screen of the `desk`, or put it away if it is shown."""
    wall = presenter.wall
    if wall.window is not None:
        wall.window.close()
        return
    window = WallWindow(presenter)
    presenter.destroyed.connect(window.deleteLater)  # it goes with the café
    wall.set_window(window)
    window.open_on(desk)
