"""Reading a list of people in the background: as it is guessed, decided, or remembered."""

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a first reading found: as it was guessed, or as the last list with its headings."""

    report: ImportReport
    decisions: Decisions
    guessed: tuple[str, ...]  # headings


def read_list(people: PeopleService, source: Source, decisions: Decisions) -> ImportReport:
    """Return what an import would do. Slow; raises what the intake raises."""
    if source.path is None:
        return people.preview(people.read_pasted(source.text, decisions, name=source.name))
    return people.preview(people.read_list(source.path, decisions))


def read_as_known(people: PeopleService, source: Source, known: Mapping[str, Remembered]) -> Read:
    """Read a list as the last one with its headings was, if there was one; else as guessed.

    Slow; raises what the intake raises.
    """
    try:
        report = read_list(people, source, AS_GUESSED)
    except NoNames as error:
        guessed = error.facts["headings"]
        assert isinstance(guessed, tuple)
        if (found := _read_again(people, source, known, guessed)) is None:
            raise
        return found
    guessed = report.found.headings
    as_guessed = Read(report=report, decisions=AS_GUESSED, guessed=guessed)
    return _read_again(people, source, known, guessed) or as_guessed


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
        return Read(
            report=read_list(people, source, decisions), decisions=decisions, guessed=headings
        )
    except WcafeError:
        return None  # this one is another list for all that


def remarks_in(found: PeopleRead) -> list[RowRemark]:
    """Return what is told of rows, in the order in which they stand in the list."""
    remarks = (*found.rejected, *found.set_aside, *found.duplicates, *found.notices)
    return sorted(remarks, key=lambda each: each.row)


def people_in(found: PeopleRead) -> list[tuple[int, Person]]:
    """Return who comes, with the row from which they were read; some lists do not tell it."""
    return list(zip(found.rows, found.people, strict=False))
