"""People: bring in a list, so that nobody is lost, doubled or merged by a guess."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from wcafe.domain.people import Person, PersonId
from wcafe.intake.columns import fields_meant
from wcafe.intake.decisions import AS_GUESSED, Decided, Decisions
from wcafe.intake.found import PeopleRead, Reason, RowRemark
from wcafe.intake.headings import PEOPLE_HEADINGS
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_pasted, read_sheet
from wcafe.intake.status_columns import StatusWord
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.merging import merge
from wcafe.store import Store, Work

__all__ = [
    "AS_GUESSED",
    "Decided",
    "Decisions",
    "ImportReport",
    "PeopleRead",
    "PeopleService",
    "Reason",
    "RowRemark",
    "StatusWord",
    "merge",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or in a dry run would do; `found` tells it row by row."""

    found: PeopleRead
    added: int  # different people
    updated: int  # people of the café whose facts changed
    before: tuple[Person, ...] = ()  # those updated, as they were
    after: tuple[Person, ...] = ()  # those updated, in the same order, and those new
    away: int = 0  # new people of the list who do not come


class PeopleService:
    """Bring in and keep the people of a café."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def all(self) -> tuple[Person, ...]:
        with self._store.read() as work:
            return work.people.all()

    def save(self, people: Iterable[Person], *, by: object | None = None) -> tuple[Person, ...]:
        """Keep `people`, new or changed. Raises EditedElsewhere if one of them has changed."""
        kept = tuple(people)
        saved = self._store.write(lambda work: work.people.save(kept))
        self._changes.tell(Changed(Part.PEOPLE, by, frozenset(person.id for person in saved)))
        return saved

    def import_list(
        self,
        path: Path,
        decisions: Decisions = AS_GUESSED,
        *,
        is_dry_run: bool = False,
        by: object | None = None,
    ) -> ImportReport:
        """Add the people of the list in `path`, and update those who are here already.

        Args:
            path: a CSV, TSV, XLSX or ODS file.
            decisions: what is known about the list beside what is guessed; a field of its mapping
                may be called as lists call it, "nom" or "e-mail".
            is_dry_run: only tell what would be done.
            by: who asks.

        Raises:
            NoSuchFile, NotAList, EmptyList, NoNames, NoSuchColumn …: and nothing changed.
        """
        meant = fields_meant(decisions.columns, PEOPLE_HEADINGS)
        found = self.read_list(path, replace(decisions, columns=meant))
        return self.preview(found) if is_dry_run else self.take_in(found, by=by)

    def read_list(self, path: Path, decisions: Decisions = AS_GUESSED) -> PeopleRead:
        """Return who is on the list in `path`; nothing is kept. Errors as for `import_list`."""
        return read_people(read_sheet(path, decisions.encoding), decisions)

    def read_pasted(self, text: str, decisions: Decisions = AS_GUESSED, *, name: str) -> PeopleRead:
        """Return who is on a list copied from a spreadsheet; `name` is what errors call it."""
        return read_people(read_pasted(text, name), decisions)

    def preview(self, found: PeopleRead) -> ImportReport:
        """Return what `take_in` would do."""
        here = {person.id: person for person in self.all()}
        merged = merge(here.values(), found)
        return ImportReport(
            found=merged.found,
            added=len(merged.added),
            updated=len(merged.updated),
            before=tuple(here[person.id] for person in merged.updated),
            after=(*merged.updated, *merged.added),
            away=len(merged.away),
        )

    def take_in(
        self, found: PeopleRead, *, keeps_away: bool = False, by: object | None = None
    ) -> ImportReport:
        """Keep the people that were read: add those who are new, update the others.

        Somebody of the café who does not come, says the list, is marked as absent from all
        rounds; and comes again once a list says nothing of the kind. New people who do not
        come are kept with `keeps_away` only, as absent from all rounds; `added` never counts them.
        """

        def keep(work: Work) -> ImportReport:
            here = {person.id: person for person in work.people.all()}
            merged = merge(here.values(), found)
            away = merged.away if keeps_away else ()
            return ImportReport(
                found=merged.found,
                added=len(merged.added),
                updated=len(merged.updated),
                before=tuple(here[person.id] for person in merged.updated),
                after=work.people.save((*merged.updated, *merged.added, *away)),
                away=len(away),
            )

        report = self._store.write(keep)
        self._changes.tell(Changed(Part.PEOPLE, by, frozenset(each.id for each in report.after)))
        return report

    def change(
        self,
        *,
        keep: Iterable[Person] = (),
        remove: Iterable[PersonId] = (),
        order: Iterable[PersonId] = (),
        by: object | None = None,
    ) -> tuple[Person, ...]:
        """Keep some people and take others out, with their seats, in one go; for undo as well.

        Args:
            keep: people new or changed; somebody who comes back has version 0.
            remove: ids of those who go.
            order: ids in the order they are to stand in; none leaves it.
            by: who asks.

        Raises:
            EditedElsewhere: one of `keep` is older than the one kept; and nothing changed.
        """
        kept, gone, places = tuple(keep), tuple(remove), tuple(order)

        def change(work: Work) -> tuple[Person, ...]:
            work.people.remove(gone)
            saved = work.people.save(kept)
            if places:
                work.people.order(places)
            return saved

        saved = self._store.write(change)
        parts = Part.PEOPLE | Part.PLAN if gone else Part.PEOPLE
        ids = frozenset([*(person.id for person in saved), *gone])
        self._changes.tell(Changed(parts, by, None if places else ids))
        return saved
