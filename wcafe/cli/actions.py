"""Commands on actions: list them with their numbers, say what became of them."""

import argparse
from dataclasses import replace
from typing import Any

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.statements import find_note
from wcafe.cli.tell import say, say_json
from wcafe.domain.actions import NumberedAction, numbered_actions
from wcafe.domain.kinds import Kind
from wcafe.domain.note_fields import facts_in_words, json_of
from wcafe.domain.notes import ActionState, NoteId
from wcafe.domain.text import abridged, one_line
from wcafe.errors import NoState, NoSuchNote, NotAnAction
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.written import day_in_words

UNKNOWN = "unknown"
"""What takes a state back."""
_SHOWN = 60  # characters of a note in a message


def list_actions(chosen: argparse.Namespace, words: Words) -> int:
    """List the actions by their numbers; withheld ones too, as those who harvest see them."""
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
    actions = numbered_actions(snapshot.notes, snapshot.numbers, words)
    if chosen.json:
        say_json([_as_json(each) for each in actions])
        return 0
    say(*(_line(each, words) for each in actions))
    return 0


def set_state(chosen: argparse.Namespace, words: Words) -> int:
    """Keep what became of actions, all of those that are named or none; print each."""
    state = None if chosen.state == UNKNOWN else ActionState(chosen.state)
    if state is None and (chosen.on is not None or chosen.why):
        raise NoState
    with open_to_change(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
        standing = {note.id: note for note in snapshot.notes}
        wanted = {}
        for said in dict.fromkeys(chosen.notes):
            note = standing.get(find_note(said, snapshot.notes, snapshot.numbers))
            if note is None:
                raise NoSuchNote(note=said)
            if note.kind is not Kind.ACTION:
                raise NotAnAction(note=said)
            why = one_line(chosen.why)
            after = replace(note, state=state, state_on=chosen.on, state_why=why)
            if after != note:
                wanted[after] = note.rev
        if wanted:
            cafe.notes.change(wanted)
        named = {find_note(each, snapshot.notes, snapshot.numbers) for each in chosen.notes}
        after_all = cafe.cafes.snapshot()
    say(*(_line(each, words) for each in _those(named, after_all, words)))
    return 0


def state_said(chosen: argparse.Namespace, kind: Kind) -> dict[str, Any]:
    """Return what is said of the state of a new note. Raises NotAnAction, NoState."""
    if chosen.state is None:
        if chosen.state_on is not None or chosen.state_why:
            raise NoState
        return {}
    if kind is not Kind.ACTION:
        raise NotAnAction(note=abridged(chosen.text, _SHOWN))
    return {
        "state": ActionState(chosen.state),
        "state_on": chosen.state_on,
        "state_why": one_line(chosen.state_why),
    }


def _those(ids: set[NoteId], snapshot: Snapshot, words: Words) -> list[NumberedAction]:
    actions = numbered_actions(snapshot.notes, snapshot.numbers, words)
    return [each for each in actions if each.note.id in ids]


def _as_json(action: NumberedAction) -> dict[str, object]:
    note, facts = action.note, json_of(action.note)
    told = ("who", "due", "state", "state_on", "state_why", "withheld")
    return {
        "id": note.id,
        "number": action.number,
        "table": note.table + 1,
        "round": note.round + 1,
        "text": note.text,
        **{key: facts[key] for key in told},
    }


def _line(action: NumberedAction, words: Words) -> str:
    note = action.note
    language = words.info().get("language", "en")
    facts = [day_in_words(note.state_on, language)] if note.state_on else []
    beside = " · ".join([*facts_in_words(replace(note, prompt="", support=None), words), *facts])
    text = note.text.replace("\n", " / ")
    return f"{action.number} {text} ({beside})" if beside else f"{action.number} {text}"
