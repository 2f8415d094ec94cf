"""The sheet on which people stick dots: each theme, or each idea and action, with circles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.kinds import Kind
from wcafe.domain.sourcing import note_label
from wcafe.domain.synthesis import mark_of
from wcafe.reports.pages.columns import Stack
from wcafe.reports.pages.feet import draw_foot
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.grid import lay_out, whole_page
from wcafe.reports.pages.large_type import large_text
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.notice import notice
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY, CUT, LINE, MUTED, SMALL, TITLE
from wcafe.reports.pages.symbols import draw_theme_symbol
from wcafe.reports.pages.tags import Node
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_EDGE, _TOP, _FOOT, _ABOVE_FOOT = 15 * mm, 14 * mm, 8 * mm, 6 * mm
_CORNER = 32 * mm  # at the upper right, kept free for a code
_DOT, _PITCH = 8 * mm, 10.5 * mm  # a usual sticker; from one to the next
_FEWEST, _MOST = 2, 6  # rows of circles below a choice
_MARK = 8 * mm
_AIR = 3.5 * mm
_HEAD = ParagraphStyle("votes_title", TITLE, fontSize=20, leading=23, spaceAfter=0)
_HOW = ParagraphStyle("votes_how", BODY, fontSize=10.5, leading=14, spaceAfter=0)
_NAME = ParagraphStyle("votes_name", BODY, fontName=BOLD, fontSize=10, leading=12.5, spaceAfter=0)
_SAYS = ParagraphStyle("votes_says", SMALL, fontSize=9.5, leading=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """What dots are given to: its label, its words, what is said below; a theme has a mark."""

    label: str
    words: str
    says: str = ""
    mark: int | None = None


def votes(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return sheets with the themes, or where there are none with the ideas and actions.

    Withheld notes are on none. How many dots somebody has is left to be written by hand.
    """
    _ = paper.words.gettext
    choices = _choices(snapshot, paper)
    mark = dated_mark(snapshot, paper)
    if not choices:
        nothing = _("There is no theme, idea or action yet to give dots to.")
        return notice(snapshot.cafe.title, nothing, paper, mark)
    feet = (snapshot.cafe.title, mark)
    sheets = [_Sheet(paper, feet, is_first=True)]
    made = [_Row(choice, paper) for choice in choices]
    _spread(made, sheets[0].free)
    for row in made:
        if not sheets[-1].holds(row):
            sheets.append(_Sheet(paper, feet))
        sheets[-1].add(row)
    return lay_out(sheets, whole_page(paper.page))


def _spread(rows: Sequence["_Row"], free: float) -> None:
    """Give all choices as many rows of circles as one sheet with `free` points holds."""
    for circles in range(_MOST, _FEWEST - 1, -1):
        for row in rows:
            row.circles = circles
        if sum(row.height for row in rows) <= free:
            return


def _choices(snapshot: Snapshot, paper: Paper) -> list[_Choice]:
    if snapshot.themes:
        return [
            _Choice(
                label=str(number + 1),
                words=theme.name,
                says=theme.headline,
                mark=mark_of(theme, number),
            )
            for number, theme in enumerate(snapshot.themes)
        ]
    standing = snapshot.handed_out
    asked = [note for note in standing.notes if note.kind in (Kind.IDEA, Kind.ACTION)]
    numbers = standing.numbers
    asked.sort(key=lambda note: (note.table, note.round, numbers.get(note.id, 0)))
    place = paper.words.gettext("T{table}·R{round}")
    return [
        _Choice(
            label=note_label(note, numbers[note.id], paper.words)
            if note.id in numbers
            else place.format(table=note.table + 1, round=note.round + 1),
            words=note.text,
        )
        for note in asked
    ]


