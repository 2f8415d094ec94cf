"""What was found in a list of people: who, who not and why, and how it was understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from wcafe.domain.people import Person, PersonId
from wcafe.i18n import ENGLISH, N_, Words
from wcafe.intake.status_columns import StatusWord


class Reason(Enum):
    """Why a row adds nobody, or what is to be known of one that does, in a sentence."""

    NO_NAME = N_("There is no name in this row.")
    NOBODYS_NAME = N_("“{name}” is nobody’s name.")
    TOO_LONG = N_("The cell in the column “{column}” is too long: at most {most} characters.")
    NOT_COMING = N_('The list says "{status}".')
    ABSENT_NOW = N_('The list says "{status}": marked as absent.')
    SAME = N_("The same person as in row {row}.")
    COMES_ELSEWHERE = N_(
        'The list says "{status}" here, and in row {row} that the same person comes.'
    )
    TITLE = N_("A title of the rows below it, it seems, and nobody’s name.")
    MAYBE_TITLE = N_("Read as a person, though it may be a title of the rows below it.")
    TOTAL = N_("A total or a page number, and nobody’s name.")
    HEADINGS_AGAIN = N_("The headings come again here.")
    OTHER_LIST = N_("Part of another list in the same file, from “{title}” on: not read.")
    LEFT_OUT = N_("Left out, as you said.")
    SEVERAL = N_("Several people in one row: {names}.")
    UNCLEAR = N_("May be several people, and was taken for one: write a row for each.")
    UNNAMED = N_("More people than names: those without a name were not added. Missing: {number}.")
    UNSURE_NAMED = N_("“{cell}” is neither a yes nor a no to being named: nothing was noted of it.")
    UNSURE_PHOTO = N_("“{cell}” is neither a yes nor a no to pictures: nothing was noted of it.")
    UNREADABLE = N_("“{cell}” cannot be understood, so nothing of this row was taken in.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRemark:
    """A row that adds nobody or more than one, counted from 1 as a spreadsheet does, and why."""

    row: int
    name: str
    reason: Reason
    facts: Mapping[str, object] = field(default_factory=dict)

    def describe(self, words: Words = ENGLISH) -> str:
        return words.gettext(self.reason.value).format_map(self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRead:
    """What a list of people says. `people` are new values; nothing has been kept yet."""

    read: int  # rows below the headings that hold anything
    people: tuple[Person, ...]
    duplicates: tuple[RowRemark, ...]
    set_aside: tuple[RowRemark, ...]
    rejected: tuple[RowRemark, ...]
    columns: Mapping[str, str]
    encoding: str | None
    delimiter: str | None
    header_row: int | None
    notices: tuple[RowRemark, ...] = ()  # of rows that add several people, or fewer than they say
    guessed: tuple[str, ...] = ()  # headings of the columns taken by what their cells look like
    headings: tuple[str, ...] = ()  # of every column, in order; numbers where there are none
    sample: tuple[tuple[str, ...], ...] = ()  # the first rows as they stand in the list
    unused: tuple[str, ...] = ()  # headings of the columns that fill nothing
    suspects: tuple[str, ...] = ()  # those of them that look like names, or like coming or not
    absent: tuple[Person, ...] = ()  # those set aside, one for each of `set_aside`
    places: Mapping[str, int] = field(default_factory=dict)  # the column of each field, from 0
    status_words: tuple[StatusWord, ...] = ()  # what says who comes, and how it was understood
    # of a list that was written here: what of a person it speaks about, empty cells too,
    # and the user's own columns; such people come back as they left
    says: frozenset[str] | None = None
    own: tuple[str, ...] = ()
    unsure: tuple[RowRemark, ...] = ()  # rows with neither yes nor no to being named or pictures
    refusing: frozenset[PersonId] = frozenset()  # who said that they are not to be named
    rows: tuple[int, ...] = ()  # from which each of `people` was read, from 1
    is_mended: bool = False  # the list had been encoded twice, and was read as it was meant
    broken_rows: tuple[int, ...] = ()  # from 1, in which letters were lost before it came here

    def unsure_of(self, reason: Reason) -> tuple[RowRemark, ...]:
        """Return the rows of `unsure` that were not understood for that `reason`."""
        return tuple(told for told in self.unsure if told.reason is reason)

    def read_as(self, *, is_coming: bool, is_known: bool = True) -> tuple[StatusWord, ...]:
        """Return the words that were taken so, in the order in which they stand in the list."""
        return tuple(
            each
            for each in self.status_words
            if each.is_coming == is_coming
            and (each.is_known or each.is_decided or not is_coming) == is_known
        )
