"""What Harvest shows where no note is found: a sentence, and a button for what is near."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.near_offer import NearOffer
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.words import _, figure, ngettext


class NoneFound(QWidget):
    """Says what was not found, and offers what would find something.

    Signals:
        proposed: another search, as it would be typed.
        everywhere_asked: look in all notes, not only in those of a table, round, kind or theme.
    """

    proposed = Signal(str)
    everywhere_asked = Signal()

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.near = NearOffer(kind="primary")
        self.near.taken.connect(self.proposed)
        self.everywhere_button = push_button(
            _("Look everywhere"), self.everywhere_asked.emit, kind="primary"
        )
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.near)
        row.addWidget(self.everywhere_button)
        state = EmptyState("", buttons)
        self.sentence = state.sentence
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(state)

    def show_search(self) -> None:
        """Say that nothing is found of what the presenter looks for."""
        presenter, sought = self._presenter, self._presenter.seeking.search
        is_partial = presenter.filter.has_choices
        found = presenter.seeking.look_for(sought.typed) or ()
        self.near.offer(presenter.seeking.find_near() if sought and not found else None)
        self.everywhere_button.setVisible(bool(found) and is_partial)
        self.sentence.setText(self._sentence(sought.typed.strip(), len(found)))

    def take_near(self) -> None:
        """Look for what is near, or everywhere, whichever is offered."""
        if self.everywhere_button.isHidden():
            self.near.take()
        else:
            self.everywhere_asked.emit()

    def _sentence(self, typed: str, elsewhere: int) -> str:
        if not self._presenter.seeking.search:
            return _("No note has the table, round, kind and theme that are chosen above.")
        if elsewhere:
            return ngettext(
                "None of the notes chosen above fits “{search}”. {number} other note does.",
                "None of the notes chosen above fits “{search}”. {number} other notes do.",
                elsewhere,
            ).format(search=typed, number=figure(elsewhere))
        return _("No note fits “{search}”.").format(search=typed)
