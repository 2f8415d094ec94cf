"""Lists that stand by themselves."""

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFName

from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet, TaggedParagraph
from wcafe.reports.pages.styles import POINT
from wcafe.reports.pages.tags import Node


def numbered(texts: Iterable[str], paper: Paper) -> list[TaggedParagraph]:
    """Return `texts` as a list whose items are numbered from 1."""
    listed = list_in(paper.root, "Decimal")
    signed = ((f"{number}.", text, "") for number, text in enumerate(texts, start=1))
    return [_item(listed, *each, paper) for each in signed]


def bulleted(items: Iterable[tuple[str, str]], paper: Paper) -> list[TaggedParagraph]:
    """Return a list: each item with, set small behind it, what is to be known of it."""
    listed = list_in(paper.root, "Disc")
    return [_item(listed, "–", text, after, paper) for text, after in items]


def list_in(parent: Node, numbering: str) -> Node:
    """Return a list below `parent`, numbered by "Decimal", "Disc" … as PDF calls it."""
    facts = {"O": PDFName("List"), "ListNumbering": PDFName(numbering)}
    return parent.add("L", attributes=facts)


def _item(listed: Node, sign: str, text: str, after: str, paper: Paper) -> TaggedParagraph:
    item = listed.add("LI")
    bullet = Bullet(item.add("Lbl"), sign)
    return paper.text(text, POINT, tag="LBody", parent=item, bullet=bullet, after=after)
