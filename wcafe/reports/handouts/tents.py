"""Table tents: one sheet a table, folded once, whose number is read across the room."""

from typing import Any

from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.table_questions import tables_in_use
from wcafe.errors import NoOpenTable
from wcafe.reports.handouts.tent_face import Sizes, TentFace
from wcafe.reports.pages.feet import draw_fold
from wcafe.reports.pages.grid import lay_out, whole_page
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import SMALL
from wcafe.services.cafe import Snapshot


def tents(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return a sheet for each table that is used in some round, or for those asked for.

    Both halves say the same. The upper one stands on its head, so that both are upright once the
    sheet is folded.

    Raises:
        NoOpenTable: there is none, or none of those that are wanted.
    """
    tables = tables_in_use(snapshot.cafe, snapshot.plan, options.tables)
    if not tables:
        raise NoOpenTable
    sizes: Sizes = {}
    made = [_Tent(table, snapshot, paper, sizes) for table in tables]
    return lay_out(made, whole_page(paper.page))


class _Tent:
    """The sheet of one table."""

    def __init__(
        self,
        table: int,
        snapshot: Snapshot,
        paper: Paper,
        sizes: Sizes,
    ) -> None:
        self._width, self._height = paper.page
        node = paper.root.add("Sect")
        self._face = TentFace(table, snapshot, paper, node, sizes)
        fold = paper.words.gettext("fold here: both faces stand upright")
        self._fold = paper.text(fold, SMALL, parent=node)

    def draw(self, canvas: Any) -> None:
        self._face.draw(canvas)
        canvas.saveState()
        canvas.translate(self._width, self._height)
        canvas.rotate(180)
        self._face.draw(canvas)
        canvas.restoreState()
        draw_fold(canvas, self._width, self._height / 2, self._fold)
