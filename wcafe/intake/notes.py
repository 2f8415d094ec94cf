"""From rows to notes: what a table said, where and when, and the theme people gave it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.kinds import Kind, Labels
from wcafe.domain.lengths import CELL
from wcafe.domain.text import fold, has_words, one_line, unguard_cell
from wcafe.errors import (
    BadRow,
    EmptyList,
    MissingColumns,
    NoSuchRound,
    NoSuchTable,
    WcafeError,
)
from wcafe.i18n import N_, Phrase
from wcafe.intake.columns import join_headings
from wcafe.intake.kinds import KindWords
from wcafe.intake.levels import Levels, read_level
from wcafe.intake.note_cells import (
    Blame,
    cut,
    read_cell,
    read_rev,
    read_text,
    require_names,
    require_short,
)
from wcafe.intake.note_columns import find_note_columns, fullest_row
from wcafe.intake.note_decisions import NOTES_AS_GUESSED, NoteDecisions
from wcafe.intake.note_facts import YES, FactCells
from wcafe.intake.note_places import NamesBeside, Placing, Spots
from wcafe.intake.notes_found import (
    HeadingsAgain,
    LeftOut,
    MoreCells,
    NoteRead,
    NotesRead,
    NoTextSaid,
    RowRejected,
)
from wcafe.intake.place_errors import NoRoundLeft, NoRoundSaid, NoTableLeft, NoTableSaid
from wcafe.intake.sheet import Sheet

_ABOUT_A_NOTE = ("theme", "id", "support", "from_table", "votes", "withheld", "who", "due")
_FIRST_ROWS = 50
_MISSING = {"text": N_("the text"), "table": N_("the table"), "round": N_("the round")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What a list of notes is read for: the tables and the rounds of a café."""

    tables: Spots
    rounds: Spots
    prompts: tuple[str, ...] = ()
    labels: Labels = ()  # of its kinds


def read_notes(
    sheet: Sheet,
    here: Here,
    decisions: NoteDecisions = NOTES_AS_GUESSED,
    *,
    is_stopped: Callable[[], bool] = lambda: False,
) -> NotesRead:
    """Turn the rows of `sheet` into notes; rows that say nothing are passed over.

    A row that cannot be read is told with its reason, and the others are read all the same.

    Raises:
        MissingColumns, NoSuchColumn: text, table or round is nowhere.
        BadRow: there are rows, and none of them can be read.
        EmptyList: no row has a text.
    """
    return _Reading(sheet, here, decisions).read(is_stopped)


