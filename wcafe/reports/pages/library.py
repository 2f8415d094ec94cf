"""ReportLab as we use it: settings, and three corrections that PDF/A and PDF/UA need.

The corrections are for ReportLab 5.1 and each says what is wrong there; the test
`tests/reports/test_conformance.py` fails without any one of them.
"""

from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

_BLOCK = 100  # mappings a `beginbfchar` may hold
_EMPTY = (0, 0xFEFF, 0xFFFE)  # slots of a font's subset that stand for no character


@cache
def prepare() -> None:
    """Set the library up, once, before the first document."""
    settings: Any = rl_config
    settings.useA85 = 0  # streams as bytes: a fifth smaller
    settings.toColorCanUse = None  # colours are ours; no text is ever evaluated as one
    settings.trustedSchemes = []  # nothing is fetched
    fonts: Any = ttfonts
    fonts.makeToUnicodeCMap = _unicode_map
    stream: Any = pdfdoc.PDFStream
    stream.format = _format_stream
    for keys, names in (
        (pdfdoc.PDFPage, ("StructParents", "Tabs")),
        (pdfdoc.PDFCatalog, ("OutputIntents",)),
    ):
        keys.__NoDefault__ = [*keys.__NoDefault__, *names]


def _unicode_map(font: str, subset: list[int]) -> str:
    """Return the map from a font's codes to characters.

    ReportLab writes U+0000 for empty slots and five digits beyond the basic plane; both
    make the text unreadable for search and for screen readers.
    """
    known = [(code, point) for code, point in enumerate(subset) if point not in _EMPTY]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({font})",
        f"/Ordering ({font})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{font} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(known), _BLOCK):
        block = known[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [
            f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
            for code, point in block
        ]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _format_stream(stream: Any, document: Any) -> bytes:
    """Return a stream as bytes.

    ReportLab puts no line end before `endstream`, and it must be CR LF: bytes that happen to
    end in CR would otherwise lend it to a lone LF. It also puts a Filter on streams that
    asked for none by an empty list, such as the metadata, which PDF/A wants in the clear.
    """
    if stream.content is None:
        raise ValueError("a stream needs its content")
    facts = pdfdoc.PDFDictionary(stream.dictionary.dict.copy())
    content = stream.content
    filters = document.defaultStreamFilters if stream.filters is None else stream.filters
    if filters and "Filter" not in facts.dict:
        names: list[Any] = []
        for packing in reversed(list(filters)):
            content = packing.encode(content)
            names.insert(0, pdfdoc.PDFName(packing.pdfname))
        facts["Filter"] = pdfdoc.PDFArray(names)
    body = pdfdoc.format(document.encrypt.encode(content), document)
    facts["Length"] = len(body)
    return bytes(pdfdoc.format(facts, document) + b"\nstream\n" + body + b"\r\nendstream\n")
