"""A café as everybody may have it: no note that is withheld, nobody named beside what was said."""

from dataclasses import replace

from wcafe.domain.agreement import agreed_names, is_agreed
from wcafe.domain.artefacts import EDITIONS, LETTER
from wcafe.domain.notes import Note
from wcafe.domain.people import Person
from wcafe.domain.publication import Naming
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot
from wcafe.services.hiding import hide_names

_NOBODY = "–"


def public_view(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` for files that are published.

    Withheld notes are gone, and with them whatever points at them. No note has an author; names of
    the list that it holds, and of who takes an action on, stand where that was decided or agreed.
    People are still counted, as their ids say nothing: what they are called is gone, unless they
    agreed to be named. So is what was decided of other names, and what notes said before.
    """
    shown = with_agreed_names(hide_names(snapshot.handed_out))
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
    told = shown.cafe.publication
    kept = tuple(choice for choice in told.names if choice.naming is Naming.KEPT)
    publication = replace(told, names=kept)
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


def with_agreed_names(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` with a sign for who takes an action on, unless they agreed to be named."""
    agreed = agreed_names(snapshot.people, snapshot.cafe.publication)
    sign = words_for(snapshot.cafe.language).gettext("[name]")

    def shown(note: Note) -> Note:
        return note if not note.who or is_agreed(note.who, agreed) else replace(note, who=sign)

    return replace(snapshot, notes=tuple(map(shown, snapshot.notes)))


def open_editions(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the keys of the editions that stand in an open pack: each that has something to tell.

    The letter has once it was heard of an action what became of it.
    """
    is_heard = any(note.state is not None for note in snapshot.handed_out.notes)
    return tuple(
        key
        for key, artefact in EDITIONS.items()
        if not artefact.needs_plan and (key != LETTER or is_heard)
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
