"""Files that are dropped: a café anywhere on the window, a list where one can come in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

CAFES = frozenset((".wcafe",))
LISTS = frozenset((".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"))


def find_dropped(event: QDropEvent, endings: frozenset[str]) -> Path | None:
    """Return the file that is dragged or dropped, to be copied, if it is one alone of `endings`."""
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        return None
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in endings else None
