"""The large card of whoever stands at the door: name, tables, and what can be noted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from wcafe.domain.people import PersonId
from wcafe.domain.presence import Presence
from wcafe.ui.live.door.big_name import BigName
from wcafe.ui.live.door.greeting import Greeting
from wcafe.ui.live.door.presenter import DoorPresenter
from wcafe.ui.live.door.route_tiles import RouteTiles
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Card, Chip, Text, push_button, restyle
from wcafe.ui.words import _

_MOODS = {
    Presence.EXPECTED: "sand",
    Presence.HERE: "good",
    Presence.AWAY: "care",
    Presence.LEFT: "care",
}
_HERE_WORDS = {
    Presence.EXPECTED: lambda: _("Is here"),
    Presence.HERE: lambda: _("Is here"),
    Presence.AWAY: lambda: _("Is here after all"),
    Presence.LEFT: lambda: _("Here again"),
}
_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_HIGH = 44  # pixels of a button: large enough for a finger


class PersonCard(Card):
    """Shown while somebody is looked at; Enter in the field of names does what is primary here."""

    def __init__(self, presenter: DoorPresenter) -> None:
        super().__init__(surface="guest")
        self._presenter = presenter
        self._said = ""
        self.name = BigName()
        self.state = Chip()
        self.rest = Text("", "question", wraps=True)
        self.facts = Text("", "muted", wraps=True)
        self.remark = Text("", wraps=True)
        self.remark.setProperty("door", "remark")
        self.route = RouteTiles()
        self.here_button = _large("", self._on_here, kind="primary")
        self.start_button = _large(_("Was here from the start"), self._on_from_start)
        self.away_button = _large("", self._on_away)
        self.early_button = _large(_("Leaves early…"))
        self.early_menu = QMenu(self.early_button)
        self.early_button.setMenu(self.early_menu)
        restyle(self.early_button, hasMenu=True)
        self.back_button = _large(_("Take it back"), self._on_back)
        self.column.setContentsMargins(22, 12, 22, 12)
        self.column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        head.setAlignment(self.state, _TOP)
        self.column.addLayout(head)
        for part in (self.rest, self.facts, self.remark):
            part.setAlignment(_LEFT)  # below the given name, in any script
            self.column.addWidget(part)
        self.column.addSpacing(6)
        self.column.addWidget(self.route)
        buttons = QWidget()
        self.buttons = FlowLayout(buttons)
        for button in (
            self.here_button,
            self.start_button,
            self.away_button,
            self.early_button,
            self.back_button,
        ):
            self.buttons.addWidget(button)
        self.column.addSpacing(6)
        self.column.addWidget(buttons)
        presenter.shown.connect(self.show_person)
        self.show_person()

    def set_low(self, is_low: bool) -> None:
        """Take less height, where a screen has little."""
        self.name.set_low(is_low)
        self.route.set_low(is_low)
        edge = 8 if is_low else 12
        self.column.setContentsMargins(22, edge, 22, edge)

    def show_person(self) -> None:
        greeting = self._presenter.greeting
        if greeting is None:
            self.hide()
            self._said = ""
            return
        self._show(greeting)
        self.show()

    def _show(self, greeting: Greeting) -> None:
        self.name.show_name(greeting.first)
        self.state.setText(greeting.state)
        self.state.set_mood(_MOODS[greeting.presence])
        remarks = "\n".join(filter(None, (self._presenter.remark, *greeting.remarks)))
        for part, words in (
            (self.rest, greeting.rest),
            (self.facts, greeting.facts),
            (self.remark, remarks),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self.route.show_seats(greeting.seats)
        self._show_buttons(greeting)
        self.setAccessibleName(greeting.words)
        said = f"{self._presenter.remark} {greeting.words}"
        if said != self._said and self.isVisible():
            announce(self, said)
        self._said = said

    def _show_buttons(self, greeting: Greeting) -> None:
        presence, snapshot = greeting.presence, self._presenter.snapshot
        has_coming = bool(snapshot.coming)
        is_here = presence is Presence.HERE
        _name_button(self.here_button, _HERE_WORDS[presence](), key="⏎")
        self.here_button.setVisible(not is_here)
        is_late = presence is Presence.EXPECTED and bool(snapshot.over)
        self.start_button.setVisible(is_late)
        _name_button(self.away_button, _("Has left") if is_here else _("Does not come"))
        can_leave = has_coming and presence in (Presence.HERE, Presence.EXPECTED)
        self.away_button.setVisible(can_leave)
        self._fill_early_menu(greeting)
        self.early_button.setVisible(can_leave and not self.early_menu.isEmpty())
        self.back_button.setVisible(is_here)

    def _fill_early_menu(self, greeting: Greeting) -> None:
        self.early_menu.clear()
        snapshot, presenter = self._presenter.snapshot, self._presenter
        rounds = len(snapshot.cafe.rounds)
        begun = snapshot.rounds_begun
        for round_ in range(max(begun - 1, 0), rounds - 1):
            words = _("after round {round}").format(round=round_ + 1)
            action = self.early_menu.addAction(words)
            leave = partial(presenter.leave_after, greeting.person, round_)
            action.triggered.connect(lambda _checked=False, leave=leave: leave())

    def _on_here(self) -> None:
        self._with_person(self._presenter.arrive)

    def _on_from_start(self) -> None:
        self._with_person(partial(self._presenter.arrive, is_late=False))

    def _on_away(self) -> None:
        self._with_person(self._presenter.give_up)

    def _on_back(self) -> None:
        self._with_person(self._presenter.take_back)

    def _with_person(self, note: Callable[[PersonId], object]) -> None:
        greeting = self._presenter.greeting
        if greeting is not None:
            note(greeting.person)


def _large(
    words: str, clicked: Callable[[], object] | None = None, *, kind: str = ""
) -> QPushButton:
    """Return a button for a finger; a click leaves the keyboard in the field of names."""
    button = push_button(words, clicked, kind=kind)
    button.setMinimumHeight(_HIGH)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _name_button(button: QPushButton, words: str, *, key: str = "") -> None:
    """Let `button` say `words`, and beside them the key that does the same."""
    button.setText(f"{words}   {key}" if key else words)
    button.setAccessibleName(words)
