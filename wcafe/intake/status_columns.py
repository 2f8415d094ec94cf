"""Which columns say who comes, what each asks for, and what the words in them were taken for."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from wcafe.domain.people import Role
from wcafe.domain.text import fold, one_line, unguard_cell
from wcafe.intake.columns import Columns
from wcafe.intake.decisions import Decided
from wcafe.intake.evidence import evidence_at
from wcafe.intake.headings import PEOPLE_HEADINGS, fold_heading
from wcafe.intake.polls import says_maybe
from wcafe.intake.status import Asks, Says, is_moment, said_in, signs_in
from wcafe.intake.status_headings import asked_at, asked_by, is_ambiguous
from wcafe.intake.status_words import ROLES

Rows = Sequence[Sequence[str]]

_ROLES = [(Role(role), re.compile(words)) for role, words in ROLES.items()]
_AT_THE_DOOR = re.compile(r"present|attend(ance|ed)")  # how a folded heading begins
_LETTERS = {"p": Says.COMING, "a": Says.NOT_COMING, "e": Says.NOT_COMING}
"""Present, absent, excused: what attendance sheets say where they say nothing else."""
_MONEY = re.compile(r"\d ?[€$£]|[€$£] ?\d|\d ?(eur|euros?|chf|usd)\b", re.IGNORECASE)
_MOSTLY = 0.8  # the share of cells that tells answers
_BLANK = "—"
_NO_DATE = (Says.NOT_COMING, Says.NO_ANSWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWord:
    """One word of a status column as it stands in the list, and what it was taken for."""

    place: int  # the column's, from 0
    heading: str
    word: str
    rows: int  # that have it
    is_coming: bool
    is_known: bool  # else it was not understood, and counts as coming
    is_decided: bool = False  # by a person
    is_bare: bool = True  # says all by itself, without its heading
    decided_as: str = ""  # what is decided as one: the word folded, or all dates of the column

    @property
    def phrase(self) -> str:
        """The word as it is told, beside its heading where a "yes" alone would mislead."""
        return self.word if self.is_bare else f"{self.heading}: {self.word}"

    @property
    def key(self) -> tuple[int, str]:
        return self.place, self.decided_as


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusColumn:
    """A column about coming. `says` holds each of its words once, in the order of the rows."""

    place: int
    heading: str
    asks: Asks
    says: Mapping[str, Says]
    times: Mapping[str, int]
    blank: str = ""  # what an empty cell is called where it is an answer, as in a poll

    @property
    def is_understood(self) -> bool:
        is_of_money = self.asks is Asks.COMING and any(map(_MONEY.search, self.says))
        return not is_of_money and any(said in _ANSWERS for said in self.says.values())

    def word_of(self, row: Sequence[str]) -> str:
        return word_at(row, self.place) or self.blank

    @property
    def is_bare(self) -> bool:
        return self.asks is Asks.COMING

    def key(self, word: str) -> tuple[int, str]:
        """Return what is decided as one with `word`: moments and reasons are, whatever they are."""
        if self.asks is not Asks.COMING and is_moment(word):
            return self.place, "#moment"
        is_reason = self.asks is Asks.REASON and self.says[word] is Says.NOT_COMING
        return self.place, "#reason" if is_reason else fold(word)


_ANSWERS = (Says.COMING, Says.NOT_COMING, Says.NO_ANSWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statuses:
    """All columns about coming, and what a person decided about their words."""

    columns: tuple[StatusColumn, ...] = ()
    decided: Decided
    dates: tuple[int, ...] = ()  # columns of a poll about several, who comes to none of them not

    def out(self, row: Sequence[str]) -> str | None:
        """Return why the list says that the person of `row` does not come; None if it does not."""
        for column in self.columns:
            word = column.word_of(row)
            if word in column.says and not self._is_coming(column, word):
                return word if column.is_bare else f"{column.heading}: {word}"
        words = [word_at(row, place) or _BLANK for place in self.dates]
        if words and all(_poll_says(word) in _NO_DATE for word in words):
            return ", ".join(dict.fromkeys(words))
        return None

    def role(self, row: Sequence[str]) -> Role:
        """Return what the person of `row` does in the room, by the words about their coming."""
        asking = (each for each in self.columns if each.asks is Asks.COMING)
        roles = (role_in(column.word_of(row)) for column in asking)
        return next((role for role in roles if role is not Role.PARTICIPANT), Role.PARTICIPANT)

    def words(self) -> tuple[StatusWord, ...]:
        """Return every word of every column, with what it was taken for."""
        return tuple(
            StatusWord(
                place=column.place,
                heading=column.heading,
                word=word,
                rows=column.times[word],
                is_coming=self._is_coming(column, word),
                is_known=_is_known(column, said),
                is_decided=column.key(word) in self.decided,
                decided_as=column.key(word)[1],
                is_bare=column.is_bare,
            )
            for column in self.columns
            for word, said in column.says.items()
        )

    def _is_coming(self, column: StatusColumn, word: str) -> bool:
        said = column.says[word]
        guessed = said is not Says.NOT_COMING and not (
            said is Says.NO_ANSWER and _has_others_who_come(column)
        )
        return self.decided.get(column.key(word), guessed)


def _is_known(column: StatusColumn, said: Says) -> bool:
    if said is Says.NO_ANSWER:
        return _has_others_who_come(column)
    return said is not Says.UNKNOWN


def _has_others_who_come(column: StatusColumn) -> bool:
    return Says.COMING in column.says.values()


def find_statuses(
    columns: Columns, rows: Rows, wanted: Mapping[str, str], decided: Decided
) -> Statuses:
    """Return the columns that say who comes: the one that answers, and all about not coming.

    A column none of whose words is understood is no such column, unless the user said so.
    """
    if "status" in wanted and not wanted["status"].strip():
        return Statuses(decided=decided)
    said = columns.places["status"] if wanted.get("status") else None
    if said is not None and said in columns.answers:
        return Statuses(columns=(_poll_column(columns, rows, said),), decided=decided)
    found = [] if said is None else [_column(columns, rows, said, asked_by(columns.headings[said]))]
    taken = {
        place
        for field, place in columns.places.items()
        if field != "status" and field in PEOPLE_HEADINGS
    }
    for place in _by_likeness(columns):
        asks = asked_at(columns, place)
        if place in taken or place == said or asks is None:
            continue
        if asks is Asks.COMING and said is not None:
            continue
        is_polled = asks is Asks.COMING and place in columns.answers
        column = (
            _poll_column(columns, rows, place) if is_polled else _column(columns, rows, place, asks)
        )
        if column.is_understood and not _is_out_for_all(column, rows, is_first=not found):
            found.append(column)
    free = sorted(columns.answers - taken) or _occasions(columns, rows, taken)
    if found or not free:
        return Statuses(columns=tuple(found), decided=decided)
    if len(free) > 1:
        return Statuses(decided=decided, dates=tuple(free))
    return Statuses(columns=(_poll_column(columns, rows, free[0]),), decided=decided)


def _occasions(columns: Columns, rows: Rows, taken: Set[int]) -> list[int]:
    """Return the columns that ask one by one for several occasions, as "Viendra le soir" does."""
    if columns.header is None:
        return []
    places = [
        place
        for place, heading in enumerate(columns.headings)
        if place not in taken
        and signs_in(heading) == {Says.COMING}
        and not is_ambiguous(fold_heading(heading))
        and (looks := evidence_at(rows, place)).answers + looks.crosses >= _MOSTLY
    ]
    return places if len(places) > 1 else []


def statuses_at(columns: Columns, rows: Rows, place: int | None, decided: Decided) -> Statuses:
    """Return the column at `place` as the only one that says who comes."""
    found = () if place is None else (_column(columns, rows, place, Asks.COMING),)
    return Statuses(columns=found, decided=decided)


def _by_likeness(columns: Columns) -> list[int]:
    """Return the places of the columns: the one found by its heading first."""
    if columns.header is None:
        return []
    first = columns.places.get("status", -1)
    places = range(len(columns.headings))
    answers = [at for at in places if at != first and asked_at(columns, at) is Asks.COMING]
    return list(dict.fromkeys([*([first] if first >= 0 else []), *answers, *places]))


def _column(columns: Columns, rows: Rows, place: int, asks: Asks) -> StatusColumn:
    times: dict[str, int] = {}
    for row in rows:
        if word := word_at(row, place):
            times[word] = times.get(word, 0) + 1
    says = {word: _read_word(word, asks) for word in times}
    if asks is Asks.COMING and {fold(word) for word in times} <= set(_LETTERS):
        says = {word: _LETTERS[fold(word)] for word in times}
    says = {word: said for word, said in says.items() if said is not Says.NOTHING}
    return StatusColumn(
        place=place, heading=columns.headings[place], asks=asks, says=says, times=times
    )


def _poll_column(columns: Columns, rows: Rows, place: int) -> StatusColumn:
    """Return the only question of a poll, in which an empty cell is an answer too."""
    times: dict[str, int] = {}
    for row in rows:
        word = word_at(row, place) or _BLANK
        times[word] = times.get(word, 0) + 1
    return StatusColumn(
        place=place,
        heading=columns.headings[place],
        asks=Asks.COMING,
        says={word: _poll_says(word) for word in times},
        times=times,
        blank=_BLANK,
    )


def _poll_says(word: str) -> Says:
    if word == _BLANK:
        return Says.NO_ANSWER
    return Says.UNKNOWN if says_maybe(word) else _read_word(word, Asks.COMING)


def _read_word(word: str, asks: Asks) -> Says:
    said = said_in(word, asks)
    is_role = said is Says.UNKNOWN and role_in(word) is not Role.PARTICIPANT
    return Says.COMING if is_role else said


def role_in(word: str) -> Role:
    """Return the role that a word about coming names; else somebody takes part."""
    found = (role for role, hint in _ROLES if hint.match(fold(word)))
    return next(found, Role.PARTICIPANT)


def word_at(row: Sequence[str], place: int) -> str:
    return one_line(unguard_cell(row[place])) if place < len(row) else ""


def _is_out_for_all(column: StatusColumn, rows: Rows, *, is_first: bool) -> bool:
    """Would this column leave nobody, and is it about something else?

    It is beside another; and so is one of presence that says no of everybody, which is for the
    door and not filled in yet.
    """
    if is_first and not (len(rows) > 1 and _AT_THE_DOOR.match(fold_heading(column.heading))):
        return False
    out = sum(column.times[word] for word, said in column.says.items() if said is Says.NOT_COMING)
    return column.asks is Asks.COMING and out == len(rows)
