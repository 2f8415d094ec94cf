"""What the facilitator decides before the doors open: questions, rounds, tables and rules.

Cafés are values. An edit returns a new one and leaves the old one as it was, so a
café can be kept for undo or handed to another thread as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Literal, NewType

from wcafe.domain.agenda import Line, LineId, Round, Step, default_agenda, moved_line
from wcafe.domain.choice import Choice
from wcafe.domain.headcount import require_headcount
from wcafe.domain.kinds import Labels
from wcafe.domain.lengths import CellText, LongText, QuestionText, ShortText, require_short
from wcafe.domain.publication import PROPOSED_LICENCE, Publication
from wcafe.domain.tables import propose_tables
from wcafe.domain.text import clean, new_id, one_line
from wcafe.errors import (
    BadNumber,
    BadRounds,
    BadSeats,
    BadSpare,
    BadTables,
    NoTitle,
    TooFewSeats,
)

CafeId = NewType("CafeId", str)

MOST_ROUNDS = 20
MOST_TABLES = 1000
MOST_SEATS = 50
MOST_SPARE = 200

Spare = int | Literal["usual"]
"""How many people more than those expected a plan keeps places for; usual is 5 %, at least 2."""


def _check(error: type[BadNumber], number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise error(number=number, least=least, most=most)


class Mode(Choice):
    """Which question is asked where (METHOD.md, ways to ask the questions)."""

    SAME = "same"
    PER_ROUND = "per_round"
    PER_TABLE = "per_table"
    PER_ZONE = "per_zone"
    MATRIX = "matrix"


class HostMode(Choice):
    """Who welcomes at a table: a host who stays, one who hands over, or nobody by rule."""

    STAY = "stay"
    HAND_OVER = "hand_over"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The questions and how they are spread.

    `texts` holds one question (same), one a round, one a table, one a zone, or table by
    table and round by round (matrix: the rounds of table 0, then those of table 1 …).
    """

    mode: Mode = Mode.SAME
    texts: tuple[QuestionText, ...] = ()

    def __post_init__(self) -> None:
        require_short(self)

    def at(self, table: int, round_: int, *, rounds: int, zone: int | None = None) -> str:
        """Return what `table` talks about in `round_`, both from 0; empty if nothing was set."""
        place = {
            Mode.SAME: 0,
            Mode.PER_ROUND: round_,
            Mode.PER_TABLE: table,
            Mode.PER_ZONE: zone or 0,
            Mode.MATRIX: table * rounds + round_,
        }[self.mode]
        return self.texts[place] if place < len(self.texts) else ""

    def with_rounds(self, before: int, count: int) -> "Questions":
        """Return these for `count` rounds instead of `before`; each stays in its round."""
        if self.mode is not Mode.MATRIX:
            return self
        rows = [self.texts[n : n + before] for n in range(0, len(self.texts), before)]
        fitted = [(*row, *[""] * count)[:count] for row in rows]
        return replace(self, texts=tuple(chain.from_iterable(fitted)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. Its number is its place in the café; seats count the host's."""

    name: CellText = ""  # a list of notes may name it
    fewest: int = 0
    seats: int = 5
    features: frozenset[ShortText] = frozenset()
    zone: int | None = None
    closed: frozenset[int] = frozenset()  # rounds from 0
    listed: tuple[CellText, ...] = ()  # names by which lists mean it, whatever it is called

    def __post_init__(self) -> None:
        require_short(self)
        _check(BadSeats, self.seats, 1, MOST_SEATS)
        _check(BadSeats, self.fewest, 0, self.seats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rotation rules of METHOD.md that the facilitator can switch."""

    hosts: HostMode = HostMode.STAY
    distinct_tables: bool = True
    return_home: bool = False
    mixed: tuple[CellText, ...] = ("group", "organisation")  # attributes to mix at each table
    apart: tuple[frozenset[str], ...] = ()  # people's ids who never share a table
    together: tuple[frozenset[str], ...] = ()  # people's ids who always do
    spare: Spare = 0  # joker routes to compose; the plan that is there keeps those it has

    def __post_init__(self) -> None:
        require_short(self)
        if self.spare != "usual":
            _check(BadSpare, self.spare, 0, MOST_SPARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cafe:
    """Everything the facilitator decides before the doors open.

    Without `tables_chosen` the tables were proposed by number of people and are
    proposed again whenever that number changes.
    """

    id: CafeId
    title: ShortText
    language: str = "fr"
    day: date | None = None
    starts: time = time(14, 0)
    place: ShortText = ""
    purpose: LongText = ""
    organiser: ShortText = ""
    licence: ShortText = ""  # under which the harvest is shared, if it is
    questions: Questions = Questions()
    rounds: tuple[Round, ...] = (Round(), Round(), Round())
    agenda: tuple[Line, ...] = ()  # what there is beside the rounds
    tables: tuple[Table, ...] = ()
    tables_chosen: bool = False
    seats: int = 5  # at a table that is yet to be proposed
    rules: Rules = Rules()
    checked: frozenset[ShortText] = frozenset()  # what is ticked in the checklist
    headcount: int | None = None  # how many people came in all, where somebody counted them
    prompts: tuple[ShortText, ...] = ()  # what each harvest sheet asks for
    kind_labels: Labels = ()  # what kinds of note are called here
    words: tuple[ShortText, ...] = ()  # of the day: names and acronyms, offered while typing
    publication: Publication = field(
        default_factory=Publication
    )  # what the organiser tells around the harvest
    generation: int = 1  # goes up when an older copy takes over (TRUST.md 4.1)
    version: int = 0  # set by the store; guards against lost edits

    def __post_init__(self) -> None:
        if not self.title:
            raise NoTitle
        require_short(self)
        _check(BadRounds, len(self.rounds), 1, MOST_ROUNDS)
        _check(BadTables, len(self.tables), 0, MOST_TABLES)
        _check(BadSeats, self.seats, 2, MOST_SEATS)
        require_headcount(self.headcount)

    def question(self, table: int, round_: int) -> str:
        """Return what `table` talks about in `round_`, both counted from 0."""
        zone = self.tables[table].zone if table < len(self.tables) else None
        return self.questions.at(table, round_, rounds=len(self.rounds), zone=zone)

    def table_name(self, table: int) -> str:
        """Return the name of `table`, from 0; empty if it has none, or is no table of this café."""
        return self.tables[table].name if table < len(self.tables) else ""

    def round_at(self, round_: int) -> Round:
        """Return `round_`, from 0; a plain one if it is no round of this café."""
        return self.rounds[round_] if round_ < len(self.rounds) else Round()

    def clock_time(self, step: Step) -> time:
        """Return what the clock shows when `step` of the agenda begins."""
        begins = datetime.combine(date.min, self.starts)
        return (begins + timedelta(minutes=step.starts)).time()

    def with_rounds(self, count: int) -> "Cafe":
        """Return this café with `count` rounds; what stood after the last one still does.

        Raises:
            BadRounds
        """
        _check(BadRounds, count, 1, MOST_ROUNDS)
        before = len(self.rounds)
        added = (self.rounds[-1].plain,) * (count - before)
        agenda = tuple(
            replace(line, after=count if line.after >= before else min(line.after, count))
            for line in self.agenda
        )
        return replace(
            self,
            rounds=(*self.rounds, *added)[:count],
            agenda=agenda,
            questions=self.questions.with_rounds(before, count),
        )

    def with_line_moved(self, line: LineId, by: int) -> "Cafe":
        """Return this café with a line of the agenda a place earlier (-1) or later (1)."""
        agenda = moved_line(self.agenda, line, by, len(self.rounds))
        return replace(self, agenda=agenda)

    def next_of_series(self) -> "Cafe":
        """Return a new café of the same design: to be dated, and its checklist gone through."""
        return replace(
            self,
            id=CafeId(new_id()),
            day=None,
            checked=frozenset(),
            tables=tuple(replace(table, closed=frozenset()) for table in self.tables),
            headcount=None,
            publication=Publication(contact=self.publication.contact),
            rounds=tuple(replace(round_, headcount=None) for round_ in self.rounds),
            generation=1,
            version=0,
        )

    def with_spare(self, spare: Spare) -> "Cafe":
        """Return this café with so many spare places wished for. Raises BadSpare."""
        return replace(self, rules=replace(self.rules, spare=spare))

    def with_tables_for(self, *parties: int) -> "Cafe":
        """Return this café with tables: those chosen, else as many as the people need.

        Where a proposed table was closed, these are the tables of this very room and stay.

        Args:
            parties: how many people, each number for those who share no language with others.

        Raises:
            TooFewSeats: the chosen tables cannot seat that many people.
        """
        people, rounds = sum(parties), len(self.rounds)
        if not self.tables_chosen:
            if any(table.closed for table in self.tables):
                return self
            count = sum(propose_tables(party, seats=self.seats, rounds=rounds) for party in parties)
            if count != len(self.tables):
                return replace(self, tables=(Table(seats=self.seats),) * count)
        if (seats := sum(table.seats for table in self.tables)) < people:
            raise TooFewSeats(people=people, seats=seats)
        return self


def draft(
    *,
    title: str,
    language: str,
    rounds: int = 3,
    tables: int | None = None,
    seats: int = 5,
    day: date | None = None,
    place: str = "",
    questions: Sequence[str] = (),
) -> Cafe:
    """Return a new café: `tables` alike, or as many as its people will need.

    One question is for all rounds, several are one a round. A licence is proposed.

    Raises:
        NoTitle, BadRounds, BadTables, BadSeats
    """
    _check(BadRounds, rounds, 1, MOST_ROUNDS)
    if tables is not None:
        _check(BadTables, tables, 1, MOST_TABLES)
    _check(BadSeats, seats, 2, MOST_SEATS)
    mode = Mode.PER_ROUND if len(questions) > 1 else Mode.SAME
    return Cafe(
        id=CafeId(new_id()),
        title=one_line(title),
        language=language,
        day=day,
        place=one_line(place),
        licence=PROPOSED_LICENCE,
        questions=Questions(mode=mode, texts=tuple(map(clean, questions))),
        rounds=(Round(),) * rounds,
        agenda=default_agenda(rounds),
        tables=(Table(seats=seats),) * (tables or 0),
        tables_chosen=tables is not None,
        seats=seats,
    )
