"""The card of the room: the rounds above, the tables drawn or listed, the key below."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from wcafe.domain.people import PersonId
from wcafe.domain.text import fold
from wcafe.ui.plan.attributes import attribute_heading
from wcafe.ui.plan.person_field import PersonField
from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.plan.room import RoomView
from wcafe.ui.plan.seat_list import SeatList
from wcafe.ui.plan.seats import Sitting
from wcafe.ui.plan.zoom import ZoomButtons
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.legend import Entry, Legend
from wcafe.ui.widgets.parts import Card, Text
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.words import _

_MOST_COLOURS = 8  # that the legend explains; more of them repeat themselves
_LEAST = 240  # pixels of height in which tables can be drawn
_LIST = 1  # the second of the two views


class RoomCard(Card):
    """Shows one round; drawing and list show the same and choose alike."""

    def __init__(self, presenter: PlanPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.rounds = Segments(_("Round"))
        self.views = Segments(_("View"))
        self.views.show_choices([_("Room"), _("List")])
        self.view = RoomView()
        self.view.setMinimumHeight(_LEAST)
        self.list = SeatList()
        self.zoom = ZoomButtons(self.view)
        self.legend = Legend()
        self.find_edit = PersonField(_("Find a person"))
        self.colour_edit = ChoiceField(_("Colour"))
        self.colour_edit.setMinimumContentsLength(6)
        policy = ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.colour_edit.setSizeAdjustPolicy(policy)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.list)
        top = QHBoxLayout()
        top.addWidget(self.rounds, 1)
        top.addWidget(self.views)
        foot = QHBoxLayout()
        foot.addWidget(self.find_edit, 1)
        foot.addWidget(self.zoom)
        colour = Text(_("Colour"), "caption")
        colour.setBuddy(self.colour_edit)
        foot.addWidget(colour)
        foot.addWidget(self.colour_edit)
        self.column.addLayout(top)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.legend)
        self.column.addLayout(foot)

        self.rounds.currentChanged.connect(self._on_round)
        self.views.currentChanged.connect(self._on_view)
        self.colour_edit.kept.connect(self._on_colour)
        self.find_edit.picked.connect(self._on_found)
        self.view.person_chosen.connect(self._on_person)
        self.list.person_chosen.connect(self._on_person)
        self.view.table_chosen.connect(presenter.choose_table)
        self.view.let_go.connect(presenter.choose_nothing)

    def show_room(self) -> None:
        presenter = self._presenter
        room, plan = presenter.room(), presenter.plan
        self.rounds.blockSignals(True)
        rounds = range(plan.rounds if plan else 0)
        self.rounds.show_choices(
            [_("Round {number}").format(number=n + 1) for n in rounds],
            short=[str(n + 1) for n in rounds],
        )
        self.rounds.setCurrentIndex(presenter.round)
        self.rounds.blockSignals(False)
        offered: dict[object, str] = {a: attribute_heading(a) for a in presenter.attributes}
        is_offered = bool(offered)
        if not is_offered:  # an empty field would look broken
            offered[presenter.attribute] = _("none")
        if [self.colour_edit.itemData(n) for n in range(self.colour_edit.count())] != list(offered):
            self.colour_edit.show_choices(offered)
        self.colour_edit.show_key(presenter.attribute)
        self.colour_edit.setEnabled(is_offered)
        self.find_edit.show_people(presenter.lines())
        self.view.show_room(room)
        self._show_legend(room)
        self.view.show_chosen(frozenset(presenter.people), presenter.table)
        if self.views.currentIndex() == _LIST:
            self._show_list(room)

    def _show_legend(self, room: tuple[Sitting, ...]) -> None:
        """Say what each colour means, the most frequent first; a value written twice once."""
        seats = [seat for sitting in room for seat in sitting.seats]
        often = Counter((seat.hue, seat.value) for seat in seats if seat.hue).most_common()
        entries: dict[str, Entry] = {}
        for (hue, value), _number in often:
            entries.setdefault(fold(value), Entry(hue, value))
        shown = list(entries.values())
        if len(shown) > _MOST_COLOURS:
            left = len(shown) - _MOST_COLOURS
            more = _("and {number} more").format(number=left)
            shown = [*shown[:_MOST_COLOURS], Entry(None, more)]
        elif shown and any(not seat.hue for seat in seats):
            shown.append(Entry(None, _("none")))
        signs = [
            Entry(None, _("table host"), sign="★"),
            Entry(None, _("meets somebody again"), sign="◎"),
        ]
        self.legend.show_entries(_("Signs and colours of the drawing"), [*signs, *shown])

    def _show_list(self, room: tuple[Sitting, ...]) -> None:
        self.list.show_room(room, attribute_heading(self._presenter.attribute))
        self.list.show_chosen(self._presenter.people)

    def _on_view(self, view: int) -> None:
        if view == _LIST:
            self._show_list(self._presenter.room())
        self._stack.setCurrentIndex(view)
        self.zoom.setVisible(view != _LIST)

    def take_focus(self) -> None:
        shown = self.view if self.views.currentIndex() == 0 else self.list
        shown.setFocus()

    def _on_round(self, round_: int) -> None:
        self._presenter.go_round(round_)

    def _on_colour(self, attribute: object) -> None:
        self._presenter.colour_by(str(attribute))

    def _on_person(self, person: str, is_second: bool) -> None:
        self._presenter.choose(PersonId(person), adds=is_second)

    def _on_found(self, person: str) -> None:
        self._presenter.choose(PersonId(person))
