"""The list of themes: chosen, put in order and renamed by mouse or keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wcafe.domain.lengths import CELL
from wcafe.domain.synthesis import ThemeId
from wcafe.ui.synthesis.coverage import ThemeRow
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.theme_model import ThemeModel, count_of, state_of
from wcafe.ui.widgets.keyed import ROW, Index
from wcafe.ui.widgets.marks import paint_theme_mark
from wcafe.ui.widgets.theme import colours, sans
from wcafe.ui.words import _

_PAD, _MARK, _MOST_LINES = 9, 16, 3
_LEFT = _PAD + _MARK + 10


class ThemeRows(QStyledItemDelegate):
    """Draws a theme: its mark and number, its name in full, how many notes, has it a statement."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._name_font, self._small_font = sans(14, is_bold=True), sans(12)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        name = self._room_of_name(index.data(ROW), width)
        small = QFontMetrics(self._small_font).height()
        return QSize(_LEFT, round(name.height()) + small + 2 * _PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ThemeRow = index.data(ROW)
        palette, area = colours(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = area.adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.soft))
            painter.drawRoundedRect(ground, 9, 9)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 9, 9)
        mark = QRectF(area.left() + _PAD, area.top() + _PAD + 2, _MARK, _MARK)
        paint_theme_mark(painter, row.mark, mark)
        name = self._room_of_name(row, int(area.width())).translated(area.topLeft())
        painter.setFont(self._name_font)
        painter.setPen(QColor(palette.ink))
        painter.drawText(name, _numbered_name(row), _wrapping())
        below = QRectF(name.left(), name.bottom() + 2, name.width(), area.bottom() - name.bottom())
        painter.setFont(self._small_font)
        is_done = row.is_worded and not row.unsourced and not row.stale
        painter.setPen(QColor(palette.good if is_done else palette.care))
        sign = "✓" if is_done else "!"
        words = f"{sign} {count_of(row)} · {state_of(row)}"
        metrics = painter.fontMetrics()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, words, QTextOption(Qt.AlignmentFlag.AlignTop))
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent, maxLength=CELL)
        editor.setAccessibleName(_("Name of the theme, in the words people used"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        height = editor.sizeHint().height()
        rect = option.rect.adjusted(2, 0, -2, 0)
        rect.setTop(rect.center().y() - height // 2)
        rect.setHeight(height)
        editor.setGeometry(rect)

    def _room_of_name(self, row: ThemeRow, width: int) -> QRectF:
        metrics = QFontMetrics(self._name_font)
        area = QRectF(_LEFT, _PAD, max(width - _LEFT - _PAD, 40), metrics.height() * _MOST_LINES)
        flags = int(Qt.TextFlag.TextWrapAnywhere) | int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(area.toRect(), flags, _numbered_name(row)).height()
        lines = min(max(round(needed / metrics.height()), 1), _MOST_LINES)
        area.setHeight(lines * metrics.height())
        return area


class ThemeList(QListView):
    """Themes, whose choice survives every change.

    Signals:
        chosen: the id of the theme that the person chose.
        moved: the chosen theme is to go up (-1) or down (1).
        removed: the chosen theme is to go.
    """

    chosen = Signal(str)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.themes = ThemeModel(presenter.rename)
        self.setModel(self.themes)
        self.setItemDelegate(ThemeRows(self))
        self.setAccessibleName(_("Themes, in the order of the synthesis"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self._is_showing = False

    def show_themes(self) -> None:
        self._is_showing = True
        self.themes.show_rows(self._presenter.rows)
        place = self.themes.row_of(self._presenter.chosen)
        index = self.themes.index(-1 if place is None else place)  # -1 is no row
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._is_showing = False

    def edit_chosen(self) -> None:
        """Open the field for the name of the chosen theme."""
        self.edit(self.currentIndex())

    def keep_typed(self) -> None:
        """Keep the name that is being typed, if one is."""
        if (editor := self.viewport().findChild(QLineEdit)) is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and not self._is_showing:
            self.chosen.emit(ThemeId(self.themes.rows[now.row()].theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if is_control and (by := steps.get(Qt.Key(event.key()))):
            self.moved.emit(by)
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_editing():
            self.edit_chosen()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # names find other lines

    def _is_editing(self) -> bool:
        return self.state() is QAbstractItemView.State.EditingState


def _numbered_name(row: ThemeRow) -> str:
    return f"{row.place + 1}. {row.name}"


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
