"""Ask for files: the computer's own dialogues, begun where the last one ended."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from wcafe.ui.words import _


def cafes() -> str:
    return _("Cafés") + " (*.wcafe)"


def lists() -> str:
    return _("Lists") + " (*.csv *.tsv *.txt *.xlsx *.xls *.ods)"


def open_file(parent: QWidget, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """Return the file that was chosen, or None."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder or Path.home()), kinds)
    return Path(name) if name else None


def save_file(parent: QWidget, title: str, kinds: str, proposed: Path) -> Path | None:
    """Return where to write, with the ending of `proposed` if none was typed, or None."""
    name, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(proposed.suffix)
