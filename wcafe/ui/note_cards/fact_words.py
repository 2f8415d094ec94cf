"""What is known of a note beside its words, said in a few words."""

from wcafe.domain.kinds import Labels, kind_name
from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import Note, Support
from wcafe.i18n import N_
from wcafe.ui.words import _, desk_words, figure, ngettext

SUPPORTS = {Support.TABLE: N_("the whole table"), Support.PERSON: N_("one person")}
"""Who stands behind a note."""


def say_kind(note: Note, labels: Labels) -> str:
    """Say what kind of note it is, as the café calls it, with a capital."""
    return capital(kind_name(note.kind, desk_words(), labels))


def say_briefly(note: Note, labels: Labels) -> str:
    """Say its kind, its table and round and all that is known of it, for the foot of a card."""
    place = _("T{table} R{round}").format(table=note.table + 1, round=note.round + 1)
    return " · ".join((say_kind(note, labels), place, *_facts(note)))


def say_whole(note: Note, labels: Labels) -> str:
    """Say the same for a screen reader, with no letter for a word."""
    place = _("Table {table}, round {round}").format(table=note.table + 1, round=note.round + 1)
    return ", ".join((say_kind(note, labels), place, *_facts(note)))


def say_votes(votes: int) -> str:
    return ngettext("{number} dot", "{number} dots", votes).format(number=figure(votes))


def _facts(note: Note) -> list[str]:
    facts = []
    if note.votes is not None:
        facts.append(say_votes(note.votes))
    if note.support is not None:
        facts.append(_(SUPPORTS[note.support]))
    if note.from_table is not None:
        facts.append(_("from table {number}").format(number=note.from_table + 1))
    if note.prompt:
        facts.append(note.prompt)
    if note.who:
        facts.append(_("who: {name}").format(name=note.who))
    if note.due:
        facts.append(_("by: {day}").format(day=note.due))
    if note.state is not None:
        facts.append(state_name(note.state, desk_words()))
    if note.may_quote:
        facts.append(_("may be quoted"))
    if note.withheld:
        facts.append(_("withheld: {reason}").format(reason=note.withheld))
    return facts


def capital(words: str) -> str:
    """Return `words` with a capital at the beginning."""
    return words[:1].upper() + words[1:]
