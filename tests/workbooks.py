"""Workbooks of one sheet of words, written without any program that writes them."""

import struct
import zipfile
from xml.sax.saxutils import escape

_LAST, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def write_xlsx(path, rows):
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    cells = "".join(
        "<row>" + "".join(cell.format(escape(word)) for word in row) + "</row>" for row in rows
    )
    return write_sheet_xml(path, cells)


def write_sheet_xml(path, sheet_xml):
    """Write the smallest XLSX that a spreadsheet opens, with `sheet_xml` as its rows."""
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return _zipped(
        path,
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Inscrits" sheetId="1" r:id="b"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="b" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet_xml}'
            "</sheetData></worksheet>",
        },
    )


def write_ods(path, rows):
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    cells = "".join(
        "<table:table-row>"
        + "".join(cell.format(escape(word)) for word in row)
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Inscrits">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return _zipped(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        },
    )


def write_xls(path, rows):
    """Write a workbook as Excel 97 did: records in a stream of a file system of its own."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    name = b"Inscrits"
    first = len(_record(0x0809, begin)) + len(_record(0x0085, bytes(8) + name)) + 4
    sheet = struct.pack("<IBBBB", first, 0, 0, len(name), 0) + name
    stream = _record(0x0809, begin) + _record(0x0085, sheet) + _record(0x000A, b"")
    stream += _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            place = struct.pack("<HHHHB", row, column, 0, len(word), 1)
            stream += _record(0x0204, place + word.encode("utf-16-le"))
    stream += _record(0x000A, b"")
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512

    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, _LAST, 0, _LAST, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    table = [_TABLE, _LAST, *range(3, sectors + 2), _LAST]
    table += [_FREE] * (128 - len(table))
    folder = _entry("Root Entry", 5, 1, _LAST, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    path.write_bytes(header + struct.pack("<128I", *table) + folder.ljust(512, b"\0") + stream)
    return path


def _record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content


def _entry(name, kind, child, first, size):
    told = name.encode("utf-16-le") + b"\0\0"
    return (
        told.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(told), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def _zipped(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


WRITERS = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}
