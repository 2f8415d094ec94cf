"""Harvest › Photos as a whole: what is missing, the list, the picture, and the field beside it."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.photos import Photo, PhotoId
from wcafe.ui.notes.photos.geometry import sheet_of
from wcafe.ui.notes.photos.missing_bar import MissingBar
from wcafe.ui.notes.photos.original import OriginalDialog
from wcafe.ui.notes.photos.photo_card import PhotoCard
from wcafe.ui.notes.photos.photo_list import PhotoList
from wcafe.ui.notes.photos.presenter import PhotosPresenter, Sought
from wcafe.ui.notes.photos.sheet_view import Enlarged, SheetView
from wcafe.ui.notes.photos.typing_card import TypingCard
from wcafe.ui.notes.photos.votes_card import VotesCard
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import GAP, Card, Text, in_scroll_area
from wcafe.ui.words import _, figure

PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".pdf", ".heic", ".heif", ".tif", ".tiff"))
"""What is taken for pictures when it is dropped; what cannot be read is told by name."""

_LEAST = QSize(500, 300)  # pixels
_WIDE_ENOUGH = 700  # pixels for all that there is


def dropped_pictures(event: QDropEvent) -> list[Path]:
    """Return the pictures, scans and folders that are dragged or dropped, to be copied."""
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        return []
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in PICTURES or path.is_dir()]


def subtitle_of(presenter: PhotosPresenter) -> str:
    """Return how many sheets came, how many are typed, and how many pictures wait."""
    standing = presenter.standing
    received = len(standing.received.intersection(standing.expected))
    first = {*standing.first.values()}
    facts = [
        _("{received} sheets received of {expected}").format(
            received=figure(received), expected=figure(len(standing.expected))
        ),
        _("{number} typed").format(number=figure(len(standing.typed & first))),
        _("photos to file: {number}").format(number=figure(standing.unfiled)),
    ]
    return " · ".join(facts)


class PhotosView(QWidget):
    """Pictures of sheets, and typing beside them.

    Signals:
        looked_at: whether it is on screen now.
    """

    looked_at = Signal(bool)

    def __init__(self, presenter: PhotosPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._sought_words: dict[Sought, str] = {}
        self._was_reading: PhotoId | None = None
        self.missing = MissingBar(presenter)
        self.list = PhotoList(presenter)
        self.sought = ChoiceField(_("Which photos are listed"))
        self.enlarged_title = Text("", "heading")
        self.never_read = Text(_("handwriting is never read by the machine"), "caption")
        self.enlarged = Enlarged(_("The box, enlarged"), most=190)
        self.sheet = SheetView()
        self.card = PhotoCard(presenter)
        self.typing = TypingCard(presenter)
        self.votes = VotesCard(presenter)
        self.none_yet = EmptyState(
            _(
                "No photos yet. Drop photos of the sheets here, a folder of them, or a scan as "
                "PDF: each files itself by its code."
            )
        )
        self._build()
        self.list.photo_chosen.connect(lambda photo: presenter.choose(PhotoId(photo)))
        self.list.entered.connect(self.take_focus)
        self.sought.kept.connect(lambda sought: presenter.seek(Sought(sought)))
        self.sheet.box_chosen.connect(self._on_box)
        self.votes.row_chosen.connect(presenter.choose_box)
        self.typing.moved.connect(self._on_moved)
        self.card.original_asked.connect(self._on_original)
        self.card.filed.connect(self.setFocus)
        presenter.pictures.ready.connect(self._on_ready)
        presenter.shown.connect(self.show_photos)

    def _build(self) -> None:
        self.listed = listed = Card()
        listed.column.setContentsMargins(1, 8, 1, 1)
        self.sought.setMinimumContentsLength(8)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.sought, 1)
        listed.column.addLayout(head)
        listed.column.addWidget(self.list, 1)
        listed.setMinimumWidth(194)

        self.middle = QWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(GAP)
        title = QHBoxLayout()
        title.addWidget(self.enlarged_title)
        title.addStretch(1)
        title.addWidget(self.never_read)
        self.box_part = QWidget()
        above = QVBoxLayout(self.box_part)
        above.setContentsMargins(0, 0, 0, 0)
        above.addLayout(title)
        above.addWidget(self.enlarged)
        middle.addWidget(self.box_part)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.sheet, 11)
        self.facts = facts = in_scroll_area(self.card)
        facts.setFrameShape(QFrame.Shape.NoFrame)
        facts.setMinimumWidth(214)
        below.addWidget(facts, 10)
        middle.addLayout(below, 1)

        self.typing.setMinimumWidth(232)
        self.votes.setMinimumWidth(232)
        self.work = QWidget()
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(listed, 21)
        row.addWidget(self.middle, 47)
        row.addWidget(self.typing, 30)
        row.addWidget(self.votes, 30)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.missing)
        column.addWidget(self.none_yet, 1)
        column.addWidget(self.work, 1)

    def minimumSizeHint(self) -> QSize:
        """Return what the picture and the field need: the rest folds away before it is cut."""
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave list and facts out where there is no room; what is to be filed needs them."""
        photo, is_wide = self._presenter.photo, self.width() >= _WIDE_ENOUGH
        self.listed.setVisible(is_wide)
        self.never_read.setVisible(is_wide)
        self.facts.setVisible(is_wide or (photo is not None and photo.sheet is None))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # what is missing stands on top and is not what one comes for
        self.setTabOrder(self.typing.keep_button, self.missing.blank_button)
        self.setTabOrder(self.missing.blank_button, self.missing.copy_button)
        self._presenter.watch(self)
        self.show_photos()
        QTimer.singleShot(0, self, partial(self.looked_at.emit, True))  # once all are shown
        QTimer.singleShot(0, self, self._settle)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep_typed()
        self._presenter.unwatch(self)
        self.looked_at.emit(False)
        super().hideEvent(event)

    @Slot()
    def show_photos(self) -> None:
        if not self.isVisible() or self.typing.is_keeping:  # it is shown once the note is there
            return
        photo = self._presenter.photo
        self.missing.show_sheets()
        self.none_yet.setVisible(photo is None)
        self.work.setVisible(photo is not None)
        if photo is None:
            return
        self._show_sought()
        self.list.show_photos()
        self._show_picture(photo)

    def _show_sought(self) -> None:
        presenter = self._presenter
        words = {
            Sought.ALL: _("all, {number}").format(number=len(presenter.photos)),
            Sought.TO_TYPE: _("to be typed, {number}").format(number=len(presenter.open)),
            Sought.TO_FILE: _("to be filed, {number}").format(number=presenter.standing.unfiled),
            Sought.TWICE: _("received twice"),
        }
        if words != self._sought_words:
            self._sought_words = words
            self.sought.show_choices(words)
        self.sought.show_key(presenter.sought)

    def _show_picture(self, photo: Photo) -> None:
        presenter = self._presenter
        image, sheet = presenter.pictures.whole(photo.id), sheet_of(photo)
        box = presenter.box
        is_box = sheet is not None and box in sheet.boxes()
        self.box_part.setVisible(is_box)
        if sheet is not None and is_box:
            title = _("Row {number}, enlarged") if photo.is_votes else _("Box {number}, enlarged")
            title = title.format(number=box)
            self.enlarged_title.setText(title)
            self.enlarged.show_area(image, sheet, sheet.written(box))
        self.sheet.show_picture(photo, image, sheet, box)
        self._fold()
        self.card.show_photo(photo, is_straight=sheet is not None)
        is_reading = photo.id in presenter.saying.reading
        if self._was_reading == photo.id and not is_reading:
            QTimer.singleShot(0, self, self._settle)
        self._was_reading = photo.id if is_reading else None
        is_filed = photo.place is not None and not is_reading
        self.typing.setVisible(is_filed)
        self.votes.setVisible(photo.is_votes)
        if is_filed:
            self.typing.show_box(photo, image, sheet)
        elif photo.is_votes:
            self.votes.show_votes(photo, image, sheet)

    def add(self, paths: Iterable[Path]) -> None:
        self._presenter.arriving.add(paths)

    def _settle(self) -> None:
        """Let the keyboard go where it is needed, unless it is somewhere by a person's wish."""
        here = self.window().focusWidget()
        if here is None or here is self or self.missing.isAncestorOf(here):
            self.take_focus()

    def take_focus(self) -> None:
        if self.typing.isVisible():
            self.typing.text_edit.setFocus()
        elif self.votes.isVisible():
            self.votes.take_focus()
        elif self.card.table_choice.isVisible():
            self.card.table_choice.setFocus()
        else:
            self.setFocus()

    def resting_place(self) -> QWidget:
        return self.typing.text_edit if self.typing.isVisible() else self.list

    def keep_typed(self) -> None:
        self.typing.keep_typed()
        self.card.keep_typed()

    def _on_box(self, box: int) -> None:
        self.typing.keep_typed()
        self._presenter.choose_box(box)
        self.take_focus()

    def _on_moved(self) -> None:
        self.show_photos()
        self.take_focus()

    def _on_original(self) -> None:
        photo = self._presenter.photo
        image = self._presenter.pictures.whole(photo.id) if photo is not None else None
        if photo is not None and image is not None:
            OriginalDialog(photo, image, self).open()

    @Slot(str)
    def _on_ready(self, photo: str) -> None:
        if photo == self._presenter.chosen and self.isVisible():
            shown = self._presenter.photo
            if shown is not None:
                self._show_picture(shown)
