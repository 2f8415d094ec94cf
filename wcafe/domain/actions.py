"""The actions of a harvest: under which number each is told, and what became of it.

The number of an action is that of its note (`note_label`): it stays the same when others are
deleted or added, so a letter a year later tells of the same T4·R2·#3 as the synthesis did.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState, Note, NoteId
from wcafe.domain.sourcing import note_label
from wcafe.i18n import ENGLISH, Words

TOLD_ORDER = (
    None,
    ActionState.UNDER_WAY,
    ActionState.DONE,
    ActionState.POSTPONED,
    ActionState.DROPPED,
)
"""The order in which it is told what became of actions: those first of which nothing was heard."""


@dataclass(frozen=True, slots=True)
class NumberedAction:
    """An action, and the number under which paper, files and the desk tell of it."""

    number: str
    note: Note


def numbered_actions(
    notes: Iterable[Note], numbers: Mapping[NoteId, int], words: Words = ENGLISH
) -> tuple[NumberedAction, ...]:
    """Return the actions among `notes`, table by table, round by round, in the order they came.

    Args:
        notes: those that stand; withheld ones are to be left out before they are handed out.
        numbers: of each note among those of its table and round.
        words: the language of the number.
    """
    actions = [note for note in notes if note.kind is Kind.ACTION]
    ordered = sorted(actions, key=lambda note: (note.table, note.round, numbers.get(note.id, 0)))
    return tuple(
        NumberedAction(_label(note, numbers.get(note.id), words), note) for note in ordered
    )


def _label(note: Note, number: int | None, words: Words) -> str:
    if number is not None:
        return note_label(note, number, words)
    label = words.gettext("T{table}·R{round}")
    return label.format(table=note.table + 1, round=note.round + 1)


def actions_by_state(
    actions: Iterable[NumberedAction],
) -> dict[ActionState | None, tuple[NumberedAction, ...]]:
    """Return the actions of each state there is, in `TOLD_ORDER`; None is of those not heard of."""
    every = tuple(actions)
    found = {state: tuple(a for a in every if a.note.state is state) for state in TOLD_ORDER}
    return {state: chosen for state, chosen in found.items() if chosen}


def months_since(day: date, now: date) -> int:
    """Return how many whole months passed from `day` to `now`; 0 where none did.

    >>> months_since(date(2026, 11, 26), date(2027, 2, 26))
    3
    >>> months_since(date(2026, 11, 26), date(2027, 2, 25))
    2
    """
    months = 12 * (now.year - day.year) + now.month - day.month - (now.day < day.day)
    return max(months, 0)
