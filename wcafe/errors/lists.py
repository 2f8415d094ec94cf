"""Lists of people and of notes that cannot be read as such."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NotAList(WcafeError):
    """Bytes that are no table of people or notes."""

    template = N_(
        "{path} is not a list wcafe can read. Save it as CSV or XLSX, one person or note a row."
    )


class UnreadList(WcafeError):
    """A list whose reading came to no end."""

    template = N_("{path} cannot be read ({reason}). Nothing was imported.")


class EmptyList(WcafeError):
    """A list with nobody on it."""

    template = N_("{path} has no rows below its headings. Nothing was imported.")


class ListTooLarge(WcafeError):
    """A list beyond any café."""

    template = N_(
        "{path} is too large for a café's list: at most {megabytes} MB, {rows} rows and "
        "{columns} columns. Keep only the rows and columns needed."
    )


class UnsureEncoding(WcafeError):
    """A text whose encoding cannot be told; `samples` are its names with some lines in each."""

    template = N_(
        "The encoding of {path} cannot be told for certain, and names would be misspelt: save it "
        "as “CSV UTF-8” or XLSX, or say which one it is ({encodings}). Nothing was imported."
    )


class UnknownEncoding(WcafeError):
    """A text that is not in the encoding somebody said, or one that nobody knows."""

    template = N_(
        "{path} cannot be read in the encoding “{encoding}”. Common ones are {encodings}. "
        "Nothing was imported."
    )


class NoNames(WcafeError):
    """A list in which no column holds names."""

    template = N_(
        "No column of names was found in {path}. Its columns are: {columns}. "
        "Say which one holds the names, by its heading or its number."
    )


class NobodyNamed(WcafeError):
    """A list whose column of names is empty."""

    template = N_("None of the {rows} rows of {path} has a name in it. Nothing was imported.")


class NoSuchColumn(WcafeError):
    """A mapping to a column the list does not have."""

    template = N_('There is no column "{column}" in {path}. Its columns are: {columns}.')


class NoSuchRow(WcafeError):
    """Headings in a row that the list does not have."""

    template = N_("There is no row {row} in {path}: it has {rows} rows. Nothing was imported.")


class MissingColumns(WcafeError):
    """A list of notes without what places a note."""

    template = N_(
        "{path} has no column for {missing}. Its columns are: {columns}. Say which is which."
    )


class BadRow(WcafeError):
    """A row of notes that cannot be kept; the whole import is left undone."""

    template = N_("Row {row} of {path}: {reason} Nothing was imported.")
