"""Keeping the words of the day, from whichever workspace they are entered."""

from collections.abc import Sequence
from dataclasses import replace

from wcafe.domain.day_words import propose_words, read_words
from wcafe.errors import WcafeError
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _

CAFE = frozenset({"cafe"})


class DayWords:
    """The part of a presenter that keeps the words of the day, with undo."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._cafes = presenter.desk.services.cafes

    def __call__(self) -> Sequence[str]:
        """Return the words of the day, to be offered."""
        return self._cafes.snapshot().cafe.words

    def propose(self) -> list[str]:
        """Return names and acronyms that stand in the café and are no words of the day yet."""
        return propose_words(self._cafes.snapshot().cafe)

    def keep(self, text: str) -> bool:
        """Keep the words that stand in `text`, a line each; return whether they are kept."""
        try:
            after = read_words(text)
        except WcafeError as error:
            return self._presenter.refuse(error)
        before = self._cafes.get().words
        if after == before:
            return self._presenter.is_kept_already()
        return self._presenter.edit(
            _("change the words of the day"), before, after, self._save, subjects=CAFE
        )

    def _save(self, words: tuple[str, ...]) -> None:
        self._cafes.save(replace(self._cafes.get(), words=words), by=self._presenter)
