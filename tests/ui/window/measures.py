"""What can be read and reached in a window, measured in pixels."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.window.step_button import StepButton

USED_BY_HAND = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)


def wide(widget, words):
    return widget.fontMetrics().horizontalAdvance(words)


def cut_choice(box):
    facts = QStyleOptionComboBox()
    box.initStyleOption(facts)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, facts, part, box)
    return [box.currentText()] if room.width() < wide(box, box.currentText()) else []


def cut_heading(header):
    if header.orientation() is Qt.Orientation.Vertical:
        return []
    shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
    words = {n: str(header.model().headerData(n, Qt.Orientation.Horizontal) or "") for n in shown}
    return [words[n] for n in shown if header.sectionSize(n) < wide(header, words[n]) + 12]


def cut_placeholder(field):
    words = "" if field.text() else field.placeholderText()
    return [words] if field.contentsRect().width() - 20 < wide(field, words) else []


def cut_value(box):
    line = box.lineEdit()
    return [line.text()] if line.width() - 8 < wide(line, line.text()) else []


def cut_tab(bar):
    words = [bar.tabText(place).replace("&&", "&") for place in range(bar.count())]
    return [w for n, w in enumerate(words) if bar.tabRect(n).width() < wide(bar, w) + 10]


def cut_step(button):
    widest = QFontMetrics(button.words_font).horizontalAdvance(button.text())
    is_told = button.toolTip() == button.text()
    return [button.text()] if button.words_place.width() < widest and not is_told else []


CUT = {
    QComboBox: cut_choice,
    QHeaderView: cut_heading,
    QLineEdit: cut_placeholder,
    QAbstractSpinBox: cut_value,
    QTabBar: cut_tab,
    StepButton: cut_step,
}
"""What is cut off in a widget that is neither label nor button, by its kind."""


def cut_elsewhere(window, *, may_end_in_dots=False):
    """What is cut off, by choice without fields that end in dots and tell the whole in a tip."""
    return [
        told
        for kind, cut in CUT.items()
        for w in visible(window, kind)
        if not (may_end_in_dots and isinstance(w, ChoiceField))
        for told in cut(w)
    ]


def visible(window, *kinds):
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not is_inside_another(widget)
    ]


def is_inside_another(widget):
    """Is it a part of a field, such as the line in a spin box?"""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, (QAbstractSpinBox, QComboBox, QTabBar, QScrollBar)):
            return True
        above = above.parentWidget()
    return widget.objectName().startswith("qt_")


def described(widget):
    text = widget.text() if hasattr(widget, "text") else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


def cut_words(window, *, may_end_in_dots=False):
    """Words that are cut off on `window` with nothing that would say them whole."""
    cut = []
    for label in visible(window, QLabel):
        if label.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
            continue  # shows what there is room for, on purpose
        if label.wordWrap():
            if label.height() + 1 < label.heightForWidth(label.width()):
                cut.append(described(label))
        elif label.width() + 1 < label.sizeHint().width():
            cut.append(described(label))
    cut += [
        described(button)
        for button in visible(window, QPushButton)
        if button.width() + 1 < button.sizeHint().width() and not button.toolTip()
    ]
    return cut + cut_elsewhere(window, may_end_in_dots=may_end_in_dots)


def out_of_reach(window):
    """What is used or read and lies outside its window, also once all is scrolled."""
    return [
        described(widget)
        for widget in visible(window, QLabel, *USED_BY_HAND)
        if not is_within_reach(widget, window)
    ]


def is_within_reach(widget, window):
    place, above = QRect(QPoint(0, 0), widget.size()), widget
    while above is not window:
        place.translate(above.pos())
        above = above.parentWidget()
        holder = above.parentWidget()
        if isinstance(holder, QScrollArea) and holder.viewport() is above:
            inside = holder.widget()
            whole = QRect(QPoint(0, 0), inside.size())
            place.translate(-inside.pos())
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if holder.horizontalScrollBarPolicy() == off:
                whole.setWidth(min(whole.width(), above.width()))
            if holder.verticalScrollBarPolicy() == off:
                whole.setHeight(min(whole.height(), above.height()))
            if not whole.contains(place):
                return False
            place = QRect(QPoint(0, 0), above.size())  # what is scrolled is reached through it
        elif isinstance(holder, QAbstractScrollArea) and holder.viewport() is above:
            return True  # lists scroll by themselves
        elif not QRect(QPoint(0, 0), above.size()).contains(place):
            return False
    return True
