"""From a text to rows of cells: what separates them, and what a quotation mark holds.

A mark that opens and never closes would take all rows below it into one cell, so one that stands
alone is a sign like any other, and nobody is lost behind it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from wcafe.intake.limits import MOST_COLUMNS

Row = tuple[str, ...]

_DELIMITERS = ";\t|,"  # the likelier one first, where several cut alike
_NAME_IN_ONE = re.compile(r'[^",;\t|]+(, [^",;\t|]+)?')
_LOOKED_AT = 200  # lines, to tell the delimiter
_FEW = 20  # lines that tell a column of names
_A_TABLE = 3  # lines that are cut alike below a letterhead
_SAID = re.compile(r'"?sep=([^\r\n])"?[ \t]*(?:\r\n?|\n)', re.IGNORECASE)
_QUOTED = re.compile(r'(?<![^;\t,|\r\n])[ ]*"(?:[^"]++|"")*+"(?=[ ]*(?:[;\t,|\r\n]|\Z))')
_LINE_END = re.compile(r"\r\n?|\n")
_RULE = re.compile(r"[ :|+-]*--[ :|+-]*")  # below the headings of a table in Markdown
_MANY_LINES = 2  # of a quoted cell, all of which look like rows


def split(text: str) -> tuple[Iterator[Row], str | None]:
    """Return the rows of `text`, one after the other, and its delimiter; None for one column.

    Cost: linear in the text, for what somebody makes up too.
    """
    if said := _SAID.match(text):
        return _records(text[said.end() :], said[1]), said[1]
    delimiter = find_delimiter(text)
    rows = _records(text, delimiter) if delimiter else _lines(text)
    if delimiter == "|" and _has_bars_around(text):
        rows = _without_bars(rows)
    return rows, delimiter


def find_delimiter(text: str) -> str | None:
    """Return the sign that cuts most lines into the same number of cells, if any does.

    Where lines differ, one that stands in most of them will do, or one that cuts some lines alike
    one after the other, below a letterhead; unless it is a comma with a space after it, which
    stands inside names: then "Dantès, Edmond" is one cell.
    """
    lines = _head(text)
    are_names = _is_a_column_of_names(lines)
    head = _QUOTED.sub(_emptied, "\n".join(lines))
    lines = [line for line in head.split("\n") if line.strip()]
    if not lines:
        return None
    best, common = (0.0, 0, ""), ""
    tables = [(0, 0, "")]
    for delimiter in _DELIMITERS:
        widths = [line.count(delimiter) + 1 for line in lines]
        width, times = Counter(widths).most_common(1)[0]
        share = times / len(widths)
        if width > 1 and (share, width) > best[:2]:
            best = share, width, delimiter
        if delimiter == "," and any(", " in line for line in lines):
            continue
        length, wide = _longest_run(widths)
        if length >= _A_TABLE:
            tables.append((length, wide, delimiter))
        if sum(width > 1 for width in widths) > len(widths) / 2:
            common = common or delimiter
    if best[0] >= 0.5 and not are_names:
        return best[2]
    return common or max(tables)[2] or None


def _head(text: str) -> list[str]:
    """Return the first lines of `text`, as far as they are looked at."""
    found, at = [], 0
    for end in _LINE_END.finditer(text):
        found.append(text[at : end.start()])
        at = end.end()
        if len(found) == _LOOKED_AT:
            return found
    return [*found, text[at:]]


def _emptied(found: re.Match[str]) -> str:
    """Return what stands for a quoted cell while delimiters are counted."""
    return "x"


def _longest_run(widths: list[int]) -> tuple[int, int]:
    """Return how many lines one after the other are cut alike, and into how many cells."""
    best, length = (0, 0), 0
    for number, width in enumerate(widths):
        length = length + 1 if number and width == widths[number - 1] else 1
        if width > 1:
            best = max(best, (length, width))
    return best


def _is_a_column_of_names(lines: list[str]) -> bool:
    """Is this a heading without any delimiter above names such as "Dantès, Edmond"?"""
    first, *others = [line for line in lines if line.strip()][:_FEW] or [""]
    is_single = not any(delimiter in first for delimiter in _DELIMITERS)
    return bool(others) and is_single and all(map(_NAME_IN_ONE.fullmatch, others))


def _lines(text: str) -> Iterator[Row]:
    """Return each line as a row of one cell, without the quotation marks around all of them."""
    lines = [line.strip() for line in _LINE_END.split(text)]
    are_quoted = all(line.endswith('"') for line in lines if line.startswith('"'))
    for line in lines:
        yield (_unquoted(line) if are_quoted else line,)


def _unquoted(line: str) -> str:
    is_quoted = len(line) > 1 and line[0] == line[-1] == '"'
    return line[1:-1].replace('""', '"').strip() if is_quoted else line


def _records(text: str, delimiter: str) -> Iterator[Row]:
    """Cut `text` into rows, by `delimiter` and the ends of lines outside quoted cells.

    A row of more cells than any list has ends there: a file may be one row of millions.
    """
    sign = re.escape(delimiter)
    end = rf"(?P<end>{sign}|\r\n?|\n|\Z)"
    quoted = re.compile(rf'[ ]*"(?P<cell>(?:[^"]++|"")*+)"[ ]*{end}')
    plain = re.compile(rf"(?P<cell>[^{sign}\r\n]*+){end}")
    width = _usual_width(text, delimiter)
    row: list[str] = []
    at = begin = 0  # of the cell, and of its row
    while row or at < len(text):
        found = quoted.match(text, at)
        if found and not _holds_rows(text[begin : found.end("cell")], delimiter, width):
            row.append(found["cell"].replace('""', '"').strip())
        else:
            found = plain.match(text, at)
            assert found is not None  # it may be empty, so there is one anywhere
            row.append(_without_lone_mark(found["cell"].strip()))
        at = found.end()
        if found["end"] != delimiter or len(row) > MOST_COLUMNS:
            yield tuple(row)
            row, begin = [], at


def _usual_width(text: str, delimiter: str) -> int:
    """Return into how many cells most lines are cut, of those that are cut at all."""
    head = _QUOTED.sub(_emptied, "\n".join(_head(text)))
    widths = Counter(line.count(delimiter) + 1 for line in head.split("\n") if delimiter in line)
    return widths.most_common(1)[0][0] if widths else 1


def _holds_rows(held: str, delimiter: str, width: int) -> bool:
    """Is this no cell of several lines, but rows between two marks that stand alone?"""
    lines = _LINE_END.split(held)[:-1]
    many = _MANY_LINES if width > 2 else 2 * _MANY_LINES
    return len(lines) >= many and all(line.count(delimiter) + 1 == width for line in lines)


def _without_lone_mark(cell: str) -> str:
    if cell.count('"') % 2 == 0:
        return cell
    return cell[1:].lstrip() if cell.startswith('"') else cell.removesuffix('"').rstrip()


def _has_bars_around(text: str) -> bool:
    """Is this a table as Markdown and terminals draw it?"""
    lines = [line.strip() for line in _head(text)]
    lines = [line for line in lines if "|" in line]
    return all(line.startswith("|") and line.endswith("|") for line in lines)


def _without_bars(rows: Iterator[Row]) -> Iterator[Row]:
    """Return the rows without the empty cells outside the bars, rules as empty rows."""
    for row in rows:
        is_rule = any(row) and _RULE.fullmatch("|".join(row))
        yield () if is_rule else row[1:-1] if len(row) > 2 else row
