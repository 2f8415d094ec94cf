"""Pictures on their way to the screen: decoded in another thread, a few of them kept."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from wcafe.domain.photos import PhotoId
from wcafe.errors import WcafeError
from wcafe.ui.tasks import Tasks

THUMB = QSize(92, 120)
"""The most pixels of a small picture: for a screen of twice the pixels."""
_MOST_WHOLE = 3  # pictures of 17 MB each: the one looked at, and its neighbours

_Asked = tuple[PhotoId, bool]
"""A picture, and whether it is wanted whole."""


class Pictures(QObject):
    """Gives images to whoever asks, at once where they are here, else later by `ready`.

    What was asked for last comes first, and whole pictures before small ones: those are what one
    looks at, while hundreds of others may have scrolled by.

    Args:
        jpeg: returns the bytes of a picture; it is called in another thread.
        tasks: where they are decoded.

    Signals:
        ready: the id of a picture that was asked for, small or whole.
    """

    ready = Signal(str)

    def __init__(
        self, jpeg: Callable[[PhotoId], bytes], tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jpeg, self._tasks = jpeg, tasks
        self._small: dict[PhotoId, QImage] = {}
        self._whole: OrderedDict[PhotoId, QImage] = OrderedDict()
        self._asked: set[_Asked] = set()
        self._waiting: list[_Asked] = []

    def small(self, photo: PhotoId) -> QImage | None:
        """Return a picture no larger than THUMB, as it lies; None while it is decoded."""
        if photo not in self._small:
            self._ask((photo, False))
        return self._small.get(photo)

    def whole(self, photo: PhotoId) -> QImage | None:
        """Return a picture as it is kept; None while it is decoded."""
        if photo in self._whole:
            self._whole.move_to_end(photo)
        else:
            self._ask((photo, True))
        return self._whole.get(photo)

    def forget(self, photo: PhotoId) -> None:
        """Keep nothing of a picture that was removed."""
        self._small.pop(photo, None)
        self._whole.pop(photo, None)

    def _ask(self, asked: _Asked) -> None:
        if asked not in self._asked:
            self._asked.add(asked)
            self._waiting.append(asked)
            self._tasks.look(self._decode_next, self._on_decoded)

    def _decode_next(self) -> tuple[_Asked, QImage]:
        """Decode a picture that waits, in another thread."""
        waiting = tuple(reversed(self._waiting))
        asked = next((each for each in waiting if each[1]), waiting[0])
        self._waiting.remove(asked)
        photo, is_whole = asked
        image = QImage()
        with suppress(WcafeError):  # it was removed meanwhile, or the file is gone
            image = _decoded(self._jpeg(photo), QSize() if is_whole else THUMB)
        return asked, image

    def _on_decoded(self, found: tuple[_Asked, QImage]) -> None:
        (photo, is_whole), image = found
        self._asked.discard((photo, is_whole))
        if image.isNull():
            return
        if is_whole:
            self._whole[photo] = image
            while len(self._whole) > _MOST_WHOLE:
                self._whole.popitem(last=False)
        else:
            self._small[photo] = image
        self.ready.emit(photo)


def _decoded(jpeg: bytes, most: QSize) -> QImage:
    """Return the picture, no larger than `most` where that is a size."""
    buffer = QBuffer()
    buffer.setData(QByteArray(jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    if not most.isEmpty():
        size = reader.size()
        size.scale(most, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size)
    return reader.read().convertToFormat(QImage.Format.Format_RGB32)
