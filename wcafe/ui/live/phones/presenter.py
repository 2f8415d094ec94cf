"""What the window of phones knows and can do, without a single widget."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from wcafe.domain.agenda import programme
from wcafe.domain.board import Seen, TableOnBoard, board, unsent_notes
from wcafe.domain.live import Clock
from wcafe.domain.moment import Moment
from wcafe.domain.phones import Phone, Station
from wcafe.domain.settling import DeviceId
from wcafe.errors import WcafeError
from wcafe.errors.stations import PortTaken
from wcafe.services.changes import Changed, Part
from wcafe.services.note_change import NotesChange
from wcafe.services.station import Serving
from wcafe.ui.live.phones.typed_codes import TypedCodes
from wcafe.ui.live.phones.way_wishes import WayWishes
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.undo import Edit
from wcafe.ui.words import _

_LOOK = 1000  # milliseconds between two looks at what phones told
_READ = 500  # milliseconds at least between two readings of the café, however many notes come


def utc_now() -> datetime:
    return datetime.now(UTC)


class PhonesPresenter(Presenter):
    """Turns wishes about phones into a station that runs, and phones that are in or out.

    Attributes:
        tables: how it stands with each table's phones.
        phones: all that ever came in.
        station: what the café remembers of the way in.
        chosen: the table that is looked at, from 0.
        way: what is wished of the way in for phones.
        typed_codes: those that were asked for.
        network: what the network of the phones is called, where somebody said it.

    Signals:
        ticked: time went by: what is told in seconds and minutes is to be shown again.
        taken_out: a phone was taken out.
        port_taken: another program has the port of the address at which phones were to come in.
    """

    ticked = Signal()
    taken_out = Signal()
    port_taken = Signal(str, int)
    parts = Part.CAFE | Part.PLAN | Part.LIVE | Part.NOTES | Part.PHONES

    def __init__(
        self,
        desk: DeskCafe,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(desk, parent)
        self._now = now
        self.chosen = 0
        self.network = ""  # what the network of the phones is called, as somebody said it
        self.tables: tuple[TableOnBoard, ...] = ()
        self.typed_codes = TypedCodes(desk.services.phones.way_in, now)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause_over)
        self.way = WayWishes(self, lambda: self.station)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK)
        self.reload()

    def reload(self) -> None:
        services = self.desk.services
        snapshot = services.cafes.snapshot()
        self.cafe, self.live = snapshot.cafe, snapshot.live
        self.clock = self.live.clock
        self.station: Station = services.phones.way_in.get()
        self.phones: tuple[Phone, ...] = services.phones.all()
        self.counts = services.notes.counts()
        round_ = self.moment.round
        self._last_note: dict[int, datetime] = {}
        for note in snapshot.notes:
            if note.created and (round_ is None or note.round == round_):
                self._last_note[note.table] = datetime.fromisoformat(note.created)
        self.chosen = min(self.chosen, max(len(self.cafe.tables) - 1, 0))
        self.look()
        self.shown.emit()

    def _on_changed(self, changed: Changed) -> None:
        if not changed.parts & self.parts or changed.by is self or self.is_resting:
            super()._on_changed(changed)
        elif self._pause.isActive():
            self._is_behind = True  # a wish looks before it is carried out
        else:
            super()._on_changed(changed)
            self._pause.start(_READ)

    def _on_pause_over(self) -> None:
        if self._is_behind and not self.is_resting:
            self._catch_up()
            self._pause.start(_READ)

    def look(self) -> None:
        """See what phones told since; the board is made of it anew."""
        self.seen = self.desk.services.phones.seen.all()
        left = self.clock.left_at(self.now) if isinstance(self.clock, Clock) else 0.0
        self.tables = board(
            len(self.cafe.tables),
            self.phones,
            self.seen,
            now=self.now,
            notes={table: self.notes_of(table) for table in range(len(self.cafe.tables))},
            last_note=self._last_note,
            on_paper=self.station.on_paper,
            is_calm=not self.moment.misses_notes(left),
        )
        self.ticked.emit()

    # What there is

    @property
    def now(self) -> datetime:
        return self._now()

    @property
    def moment(self) -> Moment:
        return Moment(
            cafe=self.cafe,
            steps=programme(self.cafe),
            clock=self.clock,
            is_over=self.live.is_over,
        )

    @property
    def round_began(self) -> datetime | None:
        """When the round under way began; None where none is."""
        return self.moment.began(self.now)

    @property
    def takes_codes(self) -> bool:
        """Does a code that was printed or shown open its table just now?"""
        return self.station.takes_codes(self.moment, self.now)

    @property
    def serving(self) -> Serving | None:
        """The station while it runs."""
        station = self.desk.services.station
        return station.serving if station is not None else None

    def notes_of(self, table: int) -> int:
        """Return how many notes `table` has in the round, or in all where none is under way."""
        round_ = self.moment.round
        if round_ is not None:
            return self.counts[table, round_]
        return sum(self.counts[table, each] for each in range(len(self.cafe.rounds)))

    def phones_of(self, table: int) -> tuple[Phone, ...]:
        """Return the phones that are in at `table`, in the order in which they came."""
        return tuple(each for each in self.phones if each.is_welcome and table in each.tables)

    def seen_of(self, phone: Phone) -> Seen | None:
        """Return what a phone told since the station runs."""
        return self.seen.get(phone.id)

    @property
    def unsent(self) -> tuple[tuple[int, int], ...]:
        """The tables, from 0, whose phones hold notes that are not here, each with how many."""
        return unsent_notes(self.phones, self.seen, self.now)

    def way_in(self, table: int) -> str:
        """Return the address that opens `table`; empty while no station runs."""
        if self.serving is None:
            return ""
        try:
            return self.serving.way_in(self.desk.services.phones.way_in.codes()[table])
        except WcafeError as error:
            self.failed.emit(error)
            return ""

    def way_in_of_scribe(self, tables: Sequence[int]) -> str:
        """Return the address that opens several tables at once; empty while no station runs."""
        if self.serving is None:
            return ""
        try:
            code = self.desk.services.phones.way_in.code_of_scribe(tables)
        except WcafeError as error:
            self.failed.emit(error)
            return ""
        return self.serving.way_in_of_scribe(code)

    # Wishes

    def choose(self, table: int) -> None:
        """Look at `table`, from 0."""
        if table != self.chosen:
            self.chosen = table
            self.shown.emit()

    def start(self, host: str, *, on_any_port: bool = False) -> bool:
        """Let phones in at the address `host` of this computer; return whether they are.

        It is at the port of last time, or `on_any_port` at another one that is free.
        """
        station = self.desk.services.station
        assert station is not None
        taken: list[int] = []

        def start() -> None:
            self.desk.services.phones.way_in.codes()  # a café without tables has none
            try:
                station.start(host, on_any_port=on_any_port, by=self)
            except PortTaken:
                if on_any_port or (port := self.station.port) is None:
                    raise
                taken.append(port)

        is_done = self.attempt(start)
        for port in taken:
            self.port_taken.emit(host, port)
        return is_done and not taken

    def take_message_back(self) -> None:
        """Let phones show no message any more."""
        if self.way.tell_phones(""):
            self.undoable.emit(_("Phones do not show the message any more."))

    def stop(self) -> None:
        """Let no phone in any more; those that are keep what they have until it is back."""
        station = self.desk.services.station
        assert station is not None
        self.attempt(lambda: station.stop(by=self))

    def ask_short_code(self, table: int) -> None:
        """Make a code to type for `table`."""
        self.typed_codes.ask(table)
        self.shown.emit()

    def set_in(self, phone: DeviceId, *, is_in: bool) -> None:
        """Take a phone out, or let it in again."""
        phones = self.desk.services.phones

        def keep(wanted: bool) -> None:
            (phones.readmit if wanted else phones.revoke)(phone, by=self)

        text = _("let a phone in again") if is_in else _("take a phone out")
        if self.edit(text, not is_in, is_in, keep, subjects=frozenset({phone})) and not is_in:
            self.taken_out.emit()

    def rename(self, phone: Phone, name: str) -> None:
        """Call a phone `name`."""
        if name == phone.name:
            return
        self.edit(
            _("name a phone"),
            phone.name,
            name,
            lambda wanted: self.desk.services.phones.rename(phone.id, wanted, by=self),
            subjects=frozenset({phone.id}),
        )

    def take_back(self, phone: DeviceId, since: datetime) -> None:
        """Let the notes that a phone changed since be as they were before."""
        made: list[NotesChange] = []
        phones = self.desk.services.phones
        if not self.attempt(lambda: made.append(phones.take_back(phone, since, by=self))):
            return
        if not made[0]:
            self.told.emit(_("There is nothing to take back: somebody else has changed it since."))
            return
        text = _("take back what a phone wrote")
        turn = self._turner(made[0])
        self.desk.history.push(Edit(text, False, True, turn, subjects=frozenset(), is_done=True))
        self.undoable.emit(_("What this phone wrote since is taken back."))

    def _turner(self, change: NotesChange) -> Callable[[bool], bool]:
        notes = self.desk.services.notes

        def turn(is_in: bool) -> bool:
            return self.attempt(lambda: notes.turn(change, is_in=is_in, by=self))

        return turn
