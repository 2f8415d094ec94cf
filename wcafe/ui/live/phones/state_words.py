"""How it stands with a table's phones, in words, and how long ago."""

from datetime import datetime

from wcafe.domain.board import TableOnBoard, TableState
from wcafe.i18n import N_
from wcafe.ui.words import _, ngettext

_MINUTE, _HOUR = 60, 3600

STATES = {
    TableState.WRITING: N_("writing…"),
    TableState.JOINED: N_("connected"),
    TableState.SCANNED: N_("code read"),
    TableState.SILENT: N_("silent"),
    TableState.UNSENT: N_("not sent"),
    TableState.ASLEEP: N_("asleep"),
    TableState.WITHOUT: N_("no phone"),
    TableState.PAPER: N_("on paper"),
}
"""What each state is called, in the order in which they are counted."""

SIGNS = {
    TableState.WRITING: "✎",
    TableState.JOINED: "✓",
    TableState.SCANNED: "⌑",
    TableState.SILENT: "◷",
    TableState.UNSENT: "!",
    TableState.ASLEEP: "☾",
    TableState.WITHOUT: "○",
    TableState.PAPER: "▤",
}


def say_state(table: TableOnBoard, now: datetime) -> str:
    """Say in a word or three how it stands with a table."""
    if table.state is TableState.UNSENT:
        words = ngettext("{number} note not sent", "{number} notes not sent", table.unsent)
        return words.format(number=table.unsent)
    if table.state is TableState.SILENT and table.since is not None:
        minutes = int((now - table.since).total_seconds() // _MINUTE)
        return _("silent, {minutes} min").format(minutes=minutes)
    return _(STATES[table.state])


def say_details(table: TableOnBoard, now: datetime) -> str:
    """Say what stands below that: since when, how many phones."""
    if table.state is TableState.WITHOUT:
        return _("code never read")
    if table.state is TableState.PAPER:
        return _("sheet to be photographed")
    facts = []
    if table.since is not None and table.state is not TableState.SILENT:
        facts.append(say_ago(table.since, now))
    if table.state is TableState.UNSENT:
        facts.append(_("nothing is lost"))
    elif table.phones > 1:
        facts.append(
            _("{there} of {all} phones in sight").format(there=table.in_sight, all=table.phones)
        )
    return " · ".join(facts)


def say_ago(then: datetime, now: datetime) -> str:
    """Say how long ago something was.

    Up to ten seconds that is now: nobody reads a figure that changes with each look.
    """
    seconds = max((now - then).total_seconds(), 0)
    if seconds < 10:
        return _("just now")
    if seconds < _MINUTE:
        return _("{seconds} s ago").format(seconds=int(seconds // 10 * 10))
    if seconds < _HOUR:
        return _("{minutes} min ago").format(minutes=int(seconds // _MINUTE))
    return _("{hours} h ago").format(hours=int(seconds // _HOUR))
