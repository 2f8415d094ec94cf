"""Harvest sheets as a camera sees them: their pages in grey, and the codes on them."""

from dataclasses import replace

import numpy as np
import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from tests.reports.conftest import NOW, snapshot
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import Questions, Table
from wcafe.domain.sheet_code import read_sheet_code
from wcafe.reports import make_document

QUESTION = "Qu’est-ce qui manque, ou gêne, pour y vivre à tout âge ?"


def café(*, tables=3, rounds=2, name="Écoles", question=QUESTION, language="fr", **facts):
    """A café whose plan is out of date, as its tables are others."""
    shot = snapshot(people=12, rounds=rounds, language=language, notes=False)
    changed = {
        "tables": tuple(Table(name=name) for _ in range(tables)),
        "questions": Questions(texts=(question,)),
        **facts,
    }
    return replace(shot, cafe=replace(shot.cafe, **changed))


def printed(shot, artefact="harvest-sheets", **options):
    return make_document(artefact, shot, NOW, PrintOptions(**options))


def in_grey(document, *, dots=200):
    """Return each page as an array of shape (rows, columns): 0 is black, 255 white.

    `dots` are those of an inch. There has to be a QGuiApplication.
    """
    data = QByteArray(document.pdf)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf = QPdfDocument()
    pdf.load(buffer)
    pages = []
    for number in range(pdf.pageCount()):
        size = pdf.pagePointSize(number)
        wide, high = round(size.width() * dots / 72), round(size.height() * dots / 72)
        drawn = pdf.render(number, QSize(wide, high)).convertToFormat(QImage.Format.Format_RGBA8888)
        pixels = np.frombuffer(drawn.constBits(), np.uint8).reshape(high, drawn.bytesPerLine())
        colours = pixels[:, : 4 * wide].reshape(high, wide, 4).astype(float)
        opaque = colours[..., 3:] / 255
        grey = (colours[..., :3] * opaque + 255 * (1 - opaque)).mean(axis=2)
        pages.append(grey.astype(np.uint8))
    pdf.close()
    buffer.close()
    return pages


def codes_on(page):
    """Return what the codes on a page in grey say."""
    return [read_sheet_code(found.text) for found in zxingcpp.read_barcodes(page)]
