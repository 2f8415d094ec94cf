"""What a Word file says of itself: nothing of a template, and no time of writing."""

import io
import zipfile

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml.ns import qn

from wcafe.exports.texts.document import REGIONS, TextDocument

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # of each part, so that the same text is the same bytes
_LEFT_OVER = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
_SETTINGS_LEFT_OVER = ("w:rsids", "w:savePreviewPicture", "w:proofState")
_COMPATIBLE = "15"  # with Word since 2013, so that it opens in no mode for older ones
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>wcafe</Application></Properties>'
)


def describe(word: WordDocument, document: TextDocument) -> None:
    """Let the properties of `word` be those of `document`."""
    for relations in (word.part.package.rels, word.part.rels):
        _drop_left_over(relations)
    for part in word.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _PROPERTIES
    properties = word.core_properties
    properties.title, properties.subject = document.title[:255], document.kind
    properties.author = properties.last_modified_by = document.author[:255]
    properties.language = REGIONS[document.language]
    properties.comments = properties.keywords = properties.category = ""
    if document.moment is not None:
        properties.created = properties.modified = document.moment.replace(tzinfo=None)
    else:
        for said in ("dcterms:created", "dcterms:modified"):
            for element in properties._element.findall(qn(said)):
                properties._element.remove(element)
    _settle(word, REGIONS[document.language])


def as_bytes(word: WordDocument) -> bytes:
    """Return the file; its parts bear no time."""
    written, whole = io.BytesIO(), io.BytesIO()
    word.save(written)
    with (
        zipfile.ZipFile(written) as parts,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _LONG_AGO)
            part.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(part, parts.read(name))
    return whole.getvalue()


def _drop_left_over(relations: Relationships) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype in _LEFT_OVER:
            del relations[name]


def _settle(word: WordDocument, region: str) -> None:
    """Let the settings speak the language of the text, and be of a Word of today."""
    settings = word.settings.element
    for name in _SETTINGS_LEFT_OVER:
        for element in settings.findall(qn(name)):
            settings.remove(element)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), region)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _COMPATIBLE)
