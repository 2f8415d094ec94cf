"""Somebody who is not on the list joins the coming rounds, on a joker route if one is free."""

from dataclasses import dataclass, replace

from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Joker, Plan
from wcafe.domain.text import one_line
from wcafe.errors import WcafeError
from wcafe.ui.draft_ids import DraftIds
from wcafe.ui.presenter import Presenter
from wcafe.ui.replanning.people_edit import PeopleEdit
from wcafe.ui.replanning.plan_edit import PLAN
from wcafe.ui.words import _

_DIALOG = "walk-in"
"""Where words wait that could not be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """A joker route that is free again: its person is not here, the plan is the one before."""

    person: PersonId
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A joker route whose walk-in goes again, while all others keep what they have."""

    person: PersonId


_Wish = Person | GivenBack | Released


class TakingIn:
    """The part of a presenter that takes walk-ins in; `snapshot` is the café it last looked at."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._services = presenter.desk.services
        self.snapshot = self._services.cafes.snapshot()
        self._ids = DraftIds()
        self._plan_before: dict[PersonId, Plan] = {}  # joker routes whose walk-in is not kept yet

    def take_in(self, given: str, family: str) -> bool:
        """Add somebody who is not on the list, for the coming rounds; return whether it is kept.

        The same names tried again are the same person, until they are kept or given up.
        """
        person = PersonId(self._ids.id_of(one_line(given), one_line(family)))
        if (added := self._newcomer(person, given, family)) is None:
            return False
        edits = PeopleEdit(gone=(added.id,)), PeopleEdit(keep=(added,))
        subjects = frozenset({added.id})
        if not self._presenter.edit(
            _("add {name}").format(name=added.name),
            *edits,
            self._keep,
            subjects=subjects,
            waits_in=_DIALOG,
        ):
            return False
        self.give_up()
        return True

    def give_up(self) -> None:
        """Nobody is being taken in any more."""
        self._ids.begin()
        self._plan_before.clear()
        self._presenter.desk.saving.give_up(self._presenter.desk.own(_DIALOG))

    def offer(self) -> Joker | None:
        """Return the joker route that a walk-in may take over for the coming rounds, if any."""
        return self._services.walk_ins.offer(self.snapshot.coming)

    def hand_over(self, joker: Joker, given: str, family: str) -> bool:
        """Add somebody who takes over the route of `joker`; return whether it is kept."""
        added = self._newcomer(joker.id, given, family)
        plan = self.snapshot.plan
        if added is None or plan is None:
            return False
        before = self._plan_before.setdefault(added.id, plan)
        text = _("hand joker route {number} to {name}")
        text = text.format(number=joker.number, name=added.name)
        back: _Wish = GivenBack(person=added.id, plan=before)
        if not self._presenter.edit(
            text, back, added, self._hand_over_or_back, subjects=PLAN, waits_in=_DIALOG
        ):
            return False
        self.give_up()
        words = _("{name} takes over joker route {number}. Nobody else changes tables.")
        self._presenter.undoable.emit(words.format(name=added.name, number=joker.number))
        return True

    def send_back(self, person: Person) -> bool:
        """Take somebody out again who has taken over a joker route, which is free then."""
        before: _Wish = person
        after: _Wish = Released(person=person.id)
        text = _("take {name} out again").format(name=person.name)
        return self._presenter.edit(text, before, after, self._hand_over_or_back, subjects=PLAN)

    def _hand_over_or_back(self, wish: _Wish) -> None:
        if isinstance(wish, Released):
            self._services.walk_ins.release(wish.person, by=self._presenter)
        elif isinstance(wish, GivenBack):
            self._services.walk_ins.give_back(wish.person, wish.plan, by=self._presenter)
        elif here := [each for each in self.snapshot.people if replace(each, version=0) == wish]:
            # tried before, and the disk had not said it
            self._services.people.save(here, by=self._presenter)
        else:
            self._services.walk_ins.take(wish, by=self._presenter)

    def _newcomer(self, person: PersonId, given: str, family: str) -> Person | None:
        is_first = len(self.snapshot.coming) == len(self.snapshot.cafe.rounds)
        try:
            return Person(
                id=person,
                given=one_line(given),
                family=one_line(family),
                arrived=True,
                present=None if is_first else self.snapshot.coming,
            )
        except WcafeError as error:
            self._presenter.failed.emit(error)
            return None

    def _keep(self, edit: PeopleEdit) -> None:
        here = {each.id: each for each in self.snapshot.people}
        people = self._services.people
        people.change(keep=edit.newest(here), remove=edit.gone, by=self._presenter)
