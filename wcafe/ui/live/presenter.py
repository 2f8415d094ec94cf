"""What Run knows and can do, without a single widget. The stored deadline is the truth."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from wcafe.domain.agenda import programme
from wcafe.domain.course import Course
from wcafe.domain.live import Clock, Live
from wcafe.domain.moment import Moment
from wcafe.services.changes import Changed, Part
from wcafe.ui.awake import Awake
from wcafe.ui.live.course import KeptCourse
from wcafe.ui.live.cues import Cues
from wcafe.ui.live.left_over import LeftOver
from wcafe.ui.live.presence_presenter import PresencePresenter
from wcafe.ui.live.repair_presenter import RepairPresenter
from wcafe.ui.live.steady import NOTICED
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.table_closing import TableClosing
from wcafe.ui.sound import Player, Sound
from wcafe.ui.undo import Edit
from wcafe.ui.widgets.screens import Closable
from wcafe.ui.words import _

CLOCK = frozenset({"clock"})
_FIFTH, _SECOND = 200, 1000  # milliseconds between two looks at the clock
_CUE = 4000  # milliseconds in which a sound is shown as well


def utc_now() -> datetime:
    return datetime.now(UTC)


class LivePresenter(Presenter):
    """Turns wishes of the one who holds the bell into a clock that is kept.

    Signals:
        ticked: time went by; only what shows time needs to look.
        cued: the moment of a Sound has come, whether it can be heard or not.
        room_changed: the room window was opened or put away.
    """

    ticked = Signal()
    cued = Signal(object)
    room_changed = Signal()
    parts = Part.CAFE | Part.PLAN | Part.LIVE | Part.NOTES

    def __init__(
        self,
        desk: DeskCafe,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
        steady: Callable[[], float] | None = None,
        player: Player | None = None,
        awake: Awake | None = None,
        rings: bool = True,
    ) -> None:
        super().__init__(desk, parent)
        self._rings = rings  # else another window of this café does
        self._now = now
        self._steady = steady  # without it nobody notices that the wall clock was set
        self._clock_gap: float | None = None  # seconds between the two clocks, at the last look
        self._awake = awake or Awake()
        self._player = player or Player()
        self._player.setParent(self)
        self._player.silent.connect(self.failed)
        self.presence = self.adopt(PresencePresenter(desk))
        self.repair = self.adopt(RepairPresenter(desk))
        self.closing = TableClosing(self)
        self.room: Closable | None = None
        self.room_keeper: object | None = None  # the page that puts the room window away
        self.is_over = False
        self.clock: Clock | None = None
        cafe = desk.services.cafes.get()
        self._heard_key = f"heard {cafe.id}"
        self._cues = Cues(desk.settings.text_of(self._heard_key))
        self._course = KeptCourse(desk.settings, cafe)
        self._left_over = LeftOver(desk.settings, cafe)
        self._cue = QTimer(self)
        self._cue.setSingleShot(True)
        self._cue.setInterval(_CUE)
        self._cue.timeout.connect(self.ticked)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self.destroyed.connect(self._awake.release)
        self.reload()

    def reload(self) -> None:
        snapshot = self.desk.services.cafes.snapshot()
        self.cafe = snapshot.cafe
        self.clock = snapshot.live.clock
        self.steps = programme(self.cafe)
        self.counts = self.desk.services.notes.counts()
        self.has_plan = snapshot.plan is not None
        if self.clock is not None:
            self.is_over = False
            if not self._course.knows(self.clock.step):  # begun elsewhere
                self._note_begin(is_first=False, ago=self._spent())
        self._timer.start(_FIFTH if self.clock is not None else _SECOND)
        self._stay_awake()
        self.shown.emit()
        self.tick()

    # What there is

    @property
    def left(self) -> float:
        """Seconds left of the step under way; below zero is overtime, 0 without a clock."""
        return self.clock.left_at(self._now()) if self.clock is not None else 0.0

    @property
    def wall_time(self) -> datetime:
        return self._now().astimezone()

    @property
    def course(self) -> Course:
        return self._course.at(self.cafe, self.steps, self.clock, self.wall_time)

    @property
    def moment(self) -> Moment:
        return Moment(cafe=self.cafe, steps=self.steps, clock=self.clock, is_over=self.is_over)

    @property
    def is_cued(self) -> bool:
        """Is a sound heard now? The ring shows it, for who cannot hear it."""
        return self._cue.isActive()

    @property
    def misses_notes(self) -> bool:
        """Is a table without a note worth a look now?"""
        return self.moment.misses_notes(self.left)

    def notes_of(self, table: int) -> int:
        """Return how many notes `table` has in the round, or in all where none is under way."""
        round_ = self.moment.round
        if round_ is not None:
            return self.counts[table, round_]
        return sum(self.counts[table, each] for each in range(len(self.cafe.rounds)))

    # The clock

    def toggle(self) -> None:
        """Start, pause or go on: whichever makes sense now."""
        live = self.desk.services.live
        if self.clock is None:
            if self.attempt(lambda: live.start(by=self)):
                self._left_over.forget()
                self._note_begin(is_first=True)
        elif self.clock.is_running:
            self.attempt(lambda: live.pause(by=self))
        else:
            self.attempt(lambda: live.resume(by=self))

    def shift(self, minutes: int) -> None:
        self.attempt(lambda: self.desk.services.live.shift(minutes, by=self))

    def next(self) -> None:
        """Begin what comes next at once; after the last step the café is over."""
        is_last = self.moment.step is not None and self.moment.next_step is None
        live = self.desk.services.live
        if self._turn(_("go to the next step"), lambda: live.next(by=self)):
            self.is_over = is_last
            self.shown.emit()

    def previous(self) -> None:
        """Go back to the step before, which goes on with what was left of it."""
        live, step = self.desk.services.live, self.moment.previous_step
        left = self._left_over.of(step.key) if step is not None else None
        self._turn(_("go back one step"), lambda: live.previous(left, by=self))

    def go_to(self, key: str) -> None:
        """Begin the step of that key now, with all its minutes."""
        live = self.desk.services.live
        self._turn(_("go to another step"), lambda: live.start(key, by=self))

    def stop(self) -> None:
        if self.clock is not None:
            self._turn(_("stop the clock"), lambda: self.desk.services.live.stop(by=self))

    def attempt(
        self,
        wish: Callable[[], object],
        *,
        subjects: frozenset[str] = frozenset(),
        waits_in: str = "",
    ) -> bool:
        """Do `wish` to the clock that was seen; where it moved unseen, that was the wish.

        A disk that failed had not said so, and who presses again means the same step.
        """
        seen = self.clock

        def do() -> None:
            if self.clock == seen:
                wish()
            else:
                self.desk.services.confirm()

        return super().attempt(do, subjects=subjects, waits_in=waits_in)

    def _turn(self, text: str, wish: Callable[[], Live]) -> bool:
        """Do `wish` so that undo puts the clock back, with the deadline it had."""
        before, left = self.clock, self.left
        if not self.attempt(wish):
            return False
        if before is not None:
            self._left_over.note(before.step, left)
        if self.clock is not None:
            self._note_begin(is_first=before is None)
        edit = Edit(text, before, self.clock, self._set_clock, subjects=CLOCK, is_done=True)
        self.desk.history.push(edit)
        return True

    def _spent(self) -> float:
        """Return the seconds of its minutes that the step under way has used, as far as known."""
        assert self.clock is not None
        minutes = next((step.minutes for step in self.steps if step.key == self.clock.step), 0)
        return max(minutes * 60 - self.left, 0.0) if minutes else 0.0

    def _note_begin(self, *, is_first: bool, ago: float = 0.0) -> None:
        """Remember that the step of the clock begins now, or began so many seconds ago."""
        assert self.clock is not None
        began = self._now() - timedelta(seconds=ago)
        self._course.begin(self.clock.step, began, is_first=is_first)
        self.ticked.emit()

    def _set_clock(self, clock: Clock | None) -> bool:
        return self.attempt(lambda: self.desk.services.live.set_clock(clock, by=self))

    # Sound, sleep and the room

    def test_sound(self) -> None:
        self._sound(Sound.BELL)

    def set_room(self, room: Closable | None) -> None:
        self.room = room
        self._stay_awake()
        self.room_changed.emit()

    @property
    def room_screen(self) -> str:
        """The screen the room window was last full on, by name and size."""
        return self.desk.settings.text_of("room screen")

    @room_screen.setter
    def room_screen(self, name: str) -> None:
        self.desk.settings.keep_text("room screen", name)

    @Slot()
    def tick(self) -> None:
        self._follow_wall()
        sound = self._cues.due(self.clock, self.left)
        if sound is not None:
            self.desk.settings.keep_text(self._heard_key, self._cues.heard)
            self._sound(sound, is_heard=self._rings and self._has_bell)
            self.cued.emit(sound)
        self.ticked.emit()

    @property
    def _has_bell(self) -> bool:
        """Is it this laptop that rings, of those that share the café?"""
        elsewhere = self.desk.services.elsewhere
        return elsewhere is None or elsewhere.holds_bell()

    def _follow_wall(self) -> None:
        """If somebody set the clock on the wall, let what is left of the step be as it was."""
        if self._steady is None:
            return
        before, self._clock_gap = (
            self._clock_gap,
            self._now().timestamp() - self._steady(),
        )
        moved = 0.0 if before is None else self._clock_gap - before
        if abs(moved) >= NOTICED and self.clock is not None and self.clock.is_running:
            self.attempt(lambda: self.desk.services.live.follow_wall(moved, by=self))

    def _sound(self, sound: Sound, *, is_heard: bool = True) -> None:
        if is_heard:
            self._player.play(sound)
        self._cue.start()
        self.ticked.emit()

    def _stay_awake(self) -> None:
        runs = self.clock is not None and self.clock.is_running
        self._awake.keep(runs or self.room is not None)

    def _on_changed(self, changed: Changed) -> None:
        if not changed.parts & self.parts or changed.by is self:
            return
        if changed.parts != Part.NOTES:
            self._look_again()  # also unseen: it holds the bell
        elif self.is_resting:
            self._is_behind = True
        else:
            self.counts = self.desk.services.notes.counts()
            self.shown.emit()
