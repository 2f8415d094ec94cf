"""The card of what a café is: title, purpose, when, where, in which language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from wcafe.domain.lengths import SHORT
from wcafe.i18n import OWN_NAMES
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.widgets.fields import AreaField, ChoiceField, LineField
from wcafe.ui.widgets.parts import Card, with_label
from wcafe.ui.widgets.when import DayField, TimeField, calendar_button
from wcafe.ui.words import _


class DetailsCard(Card):
    """Fields that are kept as soon as they are left."""

    def __init__(self, presenter: CafePresenter) -> None:
        super().__init__(_("The café"))
        self._presenter = presenter
        self.title_edit = LineField(_("Title"), most=SHORT)
        self.purpose_edit = AreaField(
            _("Purpose"), _("Why do people meet? What will be done with the results?"), lines=3
        )
        self.day_edit = DayField(_("Date"))
        self.calendar_button = calendar_button(self.day_edit)
        self.starts_edit = TimeField(_("Starts at"))
        self.place_edit = LineField(_("Place"), _("House, room, city"), most=SHORT)
        self.language_choice = ChoiceField(_("Language of what is printed"), dict(OWN_NAMES))

        self.column.addLayout(with_label(_("Title"), self.title_edit))
        self.column.addLayout(with_label(_("Purpose"), self.purpose_edit))
        when = QHBoxLayout()
        when.addLayout(with_label(_("Date"), self.day_edit))
        when.addWidget(self.calendar_button, 0, Qt.AlignmentFlag.AlignBottom)
        when.addStretch(1)
        when.addLayout(with_label(_("Starts at"), self.starts_edit))
        self.column.addLayout(when)
        self.column.addLayout(with_label(_("Place"), self.place_edit))
        self.column.addLayout(with_label(_("Language of what is printed"), self.language_choice))

        self.title_edit.kept.connect(presenter.rename)
        self.purpose_edit.kept.connect(presenter.set_purpose)
        self.place_edit.kept.connect(presenter.set_place)
        self.language_choice.kept.connect(presenter.set_language)
        self.day_edit.chosen.connect(presenter.set_day)
        self.starts_edit.chosen.connect(presenter.set_starts)
        for field in (self.day_edit, self.starts_edit):
            field.refused.connect(presenter.failed)
            field.understood.connect(presenter.resolved)

    def show_cafe(self) -> None:
        cafe = self._presenter.cafe
        self.title_edit.show_text(cafe.title)
        self.purpose_edit.show_text(cafe.purpose)
        self.place_edit.show_text(cafe.place)
        self.language_choice.show_key(cafe.language)
        self.day_edit.show_day(cafe.day)
        self.starts_edit.show_time(cafe.starts)

    def keep_typed(self) -> None:
        for field in (
            self.title_edit,
            self.purpose_edit,
            self.day_edit,
            self.starts_edit,
            self.place_edit,
        ):
            field.keep()
