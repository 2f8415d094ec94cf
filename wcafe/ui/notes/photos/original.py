"""A picture as it was taken, as large as it is, in a window of its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from wcafe.domain.photo_words import photo_name
from wcafe.domain.photos import Photo
from wcafe.ui.notes.photos.geometry import turned
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.words import _, desk_words

_FIRST = QSize(900, 680)  # of the window, before somebody makes it larger


class OriginalDialog(QDialog):
    """Shows the picture pixel by pixel; the mouse wheel and the arrows move it."""

    def __init__(self, photo: Photo, image: QImage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(photo_name(photo, desk_words()))
        self.picture = QLabel()
        self.picture.setPixmap(QPixmap.fromImage(turned(image, photo.turns)))
        self.picture.setAccessibleName(photo.alternative or self.windowTitle())
        area = QScrollArea()
        area.setWidget(self.picture)
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        close = push_button(_("Close"), self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(_FIRST.boundedTo(parent.window().size()))
