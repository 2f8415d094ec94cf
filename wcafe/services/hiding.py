"""A café whose harvest is handed out without the names of its list: what stands in their place.

Only names that are on the list are known. What is kept in the café stays as people said it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from wcafe.domain.agreement import agreed_names, is_agreed
from wcafe.domain.amendments import Amendment
from wcafe.domain.named import decide_names, find_names, name_key, with_names_replaced
from wcafe.domain.note_fields import READ_BY_ALL
from wcafe.domain.notes import Note
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Theme
from wcafe.domain.verdicts import follow_words
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot
from wcafe.services.names import TOLD, find_in, printed_texts


def hide_names(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` with what was decided in the place of each name that its harvest holds.

    Where nobody decided, a sign stands for the name, but for those of people who agreed to be
    named and common words (`NameFound.is_noun`). Nicknames and names on no list remain.
    """
    names = find_names(printed_texts(snapshot), snapshot.people)
    if not names:
        return snapshot
    nouns = {name_key(each.name) for each in find_in(snapshot) if each.is_noun}
    cafe = snapshot.cafe
    sign = words_for(cafe.language).gettext("[name]")
    decided = decide_names(cafe.publication.names, sign)
    agreed = agreed_names(snapshot.people, Publication())

    def instead(name: str) -> str:
        said = decided(name)
        if said is None:
            is_kept = is_agreed(name, agreed) or name_key(name) in nouns
            return name if is_kept else sign
        return said

    def hidden(text: str) -> str:
        return with_names_replaced(text, names, instead)

    shown = tuple(_hidden_theme(theme, hidden) for theme in snapshot.themes)
    said = follow_words(snapshot.verdicts, snapshot.themes, shown)
    return replace(
        snapshot,
        cafe=replace(
            cafe,
            prompts=tuple(map(hidden, cafe.prompts)),
            words=tuple(map(hidden, cafe.words)),
            publication=_hidden_told(cafe.publication, hidden),
        ),
        notes=tuple(_hidden_note(note, hidden) for note in snapshot.notes),
        themes=shown,
        verdicts=frozenset(replace(each, words=hidden(each.words)) for each in said),
        amendments=tuple(_hidden_amendment(each, hidden) for each in snapshot.amendments),
        photos=tuple(
            replace(each, alternative=hidden(each.alternative)) for each in snapshot.photos
        ),
        edited={},
    )


def _hidden_told(publication: Publication, hidden: Callable[[str], str]) -> Publication:
    told: dict[str, Any] = {name: hidden(getattr(publication, name)) for name in TOLD}
    return replace(publication, **told)


def _hidden_note(note: Note, hidden: Callable[[str], str]) -> Note:
    said: dict[str, Any] = {name: hidden(getattr(note, name)) for name in READ_BY_ALL}
    return replace(note, **said)


def _hidden_theme(theme: Theme, hidden: Callable[[str], str]) -> Theme:
    return replace(
        theme,
        name=hidden(theme.name),
        headline=hidden(theme.headline),
        statements=tuple(replace(each, text=hidden(each.text)) for each in theme.statements),
    )


def _hidden_amendment(amendment: Amendment, hidden: Callable[[str], str]) -> Amendment:
    """Return a correction; its sender's name is printed only where they agreed to that."""
    return replace(amendment, text=hidden(amendment.text), reason=hidden(amendment.reason))
