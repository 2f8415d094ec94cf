"""The notes as a corpus for IRaMuTeQ, which counts words: a text each, behind starred variables."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from wcafe.domain.kinds import kind_name
from wcafe.domain.nesting import in_order_of_parents
from wcafe.domain.notes import Note, has_kinds
from wcafe.domain.text import fold
from wcafe.domain.withheld import withheld_in_words
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot

_READ_BY_PROGRAM = str.maketrans({"*": "∗", "$": "＄", "_": "＿"})
"""Signs that the program takes for its own, and those that look the same and are text."""
_NOT_SAFE = re.compile(r"[^a-z0-9]+")
_LONGEST = 40  # characters of a modality

T = TypeVar("T")


def iramuteq_corpus(snapshot: Snapshot, words: Words) -> str:
    """Return each note that anybody may read once, table by table and round by round.

    A line such as `**** *table_3 *ronde_1 *theme_MobilitesDouces *genre_idee` stands before the
    words of a note: its variables in the café's language, in letters and digits without accents;
    a note of several themes has each of them. Tables and rounds count from 1. Stars, dollars and
    low lines in the words are written as signs that look alike, so that none is taken for a
    variable. Where there is no note the file says so.
    """
    _ = words.gettext
    shown = snapshot.handed_out
    cafe, notes = shown.cafe, shown.notes
    if not notes:
        withheld = withheld_in_words(snapshot.notes, words)
        return (withheld or _("No notes have been taken yet.")) + "\n"
    names = {
        "table": _modality(_("table")),
        "round": _modality(_("round")),
        "theme": _modality(_("theme")),
        "kind": _modality(_("kind")),
        "prompt": _modality(_("prompt")),
    }
    themes = _modalities(shown.themes, lambda theme: theme.name)
    of_note: dict[str, list[str]] = {}
    for theme, called in zip(shown.themes, themes, strict=True):
        for id_ in theme.notes:
            of_note.setdefault(id_, []).append(called)
    prompts = list(dict.fromkeys(note.prompt for note in notes if note.prompt))
    prompt_names = dict(zip(prompts, _modalities(prompts, str), strict=True))
    kinds = list(dict.fromkeys(note.kind for note in notes)) if has_kinds(notes) else []
    labelled = _modalities(kinds, lambda kind: kind_name(kind, words, cafe.kind_labels))
    kind_names = dict(zip(kinds, labelled, strict=True))
    texts = []
    for note in _in_order(notes):
        said = [(names["table"], str(note.table + 1)), (names["round"], str(note.round + 1))]
        said += [(names["theme"], theme) for theme in of_note.get(note.id, ())]
        said += [(names["kind"], kind_names[note.kind])] if kinds else []
        said += [(names["prompt"], prompt_names[note.prompt])] if note.prompt else []
        starred = " ".join(f"*{name}_{modality}" for name, modality in said)
        texts.append(f"**** {starred}\n{note.text.translate(_READ_BY_PROGRAM)}\n")
    return "\n".join(texts)


def _in_order(notes: Sequence[Note]) -> Iterable[Note]:
    """Yield `notes` table by table and round by round, sub-points behind their point."""
    placed = sorted(notes, key=lambda note: (note.table, note.round))  # keeps the order otherwise
    return (note for note, _depth in in_order_of_parents(placed))


def _modality(text: str) -> str:
    """Return `text` in letters and digits alone, each word but the first with a capital.

    >>> _modality("Mobilités douces, d'abord !")
    'mobilitesDoucesDAbord'
    """
    first, *others = _NOT_SAFE.sub(" ", fold(text)).split() or [""]
    return "".join((first, *(word.capitalize() for word in others)))[:_LONGEST]


def _modalities(things: Sequence[T], name: Callable[[T], str]) -> list[str]:
    """Return what each is called; one without safe letters, or with another's, has its number."""
    plain = [_modality(name(thing)) for thing in things]
    return [
        each if each and plain.count(each) == 1 else f"{number}{each.capitalize()}"
        for number, each in enumerate(plain, start=1)
    ]
