"""Words of the day are offered where statements and names of themes are written."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import type_text
from wcafe.ui.widgets.word_offer import WordOffer


def test_a_word_is_taken_into_a_statement(qtbot, page, presenter, opened):
    opened.cafes.save(replace(opened.cafes.get(), words=("PCAET", "Zoé d'Ân-Lê")))
    theme = opened.synthesis.name_theme("Transport")
    qtbot.waitUntil(lambda: bool(presenter.sorting.themes))
    presenter.choose(theme.id)
    field = page.findChild(WordOffer).parent()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    type_text(field, "Selon zoe d")
    qtbot.waitUntil(field.findChild(WordOffer).popup.isVisible)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.toPlainText() == "Selon Zoé d'Ân-Lê"


def test_a_word_is_taken_where_a_theme_is_renamed_in_the_list(qtbot, page, presenter, opened):
    opened.cafes.save(replace(opened.cafes.get(), words=("PCAET",)))
    theme = opened.synthesis.name_theme("Transport")
    qtbot.waitUntil(lambda: bool(presenter.sorting.themes))
    presenter.choose(theme.id)
    themes = page.themes.list
    themes.setFocus()
    qtbot.keyClick(themes, Qt.Key.Key_F2)
    editor = themes.findChild(QLineEdit)
    qtbot.waitUntil(editor.hasFocus)
    editor.selectAll()

    type_text(editor, "pca")
    qtbot.waitUntil(editor.findChild(WordOffer).popup.isVisible)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "PCAET"
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: [each.name for each in presenter.sorting.themes] == ["PCAET"])
