"""The pages: seen before they are printed, made larger, printed, opened elsewhere."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPageSize, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.cafes import add_people
from tests.ui.synthesis.hands import look_at_preview, themes
from wcafe.domain.artefacts import PRINTED
from wcafe.domain.handouts import BADGES
from wcafe.domain.kinds import Kind
from wcafe.ui.reading.printing import print_pages
from wcafe.ui.synthesis import make_page, pages, preview
from wcafe.ui.tasks import Job

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


def page_count(pdf):
    source, document = QBuffer(), QPdfDocument()
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    return document.pageCount()


def test_a_café_without_notes_says_the_next_step_and_still_has_pages(qtbot, page, presenter):
    assert page.themes.no_notes.isVisible()
    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.themes.harvest_button, LEFT)
    assert gone.args == ["notes"]

    look_at_preview(qtbot, page, presenter)

    assert page.preview.view.document_shown.pageCount() >= 2


def test_the_preview_follows_the_café_while_somebody_looks_and_keeps_its_place(
    qtbot, monkeypatch, harvest, presenter, desk
):
    monkeypatch.setattr(preview, "_SOON", 20)
    page = make_page(presenter)
    page.resize(1072, 776)
    qtbot.addWidget(page)
    page.show()
    look_at_preview(qtbot, page, presenter)
    before, bar = presenter.pages.made, page.preview.view.verticalScrollBar()
    bar.setValue(1500)
    here = page.preview.place_bar.page_field.text()
    assert here == "2"

    with qtbot.waitSignal(presenter.pages.printed):
        desk.services.synthesis.save(replace(themes(desk)[0], headline="Trees, please."))

    assert presenter.pages.made.pdf != before.pdf
    assert (bar.value(), page.preview.place_bar.page_field.text()) == (1500, here)
    page.retire()


def test_nothing_is_made_while_nobody_looks(qtbot, harvest, page, presenter, desk):
    look_at_preview(qtbot, page, presenter)
    page.views.setCurrentIndex(0)

    desk.services.synthesis.save(replace(themes(desk)[0], headline="Trees, please."))

    qtbot.waitUntil(lambda: presenter.pages.is_stale)
    assert not page.preview._soon.isActive()
    assert not desk.tasks.running


def test_pages_are_made_larger_and_smaller_and_as_wide_as_the_window(
    qtbot, harvest, page, presenter
):
    look_at_preview(qtbot, page, presenter)
    fitting = page.preview.view.zoom

    qtbot.mouseClick(page.preview.place_bar.larger_button, LEFT)
    assert page.preview.view.zoom == pytest.approx(fitting * 1.25)
    qtbot.mouseClick(page.preview.place_bar.smaller_button, LEFT)
    qtbot.mouseClick(page.preview.place_bar.smaller_button, LEFT)
    assert page.preview.view.zoom == pytest.approx(fitting / 1.25)
    qtbot.mouseClick(page.preview.place_bar.fit_button, LEFT)
    assert page.preview.view.zoom == pytest.approx(fitting)


def test_pages_are_zoomed_by_keys_and_by_the_wheel(qtbot, page, presenter):
    look_at_preview(qtbot, page, presenter)
    view = page.preview.view
    whole = view.zoom

    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(whole * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(whole)
    turned = QWheelEvent(
        QPointF(50, 50),
        view.mapToGlobal(QPointF(50, 50)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)
    assert view.zoom == pytest.approx(whole * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoomMode() is QPdfView.ZoomMode.FitToWidth


def test_who_types_notes_does_not_wait_for_a_page_that_is_not_on_screen(
    qtbot, page, presenter, desk
):
    before = presenter.sourcing.notes
    page.hide()

    desk.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Meanwhile")
    QApplication.processEvents()
    assert presenter.sourcing.notes == before

    page.show()
    assert presenter.sourcing.notes == before + 1
    desk.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="While somebody looks")
    qtbot.waitUntil(lambda: presenter.sourcing.notes == before + 2)


def test_badges_wait_for_a_plan_and_are_shown_once_there_is_one(qtbot, page, presenter, desk):
    look_at_preview(qtbot, page, presenter)
    page.preview.sheets.setCurrentIndex(list(PRINTED).index(BADGES))
    assert page.preview.unplanned.isVisible()
    assert not page.preview.print_button.isEnabled()
    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.preview.plan_button, LEFT)
    assert gone.args == ["plan"]

    add_people(desk.services, 20)
    with qtbot.waitSignal(presenter.pages.printed):
        desk.services.plans.compose(seconds=0.2)

    assert page.preview.view.document_shown.pageCount() == 3  # twenty, eight on a sheet
    assert not page.preview.remark.isVisible()


def test_who_gets_no_badge_is_named_below_the_badges(qtbot, page, presenter, desk):
    away = add_people(desk.services, 8)[5]
    desk.services.people.save([replace(away, present=frozenset())])
    desk.services.plans.compose(seconds=0.2)
    look_at_preview(qtbot, page, presenter)

    with qtbot.waitSignal(presenter.pages.printed):
        page.preview.sheets.setCurrentIndex(list(PRINTED).index(BADGES))

    assert page.preview.remark.isVisible()
    assert away.name in page.preview.remark.text()


def test_every_page_reaches_the_printer_with_its_ink(qtbot, tmp_path, monkeypatch, page, presenter):
    look_at_preview(qtbot, page, presenter)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setResolution(72)
    monkeypatch.setattr(preview, "ask_printer", lambda _parent, _count, chosen: chosen(printer))

    with qtbot.waitSignal(presenter.told) as told:
        qtbot.mouseClick(page.preview.print_button, LEFT)

    pages_there = page.preview.view.document_shown.pageCount()
    assert told.args == [f"Sent to the printer, pages: {pages_there}."]
    paper = QPdfDocument()
    paper.load(str(tmp_path / "paper.pdf"))
    assert paper.pageCount() == pages_there
    cover = paper.render(0, QSize(100, 141)).pixelColor(50, 5)
    assert cover.alpha() == 255  # there is ink, up to the edge
    assert cover.lightness() < 60  # of the dark cover


def test_printing_can_be_kept_to_some_pages_and_stopped(tmp_path, opened):
    from wcafe.domain.artefacts import SYNTHESIS
    from wcafe.ui.printed import make_pdf

    pdf = make_pdf(SYNTHESIS, opened.cafes.snapshot()).pdf
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    job = Job("Printing…", lambda _job, _words: None)
    assert page_count(pdf) > 1
    assert print_pages(pdf, printer, job) == 1

    job.stop()
    assert print_pages(pdf, printer, job) == 0


def test_pages_are_opened_in_the_computers_own_viewer(qtbot, monkeypatch, page, presenter):
    look_at_preview(qtbot, page, presenter)
    opened_files = []
    monkeypatch.setattr(pages, "open_file", opened_files.append)

    qtbot.mouseClick(page.preview.open_button, LEFT)

    qtbot.waitUntil(lambda: bool(opened_files))
    assert opened_files[0].read_bytes().startswith(b"%PDF")


def test_a_page_that_saw_the_pages_goes_away_quietly(qtbot, presenter):
    page = make_page(presenter)
    page.show()
    look_at_preview(qtbot, page, presenter)

    page.retire()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    with qtbot.waitSignal(presenter.pages.wanted):
        presenter.pages.choose("badges")
