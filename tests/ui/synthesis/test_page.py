"""The page of Share as a whole."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTabBar

from tests.ui.hands import retype
from tests.ui.synthesis.hands import MARKUP, themes
from wcafe.domain.kinds import Kind
from wcafe.domain.publication import PROPOSED_LICENCE
from wcafe.errors import NoSource
from wcafe.ui.synthesis import make_page
from wcafe.ui.synthesis.page import View
from wcafe.ui.window.workspaces import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_organiser_and_licence_are_kept_and_taken_back(qtbot, page, desk):
    page.views.setCurrentIndex(View.EXPORT)
    retype(qtbot, page.exports.terms.organiser_edit, MARKUP)
    retype(qtbot, page.exports.terms.licence_edit, "CC BY 4.0")
    cafe = desk.services.cafes.get()
    assert (cafe.organiser, cafe.licence) == (MARKUP, "CC BY 4.0")

    desk.history.undo()
    desk.history.undo()

    cafe = desk.services.cafes.get()
    assert (cafe.organiser, cafe.licence) == ("", PROPOSED_LICENCE)
    assert page.exports.terms.organiser_edit.text() == ""


def test_the_page_is_rebuilt_from_what_was_chosen(qtbot, harvest, page, presenter, desk):
    presenter.choose(themes(desk)[1].id)
    page.views.setCurrentIndex(View.EXPORT)

    again = make_page(presenter)
    qtbot.addWidget(again)

    assert again.views.currentIndex() == View.EXPORT
    assert again.themes.card.name.text() == f"2. {MARKUP}"


def test_every_control_has_a_name_and_is_reached_by_tab(harvest, page):
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTabBar)
    for kind in kinds:
        for part in page.findChildren(kind):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
                assert named, part
    assert page.themes.list.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert page.preview.view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_tables_are_those_that_are_known(qtbot, presenter, page, desk):
    service, cafe = desk.services.cafes, presenter.cafe
    service.save(replace(cafe, tables=(), tables_chosen=False))
    for table in (2, 30):
        desk.services.notes.add(table=table, round_=0, kind=Kind.IDEA, text="Un banc")

    qtbot.waitUntil(lambda: "2 notes · 2 tables" in page.subtitle.text())


def test_from_a_sentence_tab_leads_to_the_notes_it_rests_on_before_the_coverage(harvest, page):
    order, part = [], page.themes.card
    while part.nextInFocusChain() not in order:
        part = part.nextInFocusChain()
        order.append(part)

    def first_in(card):
        inside = [n for n, part in enumerate(order) if card.isAncestorOf(part)]
        return min(inside)

    assert first_in(page.themes.notes) < first_in(page.themes.coverage)


def test_an_error_waits_in_its_view_of_share(qtbot, on_desk, tmp_path, opened, harvest):
    path = opened.place.path
    opened.close()
    on_desk.start(path)
    window = on_desk.window
    window.go(Workspace.SYNTHESIS)
    page = window.page(Workspace.SYNTHESIS)
    presenter = page._presenter
    presenter.failed.emit(NoSource())
    assert window.pages.tell.error is not None

    page.views.setCurrentIndex(View.PREVIEW)
    assert window.pages.tell.error is None
    page.views.setCurrentIndex(View.STATEMENTS)

    assert isinstance(window.pages.tell.error, NoSource)
