"""Labels for the wall: each theme with its mark, number, name and headline, two on a sheet."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.domain.table_questions import tables_in_use
from wcafe.reports.handouts.table_head import TableHead
from wcafe.reports.pages.feet import draw_foot
from wcafe.reports.pages.grid import Piece, lay_out, whole_page
from wcafe.reports.pages.large_type import large_text
from wcafe.reports.pages.notice import notice
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY, TITLE
from wcafe.reports.pages.symbols import draw_theme_symbol
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_EDGE, _TOP, _FOOT = 14 * mm, 14 * mm, 7 * mm
_MARK, _GAP = 30 * mm, 8 * mm  # the side of a theme's mark; between it and the name
_FIGURES = 34 * mm  # how high those of a table are
_NAME = ParagraphStyle("label_name", TITLE, fontSize=20, leading=23, spaceAfter=0)
_SAYS = ParagraphStyle("label_says", BODY, fontSize=10, leading=12.6, spaceAfter=0)


def labels(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return a label for each theme; for each table where there are no themes yet."""
    feet = (snapshot.cafe.title, dated_mark(snapshot, paper))
    tables = tables_in_use(snapshot.cafe, snapshot.plan)
    pieces: list[Piece] = []
    if snapshot.themes:
        pieces += [
            _ThemeLabel(number, theme, paper, feet) for number, theme in enumerate(snapshot.themes)
        ]
    else:
        pieces += [_TableLabel(table, snapshot, paper, feet) for table in tables]
    if not pieces:
        nothing = paper.words.gettext("There is no theme and no table yet to hang on the wall.")
        return notice(snapshot.cafe.title, nothing, paper, feet[1])
    return lay_out(pieces, whole_page(paper.page, down=2))


class _Label:
    """Half a page, with its foot."""

    def __init__(self, paper: Paper, feet: tuple[str, str]) -> None:
        self.width, self.height = paper.page[0], paper.page[1] / 2
        self.wide = self.width - 2 * _EDGE
        self._feet = feet
        self.node = paper.root.add("Sect")

    def draw_foot(self, canvas: Any) -> None:
        draw_foot(canvas, *self._feet, (_EDGE, self.width - _EDGE), _FOOT)


class _ThemeLabel(_Label):
    """The mark of a theme with its number and name, and below them what it says."""

    def __init__(self, number: int, theme: Theme, paper: Paper, feet: tuple[str, str]) -> None:
        super().__init__(paper, feet)
        self._mark = mark_of(theme, number)
        name = f"{number + 1}. {theme.name}"
        room = (self.wide - _MARK - _GAP, 0.42 * self.height)
        self._name = large_text(
            name, _NAME, room, (54, 12), paper, tag="H1", parent=self.node, outline=0
        )
        self._head = max(self._name.height, _MARK)
        self._says = None
        if theme.headline:
            left = self.height - _TOP - self._head - _GAP - 2 * _FOOT
            self._says = large_text(
                theme.headline, _SAYS, (self.wide, left), (30, 9), paper, parent=self.node
            )

    def draw(self, canvas: Any) -> None:
        middle = self.height - _TOP - self._head / 2
        with canvas.artifact():
            draw_theme_symbol(canvas, self._mark, _EDGE, middle - _MARK / 2, _MARK)
        self._name.draw_on(canvas, _EDGE + _MARK + _GAP, middle + self._name.height / 2)
        if self._says is not None:
            self._says.draw_on(canvas, _EDGE, self.height - _TOP - self._head - _GAP)
        self.draw_foot(canvas)


class _TableLabel(_Label):
    """The number of a table with its symbol and name, and room below for what it made."""

    def __init__(self, table: int, snapshot: Snapshot, paper: Paper, feet: tuple[str, str]) -> None:
        super().__init__(paper, feet)
        name = snapshot.cafe.table_name(table)
        title = name or paper.words.gettext("Table {number}").format(number=table + 1)
        self._head = TableHead(table, title, _FIGURES, paper, self.node, sizes=(54, 12))

    def draw(self, canvas: Any) -> None:
        _wide, high = self._head.wrap(self.wide, 0)
        self._head.drawOn(canvas, _EDGE, (self.height - high) / 2 + _FOOT / 2)
        self.draw_foot(canvas)