class _Row:
    """A choice above its circles."""

    def __init__(self, choice: _Choice, paper: Paper) -> None:
        self._choice = choice
        self.wide = paper.page[0] - 2 * _EDGE
        self.node = Node("Sect")
        self._label = self.node.add("P")
        wide = width_of(choice.label, _NAME.fontSize, BOLD) + 8
        self._indent = _MARK + 8 if choice.mark is not None else wide
        words = f"{choice.label}. {choice.words}" if choice.mark is not None else choice.words
        room = (self.wide - self._indent, 0.3 * paper.page[1])
        self._words = large_text(words, _NAME, room, (13, 8), paper, tag="H2", parent=self.node)
        self._says: Stack | None = None
        if choice.says:
            self._says = large_text(choice.says, _SAYS, room, (10, 8), paper, parent=self.node)
        told = self._words.height + (self._says.height if self._says is not None else 0)
        self._head = max(told, _MARK if choice.mark is not None else 0)
        self.circles = _FEWEST

    @property
    def height(self) -> float:
        return self._head + self.circles * _PITCH + 2 * _AIR

    def draw(self, canvas: Any, left: float, top: float) -> None:
        high = top - _AIR
        if self._choice.mark is None:
            with canvas.marked(self._label):
                canvas.setFillColor(MUTED)
                canvas.setFont(BOLD, _NAME.fontSize)
                canvas.drawString(left, high - 1.05 * _NAME.fontSize, self._choice.label)
        with canvas.artifact():
            if self._choice.mark is not None:
                draw_theme_symbol(canvas, self._choice.mark, left, high - _MARK, _MARK)
            self._draw_circles(canvas, left, high - self._head)
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.6)
            canvas.line(left, top - self.height, left + self.wide, top - self.height)
        self._words.draw_on(canvas, left + self._indent, high)
        if self._says is not None:
            self._says.draw_on(canvas, left + self._indent, high - self._words.height)

    def _draw_circles(self, canvas: Any, left: float, top: float) -> None:
        canvas.setStrokeColor(CUT)
        canvas.setLineWidth(0.7)
        count = int((self.wide + _PITCH - _DOT) / _PITCH)
        for row in range(self.circles):
            for column in range(count):
                x = left + column * _PITCH + _DOT / 2
                canvas.circle(x, top - (row + 0.5) * _PITCH - 1, _DOT / 2, stroke=1, fill=0)


class _Sheet:
    """One page: what is asked, and rows below it."""

    def __init__(self, paper: Paper, feet: tuple[str, str], *, is_first: bool = False) -> None:
        _ = paper.words.gettext
        self._width, self._height = paper.page
        self._feet, self._rows = feet, list[_Row]()
        self._node = paper.root.add("Sect")
        title = _("What matters most to you?")
        if not is_first:
            title = _("{title}, continued").format(title=title)
        room = (self._width - 2 * _EDGE - _CORNER, 3 * 23.0)
        self._title = large_text(
            title, _HEAD, room, (26, 14), paper, tag="H1", parent=self._node, outline=0
        )
        how = _("Stick a dot in a circle, or tick it. Each of us has …… dots.")
        self._how = large_text(how, _HOW, room, (12, 9), paper, parent=self._node)
        self._low = self._height - _TOP - self._title.height - self._how.height - 2 * _AIR

    @property
    def free(self) -> float:
        """How many points of the sheet are left for rows."""
        return self._low - _FOOT - _ABOVE_FOOT

    def holds(self, row: _Row) -> bool:
        """Is there room for `row`? On a sheet without rows there is in any case."""
        return not self._rows or row.height <= self.free

    def add(self, row: _Row) -> None:
        row.node.move_to(self._node)
        self._rows.append(row)
        self._low -= row.height

    def draw(self, canvas: Any) -> None:
        top = self._height - _TOP
        self._title.draw_on(canvas, _EDGE, top)
        self._how.draw_on(canvas, _EDGE, top - self._title.height - _AIR / 2)
        top -= self._title.height + self._how.height + 2 * _AIR
        for row in self._rows:
            row.draw(canvas, _EDGE, top)
            top -= row.height
        draw_foot(canvas, *self._feet, (_EDGE, self._width - _EDGE), _FOOT)
