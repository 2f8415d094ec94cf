"""What each thing that is printed is made of: pieces of paper, and whether one says something new.

A piece is what is replaced by itself: the tent of a table, the sheet of a table and round, the
certificate of a person, or the whole of a list. Of each there is a digest of all that it may say.
So a change that is told may be none on paper, and none on paper is ever missed.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from wcafe.domain.artefact import Artefact
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.handouts import (
    BADGES,
    CERTIFICATES,
    LABELS,
    RUN_SHEET,
    STEP_CARDS,
    STRIPS,
    VOTES,
)
from wcafe.domain.hosts import hosting
from wcafe.domain.kinds import Kind
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan
from wcafe.domain.printings import Printing
from wcafe.domain.sheet_places import number_of_tables, sheet_places
from wcafe.domain.step_rule import goings
from wcafe.domain.withheld import handed_out
from wcafe.errors import NobodyMoves, NoStepRule
from wcafe.services.attendance import rounds_noted, seen
from wcafe.services.badges import changed_badges, printed_faces
from wcafe.services.cafe import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of paper: its name among its like, and for whom, which table and round it is."""

    unit: str
    person: PersonId | None = None
    table: int | None = None
    round: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintState:
    """How it stands with a thing that is printed.

    Attributes:
        pieces: of how many pieces it is made now.
        changed: those that say something else than what was printed, or were never printed, once
            any was; all of it is to be printed as long as nothing was.
        at: when the last of it was printed; None if nothing ever was, or nobody knows when.
        is_printed: whether any of it was.
    """

    pieces: int
    changed: tuple[Piece, ...]
    at: datetime | None
    is_printed: bool


def print_states(snapshot: Snapshot) -> dict[str, PrintState]:
    """Return how it stands with each thing that is printed, by its key."""
    return {key: print_state(artefact, snapshot) for key, artefact in HANDOUTS.items()}


def print_state(artefact: Artefact, snapshot: Snapshot) -> PrintState:
    """Return how it stands with one thing."""
    last = _printed(artefact, snapshot)
    at = max((each.at for each in last.values()), default=None)
    if artefact.key == BADGES:
        changed = tuple(Piece(unit=each, person=each) for each in changed_badges(snapshot))
        is_printed = bool(snapshot.badges)
        return PrintState(
            pieces=len(printed_faces(snapshot)), changed=changed, at=at, is_printed=is_printed
        )
    now = digests(artefact, snapshot)
    changed = tuple(
        piece
        for piece, digest in now.items()
        if last and (piece.unit not in last or last[piece.unit].digest != digest)
    )
    return PrintState(pieces=len(now), changed=changed, at=at, is_printed=bool(last))


def digests(artefact: Artefact, snapshot: Snapshot) -> Mapping[Piece, str]:
    """Return the pieces of which a thing is made now, each with the digest of what it says."""
    if artefact.needs_plan and snapshot.plan is None:
        return {}
    common = _common(artefact, snapshot)
    return {
        piece: _digest([common, _own(artefact, piece, snapshot)])
        for piece in _pieces(artefact, snapshot)
    }


def _pieces(artefact: Artefact, snapshot: Snapshot) -> Iterator[Piece]:
    cafe, plan = snapshot.cafe, snapshot.plan
    if not has_something(artefact.key, snapshot):
        return
    if artefact.per_person:
        is_certificate = artefact.key == CERTIFICATES
        for person in seen(snapshot.people) if is_certificate else snapshot.people:
            yield Piece(unit=person.id, person=person.id)
    elif artefact.per_table and artefact.per_round:
        for place in sheet_places(cafe, plan):
            table, round_ = place.table, place.round
            unit = f"table {table + 1} round {round_ + 1}"
            yield Piece(unit=unit, table=table, round=round_)
    elif artefact.per_table:
        for table in range(number_of_tables(cafe, plan)):
            yield Piece(unit=f"table {table + 1}", table=table)
    elif artefact.per_round:
        for round_ in range(len(cafe.rounds)):
            yield Piece(unit=f"round {round_ + 1}", round=round_)
    else:
        yield Piece(unit="")


