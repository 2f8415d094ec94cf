"""Commands on statements: list them, add one with the notes it rests on; what they cover."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from wcafe.cli.opening import open_to_change, open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.sourcing import Standing, is_stale, note_label, read_label
from wcafe.domain.synthesis import Statement, Theme
from wcafe.domain.text import fold, join_names
from wcafe.domain.verdicts import Confirmation, confirmation_of
from wcafe.errors import NoSuchNote, NoSuchTheme
from wcafe.i18n import Words, labelled
from wcafe.services.sourced import standing_in

_MOST_NAMES = 12  # of themes in one sentence


def list_statements(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        snapshot, numbers = cafe.cafes.snapshot(), cafe.statements.numbers()
    standing = standing_in(snapshot)
    stated = [(theme, said) for theme in snapshot.themes for said in theme.statements]
    if chosen.json:
        found = confirmation_of(snapshot.verdicts, snapshot.themes, standing)
        say_json([_as_json(theme, said, standing, found) for theme, said in stated])
        return 0
    for theme, said in stated:
        text = said.text.replace("\n", " / ")
        told = [labelled(theme.name, text, words)]
        told += [
            note_label(standing[note], numbers[note], words)
            for note in said.notes
            if note in standing
        ]
        if not said.cites:
            told.append(words.gettext("(unsourced)"))
        elif is_stale(said, standing):
            told.append(words.gettext("(to be read again)"))
        say(" ".join(told))
    return 0


def _as_json(
    theme: Theme, said: Statement, standing: Standing, found: Confirmation
) -> dict[str, Any]:
    return {
        "id": said.id,
        "theme": theme.name,
        "text": said.text,
        "cites": list(said.notes),
        "confirmed": [table + 1 for table in found.confirmed_by(said.id)],
        "stale": is_stale(said, standing),
    }


def add(chosen: argparse.Namespace, words: Words) -> int:
    """Keep a statement and print its id; a note is named by its id, or as T4·R2·#3."""
    with open_to_change(chosen.file, words) as cafe:
        theme = find_theme(chosen.theme, cafe.synthesis.themes())
        known, numbers = cafe.notes.all(), cafe.statements.numbers()
        notes = [find_note(said, known, numbers) for said in chosen.cites]
        change = cafe.statements.write(theme.id, chosen.text, notes)
    say(change.id)
    return 0


def find_theme(said: str, themes: Sequence[Theme]) -> Theme:
    """Return the theme of that name, or of that id; accents and capitals aside.

    Raises:
        NoSuchTheme
    """
    exact = [theme for theme in themes if said in (theme.id, theme.name)]
    if found := exact or [theme for theme in themes if fold(theme.name) == fold(said)]:
        return found[0]
    names = join_names([theme.name for theme in themes], most=_MOST_NAMES)
    raise NoSuchTheme(theme=said, themes=names or "–")


def find_note(said: str, notes: Sequence[Note], numbers: Mapping[NoteId, int]) -> NoteId:
    """Return the id of the note that is named by it, or by its place such as T4·R2·#3.

    Raises:
        NoSuchNote: no note stands in that place. Whether there is one of that id, a service tells.
    """
    place = read_label(said)
    if place is None:
        return NoteId(said)
    for note in notes:
        if (note.table, note.round, numbers[note.id]) == place:
            return note.id
    raise NoSuchNote(note=said)
