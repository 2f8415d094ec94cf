"""What a strip asks one table: is this what you said? On paper, on screen and by command alike."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.sourcing import Standing, notes_behind
from wcafe.domain.synthesis import Statement, Theme
from wcafe.domain.text import join_names
from wcafe.domain.verdicts import Answer, Confirmation
from wcafe.i18n import N_, Words

_MOST_LABELS = 12  # notes of one table that are named before the rest is counted

ANSWERS = {
    Answer.CONFIRMED: N_("that is it"),
    Answer.AMEND: N_("to change"),
    Answer.NOT_OURS: N_("not ours"),
}
"""What stands beside the boxes of a strip, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One sentence that a table, from 0, is asked about, and the notes on which it rests."""

    statement: Statement
    table: int
    notes: tuple[Note, ...]

    @property
    def yours(self) -> tuple[Note, ...]:
        """The notes of the table itself."""
        return tuple(note for note in self.notes if note.table == self.table)

    @property
    def others(self) -> tuple[Note, ...]:
        """Those of other tables."""
        return tuple(note for note in self.notes if note.table != self.table)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStrip:
    """What one table, from 0, is asked; of how many notes of its own that are handed out."""

    table: int
    notes: int
    asked: tuple[Asked, ...]


def strips_of(themes: Iterable[Theme], standing: Standing) -> tuple[TableStrip, ...]:
    """Return the strips in the order of the tables; what no sentence cites has none."""
    notes = Counter(note.table for note in standing.values() if not note.withheld)
    asked: dict[int, list[Asked]] = {}
    for theme in themes:
        for said in theme.statements:
            behind = notes_behind(said, standing)
            for table in {note.table for note in behind}:
                asked.setdefault(table, []).append(Asked(statement=said, table=table, notes=behind))
    return tuple(
        TableStrip(table=table, notes=notes[table], asked=tuple(asked[table]))
        for table in sorted(asked)
    )


def unasked(strips: Sequence[TableStrip], tables: int) -> tuple[int, ...]:
    """Return which of so many `tables`, from 0, no sentence cites."""
    asked = {strip.table for strip in strips}
    return tuple(table for table in range(tables) if table not in asked)


def without_strip(tables: Sequence[int], words: Words, *, most: int) -> str:
    """Say in one sentence which tables, from 0, get no strip; nothing where each gets one."""
    if not tables:
        return ""
    told = words.ngettext(
        "No sentence rests on a note of table {tables}, so there is no strip for it.",
        "No sentence rests on a note of these tables, so there is no strip for them: {tables}.",
        len(tables),
    )
    return told.format(tables=join_names([str(table + 1) for table in tables], most=most))


def confirmed_in_words(found: Confirmation, words: Words) -> str:
    """Say by how many of the tables that are asked all that is said of them is confirmed."""
    asked = len(found.asked)
    told = words.ngettext(
        "Confirmed by {confirmed} of {asked} table",
        "Confirmed by {confirmed} of {asked} tables",
        asked,
    )
    return told.format(confirmed=len(found.confirmed), asked=asked)


def rests_on(asked: Asked, numbers: Mapping[NoteId, int], words: Words) -> str:
    """Return on which notes of its table a sentence rests, by name, and on how many of others.

    Args:
        asked: the sentence with its notes.
        numbers: the number of each note among those of its table and round.
        words: the language of who reads it.
    """
    yours_in_order = sorted(asked.yours, key=lambda note: (note.round, numbers.get(note.id, 0)))
    others = asked.others
    labels = [_label(note, numbers.get(note.id), words) for note in yours_in_order]
    yours = words.ngettext(
        "rests on your note {notes}", "rests on your notes {notes}", len(labels)
    ).format(notes=join_names(labels, most=_MOST_LABELS))
    if not others:
        is_lone = len(asked.yours) == 1 and asked.yours[0].is_lone
        return words.gettext("{source}, a lone voice").format(source=yours) if is_lone else yours
    tables = {note.table for note in others}
    if len(tables) == 1:
        told = words.ngettext(
            "{yours} and {n} note of table\u00a0{table}",
            "{yours} and {n} notes of table\u00a0{table}",
            len(others),
        )
        return told.format(yours=yours, n=len(others), table=others[0].table + 1)
    told = words.gettext("{yours} and {n} notes of {tables} other tables")
    return told.format(yours=yours, n=len(others), tables=len(tables))


def _label(note: Note, number: int | None, words: Words) -> str:
    """Return where a table said a note: its round, and its number there."""
    if number is None:
        return words.gettext("R{round}").format(round=note.round + 1)
    return words.gettext("R{round}·#{number}").format(round=note.round + 1, number=number)
