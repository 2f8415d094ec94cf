"""What holds for every workspace: names for screen readers, the keyboard, room for long words."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton

from tests.ui.window.dialogues import DIALOGUES
from tests.ui.window.measures import USED_BY_HAND, cut_elsewhere, cut_words, described, visible
from wcafe.ui.window.workspaces import Workspace

LANGUAGES = ("en", "fr", "longer")

pytestmark = pytest.mark.slow  # draws every page


@pytest.mark.parametrize("is_empty", [False, True], ids=["example", "empty"])
@pytest.mark.parametrize("workspace", Workspace)
def test_everything_used_by_hand_has_a_name_and_is_reached_by_keyboard(shown, workspace, is_empty):
    window = shown(workspace, "en", is_empty=is_empty)

    used = visible(window, *USED_BY_HAND)
    nameless = []
    for widget in used:
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            nameless.append(described(widget))
    unreached = [
        described(widget)
        for widget in used
        if widget.isEnabled()
        and not isinstance(widget, QHeaderView)  # sorts by mouse; the menu does by keyboard
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert used
    assert not nameless
    assert not unreached


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_empty", [False, True], ids=["example", "empty"])
@pytest.mark.parametrize("workspace", Workspace)
def test_no_words_are_cut_off(shown, workspace, language, is_empty):
    window = shown(workspace, language, is_empty=is_empty)

    assert window.width() == 1280, "the window had to grow"
    assert window.height() == 800, "the window had to grow"
    assert not cut_words(window)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIALOGUES)
def test_dialogues_have_names_and_cut_no_words_off(qtbot, shown, name, language):
    dialogue = DIALOGUES[name](shown(Workspace.PLAN, language))
    qtbot.addWidget(dialogue)
    dialogue.show()
    QCoreApplication.processEvents()

    used = visible(dialogue, *USED_BY_HAND)
    told = [QAccessible.queryAccessibleInterface(widget) for widget in used]
    assert all(each.text(QAccessible.Text.Name).strip() for each in told)
    unsorted = [w for w in used if w.isEnabled() and not isinstance(w, QHeaderView)]
    assert all(w.focusPolicy() & Qt.FocusPolicy.TabFocus for w in unsorted)
    assert dialogue.focusWidget() is not None
    cut = [
        described(label)
        for label in visible(dialogue, QLabel, QPushButton)
        if label.width() + 1 < label.sizeHint().width()
        and not (isinstance(label, QLabel) and label.wordWrap())
    ]
    cut += cut_elsewhere(dialogue)
    assert not cut


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_the_menus_share_a_key(shown, language):
    window = shown(Workspace.CAFE, language)

    keys = [k.toString() for a in window.findChildren(QAction) for k in a.shortcuts()]
    letters = [
        entry.text().replace("&&", "")[entry.text().replace("&&", "").index("&") + 1].lower()
        for entry in window.menuBar().actions()
    ]

    assert keys
    assert len(set(keys)) == len(keys)
    assert len(set(letters)) == len(letters) == 4


@pytest.mark.parametrize("workspace", Workspace)
def test_no_label_reads_what_people_write_as_markup(shown, workspace):
    window = shown(workspace, "en")

    labels = window.findChildren(QLabel)

    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
