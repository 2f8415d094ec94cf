"""Prepare's card of the words of the day: names and acronyms that are offered while typing."""

from wcafe.domain.text import join_names
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.note_cards.words_dialog import WordsDialog
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.words import _

_MOST_SHOWN = 12


class WordsCard(Card):
    """Which words there are, and a button to enter them."""

    def __init__(self, presenter: CafePresenter) -> None:
        super().__init__(_("Words of the day"))
        self._presenter = presenter
        self.words = Text("", wraps=True)
        self.enter_button = push_button(_("Enter words…"), self.open)
        self.column.addWidget(
            Text(
                _("Names and acronyms, entered once: they are offered while notes are typed."),
                "muted",
                wraps=True,
            )
        )
        self.column.addWidget(self.words)
        self.column.addWidget(self.enter_button)

    def show_cafe(self) -> None:
        words = self._presenter.cafe.words
        self.words.setText(join_names(words, most=_MOST_SHOWN))
        self.words.setVisible(bool(words))

    def open(self) -> None:
        """Let somebody enter words."""
        WordsDialog(self._presenter.day_words, self).open()
