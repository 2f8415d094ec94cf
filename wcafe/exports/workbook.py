"""Rows as a workbook (XLSX) of one sheet of words, which every spreadsheet opens."""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from wcafe.domain.text import unguard_cell
from wcafe.exports.whole_zip import zip_of

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what a workbook would read as a character
_WIDE, _NARROW = 60, 14  # characters
_LONG_CELL = 40
_SCHEMAS = "http://schemas.openxmlformats.org"
_MAIN = f"{_SCHEMAS}/spreadsheetml/2006/main"
_OFFICE = f"{_SCHEMAS}/officeDocument/2006/relationships"
_PACKAGE = f"{_SCHEMAS}/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    # Format 49 is text: what somebody types over a cell is no number, date or formula either.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1">'
    '<alignment vertical="top"/></xf></cellXfs></styleSheet>',
}


def to_xlsx(rows: Iterable[Sequence[str]], title: str) -> bytes:
    """Return `rows`, the first of which are headings, as a workbook whose sheet is `title`.

    Every cell is text, so none can start a formula; our own import reads each as it was.
    """
    kept = [list(row) for row in rows]
    lines = (_row(row, style=0 if number else 1) for number, row in enumerate(kept))
    sheet = (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"{_columns(kept)}<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    parts = {**_PARTS, "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet}
    return zip_of({name: (_HEAD + xml).encode() for name, xml in parts.items()})


def _row(cells: Iterable[str], *, style: int) -> str:
    return f"<row>{''.join(_cell(cell, style) for cell in cells)}</row>"


def _cell(cell: str, style: int) -> str:
    """Return one cell; where import would take an apostrophe off, it has one more."""
    kept = f"'{cell}" if unguard_cell(cell) != cell else cell
    text = escape(_ESCAPED.sub("_x005F_", kept))
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _columns(rows: Sequence[Sequence[str]]) -> str:
    """Return how wide the columns are: those that hold sentences are wider."""
    wide = [any(len(row[at]) > _LONG_CELL for row in rows) for at in range(len(rows[0]))]
    told = (
        f'<col min="{at}" max="{at}" width="{_WIDE if is_wide else _NARROW}" customWidth="1"/>'
        for at, is_wide in enumerate(wide, start=1)
    )
    return f"<cols>{''.join(told)}</cols>"
