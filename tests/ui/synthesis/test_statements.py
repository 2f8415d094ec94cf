"""What is said of a theme: kept, taken back, never replaced unseen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import type_text
from tests.ui.synthesis.hands import MARKUP, first_statement, themes
from wcafe.errors import CannotWrite, EditedElsewhere
from wcafe.services.synthesis import as_statements
from wcafe.ui.synthesis import make_page, statement

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


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
    def full(_service, _theme, _change, *, by=None):
        raise CannotWrite(path="x", reason="disk full")

    with monkeypatch.context() as broken:
        broken.setattr(type(desk.services.synthesis), "edit", full)
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
    desk.services.synthesis.save(replace(themes(desk)[0], statements=as_statements("Theirs")))

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
