"""Files that are dropped: a café anywhere on the window, a list where one can come in."""

from pathlib import Path

from PySide6.QtCore import QMimeData

CAFES = frozenset((".wcafe",))
LISTS = frozenset((".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"))


def dropped(dragged: QMimeData, endings: frozenset[str]) -> Path | None:
    """Return the file that is dragged, if it is one alone and ends in one of `endings`."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in endings else None
