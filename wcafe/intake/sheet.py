"""A file of rows and columns, as text, whatever program wrote it.

What a file is, is told by its first bytes and not by its ending: Meetup's `.xls` is
tab-separated text.
"""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from wcafe.errors import (
    CannotRead,
    EmptyList,
    IsAFolder,
    ListTooLarge,
    NoSuchFile,
    NotAList,
    WcafeError,
)
from wcafe.i18n import N_
from wcafe.intake.workbook import is_locked, looks_like_a_workbook, read_workbook
from wcafe.reasons import reason_of
from wcafe.workers.fence import fenced

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 2_000  # characters; a note's column may hold ten times that

_DELIMITERS = ";\t,|"
_NAME_IN_ONE = re.compile(r'[^",;\t|]+(, [^",;\t|]+)?')
_SAMPLE = 20  # records looked at to tell the delimiter
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OTHER_KINDS = ("%PDF", "{", "[{", "<", "BEGIN:V")  # papers, JSON, RTF, pages, visiting cards
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


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


def read_sheet(path: Path, encoding: str | None = None) -> Sheet:
    """Read the rows of a CSV, TSV, XLSX, XLS or ODS file; of text in `encoding`, if it is known.

    Raises:
        NoSuchFile, CannotRead: it is not there, or the system refuses.
        IsAFolder, NotAList, LockedList, ListTooLarge, EmptyFile: it is no table of people or notes.
    """
    try:
        if not path.exists():
            raise NoSuchFile(path=path)
        if path.is_dir():
            raise IsAFolder(path=path)
        if not path.is_file():
            raise NotAList(path=path)
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        data = path.read_bytes()
    except OSError as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
    if is_locked(data):
        raise LockedList(path=path)
    if looks_like_a_workbook(data):
        found = fenced(read_workbook, data, MOST_ROWS + 2)
        if found is None:
            raise NotAList(path=path)
        sheet = Sheet(path=path, rows=tuple(map(tuple, found)))
    else:
        sheet = _read_text(path, data, encoding)
    return _check_size(sheet)


def read_pasted(text: str, name: str) -> Sheet:
    """Read the rows that were copied from a spreadsheet or a mail.

    Args:
        text: the cells, with tabs, semicolons or commas between them.
        name: what errors call the text, in the place of a file.

    Raises:
        NotAList, ListTooLarge, EmptyFile
    """
    path = Path(name)
    if len(text) > MOST_BYTES:
        raise _too_large(path)
    return _check_size(_read_text(path, text.encode(errors="replace")))


def _check_size(sheet: Sheet) -> Sheet:
    if not any(any(row) for row in sheet.rows):
        raise EmptyFile(path=sheet.path)
    headings = 1
    if len(sheet.rows) > MOST_ROWS + headings or max(map(len, sheet.rows)) > MOST_COLUMNS:
        raise _too_large(sheet.path)
    return sheet


def _too_large(path: Path) -> WcafeError:
    return ListTooLarge(
        path=path, megabytes=MOST_BYTES // 1_000_000, rows=MOST_ROWS, columns=MOST_COLUMNS
    )


def _read_text(path: Path, data: bytes, said: str | None = None) -> Sheet:
    text, encoding = _decode(data, said)
    if text is None or _is_binary(text) or text.lstrip().startswith(_OTHER_KINDS):
        raise NotAList(path=path)
    delimiter = _guess_delimiter(text)
    try:
        rows = _records(text, delimiter)
    except csv.Error as error:
        raise NotAList(path=path) from error
    return Sheet(path=path, rows=tuple(rows), encoding=encoding, delimiter=delimiter)


def _is_binary(text: str) -> bool:
    """Has it more control characters than the stray ones that programs leave in a cell?"""
    return len(_CONTROLS.findall(text)) > len(text) / 50


def _decode(data: bytes, said: str | None) -> tuple[str | None, str]:
    """Return the text and its encoding: BOM, else strict UTF-8, else Windows-1252.

    Guessing libraries were wrong on 279 of 300 short French lists (LIBRARIES.md 5). Bytes that
    Windows-1252 does not have are è, ê, ç, ù on old Macs, so those come last.
    """
    if said is not None:
        try:
            return data.decode(said).removeprefix("\ufeff"), said
        except (LookupError, UnicodeDecodeError):
            return None, ""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            candidates: tuple[str, ...] = (encoding,)
            break
    else:
        candidates = ("utf-8", "cp1252", "mac_roman")
    for encoding in candidates:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            if encoding == "utf-8" and _is_nearly_utf8(text := data.decode(errors="replace")):
                return text, encoding
    return None, ""


def _is_nearly_utf8(text: str) -> bool:
    """Do accents in `text` outnumber broken ones by far, as in a list that was cut in a letter?"""
    broken = text.count("\ufffd")
    return sum(not character.isascii() for character in text) - broken > 4 * broken


def _records(text: str, delimiter: str | None) -> list[tuple[str, ...]]:
    if delimiter is None:
        lines = [line.strip() for line in text.splitlines()]
        if all(line.endswith('"') for line in lines if line.startswith('"')):
            lines = [
                cell for line in lines for cell in next(csv.reader([line], delimiter="\x1f"), [""])
            ]
        return [(line.strip(),) for line in lines]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [tuple(cell.strip() for cell in record) for record in reader]


def _guess_delimiter(text: str) -> str | None:
    """Return the character that cuts most records into the same number of cells, if any does.

    Where records differ, one that stands in most of them will do, unless it is the comma, which
    stands inside names: then "Dantès, Edmond" is one cell.
    """
    if _is_a_column_of_names(text):
        return None
    best, common = (0.0, 0, ""), ""
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            sample = [len(record) for record, _ in zip(reader, range(_SAMPLE), strict=False)]
        except csv.Error:
            continue
        counts = Counter(cells for cells in sample if cells)
        if not counts:
            continue
        cells, times = counts.most_common(1)[0]
        if cells > 1:
            best = max(best, (times / counts.total(), cells, delimiter))
        is_cut = sum(times for cells, times in counts.items() if cells > 1) > counts.total() / 2
        if is_cut and delimiter != ",":
            common = common or delimiter
    return best[2] if best[0] >= 0.5 else common or None


def _is_a_column_of_names(text: str) -> bool:
    """Is this a heading without any delimiter above names such as "Dantès, Edmond"?"""
    first, *others = [line for line in text.splitlines() if line.strip()][:_SAMPLE] or [""]
    is_single = not any(delimiter in first for delimiter in _DELIMITERS)
    return bool(others) and is_single and all(map(_NAME_IN_ONE.fullmatch, others))
