"""About wcafe: what it is, whose work is inside, what to say when reporting; and its keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from wcafe import __version__
from wcafe.i18n import N_
from wcafe.paths import resource_dir
from wcafe.ui.crash import diagnostics
from wcafe.ui.main_window import MainWindow
from wcafe.ui.menus import PLAIN
from wcafe.ui.parts import Text, push_button, scrolled
from wcafe.ui.words import _

_WORKS = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLAlchemy, Alembic, Babel, NumPy, pyphen, ReportLab, segno", "MIT / BSD"),
    ("Pillow, python-calamine, portalocker", "MIT-CMU / MIT / BSD"),
    ("python-bidi, arabic-reshaper", "LGPL-3.0 / MIT"),
    ("Inter, Noto Serif, Noto Sans, Noto Emoji", "OFL-1.1"),
    ("Droid Sans Fallback", "Apache-2.0"),
)


class AboutWindow(QDialog):
    """The name, the licences, and the words a report begins with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About wcafe"))
        works = QGridLayout()
        works.setHorizontalSpacing(24)
        for row, (names, licence) in enumerate(_WORKS):
            works.addWidget(Text(names, wraps=True), row, 0)
            works.addWidget(Text(licence, "muted"), row, 1)
        works.setColumnStretch(0, 1)
        self.licence_edit = QPlainTextEdit(_licence())
        self.licence_edit.setReadOnly(True)
        self.licence_edit.setAccessibleName(_("Licences"))
        self.copy_button = push_button(_("Copy diagnostics"), self._on_copy)
        self.close_button = push_button(_("Close"), self.accept, kind="primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(Text(f"wcafe {__version__}", "title"))
        column.addWidget(
            Text(
                _(
                    "For people who run World Cafés. Everything stays on this computer: wcafe "
                    "asks nothing of the internet."
                ),
                wraps=True,
            )
        )
        column.addWidget(Text(_("Made with"), "heading"))
        column.addLayout(works)
        column.addWidget(Text(_("Licences"), "heading"))
        column.addWidget(self.licence_edit, 1)
        column.addWidget(Text(diagnostics(), "caption", wraps=True))
        column.addLayout(buttons)
        self.resize(640, 640)
        self.close_button.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics())


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
    (N_("Run: start or pause the clock"), "Space"),
)
"""Keys that no menu shows: what they do, and they themselves, as Qt writes them."""


class KeysWindow(QDialog):
    """Every short cut, as this computer writes it: those of the menus, then those of pages."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(_("Keyboard"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(32)
        lines = [(_name(action), action.shortcuts()) for action in window.actions_with_keys()]
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
        column.addWidget(scrolled(inside), 1)
        column.addWidget(close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 640)
        close_button.setFocus()


def _name(action: QAction) -> str:
    words = str(action.property(PLAIN) or action.text())
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys(keys: list[QKeySequence]) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return " · ".join(each.toString(shown) for each in keys)


def _licence() -> str:
    """Return the licences that are shipped beside the fonts, after our own."""
    folder = resource_dir("fonts")
    names = ("OFL.txt", "Apache-2.0.txt")
    own = "wcafe: MIT\nPySide6, Qt: GNU LGPL version 3, https://www.gnu.org/licenses/lgpl-3.0\n"
    return "\n\n".join([own, *((folder / name).read_text(encoding="utf-8") for name in names)])
