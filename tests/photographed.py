"""Sheets of a café as they come back: printed by us, filled in, photographed into a folder."""

from datetime import UTC, datetime

from tests.scan.simulated import Printed, jpeg_bytes, returned
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import code_at, sheet_places
from wcafe.reports.handouts.harvest_sheets import harvest_sheets
from wcafe.reports.pages.document import FULL, Sheet, render
from wcafe.reports.pages.paper import Paper
from wcafe.services.cafe import Snapshot

NOW = datetime(2026, 11, 26, 18, 5, tzinfo=UTC)


def print_for(cafe) -> Printed:
    """Return the sheets of `cafe`, table by table."""
    snapshot = Snapshot(cafe=cafe, people=(), plan=None, live=None, notes=(), themes=())
    paper = Paper(cafe.language, NOW)
    story = harvest_sheets(snapshot, paper, PrintOptions())
    pdf = render(story, Sheet(title=cafe.title, author="", mark="", first=FULL), paper)
    form, places = form_of(cafe), sheet_places(cafe, None)
    layout = form.layout(0, tables=len(cafe.tables))
    codes = tuple(code_at(place, cafe, form, layout.shape) for place in places)
    return Printed(codes=codes, layout=layout, pdf=pdf)


def photograph_sheets(cafe, folder, numbers, *, seed=7, **shot):
    """Photograph sheets of `cafe`, by their numbers from 0, table by table; return the files."""
    printed = print_for(cafe)
    files = []
    for number in numbers:
        back = returned(printed, number, seed + number, **shot)
        path = folder / f"IMG_{2030 + number}.jpg"
        path.write_bytes(jpeg_bytes(back.photo, back.quality))
        files.append(path)
    return files
