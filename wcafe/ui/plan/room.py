"""The room seen from above: every table of one round, by mouse and by keyboard."""

from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QMenu, QToolTip

from wcafe.domain.room import best_columns
from wcafe.ui.plan.items import WHOLE, TableItem, reach
from wcafe.ui.plan.nearness import STEP, Nearness
from wcafe.ui.plan.routes import words_for_seat, words_for_table
from wcafe.ui.plan.seats import Seat, Sitting
from wcafe.ui.words import _

_WHOLE_ROOM = 30  # tables up to which all are in view
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RoomView(QGraphicsView):
    """Arrow keys go from table to table, Tab from person to person, Enter chooses.

    Signals:
        person_chosen: a PersonId, and whether it is the second of two.
        table_chosen: its number, from 0.
        swap_asked: the PersonId whose seat is to be exchanged.
        let_go: nothing is to be chosen.
        zoomed: the room is nearer or farther.
    """

    person_chosen = Signal(str, bool)
    table_chosen = Signal(int)
    swap_asked = Signal(str)
    let_go = Signal()
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setAccessibleName(_("The room"))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tables: list[TableItem] = []
        self._most = 0
        self._columns = 1
        self.zoom = Nearness()
        self._cursor = (0, WHOLE)
        self._chosen: tuple[frozenset[str], int | None] = (frozenset(), None)

    # What is shown

    def show_room(self, room: tuple[Sitting, ...]) -> None:
        """Show `room`; items are kept where there are as many tables as before."""
        most = max((len(sitting.seats) for sitting in room), default=0)
        if len(room) != len(self.tables) or reach(most) != reach(self._most):
            self._most = most
            self.scene().clear()
            self.tables = [TableItem(sitting, most) for sitting in room]
            for item in self.tables:
                self.scene().addItem(item)
            self._lay_out()
        for item, sitting in zip(self.tables, room, strict=True):
            item.show_sitting(sitting)
        table = min(self._cursor[0], max(len(room) - 1, 0))
        here = len(room[table].seats) if room else 0
        self._cursor = (table, self._cursor[1] if self._cursor[1] < here else WHOLE)
        self._show_marks()

    def show_chosen(self, people: frozenset[str], table: int | None) -> None:
        self._chosen = (people, table)
        self._show_marks()

    def seat(self, table: int, place: int) -> Seat:
        return self.tables[table].sitting.seats[place]

    def point_of(self, table: int, place: int = WHOLE) -> QPointF:
        """Return where on the viewport a person or a table is painted."""
        item = self.tables[table]
        return QPointF(self.mapFromScene(item.mapToScene(item.middle_of(place))))

    def _show_marks(self) -> None:
        people, chosen = self._chosen
        for table, item in enumerate(self.tables):
            is_cursor = self.hasFocus() and table == self._cursor[0]
            item.show_chosen(
                people, is_chosen=table == chosen, cursor=self._cursor[1] if is_cursor else None
            )

    def _lay_out(self) -> None:
        """Put the tables in rows, as many in each as suit the shape of the view."""
        count, side = len(self.tables), 2 * reach(self._most)
        if not count:
            return
        wide, high = max(self.viewport().width(), 1), max(self.viewport().height(), 1)
        if count <= _WHOLE_ROOM:
            self._columns = best_columns(count, wide / high)
        else:
            self._columns = max(min(count, int(wide / (side * 0.8))), 1)
        rows = ceil(count / self._columns)
        empty = rows * self._columns - count
        for place, item in enumerate(self.tables):
            row, column = divmod(place, self._columns)
            # the last row stands in the middle
            left = empty / 2 if row == rows - 1 and count <= _WHOLE_ROOM else 0.0
            item.setPos((column + left + 0.5) * side, (row + 0.5) * side)
        self.scene().setSceneRect(QRectF(0, 0, self._columns * side, rows * side))
        self._scale()

    def _scale(self) -> None:
        room = self.scene().sceneRect()
        if room.isEmpty():
            return
        fits = self.viewport().width() / room.width()
        if len(self.tables) <= _WHOLE_ROOM:
            fits = min(fits, self.viewport().height() / room.height())
        self.zoom.fit(fits)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if self.zoom.is_whole else policy.ScrollBarAsNeeded
        )
        self.resetTransform()
        self.scale(self.zoom.scale, self.zoom.scale)
        self.zoomed.emit()

    def zoom_in(self) -> None:
        """Come nearer to the table with the keyboard."""
        self._zoom(STEP)

    def zoom_out(self) -> None:
        self._zoom(1 / STEP)

    def zoom_whole(self) -> None:
        self._zoom(0)

    def _zoom(self, by: float) -> None:
        self.zoom.change(by)
        self._scale()
        if self.tables:
            self.centerOn(self.tables[self._cursor[0]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            for item in self.scene().items():
                item.update()  # they are kept as pictures in the colours of before

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton:
            if found is None:
                self.let_go.emit()
            else:
                self._cursor = found
                adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._choose(adds=adds)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom.change(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            self._scale()  # what is under the mouse stays there
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        found = self._at(QPointF(event.pos())) if by_mouse else self._cursor
        if found is None or found[1] == WHOLE or not self.tables:
            return
        self._cursor = found
        self._choose(adds=False)
        person = self.seat(*found).person
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        swap = menu.addAction(_("Swap with…"))
        swap.triggered.connect(lambda _checked=False: self.swap_asked.emit(person))
        where = self.mapToGlobal(self.point_of(*found).toPoint())
        menu.popup(where)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            words = "" if found is None else escape(self.words_for(*found)).replace("\n", "<br/>")
            QToolTip.showText(event.globalPos(), f"<qt>{words}</qt>" if words else "", self)
            return True
        return bool(super().viewportEvent(event))

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        for item in self.items(point.toPoint()):
            if isinstance(item, TableItem):
                place = item.seat_at(item.mapFromScene(self.mapToScene(point.toPoint())))
                if place is not None:
                    return self.tables.index(item), place
        return None

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_control = Qt.Key(event.key()), bool(event.modifiers() & _CONTROL)
        if not self.tables:
            super().keyPressEvent(event)
        elif move := _ARROWS.get(key):
            self._walk(*move)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key is Qt.Key.Key_Home else len(self.tables) - 1, WHOLE)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Select) or (key in _ENTER and not is_control):
            self._choose(adds=is_control)
        elif key is Qt.Key.Key_Escape:
            self.let_go.emit()
        elif is_control and key in _ZOOMS:
            self._zoom(_ZOOMS[key])
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go on to the next person at this table; after the last one, leave the room."""
        table, place = self._cursor
        here = len(self.tables[table].sitting.seats) if self.tables else 0
        after = place + (1 if is_next else -1)
        if WHOLE <= after < here:
            self._go(table, after)
            return True
        return bool(super().focusNextPrevChild(is_next))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_marks()

    def _walk(self, across: int, down: int) -> None:
        table = self._cursor[0] + across + down * self._columns
        if 0 <= table < len(self.tables):
            self._go(table, WHOLE)

    def _go(self, table: int, place: int) -> None:
        self._cursor = (table, place)
        self._show_marks()
        self.ensureVisible(self.tables[table], 8, 8)
        words = self.words_for(table, place)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _choose(self, *, adds: bool) -> None:
        table, place = self._cursor
        if place == WHOLE:
            self.table_chosen.emit(table)
        else:
            self.person_chosen.emit(self.seat(table, place).person, adds)

    def words_for(self, table: int, place: int) -> str:
        """Return what the pointer or the keyboard is on, in words."""
        sitting = self.tables[table].sitting
        return words_for_table(sitting) if place == WHOLE else words_for_seat(sitting, place)


_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ZOOMS = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: 1 / STEP,
    Qt.Key.Key_0: 0.0,
}
