"""What a store remembers of a café: what it has read, and what was written since."""

import threading
from collections.abc import Set

from wcafe.domain.notes import NoteId
from wcafe.store.news import News
from wcafe.store.work import Known, Work
from wcafe.store.written import OF_NOTES, OF_THEMES


class Memory:
    """What was read before, and how often something was written. Safe to share between threads.

    Attributes:
        commits: since it was opened, of this store and of those it heard of.
        beside_notes: those, also tried ones, of more than notes; counted before.
        beside_themes: the same of more than themes.
    """

    def __init__(self) -> None:
        self.known = Known()
        self.commits = self.beside_notes = self.beside_themes = 0
        self._lock = threading.Lock()

    def count_tables(self, written: Set[str]) -> None:
        """Count that tables were written beside those of notes, and of themes."""
        with self._lock:
            self.beside_notes += not written <= OF_NOTES
            self.beside_themes += not written <= OF_THEMES

    def count_commit(self) -> None:
        """Count that something stands: who asks now must read again."""
        with self._lock:
            self.commits += 1

    def forget(self, news: News) -> None:
        """Give up what may not be true any more; readers under way keep it to themselves."""
        with self._lock:
            self.known = self.known.without(
                people=news.has_removed, plans=news.has_planned, themes=news.has_unthemed
            )

    def hear(self, news: News) -> None:
        """Learn what somebody else has written."""
        self.forget(news)
        self.count_tables(news.tables)
        self.count_commit()


class Told:
    """What is to be told of the changes of one group, as they are made."""

    def __init__(self) -> None:
        self._notes: set[NoteId] | None = set()  # None for any of them
        self._has_removed = self._has_planned = self._has_unthemed = False

    def add(self, work: Work) -> None:
        """Tell also what `work` has changed."""
        self._has_removed |= work.people.has_removed
        self._has_planned |= work.plans.has_changed
        self._has_unthemed |= work.themes.has_removed
        if work.has_batch:
            self._notes = None
        elif self._notes is not None:
            self._notes |= work.notes.changed

    def news(self, by: str, tables: frozenset[str]) -> News:
        """Return it as the news of a commit by that store, which wrote these tables."""
        return News(
            by=by,
            tables=tables,
            notes=None if self._notes is None else frozenset(self._notes),
            has_removed=self._has_removed,
            has_planned=self._has_planned,
            has_unthemed=self._has_unthemed,
        )
