"""Parts of a statement: a line that asks for a look, and the menu of what can be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wcafe.domain.synthesis import StatementId
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.parts import Text
from wcafe.ui.words import _


def statement_menu(
    parent: QWidget, presenter: SynthesisPresenter, id_: StatementId, edit: Callable[[], object]
) -> QMenu:
    """Return what can be done with a statement; where it can go as the café stands now."""
    stating = presenter.stating
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    ways: tuple[tuple[str, str, Callable[[], object]], ...] = (
        (_("Change the words"), "F2", edit),
        (_("Move up"), _("Ctrl+Up"), partial(stating.move_by, id_, -1)),
        (_("Move down"), _("Ctrl+Down"), partial(stating.move_by, id_, 1)),
        (_("Remove"), _("Del"), partial(stating.remove, id_)),
    )
    for words, key, way in ways:
        menu.addAction(f"{words}\t{key}").triggered.connect(lambda _on=False, go=way: go())
    others = [theme for theme in stating.themes if theme.id != presenter.chosen]
    if others:
        to = menu.addMenu(_("Move to another theme"))
        for theme in others:
            go = partial(stating.move_to, id_, theme.id)
            name = theme.name.replace("&", "&&")
            to.addAction(name).triggered.connect(lambda _on=False, go=go: go())
    return menu


def care_strip(words: str, *ways: QWidget) -> QFrame:
    """Return a line that says what is to be looked at, with buttons behind it."""
    strip = QFrame()
    strip.setProperty("surface", "care")
    row = QVBoxLayout(strip)
    row.setContentsMargins(10, 5, 10, 5)
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addWidget(Text(words, "strong", wraps=True), 1)
    for way in ways:
        line.addWidget(way)
    row.addLayout(line)
    return strip
