"""The host kit: one folded sheet a table that says who comes, when, and what a host does."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.marks import table_title
from wcafe.domain.table_questions import tables_in_use
from wcafe.errors import NoOpenTable
from wcafe.reports.handouts.host_front import front
from wcafe.reports.handouts.host_part import part
from wcafe.reports.handouts.host_rounds import Seated, rounds_shown
from wcafe.reports.pages.booklet import BookletSide, sides_of
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.feet import draw_foot
from wcafe.reports.pages.grid import lay_out, whole_page
from wcafe.reports.pages.large_type import Make, Room
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import Blanks
from wcafe.reports.pages.styles import HEADING
from wcafe.reports.pages.tags import Node
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_EDGE, _TOP, _FOOT = 12 * mm, 12 * mm, 9 * mm  # of a small page
_ABOVE_FOOT = 6 * mm
_NEAR = 12.0  # points by which pages may be higher than the least there is
_FEW = 4  # pages of a booklet are a multiple of these
_BLANK = 8.5 * mm  # from line to line for a pen
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.2, 7.5)  # of letters, in points


def host_kit(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return a booklet for each table that is used, or for those asked for.

    Four pages on one sheet; where that holds not all, there are more sheets, which lie in each
    other. Pages that stay empty are for a host's own notes. Without a plan nobody is named.

    Raises:
        NoOpenTable: there is none, or none of those that are wanted.
    """
    tables = tables_in_use(snapshot.cafe, snapshot.plan, options.tables)
    if not tables:
        raise NoOpenTable
    kits = _Kits(snapshot, paper)
    sides: list[BookletSide] = []
    for table in tables:
        sides += sides_of(kits.pages_of(table), paper)
    return lay_out(sides, whole_page(paper.page))


class _Kits:
    """Makes the pages of one table's kit after the other's."""

    def __init__(self, snapshot: Snapshot, paper: Paper) -> None:
        self._seated, self._paper = Seated(snapshot), paper
        self._mark = dated_mark(snapshot, paper)
        width, height = paper.page
        self._room = (width / 2 - 2 * _EDGE, height - _TOP - _FOOT - _ABOVE_FOOT)
        self._first, self._middle, self._last = _Flow(1), _Flow(2), _Flow(1)

    def pages_of(self, table: int) -> "list[_KitPage]":
        """Return the pages for `table`, from 0: a multiple of four."""
        paper, seated = self._paper, self._seated
        node = paper.root.add("Sect")

        def welcome(size: float, into: Node) -> list[Flowable]:
            return front(table, seated, size, into, paper)

        def who_comes(size: float, into: Node) -> list[Flowable]:
            return rounds_shown(table, seated, size, into, paper)

        def a_hosts_part(size: float, into: Node) -> list[Flowable]:
            return part(seated.snapshot, size, into, paper)

        filled = self._first.onto_pages(welcome, self._room, node)
        filled += self._middle.onto_pages(who_comes, self._room, node)
        own, last_node = node.add("Sect"), node.add("Sect")
        last = self._last.onto_pages(a_hosts_part, self._room, last_node)
        for _missing in range(-(len(filled) + len(last)) % _FEW):
            filled += _paged(self._own_notes(own), *self._room)
        title = table_title(table, seated.snapshot.cafe.table_name(table), paper.words)
        return [_KitPage(each, title, self._mark, paper) for each in (*filled, *last)]

    def _own_notes(self, node: Node) -> list[Flowable]:
        """Return a page on which a host writes."""
        heading = self._paper.words.gettext("My notes")
        lines = int((self._room[1] - 3 * HEADING.leading) / _BLANK)
        return [
            self._paper.text(heading, HEADING, tag="H2", parent=node),
            Blanks(lines, _BLANK),
        ]


class _Flow:
    """Parts on so many pages in letters as large as that allows, for one table after the other.

    The size of the last table is tried first, as that of the next one is mostly the same.
    """

    def __init__(self, pages: int) -> None:
        self._pages, self._place = pages, 0

    def onto_pages(self, make: Make, room: Room, node: Node) -> list[Flowable]:
        """Return what `make` makes on its pages; on more where the smallest size takes more."""

        def made(place: int) -> tuple[Node, list[Flowable]]:
            into = Node("Sect")
            return into, _evened(make(_SIZES[place], into), *room)

        def fits(pages: Sequence[Flowable]) -> bool:
            return len(pages) <= self._pages

        into, pages = made(self._place)
        while fits(pages) and self._place:
            larger = made(self._place - 1)
            if not fits(larger[1]):
                break
            (into, pages), self._place = larger, self._place - 1
        while not fits(pages) and self._place < len(_SIZES) - 1:
            self._place += 1
            into, pages = made(self._place)
        into.move_to(node)
        return pages


def _evened(parts: Sequence[Flowable], width: float, height: float) -> list[Flowable]:
    """Return pages about equally full, no more than it takes."""
    pages = _paged(parts, width, height)
    least, most = height / len(pages), height
    while len(pages) > 1 and most - least > _NEAR:
        tried = (least + most) / 2
        lower = _paged(parts, width, tried)
        if not lower or len(lower) > len(pages):
            least = tried
        else:
            pages, most = lower, tried
    return pages


def _paged(parts: Sequence[Flowable], width: float, height: float) -> list[Flowable]:
    """Return pages of this size; none where it is so low that something begins on no page."""
    pages: list[Flowable] = []
    rest = [Columns(parts, columns=1)]
    while rest:
        halves = rest[0].split(width, height)
        if not halves:
            return []
        page, *rest = halves
        pages.append(page)
    return pages


class _KitPage:
    """One page of a booklet, with its number at its foot."""

    def __init__(self, filled: Flowable, title: str, mark: str, paper: Paper) -> None:
        self._filled, self._title, self._mark = filled, title, mark
        self._width, self._height = paper.page[0] / 2, paper.page[1]

    def draw(self, canvas: Any, number: int, pages: int) -> None:
        top = self._height - _TOP
        _wide, high = self._filled.wrap(0, 0)
        self._filled.drawOn(canvas, _EDGE, top - high)
        edges = (_EDGE, self._width - _EDGE)
        draw_foot(canvas, self._title, f"{self._mark} · {number} / {pages}", edges, _FOOT)
