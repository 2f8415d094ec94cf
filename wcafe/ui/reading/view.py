"""Pages below each other: gone through, made larger, with links that lead somewhere and back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from wcafe.ui.reading import links
from wcafe.ui.reading.ink import Ink
from wcafe.ui.reading.layout import POINTS, Layout, Place, page_at
from wcafe.ui.reading.links import PageLink
from wcafe.ui.reading.pictures import PictureLimit
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _

STEP, SMALLEST, LARGEST = 1.25, 0.25, 4.0
_ABOVE = 60  # pixels between the upper edge and what is read
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class PagesView(QPdfView):
    """Pages below each other on a ground of the desk's colours; keys walk them.

    PgUp and PgDown go from page to page, Home and End to the first and last, Space reads on. L
    goes from link to link of what is on screen, Enter follows it.

    The document belongs to `owner`: as a child of the view it ends after the view's own end,
    and Qt crashes.

    Signals:
        moved: another page, zoom or place is on screen, or the way back is another.
    """

    moved = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self.document_shown = QPdfDocument(owner)
        self._source: QBuffer | None = None
        self._points: list[QSizeF] = []  # the sizes of the pages
        self._known_layout: Layout | None = None
        self._asked: int | None = None  # the page that was gone to, until one scrolls
        self._back: list[Place] = []  # where links were followed
        self._ink = Ink()
        self._pictures = PictureLimit(self)
        self.setAccessibleName(_("The pages as they will be printed"))
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocument(self.document_shown)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._apply_look()

    def show_pdf(self, pdf: bytes, place: Place | None = None) -> None:
        """Show `pdf` from `place` on; without one what is at the edge of the screen stays there."""
        place = place or self.place
        asked, before = self._asked, self._source
        document = self.document_shown
        self._source = QBuffer(document)
        self._source.setData(pdf)
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._source)
        self._points = [document.pagePointSize(page) for page in range(document.pageCount())]
        self._known_layout = self._ink.link = None
        self._back.clear()
        self.mark_found(lambda _page: (), (0, ()))
        self.go_to_place(place)
        self._asked = asked if asked is not None and asked < self.pages else None
        if before is not None:
            before.deleteLater()
        self.moved.emit()

    # Where one is

    @property
    def pages(self) -> int:
        return len(self._points)

    @property
    def page(self) -> int:
        """The page that is read, from 0: the one gone to, else the one below the upper edge."""
        if self._asked is not None:
            return self._asked
        return page_at(self._layout.pages, self.verticalScrollBar().value() + _ABOVE)

    @property
    def place(self) -> Place:
        """What is at the upper left corner of the screen."""
        return self._layout.at(self._seen.topLeft())

    @property
    def _layout(self) -> Layout:
        if self._known_layout is None:
            self._known_layout = Layout(self, self._points)
        return self._known_layout

    @property
    def _seen(self) -> QRectF:
        """What of the ground is on screen, in pixels."""
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(corner, QSizeF(self.viewport().size()))

    def go_to_page(self, page: int) -> None:
        """Show `page` from its beginning; beyond the last one the last."""
        page = min(max(page, 0), self.pages - 1)
        if page >= 0:
            top = self._layout.pages[page].top() - self.documentMargins().top()
            self.verticalScrollBar().setValue(top)
            self._asked = page
            self.moved.emit()

    def go_to_place(self, place: Place) -> None:
        """Let `place` be at the upper left corner; of a page that is gone, show the last one."""
        if place.page >= self.pages:
            self.go_to_page(self.pages - 1)
        else:
            self._scroll_to(self._layout.point(place))

    def _scroll_to(self, point: QPointF) -> None:
        self.horizontalScrollBar().setValue(round(point.x()))
        self.verticalScrollBar().setValue(round(point.y()))

    # Nearer and farther

    @property
    def zoom(self) -> float:
        """How large a point of the page is on screen; 1 is its true size."""
        if self.zoomMode() is QPdfView.ZoomMode.Custom or not self._points:
            return self.zoomFactor()
        return self._layout.scales[self.page] * POINTS / self.screen().logicalDotsPerInch()

    def zoom_by(self, step: float) -> None:
        """Come nearer or go farther; what is in the middle of the screen stays there."""
        factor = min(max(self.zoom * step, SMALLEST), LARGEST)
        self._zoom_to(QPdfView.ZoomMode.Custom, factor)

    def fit_width(self) -> None:
        self._zoom_to(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Let one page fill the screen, and show it from its beginning."""
        page = self.page
        self._zoom_to(QPdfView.ZoomMode.FitInView)
        self.go_to_page(page)

    def _zoom_to(self, mode: QPdfView.ZoomMode, factor: float | None = None) -> None:
        middle = self._layout.at(self._seen.center())
        self.setZoomMode(mode)
        if factor is not None:
            self.setZoomFactor(factor)
        self._known_layout = None
        self._pictures.start()
        if self._points:
            half = QPointF(self.viewport().rect().center())
            self._scroll_to(self._layout.point(middle) - half)
        self.moved.emit()

    # What was found

    def mark_found(
        self, found: Callable[[int], Sequence[QRectF]], here: tuple[int, Sequence[QRectF]]
    ) -> None:
        """Lay ink over the boxes in points that are `found` on a page, and more over `here`."""
        self._ink.found, self._ink.here = found, here
        self.viewport().update()

    def bring_into_sight(self, page: int, box: QRectF) -> None:
        """Show a box of `page`, with some of what stands above it; where it is, nothing moves."""
        area, seen = self._layout.area(page, box), self._seen
        if not seen.contains(area):
            above = max(_ABOVE, self.viewport().height() // 4)
            is_beside = not (seen.left() <= area.left() and area.right() <= seen.right())
            left = area.left() - _ABOVE if is_beside else seen.left()
            self._scroll_to(QPointF(left, area.top() - above))
        self._asked = page
        self.moved.emit()

    # Links

    @property
    def can_go_back(self) -> bool:
        return bool(self._back)

    def go_back(self) -> None:
        """Go to where the last link was followed."""
        if self._back:
            self.go_to_place(self._back.pop())
        self.moved.emit()

    def follow(self, link: PageLink) -> None:
        """Go where `link` leads; an address outside is opened by the computer."""
        if link.place is not None:
            self._back.append(self.place)
            self.go_to_place(link.place)
            self._asked = min(link.place.page, self.pages - 1)
            self.moved.emit()
        else:
            links.open_outside(link)

    def _choose_link(self, step: int) -> None:
        """Go to the next link of what is on screen, or with -1 to the one before."""
        there = links.links_seen(self.document_shown, self._layout, self._seen)
        link = self._ink.link = links.beside(there, self._ink.link, step)
        if link is not None:
            words = links.words_of(self.document_shown, link)
            announce(self, _("Link: {words}").format(words=words))
        self.viewport().update()

    # What Qt asks

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link ourselves: Qt does not remember where on its page that was."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        place = self._layout.at(event.position() + self._seen.topLeft())
        if is_left and (link := links.link_at(self.document_shown, place)) is not None:
            self.follow(link)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in (_NONE, _SHIFT) or not self._walk(Qt.Key(key), is_back=held == _SHIFT):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key, *, is_back: bool) -> bool:
        """Do what `key` says, `is_back` with Shift; return whether it says anything here."""
        step = -1 if is_back else 1
        match key:
            case Qt.Key.Key_PageDown:
                self.go_to_page(self.page + 1)
            case Qt.Key.Key_PageUp:
                page, place = self.page, self.place
                is_begun = place.page == page and place.down > 1
                self.go_to_page(page if is_begun else page - 1)
            case Qt.Key.Key_Home:
                self.go_to_page(0)
            case Qt.Key.Key_End:
                self.go_to_page(self.pages - 1)
            case Qt.Key.Key_Space:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + step * bar.pageStep() * 9 // 10)
            case Qt.Key.Key_L:
                self._choose_link(step)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._ink.link is not None:
                self.follow(self._ink.link)
            case _:
                return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        is_zoom = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_zoom and event.angleDelta().y():
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place, asked = self.place, self._asked
        super().resizeEvent(event)
        self._known_layout = None
        self.go_to_place(place)
        self._asked = asked

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._points:
            painter = QPainter(self.viewport())
            painter.translate(-self._seen.topLeft())
            self._ink.draw(painter, self._layout, self._seen)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._apply_look()

    def _on_scrolled(self) -> None:
        self._asked = None
        self._pictures.look(self._layout, *self._layout.pages_of(self._seen))
        self.moved.emit()

    def _apply_look(self) -> None:
        palette, ground = self.palette(), QColor(colours().sand)
        if palette.color(QPalette.ColorRole.Dark) != ground:
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)
