"""From the bytes of a file to rows of cells, whatever program wrote it, within limits.

What a file is, is told by its first bytes and not by its ending: Meetup's `.xls` is
tab-separated text. All of it runs where hostile bytes do no harm, and what comes back is small.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from wcafe.errors import ListTooLarge, NotAList, UnknownEncoding, UnsureEncoding
from wcafe.intake.decoding import ENCODINGS, Decoded, decode, decode_as, decoded
from wcafe.intake.limits import (
    HEADINGS,
    LONGEST_CELL,
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
)
from wcafe.intake.one_byte import InDoubt
from wcafe.intake.recipients import find_recipients
from wcafe.intake.splitting import Row, split
from wcafe.intake.workbook import looks_like_a_workbook, read_workbook

_OTHER_KINDS = ("%PDF", "{", "[{", "<", "BEGIN:V")  # papers, JSON, RTF, pages, visiting cards
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_MOST_ROWS = MOST_ROWS + HEADINGS
_NOWHERE = dict.fromkeys(map(ord, "\0\ufeff"))  # marks that files which were joined have inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a file, and how they were read."""

    rows: tuple[Row, ...]
    encoding: str | None = None  # None for a workbook
    delimiter: str | None = None  # None for a workbook, or a file of one column
    is_mended: bool = False  # it had been encoded twice


def read_table(path: Path, data: bytes, encoding: str | None = None) -> Table:
    """Return the rows of the file `data`, as they are within the limits of a list.

    Args:
        path: what errors call it; nothing is read there.
        data: the bytes of a CSV, TSV, XLSX, XLS or ODS file.
        encoding: of a text, as somebody says; None to find it.

    Raises:
        NotAList, ListTooLarge, UnsureEncoding, UnknownEncoding
    """
    if looks_like_a_workbook(data):
        found = read_workbook(data)
        if found is None:
            raise NotAList(path=path)
        return Table(rows=_bound(path, found))
    return _read_text(path, _decode(path, data, encoding))


def read_text(path: Path, text: str) -> Table:
    """Return the rows of a text that was pasted. Errors as for `read_table`."""
    return _read_text(path, decoded(text, "utf-8"))


def too_large(path: Path) -> ListTooLarge:
    return ListTooLarge(
        path=path, megabytes=MOST_BYTES // 1_000_000, rows=MOST_ROWS, columns=MOST_COLUMNS
    )


def _decode(path: Path, data: bytes, encoding: str | None) -> Decoded:
    if encoding is not None:
        text = decode_as(data, encoding)
        if text is None:
            raise UnknownEncoding(path=path, encoding=encoding, encodings=", ".join(ENCODINGS))
        return Decoded(text=text, encoding=encoding)
    told = decode(data)
    if told is None:
        raise NotAList(path=path)
    if isinstance(told, InDoubt):
        names = ", ".join(name for name, _lines in told.samples)
        raise UnsureEncoding(path=path, encodings=names, samples=told.samples)
    return told


def _read_text(path: Path, told: Decoded) -> Table:
    text = told.text
    if _is_binary(text):
        raise NotAList(path=path)
    if len(text) > MOST_CHARACTERS:
        raise too_large(path)
    text = text.translate(_NOWHERE)
    if recipients := find_recipients(text):
        rows, delimiter = _bound(path, ((each,) for each in recipients)), None
    elif text.lstrip().startswith(_OTHER_KINDS):
        raise NotAList(path=path)
    else:
        found, delimiter = split(text)
        rows = _bound(path, found)
    return Table(rows=rows, encoding=told.encoding, delimiter=delimiter, is_mended=told.is_mended)


def _is_binary(text: str) -> bool:
    """Has it more control characters than the stray ones that programs leave in a cell?"""
    return len(_CONTROLS.findall(text)) > len(text) / 50


def _bound(path: Path, rows: Iterable[Iterable[str]]) -> tuple[Row, ...]:
    """Return `rows` if a list may have so many, with cells cut where they are too long by far.

    Stops at the first row or cell that is too many. A cell that was cut is still longer than any
    may be, so whoever reads its row turns it down.
    """
    kept: list[Row] = []
    characters, last = 0, 0  # the rows after the last one that holds anything do not count
    for number, row in enumerate(rows, 1):
        cells = tuple(cell[: LONGEST_CELL + 1] for cell in row)
        is_filled = any(cells)
        characters += sum(map(len, cells))
        last = number if is_filled else last
        if last > _MOST_ROWS or number > 2 * _MOST_ROWS:
            raise too_large(path)
        if len(cells) > MOST_COLUMNS or characters > MOST_CHARACTERS:
            raise too_large(path)
        kept.append(cells if is_filled else ())
    return tuple(kept[:last])
