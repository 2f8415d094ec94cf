"""What the statements of a café rest on, as the desk and the command line tell it."""

from collections.abc import Iterator
from dataclasses import dataclass

from wcafe.domain.notes import Note
from wcafe.domain.quantifiers import Quantifier, ungrounded
from wcafe.domain.sourcing import Sourcing, Standing, notes_behind, sourcing_of
from wcafe.domain.synthesis import Statement
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A claim of a statement that the notes behind it do not bear out."""

    statement: Statement
    claim: Quantifier
    notes: tuple[Note, ...]

    @property
    def tables(self) -> int:
        """How many tables the notes come from."""
        return len({note.table for note in self.notes})


def sourcing(snapshot: Snapshot) -> Sourcing:
    return sourcing_of(
        snapshot.notes,
        snapshot.themes,
        tables=known_tables(snapshot),
        rounds=len(snapshot.cafe.rounds),
    )


def standing_in(snapshot: Snapshot) -> Standing:
    return {note.id: note for note in snapshot.notes}


def doubts(snapshot: Snapshot) -> Iterator[Doubt]:
    """Yield the claims of all statements that nothing bears out, in order."""
    standing, tables = standing_in(snapshot), known_tables(snapshot)
    for theme in snapshot.themes:
        for statement in theme.statements:
            yield from doubts_of(statement, standing, tables=tables)


def doubts_of(statement: Statement, standing: Standing, *, tables: int) -> Iterator[Doubt]:
    """Yield those of one statement, in a café of so many `tables`."""
    notes = notes_behind(statement, standing)
    for claim in ungrounded(statement.text, notes, tables=tables):
        yield Doubt(statement=statement, claim=claim, notes=notes)
