"""The pages as they will be printed, inside the window."""

from PySide6.QtCore import QBuffer, QEvent, QIODevice, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette, QShowEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wcafe.domain.artefacts import PRINTED
from wcafe.ui.press import remark_of
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.printing import ask_printer
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import GAP, Text, push_button
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _, figure

_SOON = 700  # milliseconds after the last change before the pages are made anew
STEP, _SMALLEST, _LARGEST = 1.25, 0.25, 4.0
_CONTROL = Qt.KeyboardModifier.ControlModifier


class PagesView(QPdfView):
    """Pages below each other on a ground of the desk's colours; the arrows walk them.

    The document belongs to `owner`: as a child of the view it ends after the view's own end,
    and Qt crashes.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self.document_shown = QPdfDocument(owner)
        self._source: QBuffer | None = None
        self.setAccessibleName(_("The pages as they will be printed"))
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocument(self.document_shown)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._wear()

    def show_pdf(self, pdf: bytes) -> None:
        """Show `pdf`; the place on screen stays."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        before, self._source = self._source, QBuffer(self.document_shown)
        self._source.setData(pdf)
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document_shown.load(self._source)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)
        if before is not None:
            before.deleteLater()

    @property
    def zoom(self) -> float:
        """How large a point of the page is on screen; 1 is its true size."""
        if self.zoomMode() is QPdfView.ZoomMode.Custom or not self.document_shown.pageCount():
            return self.zoomFactor()
        inch = self.logicalDpiX() / 72
        margins = self.documentMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        return width / (self.document_shown.pagePointSize(0).width() * inch)

    def zoom_by(self, step: float) -> None:
        factor = min(max(self.zoom * step, _SMALLEST), _LARGEST)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_by(STEP)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_by(1 / STEP)
        elif event.key() == Qt.Key.Key_0 and event.modifiers() == _CONTROL:
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == _CONTROL and event.angleDelta().y():
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._wear()

    def _wear(self) -> None:
        ground = QColor(colours().sand)
        if self.palette().color(QPalette.ColorRole.Dark) != ground:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)


class PreviewPane(QWidget):
    """Chooses a document, shows it, hands it to printer, file and viewer.

    Signals:
        save_asked: the document that is to be written as PDF.
        plan_asked: the way to the seating plan is asked for.
    """

    save_asked = Signal(str)
    plan_asked = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._pages = presenter.pages
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._pages.renew)
        self._build()
        self._pages.wanted.connect(self._on_wanted)
        self._pages.printed.connect(self.show_pages)
        self.sheets.currentChanged.connect(self._on_sheet)
        self.view.pageNavigator().currentPageChanged.connect(self._show_place)
        self.view.zoomFactorChanged.connect(self._show_place)
        self.show_pages()

    def _build(self) -> None:
        self.sheets = Segments(_("Which document"))
        self.sheets.show_choices([_(each.name) for each in PRINTED.values()])
        self.sheets.setCurrentIndex(list(PRINTED).index(self._pages.artefact))
        self.view = PagesView(self)
        self.waiting = EmptyState(_("The pages are being prepared…"))
        self.plan_button = push_button(_("Go to the plan"), self.plan_asked.emit, kind="primary")
        self.unplanned = EmptyState(
            _("Nobody has a seat yet. Compose the plan first."), self.plan_button
        )
        self._stack = QStackedWidget()
        for part in (self.view, self.waiting, self.unplanned):
            self._stack.addWidget(part)
        self.smaller_button = push_button(
            "−", self._on_smaller, name=_("Smaller"), tip=_("Ctrl+− on the pages")
        )
        self.larger_button = push_button(
            "+", self._on_larger, name=_("Larger"), tip=_("Ctrl++ on the pages")
        )
        self.fit_button = push_button(_("Page width"), self._on_fit, tip=_("Ctrl+0 on the pages"))
        self.place = Text("", "muted")
        self.open_button = push_button(_("Open in the viewer"), self._on_open)
        self.save_button = push_button(_("Save as PDF…"), self._on_save)
        self.print_button = push_button(_("Print…"), self._on_print, kind="primary")
        self.remark = Text("", "muted", wraps=True)
        top, foot = QHBoxLayout(), QHBoxLayout()
        for row in (top, foot):
            row.setSpacing(GAP)
        top.addWidget(self.sheets)
        top.addStretch(1)
        for button in (self.save_button, self.print_button):
            top.addWidget(button)
        for button in (self.smaller_button, self.larger_button, self.fit_button):
            foot.addWidget(button)
        foot.addWidget(self.place)
        foot.addStretch(1)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.remark)
        column.addLayout(foot)

    @Slot()
    def show_pages(self) -> None:
        """Show the pages that were made last, or why there are none."""
        made = self._pages.made
        if made is not None:
            self.view.show_pdf(made.pdf)
        remark = remark_of(made) if made is not None else ""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pages.renew()

    def retire(self) -> None:
        self._soon.stop()

    def _show_state(self) -> None:
        pages = self._pages
        if not pages.can_be_made:
            self._stack.setCurrentWidget(self.unplanned)
        else:
            self._stack.setCurrentWidget(self.view if pages.made else self.waiting)
        is_there = pages.can_be_made and pages.made is not None
        buttons = (self.smaller_button, self.larger_button, self.fit_button)
        for button in (*buttons, self.open_button, self.save_button, self.print_button):
            button.setEnabled(is_there)
        self._show_place()

    def _show_place(self) -> None:
        count = self.view.document_shown.pageCount() if self._pages.made else 0
        page = self.view.pageNavigator().currentPage() + 1
        words = _("Page {page} of {pages} · {percent} %").format(
            page=page, pages=count, percent=figure(100 * self.view.zoom)
        )
        self.place.setText(words if count else "")

    def _on_wanted(self) -> None:
        if not self._pages.can_be_made:
            self._pages.made = None
        self._show_state()
        if self.isVisible():
            self._soon.start()

    def _on_sheet(self, place: int) -> None:
        self._pages.choose(list(PRINTED)[place])
        self._soon.stop()
        if self.isVisible():
            self._pages.renew()

    def _on_smaller(self) -> None:
        self.view.zoom_by(1 / STEP)
        self._show_place()

    def _on_larger(self) -> None:
        self.view.zoom_by(STEP)
        self._show_place()

    def _on_fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._show_place()

    def _on_save(self) -> None:
        self.save_asked.emit(self._pages.artefact)

    def _on_open(self) -> None:
        ending = _(PRINTED[self._pages.artefact].ending)
        self._pages.open_outside(self._presenter.press.propose_path(ending).name)

    def _on_print(self) -> None:
        ask_printer(self, self.view.document_shown.pageCount(), self._pages.print_on)
