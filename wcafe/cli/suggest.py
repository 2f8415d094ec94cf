"""The command that suggests: it looks, and changes nothing."""

import argparse
from typing import Any

from wcafe.cli.opening import open_to_read
from wcafe.cli.tell import say, say_json
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.suggestions import Alike, Method, Proposal, Wish, why
from wcafe.domain.synthesis import ThemeId
from wcafe.i18n import Words

_NAMES = {Method.WORDS: "words", Method.MEANING: "meaning"}


def suggest(chosen: argparse.Namespace, words: Words) -> int:
    """Tell themes for notes that have none, and notes that say nearly the same."""
    from wcafe.services.suggestions import best_method, suggest

    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
    method = best_method()
    themes = suggest(Wish.THEMES, snapshot.notes, snapshot.themes, method=method)
    read = themes.read if themes is not None else {}
    alike = suggest(Wish.ALIKE, snapshot.notes, snapshot.themes, method=method, known=read)
    proposals: dict[NoteId, list[Proposal]] = {}
    for each in themes.found if themes is not None else ():
        if isinstance(each, Proposal):
            proposals.setdefault(each.note, []).append(each)
    pairs = [each for each in (alike.found if alike is not None else ()) if isinstance(each, Alike)]
    if chosen.json:
        say_json(_as_json(method, proposals, pairs, words))
        return 0
    names = {theme.id: theme.name for theme in snapshot.themes}
    say(
        words.gettext(method.value),
        *_as_lines({note.id: note for note in snapshot.notes}, names, proposals, pairs, words),
    )
    return 0


def _as_json(
    method: Method, proposals: dict[NoteId, list[Proposal]], pairs: list[Alike], words: Words
) -> dict[str, Any]:
    return {
        "method": _NAMES[method],
        "themes": [
            {
                "note": note,
                "proposals": [{"theme": each.theme, "why": why(each, words)} for each in of_note],
            }
            for note, of_note in proposals.items()
        ],
        "alike": [{"notes": list(each.notes), "why": why(each, words)} for each in pairs],
    }


def _as_lines(
    notes: dict[NoteId, Note],
    names: dict[ThemeId, str],
    proposals: dict[NoteId, list[Proposal]],
    pairs: list[Alike],
    words: Words,
) -> list[str]:
    _ = words.gettext

    def said(note: NoteId) -> str:
        told = notes[note]
        line = _("T{table} R{round}: {text}")
        text = told.text.replace("\n", " / ")
        return line.format(table=told.table + 1, round=told.round + 1, text=text)

    lines = []
    for note, of_note in proposals.items():
        lines.append(said(note))
        lines += [f"  → {names[each.theme]} ({why(each, words)})" for each in of_note]
    for pair in pairs:
        lines.append(_("Nearly the same ({why}):").format(why=why(pair, words)))
        lines += [f"  {said(note)}" for note in pair.notes]
    return lines or [_("There is nothing more to suggest.")]
