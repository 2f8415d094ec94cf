"""Sheets of a café as they come back: printed by us, filled in, photographed into a folder."""

from datetime import UTC, datetime

import numpy as np
from PIL import ImageDraw

from tests.scan.camera import Shot, photograph
from tests.scan.simulated import SCALE, Printed, fill, jpeg_bytes, returned
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


def without_code(printed, number, boxes, *, spilt=True, **shot):
    """Return the photo of a sheet, filled in, on whose code coffee was `spilt`."""
    sheet = printed.page(number).copy()
    fill(sheet, printed.layout, boxes, False, np.random.default_rng(1))
    code = printed.layout.code
    stain = (code.left + 4, code.top + 2, code.right + 6, code.bottom - 2)
    if spilt:
        ImageDraw.Draw(sheet).ellipse([side * SCALE for side in stain], fill=(110, 80, 60))
    return photograph(sheet, SCALE, Shot(**{"fills": 0.85, "slant": (0.03, 0.04)} | shot))
