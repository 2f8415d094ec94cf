"""The agenda: the rounds and the lines beside them, and the clock times that follow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType, Protocol

from wcafe.domain.choice import Choice
from wcafe.domain.lengths import CellText, ShortText, require_short
from wcafe.domain.text import new_id
from wcafe.errors import BadMinutes
from wcafe.i18n import N_, Words

LineId = NewType("LineId", str)

LONGEST_ROUND = 180  # minutes
LONGEST_MOVE = 60  # minutes to write the harvest, or to change tables


class LineKind(Choice):
    """What a line beside the rounds is for."""

    WELCOME = "welcome"
    CONTEXT = "context"
    BREAK = "break"
    PLENARY = "plenary"
    CLOSING = "closing"
    OTHER = "other"


LINE_NAMES = {
    LineKind.WELCOME: N_("Welcome"),
    LineKind.CONTEXT: N_("Context and etiquette"),
    LineKind.BREAK: N_("Break"),
    LineKind.PLENARY: N_("Plenary"),
    LineKind.CLOSING: N_("Next steps and thanks"),
    LineKind.OTHER: N_("Something else"),
}


class Programmed(Protocol):
    """Whatever has rounds and lines beside them: a café."""

    @property
    def rounds(self) -> Sequence["Round"]: ...

    @property
    def agenda(self) -> Sequence["Line"]: ...


class StepKind(StrEnum):
    """The parts of a round, and lines beside the rounds."""

    TALK = "talk"
    HARVEST = "harvest"
    MOVE = "move"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One conversation at all tables: minutes to talk, to write the harvest, to move on.

    Where a café goes over several days, or its rounds have names of their own, a round says which.
    `listed` are the names that lists gave it: they mean it still when it has another.
    """

    minutes: int = 20
    harvest: int = 3
    move: int = 4
    name: CellText = ""
    day: date | None = None
    listed: tuple[CellText, ...] = ()

    def __post_init__(self) -> None:
        require_short(self)
        _check(self.minutes, 1, LONGEST_ROUND)
        _check(self.harvest, 0, LONGEST_MOVE)
        _check(self.move, 0, LONGEST_MOVE)

    @property
    def plain(self) -> "Round":
        """This round's minutes alone, without its names and day."""
        return replace(self, name="", day=None, listed=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line beside the rounds. `after` is how many rounds are over before it."""

    id: LineId
    kind: LineKind
    title: ShortText = ""  # the facilitator's own words; empty for the name of the kind
    minutes: int
    after: int

    def __post_init__(self) -> None:
        require_short(self)
        _check(self.minutes, 1, LONGEST_ROUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the afternoon. `key` stays the same while the agenda is edited."""

    key: str
    kind: StepKind
    minutes: int
    starts: int  # minutes after the café begins
    round: int | None = None  # from 0
    line: Line | None = None

    def name(self, words: Words) -> str:
        """Return what the step is called in `words`."""
        _ = words.gettext
        if self.line is not None:
            return self.line.title or _(LINE_NAMES[self.line.kind])
        assert self.round is not None
        if self.kind is StepKind.TALK:
            return _("Round {number}").format(number=self.round + 1)
        if self.kind is StepKind.HARVEST:
            return _("Harvest of round {number}").format(number=self.round + 1)
        return _("Change of tables")


def default_agenda(rounds: int) -> tuple[Line, ...]:
    """Return the lines METHOD.md proposes around `rounds`."""
    proposed = (
        (LineKind.WELCOME, 10, 0),
        (LineKind.CONTEXT, 10, 0),
        (LineKind.BREAK, 5, rounds),
        (LineKind.PLENARY, 20, rounds),
        (LineKind.CLOSING, 8, rounds),
    )
    return tuple(
        Line(id=LineId(new_id()), kind=kind, minutes=minutes, after=after)
        for kind, minutes, after in proposed
    )


def programme(cafe: Programmed) -> tuple[Step, ...]:
    """Return the steps of the afternoon of `cafe`, in order."""
    return steps_of(cafe.rounds, cafe.agenda)


def steps_of(rounds: Sequence[Round], lines: Sequence[Line]) -> tuple[Step, ...]:
    """Return the steps in order.

    Parts of no minutes are left out, and after the last round nobody moves on.

    >>> lines = (Line(id="b", kind=LineKind.BREAK, minutes=5, after=1),)
    >>> [(s.key, s.starts) for s in steps_of((Round(), Round()), lines)][:4]
    [('talk:0', 0), ('harvest:0', 20), ('move:0', 23), ('line:b', 27)]
    """
    steps: list[Step] = []
    starts = 0

    def add(key: str, kind: StepKind, minutes: int, **facts: object) -> None:
        nonlocal starts
        if minutes:
            step = Step(key=key, kind=kind, minutes=minutes, starts=starts, **facts)  # type: ignore[arg-type]  # round and line
            steps.append(step)
            starts += minutes

    for number in range(len(rounds) + 1):
        for line in lines:
            if line.after == number or (line.after > len(rounds) == number):
                add(f"line:{line.id}", StepKind.LINE, line.minutes, line=line)
        if number < len(rounds):
            now = rounds[number]
            add(f"talk:{number}", StepKind.TALK, now.minutes, round=number)
            add(f"harvest:{number}", StepKind.HARVEST, now.harvest, round=number)
            if number + 1 < len(rounds):
                add(f"move:{number}", StepKind.MOVE, now.move, round=number)
    return tuple(steps)


def moved_line(lines: Sequence[Line], line: LineId, by: int, rounds: int) -> tuple[Line, ...]:
    """Return `lines` with one of them a place earlier (`by` -1) or later (1).

    Between two lines it changes places with its neighbour; next to a round it passes the round.
    """
    ordered = sorted(lines, key=lambda each: min(each.after, rounds))
    place = next((n for n, each in enumerate(ordered) if each.id == line), None)
    if place is None:
        return tuple(lines)
    here = ordered[place]
    other = place + by
    if 0 <= other < len(ordered) and ordered[other].after == here.after:
        ordered[place], ordered[other] = ordered[other], here
    elif 0 <= here.after + by <= rounds:
        ordered[place] = replace(here, after=here.after + by)
    return tuple(ordered)


def _check(minutes: int, least: int, most: int) -> None:
    if not least <= minutes <= most:
        raise BadMinutes(number=minutes, least=least, most=most)
