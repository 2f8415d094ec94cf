"""Reading a list of people in the background: as it is guessed, decided, or remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wcafe.domain.people import Person
from wcafe.errors import NoNames, WcafeError
from wcafe.services.people import (
    AS_GUESSED,
    Decisions,
    ImportReport,
    PeopleRead,
    PeopleService,
    RowRemark,
)
from wcafe.ui.lists.layout import Source
from wcafe.ui.lists.memory import Remembered, fingerprint
from wcafe.ui.people.arrival import recall
from wcafe.ui.people.changes import Place, places_of
from wcafe.ui.people.columns import filled_columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a first reading found: as it was guessed, or as the last list with its headings."""

    report: ImportReport
    decisions: Decisions
    guessed: tuple[str, ...]  # headings
    filled: frozenset[str]  # ids of the columns that say something of those who would come in
    changes: tuple[Place, ...]  # of people who are here already


def read_list(people: PeopleService, source: Source, decisions: Decisions) -> Read:
    """Return what an import would do. Slow; raises what the intake raises."""
    if source.path is None:
        found = people.read_pasted(source.text, decisions, name=source.name)
    else:
        found = people.read_list(source.path, decisions)
    report = people.preview(found)
    return Read(
        report=report,
        decisions=decisions,
        guessed=found.headings,
        filled=filled_columns(found.people),
        changes=tuple(places_of(report)),
    )


def read_as_known(people: PeopleService, source: Source, known: Mapping[str, Remembered]) -> Read:
    """Read a list as the last one with its headings was, if there was one; else as guessed.

    Slow; raises what the intake raises.
    """
    try:
        as_guessed = read_list(people, source, AS_GUESSED)
    except NoNames as error:
        guessed = error.facts["headings"]
        assert isinstance(guessed, tuple)
        if (found := _read_again(people, source, known, guessed)) is None:
            raise
        return found
    return _read_again(people, source, known, as_guessed.guessed) or as_guessed


def _read_again(
    people: PeopleService,
    source: Source,
    known: Mapping[str, Remembered],
    headings: tuple[str, ...],
) -> Read | None:
    kept = known.get(fingerprint(headings))
    decisions = recall(kept, headings) if kept is not None else None
    if decisions is None:
        return None
    try:
        return replace(read_list(people, source, decisions), guessed=headings)
    except WcafeError:
        return None  # this one is another list for all that


def remarks_in(found: PeopleRead) -> list[RowRemark]:
    """Return what is told of rows, in the order in which they stand in the list."""
    remarks = (*found.rejected, *found.set_aside, *found.duplicates, *found.notices, *found.unsure)
    return sorted(remarks, key=lambda each: each.row)


def people_in(found: PeopleRead) -> list[tuple[int, Person]]:
    """Return who would come in, with the row from which they were read."""
    return list(zip(found.rows, found.people, strict=True))
