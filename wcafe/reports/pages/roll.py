"""A list of people over pages: a row each, the initial in the margin, the headings on every page.

Its rows are laid on pages here and not by ReportLab: a page says from whom to whom it goes, so that
several people can share the pages at a door, and no initial stands at its foot with one row alone.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.reports.pages.fitting import hyphened, lines_of, size_for
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.lines import draw_line, shortened, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.roll_row import (
    GAP,
    MARGIN_WIDTH,
    Cell,
    Column,
    Name,
    Row,
    Said,
    draw_row,
)
from wcafe.reports.pages.runs import Face, Run
from wcafe.reports.pages.styles import ACCENT, BODY, INK, MUTED, SMALL
from wcafe.reports.pages.tags import Node

_HEAD, _EYEBROW, _HEADINGS = 29.0, 12.0, 14.0  # points
_LARGEST, _ONE_LINE, _SEVERAL, _SMALLEST = 9.0, 7.5, 8.0, 7.0  # sizes of a name
_LEADING = 1.22
_RANGE = ParagraphStyle("roll_range", BODY, fontName=SERIF, fontSize=17, leading=22)
_SMALLEST_RANGE = 10.0
_HIGH = 10_000
_LEAST_ROWS = 4  # on the last page of several


class Roll:
    """Rows on their way to pages."""

    def __init__(self, paper: Paper, columns: Sequence[Column], *, title: str, about: str) -> None:
        """Begin a list.

        Args:
            paper: what it is printed on.
            columns: from left to right, behind the margin of the initials.
            title: what the list is, over each page.
            about: what it is a list of, at the right of that.
        """
        self._paper, self._columns = paper, columns
        self._title, self._about = title, about
        self._rows: list[Row] = []

    @staticmethod
    def widest(paper: Paper) -> float:
        """Return how many points all columns have together."""
        return paper.text_width - MARGIN_WIDTH

    def add(
        self,
        cells: Sequence[Cell | Name | Said],
        *,
        height: float,
        initial: str = "",
        sorted_by: str = "",
        is_spare: bool = False,
    ) -> None:
        """Add a row at least `height` points high; `sorted_by` is what its page may be named by.

        Of those at the end that are spare there are only as many as take no page of few rows.
        """
        node = Node("TR")
        made: list[tuple[Cell | TaggedParagraph, Node, float, float]] = []
        place, left = 0, MARGIN_WIDTH
        for cell in cells:
            span = cell.span if isinstance(cell, Cell) else 1
            facts = {"O": PDFName("Table"), "ColSpan": span} if span > 1 else {}
            own = node.add("TD", attributes=facts)
            width = sum(column.width for column in self._columns[place : place + span])
            if isinstance(cell, Cell):
                self._paper.note_missing(cell.text)
                made.append((cell, own, left, width))
            else:
                drawn = self._set(cell, width - GAP, own)
                height = max(height, drawn.height + 2.4)
                made.append((drawn, own, left, width))
            place, left = place + span, left + width
        frames = tuple(self._frames())
        row = Row(node, made, height, initial, sorted_by, frames=frames, is_spare=is_spare)
        self._rows.append(row)

    def add_text(self, text: str, style: ParagraphStyle, *, is_heading: bool = False) -> None:
        """Add words over the whole width; a heading stays with the row behind it."""
        node = Node("TR")
        facts = {"O": PDFName("Table"), "ColSpan": len(self._columns)}
        own = node.add("TD", attributes=facts)
        told = self._paper.text(text, style, parent=own, as_typed=not is_heading)
        width = self._paper.text_width - MARGIN_WIDTH
        told.wrap(width, _HIGH)
        height = told.height + style.spaceBefore + style.spaceAfter
        cells = [(told, own, MARGIN_WIDTH, width)]
        self._rows.append(Row(node, cells, height, keeps=is_heading))

    def pages(self) -> list[Flowable]:
        """Return the list, a page each."""
        room = self._paper.text_height - _EYEBROW - _HEAD - _HEADINGS
        kept = [
            row.keeps or (bool(row.initial) and is_first and row.initial == after)
            for row, is_first, after in self._neighbours()
        ]
        sheets: list[list[Row]] = [[]]
        used = 0.0
        for place, row in enumerate(self._rows):
            if used + row.height > room and sheets[-1]:
                moved: list[Row] = []
                while kept[place - 1 - len(moved)] and len(sheets[-1]) > 1:
                    moved.insert(0, sheets[-1].pop())
                sheets.append(moved)
                used = sum(each.height for each in moved)
            sheets[-1].append(row)
            used += row.height
        self._fill_last(sheets, kept, room)
        return [
            _Page(rows, self._columns, self._paper, self._title, self._about, is_first=n == 0)
            for n, rows in enumerate(sheets)
        ]

    @staticmethod
    def _fill_last(sheets: list[list[Row]], kept: Sequence[bool], room: float) -> None:
        """Let the last page have some rows, or be left out where a few spare ones are all of it."""
        last = sheets[-1]
        if len(sheets) == 1:
            return
        if all(row.is_spare for row in last) and sum(row.height for row in last) < room / 2:
            sheets.pop()
            return
        before, first = sheets[-2], sum(map(len, sheets[:-1]))
        if len(last) >= _LEAST_ROWS:
            return
        while len(before) > _LEAST_ROWS and (len(last) < _LEAST_ROWS or kept[first - 1]):
            last.insert(0, before.pop())
            first -= 1

    def _neighbours(self) -> list[tuple[Row, bool, str]]:
        """Return each row, whether it is the first of its initial, and the initial after it."""
        initials = ["", *(row.initial for row in self._rows), ""]
        return [
            (row, initials[n] != row.initial, initials[n + 2]) for n, row in enumerate(self._rows)
        ]

    def _frames(self) -> list[float]:
        """Return where there are lines down, at the left of columns to write in."""
        left, found = MARGIN_WIDTH, []
        for column in self._columns:
            if column.is_framed:
                found += [left, left + column.width]
            left += column.width
        return sorted(set(found))

    def _set(self, cell: Name | Said, width: float, parent: Node) -> TaggedParagraph:
        if isinstance(cell, Name):
            return self._name(cell, width, parent)
        return self._said(cell, width, parent)

    def _name(self, name: Name, width: float, parent: Node) -> TaggedParagraph:
        """Return a name on one line where it fits at a size that is easily read, else on more."""
        size = size_for(name.whole, width, 1, (_LARGEST, _ONE_LINE), BOLD)
        lines = lines_of(name.whole, width, size, BOLD)
        if lines is None or len(lines) > 1:
            size = size_for(name.whole, width, 9, (_SEVERAL, _SMALLEST), BOLD)
            if lines_of(name.whole, width, size, BOLD) is None:
                size = _SEVERAL  # a hyphen is read more easily than the smallest letters
        style = ParagraphStyle(f"roll-{size}", BODY, fontSize=size, leading=_LEADING * size)
        style.spaceAfter = 0
        self._paper.note_cut(name.whole, ParagraphStyle("", style, fontName=BOLD), width)
        parts = [(name.before, Face.PLAIN), (name.sorted, Face.BOLD), (name.behind, Face.PLAIN)]
        runs = list[Run]()
        for text, face in parts:
            if text:
                gap = " " if runs else ""
                runs.append(Run(text=gap + hyphened(text, width, size, BOLD), face=face))
        made = self._paper.runs(runs, style, parent=parent, as_typed=True)
        made.wrap(width, _HIGH)
        return made

    def _said(self, said: Said, width: float, parent: Node) -> TaggedParagraph:
        style = ParagraphStyle(f"roll-said-{said.size}", SMALL, fontSize=said.size)
        style.leading = _LEADING * said.size
        made = self._paper.text(said.text, style, parent=parent, as_typed=True)
        made.wrap(width, _HIGH)
        return made


class _Page(Flowable):
    """One page of a list, with the headings of its columns."""

    def __init__(
        self,
        rows: Sequence[Row],
        columns: Sequence[Column],
        paper: Paper,
        title: str,
        about: str,
        *,
        is_first: bool,
    ) -> None:
        super().__init__()
        self.width, self.height = paper.text_width, paper.text_height
        self._rows, self._columns, self._title, self._about = rows, columns, title, about
        self._head = paper.root.add("H1") if is_first else None
        node = paper.root.add("Sect")
        self._far = node.add("P") if is_first else None
        paper.note_missing(about)
        self._name = None
        room = 0.64 * self.width
        shown, style = _from_to([row.sorted_by for row in rows if row.sorted_by], room)
        if shown:
            self._name = paper.text(shown, style, tag="H2", parent=node, outline=0, as_typed=True)
            self._name.wrap(room + 20, _HIGH)
        table = node.add("Table")
        head = table.add("TR")
        facts = {"O": PDFName("Table"), "Scope": PDFName("Column")}
        self._headings = [head.add("TH", attributes=dict(facts)) for _column in columns]
        for row in rows:
            row.node.parent = table
            table.kids.append(row.node)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        self._draw_head(canvas)
        top = self.height - _EYEBROW - _HEAD
        self._draw_headings(canvas, top)
        top -= _HEADINGS
        before = None
        for row in self._rows:
            is_new = bool(row.initial) and row.initial != before
            draw_row(canvas, row, top, self.width, is_new=is_new, is_first=before is None)
            before = row.initial
            top -= row.height

    def _draw_head(self, canvas: Any) -> None:
        high = self.height - _EYEBROW + 3
        with canvas.marked(self._head) if self._head else canvas.artifact("Pagination"):
            canvas.setFillColor(ACCENT)
            draw_line(canvas, self._title, 0, high, size=8.5)
        if self._name is not None:
            self._name.drawOn(canvas, 0, self.height - _EYEBROW - self._name.height - 2)
        with canvas.marked(self._far) if self._far else canvas.artifact("Pagination"):
            canvas.setFillColor(MUTED)
            for number, line in enumerate(self._about.split("\n")):
                told = shortened(line, 0.46 * self.width, 7.5)
                draw_line(canvas, told, self.width, high - 11 * number, size=7.5, align=1)

    def _draw_headings(self, canvas: Any, top: float) -> None:
        left = MARGIN_WIDTH
        for column, node in zip(self._columns, self._headings, strict=True):
            if column.title:
                with canvas.marked(node):
                    canvas.setFillColor(MUTED)
                    x = left + column.align * column.width
                    size = min(7.5, 7.5 * (column.width - 2) / width_of(column.title, 7.5, BOLD))
                    low = top - _HEADINGS + 5
                    draw_line(
                        canvas, column.title, x, low, size=size, font=BOLD, align=column.align
                    )
            left += column.width
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.8)
            canvas.line(0, top - _HEADINGS, self.width, top - _HEADINGS)


def _from_to(names: Sequence[str], room: float) -> tuple[str, ParagraphStyle]:
    """Return from whom to whom a page goes, in `room` points; nothing where it has no names.

    Long names become smaller first, and then shorter.
    """
    ends = list(dict.fromkeys((names[0], names[-1]))) if names else []
    wide = width_of(" – ".join(ends), 1, SERIF) or 1
    size = max(min(_RANGE.fontSize, room / wide), _SMALLEST_RANGE)
    each = room / max(len(ends), 1) - (size if size * wide > room else -room)
    shown = " – ".join(shortened(end, each, size, SERIF) for end in ends)
    return shown, ParagraphStyle(f"{_RANGE.name}-{size:.1f}", _RANGE, fontSize=size)