def has_something(key: str, snapshot: Snapshot) -> bool:
    """Is there what stands on it, where a café may have none? Else its page only says so."""
    if key == STRIPS:
        return any(each.cites for theme in snapshot.themes for each in theme.statements)
    if key == VOTES:
        return bool(snapshot.themes) or any(
            note.kind in (Kind.IDEA, Kind.ACTION) for note in handed_out(snapshot.notes)
        )
    if key == LABELS:
        return bool(snapshot.themes) or number_of_tables(snapshot.cafe, snapshot.plan) > 0
    if key == STEP_CARDS and snapshot.plan is not None:
        try:
            goings(snapshot.plan, snapshot.cafe, snapshot.people)
        except (NoStepRule, NobodyMoves):
            return False
    return True


def _common(artefact: Artefact, snapshot: Snapshot) -> object:
    """Return what stands on each piece, as far as it does not hang on table, round or person."""
    cafe = snapshot.cafe
    told: list[object] = [
        *(artefact.key, cafe.language, cafe.title, cafe.day, cafe.starts, cafe.place),
        *(cafe.organiser, cafe.rounds, cafe.agenda, cafe.prompts, cafe.kind_labels),
        *(cafe.publication.contact, cafe.publication.amend_until, cafe.rules.hosts),
    ]
    if not artefact.per_table:
        told += [cafe.questions, [(table.name, sorted(table.closed)) for table in cafe.tables]]
    if artefact.names_people and not (artefact.per_person or artefact.per_table):
        told.append([_told(person) for person in snapshot.people])
    if artefact.needs_plan and not (artefact.per_person or artefact.per_table):
        told.append(snapshot.plan and snapshot.plan.fingerprint)
    elif not (artefact.per_person or artefact.per_table or artefact.shows_notes):
        told.append(snapshot.plan and bool(snapshot.plan.hosts))  # a poster says what badges say
    if artefact.key == RUN_SHEET and (plan := snapshot.plan) is not None:
        told += [plan.fingerprint, [joker.number for joker in plan.free_jokers]]  # it counts cards
    if artefact.shows_notes:
        told += [(each.name, each.headline, each.statements) for each in snapshot.themes]
        told.append([(note.id, note.text) for note in snapshot.notes])
    return told


def _own(artefact: Artefact, piece: Piece, snapshot: Snapshot) -> object:
    """Return what stands on this piece alone."""
    cafe, plan = snapshot.cafe, snapshot.plan
    told: list[object] = []
    rounds = range(len(cafe.rounds)) if piece.round is None else (piece.round,)
    if piece.table is not None:
        told.append(cafe.table_name(piece.table))
        told += [cafe.question(piece.table, round_) for round_ in rounds]
        if piece.round is None and piece.table < len(cafe.tables):
            told.append(sorted(cafe.tables[piece.table].closed))
        if (artefact.needs_plan or artefact.names_people) and plan is not None:
            told += _who_comes(piece.table, plan, snapshot)
    if piece.person is not None:
        person = next(each for each in snapshot.people if each.id == piece.person)
        told.append(_told(person))
        if artefact.key == CERTIFICATES:
            told.append(rounds_noted(person, snapshot))
    return told


def _who_comes(table: int, plan: Plan, snapshot: Snapshot) -> Iterator[object]:
    """Yield who is to come to `table`, round by round, who hosts it, how many places are spare."""
    hosts = hosting(plan, snapshot.cafe, snapshot.people)
    people = {person.id: person for person in snapshot.people}
    for round_ in range(plan.rounds):
        here = [people.get(each) for each in plan.at_table(table, round_)]
        coming = [each for each in here if each is not None and each.attends(round_)]
        yield [(each.name, each.role, hosts.get((round_, table)) == each.id) for each in coming]
        yield sum(joker.route[round_] == table for joker in plan.free_jokers)


def _told(person: Person) -> object:
    """Return what paper may say of somebody."""
    return [
        *(person.name, person.organisation, person.group, person.role, person.host_of),
        *(person.arrived, person.present, person.no_photo),
    ]


def _printed(artefact: Artefact, snapshot: Snapshot) -> dict[str, Printing]:
    return {each.unit: each for each in snapshot.printed if each.artefact == artefact.key}


def _digest(facts: object) -> str:
    return hashlib.sha256(json.dumps(facts, default=_plain).encode()).hexdigest()[:32]


def _plain(value: object) -> object:
    """Return as JSON what it has no form for: sets in their order, values by their fields."""
    if isinstance(value, frozenset):
        return sorted(value)
    if hasattr(value, "__dataclass_fields__"):
        return asdict(value)  # type: ignore[call-overload] # a value of the domain
    return str(value)