class _Reading:
    """One list on its way from rows to notes."""

    def __init__(self, sheet: Sheet, here: Here, decisions: NoteDecisions) -> None:
        self._sheet = sheet
        self._decisions = decisions
        table, round_ = decisions.table, decisions.round
        self._table = 0 if table is None and here.tables.most == 1 else table
        self._round = 0 if round_ is None and here.rounds.most == 1 else round_
        whole = {"table": table, "round": round_}
        sought = [name for name, place in whole.items() if place is None]
        self._columns = columns = find_note_columns(sheet, decisions, sought=sought)
        for name, place in whole.items():
            if place is not None and name in columns.fields:
                others = {key: at for key, at in columns.fields.items() if key != name}
                self._columns = columns = replace(columns, fields=others)
        self._require_columns()
        self._here = here
        self._first = 0 if columns.header is None else columns.header + 1
        named = (at for at, name in enumerate(columns.headings) if name)
        used = [at for places in columns.fields.values() for at in places]
        last = max(max(map(len, sheet.rows)) - 1 if columns.header is None else 0, *named, *used)
        self._width = last + 1
        self._used_titles = [(at, columns.headings[at]) for at in used]
        self._tables = self._placing("table", here.tables, decisions.tables)
        self._rounds = self._placing("round", here.rounds, decisions.rounds)
        self._kinds = KindWords(here.labels, decisions.kinds)
        self._levels = Levels()
        self._facts = FactCells(here.tables, here.prompts)
        self._table_names, self._round_names = map(NamesBeside, (here.tables, here.rounds))
        self._rejected: list[RowRejected] = []
        self._remarks: list[RowRejected] = []

    def _require_columns(self) -> None:
        known = {"table": self._table, "round": self._round, "text": None}
        missing = [
            name for name in _MISSING if known[name] is None and name not in self._columns.fields
        ]
        if missing:
            titles = self._columns.headings
            if not any(titles):
                titles = tuple(fullest_row(self._sheet))
            raise MissingColumns(
                path=self._sheet.path,
                columns=join_headings(titles),
                missing=tuple(Phrase(_MISSING[name]) for name in missing),
                fields=tuple(missing),
                headings=tuple(map(self._columns.name_of, range(len(titles)))),
                places={name: at[0] for name, at in self._columns.fields.items()},
                sample=self._sheet.rows[(self._columns.header or 0) + 1 :][:_FIRST_ROWS],
            )

    def _placing(self, name: str, spots: Spots, decided: Mapping[str, int]) -> Placing:
        places = self._columns.fields.get(name, ())
        texts = self._columns.fields["text"]
        cells = [
            self._cell(row, place)
            for number, row in self._rows()
            for place in places
            if number not in self._decisions.left_out
            and any(self._cell(row, text) for text in texts)
            and not self._is_headings(row)
            and len(self._cell(row, place)) <= CELL
        ]
        errors = (NoTableSaid, NoTableLeft) if name == "table" else (NoRoundSaid, NoRoundLeft)
        return Placing(cells, spots, decided, errors=errors)

    def _rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Return the rows below the headings, each with its number from 1."""
        yield from enumerate(self._sheet.rows[self._first :], start=self._first + 1)

    def _cell(self, row: Sequence[str], place: int) -> str:
        return unguard_cell(row[place]) if place < len(row) else ""

    def _is_headings(self, row: Sequence[str]) -> bool:
        return all(
            title and fold(self._cell(row, at)) == fold(title) for at, title in self._used_titles
        )

    def read(self, is_stopped: Callable[[], bool]) -> NotesRead:
        notes: list[NoteRead] = []
        for number, row in self._rows():
            if is_stopped():
                break
            for note in self._notes_of(number, row):
                spot = (note.table, note.round)
                above = self._levels.place(note.level, spot, len(notes))
                notes.append(note if above is None else replace(note, above=above))
        if not notes and not self._rejected:
            raise EmptyList(path=self._sheet.path)
        found = self._found(notes)
        if not notes:
            first = self._rejected[0]  # with what was understood, so that a face can let one choose
            raise BadRow(row=first.row, path=self._sheet.path, reason=first.reason, found=found)
        return found

    def _found(self, notes: Sequence[NoteRead]) -> NotesRead:
        columns = self._columns
        return NotesRead(
            notes=tuple(notes),
            rejected=tuple(self._rejected),
            remarks=tuple(self._remarks),
            columns=columns.named(),
            headings=tuple(map(columns.name_of, range(self._width))),
            unused=self._find_unused(),
            tables=self._tables.words,
            rounds=self._rounds.words,
            table_names=self._table_names.words,
            round_names=self._round_names.words,
            kinds=self._kinds.words,
            header_row=self._first,
            encoding=self._sheet.encoding,
            delimiter=self._sheet.delimiter,
            first_rows=self._sheet.rows[self._first : self._first + _FIRST_ROWS],
        )

    def _notes_of(self, number: int, row: Sequence[str]) -> Iterator[NoteRead]:
        """Yield the notes of one row, or remember why there are none."""
        cell, fields = self._cell, self._columns.fields
        texts = [(at, cell(row, at)) for at in fields["text"] if cell(row, at)]
        beyond = [word for word in row[self._width :] if has_words(word)]
        if not texts and not beyond:
            if any(cell(row, at) for name in _ABOUT_A_NOTE for at in fields.get(name, ())):
                self._reject(number, NoTextSaid(), "text")
            return
        if number in self._decisions.left_out:
            self._reject(number, LeftOut())
        elif beyond:
            self._reject(number, MoreCells(cell=cut(beyond[0])))
        elif self._is_headings(row):
            self._reject(number, HeadingsAgain())
        else:
            facts = {name: cell(row, at[0]) for name, at in fields.items()}
            try:
                require_short(facts)
                common = self._read_row(number, row, facts)
                for at, text in texts:
                    yield self._one_of(common, at, read_text(text), is_first=at == texts[0][0])
            except Blame as blame:
                self._reject(number, blame.reason, blame.field)
                self._levels.leave_out(facts.get("level", ""))

    def _read_row(self, number: int, row: Sequence[str], facts: Mapping[str, str]) -> NoteRead:
        """Return what a row says of each of its notes, the text still open."""
        table, round_ = self._table, self._round
        if "table" in facts:
            table = read_cell("table", self._tables.of, facts["table"])
        if "round" in facts:
            round_ = read_cell("round", self._rounds.of, facts["round"])
        assert table is not None
        assert round_ is not None
        here = self._here
        if not 0 <= table < here.tables.most:
            names = here.tables.names
            raise Blame("table", NoSuchTable(number=table + 1, tables=len(names)))
        if not 0 <= round_ < here.rounds.most:
            raise Blame("round", NoSuchRound(number=round_ + 1, rounds=len(here.rounds.names)))
        self._table_names.say(table, facts.get("table_name", ""))
        self._round_names.say(round_, facts.get("round_name", ""), facts.get("round_day", ""))
        kind, is_kind_known = self._kinds.read(facts.get("kind", ""))
        return NoteRead(
            row=number,
            table=table,
            round=round_,
            kind=kind,
            text="",
            is_kind_known=is_kind_known,
            facts=self._facts_of(number, facts),
            themes=self._themes_of(row),
            id=facts.get("id", ""),
            rev=read_cell("rev", read_rev, facts.get("rev", "")),
            version_of=facts.get("version_of", ""),
            is_late=fold(facts.get("late", "")) in YES,
            versions=tuple(facts.get("versions", "").casefold().split()),
            parent=facts.get("parent", ""),
            level=read_cell("level", read_level, facts.get("level", "")),
        )

    def _facts_of(self, number: int, cells: Mapping[str, str]) -> dict[str, object]:
        """Return the facts that a row says; what is not understood is told."""
        said, not_understood = self._facts.read_row(cells)
        for name, error in not_understood.items():
            self._tell(self._remarks, number, error, name)
        return said

    def _themes_of(self, row: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the themes of a row: a line of its cells each."""
        cells = (self._cell(row, at) for at in self._columns.fields.get("theme", ()))
        named = (one_line(line) for cell in cells for line in cell.splitlines())
        return read_cell("theme", require_names, tuple(dict.fromkeys(filter(None, named))))

    def _one_of(self, common: NoteRead, place: int, text: str, *, is_first: bool) -> NoteRead:
        """Return the note of one cell of a row; the others of its row have ids of their own."""
        columns = self._columns
        kind = columns.kinds.get(place, Kind.INSIGHT)
        is_told = "kind" in columns.fields and common.kind is not Kind.INSIGHT
        own = common.id if is_first or not common.id else f"{common.id}|{place + 1}"
        return replace(
            common, text=text, id=own, kind=common.kind if is_told or not columns.kinds else kind
        )

    def _reject(self, number: int, reason: WcafeError, name: str = "") -> None:
        self._tell(self._rejected, number, reason, name)

    def _tell(self, told: list[RowRejected], number: int, why: WcafeError, name: str) -> None:
        places = self._columns.fields.get(name, ())
        column = self._columns.name_of(places[0]) if places else ""
        told.append(RowRejected(row=number, reason=why, column=column))

    def _find_unused(self) -> tuple[str, ...]:
        """Return what the columns are called that hold something and fill nothing."""
        columns = self._columns
        filled = {place for places in columns.fields.values() for place in places}
        rows = self._sheet.rows[self._first :]
        return tuple(
            columns.name_of(place)
            for place in range(self._width)
            if place not in filled
            and (columns.headings[place] or any(any(row[place : place + 1]) for row in rows))
        )
