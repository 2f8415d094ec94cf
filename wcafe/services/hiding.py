"""A café with the names hidden that its notes and themes hold, as far as they are on its list."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from wcafe.domain.named import find_names, with_names_hidden
from wcafe.domain.note_fields import READ_BY_ALL
from wcafe.domain.notes import Note
from wcafe.domain.synthesis import Theme
from wcafe.domain.verdicts import follow_words
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot


def hide_names(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` with a sign for each name of its people that its harvest holds.

    What is kept stays as people said it. Nicknames and names that are on no list remain.
    """
    notes, themes = snapshot.notes, snapshot.themes
    texts = [getattr(note, name) for note in notes for name in READ_BY_ALL]
    texts += [said for theme in themes for said in (theme.name, theme.headline, theme.wording)]
    texts += [verdict.words for verdict in snapshot.verdicts]
    texts += [*snapshot.cafe.prompts, *snapshot.cafe.words]
    names = find_names(texts, snapshot.people)
    if not names:
        return snapshot
    sign = words_for(snapshot.cafe.language).gettext("[name]")

    def hidden(text: str) -> str:
        return with_names_hidden(text, names, sign)

    cafe = snapshot.cafe
    shown = tuple(_shown(theme, hidden) for theme in themes)
    said = follow_words(snapshot.verdicts, themes, shown)
    return replace(
        snapshot,
        cafe=replace(
            cafe, prompts=tuple(map(hidden, cafe.prompts)), words=tuple(map(hidden, cafe.words))
        ),
        notes=tuple(replace(note, **_texts(note, hidden)) for note in notes),
        themes=shown,
        verdicts=frozenset(replace(each, words=hidden(each.words)) for each in said),
        edited={},
    )


def _shown(theme: Theme, hidden: Callable[[str], str]) -> Theme:
    return replace(
        theme,
        name=hidden(theme.name),
        headline=hidden(theme.headline),
        statements=tuple(replace(said, text=hidden(said.text)) for said in theme.statements),
    )


def _texts(note: Note, hidden: Callable[[str], str]) -> dict[str, Any]:
    """Return the texts of `note` with their names hidden, by the names of the fields."""
    return {name: hidden(getattr(note, name)) for name in READ_BY_ALL}
