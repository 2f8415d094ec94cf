"""What holds for every workspace: names for screen readers, the keyboard, room for long words."""

from dataclasses import replace
from gettext import NullTranslations
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics
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
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from wcafe import app
from wcafe.doors import doors
from wcafe.example import make_example
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.live.walk_in import WalkInDialog
from wcafe.ui.plan.pairs import PairsDialog
from wcafe.ui.plan.rehearsal_dialog import RehearsalDialog
from wcafe.ui.plan.rehearsing import Rehearsing
from wcafe.ui.widgets.theme import sans
from wcafe.ui.window.about import AboutWindow
from wcafe.ui.window.crash import CrashWindow
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.keys import KeysWindow
from wcafe.ui.window.side_bar import StepButton
from wcafe.ui.window.workspaces import Workspace

pytestmark = pytest.mark.slow  # draws every page

USED_BY_HAND = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)


def wide(widget, words):
    return widget.fontMetrics().horizontalAdvance(words)


def cut_choice(box):
    facts = QStyleOptionComboBox()
    box.initStyleOption(facts)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, facts, part, box)
    return [box.currentText()] if room.width() < wide(box, box.currentText()) else []


def cut_heading(header):
    if header.orientation() is Qt.Orientation.Vertical:
        return []
    shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
    words = {n: str(header.model().headerData(n, Qt.Orientation.Horizontal) or "") for n in shown}
    return [words[n] for n in shown if header.sectionSize(n) < wide(header, words[n]) + 12]


def cut_placeholder(field):
    words = "" if field.text() else field.placeholderText()
    return [words] if field.contentsRect().width() - 20 < wide(field, words) else []


def cut_value(box):
    line = box.lineEdit()
    return [line.text()] if line.width() - 8 < wide(line, line.text()) else []


def cut_tab(bar):
    words = [bar.tabText(place).replace("&&", "&") for place in range(bar.count())]
    return [w for n, w in enumerate(words) if bar.tabRect(n).width() < wide(bar, w) + 10]


def cut_step(button):
    room = button.width() - 50  # right of its number
    widest = QFontMetrics(sans(15, is_bold=True)).horizontalAdvance(button.text())
    return [button.text()] if room < widest else []


CUT = {
    QComboBox: cut_choice,
    QHeaderView: cut_heading,
    QLineEdit: cut_placeholder,
    QAbstractSpinBox: cut_value,
    QTabBar: cut_tab,
    StepButton: cut_step,
}
"""What is cut off in a widget that is neither label nor button, by its kind."""


def cut_elsewhere(window):
    return [told for kind, cut in CUT.items() for w in visible(window, kind) for told in cut(w)]


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
        monkeypatch.setattr("wcafe.ui.window.desk.words_for", lambda _language: LANGUAGES[language])
        desk = made.desk = Desk(doors(), settings, home=tmp_path)
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
    cut += cut_elsewhere(window)
    assert not cut


class DrawnAtOnce(Rehearsing):
    """Has its figures before anybody could wait for them."""

    def begin(self):
        self.found.emit(self._desk.services.plans.rehearse(draws=2))


def rehearsal(window):
    """The figures for three numbers of tables side by side, the widest there is."""
    presenter = window.page(Workspace.PLAN)._presenter
    cafe = presenter.desk.services.cafes.get()
    tables = tuple(replace(table, seats=6) for table in cafe.tables)
    presenter.desk.services.cafes.save(replace(cafe, tables=tables))
    dialogue = RehearsalDialog(DrawnAtOnce(presenter.desk, presenter), window)
    dialogue.begin()
    return dialogue


def walk_in(window):
    window.go(Workspace.LIVE)
    presenter = window.page(Workspace.LIVE)._presenter.presence
    presenter.desk.services.plans.compose(seconds=0.2, spare=2)
    return WalkInDialog("Nour Tardy", presenter, lambda: None, window)


DIALOGUES = {
    "rehearsal": rehearsal,
    "walk-in": walk_in,
    "about": AboutWindow,
    "keys": KeysWindow,
    "pairs": lambda window: PairsDialog(window.page(Workspace.PLAN)._presenter, window),
    "crash": lambda _window: CrashWindow("Traceback: a bug"),
}


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
