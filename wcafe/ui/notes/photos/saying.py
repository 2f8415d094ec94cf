"""What a person says of a picture: each kept by itself, and taken back by itself."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from wcafe.domain.filed_by_hand import filed_by_hand, needs_reading
from wcafe.domain.photo_filing import KnownSheets, require_sheet
from wcafe.domain.photos import Photo, PhotoId, Shown
from wcafe.domain.pictures import ReadSheet
from wcafe.domain.sheets import SheetPlace
from wcafe.domain.text import clean
from wcafe.domain.votes import require_no_votes
from wcafe.errors import WcafeError
from wcafe.ui.notes.photos.pictures import Pictures
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _

_BLANK = frozenset({"blank sheets"})
_FILED = ("table", "round", "page", "form", "code", "corners", "boxes")
_FIRST_FILING = 7000  # by which its steps are known for one in the list of what can be undone


class PhotoSaying:
    """The part of the photos' presenter that keeps what is said of pictures, with undo.

    `reading` holds the pictures that were filed by hand and whose boxes are being read now.
    """

    def __init__(
        self, presenter: Presenter, pictures: Pictures, change: Callable[[Photo], None]
    ) -> None:
        self._presenter, self._pictures, self._change = presenter, pictures, change
        self._photos = presenter.desk.services.photos
        self._filings = count(_FIRST_FILING)
        self.reading: set[PhotoId] = set()

    def see(self, known: KnownSheets, blank: frozenset[SheetPlace]) -> None:
        """Remember which sheets there are, and which of them stayed blank."""
        self._known, self._blank = known, blank

    def turn(self, photo: Photo, by: int) -> None:
        self._say(_("turn a photo"), photo, turns=(photo.turns + by) % 4)

    def say_shown(self, photo: Photo, shown: Shown) -> None:
        self._say(_("say whether a photo shows people"), photo, shown=shown)

    def describe(self, photo: Photo, alternative: str) -> None:
        self._say(_("describe a photo"), photo, alternative=clean(alternative))

    def choose_to_publish(self, photo: Photo, *, is_chosen: bool) -> None:
        self._say(_("choose a photo to publish"), photo, is_chosen=is_chosen)

    def file(self, photo: Photo, place: SheetPlace) -> bool:
        """File a picture by hand; its boxes are read meanwhile, and both are undone as one."""
        try:
            require_sheet(self._known, place)
            require_no_votes(photo)
        except WcafeError as error:
            return self._presenter.refuse(error)
        filing, is_unread = next(self._filings), needs_reading(photo, place)
        if is_unread:
            self.reading.add(photo.id)
        is_kept = self._file(photo, place, None, filing)
        if is_kept and is_unread:
            self._read(photo, place, filing)
        else:
            self.reading.discard(photo.id)
        return is_kept

    def _file(self, photo: Photo, place: SheetPlace, read: ReadSheet | None, filing: int) -> bool:
        filed = filed_by_hand(photo, place, self._known, read)
        facts = {name: getattr(filed, name) for name in _FILED}
        return self._say(_("file a photo"), photo, merge_id=filing, **facts)

    def _read(self, photo: Photo, place: SheetPlace, filing: int) -> None:
        """Look for the corners of a filed picture again and read its ticks, in the background."""
        known, photos = self._known, self._photos

        def done(read: ReadSheet | None) -> None:
            self.reading.discard(photo.id)
            here = next((each for each in photos.all() if each.id == photo.id), None)
            if read is not None and here is not None and here.place == place:
                self._file(here, place, read, filing)
            self._presenter.shown.emit()

        def failed(error: WcafeError) -> None:
            self.reading.discard(photo.id)
            self._presenter.failed.emit(error)
            self._presenter.shown.emit()

        self._presenter.desk.tasks.run(
            _("Reading the sheet…"),
            lambda _job: photos.read_as(photo, place, known),
            done=done,
            failed=failed,
        )

    def _say(self, text: str, photo: Photo, *, merge_id: int = -1, **facts: Any) -> bool:
        """Keep what is new of a picture; undo brings back that and nothing else."""
        before = {name: getattr(photo, name) for name in facts}
        if before == facts:
            return True

        def save(wanted: Mapping[str, Any]) -> None:
            self._change(replace(self._photos.get(photo.id), **wanted))

        subjects = frozenset({photo.id})
        return self._presenter.edit(text, before, facts, save, subjects=subjects, merge_id=merge_id)

    def remove(self, photo: Photo) -> None:
        """Take a picture out; as long as the window is open, undo brings it back."""
        jpeg: list[bytes] = []

        def save(is_here: bool) -> None:
            if is_here:
                self._photos.add(photo, jpeg[0], by=self._presenter)
            else:
                jpeg[:] = [self._photos.jpeg(photo.id)]
                self._photos.remove(photo.id, by=self._presenter)

        text, subjects = _("remove a photo"), frozenset({photo.id})
        if self._presenter.edit(text, True, False, save, subjects=subjects):
            self._pictures.forget(photo.id)
            self._presenter.undoable.emit(_("The photo is removed; notes typed from it stay."))

    def say_blank(self, sheets: Collection[SheetPlace], *, is_blank: bool) -> None:
        """Say that sheets stayed blank, or that they did not after all."""
        before = self._blank
        after = before | {*sheets} if is_blank else before - {*sheets}
        self._presenter.edit(
            _("say which sheets stayed blank"),
            before,
            after,
            lambda blank: self._photos.say_blank(blank, by=self._presenter),
            subjects=_BLANK,
        )
