"""Errors a person can understand and act on. Anything else is a bug."""

from wcafe.i18n import ENGLISH, N_, Words, told


class WcafeError(Exception):
    """Base of all expected failures.

    A child gives one whole sentence with named gaps; the raiser gives the facts that
    fill them: numbers, names, another error, and words to translate only as `Phrase`.
    `str(error)` is English, for logs; `describe` is for people.
    """

    template = N_("Something went wrong.")

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.describe())

    def describe(self, words: Words = ENGLISH) -> str:
        facts = {name: told(fact, words) for name, fact in self.facts.items()}
        return words.gettext(self.template).format_map(facts)


class EditedElsewhere(WcafeError):
    """Someone else saved first."""

    template = N_(
        "This was changed elsewhere in the meantime. Load it again and repeat the change."
    )


class NotFound(WcafeError):
    """It was there, or never was."""

    template = N_("This is not here any more.")


class NoTitle(WcafeError):
    """A café nobody could name."""

    template = N_("A café needs a title.")


class BadNumber(WcafeError):
    """A number outside its bounds; each child says of what."""


class BadMinutes(BadNumber):
    """A round too short or too long."""

    template = N_("A round lasts from {least} to {most} minutes, not {number}.")


class BadSeats(BadNumber):
    """A table too small or too large."""

    template = N_("A table has from {least} to {most} seats, not {number}.")


class BadRounds(BadNumber):
    """No round, or more than a day holds."""

    template = N_("A café has from {least} to {most} rounds, not {number}.")


class BadTables(BadNumber):
    """More tables than a hall holds, or fewer than none."""

    template = N_("A café has from {least} to {most} tables, not {number}.")


class BadPeople(BadNumber):
    """More people than can be planned, or nobody."""

    template = N_("A plan is for {least} to {most} people, not {number}.")


class BadPerson(WcafeError):
    """A person nobody could call."""

    template = N_("A person needs a name.")


class BadTheme(WcafeError):
    """A theme without a name, or a note filed twice."""

    template = N_("A theme needs a name, and a note belongs to one theme only.")


class NoSuchFile(WcafeError):
    """Nothing is there under that name."""

    template = N_("There is no file {path}. Check the name and the folder.")


class NoSuchFolder(WcafeError):
    """The folder to write into is missing."""

    template = N_("There is no folder {path}. Make it first, or choose another one.")


class FileThere(WcafeError):
    """A new file would replace one that exists."""

    template = N_("There is already a file {path}. Choose another name; nothing was replaced.")


class CannotRead(WcafeError):
    """The system refuses to read a file."""

    template = N_("The file {path} cannot be read ({reason}).")


class CannotWrite(WcafeError):
    """The system refuses to write a file: rights, a full disk, a key pulled out."""

    template = N_("The file {path} cannot be written ({reason}). What was saved before is kept.")


class CannotMake(CannotWrite):
    """The system refuses to make a file or folder: nothing was there before."""

    template = N_("{path} cannot be made ({reason}). Choose another folder or name.")


class CafeGone(CannotWrite):
    """The open café's file was moved, removed or replaced under the program."""

    template = N_(
        "The file {path} is not where it was, or another file is in its place. Put it back and "
        "try again; nothing can be saved until then, and what is typed stays in its field."
    )


class IsAFolder(WcafeError):
    """A folder where a file was meant."""

    template = N_("{path} is a folder. Give the name of a file.")


class NotACafe(WcafeError):
    """A file of another kind."""

    template = N_("{path} is not a café made by wcafe. Nothing in it was changed.")


class NewerCafe(WcafeError):
    """A café written by a later version of wcafe."""

    template = N_(
        "{path} was made by a newer wcafe. Install that version to open it; "
        "nothing in the file was changed."
    )


class DamagedCafe(WcafeError):
    """A café whose file no longer holds together."""

    template = N_(
        "{path} is damaged and was left as it is. Take a copy of it, "
        "then go on with your last good copy."
    )


class CafeInUse(WcafeError):
    """Another program writes this café."""

    template = N_(
        "This café is open on {computer} ({user}, since {since}). "
        "Close it there first; nothing was changed."
    )


class NotAList(WcafeError):
    """Bytes that are no table of people or notes."""

    template = N_(
        "{path} is not a list wcafe can read. Save it as CSV or XLSX, one person or note a row."
    )


class EmptyList(WcafeError):
    """A list with nobody on it."""

    template = N_("{path} has no rows below its headings. Nothing was imported.")


class ListTooLarge(WcafeError):
    """A list beyond any café."""

    template = N_(
        "{path} is too large for a café's list: at most {megabytes} MB, {rows} rows and "
        "{columns} columns. Keep only the rows and columns needed."
    )


class NoNames(WcafeError):
    """A list in which no column holds names."""

    template = N_(
        "No column of names was found in {path}. Its columns are: {columns}. "
        "Say which one holds the names, by its heading or its number: --map full_name=COLUMN"
    )


class NobodyNamed(WcafeError):
    """A list whose column of names is empty."""

    template = N_("None of the {rows} rows of {path} has a name in it. Nothing was imported.")


class NoSuchColumn(WcafeError):
    """A mapping to a column the list does not have."""

    template = N_('There is no column "{column}" in {path}. Its columns are: {columns}.')


class MissingColumns(WcafeError):
    """A list of notes without what places a note."""

    template = N_(
        "{path} needs the columns text, table and round. Its columns are: {columns}. "
        "Say which is which: --map text=COLUMN --map table=COLUMN --map round=COLUMN"
    )


class BadRow(WcafeError):
    """A row of notes that cannot be kept; the whole import is left undone."""

    template = N_("Row {row} of {path}: {reason} Nothing was imported.")


class TooFewSeats(WcafeError):
    """More people than chairs."""

    template = N_(
        "People who need a seat: {people}. Seats at the tables: {seats}. Add tables or seats."
    )


class NobodyToSeat(WcafeError):
    """A plan without people."""

    template = N_("There is nobody to seat yet. Import a list of people first.")


class NoPlanYet(WcafeError):
    """Something that needs a plan came before it."""

    template = N_("This café has no plan yet. Compose it first: wcafe plan {path}")


class NoSuchRound(WcafeError):
    """A round the café does not have."""

    template = N_("There is no round {number}: this café has {rounds}.")


class NoSuchTable(WcafeError):
    """A table the café does not have."""

    template = N_("There is no table {number}: this café has {tables}.")


class BadProblem(WcafeError):
    """A problem file the solver cannot make sense of; `key` says where."""

    template = N_("The problem cannot be read: look at {key}. Nothing was solved.")


class EmptyNote(WcafeError):
    """A note without words."""

    template = N_("A note needs words.")


class NoteTooLong(WcafeError):
    """A note nobody could read out."""

    template = N_("A note has at most {most} characters, and this one has {length}.")


class UnknownKind(WcafeError):
    """A kind of note that is none of the seven."""

    template = N_('"{kind}" is not a kind of note. The kinds are: {kinds}.')


class OtherBody(WcafeError):
    """The same operation came twice with two contents: a bug of whoever sent it."""

    template = N_("This change was already received with other words. Send it again as a new one.")


class OtherCafe(WcafeError):
    """An operation that belongs to another café."""

    template = N_("This note belongs to another café.")
