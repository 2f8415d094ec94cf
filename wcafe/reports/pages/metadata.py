"""What a PDF says of itself: language, title, colour space, and that it is PDF/A and PDF/UA."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

_MADE = slice(24, 36)  # where a profile says when it was made: six numbers (ICC.1, 7.2)
_DAY = b"".join(part.to_bytes(2, "big") for part in (2026, 1, 1, 0, 0, 0))

_NAMESPACES = """\
xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:xmp="http://ns.adobe.com/xap/1.0/"
xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#\""""

# PDF/A-2 knows no pdfuaid by itself, so the packet has to explain it.
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {namespaces}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Title and author as people read them, the language (`fr-FR` or `en-GB`), and when."""

    title: str
    author: str
    language: str
    made: datetime


def date(document: Any, facts: Facts) -> None:
    """Let `document` have been made at `facts.made` and at no other time: same café, same bytes.

    ReportLab would look at the clock, and draw the file's id from it.
    """
    stamp, made = document._timeStamp, facts.made
    ahead = round((made.utcoffset() or timedelta()).total_seconds())
    stamp.t = made.timestamp()
    stamp.lt = made.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    stamp.dhh, stamp.dmm = int(ahead / 3600), abs(ahead) % 3600 // 60
    document.signature.update(made.isoformat().encode())


def describe(document: Any, facts: Facts) -> None:
    """Write the metadata packet and the colour space into the catalogue of `document`."""
    document.Catalog.OutputIntents = PDFArray([_output_intent(document)])

    def packet(document: Any) -> bytes:
        stamp = document._timeStamp
        year, month, day, hour, minute, second = stamp.YMDhms
        made = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        return _PACKET.format(
            namespaces=_NAMESPACES,
            title=escape(facts.title),
            author=escape(facts.author),
            language=facts.language,
            made=f"{made}{stamp.dhh:+03d}:{stamp.dmm:02}",
            creator=escape(document.info.creator),
            producer=escape(document.info.producer),
        ).encode()

    xmp = XMP(creator=packet)
    xmp.filters = []  # in the clear, as PDF/A wants it
    document.Catalog.Metadata = document.Reference(xmp)
    document._pdfVersion = max(document._pdfVersion, (1, 7))


def _output_intent(document: Any) -> PDFDictionary:
    profile = PDFStream(dictionary=PDFDictionary({"N": 3}), content=_srgb(), filters=[PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@cache
def _srgb() -> bytes:
    """Return the colour profile, made on one day for all: it would carry the second of today."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[: _MADE.start] + _DAY + made[_MADE.stop :]
