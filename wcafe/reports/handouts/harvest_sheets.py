"""Harvest sheets, one a table and round: filled in by hand, read by the camera."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import SheetPlace, code_at, number_of_tables, sheet_places
from wcafe.reports.handouts.sheet import Sheet, SheetFoot
from wcafe.reports.handouts.sheet_head import SheetHead
from wcafe.reports.handouts.sheet_words import SheetPage, sheet_words
from wcafe.reports.pages.grid import Grid, lay_out
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import TITLE
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot


def harvest_sheets(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return a page for each table and round in which it is open, by table and then by round.

    Where a café has more prompts than a sheet has boxes, there are as many pages as they take.
    """
    cafe, plan, form = snapshot.cafe, snapshot.plan, form_of(snapshot.cafe)
    tables = number_of_tables(cafe, plan)
    places = sheet_places(cafe, plan, tables=options.tables, rounds=options.rounds)
    if not places:
        nothing = paper.words.gettext("No table is open: there is no sheet to fill in.")
        return [paper.text(cafe.title, TITLE, tag="H1", outline=0), paper.text(nothing)]
    pages = []
    for number, asked in enumerate(form.sheets):
        layout = form.layout(number, tables=tables, paper=options.paper)
        words = sheet_words(snapshot, paper, layout)
        pages.append(SheetPage(number=number, asked=asked, layout=layout, words=words))
    day = paper.long_date(cafe.day) if cafe.day is not None else ""
    foot = SheetFoot(cafe.title, day, dated_mark(snapshot, paper))

    def sheet(place: SheetPlace, page: SheetPage) -> Sheet:
        node = paper.root.add("Sect")
        code = code_at(place, cafe, form, page.layout.shape, page=page.number)
        return Sheet(node, SheetHead(place, page, code, snapshot, paper, node), page, foot, paper)

    sheets = [sheet(place, page) for place in places for page in pages]
    wide, high = (side * mm for side in options.paper.millimetres)
    return lay_out(sheets, Grid(width=wide, height=high, columns=1, rows=1, page=(wide, high)))
