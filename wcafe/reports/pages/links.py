"""Links inside a document: places with names, and annotations that lead to them.

Each annotation belongs to a Link of the structure and says where it leads, as PDF/UA wants it
(ISO 14289-1, 7.18). Places stand by their names in the catalogue, so others can lead there too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from wcafe.reports.pages.words import Link

_PRINTED = 4  # the flag of an annotation that is not hidden on paper (ISO 32000-1, 12.5.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a table of contents: a title, the place it stands at, how deep it lies from 0."""

    title: str
    place: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Pages:
    """How many pages there are, once all of them are; and on which each place is, from 1."""

    count: int
    of: Mapping[str, int]


class Places:
    """The places and links of one document.

    Attributes:
        pages: on which page each place is, from 1.
        links: each annotation with its element of the structure.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._points: dict[str, PDFArray] = {}
        self._wanted: set[str] = set()
        self.pages: dict[str, int] = {}
        self.links: list[tuple[PDFDictionary, Any]] = []

    def add(self, name: str, sheet: int, page: Any, point: tuple[float, float]) -> None:
        """Let `point`, in points from the lower left corner of `page`, be `name`; once for all."""
        if name not in self._points:
            left, top = (round(value, 2) for value in point)
            self._points[name] = PDFArray([page, PDFName("XYZ"), left, top, 0])
            self.pages[name] = sheet + 1

    def link(self, link: Link, box: tuple[float, float, float, float], page: Any, node: Any) -> Any:
        """Return a reference to the annotation by which `box` leads where `link` says."""
        self._wanted.add(link.to)
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(value, 2) for value in box]),
                "Border": PDFArray([0, 0, 0]),
                "Contents": PDFString(link.says),
                "Dest": PDFString(link.to),
                "F": _PRINTED,
                "P": page,
            }
        )
        self.links.append((annotation, node))
        return self._document.Reference(annotation)

    def write(self) -> None:
        """Write the names of the places into the catalogue.

        Raises:
            RuntimeError: a link leads to a place that is nowhere.
        """
        if lost := self._wanted - self._points.keys():
            raise RuntimeError(f"links lead nowhere: {sorted(lost)}")
        if not self._points:
            return
        names: list[Any] = []
        for name in sorted(self._points):
            names += [PDFString(name), self._document.Reference(self._points[name])]
        limits = PDFArray([names[0], names[-2]])
        tree = PDFDictionary({"Names": PDFArray(names), "Limits": limits})
        places = self._document.Reference(
            PDFDictionary({"Kids": PDFArray([self._document.Reference(tree)])})
        )
        self._document.Catalog.Names = PDFDictionary({"Dests": places})
