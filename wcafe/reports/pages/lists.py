"""Lists that stand by themselves."""

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFName

from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet, TaggedParagraph
from wcafe.reports.pages.styles import POINT


def numbered(texts: Iterable[str], paper: Paper) -> list[TaggedParagraph]:
    """Return `texts` as a list whose items are numbered from 1."""
    facts = {"O": PDFName("List"), "ListNumbering": PDFName("Decimal")}
    listed = paper.root.add("L", attributes=facts)
    made = []
    for number, text in enumerate(texts, start=1):
        item = listed.add("LI")
        bullet = Bullet(item.add("Lbl"), f"{number}.")
        made.append(paper.text(text, POINT, tag="LBody", parent=item, bullet=bullet))
    return made
