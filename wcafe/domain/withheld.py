"""Notes that are kept back from all that is handed out: how many there are, and why."""

from collections import Counter
from collections.abc import Iterable

from wcafe.domain.notes import Note
from wcafe.domain.text import fold, join_names
from wcafe.i18n import Words

_MOST_REASONS = 6  # that are told


def handed_out(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes that anybody may read, in their order."""
    return tuple(note for note in notes if not note.withheld)


def withheld_in_words(notes: Iterable[Note], words: Words) -> str:
    """Say in a sentence how many of `notes` are withheld, and why; empty where none is.

    Reasons that differ by capitals and accents alone are one; the most frequent stand first.
    """
    reasons = [note.withheld for note in notes if note.withheld]
    if not reasons:
        return ""
    written = {fold(reason): reason for reason in reversed(reasons)}
    counted = Counter(map(fold, reasons)).most_common()
    told = [f"{written[reason]} ({number})" for reason, number in counted]
    sentence = words.ngettext(
        "{number} note is withheld: {reasons}.",
        "{number} notes are withheld: {reasons}.",
        len(reasons),
    )
    return sentence.format(number=len(reasons), reasons=join_names(told, most=_MOST_REASONS))


def held_in_words(notes: Iterable[Note], words: Words) -> str:
    """Say that a file holds the withheld ones of `notes`; empty where none is withheld.

    Lists and JSON hold them with their words, as other copies of the café learn of them so.
    """
    number = sum(bool(note.withheld) for note in notes)
    if not number:
        return ""
    sentence = words.ngettext(
        "{number} withheld note stands in it with its words: do not publish it.",
        "{number} withheld notes stand in it with their words: do not publish it.",
        number,
    )
    return sentence.format(number=number)
