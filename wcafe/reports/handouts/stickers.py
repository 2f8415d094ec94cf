"""Stickers for tablecloths, one a table and round: cards to cut apart, or labels."""

from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.badge_sizes import badge_sheet
from wcafe.domain.sheet_code import SheetKind
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_layout import SheetShape
from wcafe.domain.sheet_places import code_at, sheet_places
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import NoOpenTable
from wcafe.reports.handouts.badge_size import grid_of
from wcafe.reports.handouts.sticker import Sticker, StickerSize
from wcafe.reports.pages.grid import lay_out
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_EDGE, _LEAST_EDGE = 7.0, 3.0  # millimetres that a printer or a cut may take; of a label


def stickers(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return stickers by table and then by round, wherever a table is open, as large as badges.

    Raises:
        NoOpenTable: there is none, or none of those that are wanted.
        NoBadgeSize, BadgesOnOtherPaper, BadgesDoNotFit, TooSmallForBadge
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
    sheet = badge_sheet(options.size, options.paper)
    edge = max(_LEAST_EDGE, _EDGE - sheet.least_margin)
    size, grid = StickerSize(sheet.width, sheet.height, edge), grid_of(sheet)
    paper.page = grid.page
    shape = SheetShape(paper=options.paper, headed=frozenset())

    def code(place: SheetPlace) -> str:
        return code_at(place, cafe, form, shape, kind=SheetKind.STICKER)

    mark = dated_mark(snapshot, paper)
    made = [Sticker(place, code(place), size, mark, snapshot, paper) for place in places]
    return lay_out(made, grid)
