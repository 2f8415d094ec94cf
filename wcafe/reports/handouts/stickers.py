"""Stickers for tablecloths, one a table and round, to be cut apart."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.sheet_code import SheetKind
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_layout import SheetShape
from wcafe.domain.sheet_places import code_at, sheet_places
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import NoOpenTable
from wcafe.reports.handouts.sticker import Sticker, StickerSize
from wcafe.reports.pages.grid import Grid, lay_out
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_COLUMNS, _ROWS = 2, 4
_EDGE = 7.0  # millimetres


def stickers(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return pages of eight stickers, by table and then by round, wherever a table is open.

    Raises:
        NoOpenTable: there is none, or none of those that are wanted.
    """
    cafe, form = snapshot.cafe, form_of(snapshot.cafe)
    places = sheet_places(
        cafe,
        snapshot.plan,
        tables=options.tables,
        rounds=options.rounds,
        places=options.places,
    )
    if not places:
        raise NoOpenTable
    wide, high = paper.page[0] / _COLUMNS, paper.page[1] / _ROWS
    size = StickerSize(wide / mm, high / mm, _EDGE)
    grid = Grid(width=wide, height=high, columns=_COLUMNS, rows=_ROWS, page=paper.page)
    shape = SheetShape(paper=options.paper, headed=frozenset())

    def code(place: SheetPlace) -> str:
        return code_at(place, cafe, form, shape, kind=SheetKind.STICKER)

    mark = dated_mark(snapshot, paper)
    made = [Sticker(place, code(place), size, mark, snapshot, paper) for place in places]
    return lay_out(made, grid)
