"""What is wished of the way in for phones: who may come, what they send, which codes are good."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from wcafe.domain.phones import LONGEST_MESSAGE, LetIn, Station
from wcafe.domain.text import one_line
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _

T = TypeVar("T")


class WayWishes:
    """A part of the presenter of phones; what can be undone is.

    Args:
        presenter: keeps what is wished, with undo.
        here: the way in as it is known now.
    """

    def __init__(self, presenter: Presenter, here: Callable[[], Station]) -> None:
        self._presenter, self._here = presenter, here
        self._way_in = presenter.desk.services.phones.way_in

    def renew_codes(self) -> None:
        """Let no code open anything that was shown or printed so far."""
        self._presenter.attempt(lambda: self._way_in.renew(by=self._presenter))

    def end(self) -> None:
        """Let phones forget their notes once all are here; codes open nothing any more."""
        self._presenter.attempt(lambda: self._keep(lambda kept: replace(kept, is_over=True)))

    def let_in(self, when: LetIn) -> None:
        """Let further phones in at those moments."""
        self._edit(
            _("let phones in"),
            "let_in",
            (self._here().let_in, when),
            lambda station, wanted: replace(station, let_in=wanted),
        )

    def tell_phones(self, message: str) -> bool:
        """Show `message` on all phones until there is another; nothing where it is empty."""
        message = one_line(message)[:LONGEST_MESSAGE].strip()
        return self._edit(
            _("message to phones") if message else _("take the message back"),
            "message",
            (self._here().message, message),
            lambda station, wanted: replace(station, message=wanted),
        )

    def set_photos(self, *, are_wanted: bool) -> None:
        """Let phones send photos, or not."""
        self._edit(
            _("take photos from phones"),
            "has_no_photos",
            (self._here().has_no_photos, not are_wanted),
            lambda station, wanted: replace(station, has_no_photos=wanted),
        )

    def set_on_paper(self, table: int, *, is_on_paper: bool) -> None:
        """Note that a table, from 0, writes on paper, or that it does not any more."""

        def put(station: Station, wanted: bool) -> Station:
            others = {*station.on_paper} - {table}
            return replace(station, on_paper=tuple(sorted(others | ({table} if wanted else set()))))

        was = table in self._here().on_paper
        self._edit(_("write on paper"), f"on paper {table}", (was, is_on_paper), put)

    def _edit(
        self,
        text: str,
        subject: str,
        turn: tuple[T, T],
        change: Callable[[Station, T], Station],
    ) -> bool:
        """Change one thing, from what it was to what it is to be, so that it can be undone.

        Returns whether it is so now.
        """
        was, wanted = turn
        if was == wanted:
            return True

        def keep(told: T) -> None:
            self._keep(lambda station: change(station, told))

        return self._presenter.edit(text, was, wanted, keep, subjects=frozenset({subject}))

    def _keep(self, change: Callable[[Station], Station]) -> None:
        self._way_in.keep(change, by=self._presenter)
