"""What an import of notes did, or would do, and how far it is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from wcafe.domain.text import join_names
from wcafe.errors import WcafeError
from wcafe.i18n import N_, Words
from wcafe.intake.notes_found import LeftOut, NotesRead, RowRejected
from wcafe.services.note_change import NotesChange

_MOST_PROMPTS = 6  # that are named
_SOME = 100  # rows between two words of progress


class ImportStopped(WcafeError):
    """Somebody did not want an import any more."""

    template = N_("The import was stopped. Nothing was imported.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesReport:
    """What an import of notes did, or in a dry run would do; `found` tells how it was read.

    Of those `added`, `beside` are second versions of notes that stand here with other words.
    `known` notes were here already; `kept` ones stay in the theme where people sorted them,
    though the list names another; `moved` ones stood where a list had put them. `remarks` are
    about rows that came in, and of which something was not understood.
    """

    found: NotesRead
    added: int
    updated: int
    known: int
    beside: int = 0
    named: int = 0  # different themes that the list names
    kept: int = 0
    moved: int = 0
    remarks: tuple[RowRejected, ...] = ()
    change: NotesChange = field(default_factory=NotesChange)

    @property
    def read(self) -> int:
        return self.found.read

    @property
    def rejected(self) -> tuple[RowRejected, ...]:
        return self.found.rejected

    @property
    def refused(self) -> tuple[RowRejected, ...]:
        """The rows that could not be read; those that a person left out are no surprise."""
        return tuple(each for each in self.rejected if not isinstance(each.reason, LeftOut))

    @property
    def unused(self) -> tuple[str, ...]:
        return self.found.unused

    @property
    def tables_added(self) -> int:
        """How many tables come beside those that the café had, if it had any."""
        before, after = self.change.cafe or (None, None)
        return len(after.tables) - len(before.tables) if before and after and before.tables else 0

    @property
    def rounds_added(self) -> int:
        before, after = self.change.cafe or (None, None)
        return len(after.rounds) - len(before.rounds) if before and after else 0

    @property
    def prompts_added(self) -> tuple[str, ...]:
        """The prompts of the list that the sheets of the café did not have."""
        before, after = self.change.cafe or (None, None)
        return after.prompts[len(before.prompts) :] if before and after else ()

    @property
    def has_changed(self) -> bool:
        return bool(self.change)


class Arriving:
    """How far an import is, and whether it is still wanted.

    Args:
        say: is told how many rows of how many are done, now and then.
        is_stopped: whether it is to end and leave everything as it was.
    """

    def __init__(
        self,
        say: Callable[[int, int], object] = lambda _done, _all: None,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self.say = say
        self.is_stopped = is_stopped

    def reach(self, done: int, all_: int) -> None:
        """Tell that `done` of `all_` rows are done. Raises ImportStopped once that is wished."""
        if done % _SOME == 0 or done == all_:
            self.require_going()
            self.say(done, all_)

    def require_going(self) -> None:
        if self.is_stopped():
            raise ImportStopped


ALONE = Arriving()
"""Nobody waits for the import."""


def other_outcomes(report: NotesReport, words: Words) -> list[str]:
    """Say what comes of a list beside new notes: second versions, themes, what the café gets."""
    plural = words.ngettext
    told = []
    if number := report.beside:
        beside = plural(
            "{number} note was changed in both copies: a second version stands beside it.",
            "{number} notes were changed in both copies: second versions stand beside them.",
            number,
        )
        told.append(beside.format(number=number))
    if number := report.kept:
        stay = plural(
            "{number} note stays where people sorted it.",
            "{number} notes stay where people sorted them.",
            number,
        )
        told.append(stay.format(number=number))
    if number := report.moved:
        moved = plural(
            "{number} note moved to the theme that the list names.",
            "{number} notes moved to the themes that the list names.",
            number,
        )
        told.append(moved.format(number=number))
    if number := report.tables_added:
        added = plural(
            "{number} table is added to the café.", "{number} tables are added to the café.", number
        )
        told.append(added.format(number=number))
    if number := report.rounds_added:
        added = plural(
            "{number} round is added to the café.", "{number} rounds are added to the café.", number
        )
        told.append(added.format(number=number))
    if prompts := report.prompts_added:
        added = plural(
            "A prompt is added to those of the sheets: {prompts}.",
            "{number} prompts are added to those of the sheets: {prompts}.",
            len(prompts),
        )
        shown = join_names(prompts, most=_MOST_PROMPTS)
        told.append(added.format(number=len(prompts), prompts=shown))
    return told
