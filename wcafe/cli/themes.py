"""The command on themes: list them."""

import argparse

from wcafe.cli.opening import open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.i18n import Words, labelled


def list_themes(chosen: argparse.Namespace, words: Words) -> int:
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
    standing = {note.id for note in snapshot.notes}
    here = [
        (theme, [note for note in theme.notes if note in standing]) for theme in snapshot.themes
    ]
    if chosen.json:
        say_json(
            [
                {"id": theme.id, "name": theme.name, "headline": theme.headline, "notes": notes}
                for theme, notes in here
            ]
        )
        return 0
    for theme, notes in here:
        count = words.ngettext("{number} note", "{number} notes", len(notes))
        named = labelled(theme.name, theme.headline, words) if theme.headline else theme.name
        say(f"{named} ({count.format(number=len(notes))})")
    if not here:
        say(words.gettext("There are no themes yet."))
    return 0
