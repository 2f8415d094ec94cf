"""What leads from place to place in a Word file: bookmarks, links to them, and fields."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def bookmark_begins(number: str, anchor: str) -> BaseOxmlElement:
    """Return where a bookmark begins, whose `number` no other has."""
    begins = _marked("w:bookmarkStart", number)
    begins.set(qn("w:name"), _bookmark(anchor))
    return begins


def bookmark_ends(number: str) -> BaseOxmlElement:
    return _marked("w:bookmarkEnd", number)


def link_to(anchor: str, told: str) -> BaseOxmlElement:
    """Return an empty link to a bookmark; `told` says where it leads, if that is to be said."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark(anchor))
    link.set(qn("w:history"), "1")
    if told:
        link.set(qn("w:tooltip"), told)
    return link


def begin_field(made: Paragraph, told: str) -> None:
    """Begin a field in a paragraph; what is written before `end_field` stands in it until then."""
    made.add_run()._r.append(_field_sign("begin"))
    asked = OxmlElement("w:instrText")
    asked.set(qn("xml:space"), "preserve")
    asked.text = f" {told} "
    made.add_run()._r.append(asked)
    made.add_run()._r.append(_field_sign("separate"))


def end_field(made: Paragraph) -> None:
    made.add_run()._r.append(_field_sign("end"))


def _field_sign(what: str) -> BaseOxmlElement:
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), what)
    return sign


def _bookmark(anchor: str) -> str:
    """Return the name of a bookmark, in which Word takes letters, digits and underscores."""
    return anchor.replace("-", "_")


def _marked(tag: str, number: str) -> BaseOxmlElement:
    mark = OxmlElement(tag)
    mark.set(qn("w:id"), number)
    return mark
