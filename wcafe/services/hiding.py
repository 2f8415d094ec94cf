"""A café with the names hidden that its notes and themes hold, as far as they are on its list."""

from dataclasses import replace

from wcafe.domain.named import find_names, with_names_hidden
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot


def hide_names(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` with a sign for each name of its people that its harvest holds.

    What is kept stays as people said it. Nicknames and names that are on no list remain.
    """
    notes, themes = snapshot.notes, snapshot.themes
    texts = [said for note in notes for said in (note.text, note.who)]
    texts += [said for theme in themes for said in (theme.name, theme.headline, theme.wording)]
    names = find_names(texts, snapshot.people)
    if not names:
        return snapshot
    sign = words_for(snapshot.cafe.language).gettext("[name]")

    def hidden(text: str) -> str:
        return with_names_hidden(text, names, sign)

    return replace(
        snapshot,
        notes=tuple(replace(note, text=hidden(note.text), who=hidden(note.who)) for note in notes),
        themes=tuple(
            replace(
                theme,
                name=hidden(theme.name),
                headline=hidden(theme.headline),
                statements=tuple(replace(s, text=hidden(s.text)) for s in theme.statements),
            )
            for theme in themes
        ),
        edited={},
    )
