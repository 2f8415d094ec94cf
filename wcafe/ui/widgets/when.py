"""Fields of a date and of a time: typed as people write them, or chosen in a calendar."""

from datetime import date, time

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QPushButton, QWidget, QWidgetAction

from wcafe.errors import BadDay, BadTime
from wcafe.ui.widgets.dates import read_day, read_time, write_day, write_time
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _

_CALENDAR = QSize(300, 250)  # pixels: seven columns of two figures, six weeks and a head
_EDGE = 30  # pixels around the words of a field


class DayField(LineField):
    """A date; empty where it is not known. What is no date stays as typed, and is said.

    Signals:
        chosen: another date, or None.
        refused: a BadDay.
        understood: what it holds is a date again, or nothing, or what it was; a BadDay is past.
    """

    chosen = Signal(object)
    refused = Signal(object)
    understood = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name, _("not yet known"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("30 septembre 2026") + _EDGE)

    def show_day(self, day: date | None) -> None:
        self.show_text("" if day is None else write_day(day))

    def keep(self) -> None:
        if not self.is_typed:
            self.understood.emit(BadDay)
            return
        try:
            day = read_day(self.text()) if self.text().strip() else None
        except BadDay as error:
            self.refused.emit(error)
            return
        self.choose(day)

    def choose(self, day: date | None) -> None:
        """Hold `day` as if it had just been typed, and say so."""
        self.understood.emit(BadDay)
        self.setText("" if day is None else write_day(day))
        if self.is_typed:
            self.chosen.emit(day)


class TimeField(LineField):
    """A time of day. What is none stays as typed, and is said.

    Signals:
        chosen: another time.
        refused: a BadTime.
        understood: what it holds is a time of day; a BadTime is past.
    """

    chosen = Signal(object)
    refused = Signal(object)
    understood = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00") + 2 * _EDGE)

    def show_time(self, moment: time) -> None:
        self.show_text(write_time(moment))

    def keep(self) -> None:
        if not self.is_typed:
            self.understood.emit(BadTime)
            return
        try:
            moment = read_time(self.text())
        except BadTime as error:
            self.refused.emit(error)
            return
        self.understood.emit(BadTime)
        self.setText(write_time(moment))
        if self.is_typed:
            self.chosen.emit(moment)


class CalendarMenu(QMenu):
    """A month to choose a day from, opened on the day there is or on today; and no date."""

    def __init__(self, field: DayField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.calendar = QCalendarWidget()
        self.calendar.setGridVisible(False)
        self.calendar.setMinimumSize(_CALENDAR)
        headings = QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        self.calendar.setHorizontalHeaderFormat(headings)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        holder = QWidgetAction(self)
        holder.setDefaultWidget(self.calendar)
        self.addAction(holder)
        self.none_action = self.addAction(_("No date"))
        self.none_action.triggered.connect(lambda _checked=False: field.choose(None))
        self.calendar.clicked.connect(self._on_day)
        self.calendar.activated.connect(self._on_day)
        self.aboutToShow.connect(self._on_open)

    def _on_open(self) -> None:
        self._dress()
        try:
            day = read_day(self._field.text())
            shown = QDate(day.year, day.month, day.day)
        except BadDay:
            shown = QDate.currentDate()
        self.calendar.setSelectedDate(shown)
        self.calendar.setCurrentPage(shown.year(), shown.month())
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        """Give days the colours of the desk, which Qt paints in its own."""
        palette, names, ends = colours(), QTextCharFormat(), QTextCharFormat()
        names.setForeground(QColor(palette.muted))
        names.setBackground(QColor(palette.card))
        names.setFontWeight(QFont.Weight.DemiBold)
        self.calendar.setHeaderTextFormat(names)
        ends.setForeground(QColor(palette.muted))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, ends)
        today = QTextCharFormat()
        today.setFontWeight(QFont.Weight.DemiBold)
        today.setForeground(QColor(palette.accent))
        self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
        self.calendar.setDateTextFormat(QDate.currentDate(), today)

    def _on_day(self, day: QDate) -> None:
        self.close()
        self._field.choose(date(day.year(), day.month(), day.day()))


def calendar_button(field: DayField) -> QPushButton:
    """Return the button that opens a calendar for `field`."""
    button = push_button(_("Calendar"), kind="quiet")
    button.setProperty("hasMenu", True)
    button.setMenu(CalendarMenu(field, button))
    return button
