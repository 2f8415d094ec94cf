"""What People knows and can do, without a single widget."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from wcafe.domain.people import Person, PersonId, Role
from wcafe.domain.text import one_line
from wcafe.errors import WcafeError
from wcafe.errors.base import CellTaken
from wcafe.services.changes import Changed, Part
from wcafe.services.people import ImportReport
from wcafe.ui.draft_ids import DraftIds
from wcafe.ui.people.columns import (
    Column,
    columns_of,
    with_tick,
    with_value,
)
from wcafe.ui.people.figures import (
    figures_of,
    picked_hosts,
    proposal,
    table_names,
    tables_of,
)
from wcafe.ui.people.importing import Importing
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.people_edit import PeopleEdit
from wcafe.ui.replanning.plan_edit import PLAN
from wcafe.ui.undo import Edit
from wcafe.ui.words import _, ngettext

_LINE, _CELL = "somebody new", "cell of the people"
"""Where words wait that could not be kept."""


class PeoplePresenter(Presenter):
    """Turns wishes about who comes into kept people; `importing` brings in lists."""

    parts = Part.CAFE | Part.PEOPLE | Part.PLAN

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._here: dict[PersonId, Person] = {}
        self._ids = DraftIds()
        self.importing = self.adopt(Importing(desk))
        self.importing.imported.connect(self._on_imported)
        self.reload()

    def reload(self) -> None:
        snapshot = self.desk.services.cafes.snapshot()
        self.cafe, self.people, self.plan = snapshot.cafe, snapshot.people, snapshot.plan
        self._here = {person.id: person for person in self.people}
        self.figures = figures_of(self.people, self.plan, self.rounds)
        guests = self.figures.seated
        self.proposal = proposal(self.cafe, guests) if guests else ("", True)
        picked = picked_hosts(self.people, self.plan)
        self.columns = columns_of(self.rounds, self.people, picked)
        self.tables = table_names(self.cafe, tables_of(self.cafe, guests))
        self.shown.emit()

    @property
    def rounds(self) -> int:
        return len(self.cafe.rounds)

    # One person

    def add(self, given: str, family: str) -> bool:
        """Add somebody as a participant; return whether they are kept.

        The same names tried again are the same person, until they are kept or given up.
        """
        names = one_line(given), one_line(family)

        def make() -> PeopleEdit:
            person = Person(id=PersonId(self._ids.id_of(*names)), given=names[0], family=names[1])
            return PeopleEdit(keep=(person,))

        made = self._make(make)
        if made is None:
            return False
        gone = PeopleEdit(gone=tuple(person.id for person in made.keep))
        if not self._edit(_("add a person"), gone, made, waits_in=_LINE):
            return False
        self._ids.begin()
        return True

    def give_up_new(self) -> None:
        """Nobody is being added any more."""
        self._ids.begin()
        self.desk.saving.give_up(self.desk.own(_LINE))

    def give_up_cell(self) -> None:
        """Nothing is being typed in a cell any more."""
        self.desk.saving.give_up(self.desk.own(_CELL))
        self.resolved.emit(CellTaken)

    def refuse_cell(self, person: PersonId, now: str) -> None:
        """Say that somebody else has put `now` where something is being typed."""
        self.refuse(CellTaken(now=now or "–"))

    def change(self, person: PersonId, column: Column, value: object) -> bool:
        """Keep what was typed or chosen in one cell; return whether it is kept."""
        if column.key == "host_of":
            return self.make_host(person, value if isinstance(value, int) else None)
        text = _("change “{what}”").format(what=column.full_name)
        return self._change(
            text, [person], lambda each: with_value(each, column, value), waits_in=_CELL
        )

    def make_host(self, person: PersonId, table: int | None) -> bool:
        """Let `person` host `table`, from 0, alone, or none."""
        hosts = [
            each.id
            for each in self.people
            if each.host_of == table is not None and each.id != person
        ]
        text = _("name a table host")

        def change(each: Person) -> Person:
            return replace(each, host_of=table if each.id == person else None)

        if not self._change(text, [person, *hosts], change):
            return False
        if self.plan is not None and self.desk.services.cafes.snapshot().badges:
            words = _("Whose badge this costs is told in the seating plan, under “Who hosts…”.")
            self.told.emit(words)
        return True

    # Several people

    def stay_at(self, people: Iterable[PersonId], table: int | None) -> bool:
        """Let `people` stay at `table`, from 0, in every round, or travel as others do."""
        return self._change(
            _("let somebody stay at one table"),
            people,
            lambda person: replace(person, stays_at=table),
        )

    def tick(self, people: Iterable[PersonId], column: Column, *, is_on: bool) -> bool:
        """Note who is willing, or who is there in a round."""
        text = _("change “{what}”").format(what=column.full_name)
        rounds = self.rounds
        return self._change(
            text, people, lambda person: with_tick(person, column, rounds, is_on=is_on)
        )

    def set_role(self, people: Iterable[PersonId], role: Role) -> bool:
        return self._change(_("change the role"), people, lambda person: replace(person, role=role))

    def set_present(self, people: Iterable[PersonId], first: int, last: int) -> bool:
        """Note that `people` are there from round `first` to before `last`, from 0."""
        rounds = self.rounds
        return self._change(
            _("note who is here when"),
            people,
            lambda person: person.with_presence(range(first, last), rounds),
        )

    def remove(self, people: Iterable[PersonId]) -> bool:
        """Take `people` out, with their seats; undo brings both back."""
        ids = frozenset(people) & self._here.keys()
        gone = [person for person in self.people if person.id in ids]
        if not gone:
            return False
        is_planned = self.plan is not None and not ids.isdisjoint(self.plan.people)
        held = self.desk.services.cafes.snapshot().badges
        before = PeopleEdit(
            keep=tuple(gone),
            order=tuple(person.id for person in self.people),
            plan=self.plan if is_planned else None,
            badges={person: face for person, face in held.items() if person in ids},
        )
        number = len(gone)
        text = ngettext("remove {number} person", "remove {number} people", number)
        after = PeopleEdit(gone=tuple(person.id for person in gone))
        if not self._edit(text.format(number=number), before, after):
            return False
        self.undoable.emit(
            ngettext(
                "{number} person removed. Undo brings them back.",
                "{number} people removed. Undo brings them back.",
                number,
            ).format(number=number)
        )
        return True

    # Lists

    def _on_imported(self, report: ImportReport, sentence: str) -> None:
        """Remember an import as one step of undo."""
        self.desk.saving.keep()
        changed = {person.id for person in report.before}
        added = tuple(person.id for person in report.after if person.id not in changed)
        before, after = PeopleEdit(keep=report.before, gone=added), PeopleEdit(keep=report.after)
        if report.after:
            subjects = frozenset(person.id for person in report.after)
            keep = partial(self._keep, subjects)
            number = len(report.after)
            words = ngettext("import of {number} person", "import of {number} people", number)
            text = words.format(number=number)
            self.desk.history.push(Edit(text, before, after, keep, subjects=subjects, is_done=True))
        self.reload()
        self.told.emit(sentence)

    # Saving

    def _change(
        self,
        text: str,
        people: Iterable[PersonId],
        change: Callable[[Person], Person],
        *,
        waits_in: str = "",
    ) -> bool:
        """Keep what `change` makes of `people`, in one step of undo."""
        before = [self._here[person] for person in people if person in self._here]
        made = self._make(lambda: PeopleEdit(keep=tuple(map(change, before))))
        if made is None:
            return False
        pairs = [(old, new) for old, new in zip(before, made.keep, strict=True) if old != new]
        if not pairs:
            return self.is_kept_already()
        olds, news = zip(*pairs, strict=True)
        return self._edit(text, PeopleEdit(keep=olds), PeopleEdit(keep=news), waits_in=waits_in)

    def _make(self, make: Callable[[], PeopleEdit]) -> PeopleEdit | None:
        try:
            return make()
        except WcafeError as error:
            self.failed.emit(error)
            return None

    def _edit(
        self, text: str, before: PeopleEdit, after: PeopleEdit, *, waits_in: str = ""
    ) -> bool:
        subjects = frozenset[str]([*(person.id for person in after.keep), *after.gone])
        if before.plan is not None:
            subjects |= PLAN
        return self.edit(text, before, after, self._save, subjects=subjects, waits_in=waits_in)

    def _keep(self, subjects: frozenset[str], edit: PeopleEdit) -> bool:
        return self.attempt(lambda: self._save(edit), subjects=subjects)

    def _save(self, edit: PeopleEdit) -> None:
        services = self.desk.services
        services.people.change(
            keep=edit.newest(self._here), remove=edit.gone, order=edit.order, by=self
        )
        if edit.plan is not None:
            services.plans.restore(edit.plan, by=self)
        if edit.badges:
            services.badges.give_back(edit.badges, by=self)

    def _on_changed(self, changed: Changed) -> None:
        if isinstance(changed.by, Presenter) or not changed.parts & self.parts:
            super()._on_changed(changed)  # undo brings the desk's own edits back in order
            return
        if changed.ids is not None and self.is_resting:
            super()._on_changed(changed)
            self.desk.history.forget(changed)
            return
        before = self._here
        self._look_again()
        touched = {
            person
            for person in before.keys() | self._here.keys()
            if before.get(person) != self._here.get(person)
        }
        self.desk.history.drop_about(touched)
