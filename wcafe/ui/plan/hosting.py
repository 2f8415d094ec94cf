"""Letting somebody host a table: looked at in the background, told, then kept with undo."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from wcafe.domain.marks import table_title
from wcafe.domain.people import Person, PersonId, participants
from wcafe.domain.text import join_names
from wcafe.errors import WcafeError
from wcafe.services.cafe import Snapshot
from wcafe.services.changes import Part
from wcafe.services.hosts import HostProposal, TableHost, table_hosts
from wcafe.services.planning.hosts import ABOUT_HOSTS
from wcafe.ui.plan.routes import lines_of
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.composing import LONGER, MANY, SECONDS
from wcafe.ui.replanning.people_edit import PeopleEdit
from wcafe.ui.replanning.plan_edit import PLAN, PlanEdit
from wcafe.ui.tasks import Job
from wcafe.ui.undo import Edit
from wcafe.ui.words import _, desk_words

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class HostEdit:
    """Whose host's table changed, and the plan that goes with it: what undo puts back."""

    people: PeopleEdit
    plan: PlanEdit


class Hosting(Presenter):
    """Who hosts which table, and one change of it at a time."""

    parts = Part.CAFE | Part.PEOPLE | Part.PLAN | Part.LIVE | Part.BADGES

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.table = 0  # that a host is looked for, from 0
        self.proposal: HostProposal | None = None
        self.is_looking = False
        self._wanted: PersonId | None = None
        self.reload()

    def reload(self) -> None:
        self.snapshot = self.desk.services.cafes.snapshot()
        self.hosts: tuple[TableHost, ...] = table_hosts(self.snapshot)
        self.table = min(self.table, max(len(self.hosts) - 1, 0))
        before = self.proposal.before if self.proposal is not None else None
        now = self.snapshot
        if before is not None and (before.cafe, before.people, before.plan, before.badges) != (
            now.cafe,
            now.people,
            now.plan,
            now.badges,
        ):
            self.proposal = None
        self.shown.emit()

    def title(self, table: int) -> str:
        return table_title(table, self.snapshot.cafe.table_name(table), desk_words())

    def name(self, person: PersonId | None) -> str:
        known = {each.id: each.name for each in self.snapshot.people}
        return known.get(person, "–") if person is not None else "–"

    def candidates(self) -> dict[str, PersonId]:
        """Return who may host the table, the willing first, by the line that is typed."""
        here = self.hosts[self.table].person if self.hosts else None
        asked = self.snapshot.asked
        guests = [
            guest
            for guest in participants(self.snapshot.people)
            if guest.id != here and any(map(guest.attends, asked))
        ]
        lines = lines_of(guests)
        willing = {guest.id for guest in guests if guest.willing}
        first = {
            _("{name} · willing").format(name=line): p for line, p in lines.items() if p in willing
        }
        return first | {line: p for line, p in lines.items() if p not in willing}

    def choose_table(self, table: int) -> None:
        self.table, self.proposal, self._wanted = table, None, None
        self.shown.emit()

    def look(self, person: PersonId) -> None:
        """Look in the background what it would change to let `person` host the table."""
        services, table = self.desk.services, self.table
        many = len(participants(self.snapshot.people)) > MANY
        self.is_looking, self.proposal, self._wanted = True, None, person
        self.shown.emit()

        def work(job: Job) -> HostProposal:
            seconds = LONGER if many else SECONDS
            return services.hosts.propose(table, person, seconds=seconds, stop=job.is_stopped)

        self.desk.tasks.run(
            _("Looking for the fewest changes…"),
            work,
            done=lambda found: self._on_found(found, table, person),
            failed=self._on_failed,
        )

    def leave(self) -> None:
        """Forget the change that was looked at."""
        self.proposal = self._wanted = None
        self.shown.emit()

    def apply(self) -> bool:
        """Keep the change that was looked at; return whether it is kept."""
        proposal = self.proposal
        if proposal is None or not proposal.is_possible:
            return False
        if not self.attempt(
            lambda: self.desk.services.hosts.keep(proposal, by=self), subjects=PLAN
        ):
            return False
        ids = frozenset(each.id for each in proposal.named)
        before, after = _edit_of(proposal.before, ids), _edit_of(self.snapshot, ids)
        text, subjects = _("name a table host"), PLAN | ids
        edit = Edit(text, before, after, self._put_back, subjects=subjects, is_done=True)
        self.desk.history.push(edit)
        self.told.emit(self.describe(proposal, is_done=True))
        return True

    def describe(self, proposal: HostProposal, *, is_done: bool = False) -> str:
        """Say who hosts, who hosts no more, and whose badge it costs."""
        named = {person.id: person for person in proposal.named}
        told = [
            self._hosts_words(person) for person in named.values() if person.host_of is not None
        ]
        gone = [p.name for p in named.values() if p.host_of is None]
        before = {each.table: each.person for each in table_hosts(proposal.before)}
        tables = {p.host_of for p in named.values() if p.host_of is not None}
        gone += [self.name(before[t]) for t in tables if before.get(t) and before[t] not in named]
        if gone:
            told.append(_("No host any more: {names}.").format(names=", ".join(gone)))
        composed = proposal.composed
        if composed is not None:
            if composed.plan is None:
                violations = composed.outcome.solution.violations
                why = composed.outcome.why(violations[0], desk_words()) if violations else ""
                return _("The plan cannot take this in and keep every rule. {why}").format(why=why)
            known = proposal.before.plan.certificate.notices if proposal.before.plan else ()
            names = {person.name for person in named.values()}
            old = {notice.describe() for notice in known}
            told += [
                notice.describe(desk_words())
                for notice in composed.outcome.notices
                if notice.template in ABOUT_HOSTS
                and notice.describe() not in old
                and notice.facts.get("person") not in names
            ]
        if proposal.before.badges:
            owed = join_names([self.name(p) for p in proposal.badges], most=_MOST_NAMED)
            words = _("New badges are needed for: {names}.")
            told.append(words.format(names=owed) if owed else _("No badge has to be made again."))
        elif composed is not None and not is_done:
            told.append(_("No badges are printed yet."))
        return "\n".join(told) if not is_done else " ".join(told)

    def _hosts_words(self, person: Person) -> str:
        assert person.host_of is not None
        words = _("{name} hosts table {number}.")
        return words.format(name=person.name, number=person.host_of + 1)

    def _on_found(self, found: HostProposal, table: int, person: PersonId) -> None:
        self.is_looking = False
        if (table, person) == (self.table, self._wanted):
            self.proposal = found
        self.reload()

    def _on_failed(self, error: WcafeError) -> None:
        self.is_looking = False
        self.failed.emit(error)
        self.reload()

    def _put_back(self, edit: HostEdit) -> bool:
        services = self.desk.services

        def restore() -> None:
            here = {each.id: each for each in services.people.all()}
            services.people.change(keep=edit.people.newest(here), by=self)
            services.plans.restore(edit.plan.plan, cafe=edit.plan.cafe, by=self)

        return self.attempt(restore, subjects=PLAN)


def _edit_of(snapshot: Snapshot, people: frozenset[PersonId]) -> HostEdit:
    return HostEdit(
        people=PeopleEdit(keep=tuple(each for each in snapshot.people if each.id in people)),
        plan=PlanEdit(plan=snapshot.plan, cafe=snapshot.cafe),
    )
