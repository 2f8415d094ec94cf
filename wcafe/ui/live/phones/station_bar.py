"""The station: closed or open, at which address, and what one does with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from wcafe.ui.live.phones.addresses import Address, addresses
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.live.phones.station_menu import StationMenu
from wcafe.ui.live.phones.way_words import say_way_in
from wcafe.ui.widgets.folding import FoldingRow
from wcafe.ui.widgets.parts import GAP, Text, push_button, restyle
from wcafe.ui.words import _, ngettext

_STATE_WIDE = 240  # pixels at least beside the buttons; else it stands above them


class StationBar(FoldingRow):
    """Whether the station is open, and what one does with it.

    Signals:
        cards_asked: the codes are to be printed.
        reach_asked: can phones reach it?
    """

    cards_asked = Signal()
    reach_asked = Signal()

    def __init__(
        self,
        presenter: PhonesPresenter,
        find: Callable[[], Sequence[Address]] = addresses,
    ) -> None:
        super().__init__(GAP)
        self._presenter = presenter
        self._find = find
        self.host_box = QComboBox()
        self.host_box.setAccessibleName(_("Address of this computer"))
        self.state = Text("", "muted", wraps=True)
        self.reach_button = push_button(_("Can phones reach me?"), self.reach_asked.emit)
        self.cards_button = push_button(_("Print the codes…"), self.cards_asked.emit)
        self.more_button = push_button("…", name=_("More"), tip=_("Message, who comes in, codes"))
        self.more_button.setProperty("hasMenu", True)
        self.menu = StationMenu(presenter, self.more_button)
        self.more_button.setMenu(self.menu)
        self.open_button = push_button(_("Open the station"), self.turn, kind="primary")
        self.state.setMinimumWidth(_STATE_WIDE)
        state, row = QVBoxLayout(), QHBoxLayout()
        state.addWidget(self.state)
        self.add(state, 1)
        self.add(row, is_left=True)
        buttons = (self.reach_button, self.cards_button, self.more_button, self.open_button)
        self._beside = (self.host_box, *buttons)
        for part in self._beside:
            row.addWidget(part)
        presenter.shown.connect(self.show_station)
        presenter.ticked.connect(self.show_state)
        self.show_addresses()
        self.show_station()

    @Slot()
    def show_addresses(self) -> None:
        """Offer the addresses there are now; the one of last time is chosen, or the likeliest."""
        before = [origin.partition("//")[2].partition(":")[0] for origin in self._origins]
        found = list(self._find())
        self.host_box.clear()
        for each in found:
            words = _("this computer alone") if each.is_own else each.network
            self.host_box.addItem(f"{each.host} · {words}", each.host)
        hosts = [each.host for each in found]
        known = [hosts.index(host) for host in before if host in hosts]
        self.host_box.setCurrentIndex(known[0] if known else 0 if hosts else -1)

    @property
    def needed_width(self) -> int:
        """The pixels that its buttons need side by side, as they are now."""
        shown = [part for part in self._beside if not part.isHidden()]
        for part in shown:
            part.ensurePolished()
        return sum(part.sizeHint().width() for part in shown) + GAP * (len(shown) - 1)

    @property
    def _origins(self) -> tuple[str, ...]:
        return self._presenter.station.origins

    @Slot()
    def show_station(self) -> None:
        presenter = self._presenter
        is_open = presenter.serving is not None
        words = _("Close the station") if is_open else _("Open the station")
        self.open_button.setText(words)
        self.open_button.setAccessibleName(words)
        restyle(self.open_button, kind="" if is_open else "primary")
        self.host_box.setVisible(not is_open)
        self.cards_button.setVisible(is_open)
        self.reach_button.setVisible(is_open)
        self.more_button.setVisible(is_open)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Say where the station is open, for how many phones, and whether more come in."""
        presenter, serving = self._presenter, self._presenter.serving
        if serving is None:
            self.state.setText(
                _(
                    "Phones are not let in. Choose the address of the network in which they are, "
                    "best that of your own hotspot, and open the station."
                )
            )
            return
        there = sum(bool(each.is_welcome) for each in presenter.phones)
        phones = ngettext("{number} phone", "{number} phones", there).format(number=there)
        told = _("Open at {address} · {phones}").format(
            address=serving.url.removeprefix("http://"), phones=phones
        )
        self.state.setText(" · ".join(filter(None, (told, say_way_in(presenter)))))

    def turn(self) -> None:
        """Open the station, or close it."""
        if self._presenter.serving is not None:
            self._presenter.stop()
        elif host := self.host_box.currentData():
            self._presenter.start(host)
