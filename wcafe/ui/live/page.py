"""Run on screen: the clock, the notes that come, who is here, the agenda, and the room window."""

from math import ceil

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.live.agenda_card import AgendaCard
from wcafe.ui.live.clock_card import ClockCard
from wcafe.ui.live.presence_card import PresenceCard
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.live.room_window import RoomWindow
from wcafe.ui.live.tables_card import TablesCard
from wcafe.ui.sound import Sound
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import WIDE, Page, push_button
from wcafe.ui.words import _, desk_words, ngettext


class LivePage(Page):
    """Space starts and pauses, + and − give and take a minute."""

    def __init__(self, presenter: LivePresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Run"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self.door_button = push_button(_("Check-in…"), self.open_door)
        self.phones_button = push_button(_("Phones…"), self.open_phones)
        self.room_button = push_button(_("Open the room window"), self.toggle_room)
        self.sound_button = push_button(_("Test the sound"), presenter.test_sound)
        self.head_actions.addWidget(self.door_button)
        self.head_actions.addWidget(self.phones_button)
        self.head_actions.addWidget(self.room_button)
        self.head_actions.addWidget(self.sound_button)
        self.clock = ClockCard(presenter)
        self.presence = PresenceCard(presenter.presence, presenter.repair)
        self.tables = TablesCard(presenter)
        self.agenda = AgendaCard(presenter)

        below = QHBoxLayout()
        below.setSpacing(WIDE)
        below.addWidget(self.presence, 8)
        below.addWidget(self.tables, 10)
        left = QVBoxLayout()
        left.setSpacing(WIDE)
        left.addWidget(self.clock)
        left.addLayout(below, 1)
        whole = QHBoxLayout()
        whole.setSpacing(WIDE)
        whole.addLayout(left, 23)
        whole.addWidget(self.agenda, 10)
        self.body.addLayout(whole, 1)

        self.follow(presenter.presence)
        self.follow(presenter.repair)
        self._said = presenter.clock.step if presenter.clock is not None else None
        self.presence.page_asked.connect(self.page_asked)
        self.presence.badges.print_asked.connect(self._on_print_badges)
        presenter.repair.press.written.connect(self.file_written)
        self.tables.list.chosen.connect(self._on_table)
        presenter.shown.connect(self.show_moment)
        presenter.ticked.connect(self.show_moment)
        presenter.room_changed.connect(self.show_room)
        presenter.shown.connect(self._say_step)
        presenter.cued.connect(self._on_cued)
        if self.room is not None:
            presenter.room_keeper = self  # it was opened by the page before this one
        self.show_moment()
        self.show_room()

    @Slot()
    def show_moment(self) -> None:
        self.subtitle.setText(_subtitle(self._presenter))

    @Slot()
    def show_room(self) -> None:
        is_open = self._presenter.room is not None
        words = _("Close the room window") if is_open else _("Open the room window")
        self.room_button.setText(words)
        self.room_button.setAccessibleName(words)

    def open_door(self) -> None:
        """Ask for the window in which people are checked in."""
        self.page_asked.emit("live.door")

    def open_phones(self) -> None:
        """Ask for the window in which phones are let in."""
        self.page_asked.emit("live.phones")

    def toggle_room(self) -> None:
        """Open the room window, or put it away."""
        presenter = self._presenter
        if presenter.room is not None:
            presenter.room.close()
            return
        room = RoomWindow(presenter)
        presenter.room_keeper = self
        presenter.set_room(room)
        room.open_on(self.screen())
        if not room.isFullScreen():
            presenter.told.emit(
                _("Drag the room window to the other screen; a double click makes it full screen.")
            )

    @property
    def room(self) -> RoomWindow | None:
        """The room window, while it is open."""
        room = self._presenter.room
        return room if isinstance(room, RoomWindow) else None

    def take_focus(self) -> None:
        self.clock.main_button.setFocus()

    def seek(self) -> None:
        self.presence.search_edit.setFocus()
        self.presence.search_edit.selectAll()

    def retire(self) -> None:
        presenter = self._presenter
        if presenter.room is not None and presenter.room_keeper is self:
            presenter.room.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._presenter.toggle()
        elif key == Qt.Key.Key_Plus:
            self._presenter.shift(1)
        elif key == Qt.Key.Key_Minus:
            self._presenter.shift(-1)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_print_badges(self) -> None:
        repair = self._presenter.repair
        title = _("Where shall the pages be written?")
        if path := ask.save_file(
            self, title, "PDF (*.pdf)", repair.press.propose_path(_("new badges"))
        ):
            repair.print_badges(path)

    @Slot()
    def _say_step(self) -> None:
        """Let a screen reader say which step has begun."""
        clock, step = self._presenter.clock, self._presenter.moment.step
        key = clock.step if clock is not None else None
        if key == self._said:
            return
        self._said = key
        if step is not None and self.isVisible():
            name, big = step.name(desk_words()), self.clock.question.text()
            announce(self, name if big == name else f"{name}. {big}")

    @Slot(object)
    def _on_cued(self, sound: Sound) -> None:
        """Say in words what is heard: here aloud only, on another workspace to be read as well."""
        sentence = _("Time is up.")
        if sound is Sound.CALL:
            minutes = ceil(self._presenter.left / 60)  # fewer than two if the end was moved
            sentence = ngettext("{number} minute left.", "{number} minutes left.", minutes)
            sentence = sentence.format(number=minutes)
        if self.isVisible():
            announce(self, sentence)
        else:
            self._presenter.told.emit(sentence)

    def _on_table(self, table: int) -> None:
        self.place_asked.emit("notes", (table, self._presenter.moment.round))


def _subtitle(presenter: LivePresenter) -> str:
    moment, course = presenter.moment, presenter.course
    if moment.clock is None:
        starts = moment.cafe.starts.strftime("%H:%M")
        return (
            _("The café is over") if moment.is_over else _("Begins at {time}").format(time=starts)
        )
    facts = []
    step = moment.step
    if step is not None and step.round is not None:
        rounds = len(moment.cafe.rounds)
        facts.append(_("Round {number} of {rounds}").format(number=step.round + 1, rounds=rounds))
    elif step is not None:
        facts.append(step.name(desk_words()))
    if course.ends is not None and presenter.left > 0:
        facts.append(_("ends at {time}").format(time=course.ends.strftime("%H:%M")))
    if course.delay is not None:
        facts.append(_delay(course.delay))
    return " · ".join(facts)


def _delay(minutes: int) -> str:
    if minutes > 0:
        return ngettext(
            "{number} minute behind the programme", "{number} minutes behind the programme", minutes
        ).format(number=minutes)
    if minutes < 0:
        return ngettext(
            "{number} minute ahead of the programme",
            "{number} minutes ahead of the programme",
            -minutes,
        ).format(number=-minutes)
    return _("on time")
