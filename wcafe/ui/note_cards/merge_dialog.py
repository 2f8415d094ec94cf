"""The small window that asks into which theme another one is to be merged."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.synthesis import ThemeId
from wcafe.ui.note_cards.sorting import Sorting
from wcafe.ui.note_cards.theme_picker import ThemePicker
from wcafe.ui.note_cards.theme_words import say_held
from wcafe.ui.widgets.parts import WIDE, Text, push_button
from wcafe.ui.words import _


class MergeDialog(QDialog):
    """Enter merges `theme` into the marked one, which keeps its name and mark; undo is there."""

    def __init__(self, sorting: Sorting, theme: ThemeId, parent: QWidget) -> None:
        super().__init__(parent)
        self._sorting, self._theme = sorting, theme
        self.setWindowTitle(_("Merge themes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        gone = sorting.theme(theme)
        words = _("All of “{name}” goes into another theme, which keeps its name: {held}.")
        said = words.format(name=gone.name, held=say_held(gone)) if gone is not None else ""
        self.picker = ThemePicker(_("Into which theme"))
        self.merge_button = push_button(_("Merge"), self._merge, kind="primary")
        self.cancel_button = push_button(_("Cancel"), self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.merge_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        column.addWidget(Text(said, wraps=True))
        column.addWidget(self.picker, 1)
        column.addLayout(foot)
        self.picker.entered.connect(self._merge)
        self.picker.list.currentRowChanged.connect(self._on_marked)
        others = [placed for placed in enumerate(sorting.themes) if placed[1].id != theme]
        self.picker.show_themes(others)
        self.picker.setFocus()

    def _on_marked(self) -> None:
        self.merge_button.setEnabled(self.picker.chosen is not None)

    def _merge(self) -> None:
        into = self.picker.chosen
        if into is not None and self._sorting.merge_theme(self._theme, into.id):
            self.accept()
