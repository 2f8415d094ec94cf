"""A café as everybody may have it: no note that is withheld, nobody named beside what was said."""

from dataclasses import replace

from wcafe.domain.people import Person
from wcafe.services.cafe import Snapshot

_NOBODY = "–"


def public_view(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` for files that are published.

    Withheld notes are gone, and with them whatever points at them; no note has an author.
    People are still counted, as their ids say nothing: what they are called is gone, unless they
    agreed to be named. So is what was decided of other names, and what notes said before.
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
    publication = replace(shown.cafe.publication, names=())
    return replace(
        shown,
        cafe=replace(shown.cafe, publication=publication),
        notes=tuple(notes),
        themes=tuple(themes),
        people=tuple(map(_nameless, shown.people)),
        opposed=frozenset(pair for pair in shown.opposed if {pair.one, pair.other} <= here),
        amendments=tuple(
            each if each.may_be_named else replace(each, who="") for each in shown.amendments
        ),
        badges={},
        edited={},
    )


def _nameless(person: Person) -> Person:
    """Return where a person has a place, and nothing of who it is but an agreed name."""
    is_named = person.may_be_named
    return Person(
        id=person.id,
        given=person.given if is_named else _NOBODY,
        family=person.family if is_named else "",
        may_be_named=is_named,
        role=person.role,
        host_of=person.host_of,
        stays_at=person.stays_at,
        present=person.present,
        arrived=person.arrived,
    )
