"""The card of what a café is: title, purpose, when, where, in which language."""

from datetime import date, time

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QDateEdit, QHBoxLayout

from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.fields import AreaField, ChoiceField, LineField, TimeField
from wcafe.ui.menus import OWN_NAMES
from wcafe.ui.parts import Card, labelled, push_button
from wcafe.ui.words import _

_EDGE = 14  # pixels that Qt forgets when it asks how wide a date is
_NO_DAY = QDate(2000, 1, 1)  # shown as “not yet known”


class DetailsCard(Card):
    """Fields that are kept as soon as they are left."""

    def __init__(self, presenter: CafePresenter) -> None:
        super().__init__(_("The café"))
        self._presenter = presenter
        self.title_edit = LineField(_("Title"))
        self.purpose_edit = AreaField(
            _("Purpose"), _("Why do people meet? What will be done with the results?"), lines=3
        )
        self.day_edit = QDateEdit()
        self.day_edit.setCalendarPopup(True)
        self.day_edit.setMinimumDate(_NO_DAY)
        self.day_edit.setSpecialValueText(_("not yet known"))
        self.day_edit.setDisplayFormat("d MMMM yyyy")
        self.day_edit.setKeyboardTracking(False)
        self.day_edit.setMinimumWidth(self.day_edit.sizeHint().width() + _EDGE)
        self.no_day_button = push_button(
            _("No date"), lambda: self.day_edit.setDate(_NO_DAY), kind="quiet"
        )
        self.starts_edit = TimeField(_("Starts at"))
        self.place_edit = LineField(_("Place"), _("House, room, city"))
        self.language_choice = ChoiceField(_("Language of what is printed"), dict(OWN_NAMES))

        self.column.addLayout(labelled(_("Title"), self.title_edit))
        self.column.addLayout(labelled(_("Purpose"), self.purpose_edit))
        when = QHBoxLayout()
        when.addLayout(labelled(_("Date"), self.day_edit))
        when.addWidget(self.no_day_button, 0, Qt.AlignmentFlag.AlignBottom)
        when.addStretch(1)
        when.addLayout(labelled(_("Starts at"), self.starts_edit))
        self.column.addLayout(when)
        self.column.addLayout(labelled(_("Place"), self.place_edit))
        self.column.addLayout(labelled(_("Language of what is printed"), self.language_choice))

        self.title_edit.kept.connect(presenter.rename)
        self.purpose_edit.kept.connect(presenter.set_purpose)
        self.place_edit.kept.connect(presenter.set_place)
        self.language_choice.kept.connect(presenter.set_language)
        self.day_edit.dateChanged.connect(self._on_day)
        self.starts_edit.timeChanged.connect(self._on_starts)

    def show_cafe(self) -> None:
        cafe = self._presenter.cafe
        self.title_edit.show_text(cafe.title)
        self.purpose_edit.show_text(cafe.purpose)
        self.place_edit.show_text(cafe.place)
        self.language_choice.show_key(cafe.language)
        day = cafe.day
        shown = _NO_DAY if day is None else QDate(day.year, day.month, day.day)
        self.no_day_button.setVisible(day is not None)
        for field in (self.day_edit, self.starts_edit):
            field.blockSignals(True)
        self.day_edit.setDate(shown)
        self.starts_edit.setTime(QTime(cafe.starts.hour, cafe.starts.minute))
        for field in (self.day_edit, self.starts_edit):
            field.blockSignals(False)

    def keep_typed(self) -> None:
        for field in (self.title_edit, self.purpose_edit, self.place_edit):
            field.keep()
        for edit in (self.day_edit, self.starts_edit):
            edit.interpretText()

    def _on_day(self, day: QDate) -> None:
        chosen = None if day == _NO_DAY else date(day.year(), day.month(), day.day())
        self._presenter.set_day(chosen)

    def _on_starts(self, starts: QTime) -> None:
        self._presenter.set_starts(time(starts.hour(), starts.minute()))
