"""What holds for every workspace: names for screen readers, the keyboard, room for long words."""

from gettext import NullTranslations
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSizePolicy,
    QTabBar,
    QWidget,
)

from wcafe import app
from wcafe.example import make_example
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.desk import Desk
from wcafe.ui.workspaces import Workspace

USED_BY_HAND = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)


class Longer(NullTranslations):
    """English, two fifths longer: if that fits, French and most others do."""

    def gettext(self, message):
        return f"{message}{'~' * (2 * len(message) // 5)}"

    def ngettext(self, one, many, number):
        return self.gettext(one if number == 1 else many)


LANGUAGES = {"en": words_for("en"), "fr": words_for("fr"), "longer": Longer()}


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "example.wcafe"
    make_example(path)
    return path.read_bytes()


@pytest.fixture
def shown(qapp, settings, tmp_path, example, monkeypatch):
    """A function that shows a workspace in a language, in a window of 1280 × 800."""
    made = SimpleNamespace(desk=None)

    def show(workspace, language, *, is_empty=False):
        path = tmp_path / "café.wcafe"
        if is_empty:
            from wcafe.domain.cafe import draft

            app.create_cafe(path, draft(title="Nouveau", language="fr"))
        else:
            path.write_bytes(example)
        monkeypatch.setattr("wcafe.ui.desk.words_for", lambda _language: LANGUAGES[language])
        desk = made.desk = Desk(app.doors(), settings, home=tmp_path)
        desk.start(path)
        desk.window.resize(1280, 800)
        desk.window.go(workspace)
        for _turn in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
        return desk.window

    yield show
    if made.desk is not None:
        made.desk.close()
        made.desk.window.hide()
        made.desk.window.deleteLater()
    words.use(words_for("en"), "en")


def visible(window, *kinds):
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not is_inside_another(widget)
    ]


def is_inside_another(widget):
    """Is it a part of a field, such as the line in a spin box?"""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, (QAbstractSpinBox, QComboBox, QTabBar, QScrollBar)):
            return True
        above = above.parentWidget()
    return widget.objectName().startswith("qt_")


def described(widget):
    text = widget.text() if hasattr(widget, "text") else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


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
    cut = []
    for label in visible(window, QLabel):
        if label.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
            continue  # shows what there is room for, on purpose
        if label.wordWrap():
            if label.height() + 1 < label.heightForWidth(label.width()):
                cut.append(described(label))
        elif label.width() + 1 < label.sizeHint().width():
            cut.append(described(label))
    cut += [
        described(button)
        for button in visible(window, QPushButton)
        if button.width() + 1 < button.sizeHint().width()
    ]
    assert not cut


@pytest.mark.parametrize("workspace", Workspace)
def test_no_label_reads_what_people_write_as_markup(shown, workspace):
    window = shown(workspace, "en")

    labels = window.findChildren(QLabel)

    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
