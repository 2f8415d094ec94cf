"""On what a synthesis rests: which statements need another look, and what none of them says.

A note that is withheld is kept back from all that is handed out: it counts neither as a note nor
as one that is missing, and is told by itself.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId, Said
from wcafe.domain.synthesis import Statement, StatementId, Theme
from wcafe.i18n import Words

_LABEL = re.compile(r"\s*[tT]\s*(\d+)\W*[rR]\s*(\d+)\W*(\d+)\s*")

Standing = Mapping[NoteId, Note]
"""The notes that stand, deleted ones left out, by their ids."""


def note_label(note: Said, number: int, words: Words) -> str:
    """Return where a note was said, and its `number` among those of its table and round.

    Notes are numbered from 1 in the order they came. A deleted one keeps its number, so that those
    behind it keep theirs.

    >>> from wcafe.i18n import ENGLISH
    >>> note_label(Said(table=3, round=1, text="Un banc"), 3, ENGLISH)
    'T4·R2·#3'
    """
    label = words.gettext("T{table}·R{round}·#{number}")
    return label.format(table=note.table + 1, round=note.round + 1, number=number)


def read_label(said: str) -> tuple[int, int, int] | None:
    """Return the table and round, from 0, and the number that a label says; None where it is none.

    >>> read_label("T4·R2·#3"), read_label("t4 r2 3"), read_label("a3f0")
    ((3, 1, 3), (3, 1, 3), None)
    """
    found = _LABEL.fullmatch(said)
    if found is None:
        return None
    table, round_, number = map(int, found.groups())
    return table - 1, round_ - 1, number


def notes_behind(statement: Statement, standing: Standing) -> tuple[Note, ...]:
    """Return the notes on which `statement` rests today: those that stand and are not withheld."""
    cited = (standing.get(note) for note in statement.notes)
    return tuple(note for note in cited if note is not None and not note.withheld)


def changed_since(statement: Statement, standing: Standing) -> tuple[NoteId, ...]:
    """Return the cited notes whose words are others than whoever cited them read."""
    return tuple(
        cite.note
        for cite in statement.cites
        if cite.note in standing and standing[cite.note].hash != cite.read
    )


def lost_since(statement: Statement, standing: Standing) -> tuple[NoteId, ...]:
    """Return the cited notes on which nothing can rest any more: deleted ones and withheld ones."""
    behind = {note.id for note in notes_behind(statement, standing)}
    return tuple(note for note in statement.notes if note not in behind)


def is_stale(statement: Statement, standing: Standing) -> bool:
    """Has anything happened to a cited note, so that the statement is to be read again?"""
    return bool(changed_since(statement, standing) or lost_since(statement, standing))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of some notes a statement cites."""

    cited: int
    notes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing:
    """What the statements hold of the harvest, and what they leave out.

    Attributes:
        cited: the notes on which a statement rests.
        uncited: those on which none does, in the order they came.
        tables: of each table that the café has or a note names, from 0.
        rounds: of each round, from 0.
        questions: of the notes that are open questions.
        unsourced: the statements that rest on no note, in order.
        withheld: how many notes are kept back; they are counted nowhere else.
    """

    cited: frozenset[NoteId] = frozenset()
    uncited: tuple[NoteId, ...] = ()
    tables: Mapping[int, Share] = field(default_factory=dict)
    rounds: Mapping[int, Share] = field(default_factory=dict)
    questions: Share = Share(cited=0, notes=0)
    unsourced: tuple[StatementId, ...] = ()
    withheld: int = 0

    @property
    def notes(self) -> int:
        return len(self.cited) + len(self.uncited)

    @property
    def heard(self) -> int:
        """How many tables are cited."""
        return sum(share.cited > 0 for share in self.tables.values())


def sourcing_of(
    notes: Iterable[Note], themes: Iterable[Theme], *, tables: int, rounds: int
) -> Sourcing:
    """Return what the statements of `themes` hold of `notes`, which are in the order they came.

    `tables` and `rounds` are how many the café has; notes may name others beside them.
    """
    standing = {note.id: note for note in notes}
    statements = [said for theme in themes for said in theme.statements]
    behind = {said.id: notes_behind(said, standing) for said in statements}
    cited = frozenset(note.id for found in behind.values() for note in found)
    counted = [note for note in standing.values() if not note.withheld]
    return Sourcing(
        cited=cited,
        uncited=tuple(note.id for note in counted if note.id not in cited),
        tables=_by_place(((note.table, note.id) for note in counted), cited, range(tables)),
        rounds=_by_place(((note.round, note.id) for note in counted), cited, range(rounds)),
        questions=_share([note.id for note in counted if note.kind is Kind.QUESTION], cited),
        unsourced=tuple(said.id for said in statements if not behind[said.id]),
        withheld=len(standing) - len(counted),
    )


def _share(notes: Collection[NoteId], cited: Collection[NoteId]) -> Share:
    return Share(cited=sum(note in cited for note in notes), notes=len(notes))


def _by_place(
    placed: Iterable[tuple[int, NoteId]], cited: Collection[NoteId], places: Iterable[int]
) -> dict[int, Share]:
    """Return the share of each of `places`, and of those beside them that a note comes from."""
    notes = list(placed)
    all_ = Counter(place for place, _note in notes)
    told = Counter(place for place, note in notes if note in cited)
    return {
        place: Share(cited=told[place], notes=all_[place]) for place in sorted({*places, *all_})
    }
