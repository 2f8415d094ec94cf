"""How the café was done: its figures in words, and what its seats show of how people moved."""

from reportlab.platypus import Flowable

from wcafe.domain.agenda import Round
from wcafe.domain.cafe import HostMode
from wcafe.domain.marks import round_title
from wcafe.domain.rotation import Hosts, Moves, Rotation, rotation, stayers
from wcafe.i18n import N_
from wcafe.reports.cover import counts
from wcafe.reports.pages.paper import Paper
from wcafe.services.cafe import Snapshot
from wcafe.services.known import Seats, known_seats

_EVERYBODY = {
    (Moves.NEW, False): N_("In each round everybody sits at a table that is new to them."),
    (Moves.NEW, True): N_(
        "In each round but the last everybody sits at a table that is new to them."
    ),
    (Moves.CHANGE, False): N_("Everybody changes tables after each round."),
}
_OTHERS = {
    (Moves.NEW, False): N_("In each round all others sit at a table that is new to them."),
    (Moves.NEW, True): N_(
        "In each round but the last all others sit at a table that is new to them."
    ),
    (Moves.CHANGE, False): N_("All others change tables after each round."),
}
"""What is said of how people moved, and whether they are back in the last round."""


def method(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return how it was done; a rule is told only where the seats of every round keep it."""
    _ = paper.words.gettext
    told = []
    if _has_programme(snapshot):
        minutes = sorted({round_.minutes for round_ in snapshot.cafe.rounds})
        sentence = paper.words.ngettext(
            "A round is planned for {minutes} minute of conversation.",
            "A round is planned for {minutes} minutes of conversation.",
            minutes[-1],
        )
        told.append(sentence.format(minutes="–".join(map(str, minutes))))
    if moved := _moved(snapshot, paper):
        told += moved
        if not known_seats(snapshot).recorded:
            told.append(_("That is what the plan has."))
    if counted := people_counted(snapshot, paper):
        told.append(counted)
    if not told:
        return []
    told.insert(0, _("{counts}.").format(counts=", ".join(counts(snapshot, paper))))
    return [paper.label(_("How it was done")), paper.text(" ".join(told))]


def people_counted(snapshot: Snapshot, paper: Paper) -> str:
    """Return how many people were counted in which round; nothing where nobody counted them."""
    words = paper.words
    counted = [
        f"{paper.number(round_.headcount)} ({round_title(number, round_, words)})"
        for number, round_ in enumerate(snapshot.cafe.rounds)
        if round_.headcount is not None
    ]
    told = words.gettext("People who were counted: {rounds}.")
    return told.format(rounds=", ".join(counted)) if counted else ""


def _has_programme(snapshot: Snapshot) -> bool:
    """Did anybody look at the minutes? Those of a café that was only noted down are a default."""
    has_run = snapshot.plan is not None or snapshot.live.clock is not None
    return has_run or any(round_.plain != Round() for round_ in snapshot.cafe.rounds)


def _moved(snapshot: Snapshot, paper: Paper) -> list[str]:
    """Return what is true of everybody's way from table to table; nothing where that is unknown."""
    _ = paper.words.gettext
    seats, mode = known_seats(snapshot), snapshot.cafe.rules.hosts
    shown = rotation(seats.rows, _hosts(snapshot, seats)) if seats.is_whole else None
    if shown is None:
        return []
    told = _welcomed(shown, mode, paper)
    if not shown.has_hosts or told:
        ways = _OTHERS if shown.has_hosts else _EVERYBODY
        if sentence := ways.get((shown.moves, shown.returns)):
            told.append(_(sentence))
    if shown.returns:
        told.append(_("In the last round all who were there in the first are back at its table."))
    return told


def _hosts(snapshot: Snapshot, seats: Seats) -> Hosts:
    """Return who was to host when, as the rule of the café has it."""
    mode, plan = snapshot.cafe.rules.hosts, snapshot.plan
    if mode is HostMode.HAND_OVER:
        return stayers(seats.rows)
    if mode is HostMode.NONE or plan is None:
        return {}
    past = {round_ for round_, _table in plan.hosted}
    to_come = [r for r in range(len(seats.rows)) if r not in past]
    now = {(r, table): who for who, table in plan.hosts.items() for r in to_come}
    return now | {at: who for at, who in plan.hosted.items() if at[0] < len(seats.rows)}


def _welcomed(shown: Rotation, mode: HostMode, paper: Paper) -> list[str]:
    """Return at which tables a host welcomed; nothing where at none."""
    _ = paper.words.gettext
    if mode is HostMode.HAND_OVER:
        told = _("At each table somebody stays on for the next round, to welcome and to recap.")
        return [told] if shown.is_handed_over else []
    if shown.kept == shown.tables:
        return [_("A host stays at each table, to welcome and to recap.")]
    if shown.hosted == shown.tables:
        return [_("Each table has a host, to welcome and to recap.")]
    some = paper.words.ngettext(
        "At {hosted} of the {tables} tables a host stays, to welcome and to recap.",
        "At {hosted} of the {tables} tables a host stays, to welcome and to recap.",
        shown.kept,
    )
    return [some.format(hosted=shown.kept, tables=shown.tables)] if shown.kept else []
