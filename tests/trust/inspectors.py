"""How each kind of file is looked into: what it says, what it is made of, what in it could act.

An inspector reads a file as its readers do, with a library of theirs where there is one. A new
suffix of the catalogue needs one here, and a way to spoil a file of it that is found out.
"""

import csv
import io
import json
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

import docx
import icalendar
import pikepdf
import pypdf
from docx.oxml.ns import qn
from lxml import etree
from markdown_it import MarkdownIt
from PIL import Image

from wcafe.domain.text import unguard_cell
from wcafe.exports.iramuteq import _READ_BY_PROGRAM

_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_ACTIVE_PDF = {"/JS", "/JavaScript", "/URI", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/AA"}
_OURS_IN_MARKDOWN = re.compile(r'<a id="[a-z0-9-]+">|</a>|<br>')
_HEAD_OF_CORPUS = re.compile(r"\*{4}( \*[a-z]+_[A-Za-z0-9]+)+")
_FIELDS_OF_WORD = re.compile(r"\s*(TOC|PAGE|NUMPAGES|PAGEREF|REF)\b(?!.*(https?:|\\\\))", re.DOTALL)
_OUR_PHOTO = re.compile(r"photo-\d{2}\.jpg")
_NAME_IN_ZIP = re.compile(r"[A-Za-z0-9_\[\]][A-Za-z0-9._\[\]-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*")


@dataclass(frozen=True)
class Found:
    """What a file says, in pieces; of what it is built; and what in it could act."""

    told: tuple[str, ...]
    parts: frozenset[object]
    faults: tuple[str, ...] = ()

    def tells(self, text):
        return squeezed(text) in squeezed("".join(self.told))


def squeezed(text):
    """Return `text` without blanks of any kind, which typography may change."""
    return "".join(text.split())


def look_into_csv(content):
    text = content.decode("utf-8-sig")
    delimiter = text[text.index('"', 1) + 1]  # all are quoted
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    faults = [
        cell for row in rows for cell in row if cell.lstrip(" '")[:1] in _STARTS and cell[0] != "'"
    ]
    told = (unguard_cell(cell) for row in rows for cell in row)
    return Found(tuple(told), frozenset(map(len, rows)), tuple(faults))


def look_into_xlsx(content):
    told, parts, faults = [], set(), []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            parts.add(name)
            for element in etree.fromstring(archive.read(name)).iter():
                tag = etree.QName(element).localname
                parts.add((name, tag, *sorted(element.attrib)))
                if tag in ("f", "hyperlink", "externalReference", "oleObject", "ddeLink"):
                    faults.append(tag)
                if element.get("TargetMode") == "External" or element.get("t") not in (
                    None,
                    "inlineStr",
                ):
                    faults.append(etree.tostring(element).decode())
                if tag == "t":
                    said = re.sub("_x005F_", "_", element.text or "")
                    told.append(unguard_cell(said))
    return Found(tuple(told), frozenset(parts), tuple(faults))


def look_into_json(content):
    told, parts = [], set()

    def walk(value, path):
        if isinstance(value, dict):
            for key, each in value.items():
                walk(each, (*path, key))
        elif isinstance(value, list):
            for each in value:
                walk(each, (*path, "[]"))
        else:
            parts.add((path, type(value).__name__))
            told.extend([value] if isinstance(value, str) else [])

    walk(json.loads(content), ())
    return Found(tuple(told), frozenset(parts))


class _Page(HTMLParser):
    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.told, self.parts, self.faults = [], set(), []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        schemes = {name: urlsplit(value or "").scheme for name, value in attrs if name in _URLS}
        self.parts.add((tag, *sorted(name for name, _value in attrs)))
        self.faults += [f"{tag} {name}" for name, _value in attrs if name.startswith("on")]
        self.faults += [f"{tag} {n} {s}" for n, s in schemes.items() if s not in ("", "data")]
        self.faults += [
            f"{tag} {n}" for n, v in attrs if n in _URLS and "//" in (v or "").partition(",")[0]
        ]
        if tag in ("script", "iframe", "object", "embed", "base", "math"):
            self.faults.append(tag)

    def handle_data(self, data):
        self.told.append(data)

    def handle_comment(self, data):
        self.parts.add("comment")

    def handle_decl(self, decl):
        self.parts.add(decl)

    def handle_pi(self, data):
        self.faults.append("processing instruction")

    def unknown_decl(self, data):
        self.faults.append("declaration")


_URLS = (
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "xlink:href",
    "poster",
    "background",
    "srcset",
)


def look_into_html(content):
    page = _Page(content.decode())
    return Found(tuple(page.told), frozenset(page.parts), tuple(page.faults))


def look_into_md(content):
    """Look into Markdown as CommonMark, and its HTML too: of ours are anchors and breaks alone."""
    told, parts, faults = [], set(), []
    reader = MarkdownIt("commonmark", {"linkify": False}).enable("table")
    for block in reader.parse(content.decode()):
        for token in (block, *(block.children or ())):
            parts.add((token.type, token.tag))
            if token.type in ("html_block", "html_inline"):
                if not all(
                    map(_OURS_IN_MARKDOWN.fullmatch, re.findall(r"<[^>]*>?", token.content))
                ):
                    faults.append(token.content)
            elif token.type in ("text", "code_inline", "code_block", "fence"):
                told.append(token.content)
            if token.type == "image":
                told.append(token.content)
                if not _OUR_PHOTO.fullmatch(str(token.attrs["src"])):
                    faults.append("image")
            if token.type == "link_open" and not str(token.attrs["href"]).startswith("#"):
                faults.append(str(token.attrs["href"]))
    return Found(tuple(told), frozenset(parts), tuple(faults))


def look_into_docx(content):
    faults, parts = [], set()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            parts.add(re.sub(r"\d+", "1", name))
            if not name.endswith((".xml", ".rels")):
                continue
            for element in etree.fromstring(archive.read(name)).iter():
                tag = etree.QName(element).localname
                parts.add((tag, *sorted(map(str, element.attrib))))
                if element.get("TargetMode") == "External" or tag in ("altChunk", "object"):
                    faults.append(etree.tostring(element).decode())
                if tag == "instrText" and not _FIELDS_OF_WORD.match(element.text or ""):
                    faults.append(element.text or "")
    opened = docx.Document(io.BytesIO(content))
    bodies = [opened.element.body, *(s.footer._element for s in opened.sections)]
    told = [text.text or "" for body in bodies for text in body.iter(qn("w:t"))]
    return Found(tuple(told), frozenset(parts), tuple(faults))


def look_into_pdf(content):
    """Look at each object of a PDF, and read the words of its pages."""
    faults, parts = [], set()
    with pikepdf.open(io.BytesIO(content)) as opened:
        for each in opened.objects:
            if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
                faults += [key for key in dict(each) if key in _ACTIVE_PDF]
                kind = (
                    str(each.get("/Type", "")),
                    str(each.get("/Subtype", "")),
                    str(each.get("/S", "")),
                )
                parts.add(kind)
                faults += [name for name in kind if name in _ACTIVE_PDF]
    told = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    parts = {each for each in parts if each[2] in ("", "/GoTo", "/JavaScript", "/URI", "/Launch")}
    return Found(tuple(told), frozenset(parts), tuple(faults))


def look_into_ics(content):
    faults = [line.decode() for line in content.split(b"\r\n") if len(line) > 75]
    parts, told = set(), []
    for component in icalendar.Calendar.from_ical(content).walk():
        parts.update((component.name, name) for name in component)
        parts.add((component.name, bool(component.subcomponents)))
        told += [str(value) for value in component.values()]
    return Found(tuple(told), frozenset(parts), tuple(faults))


def look_into_txt(content):
    """Look into a corpus of IRaMuTeQ, whose signs are put back; other texts are words alone."""
    text = content.decode()
    if not text.startswith("****"):
        return Found((text,), frozenset())
    heads = [line for line in text.split("\n") if line.startswith("****")]
    others = [line for line in text.split("\n") if not line.startswith("****")]
    faults = [head for head in heads if not _HEAD_OF_CORPUS.fullmatch(head)]
    faults += [line for line in others if set("*$_") & set(line)]
    back = {after: chr(before) for before, after in _READ_BY_PROGRAM.items()}
    told = "\n".join(others).translate(str.maketrans(back))
    return Found(
        (told,),
        frozenset(re.sub(r"_[^ ]*", "", part) for h in heads for part in h.split()),
        tuple(faults),
    )


def look_into_zip(content):
    told, parts, faults = [], set(), []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            name = entry.filename
            if not _NAME_IN_ZIP.fullmatch(name):
                faults.append(name)
            within = INSPECTORS[name.rpartition(".")[2]](archive.read(entry))
            told += within.told
            parts |= {(name, part) for part in within.parts}
            faults += within.faults
    return Found(tuple(told), frozenset(parts), tuple(faults))


def look_into_qdpx(content):
    told, parts, faults = [], set(), []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not _NAME_IN_ZIP.fullmatch(name):
                faults.append(name)
            if name != "project.qde":
                told.append(archive.read(name).decode())
                continue
            for element in etree.fromstring(archive.read(name)).iter():
                parts.add((str(element.tag), *sorted(element.attrib)))
                told += [element.text or "", *element.attrib.values()]
    return Found(tuple(told), frozenset(parts), tuple(faults))


def look_into_jpg(content):
    """Look into a picture: one of pixels alone, with nothing of a camera and nothing behind it."""
    with Image.open(io.BytesIO(content), formats=["JPEG"]) as image:
        image.load()
        parts, faults = {image.mode}, sorted(image.info.keys() - _JFIF)
    if not content.endswith(b"\xff\xd9"):
        faults.append("something behind the picture")
    return Found((), frozenset(parts), tuple(faults))


_JFIF = {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
INSPECTORS = {
    "jpg": cache(look_into_jpg),
    "csv": cache(look_into_csv),
    "xlsx": cache(look_into_xlsx),
    "json": cache(look_into_json),
    "html": cache(look_into_html),
    "md": cache(look_into_md),
    "docx": cache(look_into_docx),
    "pdf": cache(look_into_pdf),
    "ics": cache(look_into_ics),
    "txt": cache(look_into_txt),
    "qdpx": cache(look_into_qdpx),
    "zip": cache(look_into_zip),
}
