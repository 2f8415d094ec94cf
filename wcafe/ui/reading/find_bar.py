"""The line in which one looks for words in the pages."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wcafe.ui.reading.found import FoundInPages, Hit
from wcafe.ui.reading.view import PagesView
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import GAP, Text, push_button
from wcafe.ui.widgets.search_field import SearchField
from wcafe.ui.words import _, figure, ngettext

_PAUSE = 150  # milliseconds after the last key before pages are looked at
_WIDE = 260  # pixels of the field


class SoughtField(SearchField):
    """Where the words are typed. `asked` says that the next hit is wanted, or with -1 another.

    `left` says that Escape was pressed.
    """

    asked = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.asked.emit(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Words, how many hits they have, and the way from one to the next.

    What is looked for stays when the pages are made again, and so does the hit, where it can.
    """

    def __init__(self, view: PagesView) -> None:
        super().__init__()
        self._view = view
        self._at: int | None = None  # the hit that is looked at
        self._from = 0  # the page from which on the first one is looked for
        self._moves = True  # whether the pages go to the first one
        self.found = FoundInPages(view.document_shown, self)
        self.field = SoughtField(_("Find in the pages"))
        self.field.setMinimumWidth(_WIDE)
        self.count = Text("", "muted")
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.previous_button = push_button(
            "↑", self.go_to_previous, name=_("Previous hit"), tip="Shift+F3"
        )
        self.next_button = push_button("↓", self.go_to_next, name=_("Next hit"), tip="F3")
        self.close_button = push_button(_("Close"), self.leave, kind="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.field)
        for part in (self.previous_button, self.next_button):
            row.addWidget(part)
        row.addWidget(self.count, 1)
        row.addWidget(self.close_button)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._on_typed)
        self.field.textChanged.connect(lambda _text: self._soon.start())
        self.field.asked.connect(self._go)
        self.field.left.connect(self.leave)
        self.found.found.connect(self._on_found)
        self._show_count()
        self.hide()

    @property
    def hit(self) -> Hit | None:
        """The one that is looked at."""
        hits = self.found.hits
        return hits[self._at] if self._at is not None and self._at < len(hits) else None

    def open(self) -> None:
        """Stand ready to be typed in; what was looked for can be typed over."""
        if self.isHidden():
            self.show()
            self._on_typed()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Look for nothing any more; the keyboard goes back to the pages."""
        self.hide()
        self._soon.stop()
        self._look_for("")
        self._view.setFocus()

    def look_again(self) -> None:
        """Other pages are there: look for the same words, and let nothing move for it."""
        self._begin(moves=False)
        self.found.look_again()

    def go_to_next(self) -> None:
        self._go(1)

    def go_to_previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        if self.isHidden():
            self.open()
            return
        if self._soon.isActive():  # pressed before the last letter was looked for
            self._on_typed()
        elif hits := self.found.hits:
            self._at = 0 if self._at is None else (self._at + step) % len(hits)
            self._show_hit()
            announce(self, self.count.text())

    def _on_typed(self) -> None:
        self._soon.stop()
        self._look_for(self.field.text())

    def _look_for(self, sought: str) -> None:
        self._begin(moves=True)
        self.found.look_for(sought)

    def _begin(self, *, moves: bool) -> None:
        self._from = self.hit.page if self.hit is not None else self._view.page
        self._at, self._moves = None, moves

    def _on_found(self) -> None:
        """Look at the first hit from where one reads on, as soon as it is there."""
        hits = self.found.hits
        if self._at is None and hits:
            after = (n for n, hit in enumerate(hits) if hit.page >= self._from)
            at = next(after, None if self.found.is_looking else 0)
            if at is not None:
                self._at = at
                if self._moves:
                    self._show_hit()
                    return
        self._show_marks()

    def _show_hit(self) -> None:
        self._show_marks()
        if (hit := self.hit) is not None:
            self._view.bring_into_sight(hit.page, self.found.boxes_of(hit)[0])

    def _show_marks(self) -> None:
        hit = self.hit
        here = (0, ()) if hit is None else (hit.page, self.found.boxes_of(hit))
        self._view.mark_found(self.found.boxes_on, here)
        self._show_count()

    def _show_count(self) -> None:
        hits, number = self.found.hits, len(self.found.hits)
        words = ""
        if hits and self._at is not None:
            words = _("{number} of {all}").format(number=figure(self._at + 1), all=figure(number))
        elif hits:
            words = ngettext("{number} hit", "{number} hits", number).format(number=figure(number))
        elif self.found.sought.strip() and not self.found.is_looking:
            words = _("Not found in these pages.")
        self.count.setText(words)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(bool(hits))
