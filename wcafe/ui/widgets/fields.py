"""Fields that keep what is typed: said once when it is finished, never reset under the fingers."""

from collections.abc import Mapping
from html import escape
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from wcafe.domain.lengths import CELL
from wcafe.domain.text import clean, one_line
from wcafe.ui.widgets.replaced import tell_replaced
from wcafe.ui.widgets.text_area import TextArea
from wcafe.ui.widgets.whole import tells_whole

_TIP = Qt.ItemDataRole.ToolTipRole
_SIGNS = 68  # pixels of − and + beside a number
_AIR = 4  # pixels beside the painted choice
_MOST_SHOWN = 12  # choices that are seen at once; more of them have a bar to scroll by
_PAUSE = 1200  # milliseconds without a key after which a long text is kept


Key = TypeVar("Key")


def unkept(fields: Mapping[Key, "LineField | AreaField"]) -> dict[Key, str]:
    """Return what is typed and not yet kept in `fields` that are about to be built anew."""
    return {key: field.typed() for key, field in fields.items() if field.is_typed}


class LineField(QLineEdit):
    """One line of text, of `most` characters; `kept` says it when Enter or another field ends it.

    With `by_enter` nothing but Enter does. What could not be kept stays in the field and is tried
    again the next time.
    """

    kept = Signal(str)

    def __init__(
        self, name: str, placeholder: str = "", *, most: int = CELL, by_enter: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(most)
        self._kept = self._theirs = ""  # what somebody else put there while something was typed
        self.is_by_enter, self.is_refused = by_enter, False
        self._is_keeping = False  # what it is kept for may ask all fields to keep what they hold
        (self.returnPressed if by_enter else self.editingFinished).connect(self.keep)

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what is longer than the field, unless it has a tip of its own."""
        room = self.contentsRect().width() - 2 * _AIR
        is_told = not self.toolTip() and tells_whole(self, event, self.text(), room)
        return is_told or super().event(event)

    @property
    def is_typed(self) -> bool:
        """Does it hold something that is not kept yet?"""
        return one_line(self.text()) != self._kept

    def type_in(self, text: str) -> None:
        """Hold `text` as if it had just been typed, after the fields were built anew."""
        self.setText(text)

    def typed(self) -> str:
        return self.text()

    def show_text(self, text: str) -> None:
        """Show `text`, which is kept, unless something else is typed here and not yet kept."""
        is_typed, before, self._kept = self.is_typed, self._kept, text
        if is_typed and text != before and not self._is_keeping:
            self._theirs = text
        if not is_typed and self.is_typed:
            self.setText(text)
            self.setCursorPosition(0)

    def keep(self) -> None:
        if self.is_typed and not self._is_keeping:
            self._is_keeping = True
            try:
                self.kept.emit(self.text())
            finally:
                self._is_keeping = False
            self.is_refused = self.is_typed
            if self._theirs and not self.is_typed:
                tell_replaced(self, self._theirs)
        if not self.is_typed:
            self._theirs = ""

    def forget(self) -> None:
        """Show what is kept instead of what is typed."""
        self._theirs = ""
        if self.text() != self._kept:
            self.setText(self._kept)


class AreaField(TextArea):
    """Several lines of text, as high as they are; `kept` says it after a pause or at the end.

    What could not be kept stays in the field and is tried again the next time.
    """

    kept = Signal(str)

    def __init__(self, name: str, placeholder: str = "", *, lines: int = 2) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._kept = self._theirs = ""  # what somebody else put there while something was typed
        self._is_keeping = False
        self._lines = lines
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def is_typed(self) -> bool:
        """Does it hold something that is not kept yet?"""
        return clean(self.toPlainText()) != self._kept

    def type_in(self, text: str) -> None:
        """Hold `text` as if it had just been typed, after the fields were built anew."""
        self.setPlainText(text)

    def typed(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show `text`, which is kept, unless something else is typed here and not yet kept."""
        is_typed, before, self._kept = self.is_typed, self._kept, text
        if is_typed and text != before and not self._is_keeping:
            self._theirs = text
        if not is_typed and self.is_typed:
            self.setPlainText(text)
        self._on_text()

    def keep(self) -> None:
        self._pause.stop()
        if self.is_typed:
            self._is_keeping = True
            try:
                self.kept.emit(self.toPlainText())
            finally:
                self._is_keeping = False
            if self._theirs and not self.is_typed:
                tell_replaced(self, self._theirs)
        if not self.is_typed:
            self._theirs = ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the words have found their lines

    def _on_text(self) -> None:
        if self.is_typed:
            self._pause.start()
        else:
            self._pause.stop()

    def _fit(self) -> None:
        lines = max(self._lines, min(int(self.document().size().height()), 10))
        height = QFontMetrics(self.font()).lineSpacing() * lines + 24
        if height != self.height():
            self.setFixedHeight(height)


class NumberField(QSpinBox):
    """A whole number; `kept` says that it changed. The wheel scrolls the page instead."""

    kept = Signal(int)

    def __init__(self, name: str, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(7, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown = self.value()
        self.valueChanged.connect(self._on_value)

    def stand_between_signs(self) -> None:
        """Show − and + at both sides of the number, for one of many below each other."""
        self.setProperty("stepper", True)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.PlusMinus)
        self.lineEdit().setTextMargins(0, 0, 0, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        longest = f"{self.maximum()}{self.suffix()}"
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(longest) + _SIGNS)

    def show_number(self, number: int) -> None:
        self._shown = number
        if self.value() != number:
            self.setValue(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_value(self, number: int) -> None:
        if number != self._shown:
            self._shown = number
            self.kept.emit(number)


class ChoiceField(QComboBox):
    """One of a few; `kept` says the key of what was chosen."""

    kept = Signal(object)

    def __init__(self, name: str, choices: Mapping[Any, str] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.show_choices(choices or {})
        self.activated.connect(lambda _place: self.kept.emit(self.currentData()))

    def show_choices(self, choices: Mapping[Any, str]) -> None:
        self.clear()
        for key, words in choices.items():
            self.addItem(words, key)
            self.setItemData(self.count() - 1, f"<qt>{escape(words)}</qt>", _TIP)

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what is chosen where it is painted cut."""
        return tells_whole(self, event, self.currentText(), self._room()) or super().event(event)

    def _room(self) -> int:
        """Return the pixels of width for words."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(kind, option, part, self).width() - _AIR

    def sizeHint(self) -> QSize:
        """Return what the longest choice needs as it is painted: with a little air around it."""
        return super().sizeHint() + QSize(_AIR, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is chosen, ending in “…” where it is too long; Qt would cut a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        kind = QStyle.ComplexControl.CC_ComboBox
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, elide, self._room())
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def show_key(self, key: object) -> None:
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
