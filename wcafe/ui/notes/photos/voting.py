"""The dots of dot-vote sheets at the desk: kept as votes, and taken back."""

from collections.abc import Mapping

from wcafe.domain.photos import Photo
from wcafe.domain.votes import with_votes, without_votes
from wcafe.services.cafe import Snapshot
from wcafe.services.votes import VoteRow, VoteService, rows_on
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _


class PhotoVoting:
    """The part of the photos' presenter that keeps dots as votes, with undo."""

    def __init__(self, presenter: Presenter, votes: VoteService) -> None:
        self._presenter, self._votes = presenter, votes

    def see(self, snapshot: Snapshot) -> None:
        """Remember what sheets list, and what that is in words."""
        self._snapshot = snapshot

    def rows(self, photo: Photo) -> tuple[VoteRow, ...]:
        """Return the rows of a dot-vote sheet."""
        return rows_on(photo, self._snapshot)

    def counts(self, photo: Photo) -> tuple[int, int]:
        """Return how many of its rows are kept as votes, and how many there are."""
        rows = self.rows(photo)
        return sum(row.is_kept for row in rows), len(rows)

    def is_kept(self, photo: Photo) -> bool:
        return all(row.is_kept for row in self.rows(photo))

    def keep(self, photo: Photo, counts: Mapping[int, int]) -> bool:
        """Keep so many dots of these rows, from 1, as votes; return whether they are."""
        listed = tuple(row.id for row in self.rows(photo))
        return self._change(_("keep dots as votes"), photo, with_votes(photo, counts, listed))

    def take_back(self, photo: Photo) -> bool:
        return self._change(_("take votes back"), photo, without_votes(photo))

    def _change(self, text: str, photo: Photo, wanted: Photo) -> bool:
        subjects = frozenset({photo.id})

        def save(photo: Photo) -> None:
            self._votes.change(photo, by=self._presenter)

        return self._presenter.edit(text, photo, wanted, save, subjects=subjects)
