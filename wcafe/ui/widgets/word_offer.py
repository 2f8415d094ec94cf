"""Words offered while somebody types: a small list below the cursor that takes no key by itself.

Letters, Enter, Tab and Escape go where they always go. The list is entered with the arrow down;
only then Enter and Tab take a word. Ctrl+Space takes the first one at once.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from wcafe.domain.day_words import Offer, offers
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import Text
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_NONE = Qt.KeyboardModifier.NoModifier
_AIR = 3  # pixels between the line and the list
_BARE = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint


class WordOffer(QObject):
    """Offers words of the day in one `field`, as long as that lives.

    Args:
        field: where somebody types.
        words: returns the words of the day as they are now.
        by_arrow: whether the arrow down enters the list; a field with a list of its own below it
            has a use for the arrow, so there Ctrl+Space is left, and the words stand above.
    """

    def __init__(
        self,
        field: TextArea | QLineEdit,
        words: Callable[[], Sequence[str]],
        *,
        by_arrow: bool = True,
    ) -> None:
        super().__init__(field)
        self._field, self._words, self._by_arrow = field, words, by_arrow
        self._has_typed = False  # else the text was put there, and nobody begins a word
        self.offered: list[Offer] = []
        self.popup = _Popup(field, by_arrow=by_arrow)
        self.popup.list.itemClicked.connect(self._on_clicked)
        self._soon = QTimer(self)  # once the cursor stands behind what was typed
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        field.installEventFilter(self)
        field.textChanged.connect(self._on_text)

    @property
    def is_entered(self) -> bool:
        """Has somebody gone into the list, so that Enter and Tab take a word?"""
        return self.popup.isVisible() and self.popup.list.currentRow() >= 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._on_key(event)
        if kind == QEvent.Type.InputMethod:
            self._has_typed = True
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.MouseButtonPress):
            self.hide()
        return super().eventFilter(watched, event)

    def hide(self) -> None:
        """Offer nothing until somebody types on."""
        self._soon.stop()
        self._has_typed = False
        self.popup.hide()

    def take(self, place: int) -> None:
        """Put the word offered at `place` where its beginning stands."""
        offer = self.offered[place]
        typed = len(_Units(self._before()[offer.start :]))
        self.hide()
        if isinstance(self._field, QLineEdit):
            self._field.setSelection(self._field.cursorPosition() - typed, typed)
            self._field.insert(offer.word)
        else:
            cursor = self._field.textCursor()
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(cursor.position() - typed, keep)
            cursor.insertText(offer.word)
            self._field.setTextCursor(cursor)
        self.hide()

    def _on_key(self, event: QKeyEvent) -> bool:
        """Return whether the key belongs to the list, not to the field."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        rows = self.popup.list
        if self.popup.isVisible():
            row = rows.currentRow()
            if key == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ControlModifier:
                self.take(max(row, 0))
                return True
            if key == Qt.Key.Key_Down and held == _NONE and (self._by_arrow or row >= 0):
                self._go(min(row + 1, rows.count() - 1))
                return True
            if row >= 0 and held == _NONE:
                if key == Qt.Key.Key_Up:
                    self._go(row - 1)
                    return True
                if key in _ENTER:
                    self.take(row)
                    return True
                if key == Qt.Key.Key_Escape:
                    self.hide()
                    return True
        if (event.text() and event.text().isprintable()) or key == Qt.Key.Key_Backspace:
            self._has_typed = True
        elif event.text() or key not in _MODIFIERS:
            self.hide()
        return False

    def _go(self, row: int) -> None:
        self.popup.list.setCurrentRow(row)
        if row >= 0:
            announce(self._field, self.offered[row].word)

    def _on_text(self) -> None:
        if self._has_typed:
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        """Show what may be meant by the word before the cursor."""
        self._has_typed = False
        self.offered = offers(self._before(), self._words()) if self._field.hasFocus() else []
        if self.offered:
            self._field.installEventFilter(self)  # whoever comes last is asked first about a key
            self.popup.show_words([offer.word for offer in self.offered], self._place())
        else:
            self.popup.hide()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.take(self.popup.list.row(item))

    def _before(self) -> str:
        """Return what stands before the cursor, on its line."""
        if isinstance(self._field, QLineEdit):
            return _Units(self._field.text()).until(self._field.cursorPosition())
        cursor = self._field.textCursor()
        line = _Units(cursor.block().text()).until(cursor.positionInBlock())
        return line.rpartition("\u2028")[2]

    def _place(self) -> QRect:
        """Return the line that is typed, on the whole screen; its left end is the cursor."""
        field = self._field
        here = field if isinstance(field, QLineEdit) else field.viewport()
        line = field.cursorRect()
        return QRect(here.mapToGlobal(line.topLeft()), line.size())


_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)
"""Keys that are only on the way to another one."""


class _Popup(QFrame):
    """The list itself, a window that never has the keyboard."""

    def __init__(self, field: TextArea | QLineEdit, *, by_arrow: bool) -> None:
        super().__init__(field, _BARE)
        self._field, self._is_above = field, not by_arrow
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("surface", "card")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Words of the day"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListWidget { padding: 0; border: none; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keys = _("↓ then Enter · Ctrl+Space takes the first") if by_arrow else _("Ctrl+Space")
        self.legend = Text(keys, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.addWidget(self.list)
        column.addWidget(self.legend)

    def show_words(self, words: Sequence[str], line: QRect) -> None:
        """Show `words` below `line`, or above it where there is no room; none is chosen."""
        self.list.clear()
        self.list.addItems(list(words))
        self.list.setCurrentRow(-1)
        height = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(height + 4)
        self.list.setFixedWidth(
            min(max(self.list.sizeHintForColumn(0) + 24, self.legend.sizeHint().width()), 420)
        )
        self.legend.ensurePolished()  # or it would be measured in another size of letters
        self.adjustSize()
        self._stand_at(line)
        self.show()

    def _stand_at(self, line: QRect) -> None:
        screen = self._field.screen().availableGeometry()
        top = line.bottom() + _AIR
        if self._is_above or top + self.height() > screen.bottom():
            top = line.top() - self.height() - _AIR
        left = max(min(line.left(), screen.right() - self.width()), screen.left())
        self.move(QPoint(left, top))


class _Units:
    """A text cut where Qt counts, which takes signs such as 🙂 for two."""

    def __init__(self, text: str) -> None:
        self._units = text.encode("utf-16-le", "surrogatepass")

    def __len__(self) -> int:
        return len(self._units) // 2

    def until(self, end: int) -> str:
        return self._units[: 2 * end].decode("utf-16-le", "replace")
