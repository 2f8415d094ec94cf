"""What every page is built of: plain text, cards, buttons, headers. User text is never markup."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.typography import with_held_signs
from wcafe.ui.widgets.body_area import BodyArea
from wcafe.ui.widgets.elided import ElidedText
from wcafe.ui.widgets.focus import FocusKeeper
from wcafe.ui.widgets.folding import FoldingRow
from wcafe.ui.widgets.scrolling import Scrolled
from wcafe.ui.widgets.watched import Watched
from wcafe.ui.words import spoken

GAP, WIDE = 10, 18
"""Pixels between what belongs together, and between cards."""


class Text(QLabel):
    """Words as they are, never read as markup.

    `role` is one of the style sheet: title, heading, figure, question, muted, caption, strong.
    """

    def __init__(self, words: str = "", role: str = "", *, wraps: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if role:
            self.setProperty("role", role)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show `words`; no line of them begins with a sign that has a space before it."""
        self._words = words
        super().setText(with_held_signs(words, spoken()))

    def text(self) -> str:
        """Return the words as they are, not as they are shown."""
        return self._words


class Chip(Text):
    """A few words on a coloured ground: good, care, bad, soft or sand."""

    def __init__(self, words: str = "", mood: str = "sand") -> None:
        super().__init__(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_mood(mood)

    def set_mood(self, mood: str) -> None:
        restyle(self, chip=mood)


class Card(QFrame):
    """A white sheet on the paper, with a heading if there is one. Fill `column`.

    `surface` is card, dashed, soft, good, care or bad.
    """

    def __init__(self, heading: str = "", *, surface: str = "card") -> None:
        super().__init__()
        self.setProperty("surface", surface)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(GAP)
        self.heading = Text(heading, "heading", wraps=True)
        if heading:
            self.column.addWidget(self.heading)


class Figure(QWidget):
    """A figure in the display face with its caption below."""

    def __init__(self, caption: str, value: str = "–") -> None:
        super().__init__()
        self.value = Text(value, "figure")
        self.caption = Text(caption, "caption", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.value)
        column.addWidget(self.caption)

    def show_value(self, value: str, caption: str | None = None) -> None:
        self.value.setText(value)
        if caption is not None:
            self.caption.setText(caption)
        self.setAccessibleName(f"{value} {self.caption.text()}")


class Page(QWidget):
    """A workspace: title and subtitle, actions at the right, and `body` below, which scrolls.

    Signals:
        page_asked: the key of another workspace to go to, such as `people`.
        place_asked: the same, and a place there that its `show_place` knows.
        file_written: the path of a file, whose folder is offered, and what to know about it.
        undoable_told: what was done and Undo takes back; another way on, and what that does.
        replaced_told: a sentence about what somebody else wrote, which Undo brings back.
        view_changed: another `view` is shown.
    """

    page_asked = Signal(str)
    place_asked = Signal(str, object)
    file_written = Signal(object, str)
    undoable_told = Signal(str, str, object)
    replaced_told = Signal(str)
    view_changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owed: Callable[[], object] | None = None
        self._followed: list[Watched] = []
        self.title = Text(title, "title")
        self.subtitle = ElidedText("muted")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        self.head_actions = QHBoxLayout()
        self.head_actions.setSpacing(GAP)
        self.head = FoldingRow(GAP)
        self.head.add(names, 1)
        self.head.add(self.head_actions, is_left=True)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(WIDE)
        self.area = BodyArea(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 4)
        column.setSpacing(14)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        FocusKeeper(self, self.resting_place)

    def resting_place(self) -> QWidget:
        """Return where the keyboard rests when the part that has it cannot be used any more."""
        return self

    def follow(self, presenter: Watched) -> None:
        """Let `presenter` rest while this page is not on screen."""
        self._followed.append(presenter)

    def when_seen(self, show: Callable[[], object]) -> None:
        """Do `show` now if this page is on screen, else as soon as it is."""
        self._owed = None if self.isVisible() else show
        if self._owed is None:
            show()

    def show_owed(self) -> None:
        """Draw what this page owes since it was on screen, such as what is kept by now."""
        owed, self._owed = self._owed, None
        if owed is not None:
            owed()

    def showEvent(self, event: QShowEvent) -> None:
        for presenter in self._followed:
            presenter.watch(self)
        self.show_owed()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        for presenter in self._followed:
            presenter.unwatch(self)
        super().hideEvent(event)

    def take_focus(self) -> None:
        """Put the keyboard where work begins; called when the workspace is chosen."""
        self.setFocus()

    @property
    def view(self) -> int:
        """Which of the ways to show this workspace is on screen, where there are several."""
        return 0

    @property
    def error_place(self) -> int:
        """In which part of this workspace an error is told: elsewhere in it, it waits."""
        return 0

    def show_view(self, view: int) -> None:
        """Show the workspace as a page did whose `view` this was."""

    def show_place(self, place: object) -> None:
        """Show what another page leads to, before the keyboard is put here."""

    def keep_typed(self) -> None:
        """Keep what is typed but not yet kept; called before the page goes away."""

    def drafts(self) -> dict[str, QLineEdit]:
        """Return the fields whose words are not part of the café yet, by a name of their own.

        A page built anew, in another language, takes them over.
        """
        return {}

    def retire(self) -> None:
        """Close windows of its own; called when the window goes away."""

    def seek(self) -> None:
        """Go to the field that searches this workspace, if there is one."""


class Button(QPushButton):
    """A button that Enter presses as Space does; of Qt's own, Enter presses another, or none."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        elif not event.isAutoRepeat():
            self.click()


def push_button(
    words: str,
    clicked: Callable[[], object] | None = None,
    *,
    kind: str = "",
    name: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a button; `kind` is primary, quiet or none.

    Args:
        words: what it says; `&` gives it no short cut, menus do that.
        clicked: what it does.
        kind: how it looks.
        name: what a screen reader says where the words alone are not enough, as with “−”.
        tip: what is said when the mouse rests on it.
    """
    button = Button(words.replace("&", "&&"))
    button.setAutoDefault(False)
    button.setProperty("kind", kind)
    button.setAccessibleName(name or words)
    button.setToolTip(tip)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if clicked is not None:
        button.clicked.connect(lambda _checked=False: clicked())
    return button


def with_label(words: str, field: QWidget) -> QVBoxLayout:
    """Return `field` under its label, which also names it for screen readers."""
    label = Text(words, "caption")
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(label)
    column.addWidget(field)
    return column


def in_scroll_area(inside: QWidget) -> QScrollArea:
    """Return `inside` in an area that scrolls up and down only."""
    return Scrolled(inside)


def thin_line() -> QFrame:
    """Return a thin line between rows of a card."""
    restyle(line := QFrame(), surface="rule")
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of `layout`; what was in it is deleted a moment later."""
    while (item := layout.takeAt(0)) is not None:
        if (inside := item.widget()) is not None:
            inside.hide()
            inside.deleteLater()
        elif (below := item.layout()) is not None:
            clear(below)
            below.deleteLater()


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style sheet `properties` and let them show."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
