"""About wcafe: what it is, whose work is inside, what to say when reporting."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from wcafe import __version__
from wcafe.paths import resource_dir
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.window.crash import diagnostics
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


def _licence() -> str:
    """Return the licences that are shipped beside the fonts, after our own."""
    folder = resource_dir("fonts")
    names = ("OFL.txt", "Apache-2.0.txt")
    own = "wcafe: MIT\nPySide6, Qt: GNU LGPL version 3, https://www.gnu.org/licenses/lgpl-3.0\n"
    return "\n\n".join([own, *((folder / name).read_text(encoding="utf-8") for name in names)])
