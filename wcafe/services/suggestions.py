"""Suggestions on demand: what is alike, which theme, a first split. Nothing is kept of them here.

Comparing takes seconds, so whoever must not wait lets another process do it; see `Do`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.suggestions import Method, Refused, Suggested, Wish
from wcafe.domain.synthesis import Theme
from wcafe.suggest import Question, ReadNote, answer, best_method, read

__all__ = ["AT_A_TIME", "Do", "best_method", "do_here", "suggest"]

T = TypeVar("T")
AT_A_TIME = 100
"""Notes that are read before it is told how far it is, and asked whether it is still wanted."""


class Do(Protocol):
    """Does a piece of work somewhere; None if it was stopped, see `LastingWorker.run`."""

    def __call__(self, work: Callable[..., T], *args: Any) -> T | None: ...


def do_here(work: Callable[..., T], *args: Any) -> T | None:
    return work(*args)


def suggest(
    wish: Wish,
    notes: tuple[Note, ...],
    themes: tuple[Theme, ...],
    *,
    about: Iterable[NoteId] = (),
    refused: Refused | None = None,
    known: Mapping[str, bytes] | None = None,
    method: Method | None = None,
    do: Do = do_here,
    tell: Callable[[int, int], object] = lambda _done, _all: None,
) -> Suggested | None:
    """Return what is suggested, or None if it was stopped.

    Args:
        wish: what is wanted.
        notes: all that stand.
        themes: with the notes that people put there.
        about: the note to which others are to be similar, or those for which themes are proposed;
            all that have none, if there are none.
        refused: what is not to be suggested again.
        known: what was read the time before (`Suggested.read`), by the words of a note.
        method: how to compare; the best there is, if None.
        do: where it is done.
        tell: is told how many notes have been read, and how many there are.

    Raises:
        NoEncoder: the extra is damaged.
        Stopped: the system ended the process in which it was done.
    """
    method = method or best_method()
    kept = _read_all(method, notes, known or {}, do, tell)
    if kept is None:
        return None
    these = tuple(ReadNote(id=note.id, text=note.text, read=kept[note.text]) for note in notes)
    question = Question(
        wish=wish,
        method=method,
        notes=these,
        themes=themes,
        about=frozenset(about),
        refused=refused or Refused(),
    )
    found = do(answer, question)
    return None if found is None else Suggested(wish=wish, method=method, found=found, read=kept)


def _read_all(
    method: Method,
    notes: tuple[Note, ...],
    known: Mapping[str, bytes],
    do: Do,
    tell: Callable[[int, int], object],
) -> dict[str, bytes] | None:
    """Return what is read of each text, some at a time; None if it was stopped."""
    texts = list(dict.fromkeys(note.text for note in notes))
    kept = {text: known[text] for text in texts if text in known}
    new = [text for text in texts if text not in kept]
    for start in range(0, len(new), AT_A_TIME):
        some = new[start : start + AT_A_TIME]
        if (made := do(read, method, some)) is None:
            return None
        kept.update(zip(some, made, strict=True))
        tell(len(kept), len(texts))
    return kept
