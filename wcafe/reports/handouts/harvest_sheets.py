"""Harvest sheets, one a table and round: filled in by hand, read by the camera."""

from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.sheet_form import MOST_SHEETS, form_of
from wcafe.domain.sheet_places import code_at, number_of_tables, sheet_places
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import NoOpenTable, TooManySheets
from wcafe.reports.handouts.sheet import Sheet
from wcafe.reports.handouts.sheet_frame import SheetFoot
from wcafe.reports.handouts.sheet_head import SheetHead
from wcafe.reports.handouts.sheet_page import sheet_page
from wcafe.reports.pages.grid import Grid, lay_out
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot


def harvest_sheets(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return a page for each table and round in which it is open, by table and then by round.

    Where a café has more prompts than a sheet has boxes, there are as many pages as they take;
    and all of them once more for each further sheet that is asked for.

    Raises:
        NoOpenTable: there is none, or none of those that are wanted.
        TooManySheets: a table would get more for one round than its code can tell apart.
    """
    cafe, plan, form = snapshot.cafe, snapshot.plan, form_of(snapshot.cafe)
    tables, number = number_of_tables(cafe, plan), len(form.sheets) * options.sheets
    if number > MOST_SHEETS:
        raise TooManySheets(sheets=number, most=MOST_SHEETS)
    places = sheet_places(
        cafe,
        plan,
        pages=number,
        tables=options.tables,
        rounds=options.rounds,
        places=options.places,
    )
    if not places:
        raise NoOpenTable
    pages = [
        sheet_page(
            page + 1,
            asked,
            form.layout(page, tables=tables, paper=options.paper),
            snapshot,
            paper,
        )
        for page, asked in enumerate(form.sheets)
    ]
    first = {place.table: place for place in reversed(places)}
    day = paper.long_date(cafe.day) if cafe.day is not None else ""
    foot = SheetFoot(cafe.title, day, dated_mark(snapshot, paper))

    def sheet(place: SheetPlace) -> Sheet:
        node, page = paper.root.add("Sect"), pages[(place.page - 1) % len(pages)]
        code = code_at(place, cafe, form, page.layout.shape)
        is_first = first[place.table] == place
        head = SheetHead(place, page, code, snapshot, paper, node, is_listed=is_first)
        return Sheet(node, head, page, foot, paper)

    wide, high = paper.page
    grid = Grid(width=wide, height=high, columns=1, rows=1, page=paper.page)
    return lay_out([sheet(place) for place in places], grid)
