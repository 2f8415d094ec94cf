"""Corrections in Share: typed, pasted, dropped, decided by keyboard, taken back one by one."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog

from tests.ui.hands import type_text
from tests.ui.synthesis.hands import MARKUP
from wcafe.domain.amend_form import form_fields, own_key
from wcafe.domain.amendments import Amendment, Decision, Way
from wcafe.domain.publication import Publication
from wcafe.errors import EmptyAmendment, NoFilledForm, Unexplained
from wcafe.ui.synthesis.corrections.forms_dialog import FormsDialog
from wcafe.ui.synthesis.corrections.view import AmendmentsView
from wcafe.ui.synthesis.page import View

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
RETURN, DELETE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Escape


@pytest.fixture
def view(harvest, page):
    page.show_view(View.CORRECTIONS)
    return page.corrections


@pytest.fixture
def two(opened, harvest):
    """Two corrections, one of them accepted."""
    opened.amendments.save(Amendment(id="a", text=f"First {MARKUP}", decision=Decision.ACCEPTED))
    opened.amendments.save(Amendment(id="b", text="Second", came=date(2026, 12, 3)))


def kept(opened):
    return {each.id: each for each in opened.amendments.all()}


def rows(view):
    return [row.cells for row in view.list.amendments.rows]


def new(qtbot, view, text):
    view.new_edit.setFocus()
    type_text(view.new_edit, text)
    qtbot.keyClick(view.new_edit, RETURN)


def test_a_correction_is_typed_chosen_and_taken_back(qtbot, view, desk, opened):
    new(qtbot, view, f"Not all: {MARKUP}")

    (made,) = opened.amendments.all()
    assert (made.text, made.way, made.decision) == (f"Not all: {MARKUP}", Way.TYPED, None)
    assert made.came is not None
    assert view.new_edit.text() == ""
    assert view.card.words_edit.toPlainText() == made.text
    desk.history.undo()
    assert opened.amendments.all() == ()
    desk.history.redo()
    assert [each.id for each in opened.amendments.all()] == [made.id]


def test_what_is_half_typed_is_there_again_and_gone_once_it_is_kept(qtbot, view, presenter):
    type_text(view.new_edit, "Half a corr")

    again = AmendmentsView(presenter)
    qtbot.addWidget(again)
    assert again.new_edit.text() == "Half a corr"
    new(qtbot, view, "ection")
    third = AmendmentsView(presenter)
    qtbot.addWidget(third)
    assert third.new_edit.text() == ""


def test_open_ones_stand_first_and_what_comes_late_is_told(qtbot, two, view, opened, page):
    publication = Publication(amend_until=date(2026, 12, 1))
    opened.cafes.save(replace(opened.cafes.get(), publication=publication))

    shown = [cells[1].replace("\u00a0", " ") for cells in rows(view)]
    assert shown == ["Second", f"First {MARKUP}"]
    qtbot.waitUntil(lambda: rows(view)[0][0] == "still open · late")
    assert "until Tuesday, 1 December 2026" in view.told.text()
    assert "1 waits for a decision. 1 came after the last day." in view.told.text()


def test_a_refusal_needs_a_reason_and_what_is_typed_stays(qtbot, two, view, opened, page):
    with qtbot.waitSignal(page._presenter.failed) as told:
        view.card.decline_button.click()
    assert isinstance(told.args[0], Unexplained)
    assert kept(opened)["b"].decision is None

    view.card.reason_edit.setFocus()
    type_text(view.card.reason_edit, "already there")
    view.card.decline_button.click()
    assert kept(opened)["b"].decision is Decision.DECLINED
    assert kept(opened)["b"].reason == "already there"


def test_deciding_and_each_field_are_one_step_of_undo(qtbot, two, view, desk, opened, page):
    card = view.card
    card.accept_button.click()
    card.table_choice.kept.emit("1")
    card.named_switch.click()
    theme = opened.synthesis.themes()[0].id
    card.about_choice.kept.emit(f"theme:{theme}")
    made = kept(opened)["b"]
    assert (made.decision, made.table, made.may_be_named) == (Decision.ACCEPTED, 1, True)
    assert made.theme == theme

    for fact, before in (("theme", None), ("may_be_named", False), ("table", None)):
        desk.history.undo()
        assert getattr(kept(opened)["b"], fact) == before
    desk.history.undo()
    assert kept(opened)["b"].decision is None
    assert kept(opened)["a"].decision is Decision.ACCEPTED


def test_words_are_kept_when_the_page_goes_away_and_no_words_are_refused(
    qtbot, two, view, opened, page
):
    view.card.words_edit.setPlainText("Second, and more")
    page.keep_typed()
    assert kept(opened)["b"].text == "Second, and more"

    view.card.words_edit.setPlainText("  ")
    with qtbot.waitSignal(page._presenter.failed) as told:
        page.keep_typed()
    assert isinstance(told.args[0], EmptyAmendment)
    assert kept(opened)["b"].text == "Second, and more"
    qtbot.keyClick(view.card, ESCAPE)
    assert view.card.words_edit.toPlainText() == "Second, and more"


def test_another_is_chosen_by_the_arrows_and_removed_by_the_key(qtbot, two, view, desk, opened):
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert view.card.words_edit.toPlainText() == f"First {MARKUP}"
    qtbot.keyClick(view.list, DELETE)
    assert list(kept(opened)) == ["b"]
    assert view.card.words_edit.toPlainText() == "Second"
    desk.history.undo()
    assert kept(opened)["a"].decision is Decision.ACCEPTED


def test_half_a_reason_waits_for_its_correction(qtbot, two, view, opened):
    view.card.reason_edit.setFocus()
    type_text(view.card.reason_edit, "because")
    view.list.selectRow(1)
    view.list.setCurrentIndex(view.list.amendments.index(1, 0))
    assert view.card.reason_edit.text() == ""
    view.list.setCurrentIndex(view.list.amendments.index(0, 0))

    assert view.card.reason_edit.text() == "because"
    assert kept(opened)["b"].reason == ""


def filled(opened, text):
    shot = opened.cafes.snapshot()
    keys = [field.key for field in form_fields(shot.themes)]
    own = [own_key(name, shot.cafe.id) for name in ("other", "name", "end")]
    lines = [f"{keys[0]}={text}", *(f"{key}=" for key in keys[1:]), f"{own[0]}=", f"{own[1]}=Zoé"]
    return "\n".join([*lines, f"{own[2]}=-"])


def dialog(qtbot, view):
    qtbot.waitUntil(lambda: bool(view.findChildren(FormsDialog)))
    return view.findChildren(FormsDialog)[-1]


def test_a_pasted_form_is_seen_before_it_is_kept_and_undone_as_one(qtbot, view, desk, opened):
    QGuiApplication.clipboard().setText(filled(opened, f"Not us: {MARKUP}"))
    view.list.parentWidget().setFocus()
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    seen = dialog(qtbot, view)
    assert seen.heading.text() == "1 new correction"
    assert opened.amendments.all() == ()

    seen.keep_button.click()
    (made,) = opened.amendments.all()
    assert (made.text, made.who, made.way) == (f"Not us: {MARKUP}", "Zoé", Way.FORM)
    assert made.theme == opened.synthesis.themes()[0].id
    desk.history.undo()
    assert opened.amendments.all() == ()


def test_a_form_pasted_where_a_correction_is_typed_is_read_all_the_same(qtbot, view, opened):
    QGuiApplication.clipboard().setText(filled(opened, "Not us"))
    view.new_edit.setFocus()
    qtbot.keyClick(view.new_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert dialog(qtbot, view).heading.text() == "1 new correction"
    assert view.new_edit.text() == ""
    QGuiApplication.clipboard().setText("Not all of us")
    qtbot.keyClick(view.new_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.new_edit.text() == "Not all of us"


def test_a_mail_that_was_read_before_has_nothing_to_keep(qtbot, view, opened, tmp_path):
    path = tmp_path / "mail.txt"
    path.write_text(filled(opened, "Not us"), encoding="utf-8")
    view.read_file(path)
    dialog(qtbot, view).keep_button.click()
    qtbot.waitUntil(lambda: not view.findChildren(FormsDialog))

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    seen = dialog(qtbot, view)

    assert not seen.keep_button.isEnabled()
    seen.cancel_button.click()
    assert seen.result() == QDialog.DialogCode.Rejected
    assert len(opened.amendments.all()) == 1


def test_what_is_no_form_is_told(qtbot, view, page, opened):
    with qtbot.waitSignal(page._presenter.failed) as told:
        page._presenter.correcting.read_text("Bonjour")
    assert isinstance(told.args[0], NoFilledForm)


def test_what_is_made_of_one_elsewhere_is_shown(qtbot, two, view, desk, opened):
    view.card.accept_button.click()
    opened.amendments.decide("b", Decision.DECLINED, "theirs")

    qtbot.waitUntil(lambda: rows(view)[1][0] == "declined")
    assert view.card.reason_edit.text() == "theirs"
