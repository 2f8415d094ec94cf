"""Ask for files: the computer's own dialogues, begun where the last one ended."""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from wcafe.ui.words import _


def cafes() -> str:
    return _("Cafés") + " (*.wcafe)"


def lists() -> str:
    return _("Lists") + " (*.csv *.tsv *.txt *.xlsx *.xls *.ods)"


def harvests() -> str:
    return _("Cafés and lists") + " (*.wcafe *.json *.csv *.tsv *.txt *.xlsx *.xls *.ods)"


def open_file(parent: QWidget, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """Return the file that was chosen, or None."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder or QDir.homePath()), kinds)
    return Path(name) if name else None


def folder(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Return the folder that was chosen, or None; `proposed` is where the dialogue begins."""
    name = QFileDialog.getExistingDirectory(parent, title, str(proposed))
    return Path(name) if name else None


def save_file(
    parent: QWidget, title: str, kinds: str, proposed: Path, *, replaces: bool = True
) -> Path | None:
    """Return where to write, ending as `proposed` does, or None.

    Args:
        parent: the window that asks.
        title: what is asked.
        kinds: the filter, as Qt writes it.
        proposed: the name that stands there at first.
        replaces: whether a file that is there may be replaced; the dialogue asks then.
    """
    options = QFileDialog.Option(0) if replaces else QFileDialog.Option.DontConfirmOverwrite
    asked = proposed
    while True:
        name, _kind = QFileDialog.getSaveFileName(parent, title, str(asked), kinds, options=options)
        if not name:
            return None
        path = with_ending(Path(name), proposed.suffix)
        if path == Path(name) or not replaces or not path.exists():
            return path
        asked = path  # the dialogue has asked about another name: let it ask about this one


def with_ending(path: Path, ending: str) -> Path:
    """Return `path` with `ending`: “Café 12.11” has none, though it has a full stop.

    >>> with_ending(Path("Café 12.11"), ".wcafe").name
    'Café 12.11.wcafe'
    >>> with_ending(Path("rue.WCAFE"), ".wcafe").name
    'rue.WCAFE'
    """
    return path if path.suffix.lower() == ending.lower() else path.with_name(path.name + ending)
