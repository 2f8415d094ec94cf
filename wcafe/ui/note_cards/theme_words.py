"""What is said of themes that were merged or removed: what went, and where it is now."""

from collections.abc import Iterable

from wcafe.domain.synthesis import Theme
from wcafe.ui.words import _, figure, ngettext


def say_merged(gone: Theme, kept: Theme) -> str:
    """Say that `gone` is now part of `kept`, as both were before."""
    told = _("“{theme}” is now part of “{other}”: {held}.")
    return told.format(theme=gone.name, other=kept.name, held=say_held(gone))


def say_removed(gone: Theme, left: Iterable[Theme]) -> str:
    """Say what went with a theme, and how many of its notes are in none of those `left`."""
    held = {note for theme in left for note in theme.notes}
    unsorted = sum(note not in held for note in gone.notes)
    told = (
        _("Theme “{name}” and its statement were removed.")
        if gone.statement
        else _("Theme “{name}” was removed.")
    )
    sentences = [told.format(name=gone.name)]
    if unsorted:
        words = ngettext(
            "{number} note is to be sorted again.",
            "{number} notes are to be sorted again.",
            unsorted,
        )
        sentences.append(words.format(number=figure(unsorted)))
    return " ".join(sentences)


def say_held(theme: Theme) -> str:
    """Say what a theme holds, as “12 notes, 1 statement”."""
    notes = len(theme.notes)
    facts = [ngettext("{number} note", "{number} notes", notes).format(number=figure(notes))]
    return ", ".join(facts)
