"""A café as everybody may have it: no note that is withheld, nobody named beside what was said."""

from dataclasses import replace

from wcafe.domain.people import Person
from wcafe.services.cafe import Snapshot

_NOBODY = "–"


def public_view(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` for files that are published.

    Withheld notes are gone, and with them whatever points at them; no note has an author.
    People are still counted, as their ids say nothing: whatever they are called is gone. What
    notes said before is gone too, so a list made of it comes into no copy as an edit.
    """
    shown = snapshot.handed_out
    here = {note.id for note in shown.notes}
    themes = (
        replace(
            theme,
            notes=tuple(note for note in theme.notes if note in here),
            statements=tuple(
                replace(said, cites=tuple(cite for cite in said.cites if cite.note in here))
                for said in theme.statements
            ),
        )
        for theme in shown.themes
    )
    notes = (
        replace(note, author="", parent=note.parent if note.parent in here else None)
        for note in shown.notes
    )
    return replace(
        shown,
        notes=tuple(notes),
        themes=tuple(themes),
        people=tuple(map(_nameless, shown.people)),
        opposed=frozenset(pair for pair in shown.opposed if {pair.one, pair.other} <= here),
        badges={},
        edited={},
    )


def _nameless(person: Person) -> Person:
    """Return where a person has a place, and nothing of who it is."""
    return Person(
        id=person.id,
        given=_NOBODY,
        role=person.role,
        host_of=person.host_of,
        stays_at=person.stays_at,
        present=person.present,
        arrived=person.arrived,
    )
