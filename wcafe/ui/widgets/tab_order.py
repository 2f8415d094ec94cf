"""The order in which the Tab key goes through fields that are made later than those around them."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def tab_in_reading_order(part: QWidget) -> None:
    """Let Tab go through `part` as it is laid out; the first field keeps its place in the page.

    Qt puts what is made last behind all else.
    """
    for before, after in pairwise(_fields(part)):
        QWidget.setTabOrder(before, after)


def _fields(part: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key stops at in `part`, in the order of its layout."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    inside = part.widget() if isinstance(part, QScrollArea) else None
    if inside is not None:
        yield from _fields(inside)
    elif (layout := part.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    for place in places:
        item = layout.itemAt(place)
        assert item is not None
        if (widget := item.widget()) is not None:
            yield from _fields(widget)
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
