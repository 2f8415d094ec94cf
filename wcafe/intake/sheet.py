"""A file of rows and columns, as text, whatever program wrote it: the one door for lists.

Bytes come from strangers, so they are turned into rows in a process of their own, with limits;
only a short text, which can make no trouble, is read without one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec

from wcafe.errors import CannotRead, EmptyList, IsAFolder, NoSuchFile, NotAList, UnreadList
from wcafe.i18n import N_
from wcafe.intake.decoding import LOST
from wcafe.intake.limits import MOST_BYTES, MOST_CHARACTERS
from wcafe.intake.table import Table, read_table, read_text, too_large
from wcafe.intake.workbook import is_locked, looks_like_a_workbook
from wcafe.reasons import reason_of
from wcafe.workers.ends import Unfinished
from wcafe.workers.fence import fenced

P = ParamSpec("P")

SHORT = 128_000  # bytes of a text that is read here: all it may become is some megabytes


class EmptyFile(EmptyList):
    """A list with nothing in it, not even headings."""

    template = N_("{path} is empty. Nothing was imported.")


class LockedList(NotAList):
    """A workbook that opens with a password only."""

    template = N_("{path} opens with a password only. Save it without one; nothing was imported.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows of cells. `rows[0]` is the file's first record, row 1 for people; some may be empty."""

    path: Path
    rows: tuple[tuple[str, ...], ...]
    encoding: str | None = None  # None for a workbook
    delimiter: str | None = None  # None for a workbook, or a file of one column
    is_mended: bool = False  # it had been encoded twice, and is as it was meant

    def broken_rows(self) -> tuple[int, ...]:
        """Return the rows, from 1, in which letters were lost before the file came here."""
        return tuple(
            number for number, row in enumerate(self.rows, 1) if any(LOST in cell for cell in row)
        )


def read_sheet(path: Path, encoding: str | None = None) -> Sheet:
    """Read the rows of a CSV, TSV, XLSX, XLS or ODS file.

    Args:
        path: where it is.
        encoding: of a file of text, as Python calls it, if somebody said it; None to find it.

    Raises:
        NoSuchFile, CannotRead: it is not there, or the system refuses.
        IsAFolder, NotAList, LockedList, ListTooLarge, EmptyFile: it is no table of people or notes.
        UnsureEncoding: its letters make sense in several encodings, or in none.
        UnknownEncoding: it is not in the one that was said.
        UnreadList: reading it takes too much, or was stopped.
    """
    try:
        if not path.exists():
            raise NoSuchFile(path=path)
        if path.is_dir():
            raise IsAFolder(path=path)
        if not path.is_file():
            raise NotAList(path=path)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
    if len(data) > MOST_BYTES:
        raise too_large(path)
    if is_locked(data):
        raise LockedList(path=path)
    if len(data) <= SHORT and not looks_like_a_workbook(data):
        return _sheet(path, read_table(path, data, encoding))
    return _sheet(path, _apart(path, read_table, path, data, encoding))


def read_pasted(text: str, name: str) -> Sheet:
    """Read the rows that were copied from a spreadsheet or a mail.

    Args:
        text: the cells, with tabs, semicolons or commas between them.
        name: what errors call the text, in the place of a file.

    Raises:
        NotAList, ListTooLarge, EmptyFile, UnreadList
    """
    path = Path(name)
    if len(text) > MOST_CHARACTERS:
        raise too_large(path)
    if len(text) <= SHORT:
        return _sheet(path, read_text(path, text))
    return _sheet(path, _apart(path, read_text, path, text))


def _apart(path: Path, read: Callable[P, Table], *args: P.args, **kwargs: P.kwargs) -> Table:
    """Read in a process with limits. What it does not get through becomes a sentence."""
    try:
        return fenced(read, *args, **kwargs)
    except Unfinished as unfinished:
        raise UnreadList(path=path, reason=unfinished.end.reason) from unfinished


def _sheet(path: Path, table: Table) -> Sheet:
    if not table.rows:
        raise EmptyFile(path=path)
    return Sheet(
        path=path,
        rows=table.rows,
        encoding=table.encoding,
        delimiter=table.delimiter,
        is_mended=table.is_mended,
    )
