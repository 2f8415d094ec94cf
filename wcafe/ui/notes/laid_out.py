"""How the parts of Harvest stand beside each other while notes are written and found."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.widgets.parts import GAP, WIDE


def lay_out(
    left: Iterable[QWidget], filters: QWidget, found: tuple[QWidget, QWidget], actions: QWidget
) -> QWidget:
    """Return all of them in one widget.

    Args:
        left: cards, of which one is seen at a time.
        filters: above what is found.
        found: the notes, and what is proposed beside them.
        actions: below the notes.
    """
    work = QWidget()
    row = QHBoxLayout(work)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(WIDE)
    for card in left:
        row.addWidget(card, 9)
    right, shown = QVBoxLayout(), QHBoxLayout()
    right.setSpacing(GAP)
    right.addWidget(filters)
    shown.setSpacing(WIDE)
    shown.addWidget(found[0], 17)
    shown.addWidget(found[1], 9)
    right.addLayout(shown, 1)
    right.addWidget(actions)
    row.addLayout(right, 17)
    return work
