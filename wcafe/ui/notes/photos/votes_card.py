"""The dots of a dot-vote sheet beside its picture: counted ones are set, doubtful ones asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wcafe.domain.photo_words import vote_sheet_name
from wcafe.domain.photos import Photo, PhotoId, PhotoStatus
from wcafe.domain.settling import MOST_VOTES
from wcafe.services.votes import VoteRow
from wcafe.ui.notes.photos.geometry import SheetOnPhoto
from wcafe.ui.notes.photos.presenter import PhotosPresenter
from wcafe.ui.notes.photos.sheet_view import Enlarged
from wcafe.ui.widgets.fields import NumberField
from wcafe.ui.widgets.parts import Card, Text, clear, in_scroll_area, push_button
from wcafe.ui.words import _, desk_words, figure

_NOT_COUNTED = -1


class RowField(Card):
    """One row: to what its dots are given, how many they are, and its picture where one asks.

    Signals:
        counted: its number, and how many dots a person counted.
    """

    counted = Signal(int, int)

    def __init__(self, row: VoteRow) -> None:
        super().__init__(surface="care" if row.dots is None and not row.is_kept else "")
        self.row = row
        said = row.words.replace("\n", " / ") or _("no more in this café")
        self.words = Text(said, "strong" if row.words else "caption", wraps=True)
        self.dots_edit = NumberField(_("Dots for {what}").format(what=said), 0, MOST_VOTES)
        self.read = Text("", "caption")
        self.crop = Enlarged(_("The dots for {what}").format(what=said), most=80)
        self.question = Text(_("How many dots are these? It is not certain."), "", wraps=True)
        is_asked = row.dots is None
        if is_asked:
            self.dots_edit.setMinimum(_NOT_COUNTED)
            self.dots_edit.setSpecialValueText("?")
        self.dots_edit.stand_between_signs()
        self.dots_edit.show_number(_NOT_COUNTED if row.dots is None else row.dots)
        self.words.setBuddy(self.dots_edit)
        self.column.setContentsMargins(8, 6, 8, 6)
        self.column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.dots_edit, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        for part in (self.question, self.crop, self.read):
            self.column.addWidget(part)
        self._show_read(row)
        for part in (self.crop, self.question):
            part.setVisible(is_asked)
        self.dots_edit.kept.connect(self._on_kept)

    @property
    def dots(self) -> int | None:
        """How many dots it says; None where nobody has counted them yet."""
        number = self.dots_edit.value()
        return None if number == _NOT_COUNTED else number

    def _show_read(self, row: VoteRow) -> None:
        said = "" if row.dots is None else _("✓ read on the sheet")
        self.read.setText(_("✓ kept as votes") if row.is_kept else said)
        self.read.setVisible(bool(self.read.text()))

    def _on_kept(self, number: int) -> None:
        self.read.setText("")
        self.read.hide()
        self.counted.emit(self.row.row, number)


class VotesCard(Card):
    """Keeps the dots of the picture that is looked at as votes, by one click or Enter.

    Signals:
        row_chosen: the row in which the keyboard is.
    """

    row_chosen = Signal(int)

    def __init__(self, presenter: PhotosPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: tuple[PhotoId | None, tuple[VoteRow, ...]] = (None, ())
        self.rows: list[RowField] = []
        self.remark = Text("", "", wraps=True)
        self.keep_button = push_button("", self.keep, kind="primary")
        self.back_button = push_button(_("Votes no more"), self._on_back, kind="small")
        self.keep_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.total = Text("", "caption", wraps=True)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(6)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.remark)
        area = in_scroll_area(inside)
        area.setProperty("surface", "clear")
        self.column.addWidget(area, 1)
        for part in (self.total, self.keep_button, self.back_button):
            self.column.addWidget(part)
        legend = _("Enter keeps them all · Tab goes to the next row")
        self.column.addWidget(Text(legend, "caption", wraps=True))

    def show_votes(self, photo: Photo, image: QImage | None, sheet: SheetOnPhoto | None) -> None:
        """Show the rows of the picture; what was counted by hand and not kept stays as it is."""
        rows = self._presenter.voting.rows(photo)
        if (photo.id, rows) != self._shown:
            self._shown = (photo.id, rows)
            self._make_rows(rows)
        self.heading.setText(vote_sheet_name(photo, desk_words()))
        self.heading.show()
        for field in self.rows:
            if sheet is not None and field.row.dots is None:
                field.crop.show_area(image, sheet, sheet.dots(field.row.row))
            else:
                field.crop.hide()
        is_twice = self._presenter.standing.status(photo) is PhotoStatus.TWICE
        kept = any(row.is_kept for row in rows)
        self._show_remark(is_twice=is_twice and not kept, has_boxes=bool(photo.boxes))
        words = _("Keep as votes")
        if is_twice and not kept:
            words = _("Keep too: another wall")
        self.keep_button.setText(words)
        self.keep_button.setAccessibleName(words)
        self.back_button.setVisible(kept)
        self._show_total()

    def _make_rows(self, rows: tuple[VoteRow, ...]) -> None:
        clear(self._rows)
        self.rows = [RowField(row) for row in rows]
        for field in self.rows:
            field.counted.connect(self._on_counted)
            self._rows.addWidget(field)
        self._rows.addStretch(1)

    def _show_remark(self, *, is_twice: bool, has_boxes: bool) -> None:
        remark = ""
        if is_twice:
            remark = _(
                "There is another photo of this sheet, and its dots count once. Keep these too "
                "only if this one hung on another wall."
            )
        elif not has_boxes:
            remark = _("The corners were not found: count the dots by eye.")
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def _show_total(self) -> None:
        counts = [field.dots for field in self.rows]
        asked = sum(dots is None for dots in counts)
        said = _("{number} dots in all").format(number=figure(sum(dots or 0 for dots in counts)))
        if asked:
            said += " · " + _("rows to count: {number}").format(number=figure(asked))
        self.total.setText(said)
        is_new = any(field.dots != field.row.dots or not field.row.is_kept for field in self.rows)
        self.keep_button.setEnabled(is_new)

    def take_focus(self) -> None:
        """Put the keyboard on the first row that is to be counted; else on what keeps them."""
        if not self._go_to_doubt():
            button = self.keep_button if self.keep_button.isEnabled() else self.back_button
            button.setFocus()

    def _go_to_doubt(self) -> bool:
        for field in self.rows:
            if field.dots is None:
                field.dots_edit.setFocus()
                field.dots_edit.selectAll()
                self.row_chosen.emit(field.row.row)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Keep what the rows say; where one is to be counted, go there instead."""
        for field in self.rows:
            field.dots_edit.interpretText()
        photo = self._presenter.photo
        if photo is None or photo.id != self._shown[0] or self._go_to_doubt():
            return
        counts = {field.row.row: field.dots for field in self.rows if field.dots is not None}
        if self._presenter.voting.keep(photo, counts):
            self.take_focus()

    def _on_back(self) -> None:
        if (photo := self._presenter.photo) is not None:
            self._presenter.voting.take_back(photo)

    def _on_counted(self, row: int, _dots: int) -> None:
        self._show_total()
        self.row_chosen.emit(row)
