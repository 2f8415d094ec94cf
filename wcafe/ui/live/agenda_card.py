"""The agenda beside the clock: what is done, under way and to come, in the time of the wall."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wcafe.domain.agenda import Step, StepKind
from wcafe.domain.cafe import Cafe
from wcafe.domain.course import State, Stop
from wcafe.domain.marks import round_title
from wcafe.ui.live.lists import ROW, Index, RowList
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.widgets.parts import Card, Text
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _, desk_words

_HIGH, _EDGE = 48, 16
_SIGNS = {State.DONE: "✓", State.NOW: "▶", State.COMING: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One line of the card, in the words of the desk."""

    key: str
    time: str
    planned: str  # where it began at another time
    name: str
    meta: str
    state: State
    is_round: bool

    @property
    def words(self) -> str:
        words = f"{self.time} {self.name}, {self.meta}"
        planned = _("planned {time}").format(time=self.planned)
        return f"{words}, {planned}" if self.planned else words


class AgendaCard(Card):
    """Enter or a double click begins a step."""

    def __init__(self, presenter: LivePresenter) -> None:
        super().__init__(_("Agenda"))
        self._presenter = presenter
        self.list = RowList(_("Agenda"), _AgendaDelegate(), clicks=2)
        self.list.setMinimumWidth(200)
        self.hint = Text(_("Enter or a double click begins a step."), "caption", wraps=True)
        self.column.setContentsMargins(0, 14, 0, 12)
        self.heading.setContentsMargins(16, 0, 16, 0)
        self.hint.setContentsMargins(16, 0, 16, 0)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.hint)
        self._here: int | None = None
        self.list.chosen.connect(self._on_chosen)
        presenter.shown.connect(self.show_course)
        presenter.ticked.connect(self.show_course)
        self.show_course()

    @Slot()
    def show_course(self) -> None:
        course, cafe = self._presenter.course, self._presenter.moment.cafe
        self.list.rows.show_rows([_row(stop, cafe) for stop in course.stops])
        if course.here is not None and course.here != self._here:
            self.list.setCurrentIndex(self.list.rows.index(course.here))
        self._here = course.here

    def _on_chosen(self, place: int) -> None:
        row = self.list.rows.rows[place]
        assert isinstance(row, AgendaRow)
        self._presenter.go_to(row.key)


def _row(stop: Stop, cafe: Cafe) -> AgendaRow:
    meta = _("{minutes} min").format(minutes=stop.step.minutes)
    if stop.state is State.DONE:
        meta = _("{minutes} min · done").format(minutes=stop.step.minutes)
    elif stop.state is State.NOW:
        meta = _("{minutes} min · under way").format(minutes=stop.step.minutes)
    was_moved = stop.begins != stop.planned and stop.state is not State.COMING
    return AgendaRow(
        key=stop.step.key,
        time=stop.begins.strftime("%H:%M"),
        planned=stop.planned.strftime("%H:%M") if was_moved else "",
        name=_name(stop.step, cafe),
        meta=meta,
        state=stop.state,
        is_round=stop.step.kind is StepKind.TALK,
    )


class _AgendaDelegate(QStyledItemDelegate):
    """Time at the left, name over minutes at the right; a sign besides the colour."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, palette = index.data(ROW), colours()
        is_now = row.state is State.NOW
        box = QRectF(option.rect)
        painter.save()
        if is_now:
            painter.fillRect(box, QColor(palette.soft))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        ink = QColor(palette.muted if row.state is State.DONE else palette.ink)
        left, middle = box.left() + _EDGE, box.center().y()
        painter.setPen(ink)
        painter.setFont(sans(13, is_bold=is_now))
        vertical = Qt.AlignmentFlag.AlignVCenter
        begins = QRectF(left, box.top(), 44, _HIGH)
        if row.planned:  # below it, small and struck out
            begins = QRectF(left, middle - 20, 44, 20)
            painter.drawText(begins, vertical, row.time)
            self._paint_planned(painter, QRectF(left, middle, 44, 18), row.planned)
        else:
            painter.drawText(begins, vertical, row.time)
        painter.setPen(ink)
        painter.setFont(sans(13, is_bold=is_now))
        painter.drawText(QRectF(left + 44, box.top(), 18, _HIGH), vertical, _SIGNS[row.state])
        left += 64
        wide = box.right() - left - _EDGE
        name = sans(14, is_bold=is_now or row.is_round)
        painter.setFont(name)
        shown = QFontMetricsF(name).elidedText(row.name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(left, middle - 20, wide, 20), vertical, shown)
        painter.setFont(sans(12, is_bold=is_now))
        painter.setPen(QColor(palette.ink if is_now else palette.muted))
        shown = painter.fontMetrics().elidedText(row.meta, Qt.TextElideMode.ElideRight, int(wide))
        painter.drawText(QRectF(left, middle, wide, 18), vertical, shown)
        painter.restore()

    def _paint_planned(self, painter: QPainter, box: QRectF, time: str) -> None:
        font = sans(12)
        font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(QColor(colours().muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, time)


def _name(step: Step, cafe: Cafe) -> str:
    if step.round is None or step.kind is not StepKind.TALK:
        return step.name(desk_words())
    return round_title(step.round, cafe.round_at(step.round), desk_words())
