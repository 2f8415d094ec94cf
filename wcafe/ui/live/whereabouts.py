"""Where somebody is to go, now and next, and the whole route: as plain words and numbers."""

from dataclasses import dataclass

from wcafe.domain.agenda import StepKind
from wcafe.domain.marks import table_title
from wcafe.domain.moment import Moment
from wcafe.domain.people import Person, PersonId
from wcafe.domain.presence import PRESENCE_NAMES, Presence, presence_of
from wcafe.domain.text import join_names
from wcafe.services.cafe import Snapshot
from wcafe.services.route import Stop, next_stop, route_of
from wcafe.ui.words import _, desk_words

_MOST_NAMED = 8  # others at a table; there are rarely more
_AT_TABLES = (StepKind.TALK, StepKind.HARVEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """One person, the table that is asked for, and the tables of all rounds."""

    person: PersonId
    name: str
    presence: Presence
    when: str = ""  # of the table that is asked for: “Now · round 1”, “Next · round 2”
    table: int | None = None  # from 0
    where: str = ""  # what it is called, or why there is none
    then: str = ""  # the table after it, where people sit at one now
    company: str = ""  # who else comes there, and who hosts
    tables: tuple[int | None, ...] = ()  # of each round, from 0
    asked: int | None = None  # the round of `table`, from 0

    @property
    def state(self) -> str:
        return _(PRESENCE_NAMES[self.presence])

    @property
    def route(self) -> str:
        """The whole route in words, for a screen reader and for what is too narrow to draw it."""
        stops = [
            _("round {round} at table {table}").format(round=round_ + 1, table=table + 1)
            for round_, table in enumerate(self.tables)
            if table is not None
        ]
        return ", ".join(stops)

    @property
    def words(self) -> str:
        """All of it in one line."""
        facts = (f"{self.name}, {self.state}", self.when, self.where, self.then, self.company)
        return ". ".join(filter(None, (*facts, self.route)))


def whereabouts_of(person: Person, snapshot: Snapshot, moment: Moment) -> Whereabouts:
    """Return where `person` is to go at this `moment` of the café in `snapshot`."""
    coming = moment.coming
    presence = presence_of(person, coming or {len(snapshot.cafe.rounds) - 1})
    known = Whereabouts(person=person.id, name=person.name, presence=presence)
    if snapshot.plan is None:
        return _without_table(known, _("There is no seating plan yet."))
    stops = route_of(snapshot, person.id)
    now, upcoming = _now(stops, moment), next_stop(stops, coming)
    asked = now or upcoming
    if asked is None or asked.table is None:
        is_late = bool(coming) and presence in (Presence.HERE, Presence.EXPECTED)
        words = _("No seat yet: repair the coming rounds.") if is_late else ""
        return _without_table(known, words or _("No seat in the rounds to come."), stops)
    when = _("Now · round {number}") if now else _("Next · round {number}")
    then = ""
    if now and upcoming is not None and upcoming.table is not None:
        then = _("Then · round {number} · {table}").format(
            number=upcoming.round + 1, table=_title(upcoming.table, snapshot)
        )
    return Whereabouts(
        person=person.id,
        name=person.name,
        presence=presence,
        when=when.format(number=asked.round + 1),
        table=asked.table,
        where=_title(asked.table, snapshot),
        then=then,
        company=_company(asked, snapshot),
        tables=tuple(stop.table for stop in stops),
        asked=asked.round,
    )


def _without_table(known: Whereabouts, why: str, stops: tuple[Stop, ...] = ()) -> Whereabouts:
    return Whereabouts(
        person=known.person,
        name=known.name,
        presence=known.presence,
        where=why,
        tables=tuple(stop.table for stop in stops),
    )


def _now(stops: tuple[Stop, ...], moment: Moment) -> Stop | None:
    """Return the stop at which people sit at this moment, if there is one."""
    step = moment.step
    if step is None or step.round is None or step.kind not in _AT_TABLES:
        return None
    stop = stops[step.round]
    return stop if stop.table is not None else None


def _title(table: int, snapshot: Snapshot) -> str:
    return table_title(table, snapshot.cafe.table_name(table), desk_words())


def _company(stop: Stop, snapshot: Snapshot) -> str:
    names = {person.id: person.name for person in snapshot.people}
    others = join_names([names[each] for each in stop.company], most=_MOST_NAMED)
    told = [_("Hosts this table")] if stop.is_host else []
    if others:
        told.append(_("With {names}").format(names=others))
    return ". ".join(told)
