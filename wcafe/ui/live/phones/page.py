"""The board of phones on screen: how it stands with each table while people talk and write."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.handouts import HARVEST_SHEETS
from wcafe.ui.live.phones.counts import CountsStrip
from wcafe.ui.live.phones.foot import Foot
from wcafe.ui.live.phones.message import MessageDialog
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.live.phones.printing import CardsPress
from wcafe.ui.live.phones.reach import Reach
from wcafe.ui.live.phones.scribe import ScribeDialog
from wcafe.ui.live.phones.side import TableSide
from wcafe.ui.live.phones.state_words import say_details, say_state
from wcafe.ui.live.phones.station_bar import StationBar
from wcafe.ui.live.phones.tiles import LEAST_WIDE, Tile, TileList
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.confirm import ConfirmDialog
from wcafe.ui.widgets.parts import WIDE, Page, Text
from wcafe.ui.words import _, ngettext

_SIDE_WIDE = 334  # pixels


class PhonesPage(Page):
    """Arrows walk through the tables; what is beside them is of the one that is reached."""

    def __init__(self, presenter: PhonesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Phones"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self.bar = StationBar(presenter)
        self.counts = CountsStrip()
        self.tiles = TileList()
        self.side = TableSide(presenter)
        self.side.setFixedWidth(_SIDE_WIDE)
        self.foot = Foot(presenter)
        self.nothing = Text(
            _("There are no tables yet: compose the seating plan first."), "muted", wraps=True
        )
        self.press = CardsPress(presenter, self)
        self._lay_out()
        self.tiles.passed.connect(self._on_passed)
        self.bar.cards_asked.connect(self._on_cards)
        self.bar.reach_asked.connect(self.show_reach)
        self.bar.menu.message_asked.connect(self.show_message)
        self.foot.message_asked.connect(self.show_message)
        self.bar.menu.scribe_asked.connect(self.show_scribe)
        self.bar.menu.renewal_asked.connect(self.ask_renewal)
        self.bar.menu.end_asked.connect(self.ask_end)
        self.tiles.chosen.connect(self._on_chosen)
        self.press.written.connect(self.file_written)
        self.press.failed.connect(presenter.failed)
        presenter.port_taken.connect(self._on_port_taken)
        presenter.taken_out.connect(self._on_taken_out)
        presenter.shown.connect(self.show_board)
        presenter.ticked.connect(self.show_board)
        self.show_board()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.nothing)
        left.addWidget(self.tiles, 1)
        left.addWidget(self.foot)
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.counts)
        self.body.addLayout(row, 1)

    @Slot()
    def show_board(self) -> None:
        presenter = self._presenter
        now, cafe = presenter.now, presenter.cafe
        self.subtitle.setText(_say_round(presenter))
        self._need_room()
        self.tiles.rows.show_rows(
            [
                Tile(
                    table=each.table,
                    name=cafe.table_name(each.table),
                    state=each.state,
                    said=say_state(each, now),
                    details=say_details(each, now),
                    notes=each.notes,
                    is_chosen=each.table == presenter.chosen,
                )
                for each in presenter.tables
            ]
        )
        self.tiles.fit()
        if presenter.tables and self.tiles.currentIndex().row() != presenter.chosen:
            self.tiles.setCurrentIndex(self.tiles.rows.index(presenter.chosen))
        self.tiles.setVisible(bool(cafe.tables))
        self.nothing.setVisible(not cafe.tables)
        self.counts.show_states(each.state for each in presenter.tables)

    def _need_room(self) -> None:
        """Be as wide as buttons and table side need, so that none is cut off or scrolled."""
        column, scroll_bar = self.layout(), self.area.verticalScrollBar()
        assert column is not None
        margins = column.contentsMargins()
        needed = max(self.bar.needed_width, LEAST_WIDE + WIDE + _SIDE_WIDE)
        beside = margins.left() + margins.right() + scroll_bar.sizeHint().width()
        self.setMinimumWidth(needed + beside)

    def take_focus(self) -> None:
        (self.tiles if self._presenter.serving is not None else self.bar.open_button).setFocus()

    def show_reach(self) -> None:
        """Let it be tried whether phones can reach this computer."""
        reach = Reach(self._presenter, self)
        reach.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reach.paper_asked.connect(self._on_paper)
        reach.open()

    def show_message(self) -> None:
        """Tell all phones something, or something else."""
        presenter = self._presenter
        MessageDialog(presenter.station.message, presenter.way.tell_phones, self).open()

    def show_scribe(self) -> None:
        """Let a second laptop in, for several tables."""
        ScribeDialog(self._presenter, self).open()

    def ask_renewal(self) -> None:
        """Ask once whether all codes are to be new: printed ones would be of no use any more."""
        sentence = _(
            "Codes that were shown or printed so far will open nothing any more; phones that are "
            "in stay in. This cannot be undone."
        )
        title, words = _("New codes for all tables"), _("Make new codes")
        ConfirmDialog(title, sentence, words, self._presenter.way.renew_codes, self).open()

    def ask_end(self) -> None:
        """Ask once whether phones may forget: what they hold is gone from them then."""
        sentence = _(
            "Phones clear what they hold of this café once all of it is on this computer, and "
            "their codes open nothing any more. This cannot be undone."
        )
        title, words = _("End for phones"), _("Let phones forget")
        ConfirmDialog(title, sentence, words, self._presenter.way.end, self).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back from a table's side to the board."""
        here = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and here and self.side.isAncestorOf(here):
            self.tiles.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def _on_port_taken(self, host: str, port: int) -> None:
        """Another program has the port: offer another one, and say what that means for phones."""
        sentence = _(
            "Another program uses port {port} of this computer. Close that program and open the "
            "station again, or open it at another port: codes that were printed open nothing then, "
            "and phones that have the page open under the old address find the café by scanning "
            "again. Notes that such a page has not sent yet can be copied out of it."
        ).format(port=port)

        def open_elsewhere() -> None:
            self._presenter.start(host, on_any_port=True)

        title, words = _("The port is taken"), _("Open at another port")
        ConfirmDialog(title, sentence, words, open_elsewhere, self).open()

    @Slot()
    def _on_taken_out(self) -> None:
        """Say what that means; new codes are what keeps a phone out that has its table's code."""
        presenter = self._presenter
        if not presenter.station.takes_typed_codes:
            presenter.undoable.emit(_("The phone is out. What it wrote stays."))
            return
        sentence = _(
            "The phone is out, what it wrote stays. Whoever has the code of its table comes in "
            "again with it; new codes keep them out."
        )
        self.undoable_told.emit(sentence, _("New codes for all tables…"), self.ask_renewal)

    def _on_chosen(self, place: int) -> None:
        self._presenter.choose(place)
        self.side.take_focus()

    @Slot()
    def _on_paper(self) -> None:
        self.place_asked.emit("plan", HARVEST_SHEETS)

    def _on_passed(self, place: int) -> None:
        self._presenter.choose(place)

    @Slot()
    def _on_cards(self) -> None:
        title = _("Where shall the codes be written?")
        if path := ask.save_file(self, title, "PDF (*.pdf)", self.press.propose_path()):
            self.press.write(path)


def _say_round(presenter: PhonesPresenter) -> str:
    round_ = presenter.moment.round
    number = sum(each.notes for each in presenter.tables)
    notes = ngettext("{number} note received", "{number} notes received", number)
    said = notes.format(number=number)
    if round_ is None:
        return said
    where = _("Round {number} of {rounds}").format(
        number=round_ + 1, rounds=len(presenter.cafe.rounds)
    )
    return f"{where} · {said}"
