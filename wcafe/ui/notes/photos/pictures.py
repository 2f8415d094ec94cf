"""Pictures on their way to the screen: decoded in another thread, a few of them kept."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QSize,
    Qt,
    QThreadPool,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QImageReader

from wcafe.domain.photos import PhotoId
from wcafe.errors import WcafeError

THUMB = QSize(92, 120)
"""The most pixels of a small picture: for a screen of twice the pixels."""
_MOST_WHOLE = 3  # pictures of 17 MB each: the one looked at, and its neighbours


class Pictures(QObject):
    """Gives images to whoever asks, at once where they are here, else later by `ready`.

    Args:
        jpeg: returns the bytes of a picture; it is called in another thread.

    Signals:
        ready: the id of a picture that was asked for, small or whole.
    """

    ready = Signal(str)
    _decoded = Signal(str, bool, QImage)

    def __init__(self, jpeg: Callable[[PhotoId], bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jpeg = jpeg
        self._small: dict[PhotoId, QImage] = {}
        self._whole: OrderedDict[PhotoId, QImage] = OrderedDict()
        self._asked: set[tuple[PhotoId, bool]] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._decoded.connect(self._on_decoded)
        self.destroyed.connect(self._pool.clear)

    def small(self, photo: PhotoId) -> QImage | None:
        """Return a picture no larger than THUMB, as it lies; None while it is decoded."""
        if photo not in self._small:
            self._ask(photo, is_whole=False)
        return self._small.get(photo)

    def whole(self, photo: PhotoId) -> QImage | None:
        """Return a picture as it is kept; None while it is decoded."""
        if photo in self._whole:
            self._whole.move_to_end(photo)
        else:
            self._ask(photo, is_whole=True)
        return self._whole.get(photo)

    def forget(self, photo: PhotoId) -> None:
        """Keep nothing of a picture that was removed."""
        self._small.pop(photo, None)
        self._whole.pop(photo, None)

    def close(self) -> None:
        """Wait for what is being decoded, and begin nothing more."""
        self._pool.clear()
        self._pool.waitForDone()

    def _ask(self, photo: PhotoId, *, is_whole: bool) -> None:
        if (photo, is_whole) not in self._asked:
            self._asked.add((photo, is_whole))
            # who is looked at goes before small pictures that scroll by
            self._pool.start(lambda: self._decode(photo, is_whole), 1 if is_whole else 0)

    def _decode(self, photo: PhotoId, is_whole: bool) -> None:
        """Decode a picture, in the thread of the pool."""
        image = QImage()
        with suppress(WcafeError):  # it was removed meanwhile, or the file is gone
            image = _decoded(self._jpeg(photo), QSize() if is_whole else THUMB)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._decoded.emit(photo, is_whole, image)

    @Slot(str, bool, QImage)
    def _on_decoded(self, photo: str, is_whole: bool, image: QImage) -> None:
        id_ = PhotoId(photo)
        self._asked.discard((id_, is_whole))
        if image.isNull():
            return
        if is_whole:
            self._whole[id_] = image
            while len(self._whole) > _MOST_WHOLE:
                self._whole.popitem(last=False)
        else:
            self._small[id_] = image
        self.ready.emit(photo)


def _decoded(jpeg: bytes, most: QSize) -> QImage:
    """Return the picture, no larger than `most` where that is a size."""
    buffer = QBuffer()
    buffer.setData(QByteArray(jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    if most.isValid() and not most.isEmpty():
        size = reader.size()
        size.scale(most, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size)
    return reader.read().convertToFormat(QImage.Format.Format_RGB32)
