"""Harvest sheets as they come back: printed, filled in by hand, photographed. All invented."""

import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

import numpy as np
from PIL import Image

from tests.scan.camera import any_shot, photograph
from tests.scan.hands import Hand, any_pen
from wcafe.domain.cafe import draft
from wcafe.domain.handouts import HARVEST_SHEETS
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import code_at, number_of_tables, sheet_places
from wcafe.reports import make_document
from wcafe.services.cafe import Snapshot

SCALE = 8  # pixels for a millimetre of a sheet before it is photographed
NOW = datetime(2026, 11, 26, 18, 5, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What somebody ticked in a box, and whether they wrote in it."""

    kind: Kind | None = None
    support: Support | None = None
    from_table: int | None = None
    is_written: bool = False


@dataclass(frozen=True, kw_only=True)
class Returned:
    """A photo of a sheet, and what is true of it."""

    photo: Image.Image
    quality: int
    code: object
    boxes: tuple[Filled, ...]
    sentence: bool
    shot: object


@dataclass(frozen=True, kw_only=True)
class Printed:
    """All sheets of a café: their codes, and a picture of each page."""

    codes: tuple
    layout: object
    pdf: bytes

    def page(self, number):
        return drawn_page(self.pdf, number)


def any_filled(rng):
    """Return what a table may have ticked in one box."""
    if rng.random() < 0.25:
        return Filled()
    return Filled(
        kind=rng.choice(list(Kind)) if rng.random() < 0.85 else None,
        support=rng.choice(list(Support)) if rng.random() < 0.6 else None,
        from_table=int(rng.integers(0, 40)) if rng.random() < 0.4 else None,
        is_written=True,
    )


def fill(sheet, layout, boxes, sentence, rng):
    """Draw on the picture of an empty sheet what was filled in."""
    pen = any_pen(rng)
    hand = Hand(sheet, SCALE, pen, rng)
    for box, filled in zip(layout.boxes, boxes, strict=True):
        if filled.is_written:
            hand.write(box.writing, int(rng.integers(1, 4)), deep=rng.random() < 0.02)
        if filled.kind:
            if rng.random() < 0.02:
                hand.take_back(box.kinds[rng.choice([k for k in Kind if k is not filled.kind])])
            hand.tick(box.kinds[Kind(filled.kind)])
        if filled.support:
            hand.tick(box.supports[Support(filled.support)])
        if filled.from_table is not None:
            number = str(filled.from_table + 1)
            rows = box.digits[-len(number) :]
            if len(number) < len(box.digits) and rng.random() < 0.5:
                rows, number = box.digits, number.rjust(len(box.digits), "0")
            for row, digit in zip(rows, number, strict=True):
                hand.tick(row[int(digit)])
    if sentence:
        hand.write(layout.sentence_writing, 2)


def returned(printed, number, seed, **facts):
    """Return the photo of a sheet of `printed`, filled in and taken as the seed has it."""
    rng = np.random.default_rng(seed)
    boxes = tuple(any_filled(rng) for _box in printed.layout.boxes)
    sentence = bool(rng.random() < 0.6)
    sheet = printed.page(number).copy()
    fill(sheet, printed.layout, boxes, sentence, rng)
    shot = any_shot(rng, **facts)
    return Returned(
        photo=photograph(sheet, SCALE, shot),
        quality=shot.quality,
        code=printed.codes[number],
        boxes=boxes,
        sentence=sentence,
        shot=shot,
    )


@cache
def print_sheets(
    tables=15,
    rounds=4,
    prompts=("Ce que nous avons remarqué", "Ce que nous proposons"),
    language="fr",
):
    """Return the sheets of a café of so many tables and rounds."""
    cafe = draft(
        title="Quartier 2030 : prendre part",
        language=language,
        rounds=rounds,
        tables=tables,
        questions=("Qu’est-ce qui manque, ou gêne, pour y vivre à tout âge ?",),
        day=NOW.date(),
    )
    cafe = replace(cafe, prompts=prompts)
    snapshot = Snapshot(cafe=cafe, people=(), plan=None, live=None, notes=(), themes=())
    pdf = make_document(HARVEST_SHEETS, snapshot, NOW).pdf
    form = form_of(cafe)
    layout = form.layout(0, tables=number_of_tables(cafe, None))
    places = sheet_places(cafe, None)
    codes = tuple(code_at(place, cafe, form, layout.shape) for place in places)
    return Printed(codes=codes, layout=layout, pdf=pdf)


def drawn_page(pdf, number):
    """Return a page of a PDF as a picture."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtPdf import QPdfDocument

    data = QByteArray(pdf)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    points = document.pagePointSize(number)
    size = [round(length / 72 * 25.4 * SCALE) for length in (points.width(), points.height())]
    drawn = document.render(number, QSize(*size))
    document.close()
    buffer.close()
    drawn = drawn.convertToFormat(drawn.Format.Format_RGBA8888)
    rgba = Image.frombytes("RGBA", (drawn.width(), drawn.height()), bytes(drawn.constBits()))
    page = Image.new("RGB", rgba.size, "white")
    page.paste(rgba, mask=rgba.getchannel("A"))
    return page


def jpeg_bytes(photo, quality):
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=quality)
    return file.getvalue()
