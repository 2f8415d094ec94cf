"""Claims that nothing bears out, and those that a person left as they are."""

import json
from collections.abc import Sequence

from wcafe.domain.text import fold
from wcafe.services.sourced import Doubt
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _

Left = list[list[str]]


class Claims:
    """The part of a presenter that remembers which claims are never asked about again.

    They are kept with this computer's settings, by the id of the café: a sentence and a word each.
    """

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._key = f"left claims:{presenter.desk.services.cafes.get().id}"

    def open_among(self, doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
        """Return those of `doubts` that nobody left as they are."""
        left = self._left()
        return tuple(doubt for doubt in doubts if _said(doubt) not in left)

    def leave(self, doubt: Doubt) -> None:
        """Never ask again about a claim in a statement; that can be undone."""
        left = self._left()
        self._presenter.edit(
            _("leave a word as it is"),
            left,
            [*left, _said(doubt)],
            self._keep,
            subjects=frozenset({self._key}),
        )

    def _keep(self, left: Left) -> None:
        self._presenter.desk.settings.keep_text(self._key, json.dumps(left))

    def _left(self) -> Left:
        try:
            left = json.loads(self._presenter.desk.settings.text_of(self._key) or "[]")
        except ValueError:
            return []
        return left if isinstance(left, list) else []


def _said(doubt: Doubt) -> list[str]:
    return [doubt.statement.id, fold(doubt.claim.word)]
