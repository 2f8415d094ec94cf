"""What is missing, always on top: sheets that did not come back, in words."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu

from wcafe.domain.photo_words import say_missing, sheet_name
from wcafe.domain.sheets import SheetPlace
from wcafe.ui.notes.photos.presenter import PhotosPresenter
from wcafe.ui.widgets.elided import ElidedText
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.words import _, desk_words, ngettext

_MOST_NAMED = 12  # sheets in the line; all are in the menu and in the list


class MissingBar(Card):
    """How many sheets are missing, and which; those that stayed blank are said so here."""

    def __init__(self, presenter: PhotosPresenter) -> None:
        super().__init__(surface="care")
        self._presenter = presenter
        self.count = Text("", "strong")
        self.named = ElidedText("")
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.blank_button = push_button(_("Stayed blank…"), kind="small")
        self.blank_button.setMenu(self.menu)
        self.blank_button.setProperty("hasMenu", "true")
        self.copy_button = push_button(_("Copy the list"), self._on_copy, kind="small")
        self.column.setContentsMargins(14, 7, 10, 7)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.count)
        row.addWidget(self.named, 1)
        row.addWidget(self.blank_button)
        row.addWidget(self.copy_button)
        self.column.addLayout(row)

    def show_sheets(self) -> None:
        presenter, words = self._presenter, desk_words()
        missing = presenter.standing.missing
        self.setVisible(presenter.has_sheets and bool(missing or presenter.blank))
        told = ngettext("{number} sheet is missing", "{number} sheets are missing", len(missing))
        self.count.setText(
            told.format(number=len(missing)) if missing else _("No sheet is missing")
        )
        first = [say_missing(sheet, words) for sheet in missing[:1]]
        others = [sheet_name(sheet, words) for sheet in missing[1:_MOST_NAMED]]
        more = ["…"] if len(missing) > _MOST_NAMED else []
        self.named.setText("  ·  ".join([*first, *others, *more]))
        self.copy_button.setVisible(bool(missing))

    def _fill(self) -> None:
        self.menu.clear()
        presenter, missing = self._presenter, self._presenter.standing.missing
        for sheet in missing:
            self._offer(sheet, is_blank=False)
        if len(missing) > 1:
            self.menu.addSeparator()
            self.menu.addAction(_("All of these stayed blank"), lambda: self._say(missing))
        if missing and presenter.blank:
            self.menu.addSeparator()
        for sheet in sorted(presenter.blank):
            self._offer(sheet, is_blank=True)

    def _offer(self, sheet: SheetPlace, *, is_blank: bool) -> None:
        entry = self.menu.addAction(sheet_name(sheet, desk_words()))
        entry.setCheckable(True)
        entry.setChecked(is_blank)
        entry.triggered.connect(lambda: self._say((sheet,), is_blank=not is_blank))

    def _say(self, sheets: tuple[SheetPlace, ...], *, is_blank: bool = True) -> None:
        self._presenter.saying.say_blank(sheets, is_blank=is_blank)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._presenter.missing_list())
        self._presenter.told.emit(
            _("The list of missing sheets is copied: paste it where you like.")
        )
