"""Tagged PDF: what is a heading, a table, a figure, for those who do not see the page.

Everything drawn is either marked as part of a node of the structure tree or as an artifact
(rules, page numbers). The nodes are made with the flowables, in reading order; the tree
is written when the document is saved. Source: ISO 32000-1, 14.7 and 14.8.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from wcafe.reports.pages.links import Pages, Places
from wcafe.reports.pages.metadata import Facts, date, describe
from wcafe.reports.pages.words import Link

_LATER = "% drawn later: {}."


@dataclass(slots=True, eq=False)
class Node:
    """One element of the structure: a heading, a paragraph, a cell, a figure."""

    tag: str
    parent: "Node | None" = None
    alt: str = ""  # what a figure shows
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: "list[Node | tuple[Any, Any]]" = field(default_factory=list)  # a page, a mark or a link
    written: Any = None

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.kids.append(self)

    def add(self, tag: str, **facts: Any) -> "Node":
        """Make a child of this node, after those it has."""
        return Node(tag, self, **facts)

    def move_to(self, parent: "Node") -> None:
        """Put this node, which belongs nowhere yet, behind those that `parent` has."""
        self.parent = parent
        parent.kids.append(self)


class TaggedCanvas(Canvas):
    """A canvas that keeps account of what belongs to which node."""

    _doc: Any
    _code: Any
    _annotationrefs: list[Any]

    def __init__(self, *args: Any, root: Node, facts: Facts, **settings: Any) -> None:
        super().__init__(*args, **{**settings, "invariant": 1})
        date(self._doc, facts)
        self._root, self._facts = root, facts
        self._sheets: list[Any] = []  # the pages as ReportLab keeps them
        self._late: list[tuple[int, Callable[[Pages], None]]] = []  # a page's place, what to draw
        self._places = Places(self._doc)
        self._marks: list[Node] = []  # what is marked on this page, in order
        self._pages: list[list[Node]] = []
        self._is_open = False
        self._add_page = self._doc.addPage
        self._doc.addPage = self._close_page
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.setViewerPreference("DisplayDocTitle", "true")

    @contextmanager
    def marked(self, node: Node) -> Iterator[None]:
        """Mark what is drawn in the block as part of `node`. Marks do not nest."""
        node.kids.append((self._doc.thisPageRef(), len(self._marks)))
        with self._mark(f"/{node.tag} <</MCID {len(self._marks)}>> BDC"):
            self._marks.append(node)
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Mark what is drawn in the block as no part of the text: `Layout` or `Pagination`."""
        with self._mark(f"/Artifact <</Type /{kind}>> BDC"):
            yield

    def place(self, name: str, x: float, y: float) -> None:
        """Let the point at x and y be the place `name`, to which links may lead."""
        left, top = self.absolutePosition(x, y)
        self._places.add(name, len(self._sheets), self._doc.thisPageRef(), (left, top))

    def link(self, node: Node, link: Link, box: tuple[float, float, float, float]) -> None:
        """Let a click into `box` (left, bottom, right, top) lead where `link` says.

        `node` is the element of what is drawn there, a Link.
        """
        left, low = self.absolutePosition(*box[:2])
        right, top = self.absolutePosition(*box[2:])
        page = self._doc.thisPageRef()
        reference = self._places.link(link, (left, low, right, top), page, node)
        self._annotationrefs.append(reference)
        node.kids.append((page, reference))

    def draw_when_counted(self, draw: Callable[[Pages], None]) -> None:
        """Draw here and on this page what needs to know the pages, once all of them are there."""
        self._code.append(_LATER.format(len(self._late)))
        self._late.append((len(self._sheets), draw))

    def actual_text(self, said: str) -> str:
        """Return what opens a stretch, closed by EMC, whose glyphs say `said` to a reader."""
        spelled = said.encode("utf-16-be").hex().upper()
        return f"/Span <</ActualText <FEFF{spelled}>>> BDC"

    def begin_artifact(self) -> None:
        """Open an artifact that `end_mark` closes; for ReportLab's callbacks."""
        self._begin("/Artifact <</Type /Layout>> BDC")

    def end_mark(self) -> None:
        self._code.append("EMC")
        self._is_open = False

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._draw_late()
        self._write_tree()
        describe(self._doc, self._facts)
        super().save()

    @contextmanager
    def _mark(self, operator: str) -> Iterator[None]:
        self._begin(operator)
        yield
        self.end_mark()

    def _begin(self, operator: str) -> None:
        if self._is_open:
            raise RuntimeError("marked content cannot hold marked content")
        self._is_open = True
        self._code.append(operator)

    def _close_page(self, page: Any) -> None:
        page.StructParents = len(self._pages)
        page.Tabs = PDFName("S")  # the tab key follows the structure
        self._pages.append(self._marks)
        self._marks = []
        self._sheets.append(page)
        self._add_page(page)

    def _draw_late(self) -> None:
        pages = Pages(len(self._sheets), self._places.pages)
        for number, (place, draw) in enumerate(self._late):
            self._code = []
            draw(pages)
            sheet = self._sheets[place]
            sheet.stream = sheet.stream.replace(_LATER.format(number), "\n".join(self._code))
        self._code = []

    def _write_tree(self) -> None:
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._doc.Reference(root)
        root["K"] = PDFArray([self._write_node(self._root, reference)])
        numbers: list[Any] = []
        for page, marks in enumerate(self._pages):
            owners = PDFArray([self._doc.Reference(node.written) for node in marks])
            numbers += [page, self._doc.Reference(owners)]
        for number, (annotation, node) in enumerate(self._places.links, start=len(self._pages)):
            annotation["StructParent"] = number
            numbers += [number, self._doc.Reference(node.written)]
        self._places.write()
        root["ParentTree"] = self._doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(self._pages) + len(self._places.links)
        self._doc.Catalog.StructTreeRoot = root

    def _write_node(self, node: Node, parent: Any) -> Any:
        """Return a reference to the element of `node`; None for one that holds nothing."""
        if not node.kids and node.tag not in ("TD", "TH"):
            return None
        facts = {"Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent}
        node.written = PDFDictionary(facts)
        reference = self._doc.Reference(node.written)
        kids: list[Any] = []
        home = next((kid[0] for kid in node.kids if not isinstance(kid, Node)), None)
        if home is not None:
            node.written["Pg"] = home
        for kid in node.kids:
            if isinstance(kid, Node):
                if (written := self._write_node(kid, reference)) is not None:
                    kids.append(written)
                continue
            page, what = kid
            if not isinstance(what, int):
                kids.append(PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": what}))
            elif home is not None and page.name == home.name:
                kids.append(what)
            else:
                kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": what}))
        node.written["K"] = PDFArray(kids)
        if node.alt:
            node.written["Alt"] = PDFString(node.alt)
        if node.attributes:
            node.written["A"] = PDFDictionary(node.attributes)
        return reference
