"""What holds for every workspace: names for screen readers, the keyboard, room for long words."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton

from tests.ui.window.dialogues import DIALOGUES
from tests.ui.window.measures import USED_BY_HAND, cut_elsewhere, cut_words, described, visible
from tests.ui.window.test_any_screen import settle
from wcafe.ui.window.workspaces import Workspace

LANGUAGES = ("en", "fr", "longer")

pytestmark = pytest.mark.slow  # draws every page


def every_page(window):
    """Go to each workspace, and yield which."""
    for workspace in Workspace:
        window.go(workspace)
        settle()
        yield workspace


def nameless(widgets):
    """Return those of which a screen reader says nothing."""
    told = {each: QAccessible.queryAccessibleInterface(each) for each in widgets}
    return [
        f"no name: {described(widget)}"
        for widget, spoken in told.items()
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip()
    ]


def unreached(widgets):
    """Return those to which Tab does not come."""
    return [
        f"out of reach: {described(widget)}"
        for widget in widgets
        if widget.isEnabled()
        and not isinstance(widget, QHeaderView)  # sorts by mouse; the menu does by keyboard
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("is_empty", [False, True], ids=["example", "empty"])
@pytest.mark.parametrize("workspace", Workspace)
def test_everything_used_by_hand_has_a_name_and_is_reached_by_keyboard(shown, workspace, is_empty):
    used = visible(shown(workspace, "en", is_empty=is_empty), *USED_BY_HAND)

    assert used
    assert nameless(used) == []
    assert unreached(used) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_empty", [False, True], ids=["example", "empty"])
def test_no_words_are_cut_off(shown, language, is_empty):
    window = shown(Workspace.CAFE, language, is_empty=is_empty)

    cut = {workspace: cut_words(window) for workspace in every_page(window)}

    assert window.width() == 1280, "the window had to grow"
    assert window.height() == 800, "the window had to grow"
    assert {workspace: words for workspace, words in cut.items() if words} == {}


def cut_off(dialogue):
    cut = [
        described(label)
        for label in visible(dialogue, QLabel, QPushButton)
        if label.width() + 1 < label.sizeHint().width()
        and not (isinstance(label, QLabel) and label.wordWrap())
    ]
    return cut + cut_elsewhere(dialogue)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dialogues_have_names_and_cut_no_words_off(qtbot, shown, language):
    window, faults = shown(Workspace.PLAN, language), {}
    for name, make in DIALOGUES.items():
        dialogue = make(window)
        qtbot.addWidget(dialogue)
        dialogue.show()
        QCoreApplication.processEvents()
        used = visible(dialogue, *USED_BY_HAND)
        faults[name] = nameless(used) + unreached(used) + cut_off(dialogue)
        assert dialogue.focusWidget() is not None, name
        dialogue.hide()
        window.go(Workspace.PLAN)

    assert {name: found for name, found in faults.items() if found} == {}


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


def test_no_label_reads_what_people_write_as_markup(shown):
    window = shown(Workspace.CAFE, "en")
    pages = list(every_page(window))

    labels = window.findChildren(QLabel)

    assert pages == list(Workspace)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
