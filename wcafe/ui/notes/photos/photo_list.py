"""The list of pictures: a small one each, which sheet it shows, and how it stands with it."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wcafe.domain.photo_words import photo_name, say_status, short_place
from wcafe.domain.photos import Photo, PhotoStatus
from wcafe.ui.notes.photos.geometry import turned
from wcafe.ui.notes.photos.presenter import PhotosPresenter
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _, desk_words

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_HIGH, _EDGE = 78, 10  # pixels of a row, and around what stands in it
_SMALL = QSize(46, 58)
_CHIP = 22


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says of a picture; `mood` is the colour of its chip."""

    photo: Photo
    title: str
    name: str
    state: str
    mood: str


def row_of(photo: Photo, presenter: PhotosPresenter) -> Row:
    words = desk_words()
    status = presenter.standing.status(photo)
    title = _("To be filed") if photo.place is None else short_place(photo.place, words)
    if photo.is_votes:
        title = _("Dots · sheet {page}").format(page=photo.page)
    state, mood = say_status(photo, status, words), "bad"
    if status is PhotoStatus.TWICE:
        mood = "care"
    elif photo.is_votes and status is PhotoStatus.FILED:
        is_open = photo.id in presenter.open
        state, mood = (_("dots to keep"), "soft") if is_open else (_("filed · dots kept"), "good")
    elif status is PhotoStatus.FILED:
        done, all_ = presenter.counts(photo)
        if photo.id in presenter.open:
            state = _("to be typed · {done} of {all}").format(done=done, all=all_)
            mood = "soft"
        else:
            state, mood = _("filed · typed"), "good"
        if not all_:
            state = _("filed · nothing written")
    return Row(photo, title, photo_name(photo, words), state, mood)


class _Rows(QAbstractListModel):
    def __init__(self, presenter: PhotosPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.rows: list[Row] = []
        presenter.pictures.ready.connect(self._on_ready)

    def show_rows(self, rows: list[Row]) -> None:
        before = [row.photo.id for row in self.rows]
        if before == [row.photo.id for row in rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.title}, {row.name}, {row.state}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._presenter.pictures.small(row.photo.id)
        return None

    @Slot(str)
    def _on_ready(self, photo: str) -> None:
        for place, row in enumerate(self.rows):
            if row.photo.id == photo:
                self.dataChanged.emit(self.index(place), self.index(place))
                return


class _Delegate(QStyledItemDelegate):
    """Draws a row: the picture is decoded when it is first seen, and never here."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(150, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROW)
        palette, area = colours(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(area, QColor(palette.soft))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(palette.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        frame = QRect(QRect(area.x() + _EDGE, area.y() + _EDGE, 0, 0).topLeft(), _SMALL)
        _draw_small(painter, index.data(Qt.ItemDataRole.DecorationRole), row.photo.turns, frame)
        left = frame.right() + _EDGE
        room = area.right() - left - 2
        for font, colour, words, top in (
            (sans(14, is_bold=True), palette.ink, row.title, 8),
            (sans(12), palette.muted, row.name, 27),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, room)
            place = QRect(left, area.y() + top, room, 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)
        _draw_chip(painter, row, QPointF(left, area.y() + 48), room, is_on_soft=is_chosen)
        painter.restore()


def _draw_small(painter: QPainter, image: object, turns: int, frame: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().sand))
    painter.drawRoundedRect(frame, 5, 5)
    if isinstance(image, QImage):
        shown = turned(image, turns)
        size = shown.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(frame.topLeft(), size)
        place.moveCenter(frame.center())
        painter.drawImage(place, shown)


def _draw_chip(painter: QPainter, row: Row, at: QPointF, room: int, *, is_on_soft: bool) -> None:
    palette = colours()
    ink, ground = {
        "good": (palette.good, palette.good_soft),
        "care": (palette.care, palette.care_soft),
        "bad": (palette.bad, palette.bad_soft),
        "soft": (palette.accent, palette.card if is_on_soft else palette.soft),
    }[row.mood]
    font = sans(12)
    wide = QFontMetrics(font).horizontalAdvance(row.state) + 14
    chip = QRectF(at.x(), at.y(), min(wide, room), _CHIP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(chip, 11, 11)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    inside = chip.adjusted(7, 0, -5, 0)
    elide = Qt.TextElideMode.ElideRight
    words = QFontMetrics(font).elidedText(row.state, elide, int(inside.width()) + 1)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words)


class PhotoList(QListView):
    """Pictures to choose from.

    Signals:
        photo_chosen: the id of the one that a person went to.
        entered: Enter was pressed in it.
    """

    photo_chosen = Signal(str)
    entered = Signal()

    def __init__(self, presenter: PhotosPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.photos = _Rows(presenter)
        self._is_showing = False
        self._shown: tuple[object, ...] = ()
        self.setModel(self.photos)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Photos"))
        self.activated.connect(self.entered)

    def show_photos(self) -> None:
        """Show the pictures that are sought; their rows are made anew where something changed."""
        presenter = self._presenter
        self._is_showing = True
        now = (presenter.standing, presenter.sought, presenter.photos, len(presenter.notes))
        if self._shown != now:
            self._shown = now
            self.photos.show_rows([row_of(photo, presenter) for photo in presenter.listed])
        places = enumerate(self.photos.rows)
        place = next((n for n, row in places if row.photo.id == presenter.chosen), None)
        if place is not None and self.currentIndex().row() != place:
            current = self.photos.index(place)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(current, flag)
            self.scrollTo(current)
        self._is_showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_showing:
            self.photo_chosen.emit(self.photos.rows[current.row()].photo.id)
