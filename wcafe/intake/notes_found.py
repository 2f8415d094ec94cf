"""What a list of notes says, row by row, and how it was understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wcafe.domain.kinds import Kind
from wcafe.errors import WcafeError
from wcafe.i18n import N_
from wcafe.intake.note_places import PlaceWord


class MoreCells(WcafeError):
    """A row with words beyond the last heading."""

    template = N_(
        'This row has more cells than there are headings: "{cell}" stands under none. '
        "Put text that holds separators between quotes."
    )


class NoTextSaid(WcafeError):
    """A row that says something about a note and not the note itself."""

    template = N_("The text is missing: its cell is empty.")


class HeadingsAgain(WcafeError):
    """A row that is the headings once more, as where several lists were put into one file."""

    template = N_("These are the headings once more.")


class LeftOut(WcafeError):
    """A row that a person does not want."""

    template = N_("You left this row out.")


class NotALevel(WcafeError):
    """A cell that should say how deep a note lies under others."""

    template = N_('"{cell}" does not say how deep this note lies: 0, 1, 2 …')


class NotARevision(WcafeError):
    """A cell that should hold the number of a revision."""

    template = N_('"{cell}" is not the number of a revision.')


class NotAYesOrNo(WcafeError):
    """A cell that should say yes or no."""

    template = N_('"{cell}" says neither yes nor no: that was left as it is.')


class NotASupport(WcafeError):
    """A cell that should say who stands behind a note."""

    template = N_('"{cell}" says neither “whole table” nor “one person”: that was left as it is.')


class NotAState(WcafeError):
    """A cell that should say what became of an action."""

    template = N_(
        '"{cell}" says nothing of what became of it, such as “under way”, “done”, “put off” or '
        "“given up”: that was left as it is."
    )


class NotADay(WcafeError):
    """A cell that should say on which day something was told."""

    template = N_('"{cell}" is no day, such as 2027-02-26 or 26/02/2027: that was left as it is.')


class NotVotes(WcafeError):
    """A cell that should say how many dots a note has."""

    template = N_('"{cell}" is no number of votes: that was left as it is.')


class NotATable(WcafeError):
    """A cell that should say from which table something was carried."""

    template = N_('"{cell}" is no table of this café: that was left as it is.')


class ParentUnknown(WcafeError):
    """A note that is said to belong to one that is nowhere."""

    template = N_("The note that this one belongs to is not there: it stands alone.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRead:
    """One note of a list. Table and round count from 0, the row from 1.

    `versions` are fingerprints of all that the note had said, if the list tells (`lineage`).
    `parent` is the id of the note it belongs to, as the list gives it; `above` is the place of
    that note among those that were read, where the list tells by how deep each lies. `facts` are
    those that the list says, by their names in `Said`. A word for its kind that is not understood
    is no kind at all: `is_kind_known` is false then, and the kind the one of most notes.
    """

    row: int
    table: int
    round: int
    kind: Kind
    text: str
    is_kind_known: bool = True
    facts: Mapping[str, object] = field(default_factory=dict)
    themes: tuple[str, ...] = ()
    id: str = ""
    rev: int = 0
    version_of: str = ""
    is_late: bool = False
    versions: tuple[str, ...] = ()
    parent: str = ""
    above: int | None = None
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRejected:
    """A row that was left out, counted from 1 as a spreadsheet does, why, and by which column."""

    row: int
    reason: WcafeError
    column: str = ""  # its heading or number, where one cell is to blame


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWord:
    """A word that a list has for kinds, what it was read as, and how many rows have it.

    One that is not known was read as an insight.
    """

    word: str
    kind: Kind
    is_known: bool
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesRead:
    """What a list of notes says, and how it was understood.

    Attributes:
        notes: those that were read.
        rejected: rows that were left out, and why.
        columns: each field with the headings, or else the numbers, of its columns.
        headings: of all columns of the list.
        unused: what the columns are called that hold something and fill nothing.
        tables, rounds: the words by which the list calls them, in order.
        table_names, round_names: names that stand beside numbers of those without a name, or days.
        kinds: the words of its column of kinds, in order.
        header_row: where the headings stand, from 1; 0 if the list has none.
        encoding, delimiter: of a file of text.
        first_rows: the first rows below the headings, to be looked at.
        remarks: rows that were read, and of which a fact was not understood.
    """

    notes: tuple[NoteRead, ...]
    rejected: tuple[RowRejected, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    tables: tuple[PlaceWord, ...] = ()
    rounds: tuple[PlaceWord, ...] = ()
    table_names: tuple[PlaceWord, ...] = ()
    round_names: tuple[PlaceWord, ...] = ()
    kinds: tuple[KindWord, ...] = ()
    header_row: int = 0
    encoding: str | None = None
    delimiter: str | None = None
    first_rows: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[RowRejected, ...] = ()

    @property
    def all_tables(self) -> tuple[PlaceWord, ...]:
        """All words for tables, those beside their numbers too."""
        return (*self.tables, *self.table_names)

    @property
    def all_rounds(self) -> tuple[PlaceWord, ...]:
        return (*self.rounds, *self.round_names)

    @property
    def read(self) -> int:
        """How many notes the list has, those that were left out too."""
        return len(self.notes) + len(self.rejected)
