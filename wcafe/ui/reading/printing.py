"""Finished pages on the computer's own printer."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from wcafe.errors import WcafeError
from wcafe.i18n import N_
from wcafe.ui.tasks import Job

_FINEST = 600  # dots an inch beyond which nobody sees a difference and memory runs short
_POINTS = 72.0  # of a PDF, an inch


class NotPrinted(WcafeError):
    """The printer would not begin."""

    template = N_("The printer does not answer. Look whether it is on, or save the pages as PDF.")


def ask_printer(parent: QWidget, pages: int, chosen: Callable[[QPrinter], object]) -> None:
    """Let the person choose a printer for `pages` pages; `chosen` is given it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.show()


def print_pages(pdf: bytes, printer: QPrinter, job: Job) -> int:
    """Draw the pages of `pdf` on `printer` as finely as it prints; return how many.

    Runs in any thread. A page larger than the paper is made to fit; the rest is at its true size.

    Raises:
        NotPrinted: the printer would not begin.
    """
    source, document = QBuffer(), QPdfDocument()
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), _FINEST))
    wanted = _pages_to_print(printer, document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted
    try:
        for count, page in enumerate(wanted):
            if job.is_stopped():
                printer.abort()
                return count
            job.say(f"{count + 1} / {len(wanted)}")
            if count:
                printer.newPage()
            _draw(document, page, printer, painter)
    finally:
        painter.end()
        document.close()
    return len(wanted)


def _pages_to_print(printer: QPrinter, pages: int) -> list[int]:
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        return list(range(printer.fromPage() - 1, min(printer.toPage(), pages)))
    return list(range(pages))


def _draw(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = document.pagePointSize(page) * (printer.resolution() / _POINTS)
    fit = min(1.0, paper.width() / size.width(), paper.height() / size.height())
    size *= fit
    at = QPointF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2)
    picture = document.render(page, QSize(round(size.width()), round(size.height())))
    painter.drawImage(QRectF(at, size), picture)
