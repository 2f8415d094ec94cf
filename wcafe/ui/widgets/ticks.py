"""A tick box in a cell of a table."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from wcafe.ui.widgets.theme import colours

Index = QModelIndex | QPersistentModelIndex
_BOX = 16  # pixels of a tick box


class TickDelegate(QStyledItemDelegate):
    """A tick box in the middle of its cell, if it has one; a click changes it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        palette = colours()
        box = QRectF(0, 0, _BOX, _BOX)
        box.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = state == Qt.CheckState.Checked
        painter.setPen(QPen(QColor(palette.accent if is_on else palette.muted), 1))
        painter.setBrush(QColor(palette.accent if is_on else palette.card))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            painter.setPen(QPen(QColor(palette.on_accent), 2))
            corner = box.topLeft()
            points = (QPointF(4, 8.5), QPointF(7, 11.5), QPointF(12, 5))
            painter.drawPolyline([corner + point for point in points])
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        is_click = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        if is_click:
            box = QRectF(0, 0, 2 * _BOX, 2 * _BOX)
            box.moveCenter(QRectF(option.rect).center())
            if isinstance(event, QMouseEvent) and box.contains(event.position()):
                model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return False
