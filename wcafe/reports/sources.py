"""How many notes there are, and from which tables, in words."""

from collections.abc import Iterable

from wcafe.domain.cafe import Cafe
from wcafe.domain.notes import Note
from wcafe.reports.pages.paper import Paper

_MOST_NAMED = 3  # tables


def how_many(notes: Iterable[Note], paper: Paper) -> str:
    """Return how many notes there are and from how many tables, in words."""
    plural = paper.words.ngettext
    notes = list(notes)
    tables = len({note.table for note in notes})
    count = plural("{n} note", "{n} notes", len(notes)).format(n=paper.number(len(notes)))
    where = plural("from one table", "from {n} tables", tables).format(n=paper.number(tables))
    return f"{count} {where}"


def from_tables(notes: Iterable[Note], cafe: Cafe, paper: Paper) -> str:
    """Return the same as a sentence, with the names of few tables that have any."""
    notes = list(notes)
    tables = sorted({note.table for note in notes})
    names = [cafe.table_name(table) for table in tables]
    counted = how_many(notes, paper)
    if len(tables) > _MOST_NAMED or not all(names):
        return f"{counted}."
    told = paper.words.gettext("{counted}: {tables}.")
    return told.format(counted=counted, tables=", ".join(names))
