"""The figures of a café in words: only what is known, and how it is known."""

from wcafe.domain.meetings import count_meetings
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.known import (
    is_checked_in,
    is_known_who_came,
    known_people,
    known_seats,
    known_tables,
)
from wcafe.written import in_digits, percent


def figures_known(snapshot: Snapshot, themes: int, words: Words) -> list[tuple[str, str]]:
    """Return figures with their labels, in the order they are shown; no 0 of what is unknown.

    One round has no repeats, and nothing is carried from it to another.
    """
    _, plural = words.gettext, words.ngettext
    language = snapshot.cafe.language
    people, tables = known_people(snapshot), known_tables(snapshot)
    rounds, notes = len(snapshot.cafe.rounds), len(snapshot.notes)
    seats = known_seats(snapshot)
    counted = [
        (people, people_label(snapshot, words)),
        (tables, plural("table", "tables", tables)),
        (rounds, plural("round", "rounds", rounds)),
        (notes, plural("note", "notes", notes)),
        (themes, plural("theme", "themes", themes)),
    ]
    told = [(in_digits(count, language), label) for count, label in counted if count]
    met = count_meetings(seats.rows)
    if met.most:
        told.append((in_digits(met.usual, language, digits=1), _("people met (median)")))
    if met.most and sum(map(bool, seats.rows)) > 1:
        told += [
            (in_digits(met.repeats, language), _("repeat meetings")),
            (percent(met.pollination, language), _("pollination between tables")),
        ]
    return told


def people_label(snapshot: Snapshot, words: Words) -> str:
    """Return what the figure of `known_people` counts: who came, checked in, or is expected."""
    plural, people = words.ngettext, known_people(snapshot)
    if is_known_who_came(snapshot):
        return plural("participant", "participants", people)
    if is_checked_in(snapshot):
        return plural("participant checked in", "participants checked in", people)
    return plural("participant expected", "participants expected", people)


def seats_come_from(snapshot: Snapshot, words: Words) -> str:
    """Return in a sentence whether people really sat as the figures have it; empty without seats.

    Where nobody sat beside another nothing is counted from seats.
    """
    _ = words.gettext
    seats = known_seats(snapshot)
    if not count_meetings(seats.rows).most:
        return ""
    if seats.is_recorded:
        return _("Counted from where people really sat.")
    if seats.recorded:
        return _("Counted from where people really sat, where that was recorded; else as planned.")
    if snapshot.is_plan_stale:
        return _(
            "Counted as planned, and the café has changed since; "
            "where people really sat was not recorded."
        )
    return _("Counted as planned; where people really sat was not recorded.")
