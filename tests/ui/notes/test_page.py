"""The page of Harvest as a whole: names, the keyboard, another language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose, name_theme, shown_page, texts
from wcafe.i18n import words_for
from wcafe.ui import words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


@pytest.mark.parametrize("is_by_theme", [False, True])
def test_everything_that_can_be_used_has_a_name_and_is_reached_by_tab(
    qtbot, listed, opened, is_by_theme
):
    name_theme(opened, "Jardins", listed.notes[0])
    listed.page.views.setCurrentIndex(int(is_by_theme))
    qtbot.waitUntil(lambda: bool(listed.presenter.sorting.themes))
    choose(listed.page.columns.unsorted.list if is_by_theme else listed.list, listed.notes[1])
    used = (QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit, QTabBar)
    reach = [w for w in listed.page.findChildren(QWidget) if isinstance(w, used)]
    reach = [
        w
        for w in reach
        if w.isVisible() and w.isEnabled() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(reach) > 10
    assert [w for w in reach if not w.accessibleName()] == []

    reach[0].setFocus()
    seen = set()
    for _step in range(2 * len(reach)):
        seen.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert set(reach) - seen == set()


def test_another_language_keeps_what_is_typed_and_what_is_sought(qtbot, listed):
    listed.page.filters.search_edit.setText("thought 4")
    type_text(listed.page.capture.text_edit, "Half")
    listed.page.keep_typed()
    listed.page.hide()

    words.use(words_for("fr"), "fr")
    page = shown_page(qtbot, listed.presenter)

    assert texts(page.list) == ["Thought 4 of a café"]
    assert page.capture.text_edit.toPlainText() == "Half"
    assert page.capture.kind_choice.itemText(0) == "Constat"
