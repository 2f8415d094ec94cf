"""What is done with an open station now and then: who comes in, what phones are told and send."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.live.phones.way_words import LET_IN_NAMES, name_of
from wcafe.ui.words import _


class StationMenu(QMenu):
    """Opened by the button “…” of the station.

    Signals:
        scribe_asked: a second laptop is to write for several tables.
        renewal_asked: all tables are to have new codes.
        message_asked: all phones are to be told something.
        end_asked: phones are to forget what they hold.
    """

    scribe_asked = Signal()
    renewal_asked = Signal()
    message_asked = Signal()
    end_asked = Signal()

    def __init__(self, presenter: PhonesPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.addAction(_("Message to phones…"), self.message_asked.emit)
        self.addAction(_("Second laptop…"), self.scribe_asked.emit)
        self.addSeparator()
        self.let_in = self.addMenu(_("Let phones in by their code"))
        group = QActionGroup(self.let_in)
        self.choices = {}
        for when in LET_IN_NAMES:
            choice = self.let_in.addAction(name_of(when), partial(presenter.way.let_in, when))
            choice.setCheckable(True)
            group.addAction(choice)
            self.choices[when] = choice
        self.photos = self.addAction(_("Photos from phones"))
        self.photos.setCheckable(True)
        self.photos.triggered.connect(lambda is_on: presenter.way.set_photos(are_wanted=is_on))
        self.addAction(_("New codes for all tables…"), self.renewal_asked.emit)
        self.addSeparator()
        self.addAction(_("End for phones…"), self.end_asked.emit)
        presenter.shown.connect(self.show_station)
        self.show_station()

    @Slot()
    def show_station(self) -> None:
        station = self._presenter.station
        self.choices[station.let_in].setChecked(True)
        self.let_in.setEnabled(not station.is_over)
        self.photos.setChecked(not station.has_no_photos)
