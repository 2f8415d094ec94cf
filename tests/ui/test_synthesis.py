"""Share, driven as a facilitator drives it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QPageSize, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTabBar

from tests.cafes import add_people, person
from tests.ui.hands import retype, type_text
from wcafe.domain.notes import Kind
from wcafe.errors import CannotWrite, EditedElsewhere
from wcafe.ui.note_cards.name_dialog import NameDialog
from wcafe.ui.synthesis import make_page, make_presenter, pages, preview, statement
from wcafe.ui.synthesis.coverage import UNSORTED
from wcafe.ui.synthesis.exports import FOR_ALL, WITH_NAMES
from wcafe.ui.synthesis.printing import print_pages
from wcafe.ui.tasks import Job
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
MARKUP = "« <b>Zoé</b> d'Ân-Lê »"


@pytest.fixture
def harvest(opened):
    """Four notes of three tables; three of them in two themes, one in none."""
    kinds = (Kind.IDEA, Kind.TENSION, Kind.QUOTE, Kind.ACTION)
    notes = [
        opened.notes.add(table=n % 3, round_=0, kind=kind, text=f"{MARKUP} {n}").note
        for n, kind in enumerate(kinds)
    ]
    opened.synthesis.name_theme("Green nearby", notes=(notes[0], notes[1]))
    opened.synthesis.name_theme(MARKUP, notes=(notes[2],))
    return notes


@pytest.fixture
def presenter(desk):
    presenter = make_presenter(desk, None)
    yield presenter
    presenter.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    page = make_page(presenter)
    page.resize(1072, 776)
    qtbot.addWidget(page)
    page.show()
    yield page
    page.retire()


def themes(desk):
    return desk.services.synthesis.themes()


def names(desk):
    return [theme.name for theme in themes(desk)]


def first_statement(desk):
    return themes(desk)[0].statement


def rows(page):
    model = page.themes.list.themes
    return [model.index(place).data() for place in range(model.rowCount())]


def page_count(pdf):
    source, document = QBuffer(), QPdfDocument()
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    return document.pageCount()


def look_at_preview(qtbot, page, presenter):
    with qtbot.waitSignal(presenter.pages.printed):
        page.views.setCurrentIndex(1)


def test_themes_stand_in_order_with_their_notes_and_those_to_sort_below(harvest, page):
    assert rows(page) == [
        "1. Green nearby, 2 notes, no statement yet",
        f"2. {MARKUP}, 1 note, no statement yet",
        "To sort, 1 note",
    ]


def test_a_statement_is_kept_after_a_pause_as_one_step_of_undo(
    qtbot, monkeypatch, harvest, presenter, desk
):
    monkeypatch.setattr(statement, "_PAUSE", 20)
    page = make_page(presenter)
    qtbot.addWidget(page)
    page.show()
    field = page.themes.card.statement_edit
    type_text(field, "Green is missed ")
    qtbot.waitUntil(lambda: first_statement(desk) == "Green is missed")
    assert field.toPlainText() == "Green is missed "  # the blank stays under the fingers
    type_text(field, "by all.")
    qtbot.waitUntil(lambda: first_statement(desk) == "Green is missed by all.")

    desk.history.undo()

    assert first_statement(desk) == field.toPlainText() == ""
    assert desk.history.index() == 0
    desk.history.redo()
    assert first_statement(desk) == field.toPlainText() == "Green is missed by all."


def test_a_statement_that_is_only_looked_at_stays_as_it_is(harvest, presenter, page, desk):
    said = "Rester\u00a0: partager\u202f; se défendre"
    presenter.write(themes(desk)[0].id, said, seen="")
    steps = desk.history.count()
    page.themes.card.statement_edit.setFocus()
    page.keep_typed()

    assert first_statement(desk) == said
    assert desk.history.count() == steps


@pytest.mark.parametrize("leave", ["page", "theme", "view", "field"])
def test_a_statement_is_kept_when_it_is_left(qtbot, harvest, page, desk, leave):
    field = page.themes.card.statement_edit
    field.setFocus()
    type_text(field, MARKUP)

    if leave == "page":
        page.keep_typed()
    elif leave == "theme":
        qtbot.keyClick(page.themes.list, Qt.Key.Key_Down)
    elif leave == "field":
        with qtbot.waitActive(page):
            page.activateWindow()
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    else:
        page.views.setCurrentIndex(2)

    assert first_statement(desk) == MARKUP
    assert field.toPlainText() == ("" if leave == "theme" else MARKUP)


def test_a_statement_that_cannot_be_saved_outlives_another_theme_and_another_language(
    qtbot, monkeypatch, harvest, page, presenter, desk
):
    def full(_service, _theme, *, by=None):
        raise CannotWrite(path="x", reason="disk full")

    with monkeypatch.context() as broken:
        broken.setattr(type(desk.services.synthesis), "save", full)
        type_text(page.themes.card.statement_edit, "Not lost")
        with qtbot.waitSignal(presenter.failed):
            page.keep_typed()
        presenter.choose(themes(desk)[1].id)
        presenter.choose(themes(desk)[0].id)
        assert page.themes.card.statement_edit.toPlainText() == "Not lost"

    again = make_page(presenter)
    qtbot.addWidget(again)
    assert again.themes.card.statement_edit.toPlainText() == "Not lost"
    again.keep_typed()
    assert first_statement(desk) == "Not lost"
    assert presenter.unkept == {}


def test_words_that_somebody_else_wrote_meanwhile_are_not_replaced_unseen(
    qtbot, harvest, page, presenter, desk
):
    field = page.themes.card.statement_edit
    type_text(field, "Mine")
    desk.services.synthesis.save(replace(themes(desk)[0], statement="Theirs"))

    with qtbot.waitSignal(presenter.failed) as told:
        page.keep_typed()

    assert isinstance(told.args[0], EditedElsewhere)
    assert (first_statement(desk), field.toPlainText()) == ("Theirs", "Mine")
    theirs = page.themes.card.theirs
    qtbot.waitUntil(theirs.isVisible)
    assert theirs.text() == "Meanwhile it says: Theirs"
    page.keep_typed()  # now they have been seen
    assert first_statement(desk) == "Mine"
    qtbot.waitUntil(lambda: not theirs.isVisible())


def test_a_note_filed_meanwhile_stays_filed_when_a_statement_is_kept_and_undone(
    qtbot, harvest, page, desk
):
    type_text(page.themes.card.statement_edit, "Green")
    desk.services.synthesis.file(harvest[3:], themes(desk)[0].id)
    page.keep_typed()
    assert (first_statement(desk), len(themes(desk)[0].notes)) == ("Green", 3)

    desk.history.undo()

    assert (first_statement(desk), len(themes(desk)[0].notes)) == ("", 3)


def test_themes_are_moved_by_keys_and_buttons(qtbot, harvest, page, desk):
    qtbot.keyClick(page.themes.list, Qt.Key.Key_Down, CONTROL)
    assert names(desk) == [MARKUP, "Green nearby"]
    assert page.themes.list.currentIndex().row() == 1
    assert not page.themes.down_button.isEnabled()

    qtbot.mouseClick(page.themes.up_button, LEFT)
    assert names(desk) == ["Green nearby", MARKUP]
    desk.history.undo()
    assert names(desk) == [MARKUP, "Green nearby"]
    desk.history.undo()
    assert names(desk) == ["Green nearby", MARKUP]


def test_a_theme_is_renamed_in_its_place(qtbot, harvest, page, desk):
    page.themes.list.setFocus()
    qtbot.keyClick(page.themes.list, Qt.Key.Key_F2)
    retype(qtbot, page.themes.list.findChild(QLineEdit), "<i>Trees</i>")

    qtbot.waitUntil(lambda: names(desk)[0] == "<i>Trees</i>")
    assert page.themes.card.name.text() == "1. <i>Trees</i>"
    desk.history.undo()
    assert names(desk)[0] == "Green nearby"


def test_a_name_half_typed_is_kept_when_the_page_goes_away(qtbot, harvest, page, desk):
    qtbot.mouseClick(page.themes.rename_button, LEFT)
    editor = page.themes.list.viewport().findChild(QLineEdit)
    editor.selectAll()
    type_text(editor, MARKUP)

    page.keep_typed()

    assert names(desk)[0] == MARKUP


def test_a_removed_theme_loses_no_note_and_comes_back_with_its_statement(
    qtbot, harvest, page, desk
):
    type_text(page.themes.card.statement_edit, "Green")
    page.keep_typed()
    before = themes(desk)

    qtbot.keyClick(page.themes.list, Qt.Key.Key_Delete)

    assert names(desk) == [MARKUP]
    assert len(desk.services.notes.all()) == 4
    assert rows(page)[-1] == "To sort, 3 notes"
    desk.history.undo()
    assert [replace(t, version=0) for t in themes(desk)] == [replace(t, version=0) for t in before]


def test_a_new_theme_is_named_and_chosen(qtbot, harvest, page, desk, presenter):
    qtbot.mouseClick(page.themes.add_button, LEFT)
    dialog = page.findChild(NameDialog)
    type_text(dialog.name_edit, "Water")
    qtbot.mouseClick(dialog.keep_button, LEFT)

    assert names(desk)[-1] == "Water"
    assert presenter.theme.name == "Water"
    assert page.themes.card.notes_label.text().startswith("No note is in this theme yet")
    desk.history.undo()
    assert names(desk) == ["Green nearby", MARKUP]


def test_notes_stand_below_the_statement_and_tensions_are_marked(harvest, page, presenter):
    shown = page.themes.card.notes_list.notes.rows
    assert [row.note.text for row in shown] == [f"{MARKUP} 0", f"{MARKUP} 1"]
    assert [row.chips for row in shown] == [(), ("≠ tension",)]

    presenter.choose(UNSORTED)

    assert [row.chips for row in page.themes.card.notes_list.notes.rows] == [()]
    assert not page.themes.card.statement_edit.isVisible()
    assert not page.themes.remove_button.isEnabled()


def test_coverage_counts_and_leads_to_what_is_left_to_sort(qtbot, harvest, page, desk):
    card = page.themes.coverage
    figures = [f.value.text() for f in (card.sorted, card.heard, card.worded, card.unsorted)]
    assert figures == ["3/4", "3/3", "0/2", "1"]
    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.themes.sort_button, LEFT)
    assert gone.args == ["notes"]

    desk.services.synthesis.file(harvest[3:], themes(desk)[1].id)

    qtbot.waitUntil(lambda: card.unsorted.value.text() == "0")
    assert not page.themes.sort_button.isVisible()


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
    here = page.preview.place.text()
    assert here.startswith("Page 2 of")

    with qtbot.waitSignal(presenter.pages.printed):
        desk.services.synthesis.save(replace(themes(desk)[0], statement="Trees, please."))

    assert presenter.pages.made.pdf != before.pdf
    assert (bar.value(), page.preview.place.text()) == (1500, here)
    page.retire()


def test_nothing_is_made_while_nobody_looks(qtbot, harvest, page, presenter, desk):
    look_at_preview(qtbot, page, presenter)
    page.views.setCurrentIndex(0)

    desk.services.synthesis.save(replace(themes(desk)[0], statement="Trees, please."))

    qtbot.waitUntil(lambda: presenter.pages.is_stale)
    assert not page.preview._soon.isActive()
    assert not desk.tasks.running


def test_pages_are_made_larger_and_smaller_and_as_wide_as_the_window(
    qtbot, harvest, page, presenter
):
    look_at_preview(qtbot, page, presenter)
    fitting = page.preview.view.zoom

    qtbot.mouseClick(page.preview.larger_button, LEFT)
    assert page.preview.view.zoom == pytest.approx(fitting * 1.25)
    qtbot.mouseClick(page.preview.smaller_button, LEFT)
    qtbot.mouseClick(page.preview.smaller_button, LEFT)
    assert page.preview.view.zoom == pytest.approx(fitting / 1.25)
    qtbot.mouseClick(page.preview.fit_button, LEFT)
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
    before = presenter.coverage.notes
    page.hide()

    desk.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Meanwhile")
    QApplication.processEvents()
    assert presenter.coverage.notes == before

    page.show()
    assert presenter.coverage.notes == before + 1
    desk.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="While somebody looks")
    qtbot.waitUntil(lambda: presenter.coverage.notes == before + 2)


def test_badges_wait_for_a_plan_and_are_shown_once_there_is_one(qtbot, page, presenter, desk):
    look_at_preview(qtbot, page, presenter)
    page.preview.sheets.setCurrentIndex(1)
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
        page.preview.sheets.setCurrentIndex(1)

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
    from wcafe.ui.printed import SYNTHESIS, make_pdf

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


@pytest.mark.parametrize("offer", [*FOR_ALL, *WITH_NAMES], ids=lambda offer: offer.name)
def test_each_file_is_written_where_the_person_says(
    qtbot, monkeypatch, tmp_path, harvest, page, desk, offer
):
    add_people(desk.services, 20)
    desk.services.plans.compose(seconds=0.2)
    target = tmp_path / f"away.{offer.suffix}"
    monkeypatch.setattr(ask, "save_file", lambda *_asked: target)
    page.views.setCurrentIndex(2)
    buttons = {**page.exports.for_all.buttons, **page.exports.with_names.buttons}
    qtbot.waitUntil(buttons[offer].isEnabled)

    with qtbot.waitSignal(page.file_written) as written:
        qtbot.mouseClick(buttons[offer], LEFT)

    assert written.args == [target, ""]
    assert target.stat().st_size > 100


def test_what_is_shared_with_all_names_nobody(qtbot, monkeypatch, tmp_path, harvest, page, desk):
    desk.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Bench", author="Xanthippe")
    add_people(desk.services, 12, organisation="Quux & Co")
    monkeypatch.setattr(ask, "save_file", lambda *asked: tmp_path / f"x{asked[-1].suffix}")
    for offer, button in page.exports.for_all.buttons.items():
        with qtbot.waitSignal(page.file_written):
            button.click()
        data = (tmp_path / f"x.{offer.suffix}").read_bytes()
        if offer.suffix == "pdf":
            document = QPdfDocument()
            document.load(str(tmp_path / "x.pdf"))
            told = "".join(document.getAllText(n).text() for n in range(document.pageCount()))
        else:
            told = data.decode()
        assert "Bench" in told
        assert "Xanthippe" not in told
        assert "Quux" not in told


def test_lists_that_need_a_plan_wait_for_it(page):
    waiting = [o.what for o, b in page.exports.with_names.buttons.items() if not b.isEnabled()]

    assert waiting == ["plan", "badges", "table-list"]
    assert not page.exports.unplanned.isHidden()


def test_organiser_and_licence_are_kept_and_taken_back(qtbot, page, desk):
    page.views.setCurrentIndex(2)
    retype(qtbot, page.exports.terms.organiser_edit, MARKUP)
    retype(qtbot, page.exports.terms.licence_edit, "CC BY 4.0")
    cafe = desk.services.cafes.get()
    assert (cafe.organiser, cafe.licence) == (MARKUP, "CC BY 4.0")

    desk.history.undo()
    desk.history.undo()

    cafe = desk.services.cafes.get()
    assert (cafe.organiser, cafe.licence) == ("", "")
    assert page.exports.terms.organiser_edit.text() == ""


def test_the_page_is_rebuilt_from_what_was_chosen(qtbot, harvest, page, presenter, desk):
    presenter.choose(themes(desk)[1].id)
    page.views.setCurrentIndex(2)

    again = make_page(presenter)
    qtbot.addWidget(again)

    assert again.views.currentIndex() == 2
    assert again.themes.card.name.text() == f"2. {MARKUP}"


def test_a_page_that_saw_the_pages_goes_away_quietly(qtbot, presenter):
    page = make_page(presenter)
    page.show()
    look_at_preview(qtbot, page, presenter)

    page.retire()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    with qtbot.waitSignal(presenter.pages.wanted):
        presenter.pages.choose("badges")


def test_every_control_has_a_name_and_is_reached_by_tab(harvest, page):
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTabBar)
    for kind in kinds:
        for part in page.findChildren(kind):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
                assert named, part
    assert page.themes.list.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert page.preview.view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_names_that_stay_in_the_notes_are_counted_and_never_denied(qtbot, page, presenter, desk):
    def sentence():
        page.views.setCurrentIndex(2)
        return page.exports.for_all.sentence.text()

    assert sentence() == "These files do not say who wrote a note or who came."
    desk.services.notes.add(table=0, round_=0, kind=Kind.ACTION, text="Soizic invite les voisins")
    qtbot.waitUntil(lambda: "Names in the notes remain." in sentence())

    desk.services.people.save([person("Soïzic Le Goff")])

    wanted = (
        "1 note has a word that is also a name on the list of people. Names in the notes remain."
    )
    qtbot.waitUntil(lambda: wanted in sentence())
    desk.services.notes.change(
        {replace(note, text="Le banc"): note.rev for note in desk.services.notes.all()}
    )
    qtbot.waitUntil(lambda: "No note has a word that is a name" in sentence())
    assert "Other names in the notes remain." in sentence()


def test_tables_are_those_that_are_known(qtbot, presenter, page, desk):
    service, cafe = desk.services.cafes, presenter.cafe
    service.save(replace(cafe, tables=(), tables_chosen=False))
    for table in (2, 30):
        desk.services.notes.add(table=table, round_=0, kind=Kind.IDEA, text="Un banc")

    qtbot.waitUntil(lambda: "2 notes · 2 tables" in page.subtitle.text())
