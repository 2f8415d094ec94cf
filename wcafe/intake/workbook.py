"""XLSX, XLS and ODS files. For the fenced worker only: a few kB may declare billions of cells."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MOST_ENTRIES = 200
_MOST_UNPACKED = 100_000_000  # bytes, counted while reading: headers lie


def looks_like_a_workbook(data: bytes) -> bool:
    return data.startswith((_ZIP, _OLE))


def is_locked(data: bytes) -> bool:
    """Is this a workbook behind a password? Its parts then lie in a stream of this name."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


def read_workbook(data: bytes) -> Iterator[list[str]] | None:
    """Return the rows of the first visible sheet that holds anything; None if this is no workbook.

    A row is made when it is asked for, so whoever stops at a limit has no room taken beyond it.
    """
    if data.startswith(_ZIP) and not _is_bounded(data):
        return None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for facts in book.sheets_metadata:
            if facts.visible is not SheetVisibleEnum.Visible:
                continue
            sheet = book.get_sheet_by_name(facts.name)
            if any(any(cell != "" for cell in row) for row in sheet.iter_rows()):
                return _rows(sheet)
    except (CalamineError, OSError, ValueError):
        return None
    return iter(())


def _rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Return the rows of `sheet` from its first cell on, be it empty or not."""
    top, left = sheet.start or (0, 0)
    for _row in range(top):
        yield []
    for row in sheet.iter_rows():
        yield [""] * left + [_text(cell) for cell in row]


def _is_bounded(data: bytes) -> bool:
    """Is this archive small once unpacked? Reads it through, a little at a time."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                return False
            left = _MOST_UNPACKED
            for entry in entries:
                with archive.open(entry) as unpacked:
                    while piece := unpacked.read(1 << 20):
                        left -= len(piece)
                        if left < 0:
                            return False
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        return False
    return True


def _text(cell: object) -> str:
    """Return a cell as a person would have typed it: 12.0 as 12, dates in ISO order."""
    match cell:
        case bool():
            return "1" if cell else "0"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case None:
            return ""
    return str(cell).strip()
