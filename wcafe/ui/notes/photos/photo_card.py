"""What is known of one picture: which sheet it is, whether it shows people, what it shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from wcafe.domain.filed_by_hand import is_unread_sheet
from wcafe.domain.photo_filing import sheet_on
from wcafe.domain.photo_words import (
    photo_name,
    place_name,
    say_elsewhere,
    say_status,
    say_unread_boxes,
    why,
)
from wcafe.domain.photos import Photo, PhotoStatus, Shown
from wcafe.domain.sheet_form import MOST_SHEETS
from wcafe.domain.sheets import TABLECLOTH, SheetPlace
from wcafe.ui.notes.photos.presenter import PhotosPresenter
from wcafe.ui.widgets.chip_choice import ChipChoice
from wcafe.ui.widgets.elided import ElidedText
from wcafe.ui.widgets.fields import AreaField, ChoiceField
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Card, Text, push_button, with_label
from wcafe.ui.words import _, desk_words


class PhotoCard(Card):
    """The facts of the picture that is looked at, and its filing by hand.

    Signals:
        original_asked: the picture is to be seen as it was taken.
        filed: it was filed by hand, and what was asked for that goes away.
    """

    original_asked = Signal()
    filed = Signal()

    def __init__(self, presenter: PhotosPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._photo: Photo | None = None
        self._is_filing = False
        self.title = Text("", "strong", wraps=True)
        self.name = ElidedText("caption", middle=True)
        self.facts = Text("", "caption", wraps=True)
        self.reason = Text("", "", wraps=True)
        self.left_button = push_button("↺", self._on_left, kind="small", name=_("Turn left"))
        self.right_button = push_button("↻", self._on_right, kind="small", name=_("Turn right"))
        self.original_button = push_button(_("Original"), self.original_asked.emit, kind="small")
        self.shown_choice = ChipChoice(_("Does it show anybody?"))
        self.alternative_edit = AreaField(
            _("Alternative text"), _("What the photo shows, in words")
        )
        self.alternative_note = Text("", "caption", wraps=True)
        self.publish_choice = ChipChoice(_("Publish it?"))
        self.table_choice = ChoiceField(_("Table"))
        self.round_choice = ChoiceField(_("Round"))
        self.page_edit = QSpinBox()
        self.page_edit.setRange(TABLECLOTH, MOST_SHEETS)
        self.page_edit.setSpecialValueText(_("cloth"))
        self.file_button = push_button(_("File it"), self._on_file, kind="primary")
        self.elsewhere_button = push_button(_("File elsewhere…"), self._on_elsewhere, kind="small")
        self.left_text = Text("", "", wraps=True)
        self.along_button = push_button(_("Move them along"), self._on_along, kind="small")
        self.remove_button = push_button(_("Remove…"), self._on_remove, kind="small")
        self._build()
        self.shown_choice.chosen.connect(self._on_shown)
        self.publish_choice.chosen.connect(self._on_publish)
        self.alternative_edit.kept.connect(self._on_described)

    def _build(self) -> None:
        self.column.setSpacing(5)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.addWidget(self.title)
        self.column.addWidget(self.name)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.reason)
        self.filing = QWidget()
        rows, row = QVBoxLayout(self.filing), QHBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        for choice in (self.table_choice, self.round_choice):
            choice.setMinimumContentsLength(1)
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        rows.addLayout(with_label(_("Table"), self.table_choice))
        row.addLayout(with_label(_("Round"), self.round_choice), 1)
        row.addLayout(with_label(_("Sheet"), self.page_edit), 1)
        rows.addLayout(row)
        self.column.addWidget(self.filing)
        self.left_behind = Card(surface="care")
        self.left_behind.column.setContentsMargins(10, 8, 10, 8)
        self.left_behind.column.addWidget(self.left_text)
        self.left_behind.column.addWidget(self.along_button)
        self.column.addWidget(self.left_behind)
        self.turning = QWidget()
        turning = FlowLayout(self.turning)
        for button in (
            self.file_button,
            self.left_button,
            self.right_button,
            self.original_button,
            self.elsewhere_button,
            self.remove_button,
        ):
            turning.addWidget(button)
        self.column.addWidget(self.turning)
        self.column.addLayout(with_label(_("Does it show anybody?"), self.shown_choice))
        published = QHBoxLayout()
        label = Text(_("Publish it?"), "caption")
        label.setBuddy(self.publish_choice)
        published.addWidget(label)
        published.addWidget(self.publish_choice, 1)
        self.column.addLayout(published)
        self.column.addLayout(with_label(_("Alternative text"), self.alternative_edit))
        self.column.addWidget(self.alternative_note)
        self.column.addStretch(1)

    def show_photo(self, photo: Photo, *, is_straight: bool) -> None:
        """Show what is known of a picture; one whose sheet lies straight need not be turned."""
        presenter, words = self._presenter, desk_words()
        is_other = self._photo is None or photo.id != self._photo.id
        if is_other:
            self.alternative_edit.keep()
            self._is_filing = False
        was, self._photo = self._photo, photo
        self.title.setText(place_name(photo, words) or _("To be filed"))
        self.name.setText(photo_name(photo, words))
        askew = list(say_unread_boxes(photo, words))
        facts = [_("✓ straightened, 4 corners")] if is_straight and not askew else askew
        if photo.taken is not None:
            facts.append(_("taken at {time}").format(time=photo.taken.strftime("%H:%M")))
        self.facts.setText(" · ".join(facts))
        self.facts.setVisible(bool(facts))
        for button in (self.left_button, self.right_button):
            button.setVisible(not is_straight)
        status = presenter.standing.status(photo)
        is_twice = status is PhotoStatus.TWICE
        told = why(photo, status, words) if is_twice else say_status(photo, status, words)
        is_reading = photo.id in presenter.saying.reading
        if is_reading:
            told = _("Its boxes are being read…")
        elif is_unread_sheet(photo) and photo.sheet is None:
            told = _(
                "A sheet of this café whose code could not be read: say of which table and round "
                "it is."
            )
        elif photo.sheet is None:
            told += "\n" + _("Say first of which table and round this photo is.")
        self.reason.setText(told)
        self.reason.setVisible(is_reading or status is not PhotoStatus.FILED)
        if is_other or was != photo:
            self._propose(photo)
        left = presenter.elsewhere(photo)
        self.left_text.setText(say_elsewhere(left, words) if left else "")
        self.left_behind.setVisible(bool(left))
        is_open = photo.sheet is None or self._is_filing
        self.filing.setVisible(is_open)
        self.file_button.setVisible(is_open)
        self.elsewhere_button.setVisible(not is_open)
        self.shown_choice.show_choices(
            {
                Shown.NOBODY: _("No"),
                Shown.ASK: _("To be asked"),
                Shown.AGREED: _("Yes, agreed"),
                Shown.REFUSED: _("Yes, refused"),
            }
        )
        self.shown_choice.show_key(photo.shown)
        self.publish_choice.show_choices({False: _("no"), True: _("yes")})
        self.publish_choice.show_key(photo.is_chosen)
        self.alternative_edit.show_text(photo.alternative)
        self.alternative_note.setText(_note_on(photo))
        self.alternative_note.setVisible(bool(self.alternative_note.text()))

    def _propose(self, photo: Photo) -> None:
        """Offer the places there are; first where it is, or where its code says."""
        presenter, code = self._presenter, sheet_on(photo)
        tables = {n: presenter.table_name(n) for n in range(presenter.tables)}
        self.table_choice.show_choices(tables)
        self.round_choice.show_choices({n: f"{n + 1}" for n in range(presenter.rounds)})
        table, round_, page = photo.table, photo.round, photo.page
        if photo.place is None and code is not None:
            table, round_, page = code.table, code.round_, code.page + 1
        self.table_choice.show_key(table if table in tables else 0)
        self.round_choice.show_key(round_ or 0)
        self.page_edit.setValue(page)

    def keep_typed(self) -> None:
        self.alternative_edit.keep()

    def _on_elsewhere(self) -> None:
        if self._photo is not None:
            self._is_filing = True
            self._presenter.shown.emit()
            self.table_choice.setFocus()

    def _on_file(self) -> None:
        if self._photo is None or self.table_choice.currentData() is None:
            return
        place = SheetPlace(
            table=self.table_choice.currentData(),
            round=self.round_choice.currentData() or 0,
            page=self.page_edit.value(),
        )
        self._is_filing = False
        if self._presenter.saying.file(self._photo, place):
            self.filed.emit()
            self._presenter.shown.emit()

    def _on_along(self) -> None:
        if self._photo is not None:
            self._presenter.move_along(self._photo)

    def _on_left(self) -> None:
        if self._photo is not None:
            self._presenter.saying.turn(self._photo, -1)

    def _on_right(self) -> None:
        if self._photo is not None:
            self._presenter.saying.turn(self._photo, 1)

    def _on_shown(self, shown: object) -> None:
        if self._photo is not None:
            self._presenter.saying.say_shown(self._photo, Shown(str(shown)))

    def _on_publish(self, is_chosen: object) -> None:
        if self._photo is not None:
            self._presenter.saying.choose_to_publish(self._photo, is_chosen=bool(is_chosen))

    def _on_described(self, text: str) -> None:
        if self._photo is not None:
            self._presenter.saying.describe(self._photo, text)

    def _on_remove(self) -> None:
        if self._photo is not None:
            self._presenter.saying.remove(self._photo)


def _note_on(photo: Photo) -> str:
    """Say what is lacking before a picture can be published."""
    if not photo.is_chosen:
        return ""
    if photo.shown is Shown.REFUSED:
        return _("Somebody on it refused: it never leaves this café.")
    if photo.shown is Shown.ASK:
        return _("It is published once it is known whether it shows anybody.")
    if not photo.alternative:
        return _("Say in words what it shows, for those who do not see it.")
    return ""
