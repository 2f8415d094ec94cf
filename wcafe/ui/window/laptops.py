"""In words: on which laptops a shared café is open."""

from contextlib import suppress

from wcafe.domain.desks import OpenDesk
from wcafe.services.elsewhere import Elsewhere
from wcafe.ui.window.workspaces import name_of, shown_as
from wcafe.ui.words import _, ngettext


def say_desks(elsewhere: Elsewhere | None) -> tuple[str, str]:
    """Return how many there are, and a line on each; nothing of a café in a file."""
    desks = () if elsewhere is None else elsewhere.desks()
    if not desks:
        return "", ""
    words = ngettext("open on {number} laptop", "open on {number} laptops", len(desks))
    return words.format(number=len(desks)), "\n".join(map(_say_desk, desks))


def _say_desk(desk: OpenDesk) -> str:
    at = ""
    with suppress(ValueError):  # a newer wcafe may have one more
        at = name_of(shown_as(desk.at))
    computer = _("{computer} (this one)") if desk.is_here else "{computer}"
    since = f"{desk.since.astimezone():%H:%M}"
    told = _("{computer}, since {time}: {workspace}") if at else _("{computer}, since {time}")
    name = computer.format(computer=desk.computer)
    return told.format(computer=name, time=since, workspace=at)
