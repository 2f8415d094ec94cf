"""The themes as they are listed, and the notes that each of them rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.services.cafe import Snapshot
from wcafe.ui.note_cards.filed import NO_THEME, Filed, homes_of
from wcafe.ui.words import _

UNSORTED = NO_THEME
"""Stands in the list of themes for the notes that are in none of them."""


class Rested(Filed):
    """A note that a statement rests on. What a synthesis easily loses says so."""

    __slots__ = ()

    @property
    def chips(self) -> tuple[str, ...]:
        chips = super().chips
        return (_("≠ tension"), *chips) if self.note.kind is Kind.TENSION else chips


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """A theme as the list shows it; `place` counts from 0 and is -1 for the notes to sort."""

    theme: ThemeId
    place: int
    mark: int
    name: str
    notes: int
    is_worded: bool

    @property
    def key(self) -> str:
        return self.theme


def theme_rows(snapshot: Snapshot) -> list[ThemeRow]:
    """Return the themes in order and, below them, the notes to sort if there are any."""
    standing = {note.id for note in snapshot.notes}
    rows = [
        ThemeRow(
            theme=theme.id,
            place=place,
            mark=mark_of(theme, place),
            name=theme.name,
            notes=len(standing.intersection(theme.notes)),
            is_worded=bool(theme.statements),
        )
        for place, theme in enumerate(snapshot.themes)
    ]
    if rows and (left := _notes_in_no_theme(snapshot.notes, snapshot.themes)):
        name = _("To sort")  # as in Harvest
        rows.append(
            ThemeRow(theme=UNSORTED, place=-1, mark=-1, name=name, notes=len(left), is_worded=False)
        )
    return rows


def notes_under(snapshot: Snapshot, theme: ThemeId) -> list[Filed]:
    """Return the notes of `theme` as they were filed, or those to sort in the order of tables."""
    if theme == UNSORTED:
        return [Rested(note=note) for note in _notes_in_no_theme(snapshot.notes, snapshot.themes)]
    standing = {note.id: note for note in snapshot.notes}
    homes = homes_of(snapshot.themes)
    return [
        Rested(note=standing[note], homes=homes[note]).under(theme)
        for each in snapshot.themes
        if each.id == theme
        for note in each.notes
        if note in standing
    ]


def _notes_in_no_theme(notes: Iterable[Note], themes: Sequence[Theme]) -> list[Note]:
    held = {note for theme in themes for note in theme.notes}
    left = (note for note in notes if note.id not in held)
    return sorted(left, key=lambda note: (note.table, note.round))
