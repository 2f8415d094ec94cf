"""The keys: every short cut of the menus and of the pages, on one list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from wcafe.i18n import N_
from wcafe.ui.widgets.parts import Text, in_scroll_area, push_button
from wcafe.ui.words import _

PLAIN = "plain"
"""The property of an entry whose words change that says what it is always called."""

_IN_PAGES = (
    (N_("People: tick, or untick, a cell"), "Space"),
    (N_("People: edit a cell"), "F2"),
    (N_("People: copy who is selected"), "Ctrl+C"),
    (N_("People: paste a list"), "Ctrl+V"),
    (N_("People: remove who is selected"), "Del"),
    (N_("Seating plan: compose"), "Ctrl+Return"),
    (N_("Room: from table to table"), "Left|Right|Up|Down"),
    (N_("Room: from person to person"), "Tab"),
    (N_("Room: choose"), "Return"),
    (N_("Room: choose a second person, to swap"), "Ctrl+Space"),
    (N_("Room: nearer, farther"), "Ctrl++|Ctrl+-"),
    (N_("Room: show all of it"), "Ctrl+0"),
    (N_("Run: start or pause the clock"), "Space"),
    (N_("Run: note that whoever is found is here"), "Return"),
    (N_("Run: one minute more, one minute less"), "+|-"),
    (N_("Check-in: whoever is shown is here"), "Return"),
    (N_("Check-in: another one of those found"), "Down|Up"),
    (N_("Check-in: add whoever is typed, with the next joker route"), "Shift+Return"),
    (N_("Check-in: begin again"), "Esc"),
    (N_("Room window: leave the full screen, then close"), "Esc"),
    (N_("Harvest: keep the note"), "Return"),
    (N_("Harvest: a new line in the note"), "Shift+Return"),
    (N_("Harvest: note for another table"), "Ctrl+Up|Ctrl+Down"),
    (N_("Harvest: note for another round"), "Alt+Left|Alt+Right"),
    (N_("Harvest: a note of another kind"), "Alt+Up|Alt+Down"),
    (N_("Harvest: edit the chosen note"), "Return|F2"),
    (N_("Harvest: delete the chosen notes"), "Del"),
    (N_("Harvest: sort the chosen notes into a theme"), "T"),
    (N_("Harvest: sort them into a theme where they stay in theirs"), "Ctrl+Return"),
    (N_("Harvest: make a theme of the chosen notes of one"), "N"),
    (N_("Harvest: merge the theme into another one"), "M"),
    (N_("Harvest: rename the theme"), "Shift+F2"),
    (N_("Harvest: the theme one place earlier or later"), "Ctrl+Shift+Left|Ctrl+Shift+Right"),
    (N_("Harvest: the notes of the theme beside"), "Left|Right"),
    (N_("Harvest: split a note at its lines"), "S"),
    (N_("Harvest: join the chosen notes"), "J"),
    (N_("Harvest: mark a lone voice"), "L"),
    (N_("Harvest: details of the chosen notes"), "D"),
    (N_("Harvest: details of the last note, while typing"), "Ctrl+D"),
    (N_("Harvest: history of the chosen note"), "H"),
    (N_("Harvest: belongs to the note above"), "B"),
    (N_("Harvest: stands alone"), "Shift+B"),
    (N_("Harvest: note under another prompt"), "PgUp|PgDown"),
    (N_("Harvest: paste lines as notes"), "Ctrl+V"),
    (N_("Harvest: ask for suggestions"), "Ctrl+G"),
    (N_("Harvest: put the chosen notes under a prompt"), "P"),
    (N_("Harvest: mark the chosen notes for the wall, or not"), "W"),
    (N_("Harvest: the notes of the prompt beside"), "Left|Right"),
    (N_("Gallery: from card to card"), "Left|Right|Up|Down"),
    (N_("Gallery: larger cards, smaller cards"), "Ctrl++|Ctrl+-"),
    (N_("Gallery: cards of the usual size"), "Ctrl+0"),
    (N_("Search: go to the first note found, or look for what is near"), "Return"),
    (N_("Search: look for nothing again"), "Esc"),
    (N_("Words of the day: go into what is offered while typing"), "Down"),
    (N_("Words of the day: take the one that is chosen there"), "Return|Tab"),
    (N_("Words of the day: take the first one offered"), "Ctrl+Space"),
    (N_("Headline wall: another page"), "Left|Right"),
    (N_("Headline wall: let its pages rest, or turn again"), "Space"),
    (N_("Headline wall: larger words, smaller words"), "+|-"),
    (N_("Headline wall: words as large as fits"), "0"),
    (N_("Headline wall: leave the full screen, or fill it"), "F11"),
    (N_("Headline wall: close"), "Esc"),
    (N_("Texts: bold words"), "Ctrl+B"),
    (N_("Preview: go to a page"), "Ctrl+G"),
    (N_("Preview: from page to page"), "PgUp|PgDown"),
    (N_("Preview: to the first page, to the last"), "Home|End"),
    (N_("Preview: read on"), "Space"),
    (N_("Preview: the next hit, the one before"), "F3|Shift+F3"),
    (N_("Preview: nearer, farther"), "Ctrl++|Ctrl+-"),
    (N_("Preview: page width, whole page"), "Ctrl+0|Ctrl+9"),
    (N_("Preview: to the next link, to the one before"), "L|Shift+L"),
    (N_("Preview: follow the link"), "Return"),
    (N_("Preview: back to where a link was followed"), "Alt+Left"),
)
"""Keys that no menu shows: what they do, and they themselves, as Qt writes them."""


class KeysWindow(QDialog):
    """Every short cut, as this computer writes it: those of the menus, then those of pages."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(_("Keyboard"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(32)
        lines = [(_name(action), action.shortcuts()) for action in actions_with_keys(window)]
        lines += [
            (_(words), [QKeySequence(key) for key in keys.split("|")]) for words, keys in _IN_PAGES
        ]
        for row, (words, keys) in enumerate(lines):
            grid.addWidget(Text(words, wraps=True), row, 0)
            grid.addWidget(Text(_keys(keys), "strong"), row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(lines), 1)
        close_button = push_button(_("Close"), self.accept, kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.addWidget(Text(_("Keyboard"), "title"))
        column.addWidget(in_scroll_area(inside), 1)
        column.addWidget(close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 640)
        close_button.setFocus()


def actions_with_keys(window: QMainWindow) -> list[QAction]:
    """Return every menu entry that has a short cut, in the order of the menus."""
    menus = [action.menu() for action in window.menuBar().actions()]
    entries = [action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]
    return [action for action in entries if action.shortcuts()]


def _name(action: QAction) -> str:
    words = str(action.property(PLAIN) or action.text())
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys(keys: list[QKeySequence]) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return " · ".join(each.toString(shown) for each in keys)
