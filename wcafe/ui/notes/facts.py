"""What is known of notes beside their words, changed by people: each change one step of undo."""

from collections.abc import Sequence
from dataclasses import replace

from wcafe.domain.kinds import Kind, Labels, kind_name
from wcafe.domain.nesting import in_order_of_parents, parents_of
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import one_line
from wcafe.errors import BadDay, NoNoteAbove, NoReason, NoVotes
from wcafe.i18n import N_
from wcafe.ui.note_cards.fact_words import capital
from wcafe.ui.notes.keeping import NoteKeeping
from wcafe.ui.presenter import Presenter
from wcafe.ui.widgets.dates import read_day
from wcafe.ui.words import _, desk_words

_STEPS = {
    "kind": N_("change the kind of a note"),
    "prompt": N_("change the prompt of a note"),
    "support": N_("say who stands behind a note"),
    "from_table": N_("say from which table a note came"),
    "votes": N_("count the votes of a note"),
    "is_lone": N_("mark a lone voice"),
    "is_on_wall": N_("mark a note for the wall"),
    "who": N_("say who takes an action on"),
    "due": N_("say by when an action is done"),
    "may_quote": N_("say whether a note may be quoted"),
    "state": N_("say what became of an action"),
    "state_on": N_("say when it was told what became of an action"),
    "state_why": N_("say why that became of an action"),
    "withheld": N_("withhold a note"),
    "parent": N_("say what a note belongs to"),
}
"""What the Undo menu says of a change of each fact."""
_TAKEN_BACK = {
    "is_lone": N_("unmark a lone voice"),
    "is_on_wall": N_("take a note off the wall"),
    "withheld": N_("bring back a withheld note"),
}
"""The same where the fact ceases to be."""


def kind_words(labels: Labels) -> dict[str, str]:
    """Return what each kind of note is called in the café whose `labels` these are."""
    return {kind.value: capital(kind_name(kind, desk_words(), labels)) for kind in Kind}


class NoteFacts:
    """The part of Harvest that changes one fact of one note or of several at once.

    Notes are given as they were when somebody looked at them: nothing but the one fact is changed,
    whatever came meanwhile.
    """

    def __init__(self, presenter: Presenter, keeping: NoteKeeping) -> None:
        self._presenter = presenter
        self._keeping = keeping

    def say(self, notes: Sequence[Note], fact: str, value: object) -> bool:
        """Let all `notes` say `value` as that `fact`, a name of `SAID`; is that kept?"""
        text = _TAKEN_BACK.get(fact, _STEPS[fact]) if not value else _STEPS[fact]
        after = [replace(note, **{fact: value}) for note in notes]  # type: ignore[arg-type]  # SAID
        return bool(notes) and self._keeping.change(_(text), notes, after)

    def mark_lone(self, notes: Sequence[Note]) -> None:
        """Mark `notes` as lone voices; where all are, none of them is one any more."""
        self.say(notes, "is_lone", not all(note.is_lone for note in notes))

    def count_votes(self, notes: Sequence[Note], typed: str) -> bool:
        """Keep the number of dots as `typed`; nothing says that nobody counted."""
        said = one_line(typed)
        if said and not (said.isascii() and said.removeprefix("-").isdigit()):
            return self._presenter.refuse(NoVotes(said=said))
        self._presenter.resolved.emit(NoVotes)
        return self.say(notes, "votes", int(said) if said else None)

    def say_day(self, notes: Sequence[Note], typed: str) -> bool:
        """Keep the day on which it was told what became of actions, as `typed`."""
        try:
            day = read_day(typed) if one_line(typed) else None
        except BadDay as error:
            return self._presenter.refuse(error)
        self._presenter.resolved.emit(BadDay)
        return self.say(notes, "state_on", day)

    def withhold(self, notes: Sequence[Note], reason: str) -> bool:
        """Keep `notes` back from all that is handed out, for a reason."""
        if not one_line(reason):
            return self._presenter.refuse(NoReason())
        self._presenter.resolved.emit(NoReason)
        return self.say(notes, "withheld", one_line(reason))

    def bring_back(self, notes: Sequence[Note]) -> bool:
        self._presenter.resolved.emit(NoReason)
        return self.say(notes, "withheld", "")

    def put_below(self, chosen: Sequence[Note], here: Sequence[Note]) -> bool:
        """Let `chosen` belong to the note that stands above the first of them, at its depth.

        Args:
            chosen: of one table and round.
            here: all notes, in the order in which they are shown.
        """
        ids = {note.id for note in chosen}
        above = _note_above(ids, here)
        if above is None or any(_place(note) != _place(above) for note in chosen):
            return self._presenter.refuse(NoNoteAbove())
        self._presenter.resolved.emit(NoNoteAbove)
        parents = parents_of(here)
        tops = [note for note in chosen if parents.get(note.id) not in ids]
        return self.say(tops, "parent", above.id)

    def put_alone(self, chosen: Sequence[Note], here: Sequence[Note]) -> bool:
        """Let each of `chosen` that belongs to a note belong to what that one belongs to."""
        parents = parents_of(here)
        ids = {note.id for note in chosen}
        inner = [n for n in chosen if n.id in parents and parents[n.id] not in ids]
        after = [replace(note, parent=parents.get(parents[note.id])) for note in inner]
        text = _STEPS["parent"]
        return bool(inner) and self._keeping.change(_(text), inner, after)


def _place(note: Note) -> tuple[int, int]:
    return note.table, note.round


def _note_above(chosen: set[NoteId], here: Sequence[Note]) -> Note | None:
    """Return the note before the first of `chosen` that lies as deep and in the same place."""
    ordered = in_order_of_parents(here)
    first = next((place for place, (note, _deep) in enumerate(ordered) if note.id in chosen), None)
    if first is None:
        return None
    note, depth = ordered[first]
    for above, deep in reversed(ordered[:first]):
        if _place(above) != _place(note) or deep < depth:
            return None
        if deep == depth:
            return above
    return None
