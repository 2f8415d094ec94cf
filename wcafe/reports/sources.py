"""Where something was said, short enough to stand behind it: (T6 R2)."""

from collections.abc import Iterable

from wcafe.domain.notes import Note
from wcafe.reports.pages.paper import Paper

_MOST_TABLES = 10  # named one by one before the rest is only counted


def source(note: Note, paper: Paper) -> str:
    """Return the table and round of one note, which never stand on two lines."""
    return sources([note], paper)


def sources(notes: Iterable[Note], paper: Paper, *, most: int | None = None) -> str:
    """Return the tables and rounds that `notes` come from, such as (T2 R1 R3, T6 R2).

    Args:
        notes: in any order.
        paper: in whose language.
        most: how many tables to name; the others are counted. None names them all.
    """
    _, plural = paper.words.gettext, paper.words.ngettext
    rounds: dict[int, set[int]] = {}
    for note in notes:
        rounds.setdefault(note.table, set()).add(note.round)
    told = [
        "\u00a0".join(
            [
                _("T{table}").format(table=table + 1),
                *(_("R{round}").format(round=round_ + 1) for round_ in sorted(rounds[table])),
            ]
        )
        for table in sorted(rounds)
    ]
    if most is not None and (more := len(told) - most) > 1:
        others = plural("and {n} more table", "and {n} more tables", more)
        told = [*told[:most], others.format(n=more)]
    return f"({', '.join(told)})"


def in_short(notes: Iterable[Note], paper: Paper) -> str:
    """Return `sources` in the room that a summary has."""
    return sources(notes, paper, most=_MOST_TABLES)


def how_many(notes: Iterable[Note], paper: Paper) -> str:
    """Return how many notes there are and from how many tables, in words."""
    plural = paper.words.ngettext
    notes = list(notes)
    tables = len({note.table for note in notes})
    count = plural("{n} note", "{n} notes", len(notes)).format(n=paper.number(len(notes)))
    where = plural("from one table", "from {n} tables", tables).format(n=paper.number(tables))
    return f"{count} {where}"
